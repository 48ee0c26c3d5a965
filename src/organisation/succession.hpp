// Departments that ended and go on in others: merged, split, or both. Plain data and pure rules.
#pragma once

#include <span>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"

namespace rapport {

struct OrgUnit;

struct Succession {
  Id<OrgUnit> unit = {};  ///< that ended
  Id<OrgUnit> successor = {};
  Date from = {};  ///< the day after its last

  friend bool operator==(const Succession&, const Succession&) = default;
};

inline constexpr std::size_t successors_max = 10;

/// Those by which a unit from elsewhere came into one of `units` after `after` and until `until`, that day
/// included; in their order.
[[nodiscard]] std::vector<Succession> joined(std::span<const Succession> all,
                                             std::span<const Id<OrgUnit>> units, Date after, Date until);

/// The units that go on in this one, by others between or not, and had not ended before `since`; each once,
/// the nearest first.
[[nodiscard]] std::vector<Id<OrgUnit>> predecessors(std::span<const Succession> all, Id<OrgUnit> unit,
                                                    Date since);

}  // namespace rapport
