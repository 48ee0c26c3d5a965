// The front door of rounds.
#include "plans/rounds.hpp"

#include <algorithm>

#include "audit/audit.hpp"
#include "base/random.hpp"
#include "base/text.hpp"
#include "measures/measures.hpp"
#include "organisation/academic_calendar.hpp"
#include "plans/action_plan.hpp"
#include "plans/round_store.hpp"

namespace rapport::rounds {
namespace {

Refusal no_entry_there() {
  return not_found("That department is not in the round.");
}

Refusal changed_meanwhile() {
  return conflict("A colleague has changed this meeting while you were looking at it.");
}

Result<Done> may_write(const Scope& scope) {
  if (scope.viewer.is(Role::director)) return forbidden("Directors read the round and do not change it.");
  return Done{};
}

void note(Scope& scope, db::Writer& writer, std::string_view action, const RoundEntry& entry) {
  audit::record_change(scope, writer,
                       {.action = action,
                        .subject = "round_entry",
                        .subject_id = entry.id.value,
                        .details = "{\"state\":\"" + std::string(code(entry.state)) + "\"}"});
}

void add_event(Scope& scope, db::Writer& writer, const RoundEntry& entry, std::string words) {
  round_store::insert(writer, scope.institution, entry.id,
                      {.state = entry.state,
                       .words = std::move(words),
                       .made_by = entry.changed_by,
                       .made_at = entry.changed_at});
}

void sign(const Scope& scope, RoundEntry& entry) {
  entry.changed_by = scope.viewer.staff;
  entry.changed_at = scope.now;
}

Result<RoundEntry> find_seen(Scope& scope, db::Reader& reader, Id<RoundEntry> id, int version) {
  auto found = round_store::find(reader, scope.institution, id);
  if (!found) return no_entry_there();
  if (found->version != version) return changed_meanwhile();
  return std::move(*found);
}

Result<Done> check_season(Scope& scope, const Directory& directory, int academic_year,
                          const SeasonDraft& draft) {
  if (!may_begin(academic_year, scope.today, scope.years()))
    return invalid("year", "A season is set for last year, this one or the next.");
  if (auto faults = faults_of(draft, academic_year, scope.years()); !faults.empty())
    return invalid(std::move(faults));
  const auto then = measures::units_of_year(scope, directory.org, academic_year);
  for (const auto unit : draft.units) {
    if (directory.org.find(unit) == nullptr)
      return invalid("units", "One of these departments is not here any more.");
    if (then.find(unit) == nullptr)
      return invalid("units", std::string(directory.org.name(unit)) + " did not exist in " +
                                  scope.years().words(academic_year) + ".");
  }
  const auto* owner = draft.owner ? directory.staff.find(*draft.owner) : nullptr;
  if (draft.owner && (owner == nullptr || !owner->is_active || owner->role == Role::director))
    return invalid("owner", "Choose a colleague who logs conversations.");
  return Done{};
}

std::optional<Id<Staff>> owner_for(const Directory& directory, Id<OrgUnit> unit, const SeasonDraft& draft) {
  if (draft.owner) return draft.owner;
  const auto* lead = directory.staff.lead_of(unit);
  return lead == nullptr ? std::nullopt : std::optional(lead->id);
}

void put_in_season(Scope& scope, db::Writer& writer, const Directory& directory, int academic_year,
                   Id<OrgUnit> unit, const SeasonDraft& draft) {
  auto there = round_store::find(writer, scope.institution, academic_year, unit);
  auto entry = there.value_or(RoundEntry{.academic_year = academic_year, .unit = unit});
  const auto before = entry;
  entry.owner = owner_for(directory, unit, draft);
  entry.week_from = draft.week_from;
  entry.week_to = draft.week_to;
  if (there && before.owner == entry.owner && before.week_from == entry.week_from &&
      before.week_to == entry.week_to)
    return;
  sign(scope, entry);
  if (there) {
    (void)round_store::update(writer, scope.institution,
                              entry);  // within the transaction that has just read it
  } else {
    entry.uid = random_token(16) + "@rapport";
    entry.id = round_store::insert(writer, scope.institution, entry);
    add_event(scope, writer, entry, "Taken into the round");
  }
  note(scope, writer, there ? "changed" : "taken in", entry);
}

}  // namespace

bool may_set_season(const Viewer& viewer) {
  return viewer.is(Role::leader) || viewer.is(Role::administrator);
}

std::vector<RoundEntry> of_year(Scope& scope, int academic_year) {
  return scope.read(
      [&](db::Reader& reader) { return round_store::of_year(reader, scope.institution, academic_year); });
}

Result<RoundEntry> get(Scope& scope, Id<RoundEntry> id) {
  auto found =
      scope.read([&](db::Reader& reader) { return round_store::find(reader, scope.institution, id); });
  if (!found) return no_entry_there();
  return std::move(*found);
}

std::optional<RoundEntry> find(Scope& scope, int academic_year, Id<OrgUnit> unit) {
  return scope.read(
      [&](db::Reader& reader) { return round_store::find(reader, scope.institution, academic_year, unit); });
}

std::vector<RoundEvent> events(Scope& scope, Id<RoundEntry> id) {
  return scope.read(
      [&](db::Reader& reader) { return round_store::events_of(reader, scope.institution, id); });
}

Result<Done> set_season(Scope& scope, const Directory& directory, int academic_year,
                        const SeasonDraft& draft) {
  if (!may_set_season(scope.viewer)) return forbidden("Team leaders and administrators set the season.");
  if (auto good = check_season(scope, directory, academic_year, draft); !good) return good;
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    for (const auto unit : draft.units)  // a few statements each of at most some hundred departments
      put_in_season(scope, writer, directory, academic_year, unit, draft);
    return Done{};
  });
}

Result<Done> move(Scope& scope, Id<RoundEntry> id, int version, RoundState state) {
  if (auto allowed = may_write(scope); !allowed) return allowed;
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    auto seen = find_seen(scope, writer, id, version);
    if (!seen) return std::move(seen).refusal();
    if (seen->state == state) return Done{};
    seen->state = state;
    sign(scope, *seen);
    (void)round_store::update(writer, scope.institution, *seen);
    add_event(scope, writer, *seen, "");
    note(scope, writer, "moved", *seen);
    return Done{};
  });
}

Result<Done> arrange(Scope& scope, Id<RoundEntry> id, int version, const Meeting& typed, bool is_booked) {
  if (auto allowed = may_write(scope); !allowed) return allowed;
  const auto meeting = tidied(typed);
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    auto seen = find_seen(scope, writer, id, version);
    if (!seen) return std::move(seen).refusal();
    if (auto faults = faults_of(meeting, seen->academic_year, scope.years()); !faults.empty())
      return invalid(std::move(faults));
    const bool books = is_booked && meeting.on && seen->state < RoundState::booked;
    if (seen->meeting == meeting && !books) return Done{};
    if (seen->meeting != meeting) ++seen->sequence;
    seen->meeting = meeting;
    if (books) seen->state = RoundState::booked;
    sign(scope, *seen);
    (void)round_store::update(writer, scope.institution, *seen);
    add_event(scope, writer, *seen,
              meeting.on
                  ? long_words(*meeting.on, scope.today) + (meeting.at ? ", " + meeting.at->words() : "")
                  : "No day any more");
    note(scope, writer, "arranged", *seen);
    return Done{};
  });
}

void note_agreement(Scope& scope, db::Writer& writer, int academic_year, Id<OrgUnit> unit,
                    std::string_view name) {
  auto entry = round_store::find(writer, scope.institution, academic_year, unit);
  if (!entry) return;
  entry->state = RoundState::agreed;
  entry->changed_by.reset();
  entry->changed_at = scope.now;
  (void)round_store::update(writer, scope.institution, *entry);
  add_event(scope, writer, *entry, std::string(name) + " agreed by the link");
  note(scope, writer, "agreed", *entry);
}

Result<Done> record_past(Scope& scope, std::span<const PastEntry> entries) {
  if (!scope.viewer.is(Role::administrator))
    return forbidden("Administrators record many meetings at once. Ask one of them.");
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    for (const auto& past : entries) {
      auto entry = past.entry;
      entry.uid = random_token(16) + "@rapport";
      entry.id = round_store::insert(writer, scope.institution, entry);
      for (const auto& event : past.events) round_store::insert(writer, scope.institution, entry.id, event);
    }
    audit::record_change(scope, writer,
                         {.action = "recorded many",
                          .subject = "round_entry",
                          .subject_id = std::nullopt,
                          .details = "{\"count\":" + std::to_string(entries.size()) + "}"});
    return Done{};
  });
}

}  // namespace rapport::rounds
