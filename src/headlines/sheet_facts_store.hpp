// The SQL of what a sheet is made from. Restricted conversations are in none of it.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "db/connection.hpp"
#include "interactions/interaction.hpp"

namespace rapport {
struct Institution;
}

namespace rapport::sheet_facts_store {

struct Span {
  Date first = {};
  Date last = {};  ///< included
};
/// All of these are of a unit and those below it.

/// Records with a post there on a day of these.
[[nodiscard]] std::vector<Id<Person>> people_with_posts(db::Reader& reader, Id<Institution> institution,
                                                        Id<OrgUnit> unit, Span span);

/// A conversation, as it is counted. Its texts hold until the next one.
struct Talk {
  Id<Interaction> interaction = {};
  Date happened_on = {};
  bool is_for_all = false;  ///< else a team's
  int attendees = 0;
  std::string_view people = {};  ///< ids_of
  std::string_view topics = {};  ///< ids_of
};
/// Every conversation of these days that is not restricted; one with several of the units as often. Cost: one
/// walk over an index and a row by its key for each.
void each_talk(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit, Span span,
               const std::function<void(const Talk&)>& see);

}  // namespace rapport::sheet_facts_store
