// The SQL of lists of people.
#pragma once

#include <span>
#include <vector>

#include "db/connection.hpp"
#include "people/people_list.hpp"

namespace rapport::people_list_store {

/// Everybody who was ever spoken to.
[[nodiscard]] std::vector<Id<Person>> latest_first(db::Reader& reader, Id<Institution> institution);
/// Of one record.
[[nodiscard]] std::optional<Date> last_on(db::Reader& reader, Id<Institution> institution, Id<Person> person);
/// Fills in each row's post and last conversation. Cost: one query for ten rows.
void complete(db::Reader& reader, Id<Institution> institution, std::span<people::PeopleRow> rows);

}  // namespace rapport::people_list_store
