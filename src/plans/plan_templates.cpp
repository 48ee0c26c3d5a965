// The front door of templates.
#include "plans/plan_templates.hpp"

#include <algorithm>

#include "audit/audit.hpp"
#include "base/text.hpp"

namespace rapport::plan_templates {
namespace {

Result<Done> may(const Scope& scope) {
  if (!may_change(scope.viewer)) return forbidden("Team leaders and administrators change templates.");
  return Done{};
}

Refusal no_template() {
  return not_found("That template is not here.");
}

void note(Scope& scope, db::Writer& writer, std::string_view action, Id<PlanTemplate> id) {
  audit::record_change(scope, writer, {.action = action, .subject = "plan_template", .subject_id = id.value});
}

std::vector<Fault> faults_among(Scope& scope, db::Reader& reader, const TemplateDraft& draft,
                                Id<PlanTemplate> own) {
  auto faults = faults_of(draft);
  for (const auto& other : action_plan_store::templates(reader, scope.institution))
    if (other.id != own && fold(other.name) == fold(draft.name))
      faults.push_back({"name", "There is a template of that name already."});
  return faults;
}

}  // namespace

bool may_change(const Viewer& viewer) {
  return viewer.is(Role::leader) || viewer.is(Role::administrator);
}

std::vector<Template> all(Scope& scope) {
  return scope.read(
      [&](db::Reader& reader) { return action_plan_store::templates(reader, scope.institution); });
}

Result<Template> get(Scope& scope, Id<PlanTemplate> id) {
  auto found = scope.read(
      [&](db::Reader& reader) { return action_plan_store::find_template(reader, scope.institution, id); });
  if (!found) return no_template();
  return std::move(*found);
}

Result<Id<PlanTemplate>> define(Scope& scope, const TemplateDraft& typed) {
  if (auto allowed = may(scope); !allowed) return std::move(allowed).refusal();
  const auto draft = tidied(typed);
  return scope.write([&](db::Writer& writer) -> Result<Id<PlanTemplate>> {
    if (auto faults = faults_among(scope, writer, draft, {}); !faults.empty())
      return invalid(std::move(faults));
    const auto id = action_plan_store::insert(writer, scope.institution,
                                              Template{.name = draft.name,
                                                       .content = draft.content,
                                                       .changed_by = scope.viewer.staff,
                                                       .changed_at = scope.now});
    note(scope, writer, "made", id);
    return id;
  });
}

Result<Done> change(Scope& scope, Id<PlanTemplate> id, int version, const TemplateDraft& typed) {
  if (auto allowed = may(scope); !allowed) return allowed;
  const auto draft = tidied(typed);
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    auto kept = action_plan_store::find_template(writer, scope.institution, id);
    if (!kept) return no_template();
    if (kept->version != version)
      return conflict(
          "A colleague has changed this template while you were writing. Your words are kept below.");
    if (auto faults = faults_among(scope, writer, draft, id); !faults.empty())
      return invalid(std::move(faults));
    kept->name = draft.name;
    kept->content = draft.content;
    kept->changed_by = scope.viewer.staff;
    kept->changed_at = scope.now;
    (void)action_plan_store::update(writer, scope.institution, *kept);
    note(scope, writer, "changed", id);
    return Done{};
  });
}

Result<Done> set_retired(Scope& scope, Id<PlanTemplate> id, bool is_retired) {
  if (auto allowed = may(scope); !allowed) return allowed;
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    auto kept = action_plan_store::find_template(writer, scope.institution, id);
    if (!kept) return no_template();
    if (kept->is_retired == is_retired) return Done{};
    kept->is_retired = is_retired;
    kept->changed_by = scope.viewer.staff;
    kept->changed_at = scope.now;
    (void)action_plan_store::update(writer, scope.institution, *kept);
    note(scope, writer, is_retired ? "retired" : "reinstated", id);
    return Done{};
  });
}

void insert_starting(db::Writer& writer, Id<Institution> institution, Instant now) {
  if (!action_plan_store::templates(writer, institution).empty()) return;
  const auto draft = starting_template();
  (void)action_plan_store::insert(writer, institution,
                                  Template{.name = draft.name, .content = draft.content, .changed_at = now});
}

}  // namespace rapport::plan_templates
