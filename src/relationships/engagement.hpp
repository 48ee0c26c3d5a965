// The engagement card of a person: five parts from what was recorded, each with its formula in words
// (product.md, Engagement card). Plain data and pure functions; no SQL, no clock. A card is never compared
// with anybody's.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "interactions/interaction.hpp"
#include "relationships/rhythm.hpp"

namespace rapport {

enum class EngagementPart { recency, rhythm, two_way, depth, reach };
inline constexpr std::size_t engagement_parts = 5;
[[nodiscard]] std::string_view words(EngagementPart part);  ///< "Recency", "Two-way" …
[[nodiscard]] std::string_view code(EngagementPart part);   ///< recency, rhythm, two_way, depth, reach

/// What a library can change. The weights of all parts add up to a hundred.
struct EngagementRule {
  int version = 0;  ///< 0 for the one of product.md
  std::array<int, engagement_parts> weights{20, 20, 20, 20, 20};
  int recency_half_days = 120;  ///< term-weighted days until half is left
  int rhythm_months = 6;        ///< months with contact, of twelve, for all of it
  int reach_full = 5;           ///< people and modules reached for all of it

  [[nodiscard]] int weight(EngagementPart part) const { return weights[static_cast<std::size_t>(part)]; }
  friend bool operator==(const EngagementRule&, const EngagementRule&) = default;
};
/// Field names: recency, rhythm, two_way, depth, reach, recency_half_days, rhythm_months, reach_full.
[[nodiscard]] std::vector<Fault> faults_of(const EngagementRule& rule);

inline constexpr int conversations_min = 3;  ///< two-way, in 24 months: below that there is no card
inline constexpr int kind_depth_max = 20;

inline constexpr int card_months = 24;

/// A day with two-way conversations that are not restricted.
struct ContactDay {
  Date on = {};
  int contacts = 0;
  int begun_by_them = 0;
  int deepest = 0;  ///< kind, 0 to 20

  friend bool operator==(const ContactDay&, const ContactDay&) = default;
};
/// "20765:2:1:12,20790:1:0:4": as they are kept beside somebody's rhythm. What cannot be read is passed over.
[[nodiscard]] std::string recent_text(std::span<const ContactDay> days);
[[nodiscard]] std::vector<ContactDay> contact_days_of(std::string_view recent);

/// What the five parts are made from.
struct EngagementFacts {
  int conversations = 0;                   ///< two-way, in 24 months
  std::optional<std::int64_t> since = {};  ///< the last one, in hundredths of a term-weighted day
  std::optional<Date> last_on = {};
  int months = 0;          ///< of the twelve that end today, those with contact
  int contacts = 0;        ///< in 12 months
  int begun_by_them = 0;   ///< of those
  int deepest = 0;         ///< in 12 months
  int deepest_before = 0;  ///< 12 to 24 months ago
  int people_reached = 0;
  int modules_reached = 0;

  friend bool operator==(const EngagementFacts&, const EngagementFacts&) = default;
};
/// The first day of the last twelve, or twenty-four, months that end with `today`.
[[nodiscard]] Date first_of_months(Date today, int months);
/// Which of the months that end today the day lies in: 0 for the one that ends today, 11 for the first of a
/// year.
[[nodiscard]] int month_back(Date day, Date today);
/// Days of one person, in any order, each once; those older than 24 months and those to come are passed over.
/// Reach is left at nothing.
[[nodiscard]] EngagementFacts facts_of(std::span<const ContactDay> days, Date today,
                                       const DayWeights& weights);

struct EngagementCard {
  std::array<double, engagement_parts> points{};

  [[nodiscard]] double of(EngagementPart part) const { return points[static_cast<std::size_t>(part)]; }
  [[nodiscard]] double total() const;
};
/// Nothing below three two-way conversations in 24 months: not enough yet.
[[nodiscard]] std::optional<EngagementCard> card_of(const EngagementFacts& facts, const EngagementRule& rule);

/// One part of it, whether there is a card or not.
[[nodiscard]] double points_of(EngagementPart part, const EngagementFacts& facts, const EngagementRule& rule);
/// "20 × 2^(−31.5 / 120) = 16.7: the last two-way conversation was 31.5 term days ago"
[[nodiscard]] std::string formula_words(EngagementPart part, const EngagementFacts& facts,
                                        const EngagementRule& rule);
/// What the part counts, without figures.
[[nodiscard]] std::string meaning_words(EngagementPart part, const EngagementRule& rule);
/// "16.7", "20"
[[nodiscard]] std::string points_words(double points);

}  // namespace rapport
