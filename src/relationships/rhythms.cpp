// Follows changes.
#include "relationships/rhythms.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "interactions/contact_changes.hpp"
#include "relationships/champion_facts.hpp"
#include "relationships/engagement.hpp"
#include "relationships/unit_weights.hpp"

namespace rapport::rhythms {
namespace {

using interactions::ContactChange;
using interactions::ContactChanges;
using rhythm_store::Contact;
using rhythm_store::Kept;
using rhythm_store::State;

constexpr std::size_t people_at_once = 400;
constexpr int changes_at_once = 200;
constexpr int contacts_at_once = 64;
constexpr int contacts_max = 50'000;

struct UnitMonth {
  Id<OrgUnit> unit = {};
  Date month = {};

  friend auto operator<=>(const UnitMonth&, const UnitMonth&) = default;
};

/// What one round looks at.
struct Work {
  std::vector<ContactChange> changes = {};
  std::set<Id<Person>> records = {};
  std::set<Id<Person>> put_off = {};               ///< too many for one round
  std::vector<Id<Person>> taken_up = {};           ///< of those put off before
  std::optional<std::int64_t> changed_since = {};  ///< all that were, as of that directory, are put off
  std::set<UnitMonth> months = {};
  State state = {};  ///< as it is after this round
  bool is_state_new = false;
  bool has_more = false;

  [[nodiscard]] bool empty() const { return changes.empty() && records.empty() && !is_state_new; }
};

/// One record's row as it is to be; `version` is the person's when it was made.
struct Made {
  Id<Person> person = {};
  std::int64_t version = 0;
  std::optional<Kept> kept = {};
};

void take_changes(db::Reader& reader, const Scope& scope, Work& work) {
  for (auto& change : interactions::contact_changes(reader, scope.institution,
                                                    interactions::ContactStep::rhythms, changes_at_once)) {
    work.records.insert(change.people.begin(), change.people.end());
    if (change.month)
      for (const auto unit : change.units) work.months.insert({unit, *change.month});
    work.changes.push_back(std::move(change));
  }
  if (work.changes.size() == changes_at_once) work.has_more = true;
}

/// An import touches the same people again and again: all its changes are read first, then everybody is made
/// once.
void put_off_many(db::Reader& reader, const Scope& scope, Work& work) {
  if (work.records.size() > people_at_once) {
    work.put_off = std::exchange(work.records, {});
    work.has_more = true;
    return;
  }
  work.taken_up = rhythm_store::put_off(reader, scope.institution, people_at_once);
  work.records.insert(work.taken_up.begin(), work.taken_up.end());
  if (work.taken_up.size() == people_at_once) work.has_more = true;
}

/// All anew after the first start and where the calendar is another one; so many at a time.
void take_all_anew(db::Reader& reader, const Scope& scope, Work& work) {
  if (!work.state.anew_after) return;
  const auto records =
      rhythm_store::records_after(reader, scope.institution, *work.state.anew_after, people_at_once);
  work.records.insert(records.begin(), records.end());
  work.state.anew_after = records.empty() ? std::nullopt : std::optional(records.back());
  work.has_more = true;
}

/// Merged, put back, left, returned.
void take_changed_people(db::Reader& reader, const Scope& scope, const Directory& directory, Work& work) {
  if (work.state.directory_version >= directory.version) return;
  const auto changed = rhythm_store::records_changed_since(reader, scope.institution,
                                                           work.state.directory_version, people_at_once);
  if (changed.size() == people_at_once)
    work.changed_since = work.state.directory_version;
  else
    work.records.insert(changed.begin(), changed.end());
  work.has_more = work.has_more || work.changed_since.has_value();
  work.state.directory_version = directory.version;
}

Work find_work(db::Reader& reader, const Scope& scope, const Directory& directory) {
  Work work;
  const auto before = rhythm_store::find_state(reader, scope.institution);
  if (!before && !rhythm_store::has_conversations(reader, scope.institution)) return work;
  const auto mark = rhythm_store::calendar_mark(reader, scope.institution);
  work.state = before.value_or(State{.directory_version = directory.version});
  if (work.state.calendar_mark != mark) work.state.anew_after = Id<Person>{};
  work.state.calendar_mark = mark;
  take_changes(reader, scope, work);
  put_off_many(reader, scope, work);
  take_changed_people(reader, scope, directory, work);
  take_all_anew(reader, scope, work);
  const auto due = rhythm_store::due(reader, scope.institution, scope.today, people_at_once);
  work.records.insert(due.begin(), due.end());
  work.is_state_new = !before || *before != work.state;
  return work;
}

using Contacts = std::vector<Contact>;

std::vector<Date> days_of(const Contacts& contacts) {
  std::vector<Date> days;
  days.reserve(contacts.size());
  for (const auto& contact : contacts) days.push_back(contact.happened_on);
  return days;
}

Contacts all_contacts(db::Reader& reader, const Scope& scope, const std::vector<Id<Person>>& records) {
  Contacts all;
  for (const auto record : records)
    std::ranges::move(
        rhythm_store::contacts(reader, scope.institution, record, scope.today.plus_days(1), contacts_max),
        std::back_inserter(all));
  return all;
}

/// Back to where nine episodes and 24 months are certain: most people have hundreds of contacts and need some
/// dozens.
Contacts latest_contacts(db::Reader& reader, const Scope& scope, Id<Person> record) {
  const auto first = first_of_months(scope.today, card_months);
  Contacts all;
  auto before = scope.today.plus_days(1);
  // Each is one walk on from where the last one ended.
  while (true) {
    const auto more = rhythm_store::contacts(reader, scope.institution, record, before, contacts_at_once);
    all.insert(all.end(), more.begin(), more.end());
    if (static_cast<int>(more.size()) < contacts_at_once) return all;
    before = more.back().happened_on;
    // The oldest episode may go on further back: its gap is not yet known.
    if (before < first && episodes_of(days_of(all)).size() > gaps_max + 1) return all;
    // The day is read again as a whole; where one alone has more than that, everything is.
    if (more.front().happened_on == before) return all_contacts(reader, scope, {record});
    std::erase_if(all, [&](const Contact& contact) { return contact.happened_on == before; });
    before = before.plus_days(1);
  }
}

Contacts contacts_with(db::Reader& reader, const Scope& scope, const std::vector<Id<Person>>& records) {
  return records.size() == 1 ? latest_contacts(reader, scope, records.front())
                             : all_contacts(reader, scope, records);
}

std::vector<Episode> latest_of(const Contacts& contacts) {
  auto episodes = episodes_of(days_of(contacts));
  if (episodes.size() > gaps_max + 1) episodes.erase(episodes.begin(), episodes.end() - (gaps_max + 1));
  return episodes;
}

/// By day, the earliest first.
std::vector<ContactDay> recent_days(const Contacts& contacts, const Directory& directory, Date first) {
  std::map<Date, ContactDay> days;
  for (const auto& contact : contacts) {
    if (contact.happened_on < first) continue;
    auto& day = days[contact.happened_on];
    const auto* kind = directory.vocabulary.find(contact.kind);
    day.on = contact.happened_on;
    ++day.contacts;
    day.begun_by_them += contact.begun_by == BegunBy::them ? 1 : 0;
    day.deepest = std::max(day.deepest, kind != nullptr ? kind->depth : 0);
  }
  std::vector<ContactDay> all;
  all.reserve(days.size());
  for (const auto& [on, day] : days) all.push_back(day);
  return all;
}

void note_reached(std::span<const rhythm_store::Reached> reached, Kept& kept) {
  std::set<Id<Person>> people;
  std::set<Id<Topic>> modules;
  for (const auto& one : reached) {
    if (one.module) modules.insert(*one.module);
    if (one.person) people.insert(*one.person);
  }
  kept.people_reached = static_cast<int>(people.size());
  kept.modules_reached = static_cast<int>(modules.size());
}

/// Three of a champion's six signs, those that hang on every conversation.
void note_signs(const std::vector<SignContact>& contacts, const std::vector<SignReached>& reached, Date today,
                Kept& kept) {
  kept.embedded_on = embedded(contacts, today).on;
  kept.came_back_on = came_back(contacts, today).on;
  kept.reach_on = reach(reached, today).on;
}

Made make(db::Reader& reader, const Scope& scope, const Directory& directory, Id<Person> record,
          UnitWeights& weights) {
  const auto* person = directory.people.find(record);
  if (person == nullptr || person->id != record)
    return {record, rhythm_store::version_of(reader, scope.institution, record), std::nullopt};
  Made made{record, rhythm_store::version_of(reader, scope.institution, record),
            rhythm_now(reader, scope, directory, record, weights.of(person->unit))};
  if (*made.kept == Kept{}) made.kept = std::nullopt;
  return made;
}

std::vector<Made> make_all(db::Reader& reader, const Scope& scope, const Directory& directory,
                           const std::set<Id<Person>>& records) {
  UnitWeights weights(organisation::calendars_of(reader, scope.institution), directory.org, scope.today,
                      academic_years_of(reader, scope.institution));
  auto wanted = records;
  for (const auto record : records)
    if (const auto* person = directory.people.find(record)) wanted.insert(person->id);
  std::vector<Made> all;
  all.reserve(wanted.size());
  for (const auto record : wanted) all.push_back(make(reader, scope, directory, record, weights));
  return all;
}

void keep(db::Writer& writer, const Scope& scope, const Work& work, const std::vector<Made>& all) {
  if (work.changed_since) rhythm_store::put_off_changed_since(writer, scope.institution, *work.changed_since);
  for (const auto person : work.put_off) rhythm_store::put_off(writer, scope.institution, person);
  for (const auto person : work.taken_up) rhythm_store::take_up(writer, scope.institution, person);
  std::vector<Id<Person>> again;
  // A look at the version and a row each, by key.
  for (const auto& made : all) {
    if (rhythm_store::version_of(writer, scope.institution, made.person) != made.version)
      again.push_back(made.person);
    else if (made.kept)
      rhythm_store::put(writer, scope.institution, made.person, *made.kept);
    else
      rhythm_store::erase(writer, scope.institution, made.person);
  }
  ContactChanges taken_up_again;
  taken_up_again.note(again);
  taken_up_again.write(writer, scope.institution);
  for (const auto& [unit, month] : work.months)
    rhythm_store::count_month(writer, scope.institution, unit, month);
  interactions::hand_on_contact_changes(writer, scope.institution, work.changes);
  if (work.is_state_new) rhythm_store::put_state(writer, scope.institution, work.state);
}

}  // namespace

std::vector<Episode> latest_episodes(db::Reader& reader, const Scope& scope, const Directory& directory,
                                     Id<Person> person) {
  return latest_of(contacts_with(reader, scope, directory.people.same_person(person)));
}

Kept rhythm_now(db::Reader& reader, const Scope& scope, const Directory& directory, Id<Person> person,
                const DayWeights& weights) {
  const auto records = directory.people.same_person(person);
  const auto contacts = contacts_with(reader, scope, records);
  Kept kept{.rhythm = rhythm_of(latest_of(contacts), weights)};
  kept.dates = quiet_dates(kept.rhythm, weights, Closeness::in_touch);
  kept.recent = recent_text(recent_days(contacts, directory, first_of_months(scope.today, card_months)));
  const auto reached = reached_by(reader, scope, directory, records);
  note_reached(reached, kept);
  note_signs(sign_contacts(contacts, directory), sign_reached(reached), scope.today, kept);
  for (const auto record : records) {
    const auto next = rhythm_store::next_contact(reader, scope.institution, record, scope.today);
    if (next && (!kept.ahead_on || *next < *kept.ahead_on)) kept.ahead_on = next;
  }
  return kept;
}

bool catch_up(Scope& scope, const Directory& directory) {
  Work work;
  std::vector<Made> all;
  scope.read([&](db::Reader& reader) {
    work = find_work(reader, scope, directory);
    if (!work.records.empty()) all = make_all(reader, scope, directory, work.records);
    return 0;
  });
  if (work.empty()) return false;
  scope.write([&](db::Writer& writer) { keep(writer, scope, work, all); });
  return work.has_more;
}

}  // namespace rapport::rhythms
