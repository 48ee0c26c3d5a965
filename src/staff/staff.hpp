// The front door of staff: who works at the library, in which role and team, and what each has chosen for
// themselves. Sign-in is session.hpp, passwords are password_change.hpp, departments looked after are
// portfolio.hpp.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "scope/scope.hpp"
#include "staff/staff_member.hpp"

namespace rapport::staff {

/// All verbs about other people are an administrator's: Forbidden otherwise.

/// Without a password: make a link for that. Invalid: faults of the draft, a username that is taken, an
/// unknown team.
[[nodiscard]] Result<Id<Staff>> add(Scope& scope, const StaffDraft& draft);
/// Replaces everything of the draft. `version` is the one that was being edited: Conflict when somebody was
/// faster. Another role or a closed account ends that person's sessions and links. Invalid as for `add`, and
/// where no administrator would be left.
[[nodiscard]] Result<Done> change(Scope& scope, Id<Staff> id, int version, const StaffDraft& draft);
/// Closes the account; conversations and promises keep the name.
[[nodiscard]] Result<Done> deactivate(Scope& scope, Id<Staff> id);
[[nodiscard]] Result<StaffMember> get(Scope& scope, Id<Staff> id);
/// Everybody, also former colleagues, by username.
[[nodiscard]] Result<std::vector<StaffMember>> all(Scope& scope);

/// By name; anybody may read them.
[[nodiscard]] std::vector<TeamEntry> teams(Scope& scope);
/// Invalid on "team_name": empty, too long, taken.
[[nodiscard]] Result<Id<Team>> add_team(Scope& scope, std::string_view name);
[[nodiscard]] Result<Done> rename_team(Scope& scope, Id<Team> id, std::string_view name);

/// The viewer's own: "device", "light" or "dark".
[[nodiscard]] Result<Done> choose_colours(Scope& scope, std::string_view colours);
[[nodiscard]] Result<Done> choose_single_keys(Scope& scope, bool has_single_keys);

}  // namespace rapport::staff
