// The SQL of when academic years begin.
#include "organisation/year_start_store.hpp"

namespace rapport::year_start_store {

std::vector<YearStartChange> changes(db::Reader& reader, Id<Institution> institution) {
  return reader.all(
      "select number, from_year, starts_month, made_by, made_at from academic_year_changes where "
      "institution_id = $1 order by number desc limit 100",
      [](const db::Row& row) {
        return YearStartChange{.number = row.number(0),
                               .start = {row.number(1), static_cast<unsigned>(row.number(2))},
                               .made_by = row.id<Staff>(3),
                               .made_at = row.instant(4)};
      },
      institution);
}

int last_number(db::Reader& reader, Id<Institution> institution) {
  return static_cast<int>(reader.count(
      "select coalesce(max(number), 0) from academic_year_changes where institution_id = $1", institution));
}

void insert(db::Writer& writer, Id<Institution> institution, const YearStartChange& change) {
  writer.execute(
      "insert into academic_year_changes (institution_id, number, from_year, starts_month, made_by, made_at) "
      "values ($1, $2, $3, $4, $5, $6)",
      institution, change.number, change.start.from_year, static_cast<int>(change.start.month),
      change.made_by, change.made_at);
}

}  // namespace rapport::year_start_store
