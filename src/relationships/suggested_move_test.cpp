// Which moves conversations speak for: the rules, and the front door on both engines.
#include "relationships/suggested_move.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "interactions/interactions.hpp"
#include "people/people.hpp"
#include "relationships/plans.hpp"
#include "relationships/suggested_move_pages.hpp"
#include "relationships/suggested_moves.hpp"
#include "support/small_library.hpp"
#include "support/unchanged.hpp"

namespace rapport {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const Date today = *Date::of(2026, 11, 12);

Standing at(int level, int moved_days_ago = 400, bool is_slipping = false) {
  const auto on = today.plus_days(-moved_days_ago);
  return {
      .relationship = Relationship{.level = level, .is_slipping = is_slipping, .since = on, .moved_on = on},
      .version = 1};
}

class Suggesting : public testing::Test {
 protected:
  static Vocabulary make_vocabulary() {
    auto kinds = starting_kinds();
    for (std::size_t i = 0; i < kinds.size(); ++i) kinds[i].id = {static_cast<std::int64_t>(i) + 1};
    return {std::move(kinds), {}};
  }
  Contact contact(std::string_view kind, int days_ago, bool is_two_way = true) {
    return {.id = {++last_id},
            .happened_on = today.plus_days(-days_ago),
            .kind = vocabulary.find_kind(kind)->id,
            .is_two_way = is_two_way};
  }
  std::optional<MoveSuggestion> suggested(std::vector<Contact> contacts, const Standing& standing,
                                          const Scales& scales = {}) {
    return suggestion_of(facts_of(contacts, vocabulary, AcademicYears(), today, Date()), standing, scales,
                         today, AcademicYears());
  }
  /// "2", "2 slipping", or "" where nothing is suggested.
  std::string in_short(std::vector<Contact> contacts, const Standing& standing) {
    const auto found = suggested(std::move(contacts), standing);
    return found ? std::to_string(found->level) + (found->is_slipping ? " slipping" : "") : "";
  }
  Vocabulary vocabulary = make_vocabulary();
  std::int64_t last_id = 0;
};

TEST_F(Suggesting, FollowsTheWordsOfTheLevels) {
  EXPECT_EQ(in_short({}, {}), "");
  EXPECT_EQ(in_short({contact("newsletter", 5, false)}, {}), "") << "one-way";
  EXPECT_EQ(in_short({contact("corridor", 5)}, {}), "1");
  EXPECT_EQ(in_short({contact("corridor", 5), contact("email", 3)}, {}), "2");
  EXPECT_EQ(in_short({contact("corridor", 5)}, at(1)), "");
  EXPECT_EQ(in_short({contact("corridor", 5), contact("email", 3)}, at(1)), "2");
  EXPECT_EQ(in_short({contact("teaching", 20)}, at(2)), "3");
  EXPECT_EQ(in_short({contact("teaching", 120)}, at(2)), "") << "last academic year";
  EXPECT_EQ(in_short({contact("embedded", 20), contact("embedded", 300)}, at(3)), "4");
  EXPECT_EQ(in_short({contact("embedded", 20), contact("embedded", 300)}, at(1)), "3")
      << "one step at a time";
  EXPECT_EQ(in_short({contact("embedded", 20), contact("embedded", 300)}, at(4)), "");
}

TEST_F(Suggesting, SeesWhatSlips) {
  EXPECT_EQ(in_short({contact("meeting", 366)}, at(2)), "2 slipping");
  EXPECT_EQ(in_short({contact("meeting", 364)}, at(2)), "");
  EXPECT_EQ(in_short({}, at(4)), "4 slipping");
  EXPECT_EQ(in_short({}, at(1)), "") << "acquainted stays acquainted";
  EXPECT_EQ(in_short({contact("meeting", 800)}, at(3, 400, true)), "2");
  EXPECT_EQ(in_short({contact("meeting", 600)}, at(3, 400, true)), "") << "said already";
  EXPECT_EQ(in_short({contact("meeting", 800)}, at(3, 100, true)), "") << "said lately";
  EXPECT_EQ(in_short({contact("meeting", 10)}, at(2, 100, true)), "2") << "came back";
}

TEST_F(Suggesting, SeesThatNothingIsDeliveredAnyMore) {
  EXPECT_EQ(in_short({contact("meeting", 10)}, at(3)), "2");
  EXPECT_EQ(in_short({contact("meeting", 10)}, at(3, 200)), "") << "moved within a year";
  EXPECT_EQ(in_short({contact("meeting", 10), contact("teaching", 200)}, at(3)), "") << "last academic year";
  const std::vector<Contact> lately = {contact("meeting", 10)};
  const auto facts = facts_of(lately, vocabulary, AcademicYears(), today, today.plus_days(-20));
  EXPECT_FALSE(suggestion_of(facts, at(3), Scales(), today, AcademicYears()))
      << "nobody looked far enough back";
}

class PlanningAhead : public Suggesting {
 protected:
  AgreedAhead agreed(int days_ahead, int days_ago) {
    const auto on = today.plus_days(-days_ago);
    return {.id = {++last_id}, .happened_on = on, .agreed_on = on.plus_days(-days_ahead)};
  }
  static PlanningFacts reached(std::vector<AgreedAhead> agreed = {}) {
    return {.agreed = std::move(agreed), .reached = Id<ScaleUpPlan>{9}, .reached_on = Date::of(2026, 6, 3)};
  }
  std::optional<MoveSuggestion> found(const PlanningFacts& planning, std::vector<Contact> contacts = {},
                                      const Standing& standing = at(3, 100)) {
    contacts.push_back(contact("teaching", 20));
    return suggestion_of(facts_of(contacts, vocabulary, AcademicYears(), today, Date(), planning), standing,
                         Scales(), today, AcademicYears());
  }
};

TEST_F(PlanningAhead, IsTwoAppointmentsAgreedFourWeeksAhead) {
  const auto two = found({.agreed = {agreed(28, 40), agreed(60, -10)}});
  ASSERT_TRUE(two);
  EXPECT_EQ(two->level, 4);
  EXPECT_EQ(two->reason, "Two appointments agreed four weeks ahead or more");
  EXPECT_EQ(two->evidence.size(), 2U);
  EXPECT_FALSE(two->plan);
  EXPECT_FALSE(found({.agreed = {agreed(60, 40)}})) << "one is none";
  EXPECT_FALSE(found({.agreed = {agreed(27, 40), agreed(60, 20)}})) << "four weeks, not less";
  EXPECT_FALSE(found({.agreed = {agreed(-3, 40), agreed(0, 20)}})) << "written down afterwards";
  EXPECT_FALSE(found({.agreed = {agreed(60, 365), agreed(60, 20)}})) << "a year ago";
}

TEST_F(PlanningAhead, TakesAPlanThatWasReachedForOneSign) {
  EXPECT_FALSE(found(reached())) << "our own plan alone shows nothing of theirs";
  const auto both = found(reached({agreed(30, 40)}));
  ASSERT_TRUE(both);
  EXPECT_EQ(both->reason, "One appointment agreed four weeks ahead or more and a plan reached in June");
  EXPECT_EQ(both->plan, Id<ScaleUpPlan>{9});
  const auto designed = found(reached(), {contact("embedded", 200)});
  ASSERT_TRUE(designed);
  EXPECT_EQ(designed->reason, "One thing designed together and a plan reached in June");
}

TEST_F(PlanningAhead, CountsNothingTwice) {
  const auto once = contact("embedded", 40);
  EXPECT_FALSE(found({.agreed = {{once.id, once.happened_on, once.happened_on.plus_days(-50)}}}, {once}))
      << "designed together and agreed ahead, but one thing";
}

TEST_F(PlanningAhead, IsAskedOfThoseWhoWorkWithUsAlone) {
  const PlanningFacts planning{.agreed = {agreed(28, 40), agreed(60, -10)}};
  EXPECT_EQ(found(planning, {}, at(2))->level, 3) << "one step at a time";
  EXPECT_FALSE(found(planning, {}, at(4)));
  EXPECT_TRUE(may_become_partner(at(3), Scales()));
  EXPECT_FALSE(may_become_partner(at(2), Scales()));
  EXPECT_FALSE(may_become_partner(at(4), Scales()));
}

TEST_F(Suggesting, GivesItsReasonAndItsEvidence) {
  const auto first = contact("teaching", 80);
  const auto second = contact("teaching", 20);
  const auto found = suggested({first, second, contact("email", 1)}, at(2));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->reason, "Two sessions or services delivered together since August");
  EXPECT_THAT(found->evidence, ElementsAre(second.id, first.id));
}

TEST_F(Suggesting, FollowsALibrarysOwnLevels) {
  const Scale own{
      .version = 2, .levels = {{"None", ""}, {"Some", ""}, {"Much", ""}}, .mapping = {0, 1, 1, 2, 2}};
  const Scales scales({starting_scale(), own});
  EXPECT_EQ(suggested({contact("corridor", 5)}, {}, scales)->level, 1);
  EXPECT_EQ(suggested({contact("teaching", 5)}, at(1), scales)->level, 2);
  EXPECT_FALSE(suggested({contact("corridor", 5), contact("email", 5)}, at(1), scales)) << "one level here";
}

class SuggestedMoves : public testing::TestWithParam<db::Engine> {
 protected:
  test::SmallLibrary library{GetParam()};

  void talk(Id<Person> person, int days_ago, std::string_view kind = "meeting",
            Visibility visibility = Visibility::library) {
    const auto directory = library.directory();
    ASSERT_TRUE(interactions::record(*library.scope(library.priya), *directory,
                                     {.kind = directory->vocabulary.find_kind(kind)->id,
                                      .happened_on = library.today().plus_days(-days_ago),
                                      .note = "In confidence",
                                      .visibility = visibility,
                                      .people = {{person}}}));
  }
  relationships::Suggestions suggestions(Id<Staff> who) {
    const Id<Person> people[] = {library.jane, library.owen, library.sian};
    return relationships::suggestions_for(*library.scope(who), *library.directory(), people);
  }
};

INSTANTIATE_TEST_SUITE_P(Engines, SuggestedMoves, test::on_each_engine(), test::engine_test_name);

TEST_P(SuggestedMoves, AreMadeForManyAtOnce) {
  talk(library.jane, 10);
  talk(library.jane, 20, "teaching");
  talk(library.owen, 5, "corridor");
  const auto found = suggestions(library.tom);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found.at(library.jane).level, 3);
  EXPECT_EQ(found.at(library.owen).level, 1);
  EXPECT_EQ(found.at(library.owen).evidence.size(), 1U);
}

TEST_P(SuggestedMoves, KnowNothingOfWhatIsNotForEverybody) {
  talk(library.jane, 10, "teaching", Visibility::restricted);
  talk(library.owen, 10, "teaching", Visibility::team);
  EXPECT_TRUE(suggestions(library.priya).empty());
}

class Partners : public SuggestedMoves {
 protected:
  /// At Working together, with something delivered.
  void works_with_us(Id<Person> person) {
    talk(person, 5, "teaching");
    ASSERT_TRUE(relationships::move(*library.scope(library.priya), *library.directory(),
                                    {.with = person, .level = 3, .reason = "Taught", .seen_scale = 1}));
  }
  void close_a_plan(Id<Person> person, PlanOutcome outcome) {
    const auto directory = library.directory();
    const auto id =
        plans::begin(*library.scope(library.priya), *directory,
                     {.with = person,
                      .aim = 4,
                      .hope = "Plans with us",
                      .review_on = library.today().plus_days(60),
                      .steps = {{.words = "Ask", .owner = library.priya, .due_on = library.today()}}});
    ASSERT_TRUE(id);
    ASSERT_TRUE(plans::close(*library.scope(library.priya), *directory, *id, 1, {.outcome = outcome}));
  }
  /// The level that is suggested; 0 where none is.
  int suggested_level(Id<Person> person) {
    const auto found = suggestions(library.tom);
    const auto one = found.find(person);
    return one == found.end() ? 0 : one->second.level;
  }
};

INSTANTIATE_TEST_SUITE_P(Engines, Partners, test::on_each_engine(), test::engine_test_name);

TEST_P(Partners, AreSuggestedByWhatWasAgreedAhead) {
  works_with_us(library.jane);
  talk(library.jane, -30);
  EXPECT_EQ(suggested_level(library.jane), 0);
  talk(library.jane, -60);
  EXPECT_EQ(suggested_level(library.jane), 4);
  talk(library.jane, -90, "meeting", Visibility::restricted);
  EXPECT_THAT(suggestions(library.priya).at(library.jane).reason, HasSubstr("Two appointments"))
      << "never the restricted one";
}

TEST_P(Partners, AreSuggestedByAPlanThatWasReached) {
  works_with_us(library.jane);
  talk(library.jane, -30);
  for (const auto outcome : {PlanOutcome::not_yet, PlanOutcome::changed}) {
    close_a_plan(library.jane, outcome);
    EXPECT_EQ(suggested_level(library.jane), 0) << "it did not come to that";
  }
  close_a_plan(library.jane, PlanOutcome::reached);
  const auto found = suggestions(library.tom).at(library.jane);
  EXPECT_EQ(found.level, 4);
  EXPECT_TRUE(found.plan);
  const auto scope = library.scope(library.tom);
  const auto directory = library.directory();
  const auto timeline = interactions::timeline_of_person(*scope, library.jane, {});
  EXPECT_EQ(relationships::suggestion_from(*scope, *directory, library.jane,
                                           relationships::account_of(*scope, *directory, library.jane),
                                           timeline.interactions, Date()),
            found)
      << "on the page as in the list";
}

/// However few conversations the page has read.
TEST_P(Partners, AreSuggestedOnThePageAsInTheList) {
  works_with_us(library.jane);
  constexpr int long_before = -100 * 24 * 60;
  for (const int days_ago : {40, 40, 20, 3}) {
    const auto then = library.scope(library.priya, long_before);
    ASSERT_TRUE(interactions::record(
        *then, *library.directory(),
        {.happened_on = library.today().plus_days(-days_ago), .people = {{library.jane}}}));
  }
  talk(library.jane, -30);
  const auto found = suggestions(library.tom).at(library.jane);
  ASSERT_EQ(found.level, 4);
  const auto scope = library.scope(library.tom);
  const auto directory = library.directory();
  const auto account = relationships::account_of(*scope, *directory, library.jane);
  for (int limit = 1; limit < 10; ++limit) {
    const auto timeline = interactions::timeline_of_person(*scope, library.jane, {.limit = limit});
    const auto known_since = timeline.next ? timeline.interactions.back().happened_on : Date();
    const auto on_page = relationships::suggestion_from(*scope, *directory, library.jane, account,
                                                        timeline.interactions, known_since);
    ASSERT_TRUE(on_page) << limit;
    EXPECT_EQ(on_page->reason, found.reason) << limit;
    EXPECT_EQ(on_page->evidence, found.evidence) << limit;
  }
}

TEST_P(Partners, OfTwoMergedRecordsAreOne) {
  works_with_us(library.jane);
  close_a_plan(library.sian, PlanOutcome::reached);
  talk(library.sian, -30);
  EXPECT_EQ(suggested_level(library.jane), 0);
  ASSERT_TRUE(people::merge(*library.scope(library.priya), library.jane, library.sian));
  EXPECT_EQ(suggested_level(library.jane), 4);
}

TEST_P(Partners, LoseASignThatIsTakenBack) {
  works_with_us(library.jane);
  talk(library.jane, -30);
  talk(library.jane, -60);
  ASSERT_EQ(suggested_level(library.jane), 4);
  const auto evidence = suggestions(library.tom).at(library.jane).evidence;
  ASSERT_TRUE(interactions::withdraw(*library.scope(library.priya), *library.directory(), evidence.at(0),
                                     "Called off"));
  EXPECT_EQ(suggested_level(library.jane), 0);
}

TEST_P(SuggestedMoves, TakeAMergedPersonsConversationsTogether) {
  talk(library.jane, 10);
  talk(library.sian, 20);
  ASSERT_TRUE(people::merge(*library.scope(library.priya), library.jane, library.sian));
  const Id<Person> people[] = {library.jane};
  const auto found =
      relationships::suggestions_for(*library.scope(library.tom), *library.directory(), people);
  EXPECT_EQ(found.at(library.jane).level, 2);
}

TEST_P(SuggestedMoves, AreGoneWhenTakenUpOrSetAside) {
  talk(library.jane, 10);
  talk(library.owen, 10);
  ASSERT_TRUE(
      relationships::set_aside(*library.scope(library.priya), *library.directory(), library.owen, 1, false));
  ASSERT_TRUE(relationships::move(*library.scope(library.priya), *library.directory(),
                                  {.with = library.jane, .level = 1, .reason = "Spoke", .seen_scale = 1}));
  EXPECT_TRUE(suggestions(library.tom).empty());
  talk(library.owen, 1);
  EXPECT_EQ(suggestions(library.tom).at(library.owen).level, 2) << "something else";
  EXPECT_TRUE(suggestions(library.tom).contains(library.owen));
}

TEST_P(SuggestedMoves, AreNotAnsweredByDirectors) {
  const auto refused = test::unchanged(library.database, [&] {
    return relationships::set_aside(*library.scope(library.dora), *library.directory(), library.jane, 1,
                                    false);
  });
  EXPECT_EQ(refused.refusal().kind, Refusal::Kind::forbidden);
}

TEST_P(SuggestedMoves, StandOnCardsWithTheWayToTheForm) {
  talk(library.jane, 10, "teaching");
  const Id<Person> people[] = {library.jane};
  const auto lines =
      relationships::suggestion_lines(*library.scope(library.priya), *library.directory(), people);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_THAT(lines.at(library.jane).words, HasSubstr("Working together? One session or service delivered"));
  EXPECT_THAT(lines.at(library.jane).address, HasSubstr("/people/jane-smith-4f2/relationship/move?"));
  EXPECT_THAT(lines.at(library.jane).address, HasSubstr("&level=3&reason=One%20session"));
  EXPECT_TRUE(
      relationships::suggestion_lines(*library.scope(library.dora), *library.directory(), people).empty());
}

TEST_P(SuggestedMoves, SayOnAPageWhatTheListSays) {
  talk(library.jane, 10);
  talk(library.jane, 20, "teaching");
  const auto scope = library.scope(library.priya);
  const auto directory = library.directory();
  const auto timeline = interactions::timeline_of_person(*scope, library.jane, {});
  const auto account = relationships::account_of(*scope, *directory, library.jane);
  EXPECT_EQ(relationships::suggestion_from(*scope, *directory, library.jane, account, timeline.interactions,
                                           Date()),
            suggestions(library.priya).at(library.jane));
}

}  // namespace
}  // namespace rapport
