// Draws the forms of plans.
#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "relationships/plan_field_views.hpp"
#include "relationships/plan_picture.hpp"
#include "relationships/plan_views.hpp"
#include "ui/parts.hpp"
#include "ui/route_id.hpp"

namespace rapport {
namespace {

using html::Attribute;
using html::Html;
using html::Url;
using html::Writer;

PlanFields fields_of(const PlanFormPage& page) {
  return {.form = page.form,
          .object = page.partner.object,
          .scale = page.scales.current(),
          .level_now = page.standing.level(),
          .faults = page.faults};
}

void put_kept(Writer& out, const PlanFormPage& page) {
  if (!page.plan) return;
  bool is_open = false;
  for (const auto& step : page.plan->steps) {
    if (!step.kept_at) continue;
    if (!std::exchange(is_open, true))
      out.put<R"(<p class="small soft">Done already:</p><ul class="small">)">();
    out.put<"<li>{}</li>">(step.words);
  }
  if (is_open) out.put<"</ul>">();
}

void put_steps(Writer& out, const Directory& directory, const PlanFormPage& page) {
  out.put<
      R"(<section class="stack plan-rows" aria-labelledby="h-steps"><h2 id="h-steps">What would it take?</h2>)"
      R"(<p class="soft">Our own actions. Each becomes a promise on its colleague’s Today; an empty one is left out.</p>)">();
  put_kept(out, page);
  out.add(plan_step_rows(directory, fields_of(page)));
  if (page.form.rows.size() < steps_max)
    out.put<R"(<p><button class="btn s" name="do" value="add">{}Add a step</button></p>)">(ui::icon("plus"));
  out.put<"</section>">();
}

void put_hidden(Writer& out, const ui::Visit& visit, const PlanFormPage& page) {
  out.add(ui::csrf_field(visit));
  if (page.form.key.empty())
    out.add(ui::once_field());
  else
    out.put<R"(<input type="hidden" name="key" value="{}">)">(page.form.key);
  out.put<R"(<input type="hidden" name="area" value="{}"><input type="hidden" name="version" value="{}">)"
          R"(<input type="hidden" name="scale" value="{}"><input type="hidden" name="rows" value="{}">)">(
      code(page.form.area), page.form.version, page.form.scale_version, page.form.rows.size());
}

std::string action_of(const PlanFormPage& page) {
  return page.plan ? "/plans/" + std::to_string(page.plan->plan.id.value) + "/edit"
                   : page.partner.page + "/plan";
}

/// What is kept now, above what was typed.
void put_there(Writer& out, const ui::Visit& visit, const Directory& directory, const PlanFormPage& page) {
  if (page.clash.empty()) return;
  out.put<
      R"(<section class="errors" role="alert" tabindex="-1" aria-labelledby="errors-h"><h2 id="errors-h">{}</h2>)">(
      page.clash);
  const auto* there = page.plan ? &*page.plan : nullptr;
  for (const auto& other : page.earlier)
    if (there == nullptr && other.plan.is_active()) there = &other;
  if (there != nullptr) {
    const auto& plan = there->plan;
    out.put<R"(<p>As it is now, by {}: aim {}, review on {}.</p><p class="as-typed">{}</p><ul>)">(
        directory.staff.full_name(plan.changed_by), aim_words(plan, page.scales),
        long_words(plan.review_on, visit.scope.today), plan.hope);
    for (const auto& step : there->steps)
      if (!step.is_dropped) out.put<"<li>{}</li>">(step.words);
    out.put<R"(</ul><p><a href="{}">See it as it is</a>, or save yours below.</p>)">(
        Url(plan_address(page.partner, plan.area)));
  }
  out.put<"</section>">();
}

Html save_button(const PlanFormPage& page) {
  return html::render<R"(<button class="btn primary" name="do" value="save">{}</button>)">(
      page.plan ? "Save plan" : "Begin this plan");
}

}  // namespace

Html plan_form_view(const ui::Visit& visit, const Directory& directory, const PlanFormPage& page) {
  const auto& scale = page.scales.current();
  const auto aim = static_cast<int>(ui::id_of<Level>(page.form.aim).value);
  Writer out;
  out.put<R"(<form method="post" action="{}" id="plan-form-{}" class="plan-form" novalidate data-once{}>)">(
      Url(action_of(page)), code(page.form.area), Attribute::flag("data-keep", !page.plan));
  put_hidden(out, visit, page);
  out.add(plan_heading(page.partner, save_button(page)));
  if (!page.plan) out.add(plan_areas(page.partner, page.form.area));
  put_there(out, visit, directory, page);
  out.add(ui::error_summary(page.faults));
  out.add(climb_picture(
      {.now = page.standing.level(), .aim = scale.has(aim) ? std::optional(aim) : std::nullopt}, scale));
  out.put<R"(<div class="cols"><div class="stack">)">();
  const auto fields = fields_of(page);
  out.add(plan_aim_field(fields));
  for (const auto question : plan_questions_asked) out.add(plan_question_field(fields, question));
  put_steps(out, directory, page);
  out.add(plan_review_field(fields));
  out.put<
      R"(<p class="row wrap">{}<a class="btn quiet" href="{}">Leave it as it was</a></p></div><div class="stack">{}<p class="note small">)"
      R"(Everyone in the library can read this, and {} may ask to. Write it so that it can be shown.</p></div></div></form>)">(
      save_button(page), Url(page.plan ? plan_address(page.partner, page.form.area) : page.partner.page),
      ideas_section(page.ideas), page.partner.slug.empty() ? "the department" : "whoever it is about");
  if (!page.plan) out.add(earlier_plans(visit, directory, page.earlier, page.scales));
  return std::move(out).finish();
}

Html plan_close_view(const ui::Visit& visit, const Directory& directory, const PlanClosePage& page) {
  const auto& plan = page.plan.plan;
  const auto back = plan_address(page.partner, plan.area);
  Writer out;
  out.put<
      R"(<p class="crumbs"><a href="{}">The plan for {}</a></p><div class="form-page"><h1>How did it go?</h1>)"
      R"(<p class="lead">Aim: {}. {}</p>)">(Url(back), page.partner.name, aim_words(plan, page.scales),
                                            plan.hope);
  if (!page.clash.empty())
    out.put<
        R"(<div class="errors" role="alert" tabindex="-1"><h2>{}</h2><p>As it is now, by {}: {}</p></div>)">(
        page.clash, directory.staff.full_name(plan.changed_by),
        plan.outcome ? std::string(words(*plan.outcome)) + ". " + plan.learnt : plan.hope);
  out.add(ui::error_summary(page.faults));
  if (!plan.is_active()) {
    out.put<R"(<p>What you typed:</p><p class="as-typed">{}</p></div>)">(page.learnt);
    return std::move(out).finish();
  }
  out.put<
      R"(<form method="post" action="{}" class="form" novalidate data-once>{}<input type="hidden" name="version" value="{}">)">(
      Url("/plans/" + std::to_string(plan.id.value) + "/closing"), ui::csrf_field(visit), page.version);
  std::vector<ui::Choice> choices;
  for (const auto outcome : plan_outcomes)
    choices.push_back({std::string(code(outcome)), std::string(words(outcome))});
  out.add(
      ui::radios({.name = "outcome",
                  .label = "Did it come to that?",
                  .value = page.outcome,
                  .hint = "It is asked once. If it needs more time, choose another day in the plan instead.",
                  .choices = choices},
                 page.faults));
  out.add(ui::field({.name = "learnt",
                     .label = "What did we learn?",
                     .value = page.learnt,
                     .hint = "Without names, it can help a colleague with somebody else.",
                     .type = "textarea"},
                    page.faults));
  if (std::ranges::any_of(page.plan.steps, &PlanStep::is_open))
    out.add(ui::field({.name = "drops",
                       .label = "Take the open steps off everybody’s list",
                       .type = "checkbox",
                       .is_checked = page.drops_open_steps}));
  out.put<
      R"(<p class="row wrap"><button class="btn primary">Close the plan</button><a class="btn quiet" href="{}">Leave it open</a></p></form></div>)">(
      Url(back));
  return std::move(out).finish();
}

}  // namespace rapport
