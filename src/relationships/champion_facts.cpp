// From what rhythms read to what the signs look at.
#include "relationships/champion_facts.hpp"

namespace rapport {

std::vector<SignContact> sign_contacts(std::span<const rhythm_store::Contact> contacts,
                                       const Directory& directory) {
  std::vector<SignContact> all;
  for (const auto& contact : contacts) {
    if (!contact.is_for_everybody) continue;
    const auto* kind = directory.vocabulary.find(contact.kind);
    all.push_back({contact.id, contact.happened_on, kind != nullptr ? kind->depth : 0, contact.begun_by});
  }
  return all;
}

std::vector<rhythm_store::Reached> reached_by(db::Reader& reader, const Scope& scope,
                                              const Directory& directory,
                                              std::span<const Id<Person>> records) {
  std::vector<rhythm_store::Reached> all;
  // One record, but for merged people.
  for (const auto record : records) {
    for (auto& one : rhythm_store::reached(reader, scope.institution, record, scope.today)) {
      if (one.person) {
        const auto* person = directory.people.find_counted(*one.person);
        if (person == nullptr || person->id == records.front()) continue;
        one.person = person->id;
      }
      all.push_back(one);
    }
  }
  return all;
}

std::vector<SignReached> sign_reached(std::span<const rhythm_store::Reached> reached) {
  std::vector<SignReached> all;
  for (const auto& one : reached)
    if (one.is_for_everybody) all.push_back({one.person, one.module, one.through, one.happened_on});
  return all;
}

}  // namespace rapport
