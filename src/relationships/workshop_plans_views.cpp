// Draws what a workshop leaves with: its plans on paper, and what was left for later.
#include "base/text.hpp"
#include "relationships/level_views.hpp"
#include "relationships/plan_views.hpp"
#include "relationships/workshop_views.hpp"
#include "ui/parts.hpp"

namespace rapport::workshops {
namespace {

using html::Html;
using html::Url;
using html::Writer;

void put_step(Writer& out, const Directory& directory, const PlanStep& step, Date today) {
  const auto name = directory.staff.full_name(step.owner);
  out.put<
      R"(<li class="row"><div class="grow"><p class="small muted">{}</p><p>{}</p></div><span class="row">{}<span class="small">{}</span></span></li>)">(
      step.due_on ? "By " + short_words(*step.due_on, today) : std::string("No day given"), step.words,
      ui::avatar(name, "s"), directory.staff.given_name(step.owner));
}

void put_plan(Writer& out, const ui::Visit& visit, const Directory& directory, const plans::Plan& one,
              const PlansPage& page) {
  const auto today = visit.scope.today;
  const auto partner = plan_partner(directory, one.plan.with);
  const auto id = "plan-" + std::to_string(one.plan.id.value);
  out.put<
      R"(<section class="card ws-plan" aria-labelledby="{}"><header class="row top-a">{}<div class="grow"><h2 id="{}"><a class="plain" href="{}">{}</a></h2><p class="small muted">Aim: {}</p></div></header><p class="as-typed">{}</p><ul class="list tight gap-t">)">(
      id, ui::avatar(partner.name), id, Url(plan_address(partner, one.plan.area)),
      with_area(partner.name, one.plan.area), aim_words(one.plan, page.scales), one.plan.hope);
  for (const auto& step : one.steps)
    if (!step.is_dropped) put_step(out, directory, step, today);
  out.put<R"(</ul><p class="small muted gap-t">To be reviewed on {}, asked of {}.</p></section>)">(
      long_words(one.plan.review_on, today), directory.staff.full_name(one.plan.reviewer()));
}

void put_later(Writer& out, const Directory& directory, const PlansPage& page) {
  if (page.later.empty()) return;
  out.put<
      R"(<section class="card sunken gap-t2" aria-labelledby="h-later"><h2 id="h-later" class="gap-b">Left for later</h2><ul class="list tight">)">();
  for (const auto& pick : page.later) {
    const auto partner = plan_partner(directory, pick.with);
    const auto name = with_area(partner.name, pick.area);
    out.put<
        R"(<li class="row wrap"><span class="grow">{}</span><a class="btn s" href="{}">Plan it<span class="vh"> with {}</span></a></li>)">(
        name, Url(plan_address(partner, pick.area)), name);
  }
  out.put<"</ul></section>">();
}

}  // namespace

Html plans_view(const ui::Visit& visit, const Directory& directory, const PlansPage& page) {
  Writer out;
  const auto count = static_cast<long>(page.plans.size());
  out.put<
      R"(<p class="crumbs no-print"><a href="/relationships">Relationships</a> / <a href="/relationships/workshop">Workshop</a></p>)"
      R"(<h1>What we planned</h1><p class="soft lead">{}. Each step is a promise on its colleague’s Today.</p><div class="ws-plans gap-t2">)">(
      with_capital_first(count_words(count, "plan", "plans")));
  for (const auto& plan : page.plans) put_plan(out, visit, directory, plan, page);
  out.put<"</div>">();
  put_later(out, directory, page);
  out.put<
      R"(<p class="row wrap gap-t2 no-print"><a class="btn primary" href="/today">To Today</a><a class="btn" href="/relationships/workshop">Another round</a></p>)"
      R"(<p class="small muted gap-t no-print">Print with <kbd>Ctrl</kbd> <kbd>P</kbd>.</p>)">();
  return std::move(out).finish();
}

}  // namespace rapport::workshops
