// The rule of gone quiet: worked by hand, and against a day-by-day oracle over any calendar.
#include "relationships/quiet_rule.hpp"

#include <gmock/gmock.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "support/day.hpp"

namespace rapport {
namespace {

using test::day;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<Date> days(std::initializer_list<std::string_view> isos) {
  std::vector<Date> all;
  for (const auto iso : isos) all.push_back(day(iso));
  return all;
}

/// No periods: working days count one, weekends nothing.
const std::vector<CalendarPeriod> no_terms;

Rhythm rhythm_from(const std::vector<Date>& contacts, std::span<const CalendarPeriod> periods = no_terms) {
  return rhythm_of(episodes_of(contacts),
                   DayWeights(periods, day("2024-01-01"), day("2028-01-01"), AcademicYears()));
}
QuietDates dates_from(const std::vector<Date>& contacts, std::span<const CalendarPeriod> periods = no_terms,
                      Closeness closeness = Closeness::in_touch) {
  const DayWeights weights(periods, day("2024-01-01"), day("2028-01-01"), AcademicYears());
  return quiet_dates(rhythm_of(episodes_of(contacts), weights), weights, closeness).value();
}

TEST(Episodes, MergeWhatLiesSevenDaysApartAtMost) {
  EXPECT_THAT(episodes_of(days({"2026-03-09", "2026-03-02", "2026-03-02"})),
              ElementsAre(Episode{day("2026-03-02"), day("2026-03-09")}));
  EXPECT_THAT(episodes_of(days({"2026-03-02", "2026-03-10"})),
              ElementsAre(Episode{day("2026-03-02"), day("2026-03-02")},
                          Episode{day("2026-03-10"), day("2026-03-10")}));
  // Each within a week of the one before: one long episode.
  EXPECT_THAT(episodes_of(days({"2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23"})),
              ElementsAre(Episode{day("2026-03-02"), day("2026-03-23")}));
  EXPECT_THAT(episodes_of({}), IsEmpty());
}

TEST(Rhythm, KeepsTheLastEightGaps) {
  // Mondays, two weeks apart: ten working days each. The first gap, of a year, is the ninth and forgotten.
  std::vector<Date> contacts{day("2025-01-06")};
  for (int i = 0; i < 9; ++i) contacts.push_back(day("2026-01-05").plus_days(14 * i));
  const auto rhythm = rhythm_from(contacts);
  EXPECT_EQ(rhythm.gaps, 8);
  EXPECT_EQ(rhythm.gap_hundredths, 8 * 1000);
  EXPECT_EQ(rhythm.gap_days, 8 * 14);
  EXPECT_EQ(rhythm.last_on, day("2026-04-27"));
}

TEST(QuietDates, AreThreeTimesTheMeanGap) {
  // Gaps of 10, 20 and 12 working days: the mean is 14, twice 28, three times 42.
  const auto contacts = days({"2026-01-05", "2026-01-19", "2026-02-16", "2026-03-04"});
  ASSERT_EQ(rhythm_from(contacts).gap_hundredths, 4200);
  const auto dates = dates_from(contacts);
  // More than 28 working days after Wednesday 4 March: the 29th is Tuesday 14 April. More than 42: the 43rd.
  EXPECT_EQ(dates.hello_on, day("2026-04-14"));
  EXPECT_EQ(dates.quiet_on, day("2026-05-04"));
}

TEST(QuietDates, AreFifteenTermDaysAtTheLeast) {
  // Gaps of 6 and 6 working days (Monday to next week's Tuesday and on to Wednesday): three times is 18,
  // twice 12.
  const auto contacts = days({"2026-03-02", "2026-03-10", "2026-03-18"});
  ASSERT_EQ(rhythm_from(contacts).gap_hundredths, 1200);
  const auto dates = dates_from(contacts);
  EXPECT_EQ(dates.hello_on, day("2026-04-09"));  // the 16th working day after
  EXPECT_EQ(dates.quiet_on, day("2026-04-14"));  // the 19th
}

TEST(QuietDates, LetNobodyRestForMoreThan180Days) {
  const auto contacts = days({"2024-03-04", "2025-03-03", "2026-03-02"});
  EXPECT_EQ(dates_from(contacts).quiet_on, day("2026-03-02").plus_days(181));
  EXPECT_EQ(dates_from(contacts).hello_on, day("2026-03-02").plus_days(181));
}

TEST(QuietDates, KnowNoRhythmBelowThreeEpisodes) {
  const auto twice = days({"2026-03-02", "2026-03-20"});
  EXPECT_EQ(dates_from(twice), (QuietDates{day("2026-09-17"), day("2026-09-17")}));
  EXPECT_EQ(dates_from(twice, no_terms, Closeness::met), (QuietDates{day("2027-03-16"), day("2027-03-16")}));
  // Of a rhythm the level says nothing.
  const auto three = days({"2026-03-02", "2026-03-10", "2026-03-18"});
  EXPECT_EQ(dates_from(three, no_terms, Closeness::met), dates_from(three));
  const DayWeights weights(no_terms, day("2026-01-01"), day("2026-12-31"), AcademicYears());
  EXPECT_EQ(quiet_dates({}, weights, Closeness::in_touch), std::nullopt);
}

TEST(QuietDates, CountVacationsLittle) {
  const auto calendar = starting_calendar(2026, AcademicYears());
  // Fortnightly until the last Friday of the autumn term, 18 December 2026.
  const auto contacts = days({"2026-10-23", "2026-11-06", "2026-11-20", "2026-12-04", "2026-12-18"});
  ASSERT_EQ(rhythm_from(contacts, calendar).gap_hundredths, 4 * 1000);
  // Christmas counts 0.05 a working day: 15 of them are 0.75. Then 30 working days of term: 29.25 and one.
  EXPECT_EQ(dates_from(contacts, calendar).quiet_on, day("2027-02-19"));
  EXPECT_EQ(dates_from(contacts).quiet_on, day("2027-02-01"));
}

TEST(Quietness, BeginsOnItsDay) {
  const QuietDates dates{day("2026-04-14"), day("2026-05-04")};
  EXPECT_EQ(quietness_on(dates, day("2026-04-13")), Quietness::in_touch);
  EXPECT_EQ(quietness_on(dates, day("2026-04-14")), Quietness::worth_a_hello);
  EXPECT_EQ(quietness_on(dates, day("2026-05-03")), Quietness::worth_a_hello);
  EXPECT_EQ(quietness_on(dates, day("2026-05-04")), Quietness::gone_quiet);
}

TEST(SilenceWords, SayTheRhythmAndHowLongItHasBeen) {
  const auto today = day("2026-11-12");
  const Rhythm monthly{.last_on = day("2026-08-26"), .gaps = 4, .gap_hundredths = 8000, .gap_days = 122};
  EXPECT_EQ(silence_words(monthly, today), "Monthly until August, 11 weeks now");
  const Rhythm six_weeks{.last_on = day("2026-06-10"), .gaps = 2, .gap_hundredths = 6000, .gap_days = 85};
  EXPECT_EQ(silence_words(six_weeks, today), "Every six weeks until June, five months now");
  EXPECT_EQ(silence_words({.last_on = day("2025-10-01")}, today),
            "Spoke once, in October 2025, 13 months now");
  EXPECT_EQ(silence_words({.last_on = day("2023-02-01"), .gaps = 1}, today),
            "Spoke twice, last in February 2023, three years now");
  EXPECT_EQ(silence_words({}, today), "");
  EXPECT_EQ(short_silence_words(Quietness::gone_quiet, *monthly.last_on, today), "Gone quiet, 11 weeks");
  EXPECT_EQ(short_silence_words(Quietness::worth_a_hello, today.plus_days(-9), today),
            "Worth a hello, nine days");
}

// Any calendar -----------------------------------------------------------------------------------------

constexpr int first_year = 2024;

int number(int first, int last) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(first, last + 1));
}

/// None, some, with gaps, one over another, reaching out of their year.
std::vector<CalendarPeriod> any_calendar() {
  std::vector<CalendarPeriod> periods;
  const int count = number(0, 12);
  for (int i = 0; i < count; ++i) {
    const auto starts_on = day("2024-06-01").plus_days(number(0, 1200));
    periods.push_back({.academic_year = first_year + number(0, 3),
                       .kind = static_cast<PeriodKind>(number(0, 3)),
                       .name = "Period",
                       .starts_on = starts_on,
                       .ends_on = starts_on.plus_days(number(0, 150))});
  }
  return periods;
}

std::vector<Date> any_contacts(int least) {
  std::vector<Date> contacts;
  const int count = number(least, 30);
  for (int i = 0; i < count; ++i) contacts.push_back(day("2025-01-01").plus_days(number(0, 500)));
  return contacts;
}

/// As the definition reads, one day after the other.
struct Oracle {
  std::span<const CalendarPeriod> periods;
  std::vector<Date> contacts;

  [[nodiscard]] std::vector<std::pair<Date, Date>> episodes() const {
    auto sorted = contacts;
    std::ranges::sort(sorted);
    std::vector<std::pair<Date, Date>> all;
    for (const auto contact : sorted) {
      if (!all.empty() && contact <= all.back().second.plus_days(7))
        all.back().second = contact;
      else
        all.emplace_back(contact, contact);
    }
    return all;
  }
  [[nodiscard]] Date first_day_beyond(double factor) const {
    const auto all = episodes();
    const auto last = all.back().second;
    double gaps = 0;
    int count = 0;
    for (std::size_t i = all.size(); i-- > 1 && count < 8; ++count)
      gaps += weighted_days(periods, all[i - 1].second, all[i].first, AcademicYears());
    const bool has_rhythm = all.size() >= 3;
    double passed = 0;
    for (auto date = last.plus_days(1);; date = date.plus_days(1)) {
      passed += weight_of(periods, date, AcademicYears());
      if (has_rhythm && passed > std::max(15.0, factor * gaps / count) + 1e-9) return date;
      if (date - last > 180) return date;
    }
  }
};

RC_GTEST_PROP(QuietDates, AgreeWithTheDefinitionDayByDay, ()) {
  const auto periods = any_calendar();
  const auto contacts = any_contacts(1);
  // Some of the days lie outside of what was added up beforehand.
  const DayWeights weights(periods, day("2025-03-01"), day("2026-03-01"), AcademicYears());
  const auto dates =
      quiet_dates(rhythm_of(episodes_of(contacts), weights), weights, Closeness::in_touch).value();
  const Oracle oracle{periods, contacts};
  RC_ASSERT(dates.quiet_on == oracle.first_day_beyond(3));
  RC_ASSERT(dates.hello_on == oracle.first_day_beyond(2));
}

RC_GTEST_PROP(QuietDates, NeverComeFasterInAVacationThanInTerm, ()) {
  const auto periods = any_calendar();
  const Rhythm rhythm{.last_on = day("2025-06-01").plus_days(number(0, 300)),
                      .gaps = number(2, 8),
                      .gap_hundredths = number(0, 30'000),
                      .gap_days = 0};
  const DayWeights any(periods, day("2025-01-01"), day("2027-01-01"), AcademicYears());
  const DayWeights term(no_terms, day("2025-01-01"), day("2027-01-01"), AcademicYears());
  const auto in_any = quiet_dates(rhythm, any, Closeness::in_touch).value();
  const auto in_term = quiet_dates(rhythm, term, Closeness::in_touch).value();
  RC_ASSERT(in_any.quiet_on >= in_term.quiet_on);
  RC_ASSERT(in_any.hello_on >= in_term.hello_on);
}

RC_GTEST_PROP(QuietDates, LeaveFifteenTermDaysAfterAnyContact, ()) {
  const auto periods = any_calendar();
  auto contacts = any_contacts(0);
  const auto latest = day("2026-05-20").plus_days(number(0, 200));
  contacts.push_back(latest);  // one more contact: nobody is quiet because of it
  const DayWeights weights(periods, day("2024-06-01"), day("2027-06-01"), AcademicYears());
  const auto dates =
      quiet_dates(rhythm_of(episodes_of(contacts), weights), weights, Closeness::in_touch).value();
  RC_ASSERT(dates.hello_on <= dates.quiet_on);
  RC_ASSERT(dates.hello_on > latest);
  RC_ASSERT(weights.hundredths(latest, dates.hello_on) > 1500 || dates.hello_on - latest == 181);
}

RC_GTEST_PROP(Episodes, AreOneForContactsWithinSevenDays, ()) {
  const auto contacts = any_contacts(1);
  const auto episodes = episodes_of(contacts);
  const auto episode_of = [&](Date contact) {
    return std::ranges::find_if(
        episodes, [&](const Episode& one) { return one.first_on <= contact && contact <= one.last_on; });
  };
  for (const auto one : contacts) {
    RC_ASSERT(episode_of(one) != episodes.end());
    for (const auto other : contacts)
      if (std::abs(one - other) <= 7) RC_ASSERT(episode_of(one) == episode_of(other));
  }
  for (std::size_t i = 1; i < episodes.size(); ++i)
    RC_ASSERT(episodes[i].first_on - episodes[i - 1].last_on > 7);
}

RC_GTEST_PROP(Episodes, AreNotChangedByMoreContactsInside, ()) {
  auto contacts = any_contacts(1);
  const auto before = episodes_of(contacts);
  for (const auto& episode : before)
    contacts.push_back(episode.first_on.plus_days(number(0, episode.last_on - episode.first_on)));
  RC_ASSERT(episodes_of(contacts) == before);
}

RC_GTEST_PROP(DayWeights, AgreeWithTheCalendar, ()) {
  const auto periods = any_calendar();
  const DayWeights weights(periods, day("2025-01-01"), day("2026-01-01"), AcademicYears());
  const auto from = day("2024-06-01").plus_days(number(0, 900));
  const auto to = from.plus_days(number(-20, 400));
  RC_ASSERT(weights.hundredths(from, to) ==
            std::llround(weighted_days(periods, from, to, AcademicYears()) * 100));
}

}  // namespace
}  // namespace rapport
