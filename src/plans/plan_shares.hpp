// The front door of sharing: links for a department, and what it answers. Whoever has the link is nobody in
// particular; the long random token is all their right, and what they read is the plan alone.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "interactions/directory.hpp"
#include "plans/action_plans.hpp"
#include "plans/plan_share.hpp"
#include "scope/scope.hpp"

namespace rapport::plan_shares {

/// Newest first, those that do not work any more too.
[[nodiscard]] std::vector<PlanLinkEntry> links(Scope& scope, Id<ActionPlan> plan);
/// The token, shown this once. Invalid: faults_of. Forbidden for directors.
[[nodiscard]] Result<std::string> make_link(Scope& scope, Id<ActionPlan> plan, const LinkDraft& draft);
/// From now on the link is not there. Said twice changes nothing. NotFound.
[[nodiscard]] Result<ActionPlan> revoke(Scope& scope, Id<PlanLink> id);

/// Newest first.
[[nodiscard]] std::vector<PlanAnswerEntry> answers(Scope& scope, Id<ActionPlan> plan);
/// An answer with the plan that it is about.
struct Unseen {
  PlanAnswerEntry answer = {};
  ActionPlan plan = {};
};
/// Of the departments that the viewer leads for, has in the round, or made the plan for; oldest first.
[[nodiscard]] std::vector<Unseen> not_seen(Scope& scope, const Directory& directory);
/// Forbidden for directors. Said twice changes nothing: NotFound where there is none.
[[nodiscard]] Result<Done> mark_seen(Scope& scope, Id<PlanAnswer> id);

/// What a link opens. `scope` is nobody's.
struct Shared {
  Id<PlanLink> link = {};
  Instant expires_at = {};
  OrgUnitEntry unit = {};
  std::string name = {};  ///< what the department was called in that year
  action_plans::Plan plan = {};
  std::optional<action_plans::Plan> last = {};
  std::vector<action_plans::Forerunner> forerunners = {};
  bool is_agreed = false;  ///< somebody has agreed by a link
};
/// Nothing for a token that is unknown, expired or revoked; one cannot be told from the other.
[[nodiscard]] std::optional<Shared> read(Scope& scope, const Directory& directory, std::string_view token);
/// Keeps an answer; agreement moves the round to agreed. The same `key` again is stored once. NotFound as
/// `read`; Invalid: faults_of; Conflict beyond two hundred answers.
[[nodiscard]] Result<Done> answer(Scope& scope, std::string_view token, const AnswerDraft& draft,
                                  std::string_view key);

}  // namespace rapport::plan_shares
