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
/// below it, or where another goes on in it only later; Invalid on "successors" as `name_successors`.
[[nodiscard]] Result<Done> close(Scope& scope, Id<OrgUnit> unit, Date on,
                                 std::span<const Id<OrgUnit>> successors = {});
/// In whom a closed unit goes on: merged into one, split over several, nobody any more. Replaces what was
/// said before. Conflict while it is open; Invalid on "successors": more than ten, itself, one that was
/// closed by then or is not here.
[[nodiscard]] Result<Done> name_successors(Scope& scope, Id<OrgUnit> unit,
                                           std::span<const Id<OrgUnit>> successors);
/// Takes a closing back, as if it had not happened; what was said of successors goes too.
[[nodiscard]] Result<Done> reopen(Scope& scope, Id<OrgUnit> unit);
/// For undoing an import: takes out a unit that nothing refers to yet. Conflict where something does.
[[nodiscard]] Result<Done> remove(Scope& scope, Id<OrgUnit> unit);

/// With its history. NotFound.
[[nodiscard]] Result<OrgUnit> get(Scope& scope, std::string_view slug);
[[nodiscard]] Result<OrgUnit> get(Scope& scope, Id<OrgUnit> id);
/// All there are, in the order in which the units ended. One statement over few rows.
[[nodiscard]] std::vector<Succession> successions(Scope& scope);
[[nodiscard]] std::optional<Id<OrgUnit>> find_external(Scope& scope, std::string_view external_id);

}  // namespace rapport::organisation
