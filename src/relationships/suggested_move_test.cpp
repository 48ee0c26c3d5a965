// Which moves conversations speak for: the rules, and the front door on both engines.
#include "relationships/suggested_move.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "interactions/interactions.hpp"
#include "people/people.hpp"
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
    return suggestion_of(facts_of(contacts, vocabulary, today, Date()), standing, scales, today);
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
  const auto facts = facts_of(lately, vocabulary, today, today.plus_days(-20));
  EXPECT_FALSE(suggestion_of(facts, at(3), Scales(), today)) << "nobody looked far enough back";
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
