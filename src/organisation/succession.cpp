// Who goes on in whom.
#include "organisation/succession.hpp"

#include <algorithm>

namespace rapport {
namespace {

using Units = std::span<const Id<OrgUnit>>;

bool contains(Units units, Id<OrgUnit> unit) {
  return std::ranges::count(units, unit) > 0;
}

}  // namespace

std::vector<Succession> joined(std::span<const Succession> all, Units units, Date after, Date until) {
  std::vector<Succession> found;
  for (const auto& one : all)
    if (one.from > after && one.from <= until && contains(units, one.successor) && !contains(units, one.unit))
      found.push_back(one);
  return found;
}

std::vector<Succession> parted(std::span<const Succession> all, Units units, Date after, Date until) {
  std::vector<Succession> found;
  for (const auto& one : all)
    if (one.is_part && one.from > after && one.from <= until && contains(units, one.unit) &&
        !contains(units, one.successor))
      found.push_back(one);
  return found;
}

std::vector<Predecessor> predecessors(std::span<const Succession> all, Id<OrgUnit> unit, Date since,
                                      Date until) {
  std::vector<Predecessor> found{{unit, false, until}};
  for (std::size_t next = 0; next < found.size(); ++next)
    for (const auto& one : all) {
      // What came to one after that had gone on elsewhere did not go on with it.
      if (one.successor != found[next].unit || one.from <= since || one.from > found[next].until) continue;
      const bool is_part = one.is_part || found[next].is_part;
      const auto there = std::ranges::find(found, one.unit, &Predecessor::unit);
      if (there == found.end())
        found.push_back({one.unit, is_part, one.from});
      else
        there->is_part = there->is_part && is_part;
    }
  found.erase(found.begin());
  return found;
}

bool comes_back(std::span<const Succession> all, Id<OrgUnit> unit, const UnitPart& part) {
  std::vector<Id<OrgUnit>> reached{part.into};
  for (std::size_t next = 0; next < reached.size(); ++next)
    for (const auto& one : all) {
      if (one.unit != reached[next] || one.from != part.from) continue;
      if (one.successor == unit) return true;
      if (!contains(reached, one.successor)) reached.push_back(one.successor);
    }
  return false;
}

}  // namespace rapport
