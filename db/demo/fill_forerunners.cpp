// Through the front door of the organisation.
#include "fill_forerunners.hpp"

#include <algorithm>

#include "dice.hpp"
#include "organisation/organisation.hpp"

namespace rapport::demo {
namespace {

const Merged* merged_at(const World& world, Id<CastUnit> place) {
  const auto found = std::ranges::find(world.mergers, place, &Merged::place);
  return found == world.mergers.end() ? nullptr : &*found;
}

/// What lies before that day and what lies after it; either may be missing.
struct Parting {
  std::optional<Days> before;
  std::optional<Days> after;
};
Parting part_at(const Days& days, Date day) {
  if (days.from >= day) return {std::nullopt, days};
  if (days.to && *days.to < day) return {days, std::nullopt};
  return {Days{days.from, day.plus_days(-1)}, Days{day, days.to}};
}

}  // namespace

void add_forerunners(World& world, Scope& scope) {
  for (std::size_t i = 0; i < world.cast.units.size(); ++i) {
    const auto& unit = world.cast.units[i];
    if (!unit.merged_on) continue;
    Merged made{.place = {static_cast<std::int64_t>(i)},
                .unit = world.units[i],
                .forerunners = {},
                .on = *unit.merged_on};
    for (const auto& before : unit.forerunners) {
      OrgUnitDraft draft{.kind = org_unit_kind_of(unit.kind).value(),
                         .name = std::string(before.name),
                         .external_id = std::string(before.code)};
      if (unit.parent) draft.parent = world.id_of(*unit.parent);
      made.forerunners.push_back(must(organisation::add(scope, draft)));
    }
    world.mergers.push_back(std::move(made));
  }
}

void close_forerunners(const World& world, Scope& scope) {
  for (const auto& made : world.mergers)
    for (const auto before : made.forerunners)
      must(organisation::close(scope, before, made.on.plus_days(-1), std::span(&made.unit, 1)));
}

Id<OrgUnit> unit_then(const World& world, Id<CastUnit> unit, Date day, std::string_view whose) {
  const auto* made = merged_at(world, unit);
  if (made == nullptr || day >= made->on) return world.id_of(unit);
  Dice dice(cast_seed, "forerunner of " + std::string(whose));
  return dice.pick(made->forerunners);
}

std::vector<Part> parted(const World& world, Id<CastUnit> unit, const Days& days, std::string_view whose) {
  const auto* made = merged_at(world, unit);
  if (made == nullptr) return {{world.id_of(unit), days}};
  const auto [before, after] = part_at(days, made->on);
  std::vector<Part> parts;
  if (before) parts.push_back({unit_then(world, unit, before->from, whose), *before});
  if (after) parts.push_back({made->unit, *after});
  return parts;
}

std::vector<Part> all_parts(const World& world, Id<CastUnit> unit, const Days& days) {
  const auto* made = merged_at(world, unit);
  if (made == nullptr) return {{world.id_of(unit), days}};
  const auto [before, after] = part_at(days, made->on);
  std::vector<Part> parts;
  if (before)
    for (const auto forerunner : made->forerunners) parts.push_back({forerunner, *before});
  if (after) parts.push_back({made->unit, *after});
  return parts;
}

const Merged* merged(const World& world, Id<OrgUnit> unit) {
  const auto found = std::ranges::find(world.mergers, unit, &Merged::unit);
  return found == world.mergers.end() ? nullptr : &*found;
}

bool is_forerunner(const World& world, Id<OrgUnit> unit) {
  return std::ranges::any_of(
      world.mergers, [&](const Merged& made) { return std::ranges::count(made.forerunners, unit) > 0; });
}

}  // namespace rapport::demo
