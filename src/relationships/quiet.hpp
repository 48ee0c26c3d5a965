// Who has gone quiet, and what colleagues answer when somebody has: put off with a reason, or fine as it is.
// Promises and appointments are looked at when this is read, rhythms are kept by rhythms.hpp. Counts what is
// not restricted, as who knows whom does; a librarian's restricted conversations neither show here nor begin
// anybody's rhythm anew.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "interactions/directory.hpp"
#include "relationships/quiet_rule.hpp"
#include "scope/scope.hpp"

namespace rapport {

/// A colleague's answer about somebody who had gone quiet. Without a day it is "fine as it is".
struct QuietAnswer {
  Id<QuietAnswer> id = {};
  Id<Person> person = {};
  Date last_on = {};  ///< the last contact when it was given
  std::optional<Date> until_on = {};
  std::string reason = {};
  Id<Staff> answered_by = {};
  Instant answered_at = {};
  std::optional<Instant> ended_at = {};
  std::optional<Id<Staff>> ended_by = {};
};
/// Until its day, until there is contact later than the one it was given after, or until it is taken back.
[[nodiscard]] bool holds(const QuietAnswer& answer, std::optional<Date> last_on, Date today);
/// "Snoozed until 1 Feb by Priya: on sabbatical", "Fine as it is, says Priya".
[[nodiscard]] std::string answer_words(const QuietAnswer& answer, const Directory& directory, Date today);

/// Somebody who is worth a hello or has gone quiet today.
struct QuietPerson {
  Id<Person> person = {};  ///< the record that remains
  Rhythm rhythm = {};
  Quietness quietness = Quietness::gone_quiet;
  std::optional<QuietAnswer> answer = {};  ///< that holds

  /// "Monthly until August, 11 weeks now"
  [[nodiscard]] std::string words(Date today) const { return silence_words(rhythm, today); }
};

namespace quiet {

enum class Whose { mine, team, everybody };
[[nodiscard]] std::string_view code(Whose whose);
[[nodiscard]] std::optional<Whose> whose_of(std::string_view code);

struct QuietQuery {
  Whose whose = Whose::mine;
  std::optional<std::vector<Id<OrgUnit>>> units = {};  ///< only with their main post in one of these
};
/// Each by the last contact, latest first: those are the easiest to write to.
struct QuietPeople {
  std::vector<QuietPerson> gone_quiet = {};
  std::vector<QuietPerson> worth_a_hello = {};
  std::vector<QuietPerson> answered = {};  ///< would be in one of the others

  friend bool operator==(const QuietPeople&, const QuietPeople&) = delete;
};
/// Among people who are here, without open promise or appointment. Mine: the people of one's departments and
/// those one has spoken with three times or more; the team's: those of all its members. Cost: one walk of an
/// index for everybody who is due, or a look-up for each of mine.
[[nodiscard]] QuietPeople find(Scope& scope, const Directory& directory, const QuietQuery& query);

/// Nothing where they are in touch, have left, or something is open with them.
[[nodiscard]] std::optional<QuietPerson> of_person(Scope& scope, const Directory& directory,
                                                   Id<Person> person);
/// Those of some people who are quiet or worth a hello, in one statement: for cards of the ladder. In no
/// order.
[[nodiscard]] std::vector<QuietPerson> of_people(Scope& scope, const Directory& directory,
                                                 std::span<const Id<Person>> people);

/// One episode and what lies between it and the one before.
struct ToldEpisode {
  Episode episode = {};
  std::optional<int> gap_days = {};
  std::optional<std::int64_t> gap_hundredths = {};
};
/// The rule with somebody's own figures.
struct Explanation {
  Rhythm rhythm = {};
  Closeness closeness = Closeness::met;  ///< as the ladder has it
  std::optional<QuietDates> dates = {};
  std::vector<ToldEpisode> episodes = {};  ///< latest first, nine at the most
  std::int64_t since_hundredths = 0;       ///< since the last contact, term-weighted
  int since_days = 0;
  std::optional<QuietPerson> quiet = {};  ///< as of_person
  bool is_something_open = false;         ///< a promise or an appointment
  std::vector<QuietAnswer> answers = {};  ///< all ever given, newest first
};
[[nodiscard]] Explanation explain(Scope& scope, const Directory& directory, Id<Person> person);

struct SnoozeDraft {
  Id<Person> person = {};
  std::optional<Date> until_on = {};
  std::string reason = {};
};
inline constexpr std::size_t reason_characters_max = 300;
inline constexpr int snooze_days_max = 366;

/// Puts somebody off until a day, for everybody in the library. Invalid: no day, a day that has come or lies
/// more than a year ahead, no reason. Conflict where they are not quiet any more. All but directors.
[[nodiscard]] Result<Id<QuietAnswer>> snooze(Scope& scope, const Directory& directory,
                                             const SnoozeDraft& draft);
/// Nobody is reminded of them until there has been contact again. A reason may be given. Refusals as
/// `snooze`.
[[nodiscard]] Result<Id<QuietAnswer>> leave_as_is(Scope& scope, const Directory& directory, Id<Person> person,
                                                  std::string_view reason);
/// As if it had not been answered; the row stays, with who took it back. Twice is once. NotFound.
[[nodiscard]] Result<QuietAnswer> take_back(Scope& scope, Id<QuietAnswer> id);

/// What the viewer answered in the last ten minutes and that holds, newest first: to be taken back.
[[nodiscard]] std::vector<QuietAnswer> answered_lately(Scope& scope, const Directory& directory);

}  // namespace quiet
}  // namespace rapport
