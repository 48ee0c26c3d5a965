// A chain as boxes for people outside the library: kinds, months and how many, never who.
#include "headlines/sheet_chain.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rapport::headlines {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class SheetChain : public testing::Test {
 protected:
  Vocabulary vocabulary = [] {
    auto kinds = starting_kinds();
    for (std::size_t i = 0; i < kinds.size(); ++i)
      kinds[i].id = Id<InteractionKind>{static_cast<std::int64_t>(i + 1)};
    return Vocabulary(std::move(kinds), {});
  }();
  Chain chain;

  ChainStep& step(std::string_view kind, int month, std::optional<int> attendees = {}) {
    const auto id = Id<Interaction>{static_cast<std::int64_t>(chain.steps.size() + 1)};
    chain.steps.push_back({.id = id,
                           .happened_on = *Date::of(2026, static_cast<unsigned>(month), 3),
                           .kind = vocabulary.find_kind(kind)->id,
                           .attendees = attendees,
                           .people = {Id<Person>{7}}});
    return chain.steps.back();
  }
  std::vector<std::size_t> shown(std::span<const Id<Interaction>> path = {}) {
    return shown_steps(chain, path, *Date::of(2026, 7, 31));
  }
  std::vector<std::string> titles() {
    std::vector<std::string> all;
    for (const auto& box : boxes_of(chain, shown(), vocabulary)) all.push_back(box.title + ", " + box.line);
    return all;
  }
};

TEST_F(SheetChain, TellsHowItBeganAndWhatCameOfIt) {
  step("corridor", 1);
  step("teaching", 2, 40);
  step("teaching", 4, 60);
  EXPECT_THAT(titles(), ElementsAre("A corridor chat, in January", "Two teaching sessions, February to April",
                                    "100 students, taught so far"));
}

TEST_F(SheetChain, FewStudentsAreNotTold) {
  step("corridor", 1);
  step("teaching", 2, 4);
  EXPECT_THAT(titles(), ElementsAre("A corridor chat, in January", "A teaching session, in February"));
}

TEST_F(SheetChain, LeavesOutWhatIsNotForEverybodyOrYetToCome) {
  step("corridor", 1);
  step("meeting", 2).is_for_all = false;
  step("meeting", 3).sight = Sight::not_yours;
  step("meeting", 4).is_ahead = true;
  step("teaching", 5, 40);
  step("teaching", 9, 40);
  EXPECT_THAT(shown(), ElementsAre(0, 4)) << "and nothing after the year";
  const std::vector<Id<Interaction>> path{chain.steps[4].id};
  EXPECT_THAT(shown(path), ElementsAre(4));
}

TEST_F(SheetChain, TalkThatLedToTalkIsNoHeadline) {
  for (int month = 1; month < 6; ++month) step("email", month);
  EXPECT_EQ(reach_of(chain, shown(), vocabulary), 0);
  step("teaching", 6, 40);
  EXPECT_GT(reach_of(chain, shown(), vocabulary), 0);
}

TEST_F(SheetChain, AStoryOfTwoMeetingsIsNotWorthTelling) {
  step("meeting", 5);
  step("meeting", 7);
  EXPECT_FALSE(is_worth_telling(chain, shown(), vocabulary));
  step("teaching", 7);
  EXPECT_TRUE(is_worth_telling(chain, shown(), vocabulary));
}

TEST_F(SheetChain, TwoStepsAreNoChainAndOneKindNoStory) {
  step("corridor", 1);
  step("teaching", 2, 40);
  EXPECT_EQ(reach_of(chain, shown(), vocabulary), 0);
  chain.steps.resize(1);
  EXPECT_THAT(boxes_of(chain, shown(), vocabulary), IsEmpty());
}

TEST_F(SheetChain, HasFourBoxesAtTheMostAndKeepsWhatIsWorthMost) {
  for (const auto* kind : {"corridor", "email", "call", "meeting", "teaching", "committee"})
    step(kind, 2, 30);
  const auto boxes = boxes_of(chain, shown(), vocabulary);
  ASSERT_EQ(boxes.size(), chain_boxes_max);
  EXPECT_EQ(boxes[0].title, "A corridor chat");
  EXPECT_EQ(boxes[3].title, "30 students");
  EXPECT_TRUE(boxes[1].title == "A teaching session" || boxes[2].title == "A teaching session");
}

}  // namespace
}  // namespace rapport::headlines
