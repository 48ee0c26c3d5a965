// The rules of hand-overs.
#include "relationships/hand_over.hpp"

#include <algorithm>
#include <tuple>

#include "base/text.hpp"

namespace rapport {
namespace {

constexpr int conversations_min = 3;
constexpr int level_min = 2;
constexpr int year_days = 365;

bool is_worth_it(const Acquainted& one, Date today) {
  if (one.known_to_successor_on && today - *one.known_to_successor_on <= year_days) return false;
  return !one.champion.empty() || one.has_promise || one.has_plan || one.level >= level_min ||
         one.conversations >= conversations_min;
}

/// Days stand in full, for the words are kept.
std::string reason_of(const Acquainted& one, Date today) {
  std::vector<std::string> parts;
  if (!one.champion.empty()) parts.push_back(one.champion);
  if (one.has_promise) parts.push_back("A promise moves");
  if (one.has_plan) parts.push_back("A plan is under way");
  if (one.level > 0) parts.push_back(one.level_name);
  parts.push_back(
      "Spoke " +
      (one.conversations == 1 ? std::string("once") : std::to_string(one.conversations) + " times") +
      (one.last_on > today ? ", the next on " : ", last on ") + short_words(one.last_on, today));
  if (one.known_to_successor_on)
    parts.push_back("Has not spoken with the new colleague since " +
                    short_words(*one.known_to_successor_on, today));
  return join(parts, ". ") + ".";
}

void add_day_faults(std::vector<Fault>& faults, const HandOverDraft& draft, Date today) {
  if (!draft.from_on) {
    faults.push_back({"from_on", "Say from which day."});
    return;
  }
  if (today - *draft.from_on > hand_over_days_back_max)
    faults.push_back({"from_on", "A hand-over is at most a year back."});
  if (*draft.from_on - today > hand_over_days_ahead_max)
    faults.push_back({"from_on", "A hand-over is at most two years ahead."});
  if (!draft.until_on) return;
  if (*draft.until_on < *draft.from_on)
    faults.push_back({"until_on", "This is before it begins."});
  else if (*draft.until_on < today)
    faults.push_back({"until_on", "Cover that is over need not be handed over."});
}

}  // namespace

std::vector<Fault> faults_of(const HandOverDraft& draft, const HandOverOffer& offer, Date today) {
  std::vector<Fault> faults;
  add_day_faults(faults, draft, today);
  const bool moves = std::ranges::any_of(draft.promises, &PromiseChoice::is_to_move);
  if (draft.units.empty() && !moves)
    faults.push_back({"units", "Choose at least one department, or a promise that moves."});
  for (const auto unit : draft.units)
    if (std::ranges::count(offer.parts, unit, &staff::PortfolioEntry::unit) == 0) {
      faults.push_back({"units", "One of these departments is not looked after by that colleague."});
      break;
    }
  const auto has_choice = [&](const Promise& promise) {
    return std::ranges::count(draft.promises, promise.id, &PromiseChoice::promise) == 1;
  };
  if (!std::ranges::all_of(offer.promises, has_choice))
    faults.push_back({"promises", "Say of each promise whether it moves or stays."});
  const auto reason = tidy_line(draft.reason);
  if (reason.empty()) faults.push_back({"reason", "Say why in a few words."});
  if (character_count(reason) > hand_over_reason_characters_max)
    faults.push_back({"reason", "A reason is at most 300 characters long."});
  return faults;
}

std::vector<HandOverIntroduction> introductions_of(std::vector<Acquainted> people, Date today) {
  std::erase_if(people, [&](const Acquainted& one) { return !is_worth_it(one, today); });
  std::ranges::sort(people, {}, [](const Acquainted& one) {
    return std::tuple(one.champion.empty(), !one.has_promise, !one.has_plan, -one.level, -one.last_on.days(),
                      one.sort_key, one.person.value);
  });
  if (people.size() > introductions_max) people.resize(introductions_max);
  std::vector<HandOverIntroduction> list;
  list.reserve(people.size());
  for (const auto& one : people)
    list.push_back({.person = one.person,
                    .position = static_cast<int>(list.size()) + 1,
                    .reason = reason_of(one, today)});
  return list;
}

std::string_view introduction_rule_words() {
  return "Champions first, then those whom a promise moves with, then those with a plan under way, then by "
         "level, then those spoken with last. Left out: whom the new colleague has spoken with in the last "
         "year, and whom the other knows too little to introduce. At most twenty. Restricted conversations "
         "count for nobody.";
}

}  // namespace rapport
