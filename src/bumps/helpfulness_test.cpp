// Helpfulness by hand-worked cases, and why thanking each other in a ring does not pay.
#include "bumps/helpfulness.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <sstream>

namespace rapport {
namespace {

const std::vector<CalendarPeriod> calendar = [] {
  auto periods = starting_calendar(2025, AcademicYears());
  const auto next = starting_calendar(2026, AcademicYears());
  periods.insert(periods.end(), next.begin(), next.end());
  return periods;
}();

Date day(unsigned month, unsigned day_of_month, int year = 2026) {
  return *Date::of(year, month, day_of_month);
}
const Date first_of_november = day(11, 1);

/// "A>B 11-03 /2": A helped B to an outcome of 3 November that two delivered. Bumps are numbered as they
/// come.
std::vector<Helped> helps_of(const std::string& text) {
  std::vector<Helped> helps;
  std::istringstream rows(text);
  for (std::string row; std::getline(rows, row, ';');) {
    std::istringstream words(row);
    std::string who;
    std::string on;
    std::string sharers;
    words >> who >> on >> sharers;
    helps.push_back({.happened_on = *Date::parse_iso("2026-" + on),
                     .helper = {who[0]},
                     .colleague = {who[2]},
                     .bump = {static_cast<std::int64_t>(helps.size()) + 1},
                     .sharers = sharers.empty() ? 1 : sharers[1] - '0'});
  }
  return helps;
}

std::string sums(const std::string& helps, Date first) {
  std::ostringstream out;
  for (const auto& one : helpfulness_from(help_parts(helps_of(helps), calendar, AcademicYears()), first))
    out << (out.tellp() > 0 ? " " : "") << static_cast<char>(one.staff.value) << " "
        << std::round(one.amount * 1e4) / 1e4;
  return out.str();
}

struct Case {
  std::string_view name;
  std::string helps;
  std::string sums;
};

const Case cases[] = {
    {"one help counts one", "A>B 11-03", "A 1"},
    {"the second for the same colleague counts half", "A>B 11-03; A>B 11-04", "A 1.5"},
    {"the third a third", "A>B 11-03; A>B 11-04; A>B 11-05", "A 1.8333"},
    {"another colleague counts whole", "A>B 11-03; A>C 11-03", "A 2"},
    {"each helper is counted for themselves", "A>B 11-03; C>B 11-04", "A 1 C 1"},
    {"what two delivered together counts a half for each of them", "A>B 11-03 /2; A>C 11-03 /2", "A 1"},
    {"shared and repeated", "A>B 11-03 /2; A>B 11-04 /2", "A 0.75"},
    {"what came earlier in the term is counted first, though not in the month", "A>B 10-05; A>B 11-04",
     "A 0.5"},
    {"what came before the term is not", "A>B 09-05; A>B 11-04", "A 1"},
    {"helping each other is two helps", "A>B 11-03; B>A 11-03", "A 1 B 1"},
    {"nothing before the month", "A>B 10-05", ""},
};

TEST(Helpfulness, IsWhatOneWorksOutByHand) {
  for (const auto& [name, helps, expected] : cases)
    EXPECT_EQ(sums(helps, first_of_november), expected) << name;
}

TEST(Helpfulness, NumbersByDayAndThenByBump) {
  auto helps = helps_of("A>B 11-05; A>B 11-03; A>B 11-03");
  const auto parts = help_parts(helps, calendar, AcademicYears());
  ASSERT_EQ(parts.size(), 3U);
  EXPECT_EQ(parts[0].help.bump, Id<Bump>{2});
  EXPECT_EQ(parts[1].help.bump, Id<Bump>{3});
  EXPECT_EQ(parts[2].help.bump, Id<Bump>{1});
  EXPECT_EQ(parts[2].number, 3);
}

std::string places(const std::vector<std::pair<char, double>>& amounts) {
  std::vector<Helpfulness> all;
  for (const auto& [who, amount] : amounts) all.push_back({.staff = {who}, .amount = amount});
  std::ostringstream out;
  for (const auto& one : first_places(all))
    out << (out.tellp() > 0 ? " " : "") << one.place << static_cast<char>(one.helpfulness.staff.value);
  return out.str();
}

TEST(Places, StopAtThree) {
  EXPECT_EQ(places({{'A', 1}, {'B', 4}, {'C', 2}, {'D', 3}}), "1B 2D 3C");
}
TEST(Places, AreSharedByEqualOnes) {
  EXPECT_EQ(places({{'A', 2}, {'B', 4}, {'C', 4}, {'D', 1}}), "1B 1C 3A");
  EXPECT_EQ(places({{'A', 4}, {'B', 3}, {'C', 2}, {'D', 2}}), "1A 2B 3C 3D");
  EXPECT_EQ(places({{'A', 1.0 / 3 + 0.5}, {'B', 0.5 + 1.0 / 3}}), "1A 1B");
}
TEST(Places, AreNotGivenForNothing) {
  EXPECT_EQ(places({{'A', 0}, {'B', 1}}), "1B");
}
TEST(Places, DoNotBecomeAListOfEverybody) {
  EXPECT_EQ(places({{'A', 4}, {'B', 1}, {'C', 1}, {'D', 1}, {'E', 1}, {'F', 1}, {'G', 1}}), "1A");
}

TEST(BestMonth, LooksAtMonthsBeforeThisOne) {
  const auto parts =
      help_parts(helps_of("A>B 08-03; A>C 09-04; A>D 09-05; A>E 11-02"), calendar, AcademicYears());
  EXPECT_DOUBLE_EQ(best_month(parts, day(8, 1), first_of_november), 2);
  EXPECT_DOUBLE_EQ(best_month(parts, day(10, 1), first_of_november), 0);
}

TEST(Terms, RunToTheDayBeforeTheNext) {
  const auto autumn = term_on(calendar, day(12, 25), AcademicYears());
  EXPECT_EQ(autumn.name, "Autumn term");
  EXPECT_EQ(autumn.starts_on, day(9, 28));
  EXPECT_EQ(autumn.ends_on, day(1, 10, 2027));
  EXPECT_EQ(term_on(calendar, day(8, 20), AcademicYears()).name, "Summer term");
}
TEST(Terms, AreQuartersWhereTheCalendarHasNone) {
  const Term fourth{
      .name = "October to December", .starts_on = day(10, 1), .ends_on = day(12, 31), .is_quarter = true};
  EXPECT_EQ(term_on({}, day(11, 12), AcademicYears()), fourth);
  EXPECT_TRUE(term_on(calendar, day(9, 1, 2028), AcademicYears()).is_quarter);
}

TEST(Comparison, SaysWhatIsTrue) {
  const auto november = board_period(calendar, BoardSpan::month, day(11, 12), AcademicYears());
  EXPECT_EQ(comparison_words(41, 35, november), "Six ahead of this day last November");
  EXPECT_EQ(comparison_words(35, 35, november), "Level with this day last November");
  EXPECT_EQ(comparison_words(33, 35, november), "Two behind this day last November");
  const auto term = board_period(calendar, BoardSpan::term, day(11, 12), AcademicYears());
  EXPECT_EQ(comparison_words(3, 2, term), "One ahead of this day of the Autumn term last year");
}
TEST(Comparison, LooksAtTheSameDayOfTheTermBefore) {
  const auto term = board_period(calendar, BoardSpan::term, day(11, 12), AcademicYears());
  const auto before = year_before(calendar, term, AcademicYears());
  ASSERT_TRUE(before);
  EXPECT_EQ(before->starts_on, term_on(calendar, day(11, 12, 2025), AcademicYears()).starts_on);
  EXPECT_EQ(before->until - before->starts_on, term.until - term.starts_on);
  EXPECT_FALSE(year_before(starting_calendar(2026, AcademicYears()), term, AcademicYears()));
}

/// What one earns who spreads so many helps evenly over so many colleagues within one term.
double earned(int helps, int colleagues) {
  std::vector<Helped> all;
  for (int i = 0; i < helps; ++i)
    all.push_back({.happened_on = day(10, 1).plus_days(i % 60),
                   .helper = {1},
                   .colleague = {2 + i % colleagues},
                   .bump = {i + 1}});
  return helpfulness_from(help_parts(all, calendar, AcademicYears()), day(10, 1)).front().amount;
}

TEST(MutualThanks, EarnFarLessThanAnHonestHelper) {
  // The same number of helps: in a ring of two or three, or for the eleven others of a library of twelve.
  EXPECT_TRUE(rc::check("a ring earns under two fifths", [] {
    const int helps = *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(20, 200));
    const int ring = *rc::gen::inRange(2, 4);
    RC_ASSERT(earned(helps, ring - 1) < 0.4 * earned(helps, 11));
  }));
}
TEST(MutualThanks, OfAPairComeToLessThanFourForTwentyHelps) {
  EXPECT_NEAR(earned(20, 1), 3.5977, 1e-4);
  EXPECT_NEAR(earned(20, 11), 15.5, 1e-9);
}

}  // namespace
}  // namespace rapport
