// The six signs of a champion, by hand-worked tables, and the rules of being one.
#include "relationships/champion_signs.hpp"

#include <gmock/gmock.h>

#include "relationships/champion.hpp"

namespace rapport {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Date today = *Date::of(2026, 11, 12);
const Date first = *Date::of(2024, 11, 13);  // of the 24 months that end today

Date ago(int days) {
  return today.plus_days(-days);
}
SignContact contact(std::int64_t id, int days_ago, BegunBy begun_by, int depth = 4) {
  return {{id}, ago(days_ago), depth, begun_by};
}
SignContact theirs(std::int64_t id, int days_ago) {
  return contact(id, days_ago, BegunBy::them);
}
SignContact ours(std::int64_t id, int days_ago) {
  return contact(id, days_ago, BegunBy::us);
}
std::vector<std::int64_t> conversations(const Finding& finding) {
  std::vector<std::int64_t> ids;
  for (const auto& row : finding.rows) ids.push_back(row.conversation ? row.conversation->value : 0);
  return ids;
}

TEST(ChampionSigns, HoldForTwentyFourMonths) {
  EXPECT_TRUE(holds(first, today));
  EXPECT_FALSE(holds(first.plus_days(-1), today));
  EXPECT_TRUE(holds(today, today));
  EXPECT_FALSE(holds(today.plus_days(1), today));
  EXPECT_FALSE(holds(std::nullopt, today));
}

TEST(ChampionSigns, OfAnIntroductionNeedSomebodyElse) {
  const std::vector<Introduction> with_nobody{{{1}, ago(10), {}}};
  EXPECT_FALSE(introduced(with_nobody, today).on);
  const std::vector<Introduction> several{
      {{1}, ago(900), {{7}}}, {{2}, ago(40), {{8}}}, {{3}, ago(-4), {{9}}}};
  const auto found = introduced(several, today);
  EXPECT_EQ(found.on, ago(40)) << "the one to come has not happened";
  EXPECT_THAT(conversations(found), ElementsAre(2)) << "the old one is not shown";
  EXPECT_EQ(found.rows[0].person, Id<Person>{8});
}

TEST(ChampionSigns, OfBeingEmbeddedNeedTheDeepestKind) {
  EXPECT_FALSE(embedded(std::vector{contact(1, 5, BegunBy::us, 19)}, today).on);
  const auto found = embedded(std::vector{contact(1, 5, BegunBy::us, 20), contact(2, 800, BegunBy::us, 20),
                                          contact(3, 1, BegunBy::us, 12)},
                              today);
  EXPECT_EQ(found.on, ago(5));
  EXPECT_THAT(conversations(found), ElementsAre(1));
}

TEST(ChampionSigns, OfComingBackCountWeeksThatTheyBegan) {
  // Episodes: 400 (theirs, the first ever), 300-296 (theirs), 200 (ours), 100 (theirs), 50 (theirs), 20
  // (ours).
  const std::vector all{theirs(1, 400), theirs(2, 300), theirs(3, 296), ours(4, 200),
                        theirs(5, 100), theirs(6, 50),  ours(7, 20)};
  const auto found = came_back(all, today);
  EXPECT_EQ(found.on, ago(300));
  EXPECT_THAT(conversations(found), ElementsAre(6, 5, 2));
}

TEST(ChampionSigns, OfComingBackDoNotCountWhatWePrompted) {
  const std::vector prompted{theirs(1, 400), ours(2, 303), theirs(3, 300), theirs(5, 100), theirs(6, 50)};
  EXPECT_FALSE(came_back(prompted, today).on) << "the third came within a week of ours";
  const std::vector twice{ours(1, 400), theirs(2, 300), theirs(3, 100)};
  EXPECT_FALSE(came_back(twice, today).on);
  const std::vector long_ago{ours(1, 2000), theirs(2, 900), theirs(3, 800), theirs(4, 100)};
  const auto old = came_back(long_ago, today);
  EXPECT_EQ(old.on, ago(900));
  EXPECT_FALSE(holds(old.on, today));
  EXPECT_THAT(conversations(old), ElementsAre(4));
}

SignReached person(std::int64_t id, int days_ago, std::int64_t through = 1) {
  return {.person = Id<Person>{id}, .through = {through}, .happened_on = ago(days_ago)};
}
SignReached module(std::int64_t id, int days_ago, std::int64_t through = 1) {
  return {.module = Id<Topic>{id}, .through = {through}, .happened_on = ago(days_ago)};
}

TEST(ChampionSigns, OfReachNeedThreePeopleOrTwoModules) {
  EXPECT_FALSE(reach(std::vector{person(1, 5), person(2, 6), module(1, 7)}, today).on);
  EXPECT_FALSE(reach(std::vector{person(1, 5), person(1, 6), person(2, 7)}, today).on) << "each once";
  EXPECT_EQ(reach(std::vector{person(1, 5), person(2, 60), person(3, 30), person(1, 500)}, today).on,
            ago(60));
  EXPECT_EQ(reach(std::vector{module(1, 5), module(2, 90)}, today).on, ago(90));
  const std::vector both{person(1, 700), person(2, 700), person(3, 700), module(1, 10), module(2, 20)};
  EXPECT_EQ(reach(both, today).on, ago(20)) << "whichever holds longer";
  EXPECT_EQ(reach(both, today).rows.size(), 5U);
  EXPECT_FALSE(holds(reach(std::vector{person(1, 5), person(2, 6), person(3, 800)}, today).on, today))
      << "one of the three was too long ago";
}

TEST(ChampionSigns, OfWordsAreTickedOrQuoted) {
  const std::vector<SignTick> ticks{
      {.id = {1}, .sign = Sign::spoke, .conversation = {4}, .happened_on = ago(30), .words = "At the board"},
      {.id = {2}, .sign = Sign::endorsed, .conversation = {5}, .happened_on = ago(900), .words = "Old"}};
  const auto spoke = ticked(Sign::spoke, ticks, today);
  EXPECT_EQ(spoke.on, ago(30));
  ASSERT_EQ(spoke.rows.size(), 1U);
  EXPECT_EQ(spoke.rows[0].words, "At the board");
  EXPECT_EQ(spoke.rows[0].tick, Id<SignTick>{1});
  EXPECT_FALSE(holds(endorsed({}, ticks, today).on, today));
  const std::vector<Quotation> quoted{{{9}, ago(3), "They saved my term"}};
  const auto found = endorsed(quoted, ticks, today);
  EXPECT_EQ(found.on, ago(3));
  EXPECT_EQ(found.rows[0].story, Id<Story>{9});
}

TEST(ChampionSigns, AreKeptAsCodes) {
  const std::vector<Sign> signs{Sign::introduced, Sign::came_back};
  EXPECT_EQ(sign_list(signs), "introduced,came_back");
  EXPECT_EQ(signs_in("introduced,came_back"), signs);
  EXPECT_THAT(signs_in("x,,y"), IsEmpty());
  for (const auto sign : all_signs) EXPECT_EQ(sign_of(code(sign)), sign);
}

Champion in(ChampionState state) {
  Champion champion{.state = state, .state_on = ago(10)};
  if (state == ChampionState::agreed) {
    champion.agreed_on = ago(10);
    champion.expires_on = ago(10).plus_months(24);
  }
  return champion;
}
std::string acts_after(ChampionState state) {
  std::string all;
  for (const auto act : champion_acts)
    if (can_follow(in(state), act)) all.append(all.empty() ? "" : " ").append(code(act));
  return all;
}

TEST(Champion, GoesStepByStep) {
  EXPECT_EQ(acts_after(ChampionState::nominated), "told ended");
  EXPECT_EQ(acts_after(ChampionState::told), "agreed declined ended");
  EXPECT_EQ(acts_after(ChampionState::agreed), "renewed stays ended");
  EXPECT_EQ(acts_after(ChampionState::declined), "");
  EXPECT_EQ(acts_after(ChampionState::ended), "");
  EXPECT_EQ(order_words(in(ChampionState::nominated), ChampionAct::agreed),
            "They have not been told yet. Say first when they were.");
  EXPECT_EQ(order_words(in(ChampionState::told), ChampionAct::renewed),
            "They have not agreed yet. Say first when they did.");
}

TEST(Champion, CountsForTwoYears) {
  const HeldMainPost post{Id<OrgUnit>{3}, "Head of School"};
  const auto agreed = after(in(ChampionState::told), ChampionAct::agreed, *Date::of(2024, 11, 12), post);
  EXPECT_EQ(agreed.expires_on, today);
  EXPECT_FALSE(agreed.is_champion(today));
  EXPECT_TRUE(agreed.is_champion(today.plus_days(-1)));
  EXPECT_TRUE(agreed.is_expired(today));
  EXPECT_EQ(agreed.post, "Head of School");
  EXPECT_TRUE(agreed.is_to_renew(today.plus_days(-60)));
  EXPECT_FALSE(agreed.is_to_renew(today.plus_days(-61)));
  const auto renewed = after(agreed, ChampionAct::renewed, today, post);
  EXPECT_EQ(renewed.expires_on, *Date::of(2028, 11, 12));
  EXPECT_EQ(renewed.agreed_on, agreed.agreed_on) << "champion since they agreed";
  EXPECT_EQ(state_words(renewed, today), "Champion since 12 Nov 2024");
  EXPECT_EQ(state_words(agreed, today), "Champion until 12 Nov");
  EXPECT_FALSE(after(renewed, ChampionAct::ended, today, post).is_open());
}

std::string fields(const std::vector<Fault>& faults) {
  std::string all;
  for (const auto& fault : faults) all.append(all.empty() ? "" : " ").append(fault.field);
  return all;
}

TEST(Champion, RefusesBadDaysAndEmptyWords) {
  const auto faults = [](ChampionAct act, std::optional<Date> on, std::string words) {
    return fields(faults_of(ChampionDraft{act, on, std::move(words)}, ago(10), today));
  };
  EXPECT_EQ(faults(ChampionAct::told, today, ""), "");
  EXPECT_EQ(faults(ChampionAct::ended, today, " \t\n "), "words");
  EXPECT_EQ(faults(ChampionAct::told, today.plus_days(1), ""), "happened_on");
  EXPECT_EQ(faults(ChampionAct::told, ago(11), ""), "happened_on") << "before what was said last";
  EXPECT_EQ(faults(ChampionAct::told, ago(10), ""), "") << "on the same day";
  EXPECT_EQ(faults(ChampionAct::told, std::nullopt, std::string(501, 'x')), "happened_on words");
  EXPECT_EQ(faults(ChampionAct::ended, today, std::string(500, 'x')), "");
  EXPECT_EQ(fields(faults_of(ChampionThanksDraft{today, " "}, today)), "thanks");
  EXPECT_EQ(fields(faults_of(ChampionThanksDraft{*Date::of(1949, 1, 1), "A card"}, today)), "said_on");
}

}  // namespace
}  // namespace rapport
