// The SQL of what a sheet is made from. Restricted conversations are in none of it.
#pragma once

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

struct MonthCount {
  std::string month = {};  ///< "2025-10"
  int conversations = 0;
};
[[nodiscard]] std::vector<MonthCount> months(db::Reader& reader, Id<Institution> institution,
                                             Id<OrgUnit> unit, Span span);

struct TopicCount {
  Id<Topic> topic = {};
  int conversations = 0;
  int people = 0;     ///< different ones, merged records once
  int attendees = 0;  ///< of the largest of them
};
/// Topics of conversations that the whole library may read: a word of a team's own goes nowhere.
[[nodiscard]] std::vector<TopicCount> topics(db::Reader& reader, Id<Institution> institution,
                                             Id<OrgUnit> unit, Span span);
/// Modules of all conversations that are not restricted, as they are counted in the figure.
[[nodiscard]] std::vector<TopicCount> modules(db::Reader& reader, Id<Institution> institution,
                                              Id<OrgUnit> unit, Span span);

}  // namespace rapport::sheet_facts_store
