// Reads plans for a sheet.
#include "headlines/sheet_plan.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "plans/action_plans.hpp"

namespace rapport::headlines {
namespace {

/// "Jan" of a day; empty without one.
std::string month_of(const std::optional<Date>& day) {
  constexpr std::size_t letters = 3;
  return day ? std::string(month_name(day->month()).substr(0, letters)) : std::string();
}

/// "Dr Jane Smith" is Jane on a page that she is given.
void call_by_first_name(std::string& words, const PersonEntry& person) {
  for (const auto& name : {person.display_name(), person.full_name})
    if (const auto at = words.find(name); at != std::string::npos) {
      words.replace(at, name.size(), person.known_as);
      return;
    }
}

std::string owners_of(const PlanItem& item, const Directory& directory) {
  std::vector<std::string> names;
  names.reserve(item.owners.size());
  for (const auto& owner : item.owners) names.emplace_back(directory.staff.given_name(owner.staff));
  std::string theirs = item.their_owners;
  std::erase(theirs, '@');  // the sign of a name that is known
  for (const auto id : item.people)
    if (const auto* person = directory.people.find(id)) call_by_first_name(theirs, *person);
  if (!theirs.empty()) names.push_back(std::move(theirs));
  return join(names, ", ");
}

}  // namespace

std::vector<AskedLine> asked_lines(std::span<const PlanItem> items) {
  std::vector<AskedLine> lines;
  for (const auto state : {ItemState::done, ItemState::under_way})
    for (const auto& item : items)
      if (item.is_asked && item.state == state) lines.push_back({item.words, state == ItemState::done});
  return lines;
}

std::vector<TogetherLine> together_lines(std::span<const PlanItem> items, const Directory& directory) {
  std::vector<const PlanItem*> shown;
  for (const auto& item : items)
    if (item.state != ItemState::dropped && item.state != ItemState::carried_forward) shown.push_back(&item);
  std::ranges::stable_sort(shown, [](const PlanItem* a, const PlanItem* b) {
    if (!a->due_on || !b->due_on) return a->due_on.has_value() && !b->due_on.has_value();
    return *a->due_on < *b->due_on;
  });
  std::vector<TogetherLine> lines;
  lines.reserve(shown.size());
  for (const auto* item : shown)
    lines.push_back({month_of(item->due_on), item->words, owners_of(*item, directory)});
  return lines;
}

void read_plan(Scope& scope, const Directory& directory, const OrgUnitEntry& unit, SheetFacts& facts) {
  if (const auto plan = action_plans::of(scope, directory, unit.id, facts.academic_year))
    facts.asked = asked_lines(plan->items);
  if (const auto plan = action_plans::of(scope, directory, unit.id, facts.academic_year + 1))
    facts.together = together_lines(plan->items, directory);
}

}  // namespace rapport::headlines
