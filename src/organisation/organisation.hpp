// The front door of the organisation: add, rename, move and close units, each dated. Leaders and
// administrators may; Forbidden to others. One transaction and one audit row a verb.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "organisation/org_unit.hpp"
#include "organisation/succession.hpp"
#include "scope/scope.hpp"

namespace rapport::organisation {

[[nodiscard]] bool may_change(const Viewer& viewer);

/// Invalid: faults_of, an unknown or closed parent, an external id that another unit has.
[[nodiscard]] Result<Id<OrgUnit>> add(Scope& scope, const OrgUnitDraft& draft);
/// From that day on it is called so; the name before stays in its history. The day may not lie ahead, nor
/// before the unit's last change. The address of its page stays.
[[nodiscard]] Result<Done> rename(Scope& scope, Id<OrgUnit> unit, std::string_view name, Date from);
/// From that day on it stands there; without a parent, on top. Invalid where that makes a circle.
[[nodiscard]] Result<Done> move(Scope& scope, Id<OrgUnit> unit, std::optional<Id<OrgUnit>> parent, Date from);
/// `on` is its last day; from the next one on it goes on in `successors`. Conflict while open units stand
/// below it, or where another goes on in it, or a part of it elsewhere, only later; Invalid on "successors"
/// as `name_successors`.
[[nodiscard]] Result<Done> close(Scope& scope, Id<OrgUnit> unit, Date on,
                                 std::span<const Id<OrgUnit>> successors = {});
/// In whom a closed unit goes on: merged into one, split over several, nobody any more. Replaces what was
/// said before. Conflict while it is open; Invalid on "successors": more than ten, itself, one that was
/// closed by then or is not here.
[[nodiscard]] Result<Done> name_successors(Scope& scope, Id<OrgUnit> unit,
                                           std::span<const Id<OrgUnit>> successors);
/// Where parts of a unit went that stays open; nothing is moved by it. Replaces what was said before. Invalid
/// on "parts": more than ten, one named twice, itself, one that is not here, a day ahead, or on which one of
/// the two was not there or both gave to each other.
[[nodiscard]] Result<Done> name_parts(Scope& scope, Id<OrgUnit> unit, std::span<const UnitPart> parts);
/// Takes a closing back, as if it had not happened; what was said of successors goes too.
[[nodiscard]] Result<Done> reopen(Scope& scope, Id<OrgUnit> unit);
/// For undoing an import: takes out a unit that nothing refers to yet. Conflict where something does.
[[nodiscard]] Result<Done> remove(Scope& scope, Id<OrgUnit> unit);

/// With its history. NotFound.
[[nodiscard]] Result<OrgUnit> get(Scope& scope, std::string_view slug);
[[nodiscard]] Result<OrgUnit> get(Scope& scope, Id<OrgUnit> id);
/// All there are, in the order in which the units ended or lost a part. One statement over few rows.
[[nodiscard]] std::vector<Succession> successions(Scope& scope);

/// The academic years in which a unit was there; absent where nobody knows when it began, or it is open.
struct YearsThere {
  std::optional<int> first = {};
  std::optional<int> last = {};

  [[nodiscard]] bool has(int year) const { return nearest(year) == year; }
  [[nodiscard]] int nearest(int year) const {
    if (first && year < *first) year = *first;
    return last && year > *last ? *last : year;
  }
};
/// One look-up by key. Of a unit that is not here: all years.
[[nodiscard]] YearsThere years_there(Scope& scope, Id<OrgUnit> unit);
[[nodiscard]] std::optional<Id<OrgUnit>> find_external(Scope& scope, std::string_view external_id);

}  // namespace rapport::organisation
