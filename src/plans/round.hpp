// The round of a year: how far the meeting with each department is. Plain data and its rules; no SQL, no
// HTTP, no clock.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "scope/scope.hpp"

namespace rapport {

struct OrgUnit;
struct RoundEntry;

enum class RoundState { to_invite, invited, booked, met, agreed };
[[nodiscard]] std::string_view code(RoundState state);
[[nodiscard]] std::string_view words(RoundState state);  ///< "To invite", "Invited" …
[[nodiscard]] std::optional<RoundState> round_state_of(std::string_view code);
inline constexpr RoundState round_states[] = {RoundState::to_invite, RoundState::invited, RoundState::booked,
                                              RoundState::met, RoundState::agreed};

/// When and where the meeting is, or is meant to be.
struct Meeting {
  std::optional<Date> on = {};
  std::optional<TimeOfDay> at = {};  ///< the whole day where absent
  int minutes = 60;
  std::string place = {};

  friend bool operator==(const Meeting&, const Meeting&) = default;
};

/// One department's meeting of a year.
struct RoundEntry {
  Id<RoundEntry> id = {};
  int academic_year = 0;
  Id<OrgUnit> unit = {};
  std::optional<Id<Staff>> owner = {};
  std::optional<Date> week_from = {};  ///< in these weeks it is to be
  std::optional<Date> week_to = {};
  RoundState state = RoundState::to_invite;
  Meeting meeting = {};
  std::string uid = {};
  int sequence = 0;
  std::optional<Id<Staff>> changed_by = {};  ///< nobody of us: the department agreed
  Instant changed_at = {};
  int version = 1;
};

struct RoundEvent {
  RoundState state = RoundState::to_invite;
  std::string words = {};
  std::optional<Id<Staff>> made_by = {};
  Instant made_at = {};
};

/// What a leader sets for some departments at once.
struct SeasonDraft {
  std::vector<Id<OrgUnit>> units = {};
  std::optional<Id<Staff>> owner = {};  ///< absent: whoever leads for each
  std::optional<Date> week_from = {};
  std::optional<Date> week_to = {};
};
/// At least one department; weeks of the year in their order. Field names: units, week_from, week_to.
[[nodiscard]] std::vector<Fault> faults_of(const SeasonDraft& draft, int academic_year,
                                           const AcademicYears& years);

inline constexpr std::size_t place_characters_max = 200;
[[nodiscard]] Meeting tidied(Meeting meeting);
/// A day of the year where there is a time, five minutes to eight hours, a short place. Field names:
/// meets_on, meets_at, minutes, place.
[[nodiscard]] std::vector<Fault> faults_of(const Meeting& meeting, int academic_year,
                                           const AcademicYears& years);

/// What a department's round still lacks; each only from the state on in which somebody would miss it.
struct RoundLacks {
  bool date = false;
  bool items = false;
  bool sheet = false;
  bool agreement = false;

  [[nodiscard]] bool any() const { return date || items || sheet || agreement; }
};
/// `has_sheet` is unknown where nobody can tell.
[[nodiscard]] RoundLacks lacks_of(const RoundEntry& entry, int items, std::optional<bool> has_sheet);

/// What the calendar file says.
struct Invitation {
  std::string summary = {};
  std::string description = {};
  Instant made_at = {};
};
/// An iCalendar object (RFC 5545) with one event: CRLF line ends, folded at 75 bytes, texts escaped. UID
/// stays, SEQUENCE is the entry's. Times are UTC; a whole day where the meeting has no time. Nothing where it
/// has no day. It invites nobody by itself: METHOD is PUBLISH and it names no attendee.
[[nodiscard]] std::optional<std::string> calendar_file(const RoundEntry& entry, const Invitation& invitation,
                                                       const Zone& zone);

}  // namespace rapport
