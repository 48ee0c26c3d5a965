// The five parts and their words.
#include "relationships/engagement.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <numeric>

#include "base/text.hpp"
#include "relationships/quiet_rule.hpp"

namespace rapport {
namespace {

constexpr int year_months = 12;

double recency_share(const EngagementFacts& facts, const EngagementRule& rule) {
  if (!facts.since) return 0;
  return std::exp2(-static_cast<double>(*facts.since) / 100 / rule.recency_half_days);
}

double rhythm_share(const EngagementFacts& facts, const EngagementRule& rule) {
  return std::min(1.0, static_cast<double>(facts.months) / rule.rhythm_months);
}

double two_way_share(const EngagementFacts& facts) {
  return std::min(1.0, 2.0 * (facts.begun_by_them + 1) / (facts.contacts + 2));
}

/// Of kinds' twenty: what is a year old counts half.
double depth_of(const EngagementFacts& facts) {
  return std::max(static_cast<double>(facts.deepest), facts.deepest_before / 2.0);
}

int reached(const EngagementFacts& facts) {
  return facts.people_reached + facts.modules_reached;
}

double reach_share(const EngagementFacts& facts, const EngagementRule& rule) {
  return std::min(1.0, static_cast<double>(reached(facts)) / rule.reach_full);
}

double share_of(EngagementPart part, const EngagementFacts& facts, const EngagementRule& rule) {
  switch (part) {
    case EngagementPart::recency:
      return recency_share(facts, rule);
    case EngagementPart::rhythm:
      return rhythm_share(facts, rule);
    case EngagementPart::two_way:
      return two_way_share(facts);
    case EngagementPart::depth:
      return depth_of(facts) / kind_depth_max;
    case EngagementPart::reach:
      return reach_share(facts, rule);
  }
  return 0;
}

std::string conversations_words(int count) {
  return count_words(count, "conversation", "conversations");
}

std::string recency_words(const EngagementFacts& facts, const EngagementRule& rule) {
  if (!facts.since) return "no two-way conversation yet";
  return "2^(−" + term_days_words(*facts.since) + " / " + std::to_string(rule.recency_half_days) +
         "): the last two-way conversation was " + term_days_words(*facts.since) + " term days ago";
}

std::string rhythm_part_words(const EngagementFacts& facts, const EngagementRule& rule) {
  return "min(1, " + std::to_string(facts.months) + " / " + std::to_string(rule.rhythm_months) +
         "): two-way conversations in " + count_words(facts.months, "month", "months") +
         " of the last twelve";
}

std::string two_way_words(const EngagementFacts& facts) {
  return "min(1, 2 × (" + std::to_string(facts.begun_by_them) + " + 1) / (" + std::to_string(facts.contacts) +
         " + 2)): they began " + std::to_string(facts.begun_by_them) + " of " +
         conversations_words(facts.contacts) + " in twelve months";
}

std::string depth_words(const EngagementFacts& facts) {
  const bool is_older = facts.deepest_before / 2.0 > facts.deepest;
  if (is_older)
    return std::to_string(facts.deepest_before) +
           " / 2 / 20: the deepest kind, 12 to 24 months ago, counts half";
  return std::to_string(facts.deepest) + " / 20: the deepest kind of the last twelve months";
}

std::string reach_words(const EngagementFacts& facts, const EngagementRule& rule) {
  return "min(1, " + std::to_string(reached(facts)) + " / " + std::to_string(rule.reach_full) +
         "): " + count_words(facts.people_reached, "other person", "other people") + " and " +
         count_words(facts.modules_reached, "module", "modules") + " reached through bumps";
}

}  // namespace

std::string_view words(EngagementPart part) {
  static constexpr std::array<std::string_view, engagement_parts> all{"Recency", "Rhythm", "Two-way", "Depth",
                                                                      "Reach"};
  return all[static_cast<std::size_t>(part)];
}

std::string_view code(EngagementPart part) {
  static constexpr std::array<std::string_view, engagement_parts> all{"recency", "rhythm", "two_way", "depth",
                                                                      "reach"};
  return all[static_cast<std::size_t>(part)];
}

std::vector<Fault> faults_of(const EngagementRule& rule) {
  std::vector<Fault> faults;
  for (std::size_t i = 0; i < engagement_parts; ++i)
    if (rule.weights[i] < 0 || rule.weights[i] > 100)
      faults.push_back({std::string(code(static_cast<EngagementPart>(i))), "Give a weight from 0 to 100."});
  const int sum = std::accumulate(rule.weights.begin(), rule.weights.end(), 0);
  if (faults.empty() && sum != 100)
    faults.push_back(
        {"recency", "The five weights add up to " + std::to_string(sum) + ". Make it a hundred."});
  if (rule.recency_half_days < 5 || rule.recency_half_days > 1000)
    faults.push_back({"recency_half_days", "Choose from 5 to 1,000 term days."});
  if (rule.rhythm_months < 1 || rule.rhythm_months > year_months)
    faults.push_back({"rhythm_months", "Choose from 1 to 12 months."});
  if (rule.reach_full < 1 || rule.reach_full > 100)
    faults.push_back({"reach_full", "Choose from 1 to 100 people and modules."});
  return faults;
}

Date first_of_months(Date today, int months) {
  return today.plus_months(-months).plus_days(1);
}

int month_back(Date day, Date today) {
  int back = 0;
  while (day < first_of_months(today, back + 1)) ++back;
  return back;
}

std::string recent_text(std::span<const ContactDay> days) {
  std::string text;
  for (const auto& day : days)
    text.append(text.empty() ? "" : ",")
        .append(std::to_string(day.on.days()))
        .append(":")
        .append(std::to_string(day.contacts))
        .append(":")
        .append(std::to_string(day.begun_by_them))
        .append(":")
        .append(std::to_string(day.deepest));
  return text;
}

std::vector<ContactDay> contact_days_of(std::string_view recent) {
  std::vector<ContactDay> days;
  const char* at = recent.data();
  const char* const end = recent.data() + recent.size();
  while (at < end) {
    std::array<int, 4> numbers{};
    for (auto& number : numbers) {
      const auto read = std::from_chars(at, end, number);
      if (read.ec != std::errc()) return days;
      at = read.ptr == end ? end : read.ptr + 1;
    }
    days.push_back({Date::from_days(numbers[0]), numbers[1], numbers[2], numbers[3]});
  }
  return days;
}

EngagementFacts facts_of(std::span<const ContactDay> days, Date today, const DayWeights& weights) {
  EngagementFacts facts;
  const auto first = first_of_months(today, card_months);
  const auto year = first_of_months(today, year_months);
  unsigned months = 0;
  for (const auto& day : days) {
    if (day.on < first || day.on > today) continue;
    facts.conversations += day.contacts;
    if (!facts.last_on || *facts.last_on < day.on) facts.last_on = day.on;
    if (day.on < year) {
      facts.deepest_before = std::max(facts.deepest_before, day.deepest);
      continue;
    }
    facts.contacts += day.contacts;
    facts.begun_by_them += day.begun_by_them;
    facts.deepest = std::max(facts.deepest, day.deepest);
    months |= 1U << month_back(day.on, today);
  }
  facts.months = std::popcount(months);
  if (facts.last_on) facts.since = weights.hundredths(*facts.last_on, today);
  return facts;
}

double EngagementCard::total() const {
  return std::accumulate(points.begin(), points.end(), 0.0);
}

double points_of(EngagementPart part, const EngagementFacts& facts, const EngagementRule& rule) {
  return rule.weight(part) * share_of(part, facts, rule);
}

std::optional<EngagementCard> card_of(const EngagementFacts& facts, const EngagementRule& rule) {
  if (facts.conversations < conversations_min) return std::nullopt;
  EngagementCard card;
  for (std::size_t i = 0; i < engagement_parts; ++i)
    card.points[i] = points_of(static_cast<EngagementPart>(i), facts, rule);
  return card;
}

std::string points_words(double points) {
  return term_days_words(std::llround(points * 100));
}

std::string formula_words(EngagementPart part, const EngagementFacts& facts, const EngagementRule& rule) {
  const auto own = [&]() -> std::string {
    switch (part) {
      case EngagementPart::recency:
        return recency_words(facts, rule);
      case EngagementPart::rhythm:
        return rhythm_part_words(facts, rule);
      case EngagementPart::two_way:
        return two_way_words(facts);
      case EngagementPart::depth:
        return depth_words(facts);
      case EngagementPart::reach:
        return reach_words(facts, rule);
    }
    return {};
  }();
  return std::to_string(rule.weight(part)) + " × " + own;
}

std::string meaning_words(EngagementPart part, const EngagementRule& rule) {
  const auto half = std::to_string(rule.recency_half_days);
  switch (part) {
    case EngagementPart::recency:
      return "How long ago we last spoke, in term days; half is left after " + half + ".";
    case EngagementPart::rhythm:
      return "In how many of the last twelve months we spoke; " +
             count_words(rule.rhythm_months, "is", "are") + " enough for all of it.";
    case EngagementPart::two_way:
      return "How much of it they begin: half of the conversations is enough for all of it.";
    case EngagementPart::depth:
      return "The deepest kind of conversation in the last twelve months; a year older counts half.";
    case EngagementPart::reach:
      return "Other people and modules reached through accepted bumps from conversations with them; " +
             count_words(rule.reach_full, "is", "are") + " enough for all of it.";
  }
  return {};
}

}  // namespace rapport
