#include "base/date.hpp"

#include <gtest/gtest.h>

#include <array>

namespace rapport {
namespace {

Date day(int year, unsigned month, unsigned number) {
  return Date::of(year, month, number).value();
}

const Date today = day(2026, 11, 12);  // a Thursday

TEST(Date, RefusesThirtyFirstOfFebruary) {
  EXPECT_FALSE(Date::of(2026, 2, 31));
  EXPECT_FALSE(Date::parse_iso("2026-02-31"));
}

TEST(Date, KnowsLeapYearsByTheGregorianRule) {
  EXPECT_TRUE(Date::of(2024, 2, 29));
  EXPECT_FALSE(Date::of(2026, 2, 29));
  EXPECT_TRUE(Date::of(2000, 2, 29));
  EXPECT_FALSE(Date::of(1900, 2, 29));
}

TEST(Date, RefusesNumbersThatNoCalendarHas) {
  EXPECT_FALSE(Date::of(999, 1, 1));
  EXPECT_FALSE(Date::of(10000, 1, 1));
  EXPECT_FALSE(Date::of(2026, 0, 1));
  EXPECT_FALSE(Date::of(2026, 13, 1));
  EXPECT_FALSE(Date::of(2026, 1, 0));
  EXPECT_FALSE(Date::of(2026, 257, 1));  // 1 if it were cut to a byte
}

TEST(Date, ReadsIsoAndNothingElse) {
  EXPECT_EQ(Date::parse_iso("2026-11-12"), today);
  for (const char* text :
       {"", "2026-11-1", "2026-1-12", "12-11-2026", "2026/11/12", "2026-11-12 ", " 2026-11-12", "+026-11-12",
        "2026-11-1a", "20261112", "2026-11-12T00:00", "２０２６-11-12"}) {
    EXPECT_FALSE(Date::parse_iso(text)) << text;
  }
}

TEST(Date, PrintsAndReadsBackEveryDayOfTwoHundredYears) {
  Date expected_weekday_anchor = day(1900, 1, 1);  // a Monday
  for (Date date = expected_weekday_anchor; date.year() <= 2100; date = date.plus_days(1)) {
    ASSERT_EQ(Date::parse_iso(date.iso()), date);
    ASSERT_EQ(Date::of(date.year(), date.month(), date.day()), date);
    ASSERT_EQ(static_cast<int>(date.weekday()), (date - expected_weekday_anchor) % 7);
  }
}

TEST(Date, CountsDaysFromTheEpoch) {
  EXPECT_EQ(day(1970, 1, 1).days(), 0);
  EXPECT_EQ(day(1969, 12, 31).days(), -1);
  EXPECT_EQ(day(2000, 3, 1).days(), 11017);
  EXPECT_EQ(day(2026, 11, 13) - today, 1);
}

TEST(Date, AddsMonthsAndStopsAtTheirLastDay) {
  EXPECT_EQ(day(2026, 1, 31).plus_months(1), day(2026, 2, 28));
  EXPECT_EQ(day(2024, 1, 31).plus_months(1), day(2024, 2, 29));
  EXPECT_EQ(day(2026, 3, 31).plus_months(-1), day(2026, 2, 28));
  EXPECT_EQ(day(2026, 11, 12).plus_months(14), day(2028, 1, 12));
}

TEST(Date, SaysTheYearOnlyWhereItIsNotThisYears) {
  EXPECT_EQ(long_words(day(2026, 11, 13), today), "Friday 13 November");
  EXPECT_EQ(long_words(day(2025, 11, 13), today), "Thursday 13 November 2025");
  EXPECT_EQ(short_words(day(2026, 9, 3), today), "3 Sep");
  EXPECT_EQ(short_words(day(2027, 1, 3), today), "3 Jan 2027");
}

struct Said {
  int days;
  const char* words;
};

class DateInWords : public ::testing::TestWithParam<Said> {};

TEST_P(DateInWords, IsWhatAColleagueWouldSay) {
  EXPECT_EQ(relative_words(today.plus_days(GetParam().days), today), GetParam().words);
}

INSTANTIATE_TEST_SUITE_P(Date, DateInWords,
                         ::testing::Values(Said{0, "today"}, Said{-1, "yesterday"}, Said{1, "tomorrow"},
                                           Said{-2, "2 days ago"}, Said{3, "in 3 days"},
                                           Said{-13, "13 days ago"}, Said{13, "in 13 days"},
                                           Said{-14, "2 weeks ago"}, Said{14, "in 2 weeks"},
                                           Said{-27, "3 weeks ago"}, Said{-49, "7 weeks ago"},
                                           Said{-60, "8 weeks ago"},  // 13 September: two months are not full
                                           Said{-61, "2 months ago"},    // 12 September
                                           Said{61, "in 2 months"},      // 12 January
                                           Said{-153, "5 months ago"},   // 12 June
                                           Said{-729, "23 months ago"},  // 13 November 2024
                                           Said{-731, "2 years ago"},    // 12 November 2024
                                           Said{731, "in 2 years"}, Said{-365 * 5 - 2, "5 years ago"}));

TEST(Date, SaysTheSameSpanBackwardsAndForwards) {
  for (int days = 2; days < 1500; ++days) {
    const std::string back = relative_words(today.plus_days(-days), today);
    const std::string forth = relative_words(today, today.plus_days(-days));
    ASSERT_EQ(back.substr(0, back.size() - 4), forth.substr(3)) << days;
  }
}

}  // namespace
}  // namespace rapport
