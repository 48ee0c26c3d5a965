// The front door of stories, on both engines.
#include "bumps/stories.hpp"

#include <gtest/gtest.h>

#include "interactions/interactions.hpp"
#include "support/small_library.hpp"
#include "support/unchanged.hpp"

namespace rapport {
namespace {

using test::SmallLibrary;

class Stories : public testing::TestWithParam<db::Engine> {
 protected:
  void SetUp() override {
    chat = talk(library.priya, 9, Visibility::library);
    session = talk(library.tom, 2, Visibility::library);
  }

  Id<Interaction> talk(Id<Staff> by, int days_ago, Visibility visibility) {
    InteractionDraft draft{.happened_on = library.today().plus_days(-days_ago),
                           .note = "About the reading list",
                           .visibility = visibility,
                           .people = {{library.jane}}};
    return interactions::record(*library.scope(by), *library.directory(), draft).value().interaction;
  }
  StoryDraft draft() { return {.title = "From one chat", .path = {session, chat}, .words = "It grew."}; }
  StoryDraft quoting() {
    auto quoted = draft();
    quoted.quotation = "The best hour of the term.";
    quoted.quoted = library.jane;
    quoted.permission = "by email";
    quoted.permission_on = library.today().plus_days(-1);
    return quoted;
  }
  Result<Id<Story>> tell(Id<Staff> by, const StoryDraft& draft) {
    return bumps::tell(*library.scope(by), *library.directory(), chat, draft);
  }
  /// The field that was refused, and that nothing was written.
  std::string refused_field(const StoryDraft& draft) {
    const auto before = test::contents(library.database);
    const auto refused = tell(library.priya, draft);
    EXPECT_FALSE(refused);
    EXPECT_EQ(test::contents(library.database), before);
    return refused || refused.refusal().faults.empty() ? "" : refused.refusal().faults.front().field;
  }

  SmallLibrary library{GetParam()};
  Id<Interaction> chat;
  Id<Interaction> session;
};

INSTANTIATE_TEST_SUITE_P(Engines, Stories, test::on_each_engine(), test::engine_test_name);

TEST_P(Stories, KeepsThePathInOrderOfTimeWithDepartmentAndYear) {
  const auto id = tell(library.priya, quoting());
  ASSERT_TRUE(id);
  const auto story = bumps::get_story(*library.scope(library.dora), *id).value();
  EXPECT_EQ(story.told.path, (std::vector{chat, session}));
  EXPECT_EQ(story.told.org_unit, library.nursing);
  EXPECT_EQ(story.academic_year, 2026);
  EXPECT_EQ(story.told.quotation, "The best hour of the term.");
}

TEST_P(Stories, WantsPermissionForAQuotation) {
  auto without_whose = quoting();
  without_whose.quoted.reset();
  EXPECT_EQ(refused_field(without_whose), "quoted");
  auto without_how = quoting();
  without_how.permission = " ";
  EXPECT_EQ(refused_field(without_how), "permission");
  auto without_day = quoting();
  without_day.permission_on.reset();
  EXPECT_EQ(refused_field(without_day), "permission_on");
  auto not_yet = quoting();
  not_yet.permission_on = library.today().plus_days(1);
  EXPECT_EQ(refused_field(not_yet), "permission_on");
}

TEST_P(Stories, WantsATitleAndTwoSteps) {
  auto untitled = draft();
  untitled.title = "  ";
  EXPECT_EQ(refused_field(untitled), "title");
  auto short_path = draft();
  short_path.path = {chat};
  EXPECT_EQ(refused_field(short_path), "path");
}

TEST_P(Stories, TellsNothingThatNotEverybodyMayRead) {
  auto private_step = draft();
  private_step.path.push_back(talk(library.priya, 1, Visibility::restricted));
  EXPECT_EQ(refused_field(private_step), "path");
  auto not_mine = draft();
  not_mine.path.push_back(talk(library.gwen, 1, Visibility::restricted));
  const auto before = test::contents(library.database);
  EXPECT_EQ(tell(library.priya, not_mine).refusal().kind, Refusal::Kind::not_found);
  EXPECT_EQ(test::contents(library.database), before);
}

TEST_P(Stories, LosesNobodysWordsWhenTwoRetellIt) {
  const auto id = tell(library.priya, draft()).value();
  auto first = draft();
  first.title = "Hers";
  ASSERT_TRUE(bumps::retell(*library.scope(library.priya), *library.directory(), id, 1, first));
  const auto before = test::contents(library.database);
  const auto second = bumps::retell(*library.scope(library.gwen), *library.directory(), id, 1, draft());
  ASSERT_FALSE(second);
  EXPECT_EQ(second.refusal().kind, Refusal::Kind::conflict);
  EXPECT_EQ(test::contents(library.database), before);
}

TEST_P(Stories, IsChangedByItsTellerAndLeadersAlone) {
  const auto id = tell(library.priya, draft()).value();
  const auto by_tom = bumps::retell(*library.scope(library.tom), *library.directory(), id, 1, draft());
  EXPECT_EQ(by_tom.refusal().kind, Refusal::Kind::forbidden);
  EXPECT_TRUE(bumps::retell(*library.scope(library.gwen), *library.directory(), id, 1, draft()));
}

TEST_P(Stories, AreListedByYearAndDepartmentUntilWithdrawn) {
  const auto id = tell(library.priya, draft()).value();
  const auto scope = library.scope(library.tom);
  EXPECT_EQ(bumps::stories(*scope, {.academic_year = 2026}).size(), 1U);
  EXPECT_TRUE(bumps::stories(*scope, {.academic_year = 2025}).empty());
  EXPECT_EQ(bumps::stories(*scope, {.org_unit = library.nursing}).size(), 1U);
  EXPECT_TRUE(bumps::stories(*scope, {.org_unit = library.law}).empty());
  EXPECT_TRUE(bumps::stories(*scope, {.on_board_only = true}).empty());
  EXPECT_EQ(bumps::stories_with(*scope, session).size(), 1U);
  ASSERT_TRUE(bumps::withdraw_story(*library.scope(library.priya), id));
  EXPECT_TRUE(bumps::stories(*scope, {}).empty());
  EXPECT_FALSE(bumps::get_story(*scope, id));
  ASSERT_TRUE(bumps::put_back_story(*library.scope(library.priya), id));
  EXPECT_EQ(bumps::stories(*scope, {}).size(), 1U);
}

}  // namespace
}  // namespace rapport
