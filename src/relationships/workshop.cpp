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
constexpr std::size_t token_parts_min = 3;  // colleague, kind, slug; a service area may follow
constexpr std::size_t token_parts_max = 4;

/// Between dots; what has more parts than a pick has none.
std::vector<std::string_view> parts_of(std::string_view token) {
  std::vector<std::string_view> parts;
  while (parts.size() < token_parts_max) {
    const auto dot = token.find('.');
    parts.push_back(token.substr(0, dot));
    if (dot == token.npos) return parts;
    token.remove_prefix(dot + 1);
  }
  return {};
}

std::optional<RelationshipWith> partner_of(std::string_view kind, std::string_view slug,
                                           const Directory& directory) {
  const auto* person = kind == of_people ? directory.people.find_slug(slug) : nullptr;
  if (person != nullptr) return person->id;
  const auto* unit = kind == of_departments ? directory.org.find_slug(slug) : nullptr;
  if (unit != nullptr) return unit->id;
  return std::nullopt;
}

/// The whole is said by saying nothing, so that a pick is written in one way.
std::optional<ServiceArea> area_of(std::string_view code) {
  return code.empty() ? std::nullopt : service_area_of(code);
}

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

bool is_same_plan(const WorkshopPick& one, const WorkshopPick& other) {
  return one.with == other.with && one.area == other.area;
}

std::string token_of(const WorkshopPick& pick, const Directory& directory) {
  auto token = std::to_string(pick.staff.value) + ".";
  if (const auto* person = std::get_if<Id<Person>>(&pick.with))
    token.append(of_people).append(".").append(directory.people.find(*person)->slug);
  else
    token.append(of_departments)
        .append(".")
        .append(directory.org.find(std::get<Id<OrgUnit>>(pick.with))->slug);
  if (pick.area != ServiceArea::overall) token.append(".").append(code(pick.area));
  return token;
}

std::optional<WorkshopPick> workshop_pick_of(std::string_view token, const Directory& directory) {
  const auto parts = parts_of(token);
  if (parts.size() < token_parts_min) return std::nullopt;
  const auto* member = directory.staff.find(ui::id_of<Staff>(parts[0]));
  if (member == nullptr || !takes_part(*member)) return std::nullopt;
  const auto with = partner_of(parts[1], parts[2], directory);
  const auto area = parts.size() == token_parts_min ? std::optional(ServiceArea::overall) : area_of(parts[3]);
  if (!with || !area) return std::nullopt;
  return WorkshopPick{member->id, *with, *area};
}

std::string field_prefix(const WorkshopPick& pick) {
  const auto* person = std::get_if<Id<Person>>(&pick.with);
  auto prefix = person != nullptr ? "p" + std::to_string(person->value)
                                  : "d" + std::to_string(std::get<Id<OrgUnit>>(pick.with).value);
  if (pick.area != ServiceArea::overall) prefix.append("-").append(code(pick.area));
  return prefix + "-";
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
