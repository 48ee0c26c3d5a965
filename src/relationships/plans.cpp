// The front door of scale-up plans.
#include "relationships/plans.hpp"

#include <algorithm>
#include <tuple>

#include "audit/audit.hpp"
#include "base/text.hpp"
#include "interactions/interactions.hpp"
#include "interactions/planned_promises.hpp"
#include "people/person_contact.hpp"
#include "relationships/plan_store.hpp"
#include "relationships/relationship_begin.hpp"
#include "relationships/relationships.hpp"

namespace rapport::plans {
namespace {

Result<Done> may_plan(const Scope& scope) {
  if (scope.viewer.is(Role::director))
    return forbidden("Directors read plans and do not write them. Ask an administrator to change your role.");
  return Done{};
}

std::optional<Id<Person>> person_in(RelationshipWith with) {
  const auto* person = std::get_if<Id<Person>>(&with);
  return person == nullptr ? std::nullopt : std::optional(*person);
}

bool is_there(const Directory& directory, RelationshipWith with) {
  if (const auto person = person_in(with)) return directory.people.find(*person) != nullptr;
  return directory.org.find(std::get<Id<OrgUnit>>(with)) != nullptr;
}

/// The record that remains.
RelationshipWith remaining(const Directory& directory, RelationshipWith with) {
  const auto person = person_in(with);
  return person ? RelationshipWith(directory.people.find_counted(*person)->id) : with;
}

Refusal no_plan_there() {
  return not_found("That plan is not here.");
}

Refusal only_closed(const Directory& directory, RelationshipWith with) {
  const auto person = person_in(with);
  return conflict(person ? directory.people.find_counted(*person)->display_name() +
                               " has left. A plan can be closed, and none begun or changed."
                         : "That department is closed. A plan can be closed, and none begun or changed.");
}

Refusal levels_changed() {
  return conflict("The levels have been changed while you were writing. Your words are kept below.");
}

Refusal there_already(const Directory& directory, const ScaleUpPlan& other, const Scales& scales,
                      Date today) {
  const auto& aim = scales.current().name(scales.now(other.aim_scale, other.aim_level));
  return conflict("There is a plan already: " + std::string(directory.staff.full_name(other.made_by)) +
                  " aims at " + aim + ", to be reviewed on " + long_words(other.review_on, today) +
                  ". Change or close that one. Your words are kept below.");
}

void note(Scope& scope, db::Writer& writer, const Directory& directory, RelationshipWith with,
          Id<ScaleUpPlan> id, std::string_view action, std::string details = "{}") {
  if (const auto person = person_in(remaining(directory, with)))
    people::touch(writer, scope.institution, *person);
  audit::record_change(
      scope, writer,
      {.action = action, .subject = "scale_up_plan", .subject_id = id.value, .details = std::move(details)});
}

interactions::PlannedPromise promise_of(const Directory& directory, RelationshipWith with,
                                        const StepDraft& step) {
  return {.staff = step.owner,
          .person = person_in(remaining(directory, with)),
          .words = step.words,
          .due_on = step.due_on};
}

bool logs(const Directory& directory, Id<Staff> id) {
  const auto* member = directory.staff.find(id);
  return member != nullptr && member->is_active && member->role != Role::director;
}

/// What a promise refuses, said of the step's row.
Refusal of_row(Refusal refusal, const StepDraft& step) {
  for (auto& fault : refusal.faults)
    fault.field = "step-" + std::to_string(step.row) + (fault.field == "staff" ? "-owner" : "-words");
  return refusal;
}

Result<Id<PlanStep>> add_step(Scope& scope, db::Writer& writer, const Directory& directory,
                              const ScaleUpPlan& plan, const StepDraft& step) {
  const auto promise = interactions::plan_promise(scope, directory, promise_of(directory, plan.with, step));
  if (!promise) return of_row(promise.refusal(), step);
  return plan_store::insert(writer, scope.institution,
                            PlanStep{.plan = plan.id,
                                     .position = step.row,
                                     .words = step.words,
                                     .owner = step.owner,
                                     .due_on = step.due_on,
                                     .promise = *promise});
}

Result<Done> change_step(Scope& scope, db::Writer& writer, const Directory& directory,
                         const ScaleUpPlan& plan, PlanStep before, const StepDraft& step) {
  if (step.words.empty()) {
    if (!before.promise) return Done{};
    return interactions::drop_planned_promise(scope, *before.promise);
  }
  const bool is_same =
      before.words == step.words && before.owner == step.owner && before.due_on == step.due_on;
  if (!is_same && before.promise) {
    auto done = interactions::replan_promise(scope, directory, *before.promise,
                                             promise_of(directory, plan.with, step));
    if (!done) return of_row(std::move(done).refusal(), step);
  }
  before.position = step.row;
  before.words = step.words;
  before.owner = step.owner;
  before.due_on = step.due_on;
  plan_store::update(writer, scope.institution, before);
  return Done{};
}

/// At most steps_max of them.
Result<Done> keep_steps(Scope& scope, db::Writer& writer, const Directory& directory, const ScaleUpPlan& plan,
                        std::span<const PlanStep> before, const std::vector<StepDraft>& steps) {
  for (const auto& step : steps) {
    const auto there = step.step ? std::ranges::find(before, *step.step, &PlanStep::id) : before.end();
    if (there != before.end() && there->kept_at) continue;
    if (there != before.end() && !there->is_dropped) {
      if (auto done = change_step(scope, writer, directory, plan, *there, step); !done) return done;
    } else if (!step.words.empty()) {
      if (auto made = add_step(scope, writer, directory, plan, step); !made) return std::move(made).refusal();
    }
  }
  return Done{};
}

void take_words(ScaleUpPlan& plan, const PlanDraft& draft, const Scale& scale) {
  plan.aim_scale = scale.version;
  plan.aim_level = draft.aim;
  plan.where_now = draft.where_now;
  plan.why_now = draft.why_now;
  plan.matters = draft.matters;
  plan.hope = draft.hope;
  plan.know_by = draft.know_by;
  plan.review_on = draft.review_on.value();
}

std::optional<ScaleUpPlan> active_of(Scope& scope, db::Reader& reader, const Directory& directory,
                                     RelationshipWith with, ServiceArea area) {
  // One record, but for merged people.
  for (const auto& relationship : relationships::all_of(scope, directory, with, area))
    if (auto found = plan_store::active_of(reader, scope.institution, relationship.id)) return found;
  return std::nullopt;
}

/// The plan and its steps, by a draft without faults.
Result<ScaleUpPlan> write_new(Scope& scope, db::Writer& writer, const Directory& directory,
                              const PlanDraft& draft, ScaleUpPlan plan) {
  const auto relationship = relationships::begin(scope, directory, draft.with, draft.area);
  if (!relationship) return relationship.refusal();
  plan.relationship = relationship->id;
  plan.with = draft.with;
  plan.area = draft.area;
  take_words(plan, draft, relationships::current_scale(scope));
  if (draft.review_by != plan.made_by) plan.review_by = draft.review_by;
  plan.changed_by = plan.made_by;
  plan.changed_at = plan.made_at;
  plan.id = plan_store::insert(writer, scope.institution, plan);
  if (auto kept = keep_steps(scope, writer, directory, plan, {}, draft.steps); !kept)
    return std::move(kept).refusal();
  return plan;
}

Result<Id<ScaleUpPlan>> begin_now(Scope& scope, db::Writer& writer, const Directory& directory,
                                  const PlanDraft& draft) {
  const auto scales = relationships::scales(scope);
  if (const auto other = active_of(scope, writer, directory, draft.with, draft.area))
    return there_already(directory, *other, scales, scope.today);
  if (draft.seen_scale != scales.current().version) return levels_changed();
  const auto standing = relationships::standing(scope, directory, draft.with, draft.area);
  if (auto faults = faults_of(draft, {.scale = scales.current(), .standing = standing, .today = scope.today});
      !faults.empty())
    return invalid(std::move(faults));
  if (draft.review_by && !logs(directory, *draft.review_by))
    return invalid({{"review_by", "Choose a colleague who logs conversations."}});
  const auto made =
      write_new(scope, writer, directory, draft, {.made_by = scope.viewer.staff, .made_at = scope.now});
  if (!made) return made.refusal();
  note(scope, writer, directory, draft.with, made->id, "planned",
       "{\"aim\":" + std::to_string(draft.aim) + "}");
  return made->id;
}

/// An active plan in the version that was looked at.
Result<ScaleUpPlan> find_open(Scope& scope, db::Reader& reader, Id<ScaleUpPlan> id, int version) {
  auto found = plan_store::find(reader, scope.institution, id);
  if (!found) return no_plan_there();
  if (!found->is_active())
    return conflict("A colleague has closed this plan meanwhile. Your words are kept below.");
  if (found->version != version)
    return conflict("A colleague has changed this plan while you were writing. Your words are kept below.");
  return std::move(*found);
}

Result<Done> change_now(Scope& scope, db::Writer& writer, const Directory& directory, ScaleUpPlan plan,
                        const PlanDraft& draft) {
  const auto scale = relationships::current_scale(scope);
  if (draft.seen_scale != scale.version) return levels_changed();
  const auto steps = plan_store::steps_of(writer, scope.institution, plan.id);
  const auto standing = relationships::standing(scope, directory, plan.with, plan.area);
  if (auto faults = faults_of(draft, {.scale = scale,
                                      .standing = standing,
                                      .steps = steps,
                                      .is_new = false,
                                      .review_before = plan.review_on,
                                      .today = scope.today});
      !faults.empty())
    return invalid(std::move(faults));
  take_words(plan, draft, scale);
  plan.changed_by = scope.viewer.staff;
  plan.changed_at = scope.now;
  // Within the transaction that has just read it.
  (void)plan_store::update(writer, scope.institution, plan);
  if (auto kept = keep_steps(scope, writer, directory, plan, steps, draft.steps); !kept) return kept;
  note(scope, writer, directory, plan.with, plan.id, "changed");
  return Done{};
}

Result<Done> drop_open_steps(Scope& scope, db::Reader& reader, Id<ScaleUpPlan> plan) {
  // At most a hundred, and seldom more than eight.
  for (const auto& step : plan_store::steps_of(reader, scope.institution, plan)) {
    if (!step.is_open() || !step.promise) continue;
    if (auto done = interactions::drop_planned_promise(scope, *step.promise); !done) return done;
  }
  return Done{};
}

Result<Done> close_now(Scope& scope, db::Writer& writer, const Directory& directory, ScaleUpPlan plan,
                       const CloseDraft& draft) {
  plan.outcome = draft.outcome;
  plan.learnt = tidy(draft.learnt);
  plan.changed_by = scope.viewer.staff;
  plan.changed_at = scope.now;
  plan.closed_by = scope.viewer.staff;
  plan.closed_at = scope.now;
  (void)plan_store::update(writer, scope.institution, plan);
  if (draft.drops_open_steps)
    if (auto done = drop_open_steps(scope, writer, plan.id); !done) return done;
  note(scope, writer, directory, plan.with, plan.id, "closed",
       "{\"outcome\":\"" + std::string(code(*draft.outcome)) + "\"}");
  return Done{};
}

/// Who leads for the person's department, or for the department.
const StaffEntry* lead_of(const Directory& directory, RelationshipWith with) {
  std::optional<Id<OrgUnit>> unit;
  if (const auto person = person_in(with)) {
    const auto* entry = directory.people.find(*person);
    if (entry != nullptr) unit = entry->unit;
  } else {
    unit = std::get<Id<OrgUnit>>(with);
  }
  return unit ? directory.staff.lead_of(*unit) : nullptr;
}

bool is_asked(const Scope& scope, const Directory& directory, const ScaleUpPlan& plan) {
  const auto* asked = directory.staff.find(plan.reviewer());
  if (asked != nullptr && asked->is_active) return asked->id == scope.viewer.staff;
  const auto* lead = lead_of(directory, plan.with);
  return lead != nullptr && lead->id == scope.viewer.staff;
}

Result<Done> record_one(Scope& scope, db::Writer& writer, const Directory& directory, const PastPlan& past) {
  const auto at = scope.zone.instant_of(past.made_on, TimeOfDay{15 * 60});
  const auto draft = tidied(past.draft);
  const auto scale = relationships::current_scale(scope);
  if (auto faults = faults_of(draft, {.scale = scale, .standing = {}, .today = past.made_on});
      !faults.empty())
    return invalid(std::move(faults));
  auto made = write_new(scope, writer, directory, draft, {.made_by = past.made_by, .made_at = at});
  if (!made) return std::move(made).refusal();
  int kept = 0;
  for (const auto& step : plan_store::steps_of(writer, scope.institution, made->id)) {
    if (kept++ == past.steps_kept) break;
    if (auto done = interactions::keep_promise(scope, step.promise.value(), true); !done)
      return std::move(done).refusal();
  }
  if (!past.closing) return Done{};
  auto plan = std::move(made).value();
  plan.outcome = past.closing->outcome;
  plan.learnt = tidy(past.closing->learnt);
  plan.closed_by = plan.changed_by;
  plan.closed_at = scope.zone.instant_of(past.closed_on.value_or(plan.review_on), TimeOfDay{15 * 60});
  plan.changed_at = *plan.closed_at;
  (void)plan_store::update(writer, scope.institution, plan);
  return drop_open_steps(scope, writer, plan.id);
}

}  // namespace

bool may_be_planned(const Directory& directory, RelationshipWith with) {
  if (const auto person = person_in(with)) {
    const auto* entry = directory.people.find(*person);
    return entry != nullptr && entry->is_here;
  }
  const auto* unit = directory.org.find(std::get<Id<OrgUnit>>(with));
  return unit != nullptr && unit->is_open;
}

std::vector<Plan> of(Scope& scope, const Directory& directory, RelationshipWith with, ServiceArea area) {
  return scope.read([&](db::Reader& reader) {
    std::vector<Plan> all;
    // One record, but for merged people; of each a few plans.
    for (const auto& relationship : relationships::all_of(scope, directory, with, area))
      for (auto& plan : plan_store::of(reader, scope.institution, relationship.id)) {
        auto steps = plan_store::steps_of(reader, scope.institution, plan.id);
        all.push_back({std::move(plan), std::move(steps)});
      }
    std::ranges::stable_sort(all, {}, [](const Plan& one) {
      const auto closed_at = one.plan.closed_at.value_or(Instant{}).milliseconds;
      return std::tuple(!one.plan.is_active(), -closed_at, -one.plan.id.value);
    });
    return all;
  });
}

std::vector<ScaleUpPlan> active(Scope& scope, const Directory& directory, ServiceArea area) {
  auto found =
      scope.read([&](db::Reader& reader) { return plan_store::active(reader, scope.institution, area); });
  for (auto& plan : found)
    if (is_there(directory, plan.with)) plan.with = remaining(directory, plan.with);
  return found;
}

Result<Plan> get(Scope& scope, Id<ScaleUpPlan> id) {
  return scope.read([&](db::Reader& reader) -> Result<Plan> {
    auto found = plan_store::find(reader, scope.institution, id);
    if (!found) return no_plan_there();
    return Plan{std::move(*found), plan_store::steps_of(reader, scope.institution, id)};
  });
}

Result<Id<ScaleUpPlan>> begin(Scope& scope, const Directory& directory, const PlanDraft& draft) {
  if (auto allowed = may_plan(scope); !allowed) return std::move(allowed).refusal();
  if (!is_there(directory, draft.with)) return not_found("Nobody is there any more.");
  if (!may_be_planned(directory, draft.with)) return only_closed(directory, draft.with);
  const auto whole = tidied(draft);
  return scope.write([&](db::Writer& writer) { return begin_now(scope, writer, directory, whole); });
}

Result<Done> change(Scope& scope, const Directory& directory, Id<ScaleUpPlan> id, int version,
                    const PlanDraft& draft) {
  if (auto allowed = may_plan(scope); !allowed) return allowed;
  const auto whole = tidied(draft);
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    auto plan = find_open(scope, writer, id, version);
    if (!plan) return std::move(plan).refusal();
    if (!may_be_planned(directory, plan->with)) return only_closed(directory, plan->with);
    return change_now(scope, writer, directory, std::move(plan).value(), whole);
  });
}

Result<Done> close(Scope& scope, const Directory& directory, Id<ScaleUpPlan> id, int version,
                   const CloseDraft& draft) {
  if (auto allowed = may_plan(scope); !allowed) return allowed;
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    auto plan = find_open(scope, writer, id, version);
    if (!plan) return std::move(plan).refusal();
    if (auto faults = faults_of(draft); !faults.empty()) return invalid(std::move(faults));
    return close_now(scope, writer, directory, std::move(plan).value(), draft);
  });
}

std::unordered_map<Id<Person>, std::string> next_steps(Scope& scope, const Directory& directory,
                                                       std::span<const Id<Person>> people) {
  std::vector<Id<Person>> records;
  for (const auto person : people)
    for (const auto record : directory.people.same_person(person)) records.push_back(record);
  std::unordered_map<Id<Person>, std::string> steps;
  for (auto& step : scope.read(
           [&](db::Reader& reader) { return plan_store::next_steps(reader, scope.institution, records); }))
    if (const auto* person = directory.people.find(step.person))
      steps.emplace(person->id, std::move(step.words));
  return steps;
}

std::vector<ScaleUpPlan> to_review(Scope& scope, const Directory& directory) {
  if (scope.viewer.is(Role::director)) return {};
  auto due = scope.read(
      [&](db::Reader& reader) { return plan_store::to_review(reader, scope.institution, scope.today); });
  std::erase_if(due, [&](const ScaleUpPlan& plan) { return !is_asked(scope, directory, plan); });
  return due;
}

Result<Done> ask_no_more(Scope& scope, const Directory& directory, Id<ScaleUpPlan> id) {
  if (auto allowed = may_plan(scope); !allowed) return allowed;
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto plan = plan_store::find(writer, scope.institution, id);
    if (!plan || !plan->is_to_review(scope.today)) return no_plan_there();
    const bool may = is_asked(scope, directory, *plan) || scope.viewer.is(Role::leader) ||
                     scope.viewer.is(Role::administrator);
    if (!may) return forbidden("Only the colleague who is asked sets the question aside.");
    plan_store::set_asked(writer, scope.institution, id, plan->review_on);
    audit::record_change(scope, writer,
                         {.action = "set aside", .subject = "scale_up_plan", .subject_id = id.value});
    return Done{};
  });
}

Result<Done> record_past(Scope& scope, const Directory& directory, std::span<const PastPlan> plans) {
  if (!scope.viewer.is(Role::administrator))
    return forbidden("Administrators record many plans at once. Ask one of them.");
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    for (const auto& past : plans)
      if (auto done = record_one(scope, writer, directory, past); !done) return done;
    audit::record_change(scope, writer,
                         {.action = "recorded many",
                          .subject = "scale_up_plan",
                          .subject_id = std::nullopt,
                          .details = "{\"count\":" + std::to_string(plans.size()) + "}"});
    return Done{};
  });
}

}  // namespace rapport::plans
