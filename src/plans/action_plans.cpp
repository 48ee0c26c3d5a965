// The front door of action plans.
#include "plans/action_plans.hpp"

#include <algorithm>

#include "audit/audit.hpp"
#include "base/text.hpp"
#include "organisation/academic_calendar.hpp"
#include "organisation/organisation.hpp"
#include "plans/item_promises.hpp"

namespace rapport::action_plans {
namespace {

Result<Done> may_change(const Scope& scope) {
  if (!may_write(scope.viewer))
    return forbidden("Directors read plans and do not write them. Ask an administrator to change your role.");
  return Done{};
}

Refusal no_item_there() {
  return not_found("That action is not here.");
}

Refusal changed_meanwhile() {
  return conflict("A colleague has changed this action while you were writing. Your words are kept below.");
}

void audit_plan(Scope& scope, db::Writer& writer, std::string_view action, const ActionPlan& plan) {
  audit::record_change(scope, writer,
                       {.action = action,
                        .subject = "action_plan",
                        .subject_id = plan.id.value,
                        .details = "{\"org_unit\":" + std::to_string(plan.unit.value) +
                                   ",\"year\":" + std::to_string(plan.academic_year) + "}"});
}

void audit_item(Scope& scope, db::Writer& writer, std::string_view action, Id<PlanItem> item,
                std::string details = "{}") {
  audit::record_change(
      scope, writer,
      {.action = action, .subject = "plan_item", .subject_id = item.value, .details = std::move(details)});
}

std::string owner_words(const Directory& directory, const PlanItem& item) {
  std::vector<std::string> names;
  names.reserve(item.owners.size());
  for (const auto& owner : item.owners) names.emplace_back(directory.staff.full_name(owner.staff));
  return join(names, ", ");
}

/// Whether the department may have a plan of that year.
Result<Done> check_where(Scope& scope, const Beginning& where) {
  if (!may_begin(where.academic_year, scope.today, scope.years()))
    return invalid("year", "Plans are begun for last year, this one and the next.");
  const auto unit = organisation::get(scope, where.unit);
  if (!unit) return not_found("No department has that address.");
  if (unit->closed_on && *unit->closed_on < scope.years().first_day(where.academic_year))
    return conflict(unit->name + " was closed on " + long_words(*unit->closed_on, scope.today) + ", before " +
                    scope.years().words(where.academic_year) +
                    " began. Its actions can be carried forward to another department’s plan.");
  return Done{};
}

/// The plan, begun where there is none.
Result<ActionPlan> find_or_begin(Scope& scope, db::Writer& writer, const Beginning& where,
                                 const Starting& starting) {
  if (auto there = action_plan_store::find(writer, scope.institution, where.unit, where.academic_year))
    return std::move(*there);
  if (auto good = check_where(scope, where); !good) return std::move(good).refusal();
  ActionPlan plan{.unit = where.unit,
                  .academic_year = where.academic_year,
                  .themes = starting.themes,
                  .begun_by = scope.viewer.staff,
                  .begun_at = scope.now};
  plan.id = action_plan_store::insert(writer, scope.institution, plan, where.from);
  audit_plan(scope, writer, "begun", plan);
  return plan;
}

/// What the first template in use holds: themes to choose from for a plan that nobody began from one.
Starting usual_themes(Scope& scope, db::Reader& reader) {
  for (const auto& kept : action_plan_store::templates(reader, scope.institution))
    if (!kept.is_retired) return {.themes = read_template(kept.content).themes};
  return {};
}

Result<Starting> starting_of(Scope& scope, db::Reader& reader, std::optional<Id<PlanTemplate>> from) {
  if (!from) return usual_themes(scope, reader);
  const auto kept = action_plan_store::find_template(reader, scope.institution, *from);
  if (!kept || kept->is_retired) return invalid("template", "That template is not in use any more.");
  return read_template(kept->content);
}

PlanItem new_item(const Scope& scope, Id<ActionPlan> plan, int position) {
  return {.plan = plan,
          .position = position,
          .made_by = scope.viewer.staff,
          .made_at = scope.now,
          .changed_by = scope.viewer.staff,
          .changed_at = scope.now};
}

void take_words(PlanItem& item, const ItemDraft& draft) {
  item.theme = draft.theme;
  item.words = draft.words;
  item.success = draft.success;
  item.their_owners = draft.their_owners;
  item.people = draft.people;
  item.due_on = draft.due_on;
  item.is_asked = draft.is_asked;
}

void sign(const Scope& scope, PlanItem& item) {
  item.changed_by = scope.viewer.staff;
  item.changed_at = scope.now;
}

/// An item in the version that was looked at, settled.
Result<ItemInPlan> find_seen(Scope& scope, db::Reader& reader, Id<PlanItem> id, int version) {
  auto item = action_plan_store::find_item(reader, scope.institution, id);
  if (!item) return no_item_there();
  auto plan = action_plan_store::find(reader, scope.institution, item->plan);
  if (!plan) return no_item_there();
  if (item->version != version) return changed_meanwhile();
  settle(*item, scope.zone);
  return ItemInPlan{std::move(*item), std::move(*plan)};
}

/// Writes what the item says now. Within the transaction that has just read it.
Result<Done> keep(Scope& scope, db::Writer& writer, const Directory& directory, const ItemInPlan& before,
                  PlanItem after) {
  const auto name = std::string(directory.org.name(before.plan.unit));
  if (auto done = follow(scope, directory, before.item, after, name); !done) return done;
  sign(scope, after);
  if (!action_plan_store::update(writer, scope.institution, after, owner_words(directory, after)))
    return changed_meanwhile();
  return Done{};
}

Result<Id<PlanItem>> add_to(Scope& scope, db::Writer& writer, const Directory& directory,
                            const ActionPlan& plan, const ItemDraft& draft) {
  const auto position = action_plan_store::next_position(writer, scope.institution, plan.id);
  if (position > static_cast<int>(items_max))
    return invalid("words", "A plan has at most sixty actions. Drop or carry forward some.");
  if (auto faults = faults_of(
          draft, {.academic_year = plan.academic_year, .before = {}, .today = scope.today}, scope.years());
      !faults.empty())
    return invalid(std::move(faults));
  auto owners = owners_of(directory, {}, draft.owners);
  if (!owners) return std::move(owners).refusal();
  auto item = new_item(scope, plan.id, position);
  take_words(item, draft);
  item.owners = std::move(owners).value();
  if (auto done = follow(scope, directory, PlanItem{}, item, std::string(directory.org.name(plan.unit)));
      !done)
    return std::move(done).refusal();
  const auto id = action_plan_store::insert(writer, scope.institution, item, owner_words(directory, item));
  audit_item(scope, writer, "planned", id);
  return id;
}

/// What goes on next year: the same words without the day. Who has left by now is left out.
PlanItem next_of(const Scope& scope, const Directory& directory, const PlanItem& item, const ActionPlan& into,
                 int position) {
  auto next = new_item(scope, into.id, position);
  take_words(next, draft_of(item));
  next.due_on.reset();
  for (const auto& owner : item.owners) {
    const auto* member = directory.staff.find(owner.staff);
    const bool is_named = std::ranges::count(next.owners, owner.staff, &ItemOwner::staff) > 0;
    if (member != nullptr && member->is_active && !is_named)
      next.owners.push_back({.staff = owner.staff, .named = owner.staff});
  }
  next.carried_from = item.id;
  next.carried_count = item.carried_count + 1;
  return next;
}

Result<Id<PlanItem>> carry_now(Scope& scope, db::Writer& writer, const Directory& directory,
                               const ItemInPlan& from, const Carrying& carrying) {
  if (from.item.is_over())
    return conflict("This action is " + with_small_first(words(from.item.state)) +
                    " already. Open it again first.");
  const Beginning where{.unit = carrying.to.value_or(from.plan.unit),
                        .academic_year = from.plan.academic_year + 1};
  const auto into = find_or_begin(scope, writer, where, {.themes = from.plan.themes});
  if (!into) return into.refusal();
  const auto position = action_plan_store::next_position(writer, scope.institution, into->id);
  const auto next = next_of(scope, directory, from.item, *into, position);
  auto over = from.item;
  over.state = ItemState::carried_forward;
  over.closed_on = scope.today;
  if (auto outcome = tidy(carrying.outcome); !outcome.empty()) over.outcome = std::move(outcome);
  if (auto kept = keep(scope, writer, directory, from, std::move(over)); !kept)
    return std::move(kept).refusal();
  const auto id = action_plan_store::insert(writer, scope.institution, next, owner_words(directory, next));
  audit_item(scope, writer, "carried forward", from.item.id, "{\"to\":" + std::to_string(id.value) + "}");
  return id;
}

}  // namespace

bool may_write(const Viewer& viewer) {
  return !viewer.is(Role::director);
}

Result<Id<ActionPlan>> begin(Scope& scope, const Directory&, const Beginning& beginning) {
  if (auto allowed = may_change(scope); !allowed) return std::move(allowed).refusal();
  return scope.write([&](db::Writer& writer) -> Result<Id<ActionPlan>> {
    if (const auto there =
            action_plan_store::find(writer, scope.institution, beginning.unit, beginning.academic_year))
      return there->id;
    const auto starting = starting_of(scope, writer, beginning.from);
    if (!starting) return starting.refusal();
    const auto plan = find_or_begin(scope, writer, beginning, *starting);
    if (!plan) return plan.refusal();
    int position = 0;
    for (const auto& start : starting->items) {  // at most thirty
      auto item = new_item(scope, plan->id, ++position);
      take_words(item, {.theme = start.theme, .words = start.words, .success = start.success});
      (void)action_plan_store::insert(writer, scope.institution, item, "");
    }
    return plan->id;
  });
}

Result<Id<PlanItem>> add(Scope& scope, const Directory& directory, const Beginning& where,
                         const ItemDraft& draft) {
  if (auto allowed = may_change(scope); !allowed) return std::move(allowed).refusal();
  return scope.write([&](db::Writer& writer) -> Result<Id<PlanItem>> {
    const auto plan = find_or_begin(scope, writer, where, usual_themes(scope, writer));
    if (!plan) return plan.refusal();
    return add_to(scope, writer, directory, *plan, tidied(draft));
  });
}

Result<Done> change(Scope& scope, const Directory& directory, Id<PlanItem> id, int version,
                    const ItemDraft& typed) {
  if (auto allowed = may_change(scope); !allowed) return allowed;
  const auto draft = tidied(typed);
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto seen = find_seen(scope, writer, id, version);
    if (!seen) return seen.refusal();
    if (auto faults = faults_of(
            draft,
            {.academic_year = seen->plan.academic_year, .before = seen->item.due_on, .today = scope.today},
            scope.years());
        !faults.empty())
      return invalid(std::move(faults));
    auto owners = owners_of(directory, seen->item.owners, draft.owners);
    if (!owners) return std::move(owners).refusal();
    auto after = seen->item;
    take_words(after, draft);
    after.owners = std::move(owners).value();
    if (auto kept = keep(scope, writer, directory, *seen, std::move(after)); !kept) return kept;
    audit_item(scope, writer, "changed", id);
    return Done{};
  });
}

Result<Done> set_state(Scope& scope, const Directory& directory, Id<PlanItem> id, int version,
                       const StateDraft& typed) {
  if (auto allowed = may_change(scope); !allowed) return allowed;
  const StateDraft draft{typed.state, tidy(typed.outcome)};
  if (auto faults = faults_of(draft); !faults.empty()) return invalid(std::move(faults));
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto seen = find_seen(scope, writer, id, version);
    if (!seen) return seen.refusal();
    if (seen->item.carried_to)
      return conflict("This action goes on in the next year’s plan. Change it there.");
    auto after = seen->item;
    after.state = draft.state;
    after.outcome = draft.outcome;
    if (!after.is_over())
      after.closed_on.reset();
    else if (!after.closed_on || seen->item.state != after.state)
      after.closed_on = scope.today;
    if (auto kept = keep(scope, writer, directory, *seen, std::move(after)); !kept) return kept;
    audit_item(scope, writer, "moved", id, "{\"state\":\"" + std::string(code(draft.state)) + "\"}");
    return Done{};
  });
}

Result<Id<PlanItem>> carry_forward(Scope& scope, const Directory& directory, Id<PlanItem> id, int version,
                                   const Carrying& carrying) {
  if (auto allowed = may_change(scope); !allowed) return std::move(allowed).refusal();
  if (auto faults = faults_of(StateDraft{ItemState::done, tidy(carrying.outcome)}); !faults.empty())
    return invalid(std::move(faults));
  return scope.write([&](db::Writer& writer) -> Result<Id<PlanItem>> {
    if (const auto there = action_plan_store::carried_to(writer, scope.institution, id)) return *there;
    const auto seen = find_seen(scope, writer, id, version);
    if (!seen) return seen.refusal();
    return carry_now(scope, writer, directory, *seen, carrying);
  });
}

Result<Done> note(Scope& scope, Id<PlanItem> id, std::string_view typed) {
  if (auto allowed = may_change(scope); !allowed) return allowed;
  const auto words = tidy(typed);
  if (words.empty()) return invalid("note", "Say in a few words how it stands.");
  if (character_count(words) > item_text_characters_max)
    return invalid("note", "Say it in at most 1,000 characters.");
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    if (!action_plan_store::find_item(writer, scope.institution, id)) return no_item_there();
    action_plan_store::insert(
        writer, scope.institution,
        ItemNote{.item = id, .words = words, .made_by = scope.viewer.staff, .made_at = scope.now});
    audit_item(scope, writer, "noted", id);
    return Done{};
  });
}

Result<Done> keep_minutes(Scope& scope, Id<ActionPlan> plan, std::string_view typed,
                          std::optional<Id<Interaction>> interaction) {
  if (auto allowed = may_change(scope); !allowed) return allowed;
  const auto words = tidy(typed);
  if (words.empty()) return invalid("minutes", "Nothing has been typed yet.");
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto there = action_plan_store::find(writer, scope.institution, plan);
    if (!there) return not_found("That plan is not here.");
    action_plan_store::insert(
        writer, scope.institution, plan,
        Minutes{
            .words = words, .interaction = interaction, .made_by = scope.viewer.staff, .made_at = scope.now});
    audit_plan(scope, writer, "minuted", *there);
    return Done{};
  });
}

}  // namespace rapport::action_plans
