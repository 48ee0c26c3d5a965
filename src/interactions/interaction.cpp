// The rules of an interaction and the codes of its choices.
#include "interactions/interaction.hpp"

#include <array>

#include "base/text.hpp"

namespace rapport {
namespace {

constexpr std::array<std::string_view, 4> precisions{"time", "day", "week", "month"};
constexpr std::array<std::string_view, 3> visibilities{"library", "team", "restricted"};
constexpr std::array<std::string_view, 3> beginnings{"", "us", "them"};
constexpr std::array<std::string_view, 2> sides{"ours", "theirs"};

template <class Enum, std::size_t N>
std::optional<Enum> find_code(const std::array<std::string_view, N>& codes, std::string_view code) {
  for (std::size_t i = 0; i < N; ++i)
    if (codes[i] == code) return static_cast<Enum>(i);
  return std::nullopt;
}

constexpr int minutes_of_a_week = 7 * 24 * 60;

void check_when(const InteractionDraft& draft, Date today, std::vector<Fault>& faults) {
  if (draft.happened_on.year() < 1950)
    faults.push_back({"happened_on", "That date is before 1950. Is the year right?"});
  if (draft.happened_on > today.plus_months(60))
    faults.push_back({"happened_on", "That date is more than five years ahead. Is the year right?"});
  if (draft.precision == Precision::time && !draft.happened_at_time)
    faults.push_back({"happened_at", "Give the time, or say that only the day is known."});
  if (draft.duration_minutes && (*draft.duration_minutes < 1 || *draft.duration_minutes > minutes_of_a_week))
    faults.push_back({"duration", "A length is between one minute and a week."});
}

void check_sizes(const InteractionDraft& draft, std::vector<Fault>& faults) {
  if (draft.attendees && (*draft.attendees < 1 || *draft.attendees > 100'000))
    faults.push_back({"attendees", "How many came is a number from 1 to 100,000."});
  if (character_count(draft.note) > note_characters_max)
    faults.push_back(
        {"note", "The note is longer than 100,000 characters. Keep the gist here and the rest in a file."});
  if (character_count(draft.place) > 200)
    faults.push_back({"place", "The place is longer than 200 characters."});
  if (draft.people.size() > 200)
    faults.push_back({"people", "More than 200 people. Count them as how many came."});
  if (draft.topics.size() > 50) faults.push_back({"topics", "More than 50 topics."});
  for (const auto& topic : draft.topics)
    if (character_count(topic) > 60) faults.push_back({"topics", "A topic is at most 60 characters long."});
}

void check_promises(const InteractionDraft& draft, Date today, std::vector<Fault>& faults) {
  for (const auto& promise : draft.promises) {
    if (trim(promise.words).empty()) faults.push_back({"promise", "Say in a few words what was promised."});
    if (character_count(promise.words) > 500)
      faults.push_back({"promise", "A promise is at most 500 characters long."});
    if (promise.due_on && *promise.due_on > today.plus_months(120))
      faults.push_back({"promise_due_on", "That date is more than ten years ahead. Is the year right?"});
  }
}

}  // namespace

std::string_view code(Precision precision) {
  return precisions[static_cast<std::size_t>(precision)];
}
std::string_view code(Visibility visibility) {
  return visibilities[static_cast<std::size_t>(visibility)];
}
std::string_view code(BegunBy begun_by) {
  return beginnings[static_cast<std::size_t>(begun_by)];
}
std::string_view code(PromiseSide side) {
  return sides[static_cast<std::size_t>(side)];
}
std::optional<Precision> precision_of(std::string_view code) {
  return find_code<Precision>(precisions, code);
}
std::optional<Visibility> visibility_of(std::string_view code) {
  return find_code<Visibility>(visibilities, code);
}
std::optional<BegunBy> begun_by_of(std::string_view code) {
  return find_code<BegunBy>(beginnings, code);
}
std::optional<PromiseSide> promise_side_of(std::string_view code) {
  return find_code<PromiseSide>(sides, code);
}

std::string_view label(Visibility visibility) {
  switch (visibility) {
    case Visibility::library:
      return "Everyone in the library can read this, and so can the people it is about.";
    case Visibility::team:
      return "Your team and the colleagues named can read this, and so can the people it is about.";
    case Visibility::restricted:
      return "Only you and the colleagues named can read this. The people it is about may still ask to.";
  }
  return {};
}

Date last_possible_day(const Interaction& interaction) {
  switch (interaction.precision) {
    case Precision::week:
      return interaction.happened_on.plus_days(6);
    case Precision::month:
      return interaction.happened_on.plus_months(1).plus_days(-1);
    case Precision::time:
    case Precision::day:
      break;
  }
  return interaction.happened_on;
}

bool can_precede(const Interaction& earlier, const Interaction& later) {
  if (earlier.happened_on > last_possible_day(later)) return false;
  const bool are_times_known = earlier.happened_at_time && later.happened_at_time;
  return !are_times_known || earlier.happened_on != later.happened_on ||
         *earlier.happened_at_time <= *later.happened_at_time;
}

bool has_happened(const Interaction& interaction, Date today, TimeOfDay now) {
  if (interaction.happened_on != today) return interaction.happened_on < today;
  return !interaction.happened_at_time || *interaction.happened_at_time <= now;
}

std::vector<Fault> faults_of(const InteractionDraft& draft, Date today) {
  std::vector<Fault> faults;
  check_when(draft, today, faults);
  check_sizes(draft, faults);
  check_promises(draft, today, faults);
  const bool says_nothing = draft.people.empty() && !draft.org_unit && trim(draft.note).empty() &&
                            draft.topics.empty() && draft.promises.empty() && !draft.needs_sorting;
  if (says_nothing) faults.push_back({"people", "Say who it was with, or what happened."});
  if (draft.people.empty() && !draft.org_unit && !draft.needs_sorting)
    faults.push_back({"people", "Name a person, or a department to count it without a name."});
  return faults;
}

}  // namespace rapport
