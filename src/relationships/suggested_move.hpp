// Which move the conversations, and plans that were reached, speak for, with its reason and evidence. The
// system suggests, a person decides. Pure rules (product.md, Levels); no SQL, no clock.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "interactions/directory.hpp"
#include "relationships/relationship.hpp"

namespace rapport {

struct ScaleUpPlan;

/// One conversation with a person, as far as the rules look at it. Only those that everybody in the library
/// may read count, so that a suggestion tells nobody of a restricted one.
struct Contact {
  Id<Interaction> id = {};
  Date happened_on = {};
  Id<InteractionKind> kind = {};
  bool is_two_way = true;
  Instant recorded_at = {};
};

/// What was written down before it took place, or is to: an appointment. `agreed_on` is the day of writing.
struct AgreedAhead {
  Id<Interaction> id = {};
  Date happened_on = {};
  Date agreed_on = {};
};
/// What may show that somebody plans ahead with us. A plan that is only under way is our own intention and
/// shows nothing of theirs.
struct PlanningFacts {
  std::vector<AgreedAhead> agreed = {};         ///< two-way, in any order; counted once each
  std::optional<Id<ScaleUpPlan>> reached = {};  ///< the plan reached last within two years
  std::optional<Date> reached_on = {};
};

/// What the rules look at. Evidence is the latest three of each.
struct ContactFacts {
  struct Counted {
    int count = 0;
    std::optional<Date> first_on = {};
    std::vector<Id<Interaction>> latest = {};
  };
  Counted two_way = {};       ///< within a year
  Counted delivered = {};     ///< outcomes in this academic year
  Counted designed = {};      ///< of the deepest kinds, within two years
  Counted agreed_ahead = {};  ///< appointments agreed four weeks ahead or more, of a year and to come
  std::optional<Id<ScaleUpPlan>> reached = {};
  std::optional<Date> reached_on = {};
  bool delivered_lately = false;  ///< an outcome in this or the last academic year
  std::optional<Date> last_two_way = {};
  std::optional<Id<Interaction>> last_two_way_id = {};
  Date known_since = {};  ///< conversations before that day were not looked at
};
/// `contacts` in any order, those from `known_since` on.
[[nodiscard]] ContactFacts facts_of(std::span<const Contact> contacts, const Vocabulary& vocabulary,
                                    const AcademicYears& years, Date today, Date known_since,
                                    const PlanningFacts& planning = {});
/// Only who works with us already can be found to plan ahead: nobody else's planning need be looked at.
[[nodiscard]] bool may_become_partner(const Standing& standing, const Scales& scales);

struct MoveSuggestion {
  int level = 0;  ///< in the current scale
  bool is_slipping = false;
  std::string reason = {};  ///< "Delivered two sessions together since August"
  std::vector<Id<Interaction>> evidence = {};
  std::optional<Id<ScaleUpPlan>> plan = {};  ///< one that was reached and speaks for it too

  friend bool operator==(const MoveSuggestion&, const MoveSuggestion&) = default;
};
/// The highest level that the facts speak for; else that somebody slips, comes back, or has come down. Rules
/// are written in the levels that every library starts with and follow a library's own by its mappings.
/// `scales` hold every version.
[[nodiscard]] std::optional<MoveSuggestion> suggestion_of(const ContactFacts& facts, const Standing& standing,
                                                          const Scales& scales, Date today,
                                                          const AcademicYears& years);

/// How far back the rules look: a year, and for those who work together already two.
[[nodiscard]] Date looked_back_to(const Standing& standing, const Scales& scales, Date today,
                                  const AcademicYears& years);

inline constexpr int days_agreed_ahead = 28;
inline constexpr int deepest_kind = 20;  ///< "had us embedded or co-designed"

}  // namespace rapport
