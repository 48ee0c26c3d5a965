// Answers with scale-up plans.
#include "relationships/plan_pages.hpp"

#include "relationships/plan_views.hpp"
#include "relationships/relationships.hpp"
#include "scope/submission.hpp"
#include "ui/page.hpp"
#include "ui/route_id.hpp"

namespace rapport::plans {
namespace {

Id<ScaleUpPlan> id_in(const http::Request& request) {
  return ui::route_id<ScaleUpPlan>(request, "plan");
}

/// Whom the address names; merged people as the one they became.
std::optional<RelationshipWith> partner_in(const http::Request& request, const Directory& directory) {
  if (const auto slug = request.parameter("person"); !slug.empty()) {
    const auto* person = directory.people.find_slug(slug);
    return person == nullptr ? std::nullopt : std::optional<RelationshipWith>(person->id);
  }
  const auto* unit = directory.org.find_slug(request.parameter("unit"));
  return unit == nullptr ? std::nullopt : std::optional<RelationshipWith>(unit->id);
}

Refusal nobody_there() {
  return not_found("Nobody of that name is here.");
}

bool may_write(const ui::Visit& visit) {
  return !visit.scope.viewer.is(Role::director);
}

http::Response page_of(const ui::Visit& visit, const PlanPartner& partner, html::Html content, int status) {
  return ui::show(visit, {.title = "Next step, " + partner.name,
                          .section = ui::Section::relationships,
                          .content = std::move(content),
                          .person = partner.slug,
                          .status = status});
}

/// What a form page says beside the form.
struct Answer {
  std::vector<Fault> faults = {};
  std::string clash = {};
  int status = 200;
};
Answer answer_to(const Refusal& refusal) {
  if (refusal.kind == Refusal::Kind::conflict) return {.clash = refusal.message, .status = 409};
  return {.faults = refusal.faults, .status = 422};
}

http::Response new_form(const ui::Visit& visit, const Directory& directory, RelationshipWith with,
                        const PlanForm& form, Answer answer) {
  const auto scales = relationships::scales(visit.scope);
  const auto earlier = of(visit.scope, directory, with, form.area);
  const auto partner = plan_partner(directory, with);
  return page_of(visit, partner,
                 plan_form_view(visit, directory,
                                {.form = form,
                                 .partner = partner,
                                 .scales = scales,
                                 .standing = relationships::standing(visit.scope, directory, with, form.area),
                                 .earlier = earlier,
                                 .ideas = ideas(visit.scope, directory, with, std::nullopt),
                                 .faults = std::move(answer.faults),
                                 .clash = std::move(answer.clash)}),
                 answer.status);
}

http::Response edit_form(const ui::Visit& visit, const Directory& directory, const Plan& plan,
                         const PlanForm& form, Answer answer) {
  const auto scales = relationships::scales(visit.scope);
  const auto& with = plan.plan.with;
  const auto partner = plan_partner(directory, with);
  return page_of(
      visit, partner,
      plan_form_view(
          visit, directory,
          {.form = form,
           .partner = partner,
           .scales = scales,
           .standing = relationships::standing(visit.scope, directory, with, plan.plan.area),
           .plan = plan,
           .ideas = ideas(visit.scope, directory, with, scales.now(plan.plan.aim_scale, plan.plan.aim_level)),
           .faults = std::move(answer.faults),
           .clash = std::move(answer.clash)}),
      answer.status);
}

/// Where the page goes on; a form sent twice is stored once.
Result<std::string> begin_once(const ui::Visit& visit, const Directory& directory, const PlanForm& form,
                               RelationshipWith with) {
  const auto draft = draft_of(form, with);
  if (!draft) return draft.refusal();
  return visit.scope.write([&](db::Writer& writer) -> Result<std::string> {
    if (auto earlier = find_submission(writer, visit.scope.institution, form.key)) return std::move(*earlier);
    if (auto begun = begin(visit.scope, directory, *draft); !begun) return std::move(begun).refusal();
    auto location = plan_address(plan_partner(directory, with), form.area);
    record_submission(visit.scope, writer, form.key, location);
    return location;
  });
}

/// What clashed can be sent again: it has seen what is there now.
PlanForm seen_again(const ui::Visit& visit, const Plan& plan, PlanForm form) {
  const auto scales = relationships::scales(visit.scope);
  if (form.scale_version != scales.current().version) {
    const auto typed = static_cast<int>(ui::id_of<Level>(form.aim).value);
    form.aim = std::to_string(scales.now(form.scale_version, typed));
    form.scale_version = scales.current().version;
  }
  form.version = plan.plan.version;
  return form;
}

bool wants_row(const http::Form& form) {
  return form.value("do") == "add";
}

CloseDraft close_draft_in(const http::Form& form) {
  return {.outcome = plan_outcome_of(form.value("outcome")),
          .learnt = std::string(form.value("learnt")),
          .drops_open_steps = form.has("drops")};
}

http::Response close_form(const ui::Visit& visit, const Directory& directory, const Plan& plan,
                          const CloseDraft& draft, Answer answer) {
  const auto scales = relationships::scales(visit.scope);
  const auto partner = plan_partner(directory, plan.plan.with);
  return page_of(
      visit, partner,
      plan_close_view(visit, directory,
                      {.partner = partner,
                       .scales = scales,
                       .plan = plan,
                       .outcome = draft.outcome ? std::string(code(*draft.outcome)) : std::string(),
                       .learnt = draft.learnt,
                       .drops_open_steps = draft.drops_open_steps,
                       .version = plan.plan.version,
                       .faults = std::move(answer.faults),
                       .clash = std::move(answer.clash)}),
      answer.status);
}

/// The page that moves the relationship to the level that was reached, where it does not stand there yet.
std::string after_closing(const ui::Visit& visit, const Directory& directory, const ScaleUpPlan& plan,
                          const CloseDraft& draft) {
  const auto partner = plan_partner(directory, plan.with);
  const int aim = relationships::scales(visit.scope).now(plan.aim_scale, plan.aim_level);
  const auto standing = relationships::standing(visit.scope, directory, plan.with, plan.area);
  const bool offers_move =
      draft.outcome == PlanOutcome::reached && standing.level() < aim && partner.may_be_planned;
  if (!offers_move) return plan_address(partner, plan.area);
  return partner.page + "/relationship/move?level=" + std::to_string(aim) +
         "&area=" + std::string(code(plan.area));
}

}  // namespace

http::Response show_plan(const ui::Visit& visit, const Directory& directory) {
  const auto with = partner_in(visit.request, directory);
  if (!with) return ui::show_refusal(visit, nobody_there());
  const auto area = service_area_of(visit.request.query.value("area")).value_or(ServiceArea::overall);
  const auto partner = plan_partner(directory, *with);
  if (!partner.slug.empty() && partner.slug != visit.request.parameter("person"))
    return http::see_other(plan_address(partner, area));
  const auto plans = of(visit.scope, directory, *with, area);
  const auto scales = relationships::scales(visit.scope);
  const auto standing = relationships::standing(visit.scope, directory, *with, area);
  const bool has_active = !plans.empty() && plans.front().plan.is_active();
  if (!has_active && may_write(visit) && partner.may_be_planned) {
    auto form = empty_plan_form(scales.current(), standing, visit.scope.viewer.staff, visit.scope.today);
    form.area = area;
    return new_form(visit, directory, *with, form, {});
  }
  std::optional<int> aim;
  if (has_active) aim = scales.now(plans.front().plan.aim_scale, plans.front().plan.aim_level);
  return page_of(visit, partner,
                 plan_view(visit, directory,
                           {.partner = partner,
                            .area = area,
                            .scales = scales,
                            .standing = standing,
                            .plans = plans,
                            .ideas = has_active ? ideas(visit.scope, directory, *with, aim) : Ideas{},
                            .may_write = may_write(visit)}),
                 200);
}

http::Response create_plan(const ui::Visit& visit, const Directory& directory) {
  const auto with = partner_in(visit.request, directory);
  if (!with) return ui::show_refusal(visit, nobody_there());
  const auto& posted = visit.request.form();
  auto form = plan_form_in(posted);
  if (wants_row(posted)) {
    add_row(form, visit.scope.viewer.staff);
    return new_form(visit, directory, *with, form, {});
  }
  const auto location = begin_once(visit, directory, form, *with);
  if (location) return ui::go(visit, *location, "The plan is begun. Its steps are promises on Today.");
  const auto& refusal = location.refusal();
  const bool is_about_form = refusal.kind == Refusal::Kind::conflict || !refusal.faults.empty();
  if (!is_about_form) return ui::show_refusal(visit, refusal);
  const auto scale = relationships::current_scale(visit.scope).version;
  if (refusal.kind == Refusal::Kind::conflict) form.scale_version = scale;
  return new_form(visit, directory, *with, form, answer_to(refusal));
}

http::Response edit_plan(const ui::Visit& visit, const Directory& directory) {
  const auto plan = get(visit.scope, id_in(visit.request));
  if (!plan) return ui::show_refusal(visit, plan.refusal());
  const auto partner = plan_partner(directory, plan->plan.with);
  if (!plan->plan.is_active() || !partner.may_be_planned)
    return http::see_other(plan_address(partner, plan->plan.area));
  return edit_form(visit, directory, *plan,
                   plan_form_of(plan->plan, plan->steps, relationships::scales(visit.scope)), {});
}

http::Response update_plan(const ui::Visit& visit, const Directory& directory) {
  const auto id = id_in(visit.request);
  const auto plan = get(visit.scope, id);
  if (!plan) return ui::show_refusal(visit, plan.refusal());
  const auto& posted = visit.request.form();
  auto form = plan_form_in(posted);
  form.area = plan->plan.area;
  if (wants_row(posted)) {
    add_row(form, visit.scope.viewer.staff);
    return edit_form(visit, directory, *plan, form, {});
  }
  const auto draft = draft_of(form, plan->plan.with);
  if (!draft) return edit_form(visit, directory, *plan, form, answer_to(draft.refusal()));
  const auto done = change(visit.scope, directory, id, form.version, *draft);
  if (done)
    return ui::go(visit, plan_address(plan_partner(directory, plan->plan.with), plan->plan.area),
                  "The plan is saved.");
  const auto& refusal = done.refusal();
  if (refusal.kind == Refusal::Kind::conflict)
    return edit_form(visit, directory, *plan, seen_again(visit, *plan, std::move(form)), answer_to(refusal));
  if (refusal.faults.empty()) return ui::show_refusal(visit, refusal);
  return edit_form(visit, directory, *plan, form, answer_to(refusal));
}

http::Response new_closing(const ui::Visit& visit, const Directory& directory) {
  const auto plan = get(visit.scope, id_in(visit.request));
  if (!plan) return ui::show_refusal(visit, plan.refusal());
  if (!plan->plan.is_active())
    return http::see_other(plan_address(plan_partner(directory, plan->plan.with), plan->plan.area));
  return close_form(visit, directory, *plan,
                    {.outcome = plan_outcome_of(visit.request.query.value("outcome"))}, {});
}

http::Response create_closing(const ui::Visit& visit, const Directory& directory) {
  const auto id = id_in(visit.request);
  const auto plan = get(visit.scope, id);
  if (!plan) return ui::show_refusal(visit, plan.refusal());
  const auto& posted = visit.request.form();
  const auto draft = close_draft_in(posted);
  const auto version = static_cast<int>(posted.number("version").value_or(0));
  const auto done = close(visit.scope, directory, id, version, draft);
  if (done) return ui::go(visit, after_closing(visit, directory, plan->plan, draft), "The plan is closed.");
  const auto& refusal = done.refusal();
  if (refusal.kind != Refusal::Kind::conflict && refusal.faults.empty())
    return ui::show_refusal(visit, refusal);
  return close_form(visit, directory, *plan, draft, answer_to(refusal));
}

http::Response remove_question(const ui::Visit& visit, const Directory& directory) {
  const auto done = ask_no_more(visit.scope, directory, id_in(visit.request));
  if (!done) return ui::show_refusal(visit, done.refusal());
  return ui::go(visit, "/today", "Today does not ask again. The plan’s page does.");
}

ladder::CardLines ladder_lines(Scope& scope, const Directory& directory, std::span<const Id<Person>> people) {
  ladder::CardLines lines;
  for (auto& [id, words] : next_steps(scope, directory, people))
    lines.emplace(id, ladder::CardLine{.icon = "target-arrow",
                                       .words = std::move(words),
                                       .address = "/people/" + directory.people.find(id)->slug + "/plan"});
  return lines;
}

html::Html today_section(const ui::Visit& visit, const Directory& directory) {
  const auto due = to_review(visit.scope, directory);
  if (due.empty()) return {};
  return plan_questions(visit, directory, due, relationships::scales(visit.scope));
}

}  // namespace rapport::plans
