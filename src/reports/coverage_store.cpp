// The SQL of coverage.
#include "reports/coverage_store.hpp"

namespace rapport::coverage_store {

std::vector<Id<Person>> not_spoken_to(db::Reader& reader, Id<Institution> institution) {
  return reader.all(
      "select id from persons where institution_id = $1 and last_on is null order by id",
      [](const db::Row& row) { return row.id<Person>(0); }, institution);
}

std::vector<Starter> starters(db::Reader& reader, Id<Institution> institution, Date from, Date to) {
  return reader.all(
      "select o.person_id, min(o.valid_from), min(p.last_on) from posts o join persons p on p.institution_id "
      "= o.institution_id and p.id = o.person_id where o.institution_id = $1 and o.valid_from >= $2 and "
      "o.valid_from <= $3 and p.left_on is null and p.merged_into is null and not exists (select 1 from "
      "posts "
      "e where e.institution_id = o.institution_id and e.person_id = o.person_id and (e.valid_from is null "
      "or "
      "e.valid_from < $2)) group by o.person_id order by o.person_id",
      [](const db::Row& row) {
        return Starter{row.id<Person>(0), row.date(1), row.optional_date(2)};
      },
      institution, from, to);
}

}  // namespace rapport::coverage_store
