// Answers with a department's plan.
#include "plans/action_plan_pages.hpp"

#include "organisation/academic_calendar.hpp"
#include "organisation/organisation.hpp"
#include "plans/action_plan_views.hpp"
#include "plans/plan_address.hpp"
#include "plans/plan_page.hpp"
#include "plans/plan_share_pages.hpp"
#include "scope/submission.hpp"
#include "ui/page.hpp"
#include "ui/route_id.hpp"

namespace rapport::action_plans {
namespace {

Refusal no_plan_there() {
  return not_found("There is no action plan at that address.");
}

bool is_large(const ui::Visit& visit) {
  const bool is_form = visit.request.method == http::Method::post;
  return (is_form ? visit.request.form().value("text") : visit.request.query.value("text")) == "large";
}

std::string with_text(const ui::Visit& visit, std::string address, std::string_view anchor = {}) {
  if (is_large(visit)) address += "?text=large";
  return address.append(anchor);
}

/// Whether the department had not been closed before that year.
bool was_there(Scope& scope, const OrgUnitEntry& unit, int academic_year) {
  if (unit.is_open) return true;
  const auto details = organisation::get(scope, unit.id);
  return !details || !details->closed_on || *details->closed_on >= scope.years().first_day(academic_year);
}

/// Where the page goes on; a form sent twice is stored once.
Result<std::string> add_once(const ui::Visit& visit, const Directory& directory, const Place& place,
                             const ItemForm& form) {
  const auto draft = draft_of(form, directory, visit.scope.today, visit.scope.viewer.staff);
  if (!draft) return draft.refusal();
  return visit.scope.write([&](db::Writer& writer) -> Result<std::string> {
    if (auto earlier = find_submission(writer, visit.scope.institution, form.key)) return std::move(*earlier);
    const auto id = add(visit.scope, directory, {place.unit->id, place.academic_year, {}}, *draft);
    if (!id) return id.refusal();
    auto location =
        with_text(visit, plan_address(*place.unit, place.academic_year), "#act-" + std::to_string(id->value));
    record_submission(visit.scope, writer, form.key, location);
    return location;
  });
}

}  // namespace

http::Response plan_page(const ui::Visit& visit, const Directory& directory, const Place& place,
                         PlanPageAnswer answer) {
  auto& scope = visit.scope;
  const auto year = place.academic_year;
  const auto templates = plan_templates::all(scope);
  const auto all_years = years(scope, place.unit->id);
  PlanPage page{
      .unit = *place.unit,
      .name = unit_name(scope, directory, place.unit->id, year),
      .last_name = unit_name(scope, directory, place.unit->id, year - 1),
      .academic_year = year,
      .last = of(scope, directory, place.unit->id, year - 1),
      .now = of(scope, directory, place.unit->id, year),
      .forerunners = forerunners(scope, directory, place.unit->id, year),
      .templates = templates,
      .years = all_years,
      .form = std::move(answer.form),
      .faults = std::move(answer.faults),
      .may_write = may_write(scope.viewer),
      .may_begin = may_begin(year, scope.today, scope.years()) && was_there(scope, *place.unit, year),
      .is_closed = !place.unit->is_open,
      .is_large = is_large(visit) || answer.is_meeting,
      .is_meeting = answer.is_meeting};
  if (page.is_closed) page.successors = successors(scope, place.unit->id);
  if (!page.now && !page.last && page.forerunners.empty() && !page.may_begin)
    return ui::show_refusal(visit, no_plan_there());
  if (page.now) page.notes = note_counts(scope, page.now->plan.id);
  page.aside = std::move(answer.aside);
  if (page.now && !page.is_meeting) page.aside = plan_shares::answers_card(visit, page.now->plan.id);
  if (page.now) page.minutes = minutes(scope, page.now->plan.id);
  if (page.form.owners.empty()) page.form.owners = {std::to_string(scope.viewer.staff.value)};
  return ui::show(visit, {.title = "Action plan " + visit.scope.years().words(year) + ", " + page.name,
                          .section = ui::Section::plans,
                          .content = plan_view(visit, directory, page),
                          .is_wide = page.is_large,
                          .status = answer.status});
}

http::Response show_plan(const ui::Visit& visit, const Directory& directory) {
  const auto place = place_in(visit, directory);
  if (!place) return ui::show_refusal(visit, no_plan_there());
  return plan_page(visit, directory, *place, {});
}

http::Response begin_plan(const ui::Visit& visit, const Directory& directory) {
  const auto place = place_in(visit, directory);
  if (!place) return ui::show_refusal(visit, no_plan_there());
  Beginning beginning{.unit = place->unit->id, .academic_year = place->academic_year};
  if (const auto id = ui::id_of<PlanTemplate>(visit.request.form().value("template")); id.value > 0)
    beginning.from = id;
  const auto begun = begin(visit.scope, directory, beginning);
  if (begun)
    return ui::go(visit, with_text(visit, plan_address(*place->unit, place->academic_year)),
                  "The plan is begun.");
  const auto& refusal = begun.refusal();
  if (refusal.faults.empty()) return ui::show_refusal(visit, refusal);
  return plan_page(visit, directory, *place, {.faults = refusal.faults, .status = 422});
}

http::Response create_item(const ui::Visit& visit, const Directory& directory) {
  const auto place = place_in(visit, directory);
  if (!place) return ui::show_refusal(visit, no_plan_there());
  auto form = item_form_in(visit.request.form());
  const auto location = add_once(visit, directory, *place, form);
  if (location) return ui::go(visit, *location, "The action is added.");
  const auto& refusal = location.refusal();
  if (refusal.faults.empty()) return ui::show_refusal(visit, refusal);
  return plan_page(visit, directory, *place, {std::move(form), refusal.faults, 422});
}

html::Html today_section(const ui::Visit& visit, const Directory& directory) {
  const auto plans = to_look_at(visit.scope, directory);
  if (plans.empty()) return {};
  return half_year_card(visit, directory, plans);
}

html::Html department_card(const ui::Visit& visit, const Directory& directory, const OrgUnitEntry& unit) {
  const int now = visit.scope.years().of(visit.scope.today);
  const int year = unit.is_open ? now : organisation::years_there(visit.scope, unit.id).nearest(now);
  return actions_card(visit, unit, year, of(visit.scope, directory, unit.id, year));
}

}  // namespace rapport::action_plans
