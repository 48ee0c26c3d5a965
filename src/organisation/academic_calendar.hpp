// What academic years are made of: terms, vacations, exam and welcome weeks. When they begin is
// scope/academic_years.hpp.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "scope/scope.hpp"

namespace rapport {

enum class PeriodKind { term, vacation, exams, welcome };
[[nodiscard]] std::string_view code(PeriodKind kind);
[[nodiscard]] std::optional<PeriodKind> period_kind_of(std::string_view code);

struct CalendarPeriod {
  int academic_year = 0;
  PeriodKind kind = PeriodKind::term;
  std::string name;
  Date starts_on;
  Date ends_on;  ///< the last day

  friend bool operator==(const CalendarPeriod&, const CalendarPeriod&) = default;
};

/// The period on that day. Where several overlap the shortest: the exam week inside a term.
[[nodiscard]] const CalendarPeriod* period_on(std::span<const CalendarPeriod> periods, Date date);
/// Weeks from Monday in which the term is taught on a working day, counted from 1 and anew each term; nothing
/// outside terms. Exams or a vacation inside a term are not counted.
[[nodiscard]] std::optional<int> teaching_week(std::span<const CalendarPeriod> periods, Date date);

/// What a day counts for a rhythm between people (product.md, Gone quiet): a working day of term or welcome
/// week 1, of exams 0.5, of a vacation 0.05 at Christmas, 0.35 in summer and else 0.2; Saturdays and Sundays
/// 0. A working day in no period counts as in a vacation where its academic year has terms, and 1 where it
/// has none.
[[nodiscard]] double weight_of(std::span<const CalendarPeriod> periods, Date date,
                               const AcademicYears& years);
/// The weights of the days after `from` up to `to`, added up; 0 where `to` is not later.
[[nodiscard]] double weighted_days(std::span<const CalendarPeriod> periods, Date from, Date to,
                                   const AcademicYears& years);
/// The inverse. Forwards: the first day from which so many weighted days have passed since `date`. Backwards,
/// where `days` is below 0: the earliest day since which no more have passed until `date`. Goes four years at
/// most.
[[nodiscard]] Date plus_weighted_days(std::span<const CalendarPeriod> periods, Date date, double days,
                                      const AcademicYears& years);

/// Autumn, spring and summer term with their vacations, welcome and exams, as many English universities have
/// them: what a new institution starts with and then changes. Covers the year without gaps; where it begins
/// on another day than 1 August, with the parts of English years that lie in it.
[[nodiscard]] std::vector<CalendarPeriod> starting_calendar(int academic_year, const AcademicYears& years);

/// A period without a name, that ends before it starts, reaches out of the year, or overlaps one of its kind.
/// A fault's field is `period-` and its number from 0.
[[nodiscard]] std::vector<Fault> faults_of(std::span<const CalendarPeriod> periods, int academic_year,
                                           const AcademicYears& years);

namespace organisation {

/// In order of their start, all years.
[[nodiscard]] std::vector<CalendarPeriod> calendar(Scope& scope);
[[nodiscard]] std::vector<CalendarPeriod> calendar_of(db::Reader& reader, Id<Institution> institution);

}  // namespace organisation
}  // namespace rapport
