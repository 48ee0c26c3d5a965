// What of a department's year others may see: nothing tells of fewer than five people.
#include "headlines/sheet_facts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <numeric>

namespace rapport::headlines {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::pair<int, int>> ranks_and_counts(const ShownLevels& shown) {
  std::vector<std::pair<int, int>> pairs;
  for (const auto& level : shown.levels) pairs.emplace_back(level.rank, level.count);
  return pairs;
}

TEST(SheetFacts, ASmallLevelTakesTheSmallestOtherWithIt) {
  const auto shown = shown_levels(std::vector<int>{9, 6, 15, 13, 4});
  EXPECT_THAT(ranks_and_counts(shown), ElementsAre(std::pair(3, 13), std::pair(2, 15), std::pair(0, 9)))
      << "4 would be 47 - 9 - 6 - 15 - 13";
  EXPECT_EQ(shown.others, 10);
}

TEST(SheetFacts, TwoSmallLevelsThatAreFewTogetherTakeAThird) {
  const auto shown = shown_levels(std::vector<int>{20, 12, 1, 2, 0});
  EXPECT_EQ(shown.others, 15);
  EXPECT_THAT(ranks_and_counts(shown), ElementsAre(std::pair(0, 20)));
}

TEST(SheetFacts, LevelsOfFourPeopleAreNotShownAtAll) {
  EXPECT_TRUE(shown_levels(std::vector<int>{4, 0, 0}).empty());
  EXPECT_TRUE(shown_levels(std::vector<int>{2, 2, 0}).empty());
  EXPECT_TRUE(shown_levels(std::vector<int>{0, 0, 0}).empty());
  EXPECT_TRUE(shown_levels({}).empty());
}

RC_GTEST_PROP(SheetFacts, LevelsAddUpToEverybodyAndNoneIsFew, ()) {
  const auto counts = *rc::gen::container<std::vector<int>>(
      rc::gen::weightedOneOf<int>({{3, rc::gen::inRange(0, 9)}, {1, rc::gen::inRange(0, 200)}}));
  const auto shown = shown_levels(counts);
  int sum = shown.others;
  for (const auto& level : shown.levels) {
    RC_ASSERT(level.count >= 5);
    RC_ASSERT(counts.at(static_cast<std::size_t>(level.rank)) == level.count);
    sum += level.count;
  }
  RC_ASSERT(shown.others == 0 || shown.others >= 5);
  RC_ASSERT(shown.empty() || sum == std::accumulate(counts.begin(), counts.end(), 0));
  // A hidden level could be another one: two or more are hidden together.
  const auto hidden = std::ranges::count_if(counts, [](int count) { return count > 0; }) -
                      static_cast<long>(shown.levels.size());
  if (shown.others > 0) RC_ASSERT(hidden >= 2 || std::ranges::count(counts, 0) > 0);
}

RC_GTEST_PROP(SheetFacts, AMonthThatIsFewIsNotShownNorLeftOverFromTheTotal, ()) {
  const auto years = AcademicYears().with({2027, *rc::gen::inRange(1U, 13U)});
  MonthFacts months{.names = month_names(years, *rc::gen::inRange(2025, 2029))};
  months.begun = *rc::gen::inRange(0, static_cast<int>(months.names.size()) + 1);
  for (int i = 0; i < months.begun; ++i)
    months.counts.at(static_cast<std::size_t>(i)) = *rc::gen::inRange(0, 12);
  const auto shown = shown_months(months);
  int hidden = 0;
  for (int i = 0; i < months.begun; ++i) {
    const auto count = months.counts.at(static_cast<std::size_t>(i));
    const auto& seen = shown.counts.at(static_cast<std::size_t>(i));
    if (count > 0 && count < 5) RC_ASSERT(!seen);
    if (seen) RC_ASSERT(*seen == count);
    if (!seen) ++hidden;
  }
  if (hidden == 1) RC_ASSERT(!shown.total);
  if (shown.busiest)
    for (int i = 0; i < months.begun; ++i)
      RC_ASSERT(i == *shown.busiest || months.counts.at(static_cast<std::size_t>(i)) <
                                           months.counts.at(static_cast<std::size_t>(*shown.busiest)));
}

TEST(SheetFacts, ATopicNeedsFiveConversationsWithFivePeople) {
  const auto rows =
      shown_topics({{"Few talks", 4, 9}, {"Few people", 40, 4}, {"Enough", 5, 5}, {"Most", 9, 8}});
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].name, "Most");
  EXPECT_EQ(rows[1].name, "Enough");
}

TEST(SheetFacts, AtMostFiveTopicsAndEqualOnesByName) {
  std::vector<TopicFact> topics;
  for (const char* name : {"F", "B", "E", "A", "D", "C"}) topics.push_back({name, 9, 9});
  const auto rows = shown_topics(topics);
  ASSERT_EQ(rows.size(), 5U);
  EXPECT_EQ(rows.front().name, "A");
  EXPECT_EQ(rows.back().name, "E");
}

TEST(SheetFacts, ModulesStandByTheirYearOfStudy) {
  const std::vector<ModuleFact> modules{{"NURS1001", 60}, {"NURS1002", 60}, {"NURS3004", 60},
                                        {"NURS7001", 60}, {"NURS3005", 4},  {"Skills", 60},
                                        {"NURS0001", 60}};
  const auto rows = shown_modules(modules);
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_EQ(rows[0].name, "Foundation");
  EXPECT_EQ(rows[1].name, "Year 1");
  EXPECT_EQ(rows[1].reached, 2);
  EXPECT_EQ(rows[2].reached, 1) << "the other has fewer than five people behind it";
  EXPECT_EQ(rows[3].name, "Masters");
}

TEST(SheetFacts, ModulesNamedByLevelsOfTheFrameworkAreReadSo) {
  const std::vector<ModuleFact> modules{{"NU4001", 60}, {"NU5001", 60}, {"NU6001", 60}, {"NU7001", 60}};
  const auto rows = shown_modules(modules);
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_EQ(rows[0].name, "Year 1");
  EXPECT_EQ(rows[2].name, "Year 3");
  EXPECT_EQ(rows[3].name, "Masters");
  EXPECT_THAT(shown_modules({}), IsEmpty());
}

TEST(SheetFacts, MonthsAreThoseOfTheYear) {
  const AcademicYears august;
  EXPECT_THAT(month_names(august, 2025), SizeIs(12));
  EXPECT_EQ(month_names(august, 2025).front(), "August");
  EXPECT_EQ(month_names(august, 2025).back(), "July");
  const auto longer = month_names(august.with({2027, 9}), 2026);
  EXPECT_THAT(longer, SizeIs(13));
  EXPECT_EQ(longer.front(), "August 2026") << "so that two of a name are told apart";
  EXPECT_EQ(longer.back(), "August 2027");
  EXPECT_THAT(month_names(august.with({2027, 1}), 2026),
              ElementsAre("August", "September", "October", "November", "December"));
}

}  // namespace
}  // namespace rapport::headlines
