// Numbers, words and comparisons of figures: hand-worked.
#include "measures/figure.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rapport {
namespace {

using testing::HasSubstr;

const Date today = *Date::of(2026, 11, 12);
const AcademicYears years;

MeasureVersion version(MeasureShape shape, std::string unit = "", bool counts_people = false) {
  return {.name = "Visits", .shape = shape, .unit = std::move(unit), .counts_people = counts_people};
}
Numbers number(std::int64_t whole_number) {
  return {.numerator = whole(whole_number)};
}
Numbers part(std::int64_t of, std::int64_t all) {
  return {.numerator = whole(of), .denominator = whole(all)};
}

TEST(Amount, ReadsWhatSpreadsheetsHold) {
  const std::vector<std::pair<std::string, std::int64_t>> table{{"0", 0},
                                                                {"12480", 1248000},
                                                                {"12,480", 1248000},
                                                                {"1,212,480.5", 121248050},
                                                                {" 78.4 % ", 7840},
                                                                {"£1,200.05", 120005},
                                                                {"12 480", 1248000},
                                                                {"12\u00a0480", 1248000},
                                                                {"7.50", 750},
                                                                {"1000000000000", 100000000000000}};
  for (const auto& [text, hundredths] : table) {
    const auto amount = read_amount(text);
    ASSERT_TRUE(amount) << text << ": " << amount.refusal().message;
    EXPECT_EQ(amount->hundredths, hundredths) << text;
  }
}

TEST(Amount, RefusesInWordsWhatIsNoFigure) {
  const std::vector<std::pair<std::string, std::string>> table{{"", "not a number"},
                                                               {"n/a", "not a number"},
                                                               {"twelve", "not a number"},
                                                               {"-3", "below nothing"},
                                                               {"\u22123", "below nothing"},
                                                               {"12,5", "Write decimals with a point"},
                                                               {"1,2345", "thousands"},
                                                               {"1.234", "two decimals"},
                                                               {"1e5", "not a number"},
                                                               {"5.", "not a number"},
                                                               {"1.2.3", "not a number"},
                                                               {"1000000000001", "too large"},
                                                               {"99999999999999999999", "too large"}};
  for (const auto& [text, why] : table) {
    const auto amount = read_amount(text);
    ASSERT_FALSE(amount) << text;
    EXPECT_THAT(amount.refusal().message, HasSubstr(why)) << text;
  }
}

TEST(Amount, IsWrittenWithThousandsParted) {
  EXPECT_EQ(number_words(Amount{0}), "0");
  EXPECT_EQ(number_words(whole(999)), "999");
  EXPECT_EQ(number_words(whole(1'000)), "1,000");
  EXPECT_EQ(number_words(Amount{123'456'789}), "1,234,567.89");
  EXPECT_EQ(number_words(Amount{1'250}), "12.5");
  EXPECT_EQ(number_words(Amount{7'835}, 1), "78.4");
  EXPECT_EQ(number_words(Amount{7'849}, 0), "78");
  EXPECT_EQ(number_words(Amount{1'205}, 2), "12.05");
}

TEST(Figure, IsWrittenWithItsUnit) {
  EXPECT_EQ(figure_words(version(MeasureShape::amount, "visits"), number(1'204)), "1,204 visits");
  EXPECT_EQ(figure_words(version(MeasureShape::money), number(1'200)), "£1,200");
  EXPECT_EQ(figure_words(version(MeasureShape::money), {.numerator = {120'050}}), "£1,200.50");
  EXPECT_EQ(figure_words(version(MeasureShape::percent), part(39, 50)), "78 %");
  EXPECT_EQ(figure_words(version(MeasureShape::percent), part(1, 3)), "33.3 %");
  EXPECT_EQ(figure_words(version(MeasureShape::rate, "loans per student"), part(94, 8)),
            "11.8 loans per student");
  EXPECT_EQ(parts_words(part(1'204, 1'544)), "1,204 of 1,544");
}

TEST(Figure, OfFewerThanFivePeopleIsSmall) {
  const auto people = version(MeasureShape::amount, "students", true);
  EXPECT_TRUE(is_small(people, number(0)));
  EXPECT_TRUE(is_small(people, number(4)));
  EXPECT_FALSE(is_small(people, number(5)));
  const auto visits = version(MeasureShape::amount, "visits");
  EXPECT_FALSE(is_small(visits, number(1)));
  EXPECT_TRUE(is_small(visits, {.numerator = whole(300), .people = 4})) << "visits of four people";
  EXPECT_FALSE(is_small(visits, {.numerator = whole(300), .people = 5}));
  const auto agreed = version(MeasureShape::percent, "", true);
  EXPECT_TRUE(is_small(agreed, part(4, 100)));
  EXPECT_TRUE(is_small(agreed, part(96, 100))) << "the four who did not";
  EXPECT_FALSE(is_small(agreed, part(95, 100)));
  EXPECT_FALSE(is_small(agreed, part(100, 100))) << "nobody is left over";
  EXPECT_TRUE(is_small(agreed, part(3, 3)));
  EXPECT_FALSE(is_small(version(MeasureShape::percent), part(4, 100))) << "modules are nobody";
  EXPECT_TRUE(is_small(version(MeasureShape::rate), part(90, 4)));
}

std::string field_of(const ValueDraft& draft, const MeasureVersion& meant) {
  const Measure measure{.versions = {meant}};
  const auto faults = faults_of(draft, measure, today, years);
  return faults.empty() ? "" : faults.front().field;
}

TEST(Figure, FitsTheShapeOfItsMeasure) {
  const auto amount = version(MeasureShape::amount, "visits");
  const auto percent = version(MeasureShape::percent, "", true);
  EXPECT_EQ(field_of({.academic_year = 2025, .numbers = number(5)}, amount), "");
  EXPECT_EQ(field_of({.academic_year = 2025, .numbers = part(5, 9)}, amount), "denominator");
  EXPECT_EQ(field_of({.academic_year = 2025, .numbers = part(5, 9)}, percent), "");
  EXPECT_EQ(field_of({.academic_year = 2025, .numbers = number(5)}, percent), "denominator");
  EXPECT_EQ(field_of({.academic_year = 2025, .numbers = part(10, 9)}, percent), "value") << "over 100 %";
  EXPECT_EQ(field_of({.academic_year = 2025, .numbers = part(0, 0)}, percent), "denominator");
  EXPECT_EQ(field_of({.academic_year = 2025, .numbers = part(10, 9)}, version(MeasureShape::rate, "x")), "");
  EXPECT_EQ(field_of({.academic_year = 2025, .numbers = {.numerator = {250}}},
                     version(MeasureShape::amount, "students", true)),
            "value")
      << "two and a half people";
}

TEST(Figure, IsOfAYearThatHasBegunAndFinalWhenItIsOver) {
  const auto meant = version(MeasureShape::amount, "visits");
  const auto field = [&](int year, ValueState state, Date day) {
    const Measure measure{.versions = {meant}};
    const auto faults =
        faults_of({.academic_year = year, .numbers = number(1), .state = state}, measure, day, years);
    return faults.empty() ? std::string() : faults.front().field;
  };
  EXPECT_EQ(field(2026, ValueState::provisional, today), "");
  EXPECT_EQ(field(2026, ValueState::final, today), "state");
  EXPECT_EQ(field(2027, ValueState::provisional, today), "year");
  EXPECT_EQ(field(1949, ValueState::final, today), "year");
  EXPECT_EQ(field(2025, ValueState::final, *Date::of(2026, 7, 31)), "state") << "the evening of the last day";
  EXPECT_EQ(field(2025, ValueState::final, *Date::of(2026, 8, 1)), "");
  EXPECT_EQ(field(2026, ValueState::provisional, *Date::of(2026, 7, 31)), "year");
  EXPECT_EQ(field(2026, ValueState::provisional, *Date::of(2026, 8, 1)), "");
}

TEST(AcademicYear, IsReadAsPeopleWriteIt) {
  for (const auto* text : {"2025/26", "2025-26", "2025/2026", "2025–26", "25/26", "2025", " 2025 / 26 "})
    EXPECT_EQ(read_academic_year(text, years).ok() ? *read_academic_year(text, years) : 0, 2025) << text;
  EXPECT_EQ(*read_academic_year("1999/00", years), 1999);
  EXPECT_EQ(*read_academic_year("1999/2000", years), 1999);
}

TEST(AcademicYear, ThatDoesNotExistIsRefusedInWords) {
  EXPECT_THAT(
      read_academic_year("2025/27", years).refusal().message,
      HasSubstr("does not exist: that academic year is 1 August 2025 to 31 July 2026, written 2025/26"));
  for (const auto* text : {"", "last year", "2025/", "/26", "20255", "2025/25", "26", "2025/6", "2025/26/27"})
    EXPECT_FALSE(read_academic_year(text, years)) << text;
}

Measure redefined() {
  MeasureVersion first{.version = 1,
                       .shape = MeasureShape::amount,
                       .unit = "requests",
                       .better = Better::up,
                       .starts_in = 1950};
  auto second = first;
  second.version = 2;
  second.starts_in = 2024;
  auto third = second;
  third.version = 3;
  third.starts_in = 2025;
  third.is_comparable = false;
  return {.versions = {first, second, third}};
}

TEST(Versions, AreComparableUpToABreak) {
  const auto measure = redefined();
  EXPECT_TRUE(are_comparable(measure, 1, 1));
  EXPECT_TRUE(are_comparable(measure, 1, 2));
  EXPECT_FALSE(are_comparable(measure, 2, 3));
  EXPECT_FALSE(are_comparable(measure, 1, 3));
  EXPECT_FALSE(are_comparable(measure, 3, 1)) << "either way";
  EXPECT_TRUE(are_comparable(measure, 3, 3));
  EXPECT_EQ(measure.in_year(2000).version, 1);
  EXPECT_EQ(measure.in_year(2024).version, 2);
  EXPECT_EQ(measure.in_year(2030).version, 3);
}

TEST(Change, IsAnArrowOnlyWhereVersionsAreComparable) {
  const auto measure = redefined();
  const auto before = number(100);
  const auto now = number(112);
  const auto change = change_between(measure, {&before, 1}, {&now, 2}, years);
  EXPECT_EQ(change.direction, Direction::up);
  EXPECT_EQ(change.words, "up 12 %, which is better");
  const auto broken = change_between(measure, {&before, 2}, {&now, 3}, years);
  EXPECT_EQ(broken.direction, std::nullopt);
  EXPECT_EQ(broken.words, "counted differently since 2025/26, so the two cannot be compared");
}

TEST(Change, SaysWhichWayIsBetterInWords) {
  auto measure = redefined();
  const auto words = [&](std::int64_t from, std::int64_t to, Better better) {
    measure.versions[0].better = better;
    const auto before = number(from);
    const auto now = number(to);
    return change_between(measure, {&before, 1}, {&now, 1}, years).words;
  };
  EXPECT_EQ(words(100, 90, Better::up), "down 10 %, which is worse");
  EXPECT_EQ(words(100, 90, Better::down), "down 10 %, which is better");
  EXPECT_EQ(words(100, 90, Better::neutral), "down 10 %");
  EXPECT_EQ(words(100, 100, Better::up), "the same");
  EXPECT_EQ(words(0, 7, Better::up), "up from 0, which is better");
  EXPECT_EQ(words(1'000, 1'001, Better::neutral), "up less than 1 %");
}

TEST(Change, TellsNothingOfWhatIsSuppressed) {
  const auto measure = redefined();
  const auto before = number(100);
  const auto now = number(3);
  EXPECT_EQ(change_between(measure, {&before, 1}, {&now, 1, true}, years).direction, std::nullopt);
  EXPECT_EQ(change_between(measure, {&before, 1, true}, {&now, 1}, years).direction, std::nullopt);
  EXPECT_EQ(change_between(measure, {nullptr, 1}, {&now, 1}, years).words, "no figure for the year before");
  EXPECT_EQ(change_between(measure, {&before, 1}, {nullptr, 1}, years).words, "no figure yet");
}

TEST(Change, IsNoArrowBetweenYearsThatAreNotOfOneLength) {
  const auto before = number(1000);
  const auto now = number(1300);
  auto measure = Measure{.versions = {version(MeasureShape::amount, "visits")}};
  const auto change = change_between(measure, {&before, 1}, {&now, 1, false, 13}, years);
  EXPECT_EQ(change.direction, std::nullopt);
  EXPECT_EQ(change.words, "a year of 13 months after one of 12, so the two cannot be compared");
  const auto half = part(50, 100);
  const auto most = part(80, 100);
  measure.versions = {version(MeasureShape::percent)};
  EXPECT_EQ(change_between(measure, {&half, 1}, {&most, 1, false, 13}, years).direction, Direction::up)
      << "a part of a whole does not grow with the year";
}

TEST(Figure, SaysWhereAYearIsNotSconuls) {
  auto return_figure = version(MeasureShape::amount, "visits");
  return_figure.source = "SCONUL statistical return";
  const auto september = years.with({2027, 9});
  EXPECT_EQ(sconul_words(return_figure, "", years, 2027), "");
  EXPECT_EQ(sconul_words(return_figure, "", september, 2025), "") << "before it moved";
  EXPECT_EQ(sconul_words(return_figure, "", september, 2026),
            " Here of 1 August 2026 to 31 August 2027; SCONUL’s year is 1 August to 31 July.");
  EXPECT_EQ(sconul_words(return_figure, "", september, 2027),
            " Here of 1 September 2027 to 31 August 2028; SCONUL’s year is 1 August to 31 July.");
  EXPECT_EQ(sconul_words(version(MeasureShape::amount), "", september, 2027), "");
  EXPECT_NE(sconul_words(version(MeasureShape::amount), "SCONUL, question 5", september, 2027), "");
}

TEST(AcademicYearText, OfAYearThatBeginsInJanuaryIsOneNumber) {
  const auto january = years.with({2027, 1});
  EXPECT_EQ(*read_academic_year("2027", january), 2027);
  EXPECT_EQ(*read_academic_year("2026/27", january), 2026);
  EXPECT_THAT(read_academic_year("2027/28", january).refusal().message,
              HasSubstr("that academic year is 1 January 2027 to 31 December 2027, written 2027"));
  for (const auto* text : {"0000/01", "0999/00", "9999/00", "9999"})
    EXPECT_FALSE(read_academic_year(text, years)) << text;
}

TEST(Value, IsFinalWhenItsYearIsOver) {
  const auto september = years.with({2027, 9});
  const Measure measure{.versions = {version(MeasureShape::amount, "visits")}};
  const auto field = [&](int year, ValueState state, Date day) {
    const auto faults =
        faults_of({.academic_year = year, .numbers = number(1), .state = state}, measure, day, september);
    return faults.empty() ? std::string() : faults.front().field + ": " + faults.front().message;
  };
  EXPECT_THAT(field(2026, ValueState::final, *Date::of(2027, 8, 31)), HasSubstr("the end of 31 August 2027"));
  EXPECT_EQ(field(2026, ValueState::final, *Date::of(2027, 9, 1)), "");
  EXPECT_THAT(field(2027, ValueState::provisional, *Date::of(2027, 8, 31)),
              HasSubstr("It starts on 1 September 2027"));
  EXPECT_EQ(field(2027, ValueState::provisional, *Date::of(2027, 9, 1)), "");
}

}  // namespace
}  // namespace rapport
