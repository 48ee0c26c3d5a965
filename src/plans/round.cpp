// The rules of rounds.
#include "plans/round.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "organisation/academic_calendar.hpp"

namespace rapport {
namespace {

struct StateWords {
  std::string_view code;
  std::string_view words;
};
constexpr std::array<StateWords, 5> state_words{{{"to_invite", "To invite"},
                                                 {"invited", "Invited"},
                                                 {"booked", "Booked"},
                                                 {"met", "Met"},
                                                 {"agreed", "Agreed"}}};
constexpr int minutes_least = 5;
constexpr int minutes_most = 480;

void check_day(std::vector<Fault>& faults, std::string field, const std::optional<Date>& day, int year,
               const AcademicYears& years) {
  if (day && years.of(*day) != year)
    faults.push_back({std::move(field), "Choose a day of " + years.words(year) + "."});
}

}  // namespace

std::string_view code(RoundState state) {
  return state_words[static_cast<std::size_t>(state)].code;
}

std::string_view words(RoundState state) {
  return state_words[static_cast<std::size_t>(state)].words;
}

std::optional<RoundState> round_state_of(std::string_view code) {
  const auto found = std::ranges::find(state_words, code, &StateWords::code);
  if (found == state_words.end()) return std::nullopt;
  return static_cast<RoundState>(found - state_words.begin());
}

std::vector<Fault> faults_of(const SeasonDraft& draft, int academic_year, const AcademicYears& years) {
  std::vector<Fault> faults;
  if (draft.units.empty()) faults.push_back({"units", "Choose at least one department."});
  check_day(faults, "week_from", draft.week_from, academic_year, years);
  check_day(faults, "week_to", draft.week_to, academic_year, years);
  if (draft.week_from && draft.week_to && *draft.week_to < *draft.week_from)
    faults.push_back({"week_to", "The last day lies before the first."});
  return faults;
}

Meeting tidied(Meeting meeting) {
  meeting.place = tidy_line(meeting.place);
  return meeting;
}

std::vector<Fault> faults_of(const Meeting& meeting, int academic_year, const AcademicYears& years) {
  std::vector<Fault> faults;
  check_day(faults, "meets_on", meeting.on, academic_year, years);
  if (meeting.at && !meeting.on) faults.push_back({"meets_on", "Say the day as well as the time."});
  if (meeting.minutes < minutes_least || meeting.minutes > minutes_most)
    faults.push_back({"minutes", "A meeting lasts between 5 and 480 minutes."});
  if (character_count(meeting.place) > place_characters_max)
    faults.push_back({"place", "A place is at most 200 characters long."});
  return faults;
}

RoundLacks lacks_of(const RoundEntry& entry, int items, std::optional<bool> has_sheet) {
  const bool has_met = entry.state >= RoundState::met;
  return {.date = !entry.meeting.on && !has_met,
          .items = items == 0,
          .sheet = has_sheet.has_value() && !*has_sheet && entry.state < RoundState::agreed,
          .agreement = entry.state == RoundState::met};
}

}  // namespace rapport
