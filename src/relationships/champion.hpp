// A champion: somebody of the university who speaks for the library, because a colleague said so with a
// reason and they agreed; a role for two years, not a level. Plain data and its rules; no SQL, no HTTP, no
// clock.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "relationships/champion_signs.hpp"

namespace rapport {

struct Champion;
struct ChampionStep;
struct ChampionThanks;
struct ChampionAside;

enum class ChampionState { nominated, told, agreed, declined, ended };
[[nodiscard]] std::string_view code(ChampionState state);
[[nodiscard]] std::optional<ChampionState> champion_state_of(std::string_view code);

/// What somebody can say of a champion, once a day has come. `stays` answers that their post is another one.
enum class ChampionAct { nominated, told, agreed, renewed, stays, declined, ended };
inline constexpr std::array<ChampionAct, 7> champion_acts{
    ChampionAct::nominated, ChampionAct::told,     ChampionAct::agreed, ChampionAct::renewed,
    ChampionAct::stays,     ChampionAct::declined, ChampionAct::ended};
[[nodiscard]] std::string_view code(ChampionAct act);
[[nodiscard]] std::string_view words(ChampionAct act);  ///< "Nominated", "Told", "Still, in another post" …
[[nodiscard]] std::optional<ChampionAct> champion_act_of(std::string_view code);

inline constexpr int champion_months = 24;    ///< then it expires
inline constexpr int expiring_days = 60;      ///< so long before, somebody is asked to renew it
inline constexpr int aside_days_usual = 365;  ///< what was set aside comes again

struct Champion {
  Id<Champion> id = {};
  Id<Person> person = {};  ///< of a merged person any record
  ChampionState state = ChampionState::nominated;
  Date state_on = {};
  std::optional<Date> agreed_on = {};
  std::optional<Date> expires_on = {};  ///< the first day on which it does not count any more
  std::optional<Id<OrgUnit>> unit = {};
  std::string post = {};  ///< the main post's title then
  int version = 1;

  /// Neither declined nor ended.
  [[nodiscard]] bool is_open() const;
  /// Agreed, and not expired.
  [[nodiscard]] bool is_champion(Date today) const;
  [[nodiscard]] bool is_expired(Date today) const;
  /// Within 60 days, or already.
  [[nodiscard]] bool is_to_renew(Date today) const;

  friend bool operator==(const Champion&, const Champion&) = default;
};
/// "Nominated", "Told", "Champion since 3 Nov 2025", "Expired on 3 Nov", "Declined", "Ended".
[[nodiscard]] std::string state_words(const Champion& champion, Date today);

struct ChampionStep {
  Id<ChampionStep> id = {};
  Id<Champion> champion = {};
  ChampionAct act = ChampionAct::nominated;
  Date happened_on = {};
  std::string words = {};
  std::vector<Sign> signs = {};  ///< that held, of a nomination
  Id<Staff> recorded_by = {};
  Instant recorded_at = {};
};

/// What somebody says.
struct ChampionDraft {
  ChampionAct act = ChampionAct::nominated;
  std::optional<Date> happened_on = {};
  std::string words = {};
};
struct ChampionThanksDraft {
  std::optional<Date> said_on = {};
  std::string words = {};
};
struct ChampionThanks {
  Id<ChampionThanks> id = {};
  Id<Person> person = {};
  Date said_on = {};
  std::string words = {};
  Id<Staff> said_by = {};
};

inline constexpr std::size_t champion_words_max = 500;  ///< characters

/// Whether the words must say why: all but that they were told and that they agreed.
[[nodiscard]] bool needs_words(ChampionAct act);
/// nominated -> told -> agreed -> renewed or stays, over and over; declined once they were told; ended at any
/// time.
[[nodiscard]] bool can_follow(const Champion& champion, ChampionAct act);
/// Why it cannot, in words that name what comes first.
[[nodiscard]] std::string order_words(const Champion& champion, ChampionAct act);
/// On "happened_on": none, not yet come, before 1950, before what was said last (`not_before`). On "words":
/// none where they are needed, more than 500 characters.
[[nodiscard]] std::vector<Fault> faults_of(const ChampionDraft& draft, std::optional<Date> not_before,
                                           Date today);
/// On "said_on" and "thanks".
[[nodiscard]] std::vector<Fault> faults_of(const ChampionThanksDraft& draft, Date today);

/// The champion as the act leaves them. `post` is the main post held now.
struct HeldMainPost {
  std::optional<Id<OrgUnit>> unit = {};
  std::string title = {};

  friend bool operator==(const HeldMainPost&, const HeldMainPost&) = default;
};
[[nodiscard]] Champion after(Champion champion, ChampionAct act, Date happened_on, const HeldMainPost& post);

}  // namespace rapport
