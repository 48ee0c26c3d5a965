// The front door of engagement.
#include "relationships/engagements.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "audit/audit.hpp"
#include "base/text.hpp"
#include "interactions/interactions.hpp"
#include "organisation/academic_calendar.hpp"
#include "relationships/engagement_store.hpp"
#include "relationships/relationships.hpp"
#include "relationships/rhythm_store.hpp"
#include "relationships/unit_weights.hpp"

namespace rapport::engagement {
namespace {

using engagement_store::KeptPerson;

constexpr int in_touch_from = 2;  // of the ladder's levels
constexpr int conversations_read = 1000;
constexpr std::size_t names_max = 50;
constexpr long band_points = 20;
constexpr std::size_t because_characters_max = 300;

EngagementRule rule_in_force(db::Reader& reader, const Scope& scope) {
  const auto change = engagement_store::current_rule(reader, scope.institution);
  return change ? change->rule : EngagementRule{};
}

UnitWeights weights_of(db::Reader& reader, const Scope& scope, const Directory& directory) {
  return {organisation::calendars_of(reader, scope.institution), directory.org, scope.today, scope.years()};
}

EngagementFacts facts_from(const KeptPerson& kept, const Scope& scope, const DayWeights& weights) {
  auto facts = facts_of(kept.days, scope.today, weights);
  facts.people_reached = kept.people_reached;
  facts.modules_reached = kept.modules_reached;
  return facts;
}

/// Over all records of somebody the level that was moved last: nearly everybody has one record.
int level_of(Scope& scope, const Directory& directory, const KeptPerson& kept) {
  if (directory.people.same_person(kept.person).size() == 1) return kept.level;
  return relationships::standing(scope, directory, kept.person).level();
}

struct People {
  std::vector<PersonCard> cards = {};
  int in_touch = 0;
};

/// In name order within each unit.
People people_of(db::Reader& reader, Scope& scope, const Directory& directory,
                 std::span<const Id<OrgUnit>> units) {
  People people;
  const auto rule = rule_in_force(reader, scope);
  auto weights = weights_of(reader, scope, directory);
  for (const auto unit : units) {
    for (const auto& kept : engagement_store::people_of_unit(reader, scope.institution, unit)) {
      const auto* person = directory.people.find_record(kept.person);
      if (person == nullptr || !person->is_here || person->merged_into) continue;
      const auto facts = facts_from(kept, scope, weights.of(person->unit));
      people.cards.push_back({person, facts, rule, card_of(facts, rule)});
      people.in_touch += level_of(scope, directory, kept) >= in_touch_from ? 1 : 0;
    }
  }
  return people;
}

std::vector<Id<OrgUnit>> all_units(const Directory& directory) {
  std::vector<Id<OrgUnit>> units;
  for (const auto& [unit, people] : directory.people.here_by_unit()) units.push_back(unit);
  return units;
}

bool may_change(const Scope& scope) {
  return scope.viewer.is(Role::leader) || scope.viewer.is(Role::administrator);
}

Refusal only_leaders() {
  return forbidden(
      "How engagement is worked out is changed by team leaders and administrators. Ask one of them.");
}

/// Those of the conversations that a card counts.
bool is_counted(const Interaction& row, Date first, Date today) {
  return row.is_two_way && row.visibility != Visibility::restricted && row.happened_on >= first &&
         row.happened_on <= today;
}

}  // namespace

EngagementRule current_rule(Scope& scope) {
  return scope.read([&](db::Reader& reader) { return rule_in_force(reader, scope); });
}

std::vector<RuleChange> rule_changes(Scope& scope) {
  return scope.read([&](db::Reader& reader) { return engagement_store::rules(reader, scope.institution); });
}

PersonCard of_person(Scope& scope, const Directory& directory, const PersonEntry& person) {
  return scope.read([&](db::Reader& reader) {
    PersonCard card{.person = &person, .rule = rule_in_force(reader, scope)};
    if (const auto kept = engagement_store::find(reader, scope.institution, person.id))
      card.facts = facts_from(*kept, scope, weights_of(reader, scope, directory).of(person.unit));
    card.card = card_of(card.facts, card.rule);
    return card;
  });
}

CardRows rows_of(Scope& scope, const Directory& directory, const PersonCard& card) {
  CardRows rows;
  const auto records = directory.people.same_person(card.person->id);
  auto all =
      interactions::timeline_of_person(scope, records, {.until = scope.today, .limit = conversations_read})
          .interactions;
  const auto first = first_of_months(scope.today, card_months);
  for (auto& row : all)
    if (is_counted(row, first, scope.today)) rows.conversations.push_back(std::move(row));
  rows.not_shown = std::max(0, card.facts.conversations - static_cast<int>(rows.conversations.size()));
  scope.read([&](db::Reader& reader) {
    for (const auto record : records) {
      for (const auto& one : rhythm_store::reached(reader, scope.institution, record, scope.today)) {
        const auto* person = one.person ? directory.people.find(*one.person) : nullptr;
        const auto is_there = [&](const ReachedPerson& other) { return other.person == person; };
        if (person != nullptr && person != card.person && std::ranges::none_of(rows.people, is_there))
          rows.people.push_back({person, one.through});
        const auto* module = one.module ? directory.vocabulary.find(*one.module) : nullptr;
        if (module != nullptr && std::ranges::count(rows.modules, module, &ReachedModule::module) == 0)
          rows.modules.push_back({module, one.through});
      }
    }
    return 0;
  });
  return rows;
}

std::string_view band_words(std::size_t band) {
  static constexpr std::array<std::string_view, bands> all{"0 to 19", "20 to 39", "40 to 59", "60 to 79",
                                                           "80 to 100"};
  return all.at(band);
}

std::size_t band_of(double total) {
  // As it is shown, rounded: nobody stands at "20" in the band below.
  return std::min(bands - 1, static_cast<std::size_t>(std::lround(total) / band_points));
}

std::optional<int> Distribution::coverage() const {
  if (people == 0) return std::nullopt;
  return static_cast<int>(std::lround(100.0 * in_touch / people));
}

std::optional<int> Distribution::breadth() const {
  if (contacts == 0) return std::nullopt;
  return static_cast<int>(std::lround(100.0 - 100.0 * contacts_of_busiest / contacts));
}

Distribution distribution_of(std::span<const PersonCard> cards, int in_touch) {
  Distribution all{.people = static_cast<int>(cards.size()), .in_touch = in_touch};
  std::vector<int> contacts;
  for (const auto& one : cards) {
    contacts.push_back(one.facts.contacts);
    if (!one.card) continue;
    ++all.cards;
    ++all.by_band[band_of(one.card->total())];
  }
  std::ranges::sort(contacts, std::greater());
  all.busiest = (all.people + 9) / 10;
  all.contacts = std::accumulate(contacts.begin(), contacts.end(), 0);
  all.contacts_of_busiest = std::accumulate(contacts.begin(), contacts.begin() + all.busiest, 0);
  return all;
}

UnitEngagement of_units(Scope& scope, const Directory& directory, std::span<const Id<OrgUnit>> units) {
  auto people = scope.read([&](db::Reader& reader) { return people_of(reader, scope, directory, units); });
  UnitEngagement engagement{.distribution = distribution_of(people.cards, people.in_touch)};
  engagement.people = std::move(people.cards);
  std::ranges::stable_sort(engagement.people, {}, [](const PersonCard& one) { return one.person->sort_key; });
  return engagement;
}

Result<Preview> preview(Scope& scope, const Directory& directory, const EngagementRule& rule) {
  if (!may_change(scope)) return only_leaders();
  if (auto faults = faults_of(rule); !faults.empty()) return invalid(std::move(faults));
  const auto units = all_units(directory);
  const auto before = of_units(scope, directory, units);
  Preview made{.before = before.distribution};
  std::vector<PersonCard> after;
  for (const auto& one : before.people) {
    after.push_back({one.person, one.facts, rule, card_of(one.facts, rule)});
    if (!one.card) continue;
    const auto was = band_of(one.card->total());
    const auto is = band_of(after.back().card->total());
    if (was == is) continue;
    ++made.moved;
    made.up += is > was ? 1 : 0;
    if (made.names.size() < names_max) made.names.push_back(one.person);
  }
  made.after = distribution_of(after, before.distribution.in_touch);
  return made;
}

Result<EngagementRule> change_rule(Scope& scope, const EngagementRule& rule, std::string_view because) {
  if (!may_change(scope)) return only_leaders();
  auto faults = faults_of(rule);
  const auto reason = tidy_line(because);
  if (reason.empty() || character_count(reason) > because_characters_max)
    faults.push_back({"because", "Say in a few words why it changes."});
  if (!faults.empty()) return invalid(std::move(faults));
  return scope.write([&](db::Writer& writer) -> Result<EngagementRule> {
    const auto before = rule_in_force(writer, scope);
    if (before.version != rule.version)
      return conflict(
          "Somebody changed how engagement is worked out while you were choosing. Look at it again.");
    if (before == rule) return before;
    auto next = rule;
    ++next.version;
    engagement_store::insert_rule(writer, scope.institution, {next, reason, scope.viewer.staff, scope.now});
    audit::record_change(scope, writer,
                         {.action = "changed", .subject = "engagement_rule", .subject_id = next.version});
    return next;
  });
}

}  // namespace rapport::engagement
