// The SQL of a person's profile.
#include "profiles/profile_store.hpp"

namespace rapport::profile_store {

std::optional<int> version_of(db::Reader& reader, Id<Institution> institution, Id<Person> person) {
  return reader.one(
      "select version from persons where institution_id = $1 and id = $2",
      [](const db::Row& row) { return row.number(0); }, institution, person);
}

std::optional<PersonRow> find(db::Reader& reader, Id<Institution> institution, Id<Person> person) {
  return reader.one(
      "select about, orcid, left_on from persons where institution_id = $1 and id = $2",
      [](const db::Row& row) {
        return PersonRow{row.string(0), row.optional_string(1), row.optional_date(2)};
      },
      institution, person);
}

std::vector<HeldPost> posts_on(db::Reader& reader, Id<Institution> institution, Id<Person> person, Date on) {
  return reader.all(
      "select title, org_unit_id from posts where institution_id = $1 and person_id = $2 "
      "and (valid_from is null or valid_from <= $3) and (valid_to is null or valid_to >= $3) "
      "order by is_main desc, id limit 10",
      [](const db::Row& row) {
        return HeldPost{row.string(0), row.id<OrgUnit>(1)};
      },
      institution, person, on);
}

std::vector<std::string> addresses(db::Reader& reader, Id<Institution> institution, Id<Person> person) {
  return reader.all(
      "select address from person_addresses where institution_id = $1 and person_id = $2 "
      "order by is_main desc, id limit 10",
      [](const db::Row& row) { return row.string(0); }, institution, person);
}

std::vector<WayOfWorking> ways_of_working(db::Reader& reader, Id<Institution> institution,
                                          Id<Person> person) {
  return reader.all(
      "select statement, source, stated_on, review_on from ways_of_working where institution_id = $1 "
      "and person_id = $2 and ended_at is null order by stated_on desc, id desc limit 5",
      [](const db::Row& row) {
        return WayOfWorking{row.string(0), row.string(1), row.date(2), row.optional_date(3)};
      },
      institution, person);
}

}  // namespace rapport::profile_store
