// The front door of a meeting about a plan: keeps its minutes, and what they became.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "interactions/directory.hpp"
#include "plans/action_plans.hpp"
#include "plans/minutes.hpp"
#include "scope/scope.hpp"

namespace rapport::meetings {

struct MeetingDraft {
  std::string words = {};  ///< the minutes as typed
  bool is_logged = true;   ///< as a conversation with the department, of today
};
struct Kept {
  Id<ActionPlan> plan = {};
  int actions = 0;
  int promises = 0;
  std::optional<Id<Interaction>> interaction = {};
};

/// How each line is read, for the plan's themes. Writes nothing.
[[nodiscard]] std::vector<MinutesLine> preview(Scope& scope, const Directory& directory,
                                               const action_plans::Beginning& where, std::string_view words);
/// Keeps all of it, or nothing: actions, promises, the minutes, and the conversation where it is logged. The
/// plan is begun where there is none. Invalid on "minutes", naming the line that could not be kept; else as
/// action_plans::add.
[[nodiscard]] Result<Kept> keep(Scope& scope, const Directory& directory,
                                const action_plans::Beginning& where, const MeetingDraft& draft);

}  // namespace rapport::meetings
