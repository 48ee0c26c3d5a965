// The front door of engagement: a person's card with the rows behind each part, a department as a
// distribution, and the rule that a library can change. Made from what is kept beside rhythms, which leaves
// out restricted conversations and one-way messages. Never an average of people, and no list in order of
// anybody's points.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "interactions/directory.hpp"
#include "relationships/engagement.hpp"
#include "scope/scope.hpp"

namespace rapport::engagement {

struct RuleChange {
  EngagementRule rule = {};
  std::string because = {};
  Id<Staff> made_by = {};
  Instant made_at = {};
};
/// The one in force.
[[nodiscard]] EngagementRule current_rule(Scope& scope);
/// Every change there was, newest first; empty where it is still the one of product.md.
[[nodiscard]] std::vector<RuleChange> rule_changes(Scope& scope);

struct PersonCard {
  const PersonEntry* person = nullptr;  ///< lives in the directory
  EngagementFacts facts = {};
  EngagementRule rule = {};
  std::optional<EngagementCard> card = {};  ///< nothing: not enough yet
};
/// `person` is one of `directory`. Cost: three look-ups by key.
[[nodiscard]] PersonCard of_person(Scope& scope, const Directory& directory, const PersonEntry& person);

/// The rows behind a card, as far as the viewer may read them.
struct ReachedPerson {
  const PersonEntry* person = nullptr;
  Id<Interaction> through = {};
};
struct ReachedModule {
  const TopicEntry* module = nullptr;
  Id<Interaction> through = {};
};
struct CardRows {
  std::vector<Interaction> conversations = {};  ///< those that count, of 24 months, newest first
  int not_shown = 0;                            ///< counted, and not the viewer's to read
  std::vector<ReachedPerson> people = {};
  std::vector<ReachedModule> modules = {};
};
[[nodiscard]] CardRows rows_of(Scope& scope, const Directory& directory, const PersonCard& card);

inline constexpr std::size_t bands = 5;  ///< of twenty points each; the last goes up to a hundred
/// "0 to 19" … "80 to 100"
[[nodiscard]] std::string_view band_words(std::size_t band);
[[nodiscard]] std::size_t band_of(double total);
/// With fewer cards than these no distribution is shown.
inline constexpr int cards_min = 5;

/// A department, or several.
struct Distribution {
  int people = 0;                    ///< in post
  int in_touch = 0;                  ///< of those, at level 2 or above
  int cards = 0;                     ///< with enough conversations
  std::array<int, bands> by_band{};  ///< of those
  int contacts = 0;                  ///< two-way, in twelve months, with all of them
  int contacts_of_busiest = 0;       ///< of those, with the busiest tenth
  int busiest = 0;                   ///< how many people that tenth is

  [[nodiscard]] bool is_shown() const { return cards >= cards_min; }
  /// People at level 2 or above / people in post, in per cent; nothing where nobody is in post.
  [[nodiscard]] std::optional<int> coverage() const;
  /// 1 − the share of the busiest tenth of people in all contacts, in per cent; nothing where there were
  /// none.
  [[nodiscard]] std::optional<int> breadth() const;

  friend bool operator==(const Distribution&, const Distribution&) = default;
};
[[nodiscard]] Distribution distribution_of(std::span<const PersonCard> cards, int in_touch);

struct UnitEngagement {
  std::vector<PersonCard> people = {};  ///< in post, in name order
  Distribution distribution = {};
};
/// Everybody who is here with their main post in one of these. Cost: one walk of an index a unit.
[[nodiscard]] UnitEngagement of_units(Scope& scope, const Directory& directory,
                                      std::span<const Id<OrgUnit>> units);

/// Who would stand otherwise: counts by band before and after, and how many move to another band.
struct Preview {
  Distribution before = {};
  Distribution after = {};
  int moved = 0;                               ///< people whose band would be another one
  int up = 0;                                  ///< of those
  std::vector<const PersonEntry*> names = {};  ///< of those who move, in name order, at most fifty
};
/// Refusals as `change_rule`, but for the reason. Reads everybody.
[[nodiscard]] Result<Preview> preview(Scope& scope, const Directory& directory, const EngagementRule& rule);
/// Invalid: faults_of, no reason. Conflict where somebody changed it since `rule.version`. Leaders and
/// administrators.
[[nodiscard]] Result<EngagementRule> change_rule(Scope& scope, const EngagementRule& rule,
                                                 std::string_view because);

}  // namespace rapport::engagement
