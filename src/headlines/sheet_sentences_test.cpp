// The sentences of a draft: hand-worked tables, and that none says what is not so.
#include "headlines/sheet_sentences.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace rapport::headlines {
namespace {

using figures::Cell;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(SheetSentences, TheFirstOneSaysWhatIsKnown) {
  const struct {
    TopFacts facts;
    std::string words;
  } table[] = {
      {{.people = 38, .staff = 47, .students = 1940},
       "We worked with **38 of your 47 staff** and taught **1,940 students**."},
      {{.people = 47, .staff = 47}, "We worked with **all 47 of your staff**."},
      {{.people = 45, .staff = 47}, "We worked with **45 of your staff**."},
      {{.people = 50, .staff = 47}, "We worked with **50 of your staff**."},
      {{.people = 38}, "We worked with **38 of your staff**."},
      {{.sessions = 1}, "We taught **1 session**."},
      {{.students = 0, .sessions = 0, .one_to_ones = 12}, "We met for **12 one-to-ones**."},
      {{.people = 0, .staff = 47, .students = 60, .is_provisional = true},
       "So far this year we have taught **60 students**."},
      {{.people = 0, .students = 0, .sessions = 0}, ""},
      {{}, ""},
  };
  for (const auto& row : table) EXPECT_EQ(sentence_of(row.facts), row.words);
}

figures::Figure figure(std::optional<std::int64_t> before, std::optional<std::int64_t> now,
                       bool is_comparable = true) {
  figures::Figure figure;
  figure.measure.versions = {
      {.version = 1, .name = "Visits", .unit = "visits"},
      {.version = 2, .name = "Visits", .unit = "visits", .is_comparable = is_comparable}};
  const auto fill = [](Cell& cell, std::optional<std::int64_t> number, int version) {
    if (!number) return;
    cell = {.kind = Cell::Kind::shown,
            .version = version,
            .words = number_words(whole(*number)) + " visits",
            .number = number_words(whole(*number))};
  };
  fill(figure.before, before, 1);
  fill(figure.now, now, 2);
  const Numbers then{.numerator = whole(before.value_or(0))};
  const Numbers today{.numerator = whole(now.value_or(0))};
  figure.change = change_between(figure.measure, {before ? &then : nullptr, 1}, {now ? &today : nullptr, 2},
                                 AcademicYears());
  return figure;
}

TEST(SheetSentences, AFigureStandsBesideTheYearBefore) {
  EXPECT_EQ(sentence_of(figure(1644, 1940)), "up 18 % from 1,644");
  EXPECT_EQ(sentence_of(figure(100, 50)), "down 50 % from 100");
  EXPECT_EQ(sentence_of(figure(7, 7)), "the same as last year");
  EXPECT_EQ(sentence_of(figure(0, 7)), "none last year");
  EXPECT_EQ(sentence_of(figure(7, 0)), "down 100 % from 7");
  EXPECT_EQ(sentence_of(figure({}, 7)), "");
  EXPECT_EQ(sentence_of(figure(7, {})), "");
  EXPECT_EQ(sentence_of(figure(100, 150, false)), "100 last year, counted differently");
}

TEST(SheetSentences, AProvisionalFigureIsMarkedAndNotCompared) {
  auto so_far = figure(1644, 1940);
  so_far.now.is_provisional = true;
  EXPECT_EQ(sentence_of(so_far), "so far; 1,644 last year");
  auto earlier = figure(1644, 1940);
  earlier.before.is_provisional = true;
  EXPECT_EQ(sentence_of(earlier), "1,644 last year, provisional");
}

TEST(SheetSentences, ASuppressedFigureIsNotShown) {
  auto hidden = figure(1644, 1940);
  hidden.now = {.kind = Cell::Kind::suppressed};
  EXPECT_EQ(sentence_of(hidden), "not shown: fewer than five people");
  EXPECT_EQ(big_number(hidden.now), "–");
  auto before = figure(1644, 1940);
  before.before = {.kind = Cell::Kind::suppressed};
  EXPECT_THAT(sentence_of(before), Not(HasSubstr("last year")));
}

TEST(SheetSentences, LargeNumbersAreShortAndSmallOnesExact) {
  const std::pair<const char*, const char*> table[] = {{"1,940", "1,940"},
                                                       {"999,999", "999,999"},
                                                       {"1,234,567", "1.2m"},
                                                       {"£1,250,000", "£1.3m"},
                                                       {"999,960,000", "1bn"},
                                                       {"1,000,000,000,000", "1,000bn"},
                                                       {"96.4 %", "96.4 %"},
                                                       {"31.5", "31.5"},
                                                       {"1,066.25", "1,066"},
                                                       {"975.5", "976"},
                                                       {"0", "0"}};
  for (const auto& [words, big] : table)
    EXPECT_EQ(big_number({.kind = Cell::Kind::shown, .number = words}), big) << words;
}

RC_GTEST_PROP(SheetSentences, UpAndDownAreSaidOnlyWhereTheyAreSo, ()) {
  const auto before = *rc::gen::inRange<std::int64_t>(0, 5000);
  const auto now = *rc::gen::inRange<std::int64_t>(0, 5000);
  const auto is_comparable = *rc::gen::arbitrary<bool>();
  auto one = figure(before, now, is_comparable);
  one.now.is_provisional = *rc::gen::arbitrary<bool>();
  const auto words = sentence_of(one);
  if (words.starts_with("up ")) RC_ASSERT(now > before && is_comparable && !one.now.is_provisional);
  if (words.starts_with("down ")) RC_ASSERT(now < before && is_comparable && !one.now.is_provisional);
  RC_ASSERT(words.find("inf") == std::string::npos && words.find("nan") == std::string::npos);
}

RC_GTEST_PROP(SheetSentences, TheFirstOneNeverTellsOfFewWhoAreLeft, ()) {
  const TopFacts facts{.people = *rc::gen::inRange<std::int64_t>(5, 60),
                       .staff = *rc::gen::inRange<std::int64_t>(1, 60)};
  const auto rest = *facts.staff - *facts.people;
  const auto whole_staff = "your " + std::to_string(*facts.staff) + " staff";
  const bool tells = sentence_of(facts).find(whole_staff) != std::string::npos;
  if (tells) RC_ASSERT(rest >= 5);
}

TEST(SheetSentences, PicturesSayWhatStandsOut) {
  EXPECT_EQ(sentence_of(shown_months({.counts = {6, 21, 34, 29, 12, 18, 26, 24, 11, 30, 14, 7}})),
            "Busiest in October.");
  EXPECT_THAT(sentence_of(shown_months({.counts = {6, 34, 34, 0, 0, 0, 0, 0, 0, 0, 0, 0}})), IsEmpty());
  EXPECT_EQ(months_heading(shown_months({.counts = {6, 21, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}})),
            "27 conversations, month by month");
  const std::vector<TopicRow> topics{{"Reading lists", 64}, {"Teaching", 41}};
  EXPECT_EQ(sentence_of(std::span<const TopicRow>(topics)), "Reading lists came up most.");
  const std::vector<TopicRow> equal{{"Reading lists", 41}, {"Teaching", 41}};
  EXPECT_THAT(sentence_of(std::span<const TopicRow>(equal)), IsEmpty());
}

TEST(SheetSentences, AGapAmongModulesIsNamedWhereAllAreKnown) {
  std::vector<ModuleRow> rows{{"Year 1", 6, 7}, {"Year 2", 4, 6}, {"Year 3", 3, 5}, {"Masters", 5, 8}};
  EXPECT_EQ(sentence_of(std::span<const ModuleRow>(rows)), "Year 3 is the gap: 3 of 5.");
  rows[3].of.reset();
  EXPECT_EQ(sentence_of(std::span<const ModuleRow>(rows)), "18 modules in all.");
  const std::vector<ModuleRow> one{{"Year 1", 1, {}}};
  EXPECT_EQ(sentence_of(std::span<const ModuleRow>(one)), "1 module in all.");
  const std::vector<ModuleRow> equal{{"Year 1", 2, 4}, {"Year 2", 1, 2}};
  EXPECT_THAT(sentence_of(std::span<const ModuleRow>(equal)), IsEmpty());
}

TEST(SheetSentences, LevelsAreAddedUpOnlyWhereAllAreShown) {
  const std::vector<std::string> names{"Not yet met", "Acquainted", "In touch", "Working together",
                                       "Partner"};
  EXPECT_EQ(sentence_of(shown_levels(std::vector<int>{9, 6, 15, 13, 0}), names),
            "28 of 43 are at “In touch” or closer");
  EXPECT_EQ(sentence_of(shown_levels(std::vector<int>{0, 0, 15, 13, 0}), names),
            "all 28 are at “In touch” or closer");
  EXPECT_THAT(sentence_of(shown_levels(std::vector<int>{9, 6, 15, 13, 4}), names), IsEmpty());
}

TEST(SheetSentences, OfADepartmentThatOthersJoinedSayWhatWasBefore) {
  auto one = figure(1000, 1200);
  one.change = {.words = "Law joined", .is_of_other_units = true};
  EXPECT_EQ(sentence_of(one), "1,000 last year, before others joined");
  one.now.is_provisional = true;
  EXPECT_EQ(sentence_of(one), "so far; 1,000 last year, before others joined");
  one.change.has_lost_part = true;
  EXPECT_EQ(sentence_of(one), "so far; 1,000 last year, before a part left");
}

}  // namespace
}  // namespace rapport::headlines
