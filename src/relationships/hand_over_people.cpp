// Fills a hand-over's form in from people who were ticked.
#include "relationships/hand_over_people.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"

namespace rapport::hand_overs {
namespace {

const StaffEntry* lead_for(const PersonEntry& person, const Directory& directory) {
  return person.unit ? directory.staff.lead_of(*person.unit) : nullptr;
}

bool is_ticked(const HandOverForm& form, const Directory& directory, Id<Person> id) {
  const auto* person = directory.people.find(id);
  return std::ranges::find(form.people, person) != form.people.end();
}

bool has_ticked_people(const HandOverForm& form, const Directory& directory, Id<OrgUnit> unit) {
  const auto below = directory.org.with_descendants(unit);
  return std::ranges::any_of(form.people, [&](const PersonEntry* person) {
    return person->unit && std::ranges::find(below, *person->unit) != below.end();
  });
}

std::string elsewhere_words(const PersonEntry& person, const StaffEntry* lead) {
  const auto name = person.display_name();
  if (lead == nullptr) return "Nobody leads for the department of " + name + ".";
  return name + " is looked after by " + lead->full_name + ": hand that over by itself.";
}

}  // namespace

std::vector<const PersonEntry*> ticked_people(const http::Form& query, const Directory& directory) {
  std::vector<const PersonEntry*> people;
  for (const auto slug : query.values("people")) {
    const auto* person = directory.people.find_slug(slug);
    if (person != nullptr && people.size() < ticked_people_max && std::ranges::count(people, person) == 0)
      people.push_back(person);
  }
  return people;
}

Id<Staff> keeper_of(std::span<const PersonEntry* const> people, const Directory& directory) {
  std::map<Id<Staff>, int> counts;
  for (const auto* person : people)
    if (const auto* lead = lead_for(*person, directory)) ++counts[lead->id];
  const auto most = std::ranges::max_element(counts, {}, [](const auto& one) { return one.second; });
  return most == counts.end() ? Id<Staff>{} : most->first;
}

void fill_in(const HandOverOffer& offered, const Directory& directory, HandOverForm& form) {
  for (const auto& part : offered.parts)
    if (has_ticked_people(form, directory, part.unit)) form.units.insert(directory.org.find(part.unit)->slug);
  for (const auto& promise : offered.promises) {
    const bool moves = promise.person && is_ticked(form, directory, *promise.person);
    (moves ? form.moving : form.staying).insert(promise.id.value);
  }
}

std::vector<std::string> notes_of(const HandOverForm& form, const Directory& directory) {
  if (form.people.empty()) return {};
  std::vector<std::string> notes{
      with_capital_first(count_words(static_cast<long>(form.people.size()), "person is", "people are")) +
      " ticked. A hand-over passes departments on as a whole, and promises one by one: take the tick from a "
      "department to "
      "pass on promises alone."};
  for (const auto* person : form.people) {
    const auto* lead = lead_for(*person, directory);
    if (lead == nullptr || lead->id != form.from) notes.push_back(elsewhere_words(*person, lead));
  }
  return notes;
}

}  // namespace rapport::hand_overs
