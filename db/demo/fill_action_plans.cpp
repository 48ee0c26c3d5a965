// Through the front door of action plans.
#include "fill_action_plans.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include "agreed_actions.hpp"
#include "dice.hpp"
#include "fill_forerunners.hpp"
#include "interactions/directory.hpp"
#include "organisation/academic_calendar.hpp"
#include "plans/action_plans.hpp"
#include "plans/plan_templates.hpp"

namespace rapport::demo {
namespace {

constexpr std::uint64_t seed = 20'261'105;
constexpr std::size_t items_last_year = 6;
constexpr std::size_t new_items = 4;

/// What became of the six of last year, by the department's number.
using Fates = std::array<ItemState, items_last_year>;
constexpr auto done = ItemState::done, carried = ItemState::carried_forward, dropped = ItemState::dropped,
               open = ItemState::open;
constexpr std::array<Fates, 4> fates{{{done, done, done, carried, done, dropped},
                                      {done, done, carried, carried, done, done},
                                      {done, dropped, done, done, done, carried},
                                      {done, done, done, carried, open, done}}};

class ActionPlanWriter {
 public:
  explicit ActionPlanWriter(World& world)
      : scope_(world.database, world.institution, world.viewer(world.administrator()), world.zone, world.now),
        world_(world),
        directory_(keeper_.current(scope_)) {}

  ActionsWritten write() {
    world_.database.write(
        [&](db::Writer& writer) { plan_templates::insert_starting(writer, world_.institution, world_.now); });
    const int now = scope_.years().of(scope_.today);
    for (const int year : {now - 2, now - 1, now}) {
      std::size_t number = 0;
      for (const auto& unit : directory_->org.units())
        if (unit.kind == OrgUnitKind::department && !is_forerunner(world_, unit.id))
          add_plan(unit, year, now, number++);
    }
    must(action_plans::record_past(scope_, *directory_, past_));
    ActionsWritten written;
    for (const auto& made : world_.mergers) written.actions += carry_from(made, now);
    for (const auto& plan : past_)
      for (const auto& item : plan.items) {
        ++written.actions;
        const bool is_ahead = item.draft.due_on && *item.draft.due_on >= scope_.today;
        if (is_ahead && !is_over(item.state.state)) ++written.promises;
      }
    return written;
  }

 private:
  /// The seventh has none this year; every fifth has one of two years ago.
  void add_plan(const OrgUnitEntry& unit, int year, int now, std::size_t number) {
    if (!unit.is_open) return;
    if (const auto* made = merged(world_, unit.id); made != nullptr && year == now - 2) {
      add_forerunners(*made, unit, year, number);
      return;
    }
    if (year == now - 2 && number % 5 != 0) return;
    if (year == now && !has_plan_now(number)) return;
    const auto owner = owner_of(unit.id);
    auto plan = plan_of(unit.id, year, owner);
    if (year == now - 2)
      plan.items = {over(unit, action(number, 3), owner, year, carried)};
    else if (year == now - 1)
      for (std::size_t i = 0; i < items_last_year; ++i)
        plan.items.push_back(over(unit, action(number, i), owner, year, fate_of(number, i)));
    else
      add_this_year(plan, unit, owner, number);
    past_.push_back(std::move(plan));
  }

  Id<Staff> owner_of(Id<OrgUnit> unit) const {
    const auto* lead = directory_->staff.lead_of(unit);
    return lead == nullptr ? world_.id_of(world_.administrator()) : lead->id;
  }

  /// The day on which a year's plan is agreed on.
  Date agreed_on(int year) const {
    return std::min(scope_.years().first_day(year).plus_days(100), scope_.today.plus_days(-2));
  }

  action_plans::PastPlan plan_of(Id<OrgUnit> unit, int year, Id<Staff> owner) const {
    action_plans::PastPlan plan{
        .unit = unit, .academic_year = year, .made_by = owner, .made_on = agreed_on(year)};
    for (const auto theme : action_themes) plan.themes.emplace_back(theme);
    return plan;
  }

  /// What the two agreed on in their last year, and nobody else has: one thing each is still to do.
  void add_forerunners(const Merged& made, const OrgUnitEntry& unit, int year, std::size_t number) {
    constexpr std::array states{done, open, dropped, open, done};
    auto next = items_last_year + new_items;
    const auto owner = owner_of(unit.id);
    for (const auto before : made.forerunners) {
      auto plan = plan_of(before, year, owner);
      const bool is_first = before == made.forerunners.front();
      for (int items = is_first ? 3 : 2; items > 0; --items, ++next)
        plan.items.push_back(
            over(unit, action(number, next), owner, year, states[next - items_last_year - new_items]));
      past_.push_back(std::move(plan));
    }
  }

  /// What they left open is carried forward as their librarian does on the plan's page: the first is done by
  /// now, the others go on once more. How many actions that makes.
  std::int64_t carry_from(const Merged& made, int now) {
    const auto then = scope_at(agreed_on(now - 1), made.unit), since = scope_at(agreed_on(now), made.unit);
    std::vector<Id<PlanItem>> taken_on;
    for (const auto before : made.forerunners) {
      const auto plan = action_plans::of(*then, *directory_, before, now - 2);
      for (const auto& item : plan->items)
        if (!item.is_over())
          taken_on.push_back(must(
              action_plans::carry_forward(*then, *directory_, item.id, item.version, {.to = made.unit})));
    }
    auto actions = static_cast<std::int64_t>(taken_on.size());
    for (const auto id : taken_on) {
      const auto item = must(action_plans::get_item(*since, id)).item;
      if (id == taken_on.front()) {
        must(action_plans::set_state(*since, *directory_, id, item.version, {done, outcome_of(item.words)}));
      } else {
        must(action_plans::carry_forward(*since, *directory_, id, item.version));
        ++actions;
      }
    }
    return actions;
  }

  /// Whoever leads for the department, on that day.
  std::unique_ptr<Scope> scope_at(Date day, Id<OrgUnit> unit) const {
    return std::make_unique<Scope>(world_.database, world_.institution,
                                   viewer_of(*directory_->staff.find(owner_of(unit))), world_.zone,
                                   world_.zone.instant_of(day, TimeOfDay{15 * 60}));
  }

  static std::string outcome_of(std::string_view words) {
    return std::string(std::ranges::find(agreed_actions, words, &AgreedAction::words)->outcome);
  }

  static bool has_plan_now(std::size_t number) { return number % 7 != 6; }
  static ItemState fate_of(std::size_t number, std::size_t which) {
    const auto fate = fates[number % fates.size()][which];
    return fate == carried && !has_plan_now(number) ? open : fate;  // still to be looked back on
  }
  static const AgreedAction& action(std::size_t number, std::size_t which) {
    return agreed_actions[(number * 4 + which) % agreed_actions.size()];
  }

  action_plans::PastItem draft_of(const OrgUnitEntry& unit, const AgreedAction& from, Id<Staff> owner) {
    Dice dice(seed, unit.slug + std::string(from.words));
    action_plans::PastItem item{.draft = {.theme = std::string(action_themes[from.theme]),
                                          .words = std::string(from.words),
                                          .success = std::string(from.success),
                                          .owners = {owner},
                                          .is_asked = from.is_asked}};
    if (const auto* person = somebody_of(unit.id, dice)) {
      item.draft.their_owners = person->display_name();
      item.draft.people = {person->id};
    }
    return item;
  }

  action_plans::PastItem over(const OrgUnitEntry& unit, const AgreedAction& from, Id<Staff> owner, int year,
                              ItemState state) {
    auto item = draft_of(unit, from, owner);
    Dice dice(seed + 1, unit.slug + std::string(from.words));
    item.state = {state, std::string(state == done      ? from.outcome
                                     : state == dropped ? "Nobody found the time, and the module ends."
                                                        : "")};
    item.is_carried = state == carried;
    item.changed_on = scope_.years().first_day(year).plus_days(dice.between(150, 330));
    item.draft.due_on = item.changed_on.plus_days(dice.between(-5, 20));
    if (state != open) item.notes = {std::string(from.progress)};
    return item;
  }

  /// What was carried forward, then four new ones; two under way, one done early, one without a day.
  void add_this_year(action_plans::PastPlan& plan, const OrgUnitEntry& unit, Id<Staff> owner,
                     std::size_t number) {
    Dice dice(seed + 2, unit.slug);
    const auto add = [&](const AgreedAction& from, ItemState state) {
      auto item = draft_of(unit, from, owner);
      item.state = {state, state == done ? std::string(from.outcome) : std::string()};
      item.changed_on = scope_.today.plus_days(-dice.between(1, 12));
      const auto place = plan.items.size();
      if (place != 2)
        item.draft.due_on =
            state == done ? item.changed_on
                          : scope_.today.plus_days(20 + 31 * static_cast<int>(place) + dice.between(0, 9));
      if (state == ItemState::under_way) item.notes = {std::string(from.progress)};
      plan.items.push_back(std::move(item));
    };
    for (std::size_t i = 0; i < items_last_year; ++i)
      if (fate_of(number, i) == carried) add(action(number, i), ItemState::under_way);
    constexpr std::array states{ItemState::under_way, ItemState::open, ItemState::done, ItemState::open};
    for (std::size_t i = 0; i < new_items; ++i)
      add(action(number, items_last_year + i), states[(i + number) % states.size()]);
  }

  const PersonEntry* somebody_of(Id<OrgUnit> unit, Dice& dice) {
    std::vector<const PersonEntry*> here;
    for (const auto& person : directory_->people.in_name_order())
      if (person->is_here && person->unit == unit) here.push_back(person.get());
    if (here.empty()) return nullptr;
    return here[static_cast<std::size_t>(dice.between(0, static_cast<int>(here.size()) - 1))];
  }

  DirectoryKeeper keeper_;
  Scope scope_;
  World& world_;
  std::shared_ptr<const Directory> directory_;
  std::vector<action_plans::PastPlan> past_;
};

}  // namespace

ActionsWritten write_action_plans(World& world) {
  return ActionPlanWriter(world).write();
}

}  // namespace rapport::demo
