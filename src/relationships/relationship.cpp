// The rules of moving a relationship.
#include "relationships/relationship.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "base/text.hpp"

namespace rapport {
namespace {

struct AreaWords {
  ServiceArea area;
  std::string_view code;
  std::string_view words;
};
constexpr std::array areas = {AreaWords{ServiceArea::overall, "", "Overall"},
                              AreaWords{ServiceArea::teaching, "teaching", "Teaching"},
                              AreaWords{ServiceArea::research, "research", "Research"},
                              AreaWords{ServiceArea::collections, "collections", "Collections"}};

void check_level(std::vector<Fault>& faults, const MoveDraft& draft, const Scale& scale,
                 const Standing& standing) {
  if (!scale.has(draft.level)) {
    faults.push_back({"level", "Choose one of the levels."});
    return;
  }
  if (draft.level == 0 && draft.is_slipping)
    faults.push_back({"level", "Only a relationship with somebody we have met can be slipping."});
  if (draft.level == standing.level() && draft.is_slipping == standing.is_slipping())
    faults.push_back({"level", "That is where it stands already. Choose another level."});
}

void check_reason(std::vector<Fault>& faults, const MoveDraft& draft) {
  if (draft.reason.empty())
    faults.push_back({"reason", "Say in a few words what changed."});
  else if (character_count(draft.reason) > reason_characters_max)
    faults.push_back({"reason", "What changed is at most 300 characters long."});
}

void check_day(std::vector<Fault>& faults, const MoveDraft& draft, const Standing& standing, Date today) {
  const auto on = draft.happened_on.value_or(today);
  if (on > today)
    faults.push_back({"happened_on", "That day has not come yet."});
  else if (standing.relationship && on < standing.relationship->moved_on)
    faults.push_back({"happened_on", "That is before the last move, on " +
                                         long_words(standing.relationship->moved_on, today) + "."});
}

}  // namespace

std::string_view code(ServiceArea area) {
  return areas[static_cast<std::size_t>(area)].code;
}

std::string_view words(ServiceArea area) {
  return areas[static_cast<std::size_t>(area)].words;
}

std::optional<ServiceArea> service_area_of(std::string_view code) {
  const auto found = std::ranges::find(areas, code, &AreaWords::code);
  return found == areas.end() ? std::nullopt : std::optional(found->area);
}

std::vector<Fault> faults_of(const MoveDraft& draft, const Scale& scale, const Standing& standing,
                             Date today) {
  std::vector<Fault> faults;
  check_level(faults, draft, scale, standing);
  check_reason(faults, draft);
  check_day(faults, draft, standing, today);
  if (draft.evidence.size() > evidence_max)
    faults.push_back({"evidence", "Choose at most 12 conversations."});
  return faults;
}

Standing standing_of(std::span<const Relationship> records) {
  Standing standing;
  for (const auto& record : records) {
    standing.version += record.version;
    const bool is_later =
        !standing.relationship || std::pair(record.moved_at, record.id) >
                                      std::pair(standing.relationship->moved_at, standing.relationship->id);
    if (is_later) standing.relationship = record;
  }
  return standing;
}

Moved moved_by(const MoveDraft& draft, const Standing& standing, const Scale& scale, Date today) {
  const auto on = draft.happened_on.value_or(today);
  const bool keeps_level = standing.relationship && standing.level() == draft.level;
  return {.relationship = {.with = draft.with,
                           .area = draft.area,
                           .level = draft.level,
                           .is_slipping = draft.is_slipping,
                           .since = keeps_level ? standing.relationship->since : on,
                           .moved_on = on},
          .event = {.happened_on = on,
                    .scale_version = scale.version,
                    .from_level = standing.level(),
                    .to_level = draft.level,
                    .was_slipping = standing.is_slipping(),
                    .is_slipping = draft.is_slipping,
                    .reason = draft.reason}};
}

std::string move_words(const LevelEvent& event, const Scales& scales) {
  const auto& from = scales.name(event.scale_version, event.from_level);
  const auto& to = scales.name(event.scale_version, event.to_level);
  auto said = event.from_level == event.to_level ? to : from + " → " + to;
  if (event.is_slipping) said += ", slipping";
  if (event.was_slipping && event.from_level == event.to_level) said += ", no longer slipping";
  return said;
}

}  // namespace rapport
