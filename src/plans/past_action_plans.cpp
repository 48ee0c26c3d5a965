// Plans of the past, as the made-up university has them.
#include <algorithm>
#include <map>

#include "audit/audit.hpp"
#include "base/text.hpp"
#include "organisation/academic_calendar.hpp"
#include "plans/action_plans.hpp"
#include "plans/item_promises.hpp"

namespace rapport::action_plans {
namespace {

/// Writes one plan after the other, and knows what was carried forward.
class PastWriter {
 public:
  PastWriter(Scope& scope, db::Writer& writer, const Directory& directory)
      : scope_(scope), writer_(writer), directory_(directory) {}

  Result<Done> write(const PastPlan& past) {
    ActionPlan plan{.unit = past.unit,
                    .academic_year = past.academic_year,
                    .themes = past.themes,
                    .begun_by = past.made_by,
                    .begun_at = at(past.made_on)};
    plan.id = action_plan_store::insert(writer_, scope_.institution, plan, std::nullopt);
    int position = 0;
    for (const auto& item : past.items)
      if (auto done = write_item(past, plan, item, ++position); !done) return done;
    return Done{};
  }

 private:
  struct Carried {
    Id<PlanItem> id = {};
    int count = 0;
  };
  using Place = std::pair<std::pair<Id<OrgUnit>, int>, std::string>;

  Instant at(Date day) const { return scope_.zone.instant_of(day, TimeOfDay{15 * 60}); }

  Result<PlanItem> item_of(const PastPlan& past, const ActionPlan& plan, const PastItem& from) const {
    const auto draft = tidied(from.draft);
    PlanItem item{.plan = plan.id,
                  .theme = draft.theme,
                  .words = draft.words,
                  .success = draft.success,
                  .their_owners = draft.their_owners,
                  .people = draft.people,
                  .due_on = draft.due_on,
                  .is_asked = draft.is_asked,
                  .state = from.state.state,
                  .outcome = tidy(from.state.outcome),
                  .made_by = past.made_by,
                  .made_at = at(past.made_on),
                  .changed_by = past.made_by,
                  .changed_at = at(from.changed_on)};
    if (item.is_over()) item.closed_on = from.changed_on;
    auto owners = owners_of(directory_, {}, draft.owners);
    if (!owners) return std::move(owners).refusal();
    item.owners = std::move(owners).value();
    return item;
  }

  Result<Done> write_item(const PastPlan& past, const ActionPlan& plan, const PastItem& from, int position) {
    auto item = item_of(past, plan, from);
    if (!item) return std::move(item).refusal();
    item->position = position;
    if (const auto before = carried_.find({{past.unit, past.academic_year - 1}, item->words});
        before != carried_.end()) {
      item->carried_from = before->second.id;
      item->carried_count = before->second.count + 1;
    }
    const bool is_ahead = item->due_on && *item->due_on >= scope_.today;
    if (is_ahead)
      if (auto done =
              follow(scope_, directory_, PlanItem{}, *item, std::string(directory_.org.name(past.unit)));
          !done)
        return done;
    std::vector<std::string> names;
    names.reserve(item->owners.size());
    for (const auto& owner : item->owners) names.emplace_back(directory_.staff.full_name(owner.staff));
    const auto id = action_plan_store::insert(writer_, scope_.institution, *item, join(names, ", "));
    if (from.is_carried) carried_[{{past.unit, past.academic_year}, item->words}] = {id, item->carried_count};
    for (const auto& words : from.notes)
      action_plan_store::insert(writer_, scope_.institution,
                                ItemNote{id, words, past.made_by, at(from.changed_on)});
    return Done{};
  }

  Scope& scope_;
  db::Writer& writer_;
  const Directory& directory_;
  std::map<Place, Carried> carried_;
};

}  // namespace

Result<Done> record_past(Scope& scope, const Directory& directory, std::span<const PastPlan> plans) {
  if (!scope.viewer.is(Role::administrator))
    return forbidden("Administrators record many plans at once. Ask one of them.");
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    PastWriter past(scope, writer, directory);
    for (const auto& plan : plans)
      if (auto done = past.write(plan); !done) return done;
    audit::record_change(scope, writer,
                         {.action = "recorded many",
                          .subject = "action_plan",
                          .subject_id = std::nullopt,
                          .details = "{\"count\":" + std::to_string(plans.size()) + "}"});
    return Done{};
  });
}

}  // namespace rapport::action_plans
