#include "base/instant.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <stdexcept>

namespace rapport {
namespace {

Date day(int year, unsigned month, unsigned number) {
  return Date::of(year, month, number).value();
}
Instant instant(std::string_view iso) {
  return Instant::parse_iso(iso).value();
}

TEST(Instant, PrintsIsoWithMilliseconds) {
  EXPECT_EQ(Instant{0}.iso(), "1970-01-01T00:00:00.000Z");
  EXPECT_EQ(Instant{-1}.iso(), "1969-12-31T23:59:59.999Z");
  EXPECT_EQ(instant("2026-11-12T09:30:00Z").iso(), "2026-11-12T09:30:00.000Z");
}

TEST(Instant, RefusesWhatIsNotIso) {
  for (const char* text : {"", "2026-11-12", "2026-11-12T09:30Z", "2026-11-12T24:00:00Z",
                           "2026-11-12T09:60:00Z", "2026-11-12T09:30:60Z", "2026-02-30T09:30:00Z",
                           "2026-11-12T09:30:00", "2026-11-12T09:30:00.1Z", "2026-11-12T09:30:00.1234Z",
                           "2026-11-12 09:30:00Z", "2026-11-12T09:30:00+01:00", "2026-11-12T-9:30:00Z"}) {
    EXPECT_FALSE(Instant::parse_iso(text)) << text;
  }
}

RC_GTEST_PROP(Instant, IsReadBackAsPrinted, ()) {
  const auto first = instant("1000-01-01T00:00:00Z").milliseconds;
  const auto last = instant("9999-12-31T23:59:59.999Z").milliseconds;
  const Instant any{*rc::gen::inRange<std::int64_t>(first, last)};
  RC_ASSERT(Instant::parse_iso(any.iso()) == any);
}

TEST(TimeOfDay, ReadsTheUsualSpellings) {
  for (const char* text : {"9:30", "09:30", "0930"})
    EXPECT_EQ(TimeOfDay::parse(text), TimeOfDay{570}) << text;
  EXPECT_EQ(TimeOfDay::parse("23:59")->words(), "23:59");
  for (const char* text :
       {"", "9", "930", "24:00", "12:60", "12:5", "1:2:3", ":30", "12:", "ab:cd", "123:45", "-9:30"}) {
    EXPECT_FALSE(TimeOfDay::parse(text)) << text;
  }
}

TEST(Zone, NamesTheZoneThatIsUnknown) {
  try {
    Zone("Mars/Olympus");
    FAIL() << "an unknown zone was taken";
  } catch (const std::runtime_error& error) {
    EXPECT_NE(std::string(error.what()).find("Mars/Olympus"), std::string::npos);
  }
}

TEST(Zone, KnowsWhichDayItIsInLondon) {
  const Zone london("Europe/London");
  EXPECT_EQ(london.local_date(instant("2026-07-01T23:30:00Z")), day(2026, 7, 2));  // summer time
  EXPECT_EQ(london.local_time(instant("2026-07-01T23:30:00Z")), TimeOfDay{30});
  EXPECT_EQ(london.local_date(instant("2026-12-01T23:30:00Z")), day(2026, 12, 1));
}

TEST(Zone, GivesTheFirstMomentAfterTheHourThatSummerTimeSkips) {
  const Zone london("Europe/London");
  for (const int minutes : {60, 61, 90, 119}) {
    EXPECT_EQ(london.instant_of(day(2026, 3, 29), {minutes}).iso(), "2026-03-29T01:00:00.000Z") << minutes;
  }
  EXPECT_EQ(london.instant_of(day(2026, 3, 29), {120}).iso(), "2026-03-29T01:00:00.000Z");
  EXPECT_EQ(london.instant_of(day(2026, 3, 29), {59}).iso(), "2026-03-29T00:59:00.000Z");
}

TEST(Zone, TakesTheFirstPassOfTheHourThatComesTwice) {
  const Zone london("Europe/London");
  EXPECT_EQ(london.instant_of(day(2026, 10, 25), {90}).iso(), "2026-10-25T00:30:00.000Z");
  EXPECT_EQ(london.local_time(instant("2026-10-25T01:30:00Z")), TimeOfDay{90});
}

TEST(Zone, TurnsEveryHourOfAYearThereAndBack) {
  const Zone london("Europe/London");
  int differing_hours = 0;
  const Instant start = instant("2026-01-01T00:00:00Z");
  for (int hour = 0; hour < 365 * 24; ++hour) {
    const Instant moment = start.plus(std::chrono::hours(hour));
    if (london.instant_of(london.local_date(moment), london.local_time(moment)) != moment) ++differing_hours;
  }
  EXPECT_EQ(differing_hours, 1);  // the second pass in October
}

}  // namespace
}  // namespace rapport
