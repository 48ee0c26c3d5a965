// The SQL of lists of people.
#include "people/people_list_store.hpp"

#include <algorithm>

namespace rapport::people_list_store {
namespace {

constexpr std::size_t rows_at_once = 10;

void complete_some(db::Reader& reader, Id<Institution> institution, std::span<people::PeopleRow> rows) {
  const auto id = [&](std::size_t i) { return i < rows.size() ? rows[i].person->id : Id<Person>{}; };
  reader.each(
      "select p.id, p.last_on, o.title from persons p left join posts o "
      "on o.institution_id = p.institution_id and o.person_id = p.id and o.is_main = 1 "
      "where p.institution_id = $1 and p.id in ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
      [&](const db::Row& found) {
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const people::PeopleRow& own) {
          return own.person->id == found.id<Person>(0);
        });
        row->last_on = found.optional_date(1);
        row->post = found.string(2);
      },
      institution, id(0), id(1), id(2), id(3), id(4), id(5), id(6), id(7), id(8), id(9));
}

}  // namespace

std::vector<Id<Person>> latest_first(db::Reader& reader, Id<Institution> institution) {
  return reader.all(
      "select id from persons where institution_id = $1 and last_on is not null order by last_on desc, id "
      "desc",
      [](const db::Row& row) { return row.id<Person>(0); }, institution);
}

std::optional<Date> last_on(db::Reader& reader, Id<Institution> institution, Id<Person> person) {
  return reader
      .one(
          "select last_on from persons where institution_id = $1 and id = $2",
          [](const db::Row& row) { return row.optional_date(0); }, institution, person)
      .value_or(std::nullopt);
}

void complete(db::Reader& reader, Id<Institution> institution, std::span<people::PeopleRow> rows) {
  for (std::size_t i = 0; i < rows.size(); i += rows_at_once)
    complete_some(reader, institution, rows.subspan(i, std::min(rows_at_once, rows.size() - i)));
}

}  // namespace rapport::people_list_store
