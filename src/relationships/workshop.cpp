// Whom a workshop suggests, and how a pick is written in an address.
#include "relationships/workshop.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "base/text.hpp"
#include "ui/route_id.hpp"

namespace rapport {
namespace {

constexpr std::string_view of_people = "people";
constexpr std::string_view of_departments = "departments";

/// In the order of turns.
enum class Reason { quiet, may_have_moved, no_plan, department, none };
constexpr std::size_t reasons = 4;

Reason reason_of(const WorkshopFacts& facts) {
  if (std::holds_alternative<Id<OrgUnit>>(facts.with)) return Reason::department;
  if (facts.level == 0) return Reason::none;
  if (!facts.quiet_words.empty() || facts.is_slipping) return Reason::quiet;
  if (!facts.move_words.empty()) return Reason::may_have_moved;
  return Reason::no_plan;
}

std::string words_of(const WorkshopFacts& facts) {
  switch (reason_of(facts)) {
    case Reason::quiet:
      return facts.quiet_words.empty() ? "Slipping at " + facts.level_name : facts.quiet_words;
    case Reason::may_have_moved:
      return facts.move_words;
    case Reason::department:
      return "The department as a whole has no plan";
    case Reason::no_plan:
    case Reason::none:
      break;
  }
  return facts.level_name + ", and no plan yet";
}

bool comes_first(const WorkshopFacts& one, const WorkshopFacts& other) {
  if (one.last_on != other.last_on) return one.last_on > other.last_on;
  return std::tie(one.sort_key, one.with) < std::tie(other.sort_key, other.with);
}

}  // namespace

std::string token_of(const WorkshopPick& pick, const Directory& directory) {
  auto token = std::to_string(pick.staff.value) + ".";
  if (const auto* person = std::get_if<Id<Person>>(&pick.with))
    return token.append(of_people).append(".").append(directory.people.find(*person)->slug);
  return token.append(of_departments)
      .append(".")
      .append(directory.org.find(std::get<Id<OrgUnit>>(pick.with))->slug);
}

std::optional<WorkshopPick> workshop_pick_of(std::string_view token, const Directory& directory) {
  const auto first = token.find('.');
  const auto second = first == token.npos ? token.npos : token.find('.', first + 1);
  if (second == token.npos) return std::nullopt;
  const auto* member = directory.staff.find(ui::id_of<Staff>(token.substr(0, first)));
  if (member == nullptr || !takes_part(*member)) return std::nullopt;
  const auto kind = token.substr(first + 1, second - first - 1);
  const auto slug = token.substr(second + 1);
  const auto* person = kind == of_people ? directory.people.find_slug(slug) : nullptr;
  if (person != nullptr) return WorkshopPick{member->id, person->id};
  const auto* unit = kind == of_departments ? directory.org.find_slug(slug) : nullptr;
  if (unit != nullptr) return WorkshopPick{member->id, unit->id};
  return std::nullopt;
}

std::string field_prefix(RelationshipWith with) {
  if (const auto* person = std::get_if<Id<Person>>(&with)) return "p" + std::to_string(person->value) + "-";
  return "d" + std::to_string(std::get<Id<OrgUnit>>(with).value) + "-";
}

bool takes_part(const StaffEntry& member) {
  return member.is_active && member.role != Role::director;
}

std::vector<WorkshopSuggestion> workshop_suggestions(std::vector<WorkshopFacts> facts) {
  std::ranges::sort(facts, comes_first);
  std::array<std::vector<WorkshopSuggestion>, reasons> groups;
  for (const auto& one : facts)
    if (const auto reason = reason_of(one); reason != Reason::none)
      groups[static_cast<std::size_t>(reason)].push_back({one.with, words_of(one)});
  std::vector<WorkshopSuggestion> chosen;
  for (std::size_t turn = 0; chosen.size() < workshop_suggestions_max; ++turn) {
    const auto before = chosen.size();
    for (auto& group : groups)
      if (turn < group.size() && chosen.size() < workshop_suggestions_max)
        chosen.push_back(std::move(group[turn]));
    if (chosen.size() == before) break;
  }
  return chosen;
}

std::string_view workshop_rule_words() {
  return "Suggested in turn: somebody who has gone quiet or is slipping, somebody whose conversations speak "
         "for the "
         "next level, somebody without a plan, and the department itself. Whom we spoke to last comes first.";
}

}  // namespace rapport
