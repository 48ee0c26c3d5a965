// Reads what the credit of a chain needs.
#include "bumps/chain_credit.hpp"

#include <algorithm>
#include <unordered_set>

#include "bumps/credit_store.hpp"
#include "organisation/academic_calendar.hpp"

namespace rapport {
namespace {

constexpr std::size_t counterparts_max = 40;

/// Merged people as the one they became, each once.
void resolve(std::vector<Id<Person>>& people, const Directory& directory) {
  for (auto& id : people)
    if (const auto* person = directory.people.find_counted(id)) id = person->id;
  std::ranges::sort(people);
  people.erase(std::unique(people.begin(), people.end()), people.end());
}

int value_of(const ChainStep& step, const Directory& directory) {
  const auto* kind = directory.vocabulary.find(step.kind);
  return kind == nullptr || step.is_ahead ? 0 : kind->outcome_value;
}

CreditStep credit_step(const ChainStep& step, const Directory& directory) {
  CreditStep made{.id = step.id, .happened_on = step.happened_on};
  if (!step.is_open()) return made;
  made.kind = step.kind;
  made.outcome_value = value_of(step, directory);
  made.staff = step.staff;
  made.people = step.people;
  made.org_unit = step.org_unit;
  resolve(made.people, directory);
  return made;
}

/// With whom the outcomes of a chain were, and in which academic years.
struct Reach {
  std::unordered_set<Id<Person>> people = {};
  std::unordered_set<Id<OrgUnit>> units = {};
  credit_store::Years years = {};
};

void widen(credit_store::Years& reach, Date date, bool is_first, const AcademicYears& years) {
  const auto first = years.first_day(years.of(date));
  const auto last = years.last_day(years.of(date));
  reach.first = is_first ? first : std::min(reach.first, first);
  reach.last = is_first ? last : std::max(reach.last, last);
}

Reach reach_of(const CreditChain& chain) {
  Reach reach;
  bool is_first = true;
  for (const auto& step : chain.steps) {
    if (step.outcome_value == 0) continue;
    widen(reach.years, step.happened_on, is_first, chain.years);
    is_first = false;
    reach.people.insert(step.people.begin(), step.people.end());
    if (step.people.empty() && step.org_unit) reach.units.insert(*step.org_unit);
  }
  return reach;
}

std::vector<CreditStep> outcomes_around(db::Reader& reader, Id<Institution> institution, const Reach& reach) {
  std::vector<CreditStep> outcomes;
  // A range by key each: a list of ids as one parameter would be planned worse on both engines.
  for (const auto person : reach.people)
    std::ranges::move(credit_store::outcomes_with(reader, institution, person, reach.years),
                      std::back_inserter(outcomes));
  for (const auto unit : reach.units)
    std::ranges::move(credit_store::outcomes_with(reader, institution, unit, reach.years),
                      std::back_inserter(outcomes));
  return outcomes;
}

/// Only what is not in the chain itself, each once, and has happened.
void keep_elsewhere(CreditChain& chain, std::vector<CreditStep> outcomes, const Directory& directory,
                    Date today) {
  std::unordered_set<Id<Interaction>> seen;
  for (const auto& step : chain.steps) seen.insert(step.id);
  for (auto& outcome : outcomes) {
    if (outcome.happened_on > today || !seen.insert(outcome.id).second) continue;
    resolve(outcome.people, directory);
    chain.elsewhere.push_back(std::move(outcome));
  }
}

}  // namespace

CreditChain credit_chain_of(const Chain& chain, const Directory& directory, const AcademicYears& years) {
  CreditChain made{.years = years};
  for (std::size_t place = 0; place < chain.steps.size(); ++place) {
    made.steps.push_back(credit_step(chain.steps[place], directory));
    for (const auto parent : chain.parents[place])
      made.steps.back().parents.push_back(chain.steps[parent].id);
  }
  return made;
}

namespace chains {

std::vector<CreditShare> credit(Scope& scope, const Directory& directory, const Chain& chain) {
  auto credited = credit_chain_of(chain, directory, scope.years());
  const auto reach = reach_of(credited);
  if (reach.people.size() + reach.units.size() <= counterparts_max) {
    auto outcomes =
        scope.read([&](db::Reader& reader) { return outcomes_around(reader, scope.institution, reach); });
    keep_elsewhere(credited, std::move(outcomes), directory, scope.today);
  }
  return credit_of(credited);
}

}  // namespace chains
}  // namespace rapport
