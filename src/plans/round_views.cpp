// Draws a round.
#include "plans/round_views.hpp"

#include <algorithm>

#include "organisation/academic_calendar.hpp"
#include "plans/action_plan_views.hpp"
#include "ui/parts.hpp"

namespace rapport::rounds {
namespace {

using html::Html;
using html::Url;
using html::Writer;

const action_plans::Plan* plan_of(const RoundPage& page, Id<OrgUnit> unit) {
  const auto found =
      std::ranges::find(page.plans, unit, [](const action_plans::Plan& plan) { return plan.plan.unit; });
  return found == page.plans.end() ? nullptr : &*found;
}

void put_years(Writer& out, int academic_year, int this_year) {
  out.put<R"(<nav class="seg wrap gap-t" aria-label="Years">)">();
  for (int year = this_year + 1; year >= this_year - 2; --year)
    out.put<R"(<a href="{}"{}>{}</a>)">(
        Url("/plans/" + std::to_string(year)),
        html::Attribute::optional("aria-current", year == academic_year ? "page" : ""),
        academic_year_words(year));
  out.put<"</nav>">();
}

}  // namespace

Html round_view(const ui::Visit& visit, const Directory& directory, const RoundPage& page) {
  Writer out;
  out.put<
      R"(<h1>Action plans {}</h1><p class="soft lead">What each department and the library agreed on.</p>)">(
      academic_year_words(page.academic_year));
  put_years(out, page.academic_year, academic_year_of(visit.scope.today));
  out.put<R"(<section class="card gap-t2" aria-label="Departments"><ul class="list tight">)">();
  for (const auto& unit : directory.org.units()) {
    const auto* plan = plan_of(page, unit.id);
    if (plan == nullptr && (!unit.is_open || unit.kind == OrgUnitKind::faculty)) continue;
    out.put<
        R"(<li class="row wrap" data-row><h2 class="act-h grow"><a class="plain" href="{}">{}</a></h2><span class="small muted">{}</span></li>)">(
        Url(action_plans::plan_address(unit, page.academic_year)), unit.name,
        plan == nullptr ? std::string("No plan yet") : words_of(counts_of(plan->items, visit.scope.today)));
  }
  out.put<"</ul></section>">();
  return std::move(out).finish();
}

}  // namespace rapport::rounds
