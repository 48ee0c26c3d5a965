// The rules of being a champion.
#include "relationships/champion.hpp"

#include "base/text.hpp"

namespace rapport {
namespace {

constexpr std::array<std::string_view, 5> state_codes{"nominated", "told", "agreed", "declined", "ended"};

struct ActWords {
  std::string_view code;
  std::string_view words;
};
constexpr std::array<ActWords, champion_acts.size()> acts{{{"nominated", "Nominated"},
                                                           {"told", "Told"},
                                                           {"agreed", "Agreed"},
                                                           {"renewed", "Renewed for two years"},
                                                           {"stays", "Still, in another post"},
                                                           {"declined", "Declined"},
                                                           {"ended", "Ended"}}};
constexpr int earliest_year = 1950;

std::optional<std::string> day_fault(std::optional<Date> day, std::optional<Date> not_before, Date today) {
  if (!day) return "Say on which day. Write it as 2026-11-12.";
  if (*day > today) return "That day has not come yet.";
  if (day->year() < earliest_year) return "That day is too long ago.";
  if (not_before && *day < *not_before)
    return "What was said before happened on " + short_words(*not_before, today) + ". This came later.";
  return std::nullopt;
}

std::optional<std::string> words_fault(std::string_view typed, bool is_needed) {
  const auto kept = tidy(typed);
  if (kept.empty() && is_needed) return "Say why in a few words.";
  if (character_count(kept) > champion_words_max) return "At most 500 characters.";
  return std::nullopt;
}

}  // namespace

std::string_view code(ChampionState state) {
  return state_codes[static_cast<std::size_t>(state)];
}

std::optional<ChampionState> champion_state_of(std::string_view text) {
  for (std::size_t i = 0; i < state_codes.size(); ++i)
    if (state_codes[i] == text) return static_cast<ChampionState>(i);
  return std::nullopt;
}

std::string_view code(ChampionAct act) {
  return acts[static_cast<std::size_t>(act)].code;
}

std::string_view words(ChampionAct act) {
  return acts[static_cast<std::size_t>(act)].words;
}

std::optional<ChampionAct> champion_act_of(std::string_view text) {
  for (const auto act : champion_acts)
    if (code(act) == text) return act;
  return std::nullopt;
}

bool Champion::is_open() const {
  return state != ChampionState::declined && state != ChampionState::ended;
}

bool Champion::is_champion(Date today) const {
  return state == ChampionState::agreed && today < expires_on.value_or(today);
}

bool Champion::is_expired(Date today) const {
  return state == ChampionState::agreed && !is_champion(today);
}

bool Champion::is_to_renew(Date today) const {
  return state == ChampionState::agreed && expires_on && *expires_on - today <= expiring_days;
}

std::string state_words(const Champion& champion, Date today) {
  switch (champion.state) {
    case ChampionState::nominated:
      return "Nominated on " + short_words(champion.state_on, today);
    case ChampionState::told:
      return "Told on " + short_words(champion.state_on, today);
    case ChampionState::agreed:
      return champion.is_champion(today) ? "Champion since " + short_words(*champion.agreed_on, today)
                                         : "Champion until " + short_words(*champion.expires_on, today);
    case ChampionState::declined:
      return "Declined on " + short_words(champion.state_on, today);
    case ChampionState::ended:
      break;
  }
  return "Ended on " + short_words(champion.state_on, today);
}

bool needs_words(ChampionAct act) {
  return act != ChampionAct::told && act != ChampionAct::agreed;
}

bool can_follow(const Champion& champion, ChampionAct act) {
  switch (act) {
    case ChampionAct::nominated:
      return false;
    case ChampionAct::told:
      return champion.state == ChampionState::nominated;
    case ChampionAct::agreed:
    case ChampionAct::declined:
      return champion.state == ChampionState::told;
    case ChampionAct::renewed:
    case ChampionAct::stays:
      return champion.state == ChampionState::agreed;
    case ChampionAct::ended:
      break;
  }
  return champion.is_open();
}

std::string order_words(const Champion& champion, ChampionAct act) {
  if (!champion.is_open()) return "That has ended. A new nomination begins anew.";
  const bool is_answer = act == ChampionAct::agreed || act == ChampionAct::declined;
  if (is_answer && champion.state == ChampionState::nominated)
    return "They have not been told yet. Say first when they were.";
  if (champion.state != ChampionState::agreed) return "They have not agreed yet. Say first when they did.";
  return "That was said already.";
}

std::vector<Fault> faults_of(const ChampionDraft& draft, std::optional<Date> not_before, Date today) {
  std::vector<Fault> faults;
  if (auto fault = day_fault(draft.happened_on, not_before, today))
    faults.push_back({"happened_on", std::move(*fault)});
  if (auto fault = words_fault(draft.words, needs_words(draft.act)))
    faults.push_back({"words", std::move(*fault)});
  return faults;
}

std::vector<Fault> faults_of(const ChampionThanksDraft& draft, Date today) {
  std::vector<Fault> faults;
  if (auto fault = day_fault(draft.said_on, std::nullopt, today))
    faults.push_back({"said_on", std::move(*fault)});
  if (tidy(draft.words).empty())
    faults.push_back({"thanks", "Say what you thanked them for."});
  else if (auto fault = words_fault(draft.words, true))
    faults.push_back({"thanks", std::move(*fault)});
  return faults;
}

Champion after(Champion champion, ChampionAct act, Date happened_on, const HeldMainPost& post) {
  const auto take_post = [&] {
    champion.unit = post.unit;
    champion.post = post.title;
  };
  switch (act) {
    case ChampionAct::nominated:
      champion.state = ChampionState::nominated;
      break;
    case ChampionAct::told:
      champion.state = ChampionState::told;
      break;
    case ChampionAct::agreed:
      champion.state = ChampionState::agreed;
      champion.agreed_on = happened_on;
      champion.expires_on = happened_on.plus_months(champion_months);
      take_post();
      break;
    case ChampionAct::renewed:
      champion.expires_on = happened_on.plus_months(champion_months);
      take_post();
      break;
    case ChampionAct::stays:
      take_post();
      break;
    case ChampionAct::declined:
      champion.state = ChampionState::declined;
      break;
    case ChampionAct::ended:
      champion.state = ChampionState::ended;
      break;
  }
  champion.state_on = happened_on;
  return champion;
}

}  // namespace rapport
