// The rules of scale-up plans and of their picture.
#include "relationships/plan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "relationships/plan_picture.hpp"

namespace rapport {
namespace {

using testing::HasSubstr;

const Date today = *Date::of(2026, 11, 12);

PlanDraft good() {
  return {.aim = 3,
          .hope = "Search help in every placement",
          .review_on = today.plus_months(3),
          .steps = {{.row = 1, .words = "Ask what students lack", .owner = {1}, .due_on = today}}};
}

std::vector<std::string> fields_of(const PlanDraft& draft, int now = 2, bool is_slipping = false,
                                   std::span<const PlanStep> steps = {}, bool is_new = true) {
  const auto scale = starting_scale();
  Standing standing{.relationship = Relationship{.level = now, .is_slipping = is_slipping}};
  std::vector<std::string> fields;
  for (const auto& fault : faults_of(
           draft, {.scale = scale, .standing = standing, .steps = steps, .is_new = is_new, .today = today}))
    fields.push_back(fault.field);
  return fields;
}

using Fields = std::vector<std::string>;

TEST(PlanRules, TakeAGoodDraft) {
  EXPECT_EQ(fields_of(good()), Fields{});
}

TEST(PlanRules, AimAboveUnlessSlippingOrAtTheTop) {
  EXPECT_EQ(fields_of(good(), 3), Fields{"aim"});
  EXPECT_EQ(fields_of(good(), 4), Fields{"aim"});
  EXPECT_EQ(fields_of(good(), 3, true), Fields{});
  auto top = good();
  top.aim = 4;
  EXPECT_EQ(fields_of(top, 4), Fields{});
  top.aim = 9;
  EXPECT_EQ(fields_of(top), Fields{"aim"});
  EXPECT_EQ(fields_of(good(), 3, false, {}, false), Fields{}) << "it was reached while the plan was open";
}

TEST(PlanRules, NameTheRowOfAStepWithoutADayOrWithOneThatHasPassed) {
  auto draft = good();
  draft.steps.push_back({.row = 3, .words = "Write to her", .owner = {1}});
  draft.steps.push_back({.row = 4, .words = "Ring her", .owner = {1}, .due_on = today.plus_days(-1)});
  EXPECT_EQ(fields_of(draft), (Fields{"step-3-due", "step-4-due"}));
}

TEST(PlanRules, LetADayThatWasThereBeforePass) {
  const PlanStep before{.id = {7}, .words = "Ring her", .due_on = today.plus_days(-9)};
  auto draft = good();
  draft.steps = {{.row = 1, .step = Id<PlanStep>{7}, .words = "Ring her", .due_on = before.due_on}};
  EXPECT_EQ(fields_of(draft, 2, false, std::span(&before, 1), false), Fields{});
  draft.steps[0].due_on = today.plus_days(-2);
  EXPECT_EQ(fields_of(draft, 2, false, std::span(&before, 1), false), Fields{"step-1-due"});
}

TEST(PlanRules, WantOneStepAndAtMostEight) {
  auto draft = good();
  draft.steps.clear();
  EXPECT_EQ(fields_of(draft), Fields{"step-1-words"});
  for (int row = 1; row <= 9; ++row)
    draft.steps.push_back({.row = row, .words = "Write", .owner = {1}, .due_on = today});
  EXPECT_EQ(fields_of(draft), Fields{"step-1-words"});
  draft.steps.pop_back();
  EXPECT_EQ(fields_of(draft), Fields{});
}

TEST(PlanRules, WantAHopeAndAReviewToCome) {
  auto draft = good();
  draft.hope.clear();
  draft.review_on = today;
  EXPECT_EQ(fields_of(draft), (Fields{"hope", "review_on"}));
  draft = good();
  draft.review_on = today.plus_months(37);
  EXPECT_EQ(fields_of(draft), Fields{"review_on"});
  draft.know_by = std::string(1'001, 'x');
  EXPECT_EQ(fields_of(draft), (Fields{"know_by", "review_on"}));
}

TEST(PlanRules, LeaveOutRowsThatAreNotThereYetAndEmpty) {
  auto draft = good();
  draft.steps.push_back({.row = 2, .words = "  "});
  draft.steps.push_back({.row = 3, .step = Id<PlanStep>{4}, .words = " "});
  const auto tidy = tidied(draft);
  ASSERT_EQ(tidy.steps.size(), 2U);
  EXPECT_EQ(tidy.steps[1].step, Id<PlanStep>{4});
}

TEST(PlanRules, CloseWithAnOutcome) {
  EXPECT_EQ(faults_of(CloseDraft{}).front().field, "outcome");
  EXPECT_TRUE(faults_of(CloseDraft{.outcome = PlanOutcome::changed}).empty());
}

TEST(ClimbPicture, SaysInASentenceWhatItShows) {
  const Climb climb{.now = 2, .aim = 3, .steps = {true, false, false}, .until = "3 March 2027"};
  EXPECT_EQ(climb_sentence(climb, starting_scale()),
            "Five levels as a staircase. Now at In touch. Aim: Working together by 3 March 2027, in three "
            "steps, one of them done.");
  const auto picture = climb_picture(climb, starting_scale()).text();
  EXPECT_THAT(picture, HasSubstr("stair aim"));
  EXPECT_THAT(picture, HasSubstr("class=\"pend\""));
  EXPECT_THAT(picture, HasSubstr("<th scope=\"row\">Working together</th>"));
}

TEST(ClimbPicture, DrawsNoWayDownwards) {
  const auto picture = climb_picture({.now = 3, .aim = 2}, starting_scale()).text();
  EXPECT_THAT(picture, testing::Not(HasSubstr("leap")));
}

}  // namespace
}  // namespace rapport
