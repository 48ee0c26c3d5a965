// Every day has its year, whatever the rule.
#include "scope/academic_years.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "support/day.hpp"

namespace rapport {
namespace {

using test::day;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(AcademicYears, BeginOnTheFirstOfAugust) {
  const AcademicYears years;
  EXPECT_EQ(years.of(day("2026-07-31")), 2025);
  EXPECT_EQ(years.of(day("2026-08-01")), 2026);
  EXPECT_EQ(years.of(day("2027-01-01")), 2026);
  EXPECT_EQ(years.of(day("2028-02-29")), 2027);
  EXPECT_EQ(years.first_day(2026), day("2026-08-01"));
  EXPECT_EQ(years.last_day(2026), day("2027-07-31"));
  EXPECT_EQ(years.months(2026), 12);
  EXPECT_THAT(years.starts(), IsEmpty());
}

TEST(AcademicYears, AreNamedByTheYearInWhichTheyBegin) {
  const AcademicYears years;
  EXPECT_EQ(years.words(2026), "2026/27");
  EXPECT_EQ(years.words(1999), "1999/00");
  EXPECT_EQ(years.words(2008), "2008/09");
  EXPECT_EQ(years.days_words(2026), "1 August 2026 to 31 July 2027");
  const auto january = years.with({2027, 1});
  EXPECT_EQ(january.words(2026), "2026/27") << "what was printed stays true";
  EXPECT_EQ(january.words(2027), "2027");
  EXPECT_EQ(january.days_words(2027), "1 January 2027 to 31 December 2027");
}

TEST(AcademicYears, AreLongerOrShorterWhereTheStartMoves) {
  const auto september = AcademicYears().with({2027, 9});
  EXPECT_EQ(september.last_day(2026), day("2027-08-31"));
  EXPECT_EQ(september.months(2026), 13);
  EXPECT_EQ(september.of(day("2027-08-31")), 2026);
  EXPECT_EQ(september.of(day("2027-09-01")), 2027);
  EXPECT_EQ(september.months(2027), 12);
  EXPECT_EQ(AcademicYears().with({2027, 1}).months(2026), 5);
  EXPECT_EQ(AcademicYears().with({2027, 12}).with({2028, 1}).months(2027), 1);
  EXPECT_EQ(AcademicYears().with({AcademicYears::beginning, 1}).with({2027, 12}).months(2026), 23);
  // The last day of February of a leap year.
  EXPECT_EQ(AcademicYears().with({2028, 3}).last_day(2027), day("2028-02-29"));
  EXPECT_EQ(AcademicYears().with({2028, 3}).of(day("2028-02-29")), 2027);
}

TEST(AcademicYears, SayEachRuleOnce) {
  const auto years = AcademicYears().with({2027, 9}).with({2030, 1});
  EXPECT_THAT(years.starts(), ElementsAre(YearStart{2027, 9}, YearStart{2030, 1}));
  EXPECT_THAT(years.with({2028, 9}).starts(), ElementsAre(YearStart{2027, 9})) << "later ones hold no more";
  EXPECT_EQ(years.with({2027, 8}), AcademicYears()) << "back again";
  EXPECT_EQ(AcademicYears().with({2027, 8}), AcademicYears());
}

AcademicYears any_years() {
  AcademicYears years;
  const int changes = *rc::gen::inRange(0, 8);
  for (int i = 0; i < changes; ++i)
    years = years.with({*rc::gen::inRange(1995, 2035), *rc::gen::inRange(1U, 13U)});
  return years;
}

RC_GTEST_PROP(AcademicYears, HoldEveryDayOnceAndNameNoneTwice, ()) {
  const auto years = any_years();
  std::set<std::string> names;
  for (int year = 2000; year < 2030; ++year) {
    RC_ASSERT(years.first_day(year) <= years.last_day(year));
    RC_ASSERT(years.last_day(year).plus_days(1) == years.first_day(year + 1));
    RC_ASSERT(years.first_day(year).day() == 1U);
    RC_ASSERT(years.first_day(year).year() == year);
    RC_ASSERT(years.first_day(year).plus_months(years.months(year)) == years.first_day(year + 1));
    RC_ASSERT(names.insert(years.words(year)).second);
    for (auto date = years.first_day(year); date <= years.last_day(year); date = date.plus_days(1))
      RC_ASSERT(years.of(date) == year);
  }
}

RC_GTEST_PROP(AcademicYears, ChangeNoDayBeforeTheFirstThatEitherRuleNames, ()) {
  const auto before = any_years();
  const YearStart start{*rc::gen::inRange(2000, 2030), *rc::gen::inRange(1U, 13U)};
  const auto after = before.with(start);
  const auto since = std::min(before.first_day(start.from_year), after.first_day(start.from_year));
  for (auto date = day("1999-01-01"); date < since; date = date.plus_days(1))
    RC_ASSERT(before.of(date) == after.of(date));
  for (int year = 1999; year < start.from_year; ++year) RC_ASSERT(before.words(year) == after.words(year));
}

}  // namespace
}  // namespace rapport
