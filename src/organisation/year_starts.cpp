// The front door of when academic years begin.
#include "organisation/year_starts.hpp"

#include <set>

#include "audit/audit.hpp"
#include "base/text.hpp"
#include "json/json.hpp"
#include "organisation/organisation.hpp"
#include "organisation/year_start_store.hpp"

namespace rapport::organisation {
namespace {

void record(Scope& scope, db::Writer& writer, const YearStartChange& change, unsigned month_before) {
  audit::record_change(
      scope, writer,
      {.action = "changed",
       .subject = "academic_year_change",
       .subject_id = change.number,
       .details = json::write(json::Value(json::Object{{"from_year", change.start.from_year},
                                                       {"month", static_cast<int>(change.start.month)},
                                                       {"month_before", static_cast<int>(month_before)}}))});
}

std::set<int> years_of(const std::vector<CalendarPeriod>& periods, int first_year) {
  std::set<int> years;
  for (const auto& period : periods)
    if (period.academic_year >= first_year) years.insert(period.academic_year);
  return years;
}

/// One year's periods of a calendar that would begin before or end after it.
std::vector<std::string> outside_of(const std::vector<CalendarPeriod>& periods, int academic_year,
                                    const AcademicYears& after, Date today) {
  std::vector<std::string> names;
  for (const auto& period : periods)
    if (after.of(period.starts_on) != academic_year || after.of(period.ends_on) != academic_year)
      names.push_back(period.name + " (" + short_words(period.starts_on, today) + " to " +
                      short_words(period.ends_on, today) + ")");
  return names;
}

}  // namespace

std::vector<YearStartChange> year_start_changes(Scope& scope) {
  return scope.read([&](db::Reader& reader) { return year_start_store::changes(reader, scope.institution); });
}

std::vector<YearNote> calendar_notes(const Calendars& calendars, const AcademicYears& after, int from_year,
                                     Date today) {
  std::vector<YearNote> notes;
  std::vector<std::optional<Id<Calendar>>> all{std::nullopt};
  for (const auto& calendar : calendars.others()) all.emplace_back(calendar.id);
  for (const auto id : all)
    for (const int year : years_of(calendars.periods(id), from_year - 1)) {
      const auto names = outside_of(calendars.periods(id, year), year, after, today);
      if (names.empty()) continue;
      notes.push_back({join_words(names) + (names.size() == 1 ? " lies" : " lie") + " outside of " +
                           after.words(year) + " in the calendar of " +
                           (id ? calendars.find(*id)->name : std::string("the university")) +
                           ". The days hold until you change them.",
                       "/settings/calendar/" + (id ? std::to_string(id->value) : std::string("university")) +
                           "/" + std::to_string(year)});
    }
  return notes;
}

Result<Done> change_year_start(Scope& scope, const YearsInUse& in_use, const YearStartDraft& draft) {
  if (!may_change(scope.viewer))
    return forbidden("The calendar is looked after by team leaders and administrators. Ask one of them.");
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto last = year_start_store::last_number(writer, scope.institution);
    if (last != draft.seen)
      return conflict("Somebody has changed when academic years begin while you were looking.");
    const auto years = academic_years_of(writer, scope.institution);
    if (auto faults = faults_of(draft.start, years, scope.today, in_use.held(writer, scope.institution));
        !faults.empty())
      return invalid(std::move(faults));
    const YearStartChange change{
        .number = last + 1, .start = draft.start, .made_by = scope.viewer.staff, .made_at = scope.now};
    year_start_store::insert(writer, scope.institution, change);
    record(scope, writer, change, years.month(draft.start.from_year));
    return Done{};
  });
}

}  // namespace rapport::organisation
