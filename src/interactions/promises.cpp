// The promises' part of the front door.
#include <algorithm>

#include "audit/audit.hpp"
#include "base/text.hpp"
#include "interactions/interactions.hpp"
#include "interactions/planned_promises.hpp"
#include "interactions/promise_store.hpp"
#include "people/person_contact.hpp"

namespace rapport::interactions {
namespace {

Refusal no_promise_there() {
  return not_found("That promise is not here any more.");
}

Result<Promise> find_changeable(Scope& scope, db::Reader& reader, Id<Promise> id) {
  auto found = promise_store::find(reader, scope.institution, id);
  if (!found) return no_promise_there();
  const auto& viewer = scope.viewer;
  const bool may = found->staff == viewer.staff || viewer.is(Role::leader) || viewer.is(Role::administrator);
  if (!may)
    return forbidden("Only the colleague who promised, team leaders and administrators change a promise.");
  return std::move(*found);
}

void note_change(Scope& scope, db::Writer& writer, const Promise& promise, std::string_view action) {
  if (promise.person) people::touch(writer, scope.institution, *promise.person);
  audit::record_change(scope, writer,
                       {.action = action, .subject = "promise", .subject_id = promise.id.value});
}

Result<std::string> words_of(std::string_view text) {
  auto words = tidy_line(text);
  if (words.empty()) return invalid("promise", "Say in a few words what was promised.");
  if (character_count(words) > 500) return invalid("promise", "A promise is at most 500 characters long.");
  return words;
}

Result<Done> check_planned(const Scope& scope, const Directory& directory, const PlannedPromise& planned) {
  if (scope.viewer.is(Role::director)) return forbidden("Directors read and do not plan.");
  const auto* member = directory.staff.find(planned.staff);
  if (member == nullptr || !member->is_active || member->role == Role::director)
    return invalid("staff", "Choose a colleague who logs conversations.");
  if (planned.person && directory.people.find(*planned.person) == nullptr)
    return invalid("people", "That person is not here any more.");
  return Done{};
}

/// A promise without a conversation: what a plan may change whoever promised it.
Result<Promise> find_of_plan(Scope& scope, db::Reader& reader, Id<Promise> id) {
  if (scope.viewer.is(Role::director)) return forbidden("Directors read and do not plan.");
  auto found = promise_store::find(reader, scope.institution, id);
  if (!found) return no_promise_there();
  if (found->interaction) return forbidden("That promise belongs to a conversation.");
  return std::move(*found);
}

/// One of those that is open.
Result<Promise> find_planned(Scope& scope, db::Reader& reader, Id<Promise> id) {
  auto found = find_of_plan(scope, reader, id);
  if (found && found->kept_at) return conflict("That promise has been kept meanwhile.");
  return found;
}

}  // namespace

Result<Id<Promise>> promise(Scope& scope, const Directory& directory, const PromiseDraft& draft,
                            const std::optional<std::string>& source_key) {
  if (scope.viewer.is(Role::director)) return forbidden("Directors read and do not log.");
  const auto words = words_of(draft.words);
  if (!words) return words.refusal();
  if (draft.person && directory.people.find(*draft.person) == nullptr)
    return invalid("people", "That person is not here any more.");
  return scope.write([&](db::Writer& writer) -> Result<Id<Promise>> {
    if (source_key) {
      const auto there = writer.one(
          "select location from submissions where institution_id = $1 and key = $2",
          [](const db::Row& row) { return Id<Promise>{std::stoll(row.string(0))}; }, scope.institution,
          *source_key);
      if (there) return *there;
    }
    const auto id = promise_store::insert(writer, scope.institution,
                                          {.interaction = {},
                                           .side = draft.side,
                                           .staff = scope.viewer.staff,
                                           .person = draft.person,
                                           .words = *words,
                                           .made_on = scope.today,
                                           .due_on = draft.due_on});
    if (source_key)
      writer.execute(
          "insert into submissions (institution_id, key, location, made_at) values ($1, $2, $3, $4)",
          scope.institution, *source_key, std::to_string(id.value), scope.now);
    if (draft.person) people::touch(writer, scope.institution, *draft.person);
    audit::record_change(scope, writer, {.action = "promised", .subject = "promise", .subject_id = id.value});
    return id;
  });
}

std::vector<Promise> open_promises(Scope& scope, int limit) {
  return scope.read([&](db::Reader& reader) {
    return promise_store::open_of_staff(reader, scope.institution, scope.viewer.staff, limit);
  });
}

std::int64_t count_open_promises(Scope& scope) {
  return scope.read([&](db::Reader& reader) {
    return promise_store::count_open_of_staff(reader, scope.institution, scope.viewer.staff);
  });
}

std::vector<Promise> promises_with(Scope& scope, Id<Person> person) {
  return promises_with(scope, Records(&person, 1));
}

std::vector<Promise> promises_with(Scope& scope, Records person) {
  std::vector<Promise> open;
  scope.read([&](db::Reader& reader) {
    for (const auto record : person)
      std::ranges::move(promise_store::open_with_person(reader, scope, record), std::back_inserter(open));
    return 0;
  });
  const auto due_first = [](const Promise& a, const Promise& b) {
    return std::pair(!a.due_on, a.due_on) < std::pair(!b.due_on, b.due_on);
  };
  if (person.size() > 1) std::ranges::stable_sort(open, due_first);
  return open;
}

std::vector<Promise> promises_of(Scope& scope, Id<Interaction> interaction) {
  return scope.read([&](db::Reader& reader) {
    return promise_store::of_interaction(reader, scope.institution, interaction);
  });
}

Result<Promise> get_promise(Scope& scope, Id<Promise> id) {
  const auto found =
      scope.read([&](db::Reader& reader) { return promise_store::find(reader, scope.institution, id); });
  if (!found) return no_promise_there();
  if (found->interaction && found->staff != scope.viewer.staff && !get(scope, *found->interaction))
    return no_promise_there();
  return *found;
}

Result<Promise> keep_promise(Scope& scope, Id<Promise> id, bool is_kept) {
  return scope.write([&](db::Writer& writer) -> Result<Promise> {
    auto found = find_changeable(scope, writer, id);
    if (!found || found->kept_at.has_value() == is_kept) return found;
    promise_store::set_kept(writer, scope.institution, id, is_kept ? std::optional(scope.now) : std::nullopt,
                            is_kept ? std::optional(scope.viewer.staff) : std::nullopt);
    note_change(scope, writer, *found, is_kept ? "kept" : "taken up again");
    return promise_store::find(writer, scope.institution, id).value();
  });
}

Result<Promise> change_promise(Scope& scope, Id<Promise> id, std::string_view text,
                               std::optional<Date> due_on) {
  const auto words = words_of(text);
  if (!words) return words.refusal();
  return scope.write([&](db::Writer& writer) -> Result<Promise> {
    auto found = find_changeable(scope, writer, id);
    if (!found) return found;
    promise_store::update(writer, scope.institution, id, *words, due_on);
    note_change(scope, writer, *found, "changed");
    return promise_store::find(writer, scope.institution, id).value();
  });
}

Result<Done> drop_promise(Scope& scope, Id<Promise> id) {
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto found = find_changeable(scope, writer, id);
    if (!found) return found.refusal();
    promise_store::set_dropped(writer, scope.institution, id, scope.now);
    note_change(scope, writer, *found, "dropped");
    return Done{};
  });
}

Result<Id<Promise>> plan_promise(Scope& scope, const Directory& directory, const PlannedPromise& planned) {
  const auto words = words_of(planned.words);
  if (!words) return words.refusal();
  if (auto good = check_planned(scope, directory, planned); !good) return std::move(good).refusal();
  return scope.write([&](db::Writer& writer) -> Result<Id<Promise>> {
    const auto id = promise_store::insert(writer, scope.institution,
                                          {.interaction = {},
                                           .staff = planned.staff,
                                           .person = planned.person,
                                           .words = *words,
                                           .made_on = scope.today,
                                           .due_on = planned.due_on});
    note_change(scope, writer, {.id = id, .person = planned.person}, "planned");
    return id;
  });
}

Result<Done> replan_promise(Scope& scope, const Directory& directory, Id<Promise> id,
                            const PlannedPromise& planned) {
  const auto words = words_of(planned.words);
  if (!words) return words.refusal();
  if (auto good = check_planned(scope, directory, planned); !good) return good;
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto found = find_planned(scope, writer, id);
    if (!found) return found.refusal();
    promise_store::update(writer, scope.institution, id, *words, planned.due_on);
    if (found->staff != planned.staff) promise_store::set_staff(writer, scope.institution, id, planned.staff);
    note_change(scope, writer, *found, "changed");
    return Done{};
  });
}

Result<Done> keep_planned_promise(Scope& scope, Id<Promise> id, bool is_kept) {
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto found = find_of_plan(scope, writer, id);
    if (!found) return found.refusal();
    if (found->kept_at.has_value() == is_kept) return Done{};
    promise_store::set_kept(writer, scope.institution, id, is_kept ? std::optional(scope.now) : std::nullopt,
                            is_kept ? std::optional(scope.viewer.staff) : std::nullopt);
    note_change(scope, writer, *found, is_kept ? "kept" : "taken up again");
    return Done{};
  });
}

Result<Done> drop_planned_promise(Scope& scope, Id<Promise> id) {
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto found = find_planned(scope, writer, id);
    if (!found) return found.refusal();
    promise_store::set_dropped(writer, scope.institution, id, scope.now);
    note_change(scope, writer, *found, "dropped");
    return Done{};
  });
}

}  // namespace rapport::interactions
