// Where a day stands in the academic year. Pure; the rows are academic_calendar_store.cpp.
#include "organisation/academic_calendar.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.hpp"
#include "organisation/academic_calendar_store.hpp"

namespace rapport {
namespace {

constexpr std::array<std::string_view, 4> kind_codes{"term", "vacation", "exams", "welcome"};
constexpr std::size_t periods_max = 40;
constexpr int weighted_calendar_days_max = 4 * 366;
/// Weights are multiples of 0.05: sums of them that should be equal differ by less than this.
constexpr double hair = 1e-9;

Date day(int year, unsigned month, unsigned day_of_month) {
  return Date::of(year, month, day_of_month).value();
}

Date monday_of(Date date) {
  return date.plus_days(-static_cast<int>(date.weekday()));
}
Date monday_from(Date date) {
  return monday_of(date.plus_days(6));
}
/// The Friday of the last of so many weeks that begin with a Monday.
Date friday_after(Date monday, int weeks) {
  return monday.plus_days(weeks * 7 - 3);
}

int length(const CalendarPeriod& period) {
  return period.ends_on - period.starts_on;
}

/// True when anybody is taught in the term between that Monday and Friday.
bool is_taught(std::span<const CalendarPeriod> periods, const CalendarPeriod& term, Date monday) {
  for (int i = 0; i < 5; ++i)
    if (period_on(periods, monday.plus_days(i)) == &term) return true;
  return false;
}

bool holds_day(const CalendarPeriod& period, unsigned month, unsigned day_of_month) {
  for (const int year : {period.starts_on.year(), period.ends_on.year()})
    if (const auto date = day(year, month, day_of_month); date >= period.starts_on && date <= period.ends_on)
      return true;
  return false;
}

constexpr double other_vacation_weight = 0.2;

double vacation_weight(const CalendarPeriod& vacation) {
  if (holds_day(vacation, 12, 25)) return 0.05;
  if (holds_day(vacation, 7, 31) || holds_day(vacation, 8, 1)) return 0.35;
  return other_vacation_weight;
}

double period_weight(const CalendarPeriod& period) {
  switch (period.kind) {
    case PeriodKind::term:
    case PeriodKind::welcome:
      return 1;
    case PeriodKind::exams:
      return 0.5;
    case PeriodKind::vacation:
      break;
  }
  return vacation_weight(period);
}

bool has_terms(std::span<const CalendarPeriod> periods, int academic_year) {
  return std::ranges::any_of(periods, [&](const CalendarPeriod& period) {
    return period.kind == PeriodKind::term && period.academic_year == academic_year;
  });
}

/// From 1 August to 31 July.
std::vector<CalendarPeriod> english_year(int academic_year) {
  const AcademicYears years;
  const auto autumn = monday_from(day(academic_year, 9, 25));
  const auto autumn_end = friday_after(autumn, 12);
  const auto welcome = autumn.plus_days(-7);
  const auto spring = monday_from(day(academic_year + 1, 1, 7));
  const auto spring_end = friday_after(spring, 11);
  const auto summer = monday_from(day(academic_year + 1, 4, 16));
  const auto summer_end = friday_after(summer, 8);
  const auto exams = summer.plus_days(21);
  const auto period = [&](PeriodKind kind, const char* name, Date from, Date to) {
    return CalendarPeriod{academic_year, kind, name, from, to};
  };
  return {
      period(PeriodKind::vacation, "Summer vacation", years.first_day(academic_year), welcome.plus_days(-1)),
      period(PeriodKind::welcome, "Welcome week", welcome, autumn.plus_days(-1)),
      period(PeriodKind::term, "Autumn term", autumn, autumn_end),
      period(PeriodKind::vacation, "Christmas vacation", autumn_end.plus_days(1), spring.plus_days(-1)),
      period(PeriodKind::term, "Spring term", spring, spring_end),
      period(PeriodKind::vacation, "Easter vacation", spring_end.plus_days(1), summer.plus_days(-1)),
      period(PeriodKind::term, "Summer term", summer, summer_end),
      period(PeriodKind::exams, "Exams", exams, friday_after(exams, 4)),
      period(PeriodKind::vacation, "Summer vacation", summer_end.plus_days(1), years.last_day(academic_year)),
  };
}

}  // namespace

std::string_view code(PeriodKind kind) {
  return kind_codes[static_cast<std::size_t>(kind)];
}

std::optional<PeriodKind> period_kind_of(std::string_view code) {
  for (std::size_t i = 0; i < kind_codes.size(); ++i)
    if (kind_codes[i] == code) return static_cast<PeriodKind>(i);
  return std::nullopt;
}

const CalendarPeriod* period_on(std::span<const CalendarPeriod> periods, Date date) {
  const CalendarPeriod* found = nullptr;
  for (const auto& period : periods) {
    if (date < period.starts_on || date > period.ends_on) continue;
    if (found == nullptr || length(period) < length(*found)) found = &period;
  }
  return found;
}

std::optional<int> teaching_week(std::span<const CalendarPeriod> periods, Date date) {
  const auto* term = period_on(periods, date);
  if (term == nullptr || term->kind != PeriodKind::term) return std::nullopt;
  int week = 0;
  for (auto monday = monday_of(term->starts_on); monday <= date; monday = monday.plus_days(7))
    if (is_taught(periods, *term, monday)) ++week;
  return week == 0 ? std::nullopt : std::optional(week);
}

double weight_of(std::span<const CalendarPeriod> periods, Date date, const AcademicYears& years) {
  if (date.weekday() >= Weekday::saturday) return 0;
  if (const auto* period = period_on(periods, date)) return period_weight(*period);
  return has_terms(periods, years.of(date)) ? other_vacation_weight : 1;
}

double weighted_days(std::span<const CalendarPeriod> periods, Date from, Date to,
                     const AcademicYears& years) {
  double sum = 0;
  for (auto date = from.plus_days(1); date <= to; date = date.plus_days(1))
    sum += weight_of(periods, date, years);
  return sum;
}

Date plus_weighted_days(std::span<const CalendarPeriod> periods, Date date, double days,
                        const AcademicYears& years) {
  double left = std::abs(days) + (days < 0 ? hair : -hair);
  for (int i = 0; i < weighted_calendar_days_max; ++i) {
    if (days >= 0 && left <= 0) return date;
    const auto counted = days < 0 ? date : date.plus_days(1);
    left -= weight_of(periods, counted, years);
    if (days < 0 && left < 0) return date;
    date = date.plus_days(days < 0 ? -1 : 1);
  }
  return date;
}

std::vector<CalendarPeriod> starting_calendar(int academic_year, const AcademicYears& years) {
  const auto first = years.first_day(academic_year);
  const auto last = years.last_day(academic_year);
  std::vector<CalendarPeriod> periods;
  // English years that the institution's own may have days of.
  for (int year = academic_year - 1; year <= academic_year + 2; ++year)
    for (auto period : english_year(year)) {
      period.academic_year = academic_year;
      period.starts_on = std::max(period.starts_on, first);
      period.ends_on = std::min(period.ends_on, last);
      if (period.starts_on > period.ends_on) continue;
      const bool goes_on = !periods.empty() && period.name == periods.back().name;
      if (goes_on)
        periods.back().ends_on = period.ends_on;
      else
        periods.push_back(std::move(period));
    }
  return periods;
}

std::vector<Fault> faults_of(std::span<const CalendarPeriod> periods, int academic_year,
                             const AcademicYears& years) {
  std::vector<Fault> faults;
  if (periods.size() > periods_max) faults.push_back({"periods", "Forty periods in a year are enough."});
  for (std::size_t i = 0; i < periods.size(); ++i) {
    const auto& period = periods[i];
    const auto fault = [&](std::string message) {
      faults.push_back({"period-" + std::to_string(i), std::move(message)});
    };
    if (trim(period.name).empty() || character_count(period.name) > 60)
      fault("Give the period a short name.");
    if (period.ends_on < period.starts_on) fault(period.name + " ends before it starts.");
    if (period.starts_on < years.first_day(academic_year) || period.ends_on > years.last_day(academic_year))
      fault(period.name + " lies outside the year, " + years.days_words(academic_year) + ".");
    for (std::size_t j = 0; j < i; ++j)
      if (periods[j].kind == period.kind && periods[j].starts_on <= period.ends_on &&
          period.starts_on <= periods[j].ends_on)
        fault(period.name + " and " + periods[j].name + " share days.");
  }
  return faults;
}

namespace organisation {

std::vector<CalendarPeriod> calendar(Scope& scope) {
  return scope.read([&](db::Reader& reader) { return calendar_of(reader, scope.institution); });
}

std::vector<CalendarPeriod> calendar_of(db::Reader& reader, Id<Institution> institution) {
  return academic_calendar_store::all(reader, institution);
}

}  // namespace organisation
}  // namespace rapport
