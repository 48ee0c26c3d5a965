// The front door of templates: what an action plan may start from. Team leaders and administrators change
// them, everybody reads.
#pragma once

#include <vector>

#include "base/result.hpp"
#include "plans/action_plan.hpp"
#include "plans/action_plan_store.hpp"
#include "scope/scope.hpp"

namespace rapport::plan_templates {

using Template = action_plan_store::KeptTemplate;

[[nodiscard]] bool may_change(const Viewer& viewer);
/// Those in use and those that are not, in the order in which they were made.
[[nodiscard]] std::vector<Template> all(Scope& scope);
[[nodiscard]] Result<Template> get(Scope& scope, Id<PlanTemplate> id);

/// Invalid: faults_of, a name that another one has. Plans that were begun keep what they have.
[[nodiscard]] Result<Id<PlanTemplate>> define(Scope& scope, const TemplateDraft& draft);
/// Conflict where it is not `version` any more.
[[nodiscard]] Result<Done> change(Scope& scope, Id<PlanTemplate> id, int version, const TemplateDraft& draft);
/// Not offered any more, or again.
[[nodiscard]] Result<Done> set_retired(Scope& scope, Id<PlanTemplate> id, bool is_retired);

/// What a library starts with, once.
void insert_starting(db::Writer& writer, Id<Institution> institution, Instant now);

}  // namespace rapport::plan_templates
