// The front door of who has gone quiet.
#include "relationships/quiet.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "audit/audit.hpp"
#include "base/text.hpp"
#include "organisation/academic_calendar.hpp"
#include "relationships/quiet_store.hpp"
#include "relationships/relationships.hpp"
#include "relationships/rhythms.hpp"
#include "relationships/unit_weights.hpp"

namespace rapport {
namespace quiet {
namespace {

using quiet_store::Flagged;

constexpr int known_from = 3;  ///< conversations
/// From so many on, everybody who is due is read at once instead of one by one.
constexpr std::size_t looked_up_max = 1500;
constexpr std::chrono::minutes lately{10};

using People = std::unordered_set<Id<Person>>;

Refusal nobody_there() {
  return not_found("Nobody of that name is here.");
}

Result<Done> may_answer(const Scope& scope) {
  if (scope.viewer.is(Role::director))
    return forbidden("Directors read and do not answer. Ask a librarian of the department.");
  return Done{};
}

/// One of those who are here now; not somebody merged or who has left.
const PersonEntry* person_here(const Directory& directory, Id<Person> id) {
  const auto* record = directory.people.find_record(id);
  return record != nullptr && record->is_here && !record->merged_into ? record : nullptr;
}

/// What hangs on other records of the same person: nearly everybody has one.
bool is_open_elsewhere(db::Reader& reader, const Scope& scope, const Directory& directory, Id<Person> id) {
  const auto records = directory.people.same_person(id);
  return std::any_of(records.begin() + 1, records.end(), [&](Id<Person> record) {
    return quiet_store::is_something_open(reader, scope.institution, scope.today, record);
  });
}

constexpr int in_touch_from = 2;  // of the ladder's levels

/// Of the whole relationship; over all records of a person the one that was moved last.
Closeness closeness_of(Scope& scope, const Directory& directory, const Flagged& flagged) {
  const bool is_one_record = directory.people.same_person(flagged.person).size() == 1;
  const int level =
      is_one_record ? flagged.level : relationships::standing(scope, directory, flagged.person).level();
  return level < in_touch_from ? Closeness::met : Closeness::in_touch;
}

/// Where there is no rhythm, levels 0 and 1 are given longer than the row says.
bool is_not_yet(Scope& scope, const Directory& directory, const Flagged& flagged) {
  return !has_rhythm(flagged.rhythm) && closeness_of(scope, directory, flagged) == Closeness::met &&
         scope.today - *flagged.rhythm.last_on <= quiet_days_max_before_touch;
}

std::optional<QuietPerson> completed(db::Reader& reader, Scope& scope, const Directory& directory,
                                     const Flagged& flagged) {
  if (person_here(directory, flagged.person) == nullptr) return std::nullopt;
  if (is_not_yet(scope, directory, flagged)) return std::nullopt;
  if (is_open_elsewhere(reader, scope, directory, flagged.person)) return std::nullopt;
  QuietPerson person{.person = flagged.person,
                     .rhythm = flagged.rhythm,
                     .quietness = quietness_on(flagged.dates, scope.today)};
  if (flagged.answer) person.answer = quiet_store::find_answer(reader, scope.institution, *flagged.answer);
  return person;
}

void add_department_people(const Directory& directory, Id<Staff> staff,
                           std::unordered_set<Id<OrgUnit>>& units) {
  const auto* entry = directory.staff.find(staff);
  if (entry == nullptr) return;
  for (const auto top : entry->portfolio)
    for (const auto unit : directory.org.with_descendants(top)) units.insert(unit);
}

std::vector<Id<Staff>> colleagues_of(const Scope& scope, const Directory& directory, Whose whose) {
  if (whose == Whose::mine || !scope.viewer.team) return {scope.viewer.staff};
  std::vector<Id<Staff>> colleagues;
  for (const auto& entry : directory.staff.staff())
    if (entry.team == scope.viewer.team) colleagues.push_back(entry.id);
  return colleagues;
}

/// Those of the colleagues' departments and those whom one of them knows.
People people_of(db::Reader& reader, const Scope& scope, const Directory& directory, Whose whose) {
  People people;
  std::unordered_set<Id<OrgUnit>> units;
  // A walk of an index for each colleague of one team.
  for (const auto staff : colleagues_of(scope, directory, whose)) {
    add_department_people(directory, staff, units);
    for (const auto record : quiet_store::known_to(reader, scope.institution, staff, known_from))
      if (const auto* person = directory.people.find(record)) people.insert(person->id);
  }
  for (const auto& person : directory.people.in_name_order())
    if (person->unit && units.contains(*person->unit) && person->is_here) people.insert(person->id);
  return people;
}

std::vector<Flagged> flagged_of(db::Reader& reader, const Scope& scope, const std::optional<People>& people) {
  if (!people || people->size() > looked_up_max) {
    auto all = quiet_store::flagged(reader, scope.institution, scope.today);
    if (people) std::erase_if(all, [&](const Flagged& row) { return !people->contains(row.person); });
    return all;
  }
  std::vector<Flagged> found;
  for (const auto person : *people)
    if (const auto row = quiet_store::find_flagged(reader, scope.institution, scope.today, person))
      found.push_back(*row);
  return found;
}

bool is_among(const Directory& directory, const std::optional<std::vector<Id<OrgUnit>>>& units,
              Id<Person> id) {
  if (!units) return true;
  const auto* person = directory.people.find(id);
  return person != nullptr && person->unit && std::ranges::count(*units, *person->unit) > 0;
}

void sort_latest_first(const Directory& directory, std::vector<QuietPerson>& people) {
  std::ranges::sort(people, [&](const QuietPerson& a, const QuietPerson& b) {
    if (a.rhythm.last_on != b.rhythm.last_on) return a.rhythm.last_on > b.rhythm.last_on;
    return directory.people.find(a.person)->sort_key < directory.people.find(b.person)->sort_key;
  });
}

std::vector<Fault> faults_of(const SnoozeDraft& draft, Date today) {
  std::vector<Fault> faults;
  if (!draft.until_on)
    faults.push_back({"until_on", "Choose a day until which nobody needs to write."});
  else if (*draft.until_on <= today)
    faults.push_back({"until_on", "Choose a day that is yet to come."});
  else if (*draft.until_on - today > snooze_days_max)
    faults.push_back({"until_on", "Choose a day within a year, or say that it is fine as it is."});
  if (trim(draft.reason).empty())
    faults.push_back({"reason", "Say why in a few words, so that colleagues know."});
  return faults;
}

std::vector<Fault> with_length(std::vector<Fault> faults, std::string_view reason) {
  if (character_count(reason) > reason_characters_max)
    faults.push_back({"reason", "Keep the reason under 300 characters."});
  return faults;
}

Result<Id<QuietAnswer>> keep(Scope& scope, const Directory& directory, QuietAnswer answer,
                             std::string_view action) {
  return scope.write([&](db::Writer& writer) -> Result<Id<QuietAnswer>> {
    const auto found = quiet_store::find_flagged(writer, scope.institution, scope.today, answer.person);
    if (!found || !completed(writer, scope, directory, *found))
      return conflict(
          "They are not quiet any more: somebody has been in touch, or something is open with them.");
    answer.last_on = found->rhythm.last_on.value();
    quiet_store::end_answers_of(writer, scope.institution, answer.person, scope.viewer.staff, scope.now);
    const auto id = quiet_store::insert_answer(writer, scope.institution, answer);
    audit::record_change(scope, writer,
                         {.action = action, .subject = "quiet_answer", .subject_id = id.value});
    return id;
  });
}

QuietAnswer answer_of(const Scope& scope, const PersonEntry& person, std::string_view reason) {
  return {.person = person.id,
          .reason = tidy_line(reason),
          .answered_by = scope.viewer.staff,
          .answered_at = scope.now};
}

std::vector<ToldEpisode> told(const std::vector<Episode>& episodes, const DayWeights& weights) {
  std::vector<ToldEpisode> all;
  for (std::size_t i = episodes.size(); i-- > 0;) {
    ToldEpisode one{.episode = episodes[i]};
    if (i > 0) {
      one.gap_days = episodes[i].first_on - episodes[i - 1].last_on;
      one.gap_hundredths = weights.hundredths(episodes[i - 1].last_on, episodes[i].first_on);
    }
    all.push_back(one);
  }
  return all;
}

}  // namespace

std::string_view code(Whose whose) {
  static constexpr std::array<std::string_view, 3> codes{"mine", "team", "all"};
  return codes[static_cast<std::size_t>(whose)];
}

std::optional<Whose> whose_of(std::string_view text) {
  for (const auto whose : {Whose::mine, Whose::team, Whose::everybody})
    if (code(whose) == text) return whose;
  return std::nullopt;
}

QuietPeople find(Scope& scope, const Directory& directory, const QuietQuery& query) {
  QuietPeople people;
  scope.read([&](db::Reader& reader) {
    std::optional<People> wanted;
    if (query.whose != Whose::everybody) wanted = people_of(reader, scope, directory, query.whose);
    for (const auto& row : flagged_of(reader, scope, wanted)) {
      if (!is_among(directory, query.units, row.person)) continue;
      auto person = completed(reader, scope, directory, row);
      if (!person) continue;
      auto& list = person->answer                               ? people.answered
                   : person->quietness == Quietness::gone_quiet ? people.gone_quiet
                                                                : people.worth_a_hello;
      list.push_back(std::move(*person));
    }
    return 0;
  });
  for (auto* list : {&people.gone_quiet, &people.worth_a_hello, &people.answered})
    sort_latest_first(directory, *list);
  return people;
}

std::optional<QuietPerson> of_person(Scope& scope, const Directory& directory, Id<Person> id) {
  const auto* person = directory.people.find(id);
  if (person == nullptr) return std::nullopt;
  return scope.read([&](db::Reader& reader) -> std::optional<QuietPerson> {
    const auto row = quiet_store::find_flagged(reader, scope.institution, scope.today, person->id);
    return row ? completed(reader, scope, directory, *row) : std::nullopt;
  });
}

std::vector<QuietPerson> of_people(Scope& scope, const Directory& directory,
                                   std::span<const Id<Person>> people) {
  return scope.read([&](db::Reader& reader) {
    std::vector<QuietPerson> found;
    for (const auto& row : quiet_store::flagged_among(reader, scope.institution, scope.today, people))
      if (auto person = completed(reader, scope, directory, row)) found.push_back(std::move(*person));
    return found;
  });
}

Explanation explain(Scope& scope, const Directory& directory, Id<Person> person) {
  Explanation all;
  all.quiet = of_person(scope, directory, person);
  scope.read([&](db::Reader& reader) {
    const auto* entry = directory.people.find(person);
    UnitWeights by_unit(organisation::calendars_of(reader, scope.institution), directory.org, scope.today,
                        scope.years());
    const auto& weights = by_unit.of(entry == nullptr ? std::nullopt : entry->unit);
    const auto episodes = rhythms::latest_episodes(reader, scope, directory, person);
    all.rhythm = rhythm_of(episodes, weights);
    const bool is_in_touch = relationships::standing(scope, directory, person).level() >= in_touch_from;
    all.closeness = is_in_touch ? Closeness::in_touch : Closeness::met;
    all.dates = quiet_dates(all.rhythm, weights, all.closeness);
    all.episodes = told(episodes, weights);
    if (all.rhythm.last_on) {
      all.since_days = scope.today - *all.rhythm.last_on;
      all.since_hundredths = weights.hundredths(*all.rhythm.last_on, scope.today);
    }
    for (const auto record : directory.people.same_person(person)) {
      all.is_something_open = all.is_something_open ||
                              quiet_store::is_something_open(reader, scope.institution, scope.today, record);
      std::ranges::move(quiet_store::answers_of(reader, scope.institution, record),
                        std::back_inserter(all.answers));
    }
    return 0;
  });
  return all;
}

Result<Id<QuietAnswer>> snooze(Scope& scope, const Directory& directory, const SnoozeDraft& draft) {
  if (auto allowed = may_answer(scope); !allowed) return std::move(allowed).refusal();
  const auto* person = directory.people.find(draft.person);
  if (person == nullptr) return nobody_there();
  if (auto faults = with_length(faults_of(draft, scope.today), draft.reason); !faults.empty())
    return invalid(std::move(faults));
  auto answer = answer_of(scope, *person, draft.reason);
  answer.until_on = draft.until_on;
  return keep(scope, directory, std::move(answer), "snoozed");
}

Result<Id<QuietAnswer>> leave_as_is(Scope& scope, const Directory& directory, Id<Person> id,
                                    std::string_view reason) {
  if (auto allowed = may_answer(scope); !allowed) return std::move(allowed).refusal();
  const auto* person = directory.people.find(id);
  if (person == nullptr) return nobody_there();
  if (auto faults = with_length({}, reason); !faults.empty()) return invalid(std::move(faults));
  return keep(scope, directory, answer_of(scope, *person, reason), "left_as_is");
}

Result<QuietAnswer> take_back(Scope& scope, Id<QuietAnswer> id) {
  if (auto allowed = may_answer(scope); !allowed) return std::move(allowed).refusal();
  return scope.write([&](db::Writer& writer) -> Result<QuietAnswer> {
    auto answer = quiet_store::find_answer(writer, scope.institution, id);
    if (!answer) return not_found("That answer is not here.");
    if (answer->ended_at) return std::move(*answer);
    quiet_store::end_answer(writer, scope.institution, id, scope.viewer.staff, scope.now);
    audit::record_change(scope, writer,
                         {.action = "taken_back", .subject = "quiet_answer", .subject_id = id.value});
    return std::move(*answer);
  });
}

std::vector<QuietAnswer> answered_lately(Scope& scope, const Directory& directory) {
  return scope.read([&](db::Reader& reader) {
    auto answers =
        quiet_store::answers_by(reader, scope.institution, scope.viewer.staff, scope.now.plus(-lately));
    std::erase_if(answers, [&](const QuietAnswer& answer) {
      const auto row = quiet_store::find_flagged(reader, scope.institution, scope.today, answer.person);
      return !row || person_here(directory, answer.person) == nullptr;
    });
    return answers;
  });
}

}  // namespace quiet

bool holds(const QuietAnswer& answer, std::optional<Date> last_on, Date today) {
  if (answer.ended_at) return false;
  if (answer.until_on && today >= *answer.until_on) return false;
  return !last_on || *last_on <= answer.last_on;
}

std::string answer_words(const QuietAnswer& answer, const Directory& directory, Date today) {
  const std::string who(directory.staff.given_name(answer.answered_by));
  auto words = answer.until_on ? "Snoozed until " + short_words(*answer.until_on, today) + " by " + who
                               : "Fine as it is, says " + who;
  if (!answer.reason.empty()) words += ": " + answer.reason;
  return words;
}

}  // namespace rapport
