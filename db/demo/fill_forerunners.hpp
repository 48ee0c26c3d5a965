// Departments that became one: the cast knows them as they are today, and what was before is put in where the
// cast is written. It throws dice of its own, so that everybody else stays as they were. For filling alone.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "fill_world.hpp"

namespace rapport::demo {

struct Days {
  Date from;
  std::optional<Date> to;  ///< the last one
};
/// Where somebody or something belonged for some time.
struct Part {
  Id<OrgUnit> unit;
  Days days;
};

/// Adds the departments that were there before, after all others.
void add_forerunners(World& world, Scope& scope);
/// From the day on which they became one they go on in it.
void close_forerunners(const World& world, Scope& scope);

/// The department as it was on that day. Where it was several, one and the same for the same `whose`.
[[nodiscard]] Id<OrgUnit> unit_then(const World& world, Id<CastUnit> unit, Date day, std::string_view whose);
/// A time in a department, parted where it became another one, oldest first.
[[nodiscard]] std::vector<Part> parted(const World& world, Id<CastUnit> unit, const Days& days,
                                       std::string_view whose);
/// As `parted`, before with each of its forerunners.
[[nodiscard]] std::vector<Part> all_parts(const World& world, Id<CastUnit> unit, const Days& days);

/// What that department was made of, or nothing.
[[nodiscard]] const Merged* merged(const World& world, Id<OrgUnit> unit);
[[nodiscard]] bool is_forerunner(const World& world, Id<OrgUnit> unit);

}  // namespace rapport::demo
