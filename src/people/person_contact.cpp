// The SQL of what a conversation leaves on a person.
#include "people/person_contact.hpp"

#include <algorithm>

namespace rapport::people {

void touch(db::Writer& writer, Id<Institution> institution, Id<Person> person) {
  writer.send("update persons set version = version + 1 where institution_id = $1 and id = $2", institution,
              person);
}

void note_contact(db::Writer& writer, Id<Institution> institution, Id<Person> person,
                  std::optional<Date> on) {
  if (!on) return touch(writer, institution, person);
  writer.send(
      "update persons set version = version + 1, last_on = case when coalesce(last_on, '') < $3 then $3 else "
      "last_on end "
      "where institution_id = $1 and id = $2",
      institution, person, *on);
}

void set_last_contact(db::Writer& writer, Id<Institution> institution, Id<Person> person,
                      std::optional<Date> on) {
  writer.execute(
      "update persons set version = version + 1, last_on = $3 where institution_id = $1 and id = $2",
      institution, person, on);
}

std::vector<Id<OrgUnit>> units_on(db::Reader& reader, Id<Institution> institution,
                                  const std::vector<Id<Person>>& people, Date on) {
  std::vector<Id<OrgUnit>> units;
  // One look-up a person: a conversation has a few, each with one or two posts.
  for (const auto person : people) {
    reader.each(
        "select org_unit_id from posts where institution_id = $1 and person_id = $2 "
        "and (valid_from is null or valid_from <= $3) and (valid_to is null or valid_to >= $3) order by id "
        "limit 50",
        [&](const db::Row& row) {
          const auto unit = row.id<OrgUnit>(0);
          if (std::ranges::count(units, unit) == 0) units.push_back(unit);
        },
        institution, person, on);
  }
  return units;
}

}  // namespace rapport::people
