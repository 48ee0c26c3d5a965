// The SQL of the ladder: many people's levels at once; row <-> value, nothing else.
#pragma once

#include <span>
#include <vector>

#include "db/connection.hpp"
#include "relationships/relationship.hpp"

namespace rapport::ladder_store {

/// A person's record with their relationship, if there is one.
struct Member {
  Id<Person> person = {};
  std::optional<Date> last_on = {};
  std::optional<Relationship> relationship = {};
};
/// Records that are not merged and have not left, with their main post in one of the units.
[[nodiscard]] std::vector<Member> members(db::Reader& reader, Id<Institution> institution,
                                          std::span<const Id<OrgUnit>> units, ServiceArea area);
/// Everybody's.
[[nodiscard]] std::vector<Member> all_members(db::Reader& reader, Id<Institution> institution,
                                              ServiceArea area);

/// The first event of each of these relationships on or after a day: what it says about before.
[[nodiscard]] std::vector<LevelEvent> first_events(db::Reader& reader, Id<Institution> institution,
                                                   std::span<const Id<Relationship>> relationships,
                                                   Date since);

}  // namespace rapport::ladder_store
