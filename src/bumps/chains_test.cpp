// Chains through their front door, on both engines.
#include "bumps/chains.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bumps/bump_figures.hpp"
#include "bumps/bumps.hpp"
#include "bumps/chain_words.hpp"
#include "bumps/stories.hpp"
#include "interactions/interactions.hpp"
#include "people/people.hpp"
#include "support/small_library.hpp"

namespace rapport {
namespace {

using test::SmallLibrary;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

struct Talk {
  std::string_view kind = "meeting";
  int days_ago = 0;
  std::vector<Id<Staff>> staff = {};
  std::vector<Participant> people = {};
  std::optional<int> attendees = {};
  std::optional<TimeOfDay> at = {};
  Visibility visibility = Visibility::library;
};

class Chains : public testing::TestWithParam<db::Engine> {
 protected:
  SmallLibrary library{GetParam()};

  Id<Interaction> record(const Talk& talk) {
    const auto directory = library.directory();
    const InteractionDraft draft{
        .kind = directory->vocabulary.find_kind(talk.kind)->id,
        .happened_on = library.today().plus_days(-talk.days_ago),
        .happened_at_time = talk.at,
        .precision = talk.at ? Precision::time : Precision::day,
        .attendees = talk.attendees,
        .note = "secret words",
        .visibility = talk.visibility,
        .people = talk.people.empty() ? std::vector<Participant>{{library.jane}} : talk.people,
        .staff = talk.staff};
    const auto by = talk.staff.empty() ? library.priya : talk.staff.front();
    return interactions::record(*library.scope(by), *directory, draft).value().interaction;
  }
  void link(Id<Interaction> from, Id<Interaction> to) {
    const auto bump = bumps::propose(*library.scope(library.priya), *library.directory(), {from, to}).value();
    if (bump.state == BumpState::accepted) return;
    for (const auto who : {library.priya, library.tom, library.gwen})
      if (bumps::accept(*library.scope(who), *library.directory(), bump.id)) return;
    FAIL() << "nobody agreed";
  }
  Chain chain(Id<Interaction> of, Id<Staff> viewer) {
    return chains::get(*library.scope(viewer), of).value();
  }
  Chain chain(Id<Interaction> of) { return chain(of, library.priya); }
  static std::vector<Id<Interaction>> ids(const Chain& chain) {
    std::vector<Id<Interaction>> found;
    for (const auto& step : chain.steps) found.push_back(step.id);
    return found;
  }
  std::string sentence(const Chain& chain, Id<Staff> viewer) {
    return sentence_of(chain, *library.directory(), {viewer, library.today()});
  }
  std::string totals(const Chain& chain) {
    std::string words;
    for (const auto& total : totals_of(chain, *library.directory()))
      words += std::to_string(total.number) + " " + total.words + "; ";
    return words;
  }
};

INSTANTIATE_TEST_SUITE_P(Engines, Chains, test::on_each_engine(), test::engine_test_name);

TEST_P(Chains, HasWhatLedToAStepAndWhatCameOfItAndNothingElse) {
  const auto root = record({.days_ago = 30});
  const auto middle = record({.days_ago = 20});
  const auto aside = record({.days_ago = 19});
  const auto leaf = record({.days_ago = 10});
  const auto stranger = record({.days_ago = 12});
  link(root, middle);
  link(root, aside);
  link(middle, leaf);
  link(stranger, leaf);
  EXPECT_THAT(ids(chain(middle)), ElementsAre(root, middle, leaf));
  EXPECT_THAT(ids(chain(root)), ElementsAre(root, middle, aside, leaf));
  EXPECT_THAT(ids(chain(stranger)), ElementsAre(stranger, leaf));
}

TEST_P(Chains, NamesWhatAStepLedOnFromOutsideTheChain) {
  const auto root = record({.days_ago = 30});
  const auto stranger = record({.days_ago = 12});
  const auto leaf = record({.days_ago = 10});
  link(root, leaf);
  link(stranger, leaf);
  const auto found = chain(root);
  ASSERT_EQ(found.elsewhere.size(), 1U);
  const auto notes = chains::notes(*library.scope(library.priya), found, 0, 10);
  ASSERT_EQ(notes.size(), 2U);
  EXPECT_TRUE(notes[0].elsewhere.empty());
  ASSERT_EQ(notes[1].elsewhere.size(), 1U);
  EXPECT_EQ(notes[1].elsewhere[0].id, stranger);
}

TEST_P(Chains, LeavesOutWhatWaitsWasDeclinedOrTakenAway) {
  const auto root = record({.days_ago = 30});
  const auto asked = record({.days_ago = 20, .staff = {library.tom}});
  const auto removed = record({.days_ago = 10});
  const auto directory = library.directory();
  ASSERT_EQ(bumps::propose(*library.scope(library.priya), *directory, {root, asked})->state,
            BumpState::proposed);
  const auto bump = bumps::propose(*library.scope(library.priya), *directory, {root, removed}).value();
  ASSERT_TRUE(bumps::remove(*library.scope(library.priya), bump.id));
  EXPECT_THAT(ids(chain(root)), ElementsAre(root));
}

TEST_P(Chains, ShowsAGapForWhatTheViewerMayNotRead) {
  const auto root = record({.days_ago = 30});
  const auto private_one = record({.kind = "consultation",
                                   .days_ago = 20,
                                   .people = {{library.sian}},
                                   .attendees = 3,
                                   .visibility = Visibility::restricted});
  const auto leaf = record({.days_ago = 10});
  link(root, private_one);
  link(private_one, leaf);
  const auto seen = chain(root, library.gwen);
  ASSERT_THAT(ids(seen), ElementsAre(root, private_one, leaf));
  const auto& gap = seen.steps[1];
  EXPECT_EQ(gap.sight, Sight::not_yours);
  EXPECT_EQ(gap.kind, Id<InteractionKind>{});
  EXPECT_TRUE(gap.people.empty() && gap.staff.empty() && !gap.attendees);
  EXPECT_EQ(chains::notes(*library.scope(library.gwen), seen, 0, 3)[1].note, "");
  EXPECT_EQ(totals(seen), "1 academic met; ");
  EXPECT_EQ(totals(chain(root)), "2 academics met; 3 one-to-ones; ");
}

TEST_P(Chains, IsNotFoundFromWhatTheViewerMayNotReadOrWhatIsNotThere) {
  const auto private_one = record({.days_ago = 20, .visibility = Visibility::restricted});
  for (const auto id : {private_one, Id<Interaction>{9999}, Id<Interaction>{}}) {
    const auto refused = chains::get(*library.scope(library.gwen), id);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().kind, Refusal::Kind::not_found);
  }
}

TEST_P(Chains, KeepsThePlaceOfWhatWasTakenBackWithoutItsWords) {
  const auto root = record({.days_ago = 30});
  const auto slip = record({.kind = "teaching", .days_ago = 20, .attendees = 60});
  const auto leaf = record({.days_ago = 10});
  link(root, slip);
  link(slip, leaf);
  ASSERT_TRUE(interactions::withdraw(*library.scope(library.priya), *library.directory(), slip, "a slip"));
  const auto seen = chain(root);
  ASSERT_THAT(ids(seen), ElementsAre(root, slip, leaf));
  EXPECT_EQ(seen.steps[1].sight, Sight::taken_back);
  EXPECT_TRUE(seen.steps[1].people.empty());
  EXPECT_EQ(totals(seen), "1 academic met; ");
}

TEST_P(Chains, HoldsMergedPeopleAndThoseWhoWereTakenOut) {
  const auto root = record({.days_ago = 30});
  const auto middle = record({.days_ago = 20, .people = {{library.sian}}});
  const auto last = record({.days_ago = 10, .people = {{library.owen}}});
  link(root, middle);
  link(middle, last);
  EXPECT_EQ(totals(chain(root)), "3 academics met; ");
  ASSERT_TRUE(people::merge(*library.scope(library.ada), library.jane, library.sian));
  EXPECT_EQ(totals(chain(root)), "2 academics met; ");
  const auto seen = chain(root);
  EXPECT_EQ(heading_of(seen.steps[1], *library.directory(), {library.priya, library.today()}),
            "Meeting, Dr Jane Smith");
  ASSERT_TRUE(people::mark_left(*library.scope(library.ada), library.owen, library.today().plus_days(-1)));
  EXPECT_THAT(ids(chain(root)), ElementsAre(root, middle, last));
}

TEST_P(Chains, SaysInOneSentenceHowItBeganAndWhatFollowed) {
  const auto root =
      record({.kind = "corridor", .days_ago = 70, .staff = {library.tom}, .people = {{library.jane}}});
  auto last = root;
  for (int i = 0; i < 9; ++i) {
    const auto next = record({.days_ago = 60 - 5 * i});
    link(last, next);
    last = next;
  }
  const auto today = record({.days_ago = 0, .at = TimeOfDay{14 * 60 + 30}});
  link(last, today);
  EXPECT_EQ(title_of(chain(root), *library.directory()), "From one corridor chat");
  EXPECT_EQ(sentence(chain(root), library.priya),
            "Tom stopped to talk to Dr Jane Smith on 3 September. Nine things have followed, and a tenth is "
            "today.");
  EXPECT_THAT(sentence(chain(root), library.tom), HasSubstr("You stopped to talk to Dr Jane Smith"));
}

TEST_P(Chains, SaysThatNothingHasFollowedYet) {
  const auto root = record({.kind = "email", .days_ago = 3});
  EXPECT_EQ(
      sentence(chain(root), library.gwen),
      "Priya wrote to Dr Jane Smith on 9 November. Nothing has followed yet. When something does, log it as "
      "led on from this.");
}

TEST_P(Chains, SaysNothingOfHowItBeganWhereThatIsNotTheViewersToRead) {
  const auto root = record({.kind = "corridor", .days_ago = 30, .visibility = Visibility::restricted});
  const auto leaf = record({.days_ago = 10});
  link(root, leaf);
  const auto seen = chain(leaf, library.gwen);
  EXPECT_EQ(title_of(seen, *library.directory()), "From one conversation");
  EXPECT_EQ(sentence(seen, library.gwen),
            "It began with a conversation that is not yours to read. One thing has followed.");
}

TEST_P(Chains, CountsWhatItBroughtAndNeverAZero) {
  const auto root = record({.kind = "corridor", .days_ago = 30, .people = {{library.jane}, {library.owen}}});
  const auto session = record({.kind = "teaching", .days_ago = 20, .attendees = 64});
  const auto again = record({.kind = "teaching", .days_ago = 18, .attendees = 62});
  const auto deposit = record({.kind = "deposit", .days_ago = 9});
  const auto planned = record({.kind = "teaching", .days_ago = -9, .attendees = 90});
  for (const auto step : {session, again, deposit, planned}) link(root, step);
  EXPECT_EQ(totals(chain(root)), "2 academics met; 2 teaching sessions; 126 students reached; 1 deposit; ");
}

TEST_P(Chains, NamesColleaguesInTheOrderOfTheirFirstStep) {
  const auto root = record({.kind = "corridor", .days_ago = 30, .staff = {library.tom}});
  const auto one = record({.days_ago = 20, .staff = {library.gwen}});
  const auto two = record({.days_ago = 10, .staff = {library.priya, library.gwen}});
  const auto three = record({.days_ago = 5, .staff = {library.priya}});
  link(root, one);
  link(one, two);
  link(two, three);
  std::vector<std::string> words;
  for (const auto& colleague : colleagues_of(chain(root)))
    words.push_back(std::string(library.directory()->staff.given_name(colleague.staff)) + ": " +
                    part_words(colleague));
  EXPECT_THAT(words, ElementsAre("Tom: Started it, and passed it on. One step", "Gwen: Two steps",
                                 "Priya: Two steps"));
}

TEST_P(Chains, OfMoreThanItHoldsKeepsTheEarliestAndSaysSo) {
  const auto root = record({.days_ago = 30});
  for (int i = 0; i < 8; ++i) link(root, record({.days_ago = 20 - i}));
  const auto found = chains::get(*library.scope(library.priya), root, 5).value();
  EXPECT_TRUE(found.is_cut);
  EXPECT_EQ(found.steps.size(), 5U);
  EXPECT_EQ(found.steps[found.focus].id, root);
  EXPECT_FALSE(chain(root).is_cut);
}

TEST_P(Chains, ListsTheViewersOwnChainsOnceAndTheLibrarysOthers) {
  const auto mine = record({.kind = "corridor", .days_ago = 30});
  const auto next = record({.days_ago = 20});
  const auto last = record({.days_ago = 10});
  link(mine, next);
  link(next, last);
  const auto toms = record({.days_ago = 15, .staff = {library.tom}});
  const auto toms_next = record({.days_ago = 9, .staff = {library.tom}});
  link(toms, toms_next);
  while (bumps::catch_up(*library.scope(library.ada), *library.directory())) {
  }
  const auto found = chains::recent(*library.scope(library.priya), library.today().plus_days(-40));
  ASSERT_EQ(found.mine.size(), 1U);
  EXPECT_EQ(found.mine[0].address, mine);
  EXPECT_EQ(found.mine[0].chain.steps.size(), 3U);
  ASSERT_EQ(found.librarys.size(), 1U);
  EXPECT_EQ(found.librarys[0].address, toms);
}

TEST_P(Chains, ListsNoChainOfWhichTheViewerMayReadNothing) {
  const auto first = record({.days_ago = 20, .staff = {library.tom}, .visibility = Visibility::restricted});
  const auto second = record({.days_ago = 10, .staff = {library.tom}, .visibility = Visibility::restricted});
  const auto bump = bumps::propose(*library.scope(library.tom), *library.directory(), {first, second});
  ASSERT_TRUE(bump);
  EXPECT_TRUE(chains::recent(*library.scope(library.gwen), library.today().plus_days(-40)).librarys.empty());
}

TEST_P(Chains, ThatHangTogetherAreOneLine) {
  // Three beginnings: a -> x, b -> x and b -> y, c -> y. No chain has all of it.
  const auto a = record({.days_ago = 50});
  const auto b = record({.days_ago = 49});
  const auto c = record({.days_ago = 48});
  const auto y = record({.days_ago = 20});
  const auto x = record({.days_ago = 10});
  const auto alone = record({.days_ago = 5});
  for (const auto from : {a, b}) link(from, x);
  for (const auto from : {b, c}) link(from, y);
  link(record({.days_ago = 8}), alone);
  const auto recent = chains::recent(*library.scope(library.priya), library.today().plus_days(-60));
  EXPECT_EQ(recent.mine.size(), 2U);
  EXPECT_TRUE(recent.librarys.empty());
}

TEST_P(Chains, AreCalledByTheirStory) {
  const auto root = record({.kind = "corridor", .days_ago = 30});
  const auto middle = record({.days_ago = 20});
  const auto last = record({.days_ago = 10});
  const auto branch = record({.days_ago = 9});
  link(root, middle);
  link(middle, last);
  link(middle, branch);
  const auto scope = library.scope(library.priya);
  const StoryDraft draft{.title = "How it all began", .path = {middle, last}};
  const auto story = bumps::tell(*scope, *library.directory(), root, draft).value();
  EXPECT_EQ(title_of(chain(root), *library.directory()), "How it all began");
  EXPECT_EQ(title_of(chain(branch), *library.directory()), "From one corridor chat") << "not of its steps";
  const auto recent = chains::recent(*scope, library.today().plus_days(-60));
  ASSERT_EQ(recent.mine.size(), 1U);
  EXPECT_EQ(title_of(recent.mine[0].chain, *library.directory()), "How it all began");
  ASSERT_TRUE(bumps::withdraw_story(*scope, story));
  EXPECT_EQ(title_of(chain(root), *library.directory()), "From one corridor chat");
}

}  // namespace
}  // namespace rapport
