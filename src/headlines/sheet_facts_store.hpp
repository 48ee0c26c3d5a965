// The SQL of what a sheet is made from. Restricted conversations are in none of it.
#pragma once

#include <span>
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
/// At most so many units a statement; more are given one after the other.
inline constexpr std::size_t units_at_once = 10;
using Units = std::span<const Id<OrgUnit>>;

/// Records with a post there on a day of these.
[[nodiscard]] std::vector<Id<Person>> people_with_posts(db::Reader& reader, Id<Institution> institution,
                                                        Units units, Span span);

struct MonthCount {
  std::string month = {};  ///< "2025-10"
  int conversations = 0;
};
[[nodiscard]] std::vector<MonthCount> months(db::Reader& reader, Id<Institution> institution, Units units,
                                             Span span);

struct TopicCount {
  Id<Topic> topic = {};
  int conversations = 0;
  int people = 0;     ///< different ones, merged records once
  int attendees = 0;  ///< of the largest of them
};
/// Topics of conversations that the whole library may read: a word of a team's own goes nowhere.
[[nodiscard]] std::vector<TopicCount> topics(db::Reader& reader, Id<Institution> institution, Units units,
                                             Span span);
/// Modules of all conversations that are not restricted, as they are counted in the figure.
[[nodiscard]] std::vector<TopicCount> modules(db::Reader& reader, Id<Institution> institution, Units units,
                                              Span span);

}  // namespace rapport::sheet_facts_store
