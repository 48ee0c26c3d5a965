// Answers with one action.
#include "organisation/academic_calendar.hpp"
#include "plans/action_plan_pages.hpp"
#include "plans/action_plan_views.hpp"
#include "scope/submission.hpp"
#include "ui/page.hpp"
#include "ui/route_id.hpp"

namespace rapport::action_plans {
namespace {

Id<PlanItem> id_in(const ui::Visit& visit) {
  return ui::route_id<PlanItem>(visit.request, "item");
}

/// What was typed on the page of an action, and why it could not be kept.
struct Typed {
  std::optional<ItemForm> form = {};
  std::optional<std::string> outcome = {};
  std::string note = {};
};

http::Response item_page(const ui::Visit& visit, const Directory& directory, const ItemInPlan& there,
                         const Typed& typed, const Refusal* refusal) {
  auto& scope = visit.scope;
  const auto* unit = directory.org.find(there.plan.unit);
  if (unit == nullptr) return ui::show_refusal(visit, not_found("That action is not here."));
  const auto all_versions = versions(scope, there.item.id);
  const auto all_notes = notes(scope, there.item.id);
  const auto form = typed.form.value_or(item_form_of(there.item));
  const bool is_conflict = refusal != nullptr && refusal->kind == Refusal::Kind::conflict;
  const ItemPage page{.there = there,
                      .unit = *unit,
                      .name = unit_name(scope, directory, unit->id, there.plan.academic_year),
                      .versions = all_versions,
                      .notes = all_notes,
                      .form = form,
                      .outcome = typed.outcome.value_or(there.item.outcome),
                      .note = typed.note,
                      .faults = refusal == nullptr ? std::vector<Fault>() : refusal->faults,
                      .clash = is_conflict ? refusal->message : std::string(),
                      .may_write = may_write(scope.viewer)};
  return ui::show(visit, {.title = there.item.words,
                          .section = ui::Section::plans,
                          .content = item_view(visit, directory, page),
                          .status = is_conflict          ? 409
                                    : refusal != nullptr ? 422
                                                         : 200});
}

/// The page again with what was typed, or the refusal's own page where there is nothing to mend.
http::Response again(const ui::Visit& visit, const Directory& directory, const Refusal& refusal,
                     const Typed& typed) {
  const bool may_be_mended = refusal.kind == Refusal::Kind::conflict || !refusal.faults.empty();
  const auto there = get_item(visit.scope, id_in(visit));
  if (!may_be_mended || !there) return ui::show_refusal(visit, refusal);
  return item_page(visit, directory, *there, typed, &refusal);
}

int version_in(const ui::Visit& visit) {
  return static_cast<int>(visit.request.form().number("version").value_or(0));
}

/// Back to the plan where the button stood there, else to the action.
std::string way_back(const ui::Visit& visit, const Directory& directory, const ItemInPlan& there) {
  const auto& form = visit.request.form();
  // A forerunner's action stands on the page of the department in which it goes on.
  const auto* unit = directory.org.find_slug(form.value("at"));
  if (unit == nullptr) unit = directory.org.find(there.plan.unit);
  if (form.value("from") != "plan" || unit == nullptr) return item_address(there.item.id);
  // An action of last year stands on the page of this year too, from where it was sent.
  const auto shown = form.number("shown").value_or(there.plan.academic_year);
  const int year = shown == there.plan.academic_year + 1 ? static_cast<int>(shown) : there.plan.academic_year;
  auto address = plan_address(*unit, year);
  if (form.value("text") == "large") address += "?text=large";
  return address + "#act-" + std::to_string(there.item.id.value);
}

}  // namespace

http::Response show_item(const ui::Visit& visit, const Directory& directory) {
  const auto there = get_item(visit.scope, id_in(visit));
  if (!there) return ui::show_refusal(visit, there.refusal());
  return item_page(visit, directory, *there, {}, nullptr);
}

http::Response update_item(const ui::Visit& visit, const Directory& directory) {
  const auto form = item_form_in(visit.request.form());
  const auto draft = draft_of(form, directory, visit.scope.today, visit.scope.viewer.staff);
  if (!draft) return again(visit, directory, draft.refusal(), {.form = form});
  const auto done = change(visit.scope, directory, id_in(visit), form.version, *draft);
  if (!done) return again(visit, directory, done.refusal(), {.form = form});
  return ui::go(visit, item_address(id_in(visit)), "The action is saved.");
}

http::Response update_state(const ui::Visit& visit, const Directory& directory) {
  const auto& form = visit.request.form();
  const auto state = item_state_of(form.value("state"));
  const auto there = get_item(visit.scope, id_in(visit));
  if (!there) return ui::show_refusal(visit, there.refusal());
  const StateDraft draft{state.value_or(ItemState::open), std::string(form.value("outcome"))};
  if (!state)
    return again(visit, directory, invalid("state", "Choose how it stands."), {.outcome = draft.outcome});
  const auto done = set_state(visit.scope, directory, id_in(visit), version_in(visit), draft);
  if (!done) return again(visit, directory, done.refusal(), {.outcome = draft.outcome});
  return ui::go(visit, way_back(visit, directory, *there),
                std::string(words(draft.state)) + ": " + there->item.words);
}

http::Response create_carrying(const ui::Visit& visit, const Directory& directory) {
  const auto& form = visit.request.form();
  const auto there = get_item(visit.scope, id_in(visit));
  if (!there) return ui::show_refusal(visit, there.refusal());
  std::optional<Id<OrgUnit>> to;
  if (const auto field = form.value("to-field"); !field.empty()) {
    const auto* unit = directory.org.find_slug(form.value(field));
    if (unit == nullptr)
      return again(visit, directory, invalid("to", "Choose a department that it goes on with."), {});
    to = unit->id;
  }
  const auto carried = carry_forward(visit.scope, directory, id_in(visit), version_in(visit),
                                     {to, std::string(form.value("outcome"))});
  if (!carried)
    return again(visit, directory, carried.refusal(), {.outcome = std::string(form.value("outcome"))});
  return ui::go(visit, way_back(visit, directory, *there),
                "It goes on in " + visit.scope.years().words(there->plan.academic_year + 1) + ".");
}

http::Response create_note(const ui::Visit& visit, const Directory& directory) {
  const auto& form = visit.request.form();
  const auto id = id_in(visit);
  const auto typed = std::string(form.value("note"));
  const auto done = visit.scope.write([&](db::Writer& writer) -> Result<Done> {
    if (find_submission(writer, visit.scope.institution, form.value("key"))) return Done{};
    if (auto noted = note(visit.scope, id, typed); !noted) return noted;
    record_submission(visit.scope, writer, form.value("key"), item_address(id));
    return Done{};
  });
  if (!done) return again(visit, directory, done.refusal(), {.note = typed});
  return ui::go(visit, item_address(id), "The note is added.");
}

}  // namespace rapport::action_plans
