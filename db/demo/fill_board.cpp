// Through the front doors of the board, as each colleague would.
#include "fill_board.hpp"

#include <algorithm>

#include "bumps/board.hpp"

namespace rapport::demo {
namespace {

constexpr std::size_t stays_off = 3;  // every third
constexpr int goal_for_a_colleague = 8;

int colleagues_of(const Cast& cast, std::string_view team) {
  int colleagues = 0;
  for (const auto& member : cast.staff)
    if (member.team == team) ++colleagues;
  return colleagues;
}

std::optional<Id<Team>> team_of(const World& world, std::string_view name) {
  const auto found = std::ranges::find(world.cast.teams, name);
  if (found == world.cast.teams.end()) return std::nullopt;
  return world.teams[static_cast<std::size_t>(found - world.cast.teams.begin())];
}

void join(World& world, std::size_t place, Scope& scope) {
  const auto& member = world.cast.staff[place];
  if (member.role != "director" && place % stays_off != stays_off - 1) must(bumps::join_board(scope));
}

}  // namespace

void switch_board_on(World& world) {
  for (std::size_t place = 0; place < world.cast.staff.size(); ++place) {
    const auto& member = world.cast.staff[place];
    auto viewer = world.viewer({static_cast<std::int64_t>(place)});
    viewer.team = team_of(world, member.team);
    Scope scope(world.database, world.institution, viewer, world.zone, world.now);
    join(world, place, scope);
    const auto goal = std::to_string(goal_for_a_colleague * colleagues_of(world.cast, member.team));
    if (viewer.is(Role::leader) && viewer.team) must(bumps::set_team_board(scope, {true, goal}));
  }
  Scope administrator(world.database, world.institution, world.viewer(world.administrator()), world.zone,
                      world.now);
  must(bumps::show_places(administrator, true));
}

}  // namespace rapport::demo
