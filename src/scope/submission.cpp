// The SQL of submissions.
#include "scope/submission.hpp"

namespace rapport {

std::optional<std::string> find_submission(db::Reader& reader, Id<Institution> institution,
                                           std::string_view key) {
  if (key.empty()) return std::nullopt;
  return reader.one(
      "select location from submissions where institution_id = $1 and key = $2",
      [](const db::Row& row) { return row.string(0); }, institution, key);
}

void record_submission(Scope& scope, db::Writer& writer, std::string_view key, std::string_view location) {
  if (key.empty()) return;
  writer.execute("insert into submissions (institution_id, key, location, made_at) values ($1, $2, $3, $4)",
                 scope.institution, key, location, scope.now);
}

}  // namespace rapport
