// Draws one plan.
#include "relationships/plan_views.hpp"

#include <algorithm>
#include <iterator>
#include <ranges>
#include <utility>

#include "base/text.hpp"
#include "relationships/plan_picture.hpp"
#include "ui/parts.hpp"

namespace rapport {
namespace {

using html::Attribute;
using html::Html;
using html::Url;
using html::Writer;

std::string object_of(std::string_view pronouns) {
  if (pronouns == "she") return "her";
  if (pronouns == "he") return "him";
  return "them";
}

std::string line_of(const Directory& directory, std::optional<Id<OrgUnit>> unit, bool names_unit) {
  if (!unit) return {};
  std::string line = names_unit ? std::string(directory.org.name(unit)) + ". " : std::string();
  if (const auto* lead = directory.staff.lead_of(*unit))
    line += lead->given_name + " looks after this relationship.";
  return line;
}

std::string address_of(const ScaleUpPlan& plan, std::string_view part) {
  return "/plans/" + std::to_string(plan.id.value) + "/" + std::string(part);
}

std::vector<PlanStep> shown_steps(const std::vector<PlanStep>& steps) {
  std::vector<PlanStep> shown;
  std::ranges::copy_if(steps, std::back_inserter(shown),
                       [](const PlanStep& step) { return !step.is_dropped; });
  return shown;
}

Climb climb_of(const plans::Plan& one, const PlanPage& page, Date today) {
  Climb climb{.now = page.standing.level(),
              .aim = page.scales.now(one.plan.aim_scale, one.plan.aim_level),
              .until = long_words(one.plan.review_on, today)};
  for (const auto& step : shown_steps(one.steps)) climb.steps.push_back(step.kept_at.has_value());
  return climb;
}

Html buttons_of(const ScaleUpPlan& plan, const PlanPage& page) {
  Writer out;
  if (!page.may_write) return {};
  out.put<R"(<div class="row wrap no-print">)">();
  if (page.partner.may_be_planned)
    out.put<R"(<a class="btn primary" href="{}" data-edit>{}Change the plan</a>)">(
        Url(address_of(plan, "edit")), ui::icon("edit"));
  out.put<R"(<a class="btn" href="{}">{}Close the plan</a></div>)">(Url(address_of(plan, "closing")),
                                                                    ui::icon("flag"));
  return std::move(out).finish();
}

void put_question(Writer& out, const ui::Visit& visit, const ScaleUpPlan& plan, const PlanPage& page) {
  if (!plan.is_to_review(visit.scope.today)) return;
  out.put<
      R"(<section class="card sunken gap-t2 no-print" aria-labelledby="h-review"><h2 id="h-review">Time to look at this again</h2>)"
      R"(<p class="gap-t">It was to be reviewed on {}. Did it come to {}?</p>)">(
      long_words(plan.review_on, visit.scope.today), aim_words(plan, page.scales));
  if (page.may_write) {
    out.put<R"(<p class="row wrap gap-t">)">();
    for (const auto outcome : plan_outcomes)
      out.put<R"(<a class="btn s" href="{}">{}</a>)">(
          Url(address_of(plan, "closing?outcome=") + std::string(code(outcome))), words(outcome));
    if (page.partner.may_be_planned)
      out.put<R"(<a class="btn s quiet" href="{}">Choose another day</a>)">(
          Url(address_of(plan, "edit") + "#review_on"));
    out.put<"</p>">();
  }
  out.put<"</section>">();
}

void put_words(Writer& out, std::string_view icon, std::string_view heading, std::string_view words,
               const Html& below = {}) {
  out.put<R"(<section class="card"><h2>{}{}</h2>)">(ui::icon(icon), heading);
  if (words.empty())
    out.put<R"(<p class="muted">Nothing is written here.</p>)">();
  else
    out.put<R"(<p class="as-typed">{}</p>)">(words);
  out.put<"{}</section>">(below);
}

std::string due_words(const PlanStep& step, Date today, const Zone& zone) {
  if (step.kept_at) return "Done " + short_words(zone.local_date(*step.kept_at), today);
  if (!step.due_on) return "No day given";
  if (*step.due_on == today) return "Today";
  return "By " + short_words(*step.due_on, today) + (*step.due_on < today ? ", overdue" : "");
}

bool may_tick(const ui::Visit& visit, const PlanStep& step) {
  const auto& viewer = visit.scope.viewer;
  if (!step.promise || step.kept_at || viewer.is(Role::director)) return false;
  return step.owner == viewer.staff || viewer.is(Role::leader) || viewer.is(Role::administrator);
}

void put_step(Writer& out, const ui::Visit& visit, const Directory& directory, const PlanStep& step,
              int number, std::string_view back) {
  const auto name = directory.staff.full_name(step.owner);
  out.put<
      R"(<li{}><span class="ps-n serif">{}</span><div class="grow"><p class="small muted">{}</p><p>{}</p></div>)">(
      Attribute::optional("class", step.kept_at ? "now" : ""), number,
      due_words(step, visit.scope.today, visit.scope.zone), step.words);
  if (may_tick(visit, step))
    out.put<
        R"(<form method="post" action="{}" class="no-print">{}<input type="hidden" name="from" value="{}">)"
        R"(<button class="btn s">Done<span class="vh">: {}</span></button></form>)">(
        Url("/promises/" + std::to_string(step.promise->value) + "/kept"), ui::csrf_field(visit), back,
        step.words);
  out.put<R"(<span class="row">{}<span class="small">{}</span></span></li>)">(
      ui::avatar(name, "s"), directory.staff.given_name(step.owner));
}

void put_steps(Writer& out, const ui::Visit& visit, const Directory& directory, const plans::Plan& one,
               const PlanPage& page) {
  const auto steps = shown_steps(one.steps);
  out.put<
      R"(<section class="card wide-c" aria-labelledby="h-steps"><div class="sec-h"><h2 id="h-steps">{}What would it take?</h2>)"
      R"(<span class="more muted">Our own actions</span></div>)">(ui::icon("stairs-up"));
  if (steps.empty()) out.put<R"(<p class="muted">No step is left. Change the plan to write one.</p>)">();
  out.put<R"(<ol class="plan-steps">)">();
  int number = 0;
  const auto back = plan_address(page.partner, page.area);
  for (const auto& step : steps) put_step(out, visit, directory, step, ++number, back);
  out.put<R"(</ol><p class="small muted gap-t">To be reviewed on {}{}. Written by {}{}.</p></section>)">(
      long_words(one.plan.review_on, visit.scope.today),
      one.plan.review_by ? ", asked of " + std::string(directory.staff.full_name(*one.plan.review_by))
                         : std::string(),
      directory.staff.full_name(one.plan.made_by),
      one.plan.version > 1 ? ", changed by " + std::string(directory.staff.full_name(one.plan.changed_by))
                           : std::string());
}

Html know_by_words(const ScaleUpPlan& plan) {
  if (plan.know_by.empty()) return {};
  return html::render<R"(<p class="small soft as-typed">We will know when: {}</p>)">(plan.know_by);
}

void put_canvas(Writer& out, const ui::Visit& visit, const Directory& directory, const plans::Plan& one,
                const PlanPage& page) {
  const auto& plan = one.plan;
  out.put<R"(<div class="canvas">)">();
  put_words(out, "map-pin", "Where are we now?", plan.where_now);
  put_words(out, "user-heart", "What matters to " + page.partner.object + "?", plan.matters);
  put_words(out, "target-arrow", "What do we hope for?", plan.hope, know_by_words(plan));
  put_steps(out, visit, directory, one, page);
  out.put<R"(<div class="stack">)">();
  if (!plan.why_now.empty()) put_words(out, "clock", "Why now?", plan.why_now);
  out.put<"{}</div></div>">(ideas_section(page.ideas));
}

/// A second active plan: two records that had one each were merged.
void put_others(Writer& out, const PlanPage& page) {
  for (const auto& other : page.plans | std::views::drop(1)) {
    if (!other.plan.is_active()) break;
    out.put<
        R"(<p class="note gap-t2 no-print">There is a second plan, from a record that was merged into this one: {}. )"
        R"(<a href="{}">Close one of the two</a>.</p>)">(other.plan.hope,
                                                         Url(address_of(other.plan, "closing")));
  }
}

void put_earlier(Writer& out, const ui::Visit& visit, const Directory& directory, const plans::Plan& one,
                 const Scales& scales) {
  const auto& plan = one.plan;
  const auto day = plan.closed_at ? visit.scope.zone.local_date(*plan.closed_at) : plan.review_on;
  out.put<
      R"(<li><details><summary><b>{}</b>: {}, {}</summary><div class="stack-s gap-t"><p class="as-typed">{}</p>)">(
      aim_words(plan, scales), with_small_first(words(*plan.outcome)), short_words(day, visit.scope.today),
      plan.hope);
  if (!plan.learnt.empty()) out.put<R"(<p class="as-typed"><b>What we learnt:</b> {}</p>)">(plan.learnt);
  out.put<R"(<ul class="small soft">)">();
  for (const auto& step : shown_steps(one.steps))
    out.put<"<li>{}{}</li>">(step.words, step.kept_at ? ": done" : "");
  out.put<R"(</ul><p class="micro muted">{}</p></div></details></li>)">(
      directory.staff.full_name(plan.made_by));
}

}  // namespace

PlanPartner plan_partner(const Directory& directory, RelationshipWith with) {
  const bool may = plans::may_be_planned(directory, with);
  if (const auto* id = std::get_if<Id<Person>>(&with)) {
    const auto& person = *directory.people.find_counted(*id);
    return {.with = person.id,
            .name = person.display_name(),
            .page = "/people/" + person.slug,
            .line = line_of(directory, person.unit, true),
            .object = object_of(person.pronouns),
            .slug = person.slug,
            .may_be_planned = may};
  }
  const auto& unit = *directory.org.find(std::get<Id<OrgUnit>>(with));
  return {.with = unit.id,
          .name = unit.name,
          .page = "/departments/" + unit.slug,
          .line = line_of(directory, unit.id, false),
          .object = "them",
          .may_be_planned = may};
}

std::string plan_address(const PlanPartner& partner, ServiceArea area) {
  auto address = partner.page + "/plan";
  if (area != ServiceArea::overall) address.append("?area=").append(code(area));
  return address;
}

std::string aim_words(const ScaleUpPlan& plan, const Scales& scales) {
  const auto& now = scales.current().name(scales.now(plan.aim_scale, plan.aim_level));
  const auto& then = scales.name(plan.aim_scale, plan.aim_level);
  return now == then || then.empty() ? now : now + " (once “" + then + "”)";
}

Html plan_heading(const PlanPartner& partner, const Html& buttons) {
  Writer out;
  out.put<
      R"(<p class="crumbs no-print"><a href="/relationships">Relationships</a> / <a href="{}">{}</a> / Next step</p>)"
      R"(<div class="row between wrap top-a"><div class="row">{}<div><h1>{}</h1><p class="soft">{}</p></div></div>{}</div>)">(
      Url(partner.page), partner.name, ui::avatar(partner.name, "l"), partner.name, partner.line, buttons);
  return std::move(out).finish();
}

Html plan_areas(const PlanPartner& partner, ServiceArea area) {
  Writer out;
  out.put<R"(<p class="row wrap gap-t2 no-print"><span class="seg" role="group" aria-label="About">)">();
  for (const auto each : service_areas)
    out.put<R"(<a href="{}"{}>{}</a>)">(Url(plan_address(partner, each)),
                                        Attribute::optional("aria-current", each == area ? "true" : ""),
                                        words(each));
  out.put<"</span></p>">();
  return std::move(out).finish();
}

Html earlier_plans(const ui::Visit& visit, const Directory& directory, std::span<const plans::Plan> plans,
                   const Scales& scales) {
  Writer out;
  bool is_open = false;
  for (const auto& one : plans) {
    if (one.plan.is_active()) continue;
    if (!std::exchange(is_open, true))
      out.put<
          R"(<section class="card gap-t2 no-print" aria-labelledby="h-earlier"><h2 id="h-earlier" class="gap-b">Earlier plans</h2><ul class="list tight">)">();
    put_earlier(out, visit, directory, one, scales);
  }
  if (is_open) out.put<"</ul></section>">();
  return std::move(out).finish();
}

Html ideas_section(const plans::Ideas& ideas) {
  if (ideas.empty()) return {};
  Writer out;
  out.put<
      R"(<section class="card sunken no-print" aria-labelledby="h-ideas"><h2 id="h-ideas">{}What worked for others</h2><ul class="stack-s small soft">)">(
      ui::icon("bulb"));
  for (const auto& sentence : ideas.learnt) out.put<"<li>{}</li>">(sentence);
  for (const auto& step : ideas.steps) out.put<"<li>{}</li>">(step);
  out.put<
      R"(</ul><p class="micro muted gap-t">Drawn from this library’s own closed plans that reached their aim, no names.</p></section>)">();
  return std::move(out).finish();
}

Html plan_view(const ui::Visit& visit, const Directory& directory, const PlanPage& page) {
  Writer out;
  const auto* one =
      page.plans.empty() || !page.plans.front().plan.is_active() ? nullptr : &page.plans.front();
  out.add(plan_heading(page.partner, one == nullptr ? Html{} : buttons_of(one->plan, page)));
  out.add(plan_areas(page.partner, page.area));
  if (one == nullptr) {
    out.add(climb_picture({.now = page.standing.level()}, page.scales.current()));
    out.add(ui::empty_state(page.partner.may_be_planned
                                ? "No plan is written for this relationship."
                                : page.partner.name + " is not here any more, so no plan is begun."));
  } else {
    put_question(out, visit, one->plan, page);
    put_others(out, page);
    out.add(climb_picture(climb_of(*one, page, visit.scope.today), page.scales.current()));
    put_canvas(out, visit, directory, *one, page);
  }
  out.add(earlier_plans(visit, directory, page.plans, page.scales));
  if (page.may_write && one != nullptr)
    out.put<
        R"(<p class="small muted gap-t no-print">Print with <kbd>Ctrl</kbd> <kbd>P</kbd>: it fits on one sheet.</p>)">();
  return std::move(out).finish();
}

Html plan_questions(const ui::Visit& visit, const Directory& directory, std::span<const ScaleUpPlan> due,
                    const Scales& scales) {
  if (due.empty()) return {};
  constexpr std::size_t shown = 3;
  Writer out;
  out.put<
      R"(<section class="card" aria-labelledby="h-plans"><h2 id="h-plans" class="gap-b">Did it come to that?</h2><ul class="list tight">)">();
  for (const auto& plan : due.first(std::min(shown, due.size()))) {
    const auto partner = plan_partner(directory, plan.with);
    out.put<
        R"(<li class="stack-s"><p>The plan for <a href="{}">{}</a> aimed at {} and was to be reviewed on {}.</p><div class="row wrap">)">(
        Url(plan_address(partner, plan.area)), partner.name, aim_words(plan, scales),
        long_words(plan.review_on, visit.scope.today));
    out.put<R"(<a class="btn s" href="{}">Say how it went<span class="vh"> with {}</span></a>)">(
        Url(address_of(plan, "closing")), partner.name);
    out.put<
        R"(<form method="post" action="{}">{}<button class="btn s quiet">Do not ask again<span class="vh"> about {}</span></button></form></div></li>)">(
        Url(address_of(plan, "asking")), ui::csrf_field(visit), partner.name);
  }
  out.put<"</ul></section>">();
  return std::move(out).finish();
}

}  // namespace rapport
