// The SQL of the library's overview. Reads what relationships/ and interactions/ keep.
#pragma once

#include <vector>

#include "db/connection.hpp"
#include "interactions/interaction.hpp"

namespace rapport::overview_store {

struct UnitMonth {
  Id<OrgUnit> unit = {};
  Date month = {};  ///< its first day
  int conversations = 0;
};
/// As they are kept, from one month up to another.
[[nodiscard]] std::vector<UnitMonth> months(db::Reader& reader, Id<Institution> institution, Date from,
                                            Date to);
/// Counted now, both days included; without restricted ones.
[[nodiscard]] int count(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit, Date from,
                        Date to);

struct LevelOf {
  Id<Person> person = {};
  Id<OrgUnit> unit = {};
  int level = 0;
};
/// Records with a main post and a level of at least that, of the whole relationship.
[[nodiscard]] std::vector<LevelOf> levels_from(db::Reader& reader, Id<Institution> institution, int level);

}  // namespace rapport::overview_store
