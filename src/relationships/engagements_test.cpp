// Engagement from what was recorded, and the rule that a library changes, on both engines.
#include "relationships/engagements.hpp"

#include <gmock/gmock.h>

#include "bumps/bump_figures.hpp"
#include "bumps/bumps.hpp"
#include "interactions/interactions.hpp"
#include "people/people.hpp"
#include "relationships/relationships.hpp"
#include "relationships/rhythms.hpp"
#include "support/small_library.hpp"
#include "support/unchanged.hpp"

namespace rapport {
namespace {

using test::SmallLibrary;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

struct Said {
  std::string_view kind = "meeting";
  BegunBy begun_by = BegunBy::us;
  Visibility visibility = Visibility::library;
  std::vector<std::string> topics = {};
};

class Engagement : public testing::TestWithParam<db::Engine> {
 protected:
  SmallLibrary library{GetParam()};

  Id<Interaction> talk(Id<Person> with, int days_ago, Said said = {}) {
    const auto directory = library.directory();
    const InteractionDraft draft{.kind = directory->vocabulary.find_kind(said.kind)->id,
                                 .happened_on = library.today().plus_days(-days_ago),
                                 .begun_by = said.begun_by,
                                 .visibility = said.visibility,
                                 .people = {{with}},
                                 .topics = said.topics};
    return interactions::record(*library.scope(library.priya), *directory, draft).value().interaction;
  }
  void follow() {
    const auto scope = library.scope(library.ada);
    while (bumps::catch_up(*scope, *library.directory())) {
    }
    while (rhythms::catch_up(*scope, *library.directory())) {
    }
  }
  engagement::PersonCard card(Id<Person> person) {
    directory_ = library.directory();
    const auto scope = library.scope(library.priya);
    return engagement::of_person(*scope, *directory_, *directory_->people.find(person));
  }
  engagement::CardRows rows(Id<Person> person, Id<Staff> by) {
    const auto one = card(person);
    const auto scope = library.scope(by);
    return engagement::rows_of(*scope, *directory_, one);
  }
  engagement::UnitEngagement unit(Id<OrgUnit> id) {
    directory_ = library.directory();
    const std::vector<Id<OrgUnit>> units{id};
    return engagement::of_units(*library.scope(library.priya), *directory_, units);
  }
  EngagementRule own_rule(int version = 0) { return {.version = version, .weights = {60, 10, 10, 10, 10}}; }

 private:
  std::shared_ptr<const Directory> directory_;  // what was returned refers to it
};

INSTANTIATE_TEST_SUITE_P(Engines, Engagement, test::on_each_engine(), test::engine_test_name);

TEST_P(Engagement, IsMadeFromWhatWasRecorded) {
  talk(library.jane, 5, {.begun_by = BegunBy::them});
  talk(library.jane, 5);
  talk(library.jane, 50, {.kind = "teaching"});
  talk(library.jane, 400);
  follow();
  const auto one = card(library.jane);
  EXPECT_EQ(one.facts.conversations, 4);
  EXPECT_EQ(one.facts.contacts, 3);
  EXPECT_EQ(one.facts.begun_by_them, 1);
  EXPECT_EQ(one.facts.months, 2);
  EXPECT_EQ(one.facts.deepest, library.directory()->vocabulary.find_kind("teaching")->depth);
  EXPECT_EQ(one.facts.last_on, library.today().plus_days(-5));
  EXPECT_TRUE(one.card);
  EXPECT_FALSE(card(library.owen).card);
}

TEST_P(Engagement, LeavesOutWhatIsRestrictedAndSaysWhatAnotherTeamMayRead) {
  for (int i = 0; i < 3; ++i) talk(library.jane, 10 * i, {.visibility = Visibility::team});
  talk(library.jane, 2, {.kind = "teaching", .visibility = Visibility::restricted});
  follow();
  EXPECT_EQ(card(library.jane).facts.conversations, 3);
  EXPECT_EQ(card(library.jane).facts.deepest, library.directory()->vocabulary.find_kind("meeting")->depth);
  const auto by_priya = rows(library.jane, library.priya);
  EXPECT_THAT(by_priya.conversations, SizeIs(3));
  EXPECT_EQ(by_priya.not_shown, 0);
  const auto by_gwen = rows(library.jane, library.gwen);
  EXPECT_THAT(by_gwen.conversations, IsEmpty());
  EXPECT_EQ(by_gwen.not_shown, 3);
}

TEST_P(Engagement, ReachesWhomBumpsLedTo) {
  const auto chat = talk(library.jane, 20);
  const auto session = talk(library.owen, 10, {.topics = {"PSYC2010", "placements"}});
  const auto later = talk(library.sian, 5);
  follow();
  const auto link = [&](Id<Interaction> from, Id<Interaction> to) {
    return bumps::propose(*library.scope(library.priya), *library.directory(), {from, to}).value().id;
  };
  static_cast<void>(link(chat, session));
  const auto second = link(session, later);
  follow();
  EXPECT_EQ(card(library.jane).facts.people_reached, 2);
  EXPECT_EQ(card(library.jane).facts.modules_reached, 1);
  EXPECT_EQ(card(library.owen).facts.people_reached, 1);
  EXPECT_EQ(card(library.sian).facts.people_reached, 0);
  const auto behind = rows(library.jane, library.priya);
  ASSERT_THAT(behind.people, SizeIs(2));
  ASSERT_THAT(behind.modules, SizeIs(1));
  EXPECT_EQ(behind.modules[0].through, session);
  ASSERT_TRUE(bumps::remove(*library.scope(library.priya), second));
  follow();
  EXPECT_EQ(card(library.jane).facts.people_reached, 1);
  ASSERT_TRUE(interactions::withdraw(*library.scope(library.priya), *library.directory(), session, "no"));
  follow();
  EXPECT_EQ(card(library.jane).facts.people_reached, 0);
}

TEST_P(Engagement, TakesTwoRecordsOfOnePersonTogether) {
  talk(library.jane, 5);
  talk(library.sian, 15, {.kind = "teaching"});
  talk(library.sian, 45);
  ASSERT_TRUE(people::merge(*library.scope(library.ada), library.jane, library.sian));
  follow();
  EXPECT_EQ(card(library.jane).facts.conversations, 3);
  EXPECT_TRUE(card(library.sian).card);
  EXPECT_THAT(unit(library.nursing).people, SizeIs(1));
  EXPECT_EQ(unit(library.nursing).people[0].facts, card(library.jane).facts);
}

TEST_P(Engagement, OfADepartmentIsThatOfItsPeople) {
  for (int i = 0; i < 4; ++i) talk(library.jane, 20 * i);
  talk(library.sian, 3);
  talk(library.owen, 3);
  follow();
  ASSERT_TRUE(relationships::move(*library.scope(library.priya), *library.directory(),
                                  {.with = library.jane, .level = 3, .reason = "taught together"}));
  const auto nursing = unit(library.nursing);
  ASSERT_THAT(nursing.people, SizeIs(2));
  for (const auto& one : nursing.people) EXPECT_EQ(one.facts, card(one.person->id).facts);
  EXPECT_EQ(nursing.distribution.coverage(), 50);
  EXPECT_EQ(nursing.distribution.contacts, 5);
  EXPECT_EQ(nursing.distribution.breadth(), 20);
  EXPECT_FALSE(nursing.distribution.is_shown());
}

TEST_P(Engagement, ChangesByAVersionWithAReason) {
  for (int i = 0; i < 3; ++i) talk(library.jane, 20 * i);
  follow();
  const auto before = card(library.jane);
  const auto changed =
      engagement::change_rule(*library.scope(library.gwen), own_rule(), "we meet rarely here");
  ASSERT_TRUE(changed);
  EXPECT_EQ(changed->version, 1);
  EXPECT_EQ(engagement::current_rule(*library.scope(library.priya)), *changed);
  EXPECT_GT(card(library.jane).card->total(), before.card->total());
  const auto changes = engagement::rule_changes(*library.scope(library.priya));
  ASSERT_THAT(changes, SizeIs(1));
  EXPECT_EQ(changes[0].made_by, library.gwen);
  EXPECT_EQ(changes[0].because, "we meet rarely here");
}

TEST_P(Engagement, PreviewsWhoWouldStandOtherwiseAndChangesNothing) {
  for (int i = 0; i < 3; ++i) talk(library.jane, 20 * i);
  follow();
  const auto seen = test::unchanged(library.database, [&] {
    return engagement::preview(*library.scope(library.gwen), *library.directory(), own_rule());
  });
  ASSERT_TRUE(seen);
  EXPECT_EQ(seen->before.cards, 1);
  EXPECT_EQ(seen->after.cards, 1);
  EXPECT_EQ(seen->moved, 1);
  EXPECT_EQ(seen->up, 1);
}

TEST_P(Engagement, RefusesARuleThatCannotBe) {
  const auto refused = [&](Id<Staff> by, const EngagementRule& rule, std::string_view because) {
    const auto made = test::unchanged(
        library.database, [&] { return engagement::change_rule(*library.scope(by), rule, because); });
    return made.ok() ? Refusal{} : made.refusal();
  };
  EXPECT_EQ(refused(library.priya, own_rule(), "why").kind, Refusal::Kind::forbidden);
  EXPECT_EQ(refused(library.dora, own_rule(), "why").kind, Refusal::Kind::forbidden);
  EXPECT_EQ(refused(library.gwen, own_rule(), " ").faults.at(0).field, "because");
  EXPECT_EQ(refused(library.gwen, {.weights = {1, 1, 1, 1, 1}}, "why").faults.at(0).field, "recency");
  EXPECT_EQ(refused(library.gwen, own_rule(7), "why").kind, Refusal::Kind::conflict);
  const auto seen = test::unchanged(library.database, [&] {
    return engagement::preview(*library.scope(library.priya), *library.directory(), own_rule());
  });
  EXPECT_FALSE(seen);
}

}  // namespace
}  // namespace rapport
