// The part of the front door through which plans promise: for colleagues too, and without a conversation.
#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"
#include "interactions/directory.hpp"
#include "interactions/interaction.hpp"
#include "scope/scope.hpp"

namespace rapport::interactions {

/// What a plan's step asks of a colleague: a promise of ours without a conversation.
struct PlannedPromise {
  Id<Staff> staff = {};
  std::optional<Id<Person>> person = {};
  std::string words = {};
  std::optional<Date> due_on = {};
};
/// Whoever may log may plan, for colleagues too. Invalid on "promise" (words) and "staff" (nobody who logs).
[[nodiscard]] Result<Id<Promise>> plan_promise(Scope& scope, const Directory& directory,
                                               const PlannedPromise& planned);
/// Other words, day or colleague. Only what belongs to no conversation: Forbidden otherwise. Kept ones stay
/// as they are: Conflict.
[[nodiscard]] Result<Done> replan_promise(Scope& scope, const Directory& directory, Id<Promise> id,
                                          const PlannedPromise& planned);
/// Kept, or not after all, whoever promised it. Said twice changes nothing. Else as replan_promise.
[[nodiscard]] Result<Done> keep_planned_promise(Scope& scope, Id<Promise> id, bool is_kept);
/// No longer needed. As replan_promise.
[[nodiscard]] Result<Done> drop_planned_promise(Scope& scope, Id<Promise> id);

}  // namespace rapport::interactions
