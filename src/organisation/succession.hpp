// Departments that go on in others: they ended (merged, split, or both), or stay open and lost a part. Plain
// data and pure rules.
#pragma once

#include <span>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"

namespace rapport {

struct OrgUnit;

struct Succession {
  Id<OrgUnit> unit = {};  ///< that ended, or lost a part
  Id<OrgUnit> successor = {};
  Date from = {};        ///< the day after its last; of a part its first elsewhere
  bool is_part = false;  ///< it did not end by this

  friend bool operator==(const Succession&, const Succession&) = default;
};

/// Where a part of a unit went that stays open.
struct UnitPart {
  Id<OrgUnit> into = {};
  Date from = {};

  friend auto operator<=>(const UnitPart&, const UnitPart&) = default;
};

inline constexpr std::size_t successors_max = 10;

/// Those by which a unit from elsewhere, or a part of one, came into one of `units` after `after` and until
/// `until`, that day included; in their order.
[[nodiscard]] std::vector<Succession> joined(std::span<const Succession> all,
                                             std::span<const Id<OrgUnit>> units, Date after, Date until);
/// Those by which a part of one of `units` went elsewhere in these days.
[[nodiscard]] std::vector<Succession> parted(std::span<const Succession> all,
                                             std::span<const Id<OrgUnit>> units, Date after, Date until);

struct Predecessor {
  Id<OrgUnit> unit = {};
  bool is_part = false;  ///< only a part of it came
  Date until = {};       ///< the day on which it, or that part, began to be in another

  friend bool operator==(const Predecessor&, const Predecessor&) = default;
};
/// The units that go on in this one, by others between or not: that had not ended, or lost the part, before
/// `since`, and had by `until`. Each once, the nearest first.
[[nodiscard]] std::vector<Predecessor> predecessors(std::span<const Succession> all, Id<OrgUnit> unit,
                                                    Date since, Date until);

/// Whether what a unit gave on that day came back to it on the same day, by others between or not.
[[nodiscard]] bool comes_back(std::span<const Succession> all, Id<OrgUnit> unit, const UnitPart& part);

}  // namespace rapport
