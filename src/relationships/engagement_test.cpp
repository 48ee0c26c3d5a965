// The five parts of the card, worked by hand.
#include "relationships/engagement.hpp"

#include <gmock/gmock.h>

#include "relationships/engagements.hpp"
#include "support/day.hpp"

namespace rapport {
namespace {

using test::day;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const Date today = day("2026-11-12");
const EngagementRule rule;

DayWeights no_terms() {
  return {{}, day("2024-01-01"), day("2027-01-01"), AcademicYears()};
}
/// So many days ago.
ContactDay contact(int days_ago, int begun_by_them = 0, int deepest = 0, int contacts = 1) {
  return {today.plus_days(-days_ago), contacts, begun_by_them, deepest};
}
EngagementFacts facts(const std::vector<ContactDay>& days) {
  return facts_of(days, today, no_terms());
}
double points(EngagementPart part, const EngagementFacts& from) {
  return points_of(part, from, rule);
}

TEST(Recency, HalvesEvery120TermDays) {
  struct Case {
    std::int64_t hundredths;
    double points;
  };
  for (const auto& one :
       {Case{0, 20}, Case{12'000, 10}, Case{24'000, 5}, Case{6'000, 14.1421}, Case{3'150, 16.672}})
    EXPECT_NEAR(points(EngagementPart::recency, {.since = one.hundredths}), one.points, 0.001)
        << one.hundredths;
  EXPECT_EQ(points(EngagementPart::recency, {}), 0);
  // Thursday to Thursday: five working days.
  EXPECT_EQ(facts({contact(7)}).since, 500);
}

TEST(Rhythm, WantsSixOfTwelveMonths) {
  for (const auto& [months, wanted] : {std::pair{0, 0.0}, {1, 3.3333}, {3, 10.0}, {6, 20.0}, {12, 20.0}})
    EXPECT_NEAR(points(EngagementPart::rhythm, {.months = months}), wanted, 0.001) << months;
}

TEST(Rhythm, CountsTheTwelveMonthsThatEndToday) {
  EXPECT_EQ(month_back(today, today), 0);
  EXPECT_EQ(month_back(day("2026-10-13"), today), 0);
  EXPECT_EQ(month_back(day("2026-10-12"), today), 1);
  EXPECT_EQ(month_back(day("2025-11-13"), today), 11);
  EXPECT_EQ(month_back(day("2025-11-12"), today), 12);
  const std::vector<ContactDay> days{{today, 1, 0, 0},
                                     {day("2026-10-13"), 1, 0, 0},
                                     {day("2026-10-12"), 2, 1, 0},
                                     {day("2025-11-13"), 1, 0, 0},
                                     {day("2025-11-12"), 1, 0, 0}};
  EXPECT_EQ(facts(days).months, 3);
  EXPECT_EQ(facts(days).contacts, 5);
  EXPECT_EQ(facts(days).conversations, 6);
}

TEST(TwoWay, WantsHalfOfItBegunByThem) {
  struct Case {
    int begun;
    int contacts;
    double points;
  };
  // 20 × min(1, 2 (a + 1) / (n + 2)); where nobody spoke for a year there is nothing to hold against it.
  for (const auto& one : {Case{0, 0, 20}, Case{0, 2, 10}, Case{0, 6, 5}, Case{1, 6, 10}, Case{3, 6, 20},
                          Case{6, 6, 20}, Case{2, 10, 10}})
    EXPECT_NEAR(points(EngagementPart::two_way, {.contacts = one.contacts, .begun_by_them = one.begun}),
                one.points, 0.001)
        << one.begun << " of " << one.contacts;
}

TEST(Depth, IsTheDeepestKindAndHalfOfItAYearLater) {
  EXPECT_EQ(points(EngagementPart::depth, {.deepest = 16}), 16);
  EXPECT_EQ(points(EngagementPart::depth, {.deepest = 4, .deepest_before = 16}), 8);
  EXPECT_EQ(points(EngagementPart::depth, {.deepest = 9, .deepest_before = 16}), 9);
  const auto made = facts({contact(10, 0, 4), contact(20, 0, 12), contact(400, 0, 18), contact(800, 0, 20)});
  EXPECT_EQ(made.deepest, 12);
  EXPECT_EQ(made.deepest_before, 18);
}

TEST(Reach, IsFullAtFivePeopleAndModules) {
  EXPECT_EQ(points(EngagementPart::reach, {}), 0);
  EXPECT_EQ(points(EngagementPart::reach, {.people_reached = 1, .modules_reached = 1}), 8);
  EXPECT_EQ(points(EngagementPart::reach, {.people_reached = 7}), 20);
}

TEST(EngagementCard, IsNotThereBelowThreeConversations) {
  EXPECT_EQ(card_of(facts({contact(3), contact(40)}), rule), std::nullopt);
  EXPECT_EQ(card_of(facts({contact(3), contact(40), contact(740)}), rule), std::nullopt);
  EXPECT_NE(card_of(facts({contact(3), contact(40), contact(700)}), rule), std::nullopt);
  EXPECT_NE(card_of(facts({contact(3, 0, 0, 3)}), rule), std::nullopt);
  EXPECT_EQ(card_of(facts({contact(-3, 0, 0, 3)}), rule), std::nullopt);  // yet to come
}

TEST(EngagementCard, AddsUpItsFiveParts) {
  // Three conversations in two months, one begun by them, the last 5 working days ago, the deepest of 12,
  // nobody reached.
  const auto card = card_of(facts({contact(7, 1, 12), contact(10), contact(50)}), rule).value();
  EXPECT_NEAR(card.of(EngagementPart::recency), 20 * std::exp2(-5.0 / 120), 1e-9);
  EXPECT_NEAR(card.of(EngagementPart::rhythm), 20 * 2.0 / 6, 1e-9);
  EXPECT_NEAR(card.of(EngagementPart::two_way), 20 * 4.0 / 5, 1e-9);
  EXPECT_NEAR(card.of(EngagementPart::depth), 12, 1e-9);
  EXPECT_NEAR(card.of(EngagementPart::reach), 0, 1e-9);
  EXPECT_NEAR(card.total(), 19.4306 + 6.6667 + 16 + 12, 0.001);
}

TEST(EngagementCard, SaysItsFormulasWithItsOwnFigures) {
  const auto made = facts({contact(7, 1, 12), contact(10), contact(50)});
  EXPECT_EQ(formula_words(EngagementPart::recency, made, rule),
            "20 × 2^(−5 / 120): the last two-way conversation was 5 term days ago");
  EXPECT_EQ(formula_words(EngagementPart::rhythm, made, rule),
            "20 × min(1, 2 / 6): two-way conversations in two months of the last twelve");
  EXPECT_EQ(formula_words(EngagementPart::two_way, made, rule),
            "20 × min(1, 2 × (1 + 1) / (3 + 2)): they began 1 of three conversations in twelve months");
  EXPECT_EQ(formula_words(EngagementPart::depth, made, rule),
            "20 × 12 / 20: the deepest kind of the last twelve months");
  EXPECT_EQ(formula_words(EngagementPart::reach, made, rule),
            "20 × min(1, 0 / 5): no other people and no modules reached through bumps");
}

TEST(EngagementCard, FollowsTheWeightsOfTheLibrary) {
  const EngagementRule own{
      .weights = {40, 10, 10, 20, 20}, .recency_half_days = 60, .rhythm_months = 4, .reach_full = 2};
  const EngagementFacts made{
      .conversations = 5, .since = 6000, .months = 2, .deepest = 10, .people_reached = 1};
  EXPECT_EQ(points_of(EngagementPart::recency, made, own), 20);
  EXPECT_EQ(points_of(EngagementPart::rhythm, made, own), 5);
  EXPECT_EQ(points_of(EngagementPart::depth, made, own), 10);
  EXPECT_EQ(points_of(EngagementPart::reach, made, own), 10);
}

TEST(EngagementRule, AddsUpToAHundred) {
  EXPECT_THAT(faults_of(rule), IsEmpty());
  EXPECT_THAT(faults_of({.weights = {20, 20, 20, 20, 19}}), SizeIs(1));
  EXPECT_THAT(faults_of({.weights = {-1, 41, 20, 20, 20}}), SizeIs(1));
  EXPECT_THAT(faults_of({.recency_half_days = 0, .rhythm_months = 13, .reach_full = 0}), SizeIs(3));
}

TEST(RecentDays, AreReadAsTheyWereWritten) {
  const std::vector<ContactDay> days{contact(40, 1, 12, 2), contact(7, 0, 4)};
  EXPECT_THAT(contact_days_of(recent_text(days)), ElementsAre(days[0], days[1]));
  EXPECT_THAT(contact_days_of(""), IsEmpty());
  EXPECT_THAT(contact_days_of("20765:2:1:12,rubbish"), SizeIs(1));
}

// Departments ------------------------------------------------------------------------------------------

engagement::PersonCard person(int contacts, double total, bool has_card = true) {
  engagement::PersonCard one{.facts = {.contacts = contacts}};
  if (has_card) one.card = EngagementCard{{total, 0, 0, 0, 0}};
  return one;
}

TEST(Distribution, CountsPeopleByBand) {
  const std::vector<engagement::PersonCard> cards{person(10, 19.4), person(0, 19.6), person(5, 59),
                                                  person(5, 100),   person(20, 85),  person(0, 0, false)};
  const auto all = engagement::distribution_of(cards, 3);
  EXPECT_EQ(all.people, 6);
  EXPECT_EQ(all.cards, 5);
  EXPECT_THAT(all.by_band, ElementsAre(1, 1, 1, 0, 2));
  EXPECT_EQ(all.coverage(), 50);
  // One of six is the busiest tenth, with 20 of 40.
  EXPECT_EQ(all.busiest, 1);
  EXPECT_EQ(all.breadth(), 50);
  EXPECT_TRUE(all.is_shown());
}

TEST(Distribution, SaysNothingOfTooFew) {
  const std::vector<engagement::PersonCard> cards{person(1, 10), person(1, 20), person(1, 30), person(1, 40)};
  EXPECT_FALSE(engagement::distribution_of(cards, 0).is_shown());
  EXPECT_EQ(engagement::distribution_of({}, 0).coverage(), std::nullopt);
  EXPECT_EQ(engagement::distribution_of({}, 0).breadth(), std::nullopt);
}

}  // namespace
}  // namespace rapport
