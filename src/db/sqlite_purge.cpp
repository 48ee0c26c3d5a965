// Writes a SQLite file anew. On a connection of its own: no statement of the writer's is in the way.
#include "db/sqlite_purge.hpp"

#include <sqlite3.h>

#include "db/sqlite_error.hpp"
#include "db/sqlite_open.hpp"

namespace rapport::db {
namespace {

/// Merged into one, the index keeps no word of a document that was removed.
void merge_index(sqlite3* handle) {
  const auto has_index =
      sqlite_answer(handle, "select count(*) from sqlite_schema where name = 'interaction_words'") != "0";
  if (has_index)
    sqlite_answer(handle, "insert into interaction_words (interaction_words) values ('optimize')");
}

/// Until the log is copied back as a whole and cut to nothing, which needs a moment without readers.
void empty_log(sqlite3* handle) {
  const auto answer = sqlite_answer(handle, "pragma wal_checkpoint(truncate)");
  if (answer != "0")
    throw Error(Error::Kind::busy, "The write-ahead log is being read: purging goes on later.");
}

}  // namespace

void purge_sqlite(const std::filesystem::path& file, std::chrono::milliseconds patience) {
  const auto handle = open_sqlite_file(file);
  sqlite3_busy_timeout(handle.get(), static_cast<int>(patience.count()));
  merge_index(handle.get());
  sqlite_answer(handle.get(), "vacuum");
  empty_log(handle.get());
}

}  // namespace rapport::db
