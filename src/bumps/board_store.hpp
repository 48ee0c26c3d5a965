// The SQL of the board: who is on it, which switches stand how, what teams did together. Row <-> value,
// nothing else.
#pragma once

#include <optional>
#include <vector>

#include "bumps/board.hpp"
#include "db/connection.hpp"

namespace rapport::board_store {

[[nodiscard]] std::vector<Id<Staff>> members(db::Reader& reader, Id<Institution> institution);
void put_member(db::Writer& writer, Id<Institution> institution, Id<Staff> staff, Instant at);
void erase_member(db::Writer& writer, Id<Institution> institution, Id<Staff> staff);

/// Nothing where nobody has chosen yet.
[[nodiscard]] std::optional<PlacesSwitch> find_places(db::Reader& reader, Id<Institution> institution);
void put_places(db::Writer& writer, Id<Institution> institution, const PlacesSwitch& places);

/// Nothing where the team's board was never switched on.
[[nodiscard]] std::optional<TeamSwitch> find_team(db::Reader& reader, Id<Institution> institution,
                                                  Id<Team> team);
void put_team(db::Writer& writer, Id<Institution> institution, const TeamSwitch& team);

/// Links that count and whose later side happened between the two days.
[[nodiscard]] int count_bumps(db::Reader& reader, Id<Institution> institution, Date first, Date last);
[[nodiscard]] int count_bumps(db::Reader& reader, Id<Institution> institution, Id<Team> team, Date first,
                              Date last);

/// One help as its owner may see it: the later conversation where the viewer may read it.
struct HelpedTo {
  Id<Bump> bump = {};
  Id<Interaction> outcome = {};
};
[[nodiscard]] std::vector<HelpedTo> outcomes_of_helper(db::Reader& reader, Id<Institution> institution,
                                                       Id<Staff> helper, Date first, Date last);

}  // namespace rapport::board_store
