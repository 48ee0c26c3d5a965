// The front door of scale-up plans: begin, change, review and close them. Librarians, leaders and
// administrators plan, directors read. Permission, transaction and audit live here.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"
#include "interactions/directory.hpp"
#include "relationships/plan.hpp"
#include "scope/scope.hpp"

namespace rapport::plans {

struct Plan {
  ScaleUpPlan plan = {};
  std::vector<PlanStep> steps = {};
};

/// Nobody new is planned for where somebody has left or a department was closed: such a plan is closed.
[[nodiscard]] bool may_be_planned(const Directory& directory, RelationshipWith with);

/// Over all records of a person, active ones first, then the newest. Two are active only where two records
/// with a plan each were merged.
[[nodiscard]] std::vector<Plan> of(Scope& scope, const Directory& directory, RelationshipWith with,
                                   ServiceArea area = ServiceArea::overall);
/// NotFound where there is none.
[[nodiscard]] Result<Plan> get(Scope& scope, Id<ScaleUpPlan> id);

/// At most a few hundred: which relationships have an active plan in an area. A merged person's as the one
/// they became.
[[nodiscard]] std::vector<ScaleUpPlan> active(Scope& scope, const Directory& directory,
                                              ServiceArea area = ServiceArea::overall);

/// Begins a plan; its steps become promises of their colleagues. A relationship of which nothing was said
/// yet is begun too. Invalid: faults_of, a colleague who does not log ("step-1-owner", "review_by"). Conflict
/// where there is a plan for that relationship and area already, named in the words; where somebody has left;
/// where the levels were changed since `seen_scale`. Cost: one transaction.
[[nodiscard]] Result<Id<ScaleUpPlan>> begin(Scope& scope, const Directory& directory, const PlanDraft& draft);
/// Replaces what it says. Steps that are there keep their promise; those without words are taken off the
/// lists; kept ones stay as they are. Conflict where somebody was faster than `version`, or it is closed.
[[nodiscard]] Result<Done> change(Scope& scope, const Directory& directory, Id<ScaleUpPlan> id, int version,
                                  const PlanDraft& draft);
/// Answers the review once and for all. Conflict as for `change`; also for those who have left.
[[nodiscard]] Result<Done> close(Scope& scope, const Directory& directory, Id<ScaleUpPlan> id, int version,
                                 const CloseDraft& draft);

/// The next open step of whom there is an active plan with, by the record that remains; over all areas.
[[nodiscard]] std::unordered_map<Id<Person>, std::string> next_steps(Scope& scope, const Directory& directory,
                                                                     std::span<const Id<Person>> people);

/// Plans whose review day has come, of which the viewer is asked: those they wrote, unless for a colleague,
/// and those written for them; of a colleague whose account is closed, those of the departments that the
/// viewer leads for.
[[nodiscard]] std::vector<ScaleUpPlan> to_review(Scope& scope, const Directory& directory);
/// Today does not ask again about this review day; the plan's page does. Whoever is asked, leaders and
/// administrators may.
[[nodiscard]] Result<Done> ask_no_more(Scope& scope, const Directory& directory, Id<ScaleUpPlan> id);

/// What worked for others: sentences and kept steps of plans that were reached, without names.
struct Ideas {
  int plans = 0;  ///< how many they come from
  std::vector<std::string> learnt = {};
  std::vector<std::string> steps = {};
  [[nodiscard]] bool empty() const { return learnt.empty() && steps.empty(); }
};
/// Of other relationships than this one; plans that aimed at the same level come first. Nothing where fewer
/// than two plans were reached.
[[nodiscard]] Ideas ideas(Scope& scope, const Directory& directory, RelationshipWith with,
                          std::optional<int> aim);
/// Whether a word of the text is part of a name of somebody of the university or a colleague, the possessive
/// too.
[[nodiscard]] bool names_somebody(const Directory& directory, std::string_view text);

/// A plan of the past, as somebody made it.
struct PastPlan {
  PlanDraft draft = {};
  Id<Staff> made_by = {};
  Date made_on = {};
  std::optional<CloseDraft> closing = {};
  std::optional<Date> closed_on = {};
  int steps_kept = 0;  ///< the first so many
};
/// Many at once, for the made-up university. All or, at the first refusal, none; refusals are those of
/// `begin`, but days may lie in the past. Forbidden but for administrators. One transaction.
[[nodiscard]] Result<Done> record_past(Scope& scope, const Directory& directory,
                                       std::span<const PastPlan> plans);

}  // namespace rapport::plans
