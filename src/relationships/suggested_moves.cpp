// Makes suggestions for many people at once.
#include "relationships/suggested_moves.hpp"

#include <algorithm>

#include "audit/audit.hpp"
#include "interactions/interactions.hpp"
#include "people/person_contact.hpp"
#include "relationships/scale_store.hpp"
#include "relationships/suggested_move_store.hpp"

namespace rapport::relationships {
namespace {

using suggested_move_store::Aside;
using suggested_move_store::Contacts;

constexpr int days_a_plan_counts = 730;
constexpr int days_an_appointment_counts = 365;
constexpr int days_looked_ahead = 366;

Standing standing_in(const Standings& standings, Id<Person> person) {
  const auto found = standings.find(person);
  return found == standings.end() ? Standing{} : found->second;
}

/// Records in two groups, by how far back the rules look.
Contacts contacts_of(db::Reader& reader, const Scope& scope, const Directory& directory,
                     const Standings& standings, std::span<const Id<Person>> people, const Scales& scales) {
  std::vector<std::pair<Date, std::vector<Id<Person>>>> groups;
  for (const auto person : people) {
    const auto since = looked_back_to(standing_in(standings, person), scales, scope.today, scope.years());
    auto group = std::ranges::find(groups, since, &std::pair<Date, std::vector<Id<Person>>>::first);
    if (group == groups.end()) group = groups.insert(groups.end(), {since, {}});
    for (const auto record : directory.people.same_person(person)) group->second.push_back(record);
  }
  Contacts contacts;
  for (const auto& [since, records] : groups)
    suggested_move_store::read_contacts(reader, scope.institution, records, since,
                                        scope.today.plus_days(days_looked_ahead), contacts);
  return contacts;
}

/// Of those who may become partners, by the record that remains.
using Planning = std::unordered_map<Id<Person>, PlanningFacts>;

void add_agreed(PlanningFacts& facts, const Scope& scope, std::span<const Contact> contacts) {
  const auto since = scope.today.plus_days(-days_an_appointment_counts);
  for (const auto& contact : contacts)
    if (contact.is_two_way && contact.happened_on > since)
      facts.agreed.push_back({contact.id, contact.happened_on, scope.zone.local_date(contact.recorded_at)});
}

Planning planning_of(db::Reader& reader, const Scope& scope, const Directory& directory,
                     std::span<const Id<Person>> people, const Contacts& contacts) {
  std::unordered_map<Id<Person>, Id<Person>> person_of;
  std::vector<Id<Person>> records;
  Planning planning;
  for (const auto person : people)
    for (const auto record : directory.people.same_person(person)) {
      records.push_back(record);
      person_of.emplace(record, person);
      if (const auto found = contacts.find(record); found != contacts.end())
        add_agreed(planning[person], scope, found->second);
    }
  const auto since = scope.zone.instant_of(scope.today.plus_days(-days_a_plan_counts), TimeOfDay{0});
  for (const auto& row : suggested_move_store::reached_plans(reader, scope.institution, records, since)) {
    auto& facts = planning[person_of.at(row.person)];
    const auto on = scope.zone.local_date(row.closed_at);
    if (facts.reached_on && *facts.reached_on >= on) continue;
    facts.reached = row.plan;
    facts.reached_on = on;
  }
  return planning;
}

ContactFacts facts_for(db::Reader& reader, const Scope& scope, const Directory& directory, Id<Person> person,
                       const Standing& standing, const Scales& scales, const Contacts& contacts,
                       const Planning& planning) {
  std::vector<Contact> own;
  const auto records = directory.people.same_person(person);
  for (const auto record : records)
    if (const auto found = contacts.find(record); found != contacts.end())
      own.insert(own.end(), found->second.begin(), found->second.end());
  const auto planned = planning.find(person);
  auto facts = facts_of(own, directory.vocabulary, scope.years(), scope.today,
                        looked_back_to(standing, scales, scope.today, scope.years()),
                        planned == planning.end() ? PlanningFacts() : planned->second);
  if (facts.last_two_way || standing.level() == 0) return facts;
  // Nothing for a year: how long it is, for the few of whom this is so.
  for (const auto record : records)
    if (const auto last = suggested_move_store::last_two_way(reader, scope.institution, record, scope.today))
      if (!facts.last_two_way || last->happened_on > *facts.last_two_way) {
        facts.last_two_way = last->happened_on;
        facts.last_two_way_id = last->id;
      }
  return facts;
}

/// A page's own conversations need not go back a year, nor ahead: the rest is read. On the day that they go
/// back to there may be more.
Contacts appointments_of(db::Reader& reader, const Scope& scope, const Directory& directory,
                         Id<Person> person, std::span<const Contact> latest, Date known_since) {
  const auto records = directory.people.same_person(person);
  Contacts contacts;
  const auto read = [&](Date since, Date until) {
    if (since < until)
      suggested_move_store::read_contacts(reader, scope.institution, records, since, until, contacts);
  };
  read(scope.today.plus_days(-days_an_appointment_counts), std::min(known_since, scope.today));
  read(scope.today, scope.today.plus_days(days_looked_ahead));
  for (const auto& contact : latest)
    if (contact.happened_on > known_since && contact.happened_on <= scope.today)
      contacts[person].push_back(contact);
  return contacts;
}

bool is_aside(const std::vector<Aside>& asides, Id<Person> person, const MoveSuggestion& suggestion) {
  return std::ranges::any_of(asides, [&](const Aside& aside) {
    return aside.person == person && aside.level == suggestion.level &&
           aside.is_slipping == suggestion.is_slipping;
  });
}

}  // namespace

Suggestions suggestions_for(Scope& scope, const Directory& directory, std::span<const Id<Person>> people) {
  const auto standings = standings_of(scope, directory, people);
  return scope.read([&](db::Reader& reader) {
    const auto scales = scale_store::read_since(reader, scope.institution, 1);
    const auto contacts = contacts_of(reader, scope, directory, standings, people, scales);
    const auto asides =
        suggested_move_store::asides(reader, scope.institution, scope.today.plus_days(-days_set_aside));
    std::vector<Id<Person>> near;
    for (const auto person : people)
      if (may_become_partner(standing_in(standings, person), scales)) near.push_back(person);
    const auto planning = planning_of(reader, scope, directory, near, contacts);
    Suggestions suggestions;
    for (const auto person : people) {
      const auto standing = standing_in(standings, person);
      const auto facts = facts_for(reader, scope, directory, person, standing, scales, contacts, planning);
      auto suggestion = suggestion_of(facts, standing, scales, scope.today, scope.years());
      if (suggestion && !is_aside(asides, person, *suggestion))
        suggestions.emplace(person, std::move(*suggestion));
    }
    return suggestions;
  });
}

std::optional<MoveSuggestion> suggestion_from(Scope& scope, const Directory& directory, Id<Person> person,
                                              const Account& account, std::span<const Interaction> latest,
                                              Date known_since) {
  std::vector<Contact> contacts;
  for (const auto& row : latest)
    if (row.visibility == Visibility::library && !row.is_withdrawn)
      contacts.push_back({row.id, row.happened_on, row.kind, row.is_two_way, row.recorded_at});
  return scope.read([&](db::Reader& reader) -> std::optional<MoveSuggestion> {
    // The rules are written in version 1: a library that changed its levels needs every version.
    const auto scales = account.scales.current().version == 1
                            ? account.scales
                            : scale_store::read_since(reader, scope.institution, 1);
    Planning planning;
    if (may_become_partner(account.standing, scales))
      planning = planning_of(reader, scope, directory, std::span(&person, 1),
                             appointments_of(reader, scope, directory, person, contacts, known_since));
    const auto facts =
        facts_of(contacts, directory.vocabulary, scope.years(), scope.today, known_since, planning[person]);
    auto suggestion = suggestion_of(facts, account.standing, scales, scope.today, scope.years());
    if (!suggestion) return std::nullopt;
    const auto since = scope.today.plus_days(-days_set_aside);
    const auto asides = suggested_move_store::asides(reader, scope.institution, person, since);
    return is_aside(asides, person, *suggestion) ? std::nullopt : suggestion;
  });
}

Result<Done> set_aside(Scope& scope, const Directory& directory, Id<Person> person, int level,
                       bool is_slipping) {
  if (scope.viewer.is(Role::director)) return forbidden("Directors read and do not answer suggestions.");
  const auto* entry = directory.people.find(person);
  if (entry == nullptr) return not_found("Nobody is there any more.");
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    suggested_move_store::put(writer, scope.institution, {entry->id, level, is_slipping, scope.today},
                              scope.viewer.staff);
    people::touch(writer, scope.institution, entry->id);
    audit::record_change(scope, writer,
                         {.action = "set aside",
                          .subject = "level_suggestion",
                          .subject_id = entry->id.value,
                          .details = "{\"level\":" + std::to_string(level) + "}"});
    return Done{};
  });
}

}  // namespace rapport::relationships
