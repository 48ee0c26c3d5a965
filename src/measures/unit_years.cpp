// Follows changes.
#include "measures/unit_years.hpp"

#include <algorithm>
#include <set>

#include "interactions/contact_changes.hpp"
#include "organisation/academic_calendar.hpp"

namespace rapport::unit_years {
namespace {

using interactions::ContactChange;
using interactions::ContactStep;
using unit_year_store::Span;
using unit_year_store::State;

constexpr std::size_t years_at_once = 60;
constexpr int changes_at_once = 200;
constexpr int people_at_once = 200;
constexpr int changes_covered_max = 10'000;  // where all is counted anew

/// What one round looks at.
struct Work {
  std::vector<ContactChange> changes = {};
  std::set<UnitYearKey> keys = {};
  State before = {};
  State after = {};
  bool has_more = false;

  [[nodiscard]] bool empty() const { return changes.empty() && keys.empty() && before == after; }
};

/// Which kinds are counted, and by which years: where a kind changes its family, or years begin otherwise,
/// everything is counted anew.
std::string mark_of(const Directory& directory, const AcademicYears& years) {
  std::string mark;
  for (const auto& kind : directory.vocabulary.kinds())
    if (kind.family == Family::teaching || kind.family == Family::consultation)
      mark += std::to_string(kind.id.value) + (kind.family == Family::teaching ? "t" : "c");
  for (const auto& start : years.starts())
    mark += "y" + std::to_string(start.from_year) + "m" + std::to_string(start.month);
  return mark;
}

Span span_of(int academic_year, Date today, const AcademicYears& years) {
  return {years.first_day(academic_year), std::min(years.last_day(academic_year), today)};
}

void add_years(std::set<UnitYearKey>& keys, Id<OrgUnit> unit, const std::optional<Span>& days,
               const AcademicYears& years) {
  if (!days) return;
  for (int year = years.of(days->first); year <= years.of(days->last); ++year) keys.insert({unit, year});
}

/// The departments that a change is about: those it names, and those its people have posts in.
std::set<Id<OrgUnit>> units_of(db::Reader& reader, const Scope& scope, const ContactChange& change) {
  std::set<Id<OrgUnit>> units(change.units.begin(), change.units.end());
  // One look-up by key a person: a conversation has a handful.
  for (const auto person : change.people)
    for (const auto unit : unit_year_store::units_of(reader, scope.institution, person)) units.insert(unit);
  return units;
}

/// Where they are about more than one round counts, all is counted anew, once, instead of what each is about.
void take_changes(db::Reader& reader, const Scope& scope, const AcademicYears& years, Work& work) {
  const auto waiting = [&](int limit) {
    return interactions::contact_changes(reader, scope.institution, ContactStep::figures, limit);
  };
  work.changes = waiting(changes_at_once);
  for (const auto& change : work.changes) {
    if (!change.month) continue;
    for (const auto unit : units_of(reader, scope, change)) work.keys.insert({unit, years.of(*change.month)});
  }
  if (work.keys.size() > years_at_once) work.after.anew_after = Id<OrgUnit>{};
  if (work.after.anew_after) {
    work.changes = waiting(changes_covered_max);
    work.keys.clear();
  }
  work.has_more = work.changes.size() >= changes_at_once;
}

/// Merged, put back, another post: their departments in all years of their conversations.
void take_changed_people(db::Reader& reader, const Scope& scope, const AcademicYears& years,
                         const Directory& directory, Work& work) {
  if (work.before.directory_version >= directory.version) return;
  const auto changed = unit_year_store::people_changed_since(reader, scope.institution,
                                                             work.before.directory_version, people_at_once);
  if (changed.size() == people_at_once)
    work.after.anew_after = Id<OrgUnit>{};  // so many: all units, in their order
  if (changed.size() < people_at_once)
    for (const auto record : changed)
      for (const auto unit : unit_year_store::units_of(reader, scope.institution, record))
        add_years(work.keys, unit, unit_year_store::days_of(reader, scope.institution, record), years);
  work.after.directory_version = directory.version;
}

/// All anew after the first start and where a kind changed its family; a unit at a time.
void take_all_anew(db::Reader& reader, const Scope& scope, const AcademicYears& years, Work& work) {
  if (!work.after.anew_after) return;
  const auto unit = unit_year_store::unit_after(reader, scope.institution, *work.after.anew_after);
  if (unit) {
    add_years(work.keys, *unit, unit_year_store::days_of(reader, scope.institution, *unit), years);
    // And those whose last conversation is gone, or of another year now
    for (const int year : unit_year_store::years_of(reader, scope.institution, *unit))
      work.keys.insert({*unit, year});
  }
  work.after.anew_after = unit;
  work.has_more = true;
}

Work find_work(db::Reader& reader, const Scope& scope, const AcademicYears& years,
               const Directory& directory) {
  Work work;
  const auto before = unit_year_store::find_state(reader, scope.institution);
  // An empty library has nothing to keep.
  if (!before && !unit_year_store::has_conversations(reader, scope.institution)) return work;
  const auto mark = mark_of(directory, years);
  work.before = before.value_or(State{});
  work.after = work.before;
  if (!before) work.after.directory_version = directory.version;
  if (!before || before->kinds_mark != mark) work.after.anew_after = Id<OrgUnit>{};
  work.after.kinds_mark = mark;
  // Until all is counted anew, what changes meanwhile waits: pages count for themselves.
  if (!work.before.anew_after) take_changes(reader, scope, years, work);
  if (before) take_changed_people(reader, scope, years, directory, work);
  take_all_anew(reader, scope, years, work);
  for (const auto& key :
       unit_year_store::due(reader, scope.institution, scope.today, static_cast<int>(years_at_once)))
    work.keys.insert(key);
  return work;
}

/// True where a waiting change may be about it.
bool is_waiting(db::Reader& reader, const Scope& scope, UnitYearKey key) {
  const auto waiting = interactions::waiting_contact_changes(reader, scope.institution, changes_at_once);
  if (waiting.size() == changes_at_once) return true;
  return std::ranges::any_of(waiting, [&](const ContactChange& change) {
    return change.month && scope.years().of(*change.month) == key.academic_year &&
           units_of(reader, scope, change).contains(key.unit);
  });
}

bool is_kept_right(db::Reader& reader, const Scope& scope, const Directory& directory, UnitYearKey key) {
  const auto state = unit_year_store::find_state(reader, scope.institution);
  if (!state || state->anew_after || state->kinds_mark != mark_of(directory, scope.years())) return false;
  const bool has_changed_people =
      state->directory_version < directory.version &&
      unit_year_store::has_changed_people(reader, scope.institution, key.unit, state->directory_version);
  return !has_changed_people && !is_waiting(reader, scope, key);
}

UnitYear count_by(const AcademicYears& years, db::Reader& reader, const Scope& scope,
                  const Directory& directory, UnitYearKey key) {
  const auto span = span_of(key.academic_year, scope.today, years);
  UnitYear year;
  // Years before the library's records are asked for too, of every department: one look instead of all posts.
  if (!unit_year_store::has_conversations(reader, scope.institution,
                                          {span.first, years.last_day(key.academic_year)}))
    return year;
  if (span.first <= span.last) year = unit_year_store::count(reader, scope.institution, key.unit, span);
  std::set<Id<Person>> people;
  for (const auto record : unit_year_store::people_spoken_with(reader, scope.institution, key.unit, span))
    if (const auto* person = directory.people.find_counted(record)) people.insert(person->id);
  year.people = static_cast<int>(people.size());
  const Span ahead{std::max(span.first, scope.today.plus_days(1)), years.last_day(key.academic_year)};
  if (ahead.first <= ahead.last)
    year.ahead_on = unit_year_store::next_conversation(reader, scope.institution, key.unit, ahead);
  return year;
}

}  // namespace

UnitYear recount(db::Reader& reader, const Scope& scope, const Directory& directory, UnitYearKey key) {
  return count_by(scope.years(), reader, scope, directory, key);
}

UnitYear of(db::Reader& reader, const Scope& scope, const Directory& directory, UnitYearKey key) {
  auto kept = unit_year_store::find(reader, scope.institution, key);
  const bool is_of_today = kept && (!kept->ahead_on || *kept->ahead_on > scope.today);
  if (is_of_today && is_kept_right(reader, scope, directory, key)) return *kept;
  return recount(reader, scope, directory, key);
}

bool catch_up(Scope& scope, const Directory& directory) {
  Work work;
  std::vector<std::pair<UnitYearKey, UnitYear>> made;
  scope.read([&](db::Reader& reader) {
    // Of this snapshot: what the scope has read may be older.
    const auto years = academic_years_of(reader, scope.institution);
    work = find_work(reader, scope, years, directory);
    for (const auto& key : work.keys) made.emplace_back(key, count_by(years, reader, scope, directory, key));
    return 0;
  });
  if (work.empty()) return false;
  const auto done = scope.write([&](db::Writer& writer) -> Result<Done> {
    if (!unit_year_store::put_state(writer, scope.institution, work.after))
      return conflict("Another program has counted meanwhile.");
    for (const auto& [key, year] : made) unit_year_store::put(writer, scope.institution, key, year);
    interactions::erase_contact_changes(writer, scope.institution, work.changes);
    return Done{};
  });
  return work.has_more || !done;
}

}  // namespace rapport::unit_years
