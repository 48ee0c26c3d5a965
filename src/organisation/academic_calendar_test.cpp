#include "organisation/academic_calendar.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "support/day.hpp"

namespace rapport {
namespace {

using test::day;
using testing::IsEmpty;
using testing::SizeIs;

const AcademicYears years;

TEST(StartingCalendar, CoversEveryDayOfEveryYear) {
  for (int year = 1990; year < 2060; ++year) {
    const auto periods = starting_calendar(year, years);
    EXPECT_THAT(faults_of(periods, year, years), IsEmpty()) << year;
    for (auto date = years.first_day(year); date <= years.last_day(year); date = date.plus_days(1))
      ASSERT_NE(period_on(periods, date), nullptr) << date.iso();
  }
}

RC_GTEST_PROP(StartingCalendar, CoversAYearThatBeginsOnAnyMonth, ()) {
  const auto other = years.with({*rc::gen::inRange(2024, 2028), *rc::gen::inRange(1U, 13U)});
  for (int year = 2022; year < 2030; ++year) {
    const auto periods = starting_calendar(year, other);
    RC_ASSERT(faults_of(periods, year, other).empty());
    for (auto date = other.first_day(year); date <= other.last_day(year); date = date.plus_days(1))
      RC_ASSERT(period_on(periods, date) != nullptr);
  }
}

TEST(StartingCalendar, TeachesTwelveElevenAndEightWeeksFromMondays) {
  const auto periods = starting_calendar(2026, years);
  EXPECT_EQ(periods[2],
            (CalendarPeriod{2026, PeriodKind::term, "Autumn term", day("2026-09-28"), day("2026-12-18")}));
  EXPECT_EQ(periods[4],
            (CalendarPeriod{2026, PeriodKind::term, "Spring term", day("2027-01-11"), day("2027-03-26")}));
  EXPECT_EQ(periods[6],
            (CalendarPeriod{2026, PeriodKind::term, "Summer term", day("2027-04-19"), day("2027-06-11")}));
}

TEST(TeachingWeek, CountsFromMondayAnewEachTerm) {
  const auto periods = starting_calendar(2026, years);
  const std::vector<std::pair<const char*, std::optional<int>>> table{
      {"2026-09-27", std::nullopt},  // the Sunday of welcome week
      {"2026-09-28", 1},
      {"2026-10-04", 1},
      {"2026-10-05", 2},
      {"2026-11-20", 8},
      {"2026-12-18", 12},
      {"2026-12-19", std::nullopt},
      {"2027-01-11", 1},
      {"2027-03-26", 11},
      {"2027-07-31", std::nullopt}};
  for (const auto& [date, week] : table) EXPECT_EQ(teaching_week(periods, day(date)), week) << date;
}

TEST(TeachingWeek, PassesOverExamsInsideATerm) {
  const auto periods = starting_calendar(2026, years);  // exams 10 May to 4 June 2027
  EXPECT_EQ(teaching_week(periods, day("2027-05-07")), 3);
  EXPECT_EQ(teaching_week(periods, day("2027-05-12")), std::nullopt);
  EXPECT_EQ(teaching_week(periods, day("2027-06-07")), 4);
  EXPECT_EQ(period_on(periods, day("2027-05-12"))->name, "Exams");
}

TEST(TeachingWeek, CountsATermThatBeginsInTheMiddleOfAWeek) {
  const std::vector<CalendarPeriod> periods{
      {2026, PeriodKind::term, "Autumn", day("2026-10-01"), day("2026-12-10")}};  // Thursday to Thursday
  EXPECT_EQ(teaching_week(periods, day("2026-10-01")), 1);
  EXPECT_EQ(teaching_week(periods, day("2026-10-05")), 2);
  EXPECT_EQ(teaching_week({}, day("2026-10-05")), std::nullopt);
}

/// Three years as many universities have them.
std::vector<CalendarPeriod> three_years() {
  std::vector<CalendarPeriod> periods;
  for (int year = 2025; year <= 2027; ++year)
    for (auto& period : starting_calendar(year, years)) periods.push_back(std::move(period));
  return periods;
}

TEST(WeightedDays, CountWorkingDaysOfTermAndLittleElse) {
  struct Row {
    const char* from;
    const char* to;
    double days;
  };
  // Autumn 2026: term 28 September to 18 December; Christmas until 10 January; spring until 26 March.
  const Row table[]{
      {"2026-10-05", "2026-10-05", 0},     // the same day
      {"2026-10-05", "2026-10-06", 1},     // Monday to Tuesday
      {"2026-10-09", "2026-10-12", 1},     // over a weekend
      {"2026-10-05", "2026-10-19", 10},    // two weeks of term
      {"2026-10-05", "2026-10-04", 0},     // backwards
      {"2026-09-18", "2026-09-25", 5},     // welcome week
      {"2026-12-18", "2027-01-10", 0.75},  // fifteen working days of Christmas
      {"2026-12-17", "2027-01-12", 1 + 0.75 + 2},
      {"2027-03-26", "2027-04-18", 3},    // Easter: fifteen working days
      {"2027-05-07", "2027-05-14", 2.5},  // an exam week inside the term
      {"2027-06-11", "2027-07-09", 7},    // summer: twenty working days
  };
  const auto periods = three_years();
  for (const auto& row : table)
    EXPECT_NEAR(weighted_days(periods, day(row.from), day(row.to), years), row.days, 1e-9)
        << row.from << ' ' << row.to;
}

TEST(WeightedDays, CountWorkingDaysWhereThereAreNoTerms) {
  EXPECT_EQ(weighted_days({}, day("2026-12-18"), day("2027-01-01"), years), 10);
  const auto periods = three_years();  // and nothing of 2031
  EXPECT_EQ(weighted_days(periods, day("2031-12-18"), day("2032-01-01"), years), 10);
}

TEST(WeightedDays, TakeAGapBetweenTermsForAVacation) {
  const std::vector<CalendarPeriod> terms{
      {2026, PeriodKind::term, "Autumn", day("2026-09-28"), day("2026-12-18")},
      {2026, PeriodKind::term, "Spring", day("2027-01-11"), day("2027-03-26")}};
  EXPECT_NEAR(weighted_days(terms, day("2026-12-18"), day("2027-01-10"), years), 3, 1e-9);
}

TEST(WeightedDays, TakeTheShorterOfTwoPeriodsThatOverlap) {
  const std::vector<CalendarPeriod> periods{
      {2026, PeriodKind::term, "Autumn", day("2026-09-28"), day("2026-12-18")},
      {2026, PeriodKind::vacation, "Reading week", day("2026-11-02"), day("2026-11-06")}};
  EXPECT_NEAR(weighted_days(periods, day("2026-10-30"), day("2026-11-09"), years), 5 * 0.2 + 1, 1e-9);
}

TEST(WeightedDays, HaveAnInverse) {
  struct Row {
    const char* date;
    double days;
    const char* expected;
  };
  const Row table[]{
      {"2026-10-05", 0, "2026-10-05"},   {"2026-10-05", 1, "2026-10-06"},
      {"2026-10-09", 1, "2026-10-12"},   {"2026-10-05", 30, "2026-11-16"},  // six weeks of term
      {"2026-11-16", -30, "2026-10-05"},                                    // and back
      {"2027-01-15", -30, "2026-11-16"},  // stretched by Christmas: 24 days, 0.75 and 5
      {"2027-01-02", 2, "2027-01-12"},
  };
  const auto periods = three_years();
  for (const auto& row : table)
    EXPECT_EQ(plus_weighted_days(periods, day(row.date), row.days, years).iso(), row.expected)
        << row.date << row.days;
}

/// Periods anywhere and of any kind, as an administrator may type them.
std::vector<CalendarPeriod> any_periods() {
  std::vector<CalendarPeriod> periods;
  for (int i = *rc::gen::inRange(0, 12); i > 0; --i) {
    const auto from = day("2025-08-01").plus_days(*rc::gen::inRange(0, 1000));
    periods.push_back({years.of(from), static_cast<PeriodKind>(*rc::gen::inRange(0, 4)), "Period", from,
                       from.plus_days(*rc::gen::inRange(0, 120))});
  }
  return periods;
}
Date any_day() {
  return day("2025-06-01").plus_days(*rc::gen::inRange(0, 1100));
}

RC_GTEST_PROP(WeightedDays, AddUp, ()) {
  const auto periods = any_periods();
  std::vector<Date> days{any_day(), any_day(), any_day()};
  std::ranges::sort(days);
  const auto whole = weighted_days(periods, days[0], days[2], years);
  const auto parts =
      weighted_days(periods, days[0], days[1], years) + weighted_days(periods, days[1], days[2], years);
  RC_ASSERT(std::abs(whole - parts) < 1e-6);
  RC_ASSERT(whole >= 0 && whole <= days[2] - days[0]);
}

RC_GTEST_PROP(WeightedDays, AreReachedOnTheInversesDayAndNotBefore, ()) {
  const auto periods = any_periods();
  const auto date = any_day();
  const double days = 0.05 * *rc::gen::inRange(1, 1200);
  const auto then = plus_weighted_days(periods, date, days, years);
  RC_ASSERT(weighted_days(periods, date, then, years) > days - 1e-6);
  RC_ASSERT(weighted_days(periods, date, then.plus_days(-1), years) < days - 1e-6);
  const auto since = plus_weighted_days(periods, date, -days, years);
  RC_ASSERT(weighted_days(periods, since, date, years) < days + 1e-6);
  RC_ASSERT(weighted_days(periods, since.plus_days(-1), date, years) > days + 1e-6);
}

TEST(WeightedDays, GoNoFurtherThanFourYears) {
  EXPECT_EQ(plus_weighted_days({}, day("2026-10-05"), 1e9, years) - day("2026-10-05"), 4 * 366);
  EXPECT_EQ(plus_weighted_days({}, day("2026-10-05"), -1e9, years) - day("2026-10-05"), -4 * 366);
}

TEST(CalendarFaults, NameThePeriodThatIsWrong) {
  const auto faults = [](std::vector<CalendarPeriod> periods) { return faults_of(periods, 2026, years); };
  const auto term = [](const char* name, const char* from, const char* to) {
    return CalendarPeriod{2026, PeriodKind::term, name, day(from), day(to)};
  };
  EXPECT_THAT(
      faults({term("Autumn", "2026-10-01", "2026-12-01"), term("Spring", "2026-12-01", "2027-03-01")}),
      testing::ElementsAre(Fault{"period-1", "Spring and Autumn share days."}));
  EXPECT_THAT(faults({term(" ", "2026-10-01", "2026-12-01")}), SizeIs(1));
  EXPECT_THAT(faults({term("Late", "2027-07-01", "2027-08-01")}), SizeIs(1));
  EXPECT_THAT(faults({term("Back", "2026-12-01", "2026-10-01")}), SizeIs(1));
}

}  // namespace
}  // namespace rapport
