// Draws what other pages show of action plans: a department's page, Today.
#include <algorithm>

#include "base/text.hpp"
#include "organisation/academic_calendar.hpp"
#include "plans/action_plan_views.hpp"
#include "ui/parts.hpp"

namespace rapport::action_plans {
namespace {

using html::Html;
using html::Url;
using html::Writer;

constexpr std::size_t items_on_card = 6;

}  // namespace

Html half_year_card(const ui::Visit& visit, const Directory& directory, std::span<const Plan> plans) {
  const auto& years = visit.scope.years();
  const auto last_month = half_of(years.of(visit.scope.today), years).plus_days(-1).month();
  Writer out;
  out.put<
      R"(<section class="card" aria-labelledby="h-half"><h2 id="h-half" class="gap-b">Half the year is over</h2>)"
      R"(<p class="small muted gap-b">Nobody has written to these plans since {}. How do they stand?</p><ul class="list tight">)">(
      month_name(last_month));
  for (const auto& [plan, items] : plans) {
    const auto* unit = directory.org.find(plan.unit);
    if (unit == nullptr) continue;
    out.put<R"(<li data-row><h3><a class="plain" href="{}">{}</a></h3><p class="micro muted">{}</p></li>)">(
        Url(plan_address(*unit, plan.academic_year)), unit->name,
        words_of(counts_of(items, visit.scope.today)));
  }
  out.put<"</ul></section>">();
  return std::move(out).finish();
}

Html actions_card(const ui::Visit& visit, const OrgUnitEntry& unit, int year,
                  const std::optional<Plan>& plan) {
  Writer out;
  out.put<
      R"(<section class="card" aria-labelledby="h-act"><div class="sec-h"><h2 id="h-act">Action plan {}</h2>)"
      R"(<a class="more" href="{}">Open</a></div>)">(visit.scope.years().words(year),
                                                     Url(plan_address(unit, year)));
  if (!plan || plan->items.empty()) {
    out.put<R"(<p class="small muted">{}</p></section>)">(unit.is_open ? "Nothing is planned yet."
                                                                       : "Nothing was planned.");
    return std::move(out).finish();
  }
  out.put<R"(<ul class="acts tight">)">();
  std::size_t shown = 0;
  for (const auto& item : plan->items) {
    if (shown == items_on_card) break;
    if (item.state == ItemState::dropped || item.state == ItemState::carried_forward) continue;
    ++shown;
    out.put<
        R"(<li class="act" data-row><div class="grow"><h3 class="act-h"><a class="plain" href="{}">{}</a></h3>)">(
        Url(item_address(item.id)), item.words);
    if (item.due_on)
      out.put<R"(<p class="micro muted">{}</p>)">(short_words(*item.due_on, visit.scope.today));
    out.put<"</div>{}</li>">(state_tag(item));
  }
  out.put<"</ul>">();
  if (plan->items.size() > shown)
    out.put<R"(<p class="small muted gap-t">{} in all.</p>)">(
        with_capital_first(count_words(static_cast<long>(plan->items.size()), "action", "actions")));
  out.put<"</section>">();
  return std::move(out).finish();
}

}  // namespace rapport::action_plans
