// An interaction: one contact between library staff and academics, or a department. Plain data and its rules;
// no SQL, no HTTP, no clock.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "interactions/vocabulary.hpp"
#include "people/people_directory.hpp"

namespace rapport {

struct Interaction;
struct Promise;

/// How exactly the date is known. A week or month is kept as its first day.
enum class Precision { time, day, week, month };
/// Who may read the note: everybody in the library, the author's team, or only the staff named and the
/// author.
enum class Visibility { library = 0, team = 1, restricted = 2 };
enum class BegunBy { unknown, us, them };
enum class PromiseSide { ours, theirs };

[[nodiscard]] std::string_view code(Precision precision);
[[nodiscard]] std::string_view code(Visibility visibility);
[[nodiscard]] std::string_view code(BegunBy begun_by);
[[nodiscard]] std::string_view code(PromiseSide side);
[[nodiscard]] std::optional<Precision> precision_of(std::string_view code);
[[nodiscard]] std::optional<Visibility> visibility_of(std::string_view code);
[[nodiscard]] std::optional<BegunBy> begun_by_of(std::string_view code);
[[nodiscard]] std::optional<PromiseSide> promise_side_of(std::string_view code);
/// The truthful label: "Everyone in the library can read this", "Only your team …", "Only the people named
/// here …".
[[nodiscard]] std::string_view label(Visibility visibility);

struct PromiseDraft {
  PromiseSide side = PromiseSide::ours;
  std::string words = {};
  std::optional<Date> due_on = {};
  std::optional<Id<Person>> person =
      {};  ///< to whom, or whose; the first person of the conversation where absent

  friend bool operator==(const PromiseDraft&, const PromiseDraft&) = default;
};

/// Somebody in the conversation; `aside` is a word about this one person alone.
struct Participant {
  Id<Person> person = {};
  std::string aside = {};

  friend bool operator==(const Participant&, const Participant&) = default;
};

/// What somebody wants to record, checked field by field but not yet kept.
struct InteractionDraft {
  std::optional<Id<InteractionKind>> kind = {};  ///< a meeting where absent
  Date happened_on = {};
  std::optional<TimeOfDay> happened_at_time = {};
  Precision precision = Precision::day;
  std::optional<int> duration_minutes = {};
  std::optional<int> attendees = {};
  std::string place = {};
  BegunBy begun_by = BegunBy::unknown;
  std::optional<bool> is_two_way = {};  ///< as the kind says where absent
  std::string note = {};
  Visibility visibility = Visibility::library;
  std::optional<Id<OrgUnit>> org_unit = {};  ///< counted without a name
  std::vector<Participant> people = {};
  std::vector<Id<Staff>> staff = {};     ///< the viewer where empty
  std::vector<std::string> topics = {};  ///< names, new ones are made
  std::vector<PromiseDraft> promises = {};
  bool needs_sorting = false;
  std::string line = {};                       ///< the capture line as typed
  std::string source = "form";                 ///< form, line, import, demo
  std::optional<std::string> source_key = {};  ///< the same key is stored once
};

/// A kept interaction, as pages show it.
struct Interaction {
  Id<Interaction> id = {};
  Id<InteractionKind> kind = {};
  Date happened_on = {};
  std::optional<TimeOfDay> happened_at_time = {};
  Precision precision = Precision::day;
  std::optional<int> duration_minutes = {};
  std::optional<int> attendees = {};
  std::string place = {};
  BegunBy begun_by = BegunBy::unknown;
  bool is_two_way = true;
  std::string note = {};
  Visibility visibility = Visibility::library;
  std::optional<Id<Team>> team = {};
  std::optional<Id<OrgUnit>> org_unit = {};
  std::vector<Id<Person>> people = {};
  std::vector<Id<Staff>> staff = {};
  std::vector<Id<Topic>> topics = {};
  int bump_count = 0;
  bool needs_sorting = false;
  std::string line = {};
  Id<Staff> recorded_by = {};
  Instant recorded_at = {};
  int version = 1;
  bool is_withdrawn = false;
};

/// Whether it lies behind us at that moment: one without a time counts from its day on.
[[nodiscard]] bool has_happened(const Interaction& interaction, Date today, TimeOfDay now);

/// The last day on which it can have happened: of the day, the week or the month that is known.
[[nodiscard]] Date last_possible_day(const Interaction& interaction);
/// Whether `later` can have come out of `earlier`: not when its day, or on the same day its time, is
/// certainly before. Equal days are in order.
[[nodiscard]] bool can_precede(const Interaction& earlier, const Interaction& later);

struct Promise {
  Id<Promise> id = {};
  std::optional<Id<Interaction>> interaction = {};
  PromiseSide side = PromiseSide::ours;
  Id<Staff> staff = {};  ///< who promised, or to whom it was promised
  std::optional<Id<Person>> person = {};
  std::string words = {};
  Date made_on = {};
  std::optional<Date> due_on = {};
  std::optional<Instant> kept_at = {};
  int version = 1;
};

/// The rules: a date between 1950 and five years ahead, nothing longer than a week, a note of at most 100,000
/// characters, promises with words. The faults name the form's fields. Does not look whether the ids exist.
[[nodiscard]] std::vector<Fault> faults_of(const InteractionDraft& draft, Date today);

inline constexpr std::size_t note_characters_max = 100'000;

}  // namespace rapport
