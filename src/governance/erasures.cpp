// Asks, confirms and carries out.
#include "governance/erasures.hpp"

#include <algorithm>

#include "audit/audit.hpp"
#include "base/text.hpp"
#include "db/purge.hpp"
#include "governance/erasing_of.hpp"
#include "governance/erasure_store.hpp"

namespace rapport::erasures {
namespace {

Refusal not_yours() {
  return forbidden("Team leaders and administrators ask for an erasure and confirm it. Ask one of them.");
}
Refusal nobody_there() {
  return not_found("Nobody of that name is here.");
}
Refusal none_there() {
  return not_found("That request is not here.");
}
Refusal settled_already(const Erasure& erasure) {
  return conflict("This request was settled meanwhile: " + with_small_first(words(erasure.state)) +
                  ". Nothing was changed by you.");
}

void note(Scope& scope, db::Writer& writer, std::string_view action, Id<Erasure> id) {
  audit::record_change(scope, writer, {.action = action, .subject = "erasure", .subject_id = id.value});
}

/// The open one, for somebody with the right.
Result<Erasure> find_open(Scope& scope, db::Reader& reader, Id<Erasure> id) {
  if (!may_erase(scope.viewer)) return not_yours();
  auto found = erasure_store::find(reader, scope.institution, id);
  if (!found) return none_there();
  if (!found->is_open()) return settled_already(*found);
  return std::move(*found);
}

Result<Erasure> find_for_second(Scope& scope, db::Reader& reader, Id<Erasure> id) {
  auto found = find_open(scope, reader, id);
  if (found && found->requested_by == scope.viewer.staff)
    return forbidden("You asked for it, so somebody else confirms or refuses it. You can withdraw it.");
  return found;
}

Result<Done> settle(Scope& scope, db::Writer& writer, Erasure erasure, ErasureState state,
                    std::string_view because) {
  erasure.state = state;
  erasure.settled_by = scope.viewer.staff;
  erasure.settled_at = scope.now;
  erasure.settled_because = because;
  if (!erasure_store::settle(writer, scope.institution, erasure)) return settled_already(erasure);
  return Done{};
}

void forget_all(db::Writer& writer, Owners owners, const Erasing& erasing) {
  for (const auto forget : owners) forget(writer, erasing);
  forget_submissions(writer, erasing);
  for (const auto& record : erasing.records) {
    erasure_store::forget_views(writer, erasing.institution, record.id);
    erasure_store::forget_words(writer, erasing.institution, record.id);
  }
}

}  // namespace

Result<Id<Erasure>> ask(Scope& scope, const Directory& directory, Id<Person> person,
                        const ErasureDraft& draft) {
  if (!may_erase(scope.viewer)) return not_yours();
  const auto* entry = directory.people.find(person);
  if (entry == nullptr) return nobody_there();
  if (auto faults = faults_of(draft, scope.today); !faults.empty()) return invalid(std::move(faults));
  return scope.write([&](db::Writer& writer) -> Result<Id<Erasure>> {
    const auto records = erasure_store::records_of(writer, scope.institution, entry->id);
    if (records.empty()) return nobody_there();
    for (const auto& record : records)
      if (const auto there = erasure_store::find_open(writer, scope.institution, record.id))
        return conflict(std::string(directory.staff.full_name(there->requested_by)) +
                        " has asked for this already. It waits for a second person.");
    const auto id = erasure_store::insert(writer, scope.institution,
                                          {.person = records.front().id,
                                           .asked_by = *draft.asked_by,
                                           .ground = *draft.ground,
                                           .reason = tidy(draft.reason),
                                           .shared_words = draft.shared_words,
                                           .due_on = *draft.due_on,
                                           .requested_by = scope.viewer.staff,
                                           .requested_at = scope.now});
    note(scope, writer, "asked", id);
    return id;
  });
}

Result<Done> confirm(Scope& scope, Owners owners, Id<Erasure> id) {
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    auto erasure = find_for_second(scope, writer, id);
    if (!erasure) return erasure.refusal();
    if (erasure_store::is_import_running(writer, scope.institution))
      return conflict("An import is running, and could bring them back. Confirm once it has ended.");
    const auto records = erasure_store::records_of(writer, scope.institution, erasure->person);
    if (records.empty()) return nobody_there();
    if (auto done = settle(scope, writer, *erasure, ErasureState::confirmed, ""); !done) return done;
    const auto erasing =
        erasing_of(writer, records,
                   {scope.institution, erasure->shared_words, scope.viewer.staff, scope.now, scope.today});
    for (const auto& record : records)
      erasure_store::insert_record(writer, scope.institution, id, {record.id, record.recorded_at});
    forget_all(writer, owners, erasing);
    note(scope, writer, "confirmed", id);
    return Done{};
  });
}

Result<Done> refuse(Scope& scope, Id<Erasure> id, std::string_view because) {
  const auto reason = tidy(because);
  if (may_erase(scope.viewer) && reason.empty())
    return invalid("because", "Say why, so that whoever asked can be told.");
  if (character_count(reason) > erasure_reason_characters_max)
    return invalid("because", "At most 1,000 characters.");
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto erasure = find_for_second(scope, writer, id);
    if (!erasure) return erasure.refusal();
    if (auto done = settle(scope, writer, *erasure, ErasureState::refused, reason); !done) return done;
    note(scope, writer, "refused", id);
    return Done{};
  });
}

Result<Done> withdraw(Scope& scope, Id<Erasure> id) {
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto erasure = find_open(scope, writer, id);
    if (!erasure) return erasure.refusal();
    if (erasure->requested_by != scope.viewer.staff)
      return forbidden("Only whoever asked for it withdraws it. You can refuse it.");
    if (auto done = settle(scope, writer, *erasure, ErasureState::withdrawn, ""); !done) return done;
    note(scope, writer, "withdrawn", id);
    return Done{};
  });
}

Result<Erasure> get(Scope& scope, Id<Erasure> id) {
  if (!may_erase(scope.viewer)) return not_yours();
  return scope.read([&](db::Reader& reader) -> Result<Erasure> {
    auto found = erasure_store::find(reader, scope.institution, id);
    if (!found) return none_there();
    return std::move(*found);
  });
}

std::optional<Erasure> open_of(Scope& scope, Id<Person> person) {
  return scope.read(
      [&](db::Reader& reader) { return erasure_store::find_open(reader, scope.institution, person); });
}

std::optional<Erasure> erased_by(Scope& scope, Id<Person> record) {
  return scope.read(
      [&](db::Reader& reader) { return erasure_store::find_confirmed(reader, scope.institution, record); });
}

std::vector<Erasure> open(Scope& scope) {
  if (!may_erase(scope.viewer)) return {};
  return scope.read([&](db::Reader& reader) { return erasure_store::open(reader, scope.institution); });
}

std::vector<Erasure> settled(Scope& scope, int limit) {
  if (!may_erase(scope.viewer)) return {};
  return scope.read(
      [&](db::Reader& reader) { return erasure_store::settled(reader, scope.institution, limit); });
}

std::vector<Erasure> waiting_for(Scope& scope) {
  auto waiting = open(scope);
  std::erase_if(waiting, [&](const Erasure& erasure) { return erasure.requested_by == scope.viewer.staff; });
  return waiting;
}

std::vector<const StaffEntry*> who_may_confirm(const Directory& directory, Id<Staff> asker) {
  std::vector<const StaffEntry*> all;
  for (const auto& member : directory.staff.staff())
    if (member.is_active && member.id != asker &&
        (member.role == Role::leader || member.role == Role::administrator))
      all.push_back(&member);
  return all;
}

bool is_purge_due(Scope& scope) {
  return scope.read(
      [&](db::Reader& reader) { return erasure_store::has_unpurged(reader, scope.institution); });
}

bool purge(Scope& scope) {
  if (!is_purge_due(scope)) return false;
  db::purge(scope.database());
  scope.write([&](db::Writer& writer) {
    erasure_store::set_purged(writer, scope.institution, scope.now, scope.now);
  });
  return true;
}

std::vector<KeptErasure> list(Scope& scope) {
  return scope.read([&](db::Reader& reader) { return erasure_store::list(reader, scope.institution); });
}

namespace {

/// A request that waits in the copy is settled by what came of it.
void settle_waiting(Scope& scope, db::Writer& writer, Id<Person> record, const KeptErasure& kept) {
  auto waiting = erasure_store::find_open(writer, scope.institution, record);
  if (!waiting) return;
  waiting->state = ErasureState::withdrawn;
  waiting->settled_by = kept.confirmed_by;
  waiting->settled_at = kept.confirmed_at;
  (void)erasure_store::settle(writer, scope.institution, *waiting);
}

/// The records of the list that are there, and what was merged with them since.
std::vector<erasure_store::Record> records_there(Scope& scope, db::Reader& reader, const KeptErasure& kept) {
  std::vector<erasure_store::Record> records;
  for (const auto& record : kept.records) {
    if (!erasure_store::is_there(reader, scope.institution, record)) continue;
    for (auto& same : erasure_store::records_of(reader, scope.institution, record.person))
      if (std::ranges::count(records, same.id, &erasure_store::Record::id) == 0)
        records.push_back(std::move(same));
  }
  return records;
}

/// Whoever is not there stays on the list: another copy may have them. Whether somebody was erased.
bool replay_one(Scope& scope, db::Writer& writer, Owners owners, const KeptErasure& kept) {
  if (std::ranges::all_of(kept.records, [&](const KeptErasure::Record& record) {
        return erasure_store::is_listed(writer, scope.institution, record);
      }))
    return false;
  const auto records = records_there(scope, writer, kept);
  for (const auto& record : records) settle_waiting(scope, writer, record.id, kept);
  const auto id = erasure_store::insert(writer, scope.institution,
                                        {.person = kept.records.front().person,
                                         .asked_by = kept.asked_by,
                                         .ground = kept.ground,
                                         .shared_words = kept.shared_words,
                                         .due_on = kept.due_on,
                                         .requested_by = kept.requested_by,
                                         .requested_at = kept.requested_at,
                                         .state = ErasureState::confirmed,
                                         .settled_by = kept.confirmed_by,
                                         .settled_at = kept.confirmed_at});
  auto listed = kept.records;
  for (const auto& record : records)
    if (std::ranges::count(listed, record.id, &KeptErasure::Record::person) == 0)
      listed.push_back({record.id, record.recorded_at});
  for (const auto& record : listed)
    if (!erasure_store::is_listed(writer, scope.institution, record))
      erasure_store::insert_record(writer, scope.institution, id, record);
  note(scope, writer, "replayed", id);
  if (records.empty()) return false;
  forget_all(writer, owners,
             erasing_of(writer, records,
                        {scope.institution, kept.shared_words, kept.confirmed_by, scope.now,
                         scope.zone.local_date(kept.confirmed_at)}));
  return true;
}

}  // namespace

Result<int> replay(Scope& scope, Owners owners, std::span<const KeptErasure> erasures) {
  return scope.write([&](db::Writer& writer) -> Result<int> {
    int people = 0;
    for (const auto& kept : erasures) people += replay_one(scope, writer, owners, kept) ? 1 : 0;
    return people;
  });
}

}  // namespace rapport::erasures
