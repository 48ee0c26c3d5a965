// The front door of interactions: what may be done, in one transaction, with everything that is counted
// beside it.
#include "interactions/interactions.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "audit/audit.hpp"
#include "base/text.hpp"
#include "db/full_text.hpp"
#include "interactions/interaction_content.hpp"
#include "interactions/interaction_headline.hpp"
#include "interactions/interaction_keep.hpp"
#include "interactions/interaction_store.hpp"
#include "interactions/interaction_words.hpp"
#include "interactions/promise_store.hpp"
#include "people/person_contact.hpp"

namespace rapport::interactions {
namespace {

using interaction_store::Withdrawn;

constexpr std::chrono::minutes undo_span{10};

Refusal nobody_there() {
  return not_found("That conversation is not here, or not yours to read.");
}

Result<Done> may_write(const Scope& scope) {
  if (scope.viewer.is(Role::director))
    return forbidden("Directors read and do not log. Ask an administrator to change your role.");
  return Done{};
}

bool may_change(const Scope& scope, const Interaction& interaction) {
  const auto& viewer = scope.viewer;
  if (viewer.is(Role::director)) return false;
  if (viewer.is(Role::leader) || viewer.is(Role::administrator)) return true;
  return interaction.recorded_by == viewer.staff || std::ranges::count(interaction.staff, viewer.staff) > 0;
}

/// The one that is being changed, or why it may not be.
Result<Interaction> find_changeable(Scope& scope, db::Reader& reader, Id<Interaction> id,
                                    Withdrawn withdrawn) {
  auto found = interaction_store::find(reader, scope, id, withdrawn);
  if (!found) return nobody_there();
  if (!may_change(scope, *found))
    return forbidden("Only the colleagues in a conversation, team leaders and administrators change it.");
  return std::move(*found);
}

/// A conversation in words where the viewer may read it.
std::string named(const Scope& scope, db::Reader& reader, const Directory& directory,
                  const Interaction& interaction) {
  if (!interaction_store::find(reader, scope, interaction.id, Withdrawn::shown))
    return "a conversation that is not yours to read";
  return headline_of(interaction, directory, {.today = scope.today}) + ", " +
         when_words(interaction, scope.today);
}

/// A conversation may not be moved to before what it led on from, nor to after what came out of it.
Result<Done> stays_in_order(const Scope& scope, db::Reader& reader, const Directory& directory,
                            const Interaction& before, const InteractionDraft& draft) {
  auto moved = before;
  moved.happened_on = draft.happened_on;
  moved.happened_at_time = draft.happened_at_time;
  moved.precision = draft.precision;
  const auto [earlier, later] = interaction_store::neighbours(reader, scope.institution, before.id);
  const auto refuse = [&](const Interaction& first, const Interaction& second) {
    return invalid("happened_on", "What led to something cannot come after it. Led on from: " +
                                      named(scope, reader, directory, first) +
                                      ". What came of it: " + named(scope, reader, directory, second) +
                                      ". Choose another day, or take the link away first.");
  };
  for (const auto& parent : earlier)
    if (!can_precede(parent, moved)) return refuse(parent, moved);
  for (const auto& child : later)
    if (!can_precede(moved, child)) return refuse(moved, child);
  return Done{};
}

/// Whoever was erased stays in the count: no form can name them.
void keep_erased(const Directory& directory, const Interaction& before, interaction_store::Row& row) {
  for (const auto person : before.people) {
    if (!directory.people.is_erased(person)) continue;
    row.people.push_back(person);
    row.draft.people.push_back({person});
  }
}

std::optional<std::string> next_of(const std::vector<Interaction>& rows, int limit) {
  if (static_cast<int>(rows.size()) < limit || rows.empty()) return std::nullopt;
  return rows.back().happened_on.iso() + "." + std::to_string(rows.back().id.value);
}

interaction_store::Cursor cursor_of(const TimelineQuery& query) {
  interaction_store::Cursor cursor;
  if (query.until) cursor = {query.until->plus_days(1).iso(), 0};
  if (!query.before || query.before->size() < 12) return cursor;
  const std::string_view text = *query.before;
  std::int64_t id = 0;
  if (!Date::parse_iso(text.substr(0, 10)) || text[10] != '.') return cursor;
  if (std::from_chars(text.data() + 11, text.data() + text.size(), id).ec != std::errc()) return cursor;
  return {std::string(text.substr(0, 10)), id};
}

std::string_view family_code(const TimelineQuery& query) {
  return query.family ? code(*query.family) : "";
}

Timeline timeline_from(std::vector<Interaction> rows, int limit) {
  auto next = next_of(rows, limit);
  return {std::move(rows), std::move(next)};
}

template <class Row>
void add(std::vector<Row>& rows, std::vector<Row> more) {
  std::ranges::move(more, std::back_inserter(rows));
}

/// Each once, at most `limit`.
std::vector<Interaction> newest_first(std::vector<Interaction> rows, int limit) {
  std::ranges::sort(rows, [](const Interaction& a, const Interaction& b) {
    return std::pair(a.happened_on, a.id) > std::pair(b.happened_on, b.id);
  });
  const auto is_same = [](const Interaction& a, const Interaction& b) { return a.id == b.id; };
  rows.erase(std::unique(rows.begin(), rows.end(), is_same), rows.end());
  if (static_cast<int>(rows.size()) > limit) rows.resize(static_cast<std::size_t>(limit));
  return rows;
}

/// One for each colleague; a conversation that names two records of the person counts for each.
std::vector<Acquaintance> added_up(const std::vector<Acquaintance>& all) {
  std::vector<Acquaintance> sums;
  for (const auto& one : all) {
    const auto sum = std::ranges::find(sums, one.staff, &Acquaintance::staff);
    if (sum == sums.end()) {
      sums.push_back(one);
    } else {
      sum->conversations += one.conversations;
      sum->first_on = std::min(sum->first_on, one.first_on);
      sum->last_on = std::max(sum->last_on, one.last_on);
    }
  }
  return sums;
}

/// A conversation that names several records of one person was counted for each of them.
std::vector<Acquaintance> without_twice(db::Reader& reader, const Scope& scope, Records records,
                                        std::vector<Acquaintance> sums) {
  for (std::size_t i = 1; i < records.size(); ++i) {
    std::set<interaction_store::StaffOf> twice;
    // Two records as a rule: for each pair the conversations of one index range.
    for (std::size_t j = 0; j < i; ++j)
      for (const auto& one :
           interaction_store::staff_with_both(reader, scope.institution, {records[j], records[i]}))
        twice.insert(one);
    for (const auto& one : twice) {
      const auto sum = std::ranges::find(sums, one.staff, &Acquaintance::staff);
      if (sum != sums.end()) --sum->conversations;
    }
  }
  std::ranges::stable_sort(sums, std::greater(), &Acquaintance::conversations);
  return sums;
}

}  // namespace

Result<Recorded> record(Scope& scope, const Directory& directory, const InteractionDraft& draft) {
  if (auto allowed = may_write(scope); !allowed) return std::move(allowed).refusal();
  auto prepared = prepare(scope, directory, draft);
  if (!prepared) return std::move(prepared).refusal();
  return scope.write([&](db::Writer& writer) -> Result<Recorded> {
    if (draft.source_key) {
      if (const auto there = interaction_store::find_source_key(writer, scope.institution, *draft.source_key))
        return Recorded{*there, {}, true};
    }
    auto row = *prepared;
    ContactChanges changes;
    const auto id = insert_interaction(scope, writer, directory, row, changes);
    changes.write(writer, scope.institution);
    auto promises = insert_promises(scope, writer, id, row);
    index_words(scope, writer, directory, id, row);
    audit::record_change(scope, writer,
                         {.action = "recorded", .subject = "interaction", .subject_id = id.value});
    return Recorded{id, std::move(promises), false};
  });
}

Result<Interaction> correct(Scope& scope, const Directory& directory, Id<Interaction> id, int version,
                            const InteractionDraft& draft, std::string_view because) {
  auto prepared = prepare(scope, directory, draft);
  if (!prepared) return std::move(prepared).refusal();
  return scope.write([&](db::Writer& writer) -> Result<Interaction> {
    auto before = find_changeable(scope, writer, id, Withdrawn::hidden);
    if (!before) return before;
    if (before->version != version)
      return conflict("Somebody changed this conversation while you were writing. Both versions are shown.");
    if (auto in_order = stays_in_order(scope, writer, directory, *before, prepared->draft); !in_order)
      return std::move(in_order).refusal();
    auto row = *prepared;
    row.team = before->team;
    row.recorded_by = before->recorded_by;
    keep_erased(directory, *before, row);
    ContactChanges changes;
    unlink(scope, writer, directory, *before, changes);
    interaction_store::keep_version(writer, scope.institution, *before, content_json(*before, directory),
                                    scope.viewer.staff, scope.now, because);
    find_topics(scope, writer, directory, row);
    if (!interaction_store::update(writer, scope.institution, id, version, row))
      return conflict("Changed meanwhile.");
    link(scope, writer, id, row, changes);
    changes.write(writer, scope.institution);
    index_words(scope, writer, directory, id, row);
    static_cast<void>(insert_promises(scope, writer, id, row));
    interaction_store::insert_change(writer, scope.institution, id);
    audit::record_change(scope, writer,
                         {.action = "corrected", .subject = "interaction", .subject_id = id.value});
    return interaction_store::find(writer, scope, id, Withdrawn::hidden).value();
  });
}

Result<Done> withdraw(Scope& scope, const Directory& directory, Id<Interaction> id,
                      std::string_view because) {
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto before = find_changeable(scope, writer, id, Withdrawn::hidden);
    if (!before) return before.refusal();
    interaction_store::keep_version(writer, scope.institution, *before, content_json(*before, directory),
                                    scope.viewer.staff, scope.now, because);
    ContactChanges changes;
    unlink(scope, writer, directory, *before, changes);
    changes.write(writer, scope.institution);
    interaction_store::set_withdrawn(writer, scope.institution, id, scope.now, scope.viewer.staff, because);
    promise_store::set_dropped_with(writer, scope.institution, id, scope.now);
    interaction_store::insert_change(writer, scope.institution, id);
    audit::record_change(scope, writer,
                         {.action = "withdrawn", .subject = "interaction", .subject_id = id.value});
    return Done{};
  });
}

Result<Done> reinstate(Scope& scope, const Directory& directory, Id<Interaction> id) {
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto before = find_changeable(scope, writer, id, Withdrawn::shown);
    if (!before) return before.refusal();
    if (!before->is_withdrawn) return Done{};
    interaction_store::set_withdrawn(writer, scope.institution, id, std::nullopt, scope.viewer.staff, "");
    auto row = row_of(*before, directory);
    ContactChanges changes;
    link(scope, writer, id, row, changes);
    changes.write(writer, scope.institution);
    index_words(scope, writer, directory, id, row);
    promise_store::set_dropped_with(writer, scope.institution, id, std::nullopt);
    interaction_store::insert_change(writer, scope.institution, id);
    audit::record_change(scope, writer,
                         {.action = "reinstated", .subject = "interaction", .subject_id = id.value});
    return Done{};
  });
}

Result<Done> undo(Scope& scope, const Directory& directory, Id<Interaction> id) {
  const auto found = scope.read(
      [&](db::Reader& reader) { return interaction_store::find(reader, scope, id, Withdrawn::shown); });
  if (!found || found->recorded_by != scope.viewer.staff) return nobody_there();
  if (found->is_withdrawn) return Done{};
  if (scope.now > found->recorded_at.plus(undo_span))
    return conflict("Undo is there for ten minutes. You can still correct or withdraw the conversation.");
  return withdraw(scope, directory, id, "undone");
}

Result<Interaction> get(Scope& scope, Id<Interaction> id) {
  auto found = scope.read(
      [&](db::Reader& reader) { return interaction_store::find(reader, scope, id, Withdrawn::shown); });
  if (!found) return nobody_there();
  return std::move(*found);
}

std::vector<Participant> participants(Scope& scope, Id<Interaction> id) {
  return scope.read(
      [&](db::Reader& reader) { return interaction_store::participants(reader, scope.institution, id); });
}

std::vector<Version> history(Scope& scope, Id<Interaction> id) {
  return scope.read(
      [&](db::Reader& reader) { return interaction_store::versions(reader, scope.institution, id); });
}

Timeline timeline_of_person(Scope& scope, Id<Person> person, const TimelineQuery& query) {
  return timeline_of_person(scope, Records(&person, 1), query);
}

Timeline timeline_of_person(Scope& scope, Records person, const TimelineQuery& query) {
  std::vector<Interaction> rows;
  scope.read([&](db::Reader& reader) {
    // One index walk a record: nearly everybody has one, and each walk stops at the limit.
    for (const auto record : person)
      add(rows, interaction_store::of_person(reader, scope, record, cursor_of(query), family_code(query),
                                             query.limit));
    return 0;
  });
  return timeline_from(person.size() == 1 ? std::move(rows) : newest_first(std::move(rows), query.limit),
                       query.limit);
}

Timeline timeline_of_unit(Scope& scope, std::span<const Id<OrgUnit>> units, const TimelineQuery& query) {
  std::vector<Interaction> rows;
  scope.read([&](db::Reader& reader) {
    // One index walk a unit: a department has a handful below it, and each walk stops at the limit.
    for (const auto unit : units)
      add(rows,
          interaction_store::of_unit(reader, scope, unit, cursor_of(query), family_code(query), query.limit));
    return 0;
  });
  return timeline_from(newest_first(std::move(rows), query.limit), query.limit);
}

Timeline timeline_of_staff(Scope& scope, Id<Staff> staff, const TimelineQuery& query) {
  return timeline_from(scope.read([&](db::Reader& reader) {
    return interaction_store::of_staff(reader, scope, staff, cursor_of(query), family_code(query),
                                       query.limit);
  }),
                       query.limit);
}

Timeline timeline_of_topic(Scope& scope, Id<Topic> topic, const TimelineQuery& query) {
  return timeline_from(scope.read([&](db::Reader& reader) {
    return interaction_store::of_topic(reader, scope, topic, cursor_of(query), family_code(query),
                                       query.limit);
  }),
                       query.limit);
}

std::vector<Interaction> ahead(Scope& scope, Date until, int limit) {
  auto rows = scope.read(
      [&](db::Reader& reader) { return interaction_store::from_today(reader, scope, until, limit + 50); });
  const auto time = scope.zone.local_time(scope.now);
  std::erase_if(rows, [&](const Interaction& row) {
    return row.happened_on == scope.today && (!row.happened_at_time || *row.happened_at_time < time);
  });
  if (static_cast<int>(rows.size()) > limit) rows.resize(static_cast<std::size_t>(limit));
  return rows;
}

std::vector<Interaction> to_sort_out(Scope& scope) {
  return scope.read([&](db::Reader& reader) { return interaction_store::to_sort_out(reader, scope); });
}

std::vector<Interaction> several(Scope& scope, std::span<const Id<Interaction>> ids) {
  return scope.read([&](db::Reader& reader) {
    std::vector<Interaction> found;
    // One look-up by key each: a list of ids as one parameter would be planned worse on both engines.
    for (const auto id : ids)
      if (auto interaction = interaction_store::find(reader, scope, id, Withdrawn::hidden))
        found.push_back(std::move(*interaction));
    return found;
  });
}

std::vector<Date> days_of_person(Scope& scope, Id<Person> person, Date from, Date to) {
  return days_of_person(scope, Records(&person, 1), from, to);
}

std::vector<Date> days_of_person(Scope& scope, Records person, Date from, Date to) {
  std::vector<interaction_store::DayOf> days;
  scope.read([&](db::Reader& reader) {
    for (const auto record : person)
      add(days, interaction_store::days_of_person(reader, scope, record, from, to));
    return 0;
  });
  if (person.size() > 1) {
    std::ranges::sort(days);
    days.erase(std::unique(days.begin(), days.end()), days.end());
  }
  std::vector<Date> found;
  found.reserve(days.size());
  for (const auto& day : days) found.push_back(day.happened_on);
  return found;
}

std::vector<Acquaintance> who_knows(Scope& scope, Id<Person> person) {
  return who_knows(scope, Records(&person, 1));
}

std::vector<Acquaintance> who_knows(Scope& scope, Records person) {
  std::vector<Acquaintance> all;
  scope.read([&](db::Reader& reader) {
    for (const auto record : person)
      add(all, interaction_store::who_knows(reader, scope.institution, record));
    if (person.size() > 1) all = without_twice(reader, scope, person, added_up(all));
    return 0;
  });
  return all;
}

std::vector<Id<Person>> spoken_to_lately(Scope& scope, int limit) {
  return scope.read(
      [&](db::Reader& reader) { return interaction_store::spoken_to_lately(reader, scope, limit); });
}

std::vector<int> nearness(Scope& scope, const Directory& directory, std::span<const Id<Person>> people) {
  const auto* me = directory.staff.find(scope.viewer.staff);
  const auto is_in_my_departments = [&](const PersonEntry& person) {
    return me != nullptr && person.unit && std::ranges::count(me->portfolio, *person.unit) > 0;
  };
  return scope.read([&](db::Reader& reader) {
    std::vector<int> ranks;
    // One look at an index for each of the few people on offer.
    for (const auto id : people) {
      const auto* person = directory.people.find(id);
      const auto known = interaction_store::last_days(reader, scope, id);
      if (known.mine && scope.today - *known.mine < 730)
        ranks.push_back(0);
      else if (person != nullptr && is_in_my_departments(*person))
        ranks.push_back(1);
      else if (known.anybodys && scope.today - *known.anybodys <= 30)
        ranks.push_back(2);
      else
        ranks.push_back(3);
    }
    return ranks;
  });
}

}  // namespace rapport::interactions
