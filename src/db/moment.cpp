// Where each engine tells one snapshot from another.
#include "db/moment.hpp"

namespace rapport::db {
namespace {

/// The writer counts its commits in the file's own header: sqlite_writer.cpp. Readers are query-only.
std::optional<std::string> of_sqlite(Reader& reader) {
  if (reader.count("pragma query_only") == 0) return std::nullopt;
  return std::to_string(reader.count("pragma user_version"));
}

/// Which transactions are over and which are not: whoever sees the same of them sees the same rows.
std::optional<std::string> of_postgres(Reader& reader) {
  auto moment = reader.one(
      "select pg_current_snapshot()::text where current_setting('transaction_read_only') = 'on' and "
      "current_setting('transaction_isolation') = 'repeatable read'",
      [](const Row& row) { return row.string(0); });
  return moment;
}

}  // namespace

std::optional<std::string> moment_of(Reader& reader) {
  return reader.engine() == Engine::sqlite ? of_sqlite(reader) : of_postgres(reader);
}

}  // namespace rapport::db
