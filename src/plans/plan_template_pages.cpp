// Answers with templates.
#include "plans/plan_template_pages.hpp"

#include "plans/plan_template_views.hpp"
#include "scope/submission.hpp"
#include "ui/page.hpp"
#include "ui/route_id.hpp"

namespace rapport::plan_templates {
namespace {

constexpr const char* list_address = "/settings/plan-templates";

Id<PlanTemplate> id_in(const ui::Visit& visit) {
  return ui::route_id<PlanTemplate>(visit.request, "template");
}

TemplateDraft draft_in(const http::Form& form) {
  return {std::string(form.value("name")), std::string(form.value("content"))};
}

http::Response form_page(const ui::Visit& visit, const TemplateForm& form) {
  const int status = !form.clash.empty() ? 409 : form.faults.empty() ? 200 : 422;
  return ui::show(visit, {.title = form.kept ? form.kept->name : "New template",
                          .section = ui::Section::settings,
                          .content = template_form_view(visit, form),
                          .status = status});
}

http::Response after(const ui::Visit& visit, const Result<Done>& done, std::string_view message) {
  if (!done) return ui::show_refusal(visit, done.refusal());
  return ui::go(visit, list_address, message);
}

}  // namespace

http::Response show_templates(const ui::Visit& visit, const Directory& directory) {
  return ui::show(visit, {.title = "Plan templates",
                          .section = ui::Section::settings,
                          .content = templates_view(visit, directory, all(visit.scope))});
}

http::Response new_template(const ui::Visit& visit) {
  return form_page(visit, {});
}

http::Response create_template(const ui::Visit& visit) {
  const auto& form = visit.request.form();
  const auto draft = draft_in(form);
  const auto key = form.value("key");
  const auto done = visit.scope.write([&](db::Writer& writer) -> Result<Done> {
    if (find_submission(writer, visit.scope.institution, key)) return Done{};
    if (auto defined = define(visit.scope, draft); !defined) return std::move(defined).refusal();
    record_submission(visit.scope, writer, key, list_address);
    return Done{};
  });
  if (done) return ui::go(visit, list_address, "The template is added.");
  if (done.refusal().faults.empty()) return ui::show_refusal(visit, done.refusal());
  return form_page(visit, {.draft = draft, .faults = done.refusal().faults});
}

http::Response edit_template(const ui::Visit& visit) {
  const auto kept = get(visit.scope, id_in(visit));
  if (!kept) return ui::show_refusal(visit, kept.refusal());
  return form_page(visit, {.kept = *kept, .draft = {kept->name, kept->content}});
}

http::Response update_template(const ui::Visit& visit) {
  const auto& form = visit.request.form();
  const auto draft = draft_in(form);
  const auto done =
      change(visit.scope, id_in(visit), static_cast<int>(form.number("version").value_or(0)), draft);
  if (done)
    return ui::go(visit, list_address, "The template is saved. Plans that were begun keep what they have.");
  const auto& refusal = done.refusal();
  const auto kept = get(visit.scope, id_in(visit));
  const bool is_conflict = refusal.kind == Refusal::Kind::conflict;
  if (!kept || (!is_conflict && refusal.faults.empty())) return ui::show_refusal(visit, refusal);
  return form_page(visit, {.kept = *kept,
                           .draft = draft,
                           .faults = refusal.faults,
                           .clash = is_conflict ? refusal.message : std::string()});
}

http::Response retire_template(const ui::Visit& visit) {
  return after(visit, set_retired(visit.scope, id_in(visit), true), "The template is not offered any more.");
}

http::Response reinstate_template(const ui::Visit& visit) {
  return after(visit, set_retired(visit.scope, id_in(visit), false), "The template is offered again.");
}

}  // namespace rapport::plan_templates
