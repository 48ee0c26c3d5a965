// The front door of relationships.
#include "relationships/relationships.hpp"

#include <algorithm>
#include <climits>

#include "audit/audit.hpp"
#include "base/text.hpp"
#include "interactions/interactions.hpp"
#include "people/person_contact.hpp"
#include "relationships/path_store.hpp"
#include "relationships/relationship_begin.hpp"
#include "relationships/relationship_store.hpp"
#include "relationships/scale_store.hpp"

namespace rapport::relationships {
namespace {

constexpr TimeOfDay end_of_day{17 * 60};
const Date first_possible_day = Date(std::chrono::sys_days(std::chrono::year(1950) / 1 / 1));

Result<Done> may_move(const Scope& scope) {
  if (scope.viewer.is(Role::director))
    return forbidden(
        "Directors read and do not move relationships. Ask an administrator to change your role.");
  return Done{};
}

/// Every record of it, the one that remains first; empty where there is none.
std::vector<RelationshipWith> records_of(const Directory& directory, RelationshipWith with) {
  if (const auto* unit = std::get_if<Id<OrgUnit>>(&with))
    return directory.org.find(*unit) == nullptr ? std::vector<RelationshipWith>{}
                                                : std::vector<RelationshipWith>{with};
  const auto* person = directory.people.find(std::get<Id<Person>>(with));
  if (person == nullptr) return {};
  std::vector<RelationshipWith> records;
  for (const auto id : directory.people.same_person(person->id)) records.emplace_back(id);
  return records;
}

std::vector<Relationship> kept(db::Reader& reader, Id<Institution> institution,
                               const std::vector<RelationshipWith>& records, ServiceArea area) {
  std::vector<Relationship> found;
  // One record, but for merged people.
  for (const auto& record : records)
    if (auto one = relationship_store::find(reader, institution, record, area)) found.push_back(*one);
  return found;
}

/// Under the person who remains; what was moved last counts.
Standings by_person(const Directory& directory, const std::vector<Relationship>& found) {
  Standings standings;
  for (const auto& one : found) {
    const auto* person = directory.people.find(std::get<Id<Person>>(one.with));
    if (person == nullptr) continue;
    auto& standing = standings[person->id];
    const int version = standing.version + one.version;
    if (standing.relationship) {
      const Relationship both[] = {*standing.relationship, one};
      standing = standing_of(both);
    } else {
      standing.relationship = one;
    }
    standing.version = version;
  }
  return standings;
}

bool is_about(db::Reader& reader, Id<Institution> institution, const Interaction& interaction,
              const std::vector<RelationshipWith>& records) {
  return std::ranges::any_of(records, [&](const RelationshipWith& record) {
    if (const auto* person = std::get_if<Id<Person>>(&record))
      return std::ranges::count(interaction.people, *person) > 0;
    return relationship_store::concerns(reader, institution, std::get<Id<OrgUnit>>(record), interaction.id);
  });
}

Result<Done> check_evidence(Scope& scope, db::Reader& reader, const MoveDraft& draft,
                            const std::vector<RelationshipWith>& records) {
  // At most evidence_max of them.
  for (const auto id : draft.evidence) {
    const auto found = interactions::get(scope, id);
    if (!found) return found.refusal();
    if (found->is_withdrawn)
      return invalid("evidence", "One of the conversations has been taken back. Leave it out.");
    if (!is_about(reader, scope.institution, *found, records))
      return invalid("evidence", "One of the conversations was with somebody else. Leave it out.");
  }
  return Done{};
}

Refusal moved_meanwhile() {
  return conflict(
      "A colleague has moved this relationship while you were writing. Your words are kept below.");
}

Refusal scale_changed() {
  return conflict("The levels have been changed while you were writing. Your words are kept below.");
}

/// Writes the event, and the relationship as it is by it.
Moved keep(db::Writer& writer, Id<Institution> institution, Moved moved,
           const std::optional<Relationship>& own, std::span<const Id<Interaction>> evidence) {
  if (own) {
    moved.relationship.id = own->id;
    moved.relationship.version = own->version;
    // Within the transaction that has just read it.
    (void)relationship_store::update(writer, institution, moved.relationship);
    ++moved.relationship.version;
  } else {
    moved.relationship.id = relationship_store::insert(writer, institution, moved.relationship);
  }
  moved.event.relationship = moved.relationship.id;
  moved.event.id = relationship_store::insert(writer, institution, moved.event);
  // At most evidence_max of them.
  for (const auto id : evidence) relationship_store::insert_evidence(writer, institution, moved.event.id, id);
  return moved;
}

void touch_page(db::Writer& writer, Id<Institution> institution, RelationshipWith with) {
  if (const auto* person = std::get_if<Id<Person>>(&with)) people::touch(writer, institution, *person);
}

std::string details_of(const LevelEvent& event) {
  return "{\"from\":" + std::to_string(event.from_level) + ",\"to\":" + std::to_string(event.to_level) + "}";
}

std::string_view action_of(const LevelEvent& event) {
  if (event.from_level != event.to_level) return "moved";
  return event.is_slipping ? "marked slipping" : "no longer slipping";
}

/// The row of the record that remains, which the move is written to.
std::optional<Relationship> own_of(const std::vector<Relationship>& found, RelationshipWith with) {
  const auto own = std::ranges::find(found, with, &Relationship::with);
  return own == found.end() ? std::nullopt : std::optional(*own);
}

Result<Moved> move_now(Scope& scope, db::Writer& writer, const std::vector<RelationshipWith>& records,
                       const MoveDraft& draft) {
  scale_store::keep_starting_scale(writer, scope.institution, scope.now);
  const auto scale = scale_store::current(writer, scope.institution);
  const auto found = kept(writer, scope.institution, records, draft.area);
  const auto standing = standing_of(found);
  if (draft.seen_scale != scale.version) return scale_changed();
  if (draft.seen_version != standing.version) return moved_meanwhile();
  if (auto faults = faults_of(draft, scale, standing, scope.today); !faults.empty())
    return invalid(std::move(faults));
  if (auto good = check_evidence(scope, writer, draft, records); !good) return std::move(good).refusal();
  auto moved = moved_by(draft, standing, scale, scope.today);
  moved.relationship.moved_at = scope.now;
  moved.event.recorded_by = scope.viewer.staff;
  moved.event.recorded_at = scope.now;
  moved = keep(writer, scope.institution, std::move(moved), own_of(found, draft.with), draft.evidence);
  touch_page(writer, scope.institution, draft.with);
  audit::record_change(scope, writer,
                       {.action = action_of(moved.event),
                        .subject = "relationship",
                        .subject_id = moved.relationship.id.value,
                        .details = details_of(moved.event)});
  return moved;
}

std::vector<Interaction> evidence_for(Scope& scope, const std::vector<relationship_store::Evidence>& all,
                                      Id<LevelEvent> event) {
  std::vector<Interaction> readable;
  // At most evidence_max of them.
  for (const auto& one : all) {
    if (one.event != event) continue;
    if (auto found = interactions::get(scope, one.interaction)) readable.push_back(std::move(*found));
  }
  return readable;
}

Moved past_move(const Scope& scope, const PastMove& past, const MoveDraft& draft, const Standing& standing,
                const Scale& scale) {
  auto moved = moved_by(draft, standing, scale, scope.today);
  const auto at =
      past.happened_on < scope.today ? scope.zone.instant_of(past.happened_on, end_of_day) : scope.now;
  moved.relationship.moved_at = at;
  moved.event.recorded_by = past.recorded_by;
  moved.event.recorded_at = at;
  return moved;
}

}  // namespace

Scales scales(Scope& scope) {
  return scope.read([&](db::Reader& reader) { return scale_store::read(reader, scope.institution); });
}

Scale current_scale(Scope& scope) {
  return scope.read([&](db::Reader& reader) { return scale_store::current(reader, scope.institution); });
}

Standing standing(Scope& scope, const Directory& directory, RelationshipWith with, ServiceArea area) {
  const auto records = records_of(directory, with);
  return scope.read(
      [&](db::Reader& reader) { return standing_of(kept(reader, scope.institution, records, area)); });
}

Standings standings_of(Scope& scope, const Directory& directory, std::span<const Id<Person>> people,
                       ServiceArea area) {
  std::vector<Id<Person>> records;
  for (const auto person : people)
    for (const auto record : directory.people.same_person(person)) records.push_back(record);
  return by_person(directory, scope.read([&](db::Reader& reader) {
    return relationship_store::of_people(reader, scope.institution, records, area);
  }));
}

Standings all_standings(Scope& scope, const Directory& directory, ServiceArea area) {
  return by_person(directory, scope.read([&](db::Reader& reader) {
    return relationship_store::of_everybody(reader, scope.institution, area);
  }));
}

Account account_of(Scope& scope, const Directory& directory, RelationshipWith with, ServiceArea area) {
  const auto records = records_of(directory, with);
  return scope.read([&](db::Reader& reader) {
    const auto found = kept(reader, scope.institution, records, area);
    Account account{.standing = standing_of(found)};
    int oldest = INT_MAX;
    for (const auto& relationship : found)
      for (auto& event : relationship_store::events_of(reader, scope.institution, relationship.id)) {
        oldest = std::min(oldest, event.scale_version);
        account.moves.push_back(std::move(event));
      }
    std::ranges::sort(account.moves, {},
                      [](const LevelEvent& event) { return std::pair(event.happened_on, event.id); });
    account.scales = scale_store::read_since(reader, scope.institution, oldest);
    return account;
  });
}

Result<Moved> move(Scope& scope, const Directory& directory, const MoveDraft& draft) {
  if (auto allowed = may_move(scope); !allowed) return std::move(allowed).refusal();
  const auto records = records_of(directory, draft.with);
  if (records.empty()) return not_found("Nobody is there any more.");
  auto whole = draft;
  whole.with = records.front();
  whole.reason = tidy_line(draft.reason);
  return scope.write([&](db::Writer& writer) { return move_now(scope, writer, records, whole); });
}

Result<Relationship> begin(Scope& scope, const Directory& directory, RelationshipWith with,
                           ServiceArea area) {
  if (auto allowed = may_move(scope); !allowed) return std::move(allowed).refusal();
  const auto records = records_of(directory, with);
  if (records.empty()) return not_found("Nobody is there any more.");
  return scope.write([&](db::Writer& writer) -> Result<Relationship> {
    scale_store::keep_starting_scale(writer, scope.institution, scope.now);
    const auto found = kept(writer, scope.institution, records, area);
    if (const auto there = standing_of(found).relationship) return *there;
    // Nothing has moved yet: no day is too early for the first move, and any other record's counts before it.
    Relationship begun{.with = records.front(),
                       .area = area,
                       .since = scope.today,
                       .moved_on = first_possible_day,
                       .version = 0};
    begun.id = relationship_store::insert(writer, scope.institution, begun);
    audit::record_change(scope, writer,
                         {.action = "begun", .subject = "relationship", .subject_id = begun.id.value});
    return begun;
  });
}

std::vector<Relationship> all_of(Scope& scope, const Directory& directory, RelationshipWith with,
                                 ServiceArea area) {
  const auto records = records_of(directory, with);
  return scope.read([&](db::Reader& reader) { return kept(reader, scope.institution, records, area); });
}

Result<Moved> mark_slipping(Scope& scope, const Directory& directory, const SlippingDraft& draft) {
  return move(scope, directory,
              {.with = draft.with,
               .area = draft.area,
               .level = standing(scope, directory, draft.with, draft.area).level(),
               .is_slipping = true,
               .reason = draft.reason,
               .seen_version = draft.seen_version,
               .seen_scale = draft.seen_scale});
}

std::vector<Step> path(Scope& scope, const Directory& directory, RelationshipWith with, ServiceArea area) {
  const auto records = records_of(directory, with);
  return scope.read([&](db::Reader& reader) {
    std::vector<Step> steps;
    for (const auto& relationship : kept(reader, scope.institution, records, area)) {
      const auto evidence = relationship_store::evidence_of(reader, scope.institution, relationship.id);
      for (auto& event : relationship_store::events_of(reader, scope.institution, relationship.id)) {
        auto readable = evidence_for(scope, evidence, event.id);
        steps.push_back({std::move(event), std::move(readable)});
      }
    }
    std::ranges::sort(steps, {},
                      [](const Step& step) { return std::pair(step.event.happened_on, step.event.id); });
    return steps;
  });
}

std::vector<PathMark> marks(Scope& scope, const Directory& directory, RelationshipWith with) {
  const auto records = records_of(directory, with);
  return scope.read([&](db::Reader& reader) {
    std::vector<PathMark> all;
    // One record, but for merged people.
    for (const auto& record : records) {
      const auto own = path_store::marks(reader, scope, record);
      all.insert(all.end(), own.begin(), own.end());
    }
    std::ranges::stable_sort(all, {}, &PathMark::happened_on);
    return all;
  });
}

Result<Done> record_past(Scope& scope, const Directory& directory, std::span<const PastMove> moves) {
  if (!scope.viewer.is(Role::administrator))
    return forbidden("Administrators record many moves at once. Ask one of them.");
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    scale_store::keep_starting_scale(writer, scope.institution, scope.now);
    const auto scale = scale_store::current(writer, scope.institution);
    for (const auto& past : moves) {
      const auto records = records_of(directory, past.with);
      if (records.empty()) return not_found("Somebody whose level is given is not there.");
      const auto found = kept(writer, scope.institution, records, past.area);
      const MoveDraft draft{.with = records.front(),
                            .area = past.area,
                            .level = past.level,
                            .is_slipping = past.is_slipping,
                            .reason = tidy_line(past.reason),
                            .happened_on = past.happened_on};
      const auto standing = standing_of(found);
      if (auto faults = faults_of(draft, scale, standing, scope.today); !faults.empty())
        return invalid(std::move(faults));
      (void)keep(writer, scope.institution, past_move(scope, past, draft, standing, scale),
                 own_of(found, draft.with), past.evidence);
    }
    audit::record_change(scope, writer,
                         {.action = "recorded many",
                          .subject = "relationship",
                          .subject_id = std::nullopt,
                          .details = "{\"count\":" + std::to_string(moves.size()) + "}"});
    return Done{};
  });
}

}  // namespace rapport::relationships
