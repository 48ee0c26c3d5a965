// A hand-over: what one colleague looked after becomes another's, from a day on, for good or as cover until
// a day. Plain data and its rules; no SQL, no HTTP, no clock.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "interactions/directory.hpp"
#include "interactions/interaction.hpp"
#include "relationships/relationship.hpp"
#include "staff/portfolio.hpp"

namespace rapport {

struct HandOver {
  Id<HandOver> id = {};
  Id<Staff> from = {};
  Id<Staff> to = {};
  Date from_on = {};
  std::optional<Date> until_on = {};  ///< the last day of cover; nothing for good
  std::string reason = {};
  Id<Staff> recorded_by = {};
  Instant recorded_at = {};
  std::optional<Instant> moved_at = {};  ///< when the chosen promises moved
  std::optional<Id<Staff>> undone_by = {};
  std::optional<Instant> undone_at = {};
  std::string undone_because = {};
  int version = 1;
  std::vector<Id<OrgUnit>> units = {};

  [[nodiscard]] bool is_undone() const { return undone_at.has_value(); }
  [[nodiscard]] bool is_ahead(Date today) const { return from_on > today; }
};

/// Whether one of the open promises moves or stays.
struct PromiseChoice {
  Id<Promise> promise = {};
  bool is_to_move = false;
  std::optional<Instant> moved_at = {};
};

/// Somebody whom the colleague who leaves introduces the new one to.
struct HandOverIntroduction {
  Id<Person> person = {};
  int position = 0;
  std::string reason = {};
  std::optional<Id<Staff>> done_by = {};
  std::optional<Instant> done_at = {};
};

/// As somebody fills it in. `seen` is HandOverOffer::mark of the page.
struct HandOverDraft {
  Id<Staff> from = {};
  Id<Staff> to = {};
  std::optional<Date> from_on = {};
  std::optional<Date> until_on = {};
  std::vector<Id<OrgUnit>> units = {};
  std::vector<PromiseChoice> promises = {};
  std::string reason = {};
  std::string seen = {};
};

/// What there is to hand over.
struct HandOverOffer {
  std::vector<staff::PortfolioEntry> parts = {};  ///< today's and those to come, of open departments
  std::vector<Promise> promises = {};             ///< open, as far as both may read them
  std::string mark = {};                          ///< another one where anything of it changed

  [[nodiscard]] bool empty() const { return parts.empty() && promises.empty(); }
};

inline constexpr int hand_over_days_back_max = 366;
inline constexpr int hand_over_days_ahead_max = 731;
inline constexpr int hand_over_undo_days_max = 30;
inline constexpr std::size_t hand_over_reason_characters_max = 300;
inline constexpr std::size_t introductions_max = 20;

/// Days, departments, promises and reason. Field names: from_on, until_on, units, promises, reason.
[[nodiscard]] std::vector<Fault> faults_of(const HandOverDraft& draft, const HandOverOffer& offer,
                                           Date today);

/// What an introduction is chosen by.
struct Acquainted {
  Id<Person> person = {};
  std::string sort_key = {};
  int level = 0;
  std::string level_name = {};
  int conversations = 0;  ///< with the colleague who leaves, without restricted ones
  Date last_on = {};
  std::optional<Date> known_to_successor_on = {};  ///< when the new colleague last spoke with them
  bool has_promise = false;                        ///< one that moves
  bool has_plan = false;
  std::string champion = {};  ///< "Champion since 3 May"; empty where they are none
};
/// Those worth introducing, first things first: champions, then whom a promise moves with, then where a plan
/// is under way, then by level, then whom the colleague spoke with last. Somebody whom the new colleague
/// spoke with in the last year is left out. At most introductions_max.
[[nodiscard]] std::vector<HandOverIntroduction> introductions_of(std::vector<Acquainted> people, Date today);
/// The order in words, as the page says it.
[[nodiscard]] std::string_view introduction_rule_words();

}  // namespace rapport
