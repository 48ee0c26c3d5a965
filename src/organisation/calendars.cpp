// Which days hold for whom, and changing them.
#include "organisation/calendars.hpp"

#include <algorithm>

#include "audit/audit.hpp"
#include "base/random.hpp"
#include "base/text.hpp"
#include "json/json.hpp"
#include "organisation/academic_calendar_store.hpp"
#include "organisation/organisation.hpp"

namespace rapport {
namespace {

using academic_calendar_store::replace;

constexpr int first_year = 1950;
constexpr int last_year = 2200;
constexpr std::size_t because_characters_max = 300;

Refusal only_leaders() {
  return forbidden("The calendar is looked after by team leaders and administrators. Ask one of them.");
}

void check_year(std::vector<Fault>& faults, std::string field, int academic_year) {
  if (academic_year < first_year || academic_year > last_year)
    faults.push_back({std::move(field), "Choose a year from 1950 to 2200."});
}

std::vector<Fault> faults_of(const CalendarDraft& draft, const Calendars& all,
                             std::optional<Id<Calendar>> id) {
  std::vector<Fault> faults;
  const auto name = tidy_line(draft.name);
  if (name.empty()) faults.push_back({"name", "Give the calendar a name, such as Nursing."});
  if (character_count(name) > calendar_name_characters_max)
    faults.push_back({"name", "A name is at most 60 characters long."});
  const auto is_taken = [&](const Calendar& other) {
    return other.id != id && fold(other.name) == fold(name);
  };
  if (std::ranges::any_of(all.others(), is_taken))
    faults.push_back({"name", "There is a calendar of that name already."});
  check_year(faults, "from_year", draft.from_year);
  if (!id && all.others().size() >= calendars_max) faults.push_back({"name", "Twenty calendars are enough."});
  return faults;
}

void record(Scope& scope, db::Writer& writer, std::string_view action, std::optional<std::int64_t> id,
            json::Object details) {
  audit::record_change(scope, writer,
                       {.action = std::string(action),
                        .subject = "calendar",
                        .subject_id = id,
                        .details = json::write(json::Value(std::move(details)))});
}

/// From the year of the draft on: those named keep it, those that kept it and are not named no more.
void put_units(db::Writer& writer, const Scope& scope, const Calendars& all, Id<Calendar> id,
               const CalendarDraft& draft) {
  std::vector<UnitCalendar> wanted;
  wanted.reserve(draft.units.size());
  for (const auto unit : draft.units) wanted.push_back({unit, draft.from_year, id});
  for (const auto& use : all.uses()) {
    const bool is_named = std::ranges::find(draft.units, use.unit) != draft.units.end();
    if (!is_named && all.in_year(use.unit, draft.from_year) == id)
      wanted.push_back({use.unit, draft.from_year, std::nullopt});
  }
  for (const auto& use : wanted)
    if (all.in_year(use.unit, draft.from_year) != use.calendar)
      academic_calendar_store::put_use(writer, scope.institution, use);
}

}  // namespace

Calendars::Calendars(std::vector<Calendar> all, PeriodsByCalendar periods, std::vector<UnitCalendar> uses)
    : all_(std::move(all)), periods_(std::move(periods)), uses_(std::move(uses)) {}

const Calendar* Calendars::find(Id<Calendar> id) const {
  const auto found = std::ranges::find(all_, id, &Calendar::id);
  return found == all_.end() ? nullptr : &*found;
}

const std::vector<CalendarPeriod>& Calendars::periods(std::optional<Id<Calendar>> calendar) const {
  static const std::vector<CalendarPeriod> none;
  const auto found = periods_.find(calendar);
  return found == periods_.end() ? none : found->second;
}

std::vector<CalendarPeriod> Calendars::periods(std::optional<Id<Calendar>> calendar,
                                               int academic_year) const {
  std::vector<CalendarPeriod> found;
  std::ranges::copy_if(periods(calendar), std::back_inserter(found),
                       [&](const CalendarPeriod& period) { return period.academic_year == academic_year; });
  return found;
}

std::optional<Id<OrgUnit>> Calendars::decided_by(const OrgDirectory& org,
                                                 std::optional<Id<OrgUnit>> unit) const {
  if (uses_.empty()) return std::nullopt;
  for (int up = 0; unit && up < 10; ++up) {
    if (std::ranges::any_of(uses_, [&](const UnitCalendar& use) { return use.unit == unit; })) return unit;
    const auto* entry = org.find(*unit);
    unit = entry == nullptr ? std::nullopt : entry->parent;
  }
  return std::nullopt;
}

std::optional<Id<Calendar>> Calendars::in_year(std::optional<Id<OrgUnit>> decided_by,
                                               int academic_year) const {
  std::optional<Id<Calendar>> calendar;
  for (const auto& use : uses_)
    if (use.unit == decided_by && use.from_year <= academic_year) calendar = use.calendar;
  return calendar;
}

std::vector<CalendarPeriod> Calendars::days_of(std::optional<Id<OrgUnit>> decided_by) const {
  const auto& own = periods(std::nullopt);
  if (!decided_by) return own;
  const auto is_of = [&](std::optional<Id<Calendar>> calendar, int academic_year) {
    const auto in_force = in_year(decided_by, academic_year);
    const bool is_empty = in_force && periods(in_force, academic_year).empty();
    return calendar == (is_empty ? std::nullopt : in_force);
  };
  std::vector<CalendarPeriod> days;
  for (const auto& [calendar, all] : periods_)
    std::ranges::copy_if(all, std::back_inserter(days),
                         [&](const CalendarPeriod& period) { return is_of(calendar, period.academic_year); });
  std::ranges::stable_sort(days, {}, &CalendarPeriod::starts_on);
  return days;
}

std::string mark_of(std::span<const CalendarPeriod> periods) {
  std::string mark;
  for (const auto& period : periods)
    mark.append(code(period.kind))
        .append(period.name)
        .append(period.starts_on.iso())
        .append(period.ends_on.iso());
  return std::to_string(periods.size()) + "-" + sha256_hex(mark).substr(0, 16);
}

std::vector<CalendarPeriod> gaps_of(std::span<const CalendarPeriod> periods, int academic_year,
                                    const AcademicYears& years) {
  std::vector<CalendarPeriod> gaps;
  for (auto day = years.first_day(academic_year); day <= years.last_day(academic_year);
       day = day.plus_days(1)) {
    if (period_on(periods, day) != nullptr) continue;
    if (!gaps.empty() && gaps.back().ends_on.plus_days(1) == day)
      gaps.back().ends_on = day;
    else
      gaps.push_back({academic_year, PeriodKind::vacation, "", day, day});
  }
  std::erase_if(gaps, [](const CalendarPeriod& gap) {
    for (auto day = gap.starts_on; day <= gap.ends_on; day = day.plus_days(1))
      if (static_cast<int>(day.weekday()) < 5) return false;
    return true;
  });
  return gaps;
}

namespace organisation {

Calendars calendars(Scope& scope) {
  return scope.read([&](db::Reader& reader) { return calendars_of(reader, scope.institution); });
}

Calendars calendars_of(db::Reader& reader, Id<Institution> institution) {
  return {academic_calendar_store::calendars(reader, institution),
          academic_calendar_store::by_calendar(reader, institution),
          academic_calendar_store::uses(reader, institution)};
}

Result<Id<Calendar>> add_calendar(Scope& scope, const CalendarDraft& draft) {
  if (!may_change(scope.viewer)) return only_leaders();
  return scope.write([&](db::Writer& writer) -> Result<Id<Calendar>> {
    const auto all = calendars_of(writer, scope.institution);
    if (auto faults = faults_of(draft, all, std::nullopt); !faults.empty()) return invalid(std::move(faults));
    const auto id = academic_calendar_store::insert(writer, scope, tidy_line(draft.name));
    for (const int year : {draft.from_year, draft.from_year + 1})
      replace(writer, scope.institution, id, year, all.periods(std::nullopt, year));
    put_units(writer, scope, all, id, draft);
    record(scope, writer, "added", id.value,
           {{"name", tidy_line(draft.name)}, {"from_year", draft.from_year}});
    return id;
  });
}

Result<Done> change_calendar(Scope& scope, Id<Calendar> id, int version, const CalendarDraft& draft) {
  if (!may_change(scope.viewer)) return only_leaders();
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto all = calendars_of(writer, scope.institution);
    const auto* calendar = all.find(id);
    if (calendar == nullptr) return not_found("That calendar is not here.");
    if (auto faults = faults_of(draft, all, id); !faults.empty()) return invalid(std::move(faults));
    if (calendar->version != version)
      return conflict("Somebody changed this calendar while you were looking at it. Your words are below.");
    academic_calendar_store::rename(writer, scope.institution, id, tidy_line(draft.name));
    put_units(writer, scope, all, id, draft);
    record(scope, writer, "changed", id.value,
           {{"name", tidy_line(draft.name)}, {"from_year", draft.from_year}});
    return Done{};
  });
}

Result<Done> change_year(Scope& scope, const CalendarYearDraft& draft) {
  if (!may_change(scope.viewer)) return only_leaders();
  auto faults = rapport::faults_of(draft.periods, draft.academic_year, scope.years());
  check_year(faults, "academic_year", draft.academic_year);
  const auto because = tidy_line(draft.because);
  if (scope.years().last_day(draft.academic_year) < scope.today && because.empty())
    faults.push_back(
        {"because", "That year is over. Say why its dates change: rhythms of that time change too."});
  if (character_count(because) > because_characters_max)
    faults.push_back({"because", "A reason is at most 300 characters long."});
  if (!faults.empty()) return invalid(std::move(faults));
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto all = calendars_of(writer, scope.institution);
    if (draft.calendar && all.find(*draft.calendar) == nullptr)
      return not_found("That calendar is not here.");
    if (mark_of(all.periods(draft.calendar, draft.academic_year)) != draft.seen)
      return conflict("Somebody changed these dates while you were looking at them. Yours are below.");
    replace(writer, scope.institution, draft.calendar, draft.academic_year, draft.periods);
    record(scope, writer, "dates_changed",
           draft.calendar ? std::optional(draft.calendar->value) : std::nullopt,
           {{"academic_year", draft.academic_year}, {"because", because}});
    return Done{};
  });
}

}  // namespace organisation
}  // namespace rapport
