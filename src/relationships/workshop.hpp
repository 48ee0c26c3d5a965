// A workshop: colleagues around one screen, one relationship each, a plan for each in ten minutes. Whom to
// suggest to whom. Plain data and pure rules; no SQL, no HTTP, no clock. What is written becomes ordinary
// plans.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "interactions/directory.hpp"
#include "relationships/relationship.hpp"

namespace rapport {

inline constexpr std::size_t workshop_panels_max = 12;
inline constexpr std::size_t workshop_suggestions_max = 4;
inline constexpr int workshop_minutes_usual = 10;
inline constexpr int workshop_minutes[] = {5, 10, 15, 20};

/// Who plans for which relationship, as a whole or for one service area.
struct WorkshopPick {
  Id<Staff> staff = {};
  RelationshipWith with = {};
  ServiceArea area = ServiceArea::overall;

  friend bool operator==(const WorkshopPick&, const WorkshopPick&) = default;
};
/// One plan at a time: the same relationship for the same service area, whoever chose it.
[[nodiscard]] bool is_same_plan(const WorkshopPick& one, const WorkshopPick& other);
/// "12.people.jane-smith-4f2", and "12.people.jane-smith-4f2.teaching" for a service area: as an address
/// carries it. The colleague and the person or department are in the directory.
[[nodiscard]] std::string token_of(const WorkshopPick& pick, const Directory& directory);
/// Nothing where it names nobody, no service area that there is, or a colleague who does not log. A merged
/// person is who they became.
[[nodiscard]] std::optional<WorkshopPick> workshop_pick_of(std::string_view token,
                                                           const Directory& directory);
/// "p34-", "p34-teaching-": before the names of the fields of its panel.
[[nodiscard]] std::string field_prefix(const WorkshopPick& pick);
/// Active, and no director.
[[nodiscard]] bool takes_part(const StaffEntry& member);

/// What the rule looks at of somebody without an active plan.
struct WorkshopFacts {
  RelationshipWith with = {};
  std::string sort_key = {};
  std::optional<Date> last_on = {};
  int level = 0;
  std::string level_name = {};
  std::string quiet_words = {};  ///< "Monthly until August, 11 weeks now"; empty where they are in touch
  std::string move_words =
      {};  ///< "Working together? Two sessions since August"; empty where nothing speaks for a move
  bool is_slipping = false;
};
struct WorkshopSuggestion {
  RelationshipWith with = {};
  std::string reason = {};

  friend bool operator==(const WorkshopSuggestion&, const WorkshopSuggestion&) = default;
};
/// At most workshop_suggestions_max, taking turns between those who have gone quiet or are slipping, those
/// who may have moved up, those in touch or further of whom nothing is planned, and departments; in each,
/// whom we spoke to last comes first. Those not yet met are nobody's suggestion. No order of merit: it is
/// about where a plan helps.
[[nodiscard]] std::vector<WorkshopSuggestion> workshop_suggestions(std::vector<WorkshopFacts> facts);
[[nodiscard]] std::string_view workshop_rule_words();

}  // namespace rapport
