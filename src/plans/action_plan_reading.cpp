// The front door of action plans: what is only read.
#include <algorithm>

#include "base/text.hpp"
#include "organisation/academic_calendar.hpp"
#include "organisation/organisation.hpp"
#include "plans/action_plans.hpp"

namespace rapport::action_plans {
namespace {

/// Since when somebody has written to it.
Instant last_written(Scope& scope, const Plan& plan) {
  auto last = plan.plan.begun_at;
  for (const auto& item : plan.items) last = std::max(last, item.changed_at);
  for (const auto& count : note_counts(scope, plan.plan.id)) last = std::max(last, count.last_at);
  return last;
}

}  // namespace

std::optional<Plan> of(Scope& scope, const Directory&, Id<OrgUnit> unit, int academic_year) {
  return scope.read([&](db::Reader& reader) -> std::optional<Plan> {
    auto plan = action_plan_store::find(reader, scope.institution, unit, academic_year);
    if (!plan) return std::nullopt;
    auto items = action_plan_store::items_of(reader, scope.institution, plan->id);
    for (auto& item : items) settle(item, scope.zone);
    return Plan{std::move(*plan), std::move(items)};
  });
}

std::vector<Plan> of_year(Scope& scope, const Directory&, int academic_year) {
  return scope.read([&](db::Reader& reader) {
    std::vector<Plan> all;
    for (auto& plan : action_plan_store::of_year(reader, scope.institution, academic_year))
      all.push_back({std::move(plan), {}});
    for (auto& item : action_plan_store::items_of_year(reader, scope.institution, academic_year)) {
      const auto plan = std::ranges::find(all, item.plan, [](const Plan& one) { return one.plan.id; });
      if (plan == all.end()) continue;
      settle(item, scope.zone);
      plan->items.push_back(std::move(item));
    }
    return all;
  });
}

std::vector<int> years(Scope& scope, Id<OrgUnit> unit) {
  return scope.read(
      [&](db::Reader& reader) { return action_plan_store::years_of(reader, scope.institution, unit); });
}

std::string unit_name(Scope& scope, const Directory& directory, Id<OrgUnit> unit, int academic_year) {
  const auto details = organisation::get(scope, unit);
  auto day = std::min(scope.years().last_day(academic_year), scope.today);
  if (details && details->closed_on) day = std::min(day, *details->closed_on);
  if (details)
    for (const auto& period : details->periods)
      if ((!period.valid_from || *period.valid_from <= day) && (!period.valid_to || day <= *period.valid_to))
        return period.name;
  return std::string(directory.org.name(unit));
}

std::vector<Forerunner> forerunners(Scope& scope, const Directory& directory, Id<OrgUnit> unit,
                                    int academic_year) {
  std::vector<Forerunner> found;
  const auto all = organisation::successions(scope);
  for (const auto& one : predecessors(all, unit, scope.years().first_day(academic_year - 1),
                                      scope.years().last_day(academic_year)))  // a handful
    if (const auto* entry = directory.org.find(one.unit); entry != nullptr)
      if (auto plan = of(scope, directory, one.unit, academic_year - 1)) {
        found.push_back(
            {entry, unit_name(scope, directory, one.unit, academic_year - 1), std::move(*plan), {}});
        if (one.is_part) found.back().part_since = one.until;
      }
  return found;
}

std::vector<Id<OrgUnit>> successors(Scope& scope, Id<OrgUnit> unit) {
  std::vector<Id<OrgUnit>> found;
  for (const auto& one : organisation::successions(scope))
    if (one.unit == unit && !one.is_part) found.push_back(one.successor);
  return found;
}

Result<ItemInPlan> get_item(Scope& scope, Id<PlanItem> id) {
  return scope.read([&](db::Reader& reader) -> Result<ItemInPlan> {
    auto item = action_plan_store::find_item(reader, scope.institution, id);
    if (!item) return not_found("That action is not here.");
    auto plan = action_plan_store::find(reader, scope.institution, item->plan);
    if (!plan) return not_found("That action is not here.");
    settle(*item, scope.zone);
    return ItemInPlan{std::move(*item), std::move(*plan)};
  });
}

std::vector<ItemVersion> versions(Scope& scope, Id<PlanItem> id) {
  return scope.read(
      [&](db::Reader& reader) { return action_plan_store::versions_of(reader, scope.institution, id); });
}

std::vector<ItemNote> notes(Scope& scope, Id<PlanItem> id) {
  return scope.read(
      [&](db::Reader& reader) { return action_plan_store::notes_of(reader, scope.institution, id); });
}

std::vector<NoteCount> note_counts(Scope& scope, Id<ActionPlan> plan) {
  return scope.read(
      [&](db::Reader& reader) { return action_plan_store::note_counts(reader, scope.institution, plan); });
}

std::vector<Minutes> minutes(Scope& scope, Id<ActionPlan> plan) {
  return scope.read(
      [&](db::Reader& reader) { return action_plan_store::minutes_of(reader, scope.institution, plan); });
}

std::vector<Plan> to_look_at(Scope& scope, const Directory& directory) {
  const int year = scope.years().of(scope.today);
  if (!is_second_half(year, scope.today, scope.years()) || scope.viewer.is(Role::director)) return {};
  const auto* me = directory.staff.find(scope.viewer.staff);
  if (me == nullptr) return {};
  const auto since = scope.zone.instant_of(half_of(year, scope.years()), TimeOfDay{});
  std::vector<Plan> all;
  for (const auto unit : me->portfolio) {  // a handful of departments
    const auto* lead = directory.staff.lead_of(unit);
    if (lead == nullptr || lead->id != scope.viewer.staff) continue;
    auto plan = of(scope, directory, unit, year);
    if (!plan || last_written(scope, *plan) >= since) continue;
    const auto counts = counts_of(plan->items, scope.today);
    if (counts.open + counts.under_way > 0) all.push_back(std::move(*plan));
  }
  return all;
}

}  // namespace rapport::action_plans
