// Choosing, ordering and cutting a list of people.
#include "people/people_list.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <ranges>
#include <unordered_map>
#include <unordered_set>

#include "base/text.hpp"
#include "people/people_list_store.hpp"

namespace rapport::people {
namespace {

constexpr std::array<std::string_view, 4> order_codes{"name", "department", "last", "longest"};
constexpr std::array<std::string_view, 3> whom_codes{"here", "left", "everybody"};

using Chosen = std::vector<const PersonEntry*>;

Chosen named(const PeopleDirectory& people, const PeopleQuery& query) {
  const auto words = folded_words(query.text);
  if (!words.empty())
    return people.matching(words, LastWord::prefix, std::numeric_limits<std::size_t>::max(), query.whom);
  Chosen chosen;
  for (const auto& person : people.in_name_order())
    if (person->is_among(query.whom)) chosen.push_back(person.get());
  return chosen;
}

/// In name order.
Chosen chosen_people(const PeopleDirectory& people, const PeopleQuery& query) {
  auto chosen = named(people, query);
  if (query.units) {
    const std::unordered_set<Id<OrgUnit>> wanted(query.units->begin(), query.units->end());
    std::erase_if(
        chosen, [&](const PersonEntry* person) { return !person->unit || !wanted.contains(*person->unit); });
  }
  if (query.is_wanted)
    std::erase_if(chosen, [&](const PersonEntry* person) { return !query.is_wanted(person->id); });
  return chosen;
}

/// By the departments' names; those without one last. Within a department in name order.
void sort_by_department(Chosen& chosen, const OrgDirectory& units) {
  std::unordered_map<Id<OrgUnit>, std::size_t> places;
  for (const auto& unit : units.units()) places.emplace(unit.id, places.size());
  const auto place_of = [&](const PersonEntry* person) {
    const auto found = person->unit ? places.find(*person->unit) : places.end();
    return found == places.end() ? places.size() : found->second;
  };
  std::stable_sort(chosen.begin(), chosen.end(), [&](const PersonEntry* left, const PersonEntry* right) {
    return place_of(left) < place_of(right);
  });
}

/// Latest first, those never spoken to last; or the other way about.
void sort_by_last(Chosen& chosen, const PeopleDirectory& people, const std::vector<Id<Person>>& latest_first,
                  PeopleOrder order) {
  std::unordered_map<Id<Person>, std::size_t> places;
  places.reserve(latest_first.size());
  for (const auto id : latest_first)
    if (const auto* person = people.find(id)) places.emplace(person->id, places.size());
  struct Placed {
    std::size_t place;
    const PersonEntry* person;
  };
  std::vector<Placed> placed;
  placed.reserve(chosen.size());
  for (const auto* person : chosen) {
    const auto found = places.find(person->id);
    const auto place = found == places.end() ? places.size() : found->second;
    placed.push_back({order == PeopleOrder::last_spoke ? place : places.size() - place, person});
  }
  std::stable_sort(placed.begin(), placed.end(),
                   [](const Placed& left, const Placed& right) { return left.place < right.place; });
  for (std::size_t i = 0; i < placed.size(); ++i) chosen[i] = placed[i].person;
}

/// Conversations with a record that was merged count for who remains.
void add_merged(db::Reader& reader, Id<Institution> institution, const PeopleDirectory& people,
                std::span<PeopleRow> rows) {
  for (auto& row : rows)
    for (const auto record :
         people.same_person(row.person->id) | std::views::drop(1))  // hardly anybody has one
      row.last_on = std::max(row.last_on, people_list_store::last_on(reader, institution, record));
}

}  // namespace

std::string_view code(PeopleOrder order) {
  return order_codes[static_cast<std::size_t>(order)];
}
std::string_view code(Whom whom) {
  return whom_codes[static_cast<std::size_t>(whom)];
}

std::optional<PeopleOrder> people_order_of(std::string_view code) {
  for (std::size_t i = 0; i < order_codes.size(); ++i)
    if (order_codes[i] == code) return static_cast<PeopleOrder>(i);
  return std::nullopt;
}

std::optional<Whom> whom_of(std::string_view code) {
  for (std::size_t i = 0; i < whom_codes.size(); ++i)
    if (whom_codes[i] == code) return static_cast<Whom>(i);
  return std::nullopt;
}

PeopleList list(Scope& scope, const PeopleDirectory& people, const OrgDirectory& units,
                const PeopleQuery& query) {
  auto chosen = chosen_people(people, query);
  return scope.read([&](db::Reader& reader) {
    if (query.order == PeopleOrder::department) sort_by_department(chosen, units);
    if (query.order == PeopleOrder::last_spoke || query.order == PeopleOrder::longest_ago)
      sort_by_last(chosen, people, people_list_store::latest_first(reader, scope.institution), query.order);
    PeopleList list{.rows = {}, .total = static_cast<std::int64_t>(chosen.size())};
    const auto page = static_cast<std::size_t>(std::clamp(query.page, 1, 1'000'000) - 1);
    const auto begin = std::min(chosen.size(), page * people_page_size);
    const auto end = std::min(chosen.size(), begin + people_page_size);
    for (auto i = begin; i < end; ++i) list.rows.push_back({.person = chosen[i], .post = {}, .last_on = {}});
    people_list_store::complete(reader, scope.institution, list.rows);
    add_merged(reader, scope.institution, people, list.rows);
    return list;
  });
}

}  // namespace rapport::people
