// The team home, on both engines, and the plans of its statements.
#include "reports/team.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "interactions/interactions.hpp"
#include "interactions/planned_promises.hpp"
#include "relationships/plans.hpp"
#include "relationships/relationships.hpp"
#include "reports/team_pages.hpp"
#include "support/small_library.hpp"
#include "support/statement_log.hpp"

namespace rapport {
namespace {

using reports::TeamHome;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class TeamPage : public testing::TestWithParam<db::Engine> {
 protected:
  test::SmallLibrary library{GetParam()};
  const Date today = library.today();

  void promise(Id<Person> person, int due_in, std::optional<Visibility> visibility = {}) {
    const auto scope = library.scope(library.priya);
    const auto directory = library.directory();
    if (!visibility) {
      ASSERT_TRUE(interactions::plan_promise(
          *scope, *directory,
          {.staff = library.priya, .person = person, .words = "send it", .due_on = today.plus_days(due_in)}));
      return;
    }
    InteractionDraft draft{
        .happened_on = today.plus_days(-30), .visibility = *visibility, .people = {{person}}};
    draft.promises.push_back({.words = "hidden words", .due_on = today.plus_days(due_in)});
    ASSERT_TRUE(interactions::record(*scope, *directory, draft));
  }
  std::optional<Id<Team>> team_of(Id<Staff> staff) { return library.directory()->staff.find(staff)->team; }
  TeamHome home(Id<Staff> by, std::optional<Id<Team>> team) {
    directory_ = library.directory();
    return reports::read_team(*library.scope(by), *directory_, {.team = team});
  }
  http::Response get(Id<Staff> who, http::Response (*page)(const ui::Visit&, const Directory&),
                     const std::vector<std::pair<std::string, std::string>>& query = {}) {
    http::Request request{.method = http::Method::get, .target = "/team", .path = "/team"};
    for (const auto& [name, value] : query) request.query.add(name, value);
    const auto scope = library.scope(who);
    const ui::Visit visit{.request = request, .scope = *scope, .csrf_token = "token"};
    return page(visit, *library.directory());
  }

 private:
  std::shared_ptr<const Directory> directory_;  // what was returned refers to it
};

INSTANTIATE_TEST_SUITE_P(Engines, TeamPage, test::on_each_engine(), test::engine_test_name);

TEST_P(TeamPage, TellsWhatMovedInTheDepartmentsOfTheTeam) {
  const auto lift = [&](Id<Person> person) {
    ASSERT_TRUE(relationships::move(*library.scope(library.priya), *library.directory(),
                                    {.with = person, .level = 1, .reason = "hello"}));
  };
  lift(library.jane);
  lift(library.owen);
  const auto health = home(library.tom, team_of(library.tom));
  EXPECT_EQ(health.up, 1);
  ASSERT_THAT(health.moves, SizeIs(1));
  EXPECT_EQ(std::get<Id<Person>>(health.moves[0].with), library.jane);
  EXPECT_EQ(home(library.dora, {}).up, 2) << "the whole library";
  EXPECT_EQ(home(library.gwen, team_of(library.gwen)).up, 0) << "a team without a department";
}

TEST_P(TeamPage, CountsWhatIsDueByDepartmentAndOpensIt) {
  promise(library.jane, -3);
  promise(library.sian, -1);
  promise(library.owen, -2);
  promise(library.jane, 0);
  const auto health = home(library.tom, team_of(library.tom));
  ASSERT_THAT(health.due, SizeIs(2));
  int counted = 0;
  for (const auto& row : health.due) {
    const auto rows =
        reports::read_due(*library.scope(library.tom), *library.directory(), {.team = team_of(library.tom)},
                          library.directory()->org.find(row.unit->id));
    counted += row.promises;
    EXPECT_EQ(rows.promises.size(), static_cast<std::size_t>(row.promises));
  }
  EXPECT_EQ(counted, 3);
  EXPECT_EQ(health.promises_due, 3) << "what is due today is not overdue";
}

TEST_P(TeamPage, TellsNobodyOfRestrictedPromises) {
  promise(library.jane, -3, Visibility::restricted);
  promise(library.jane, -3, Visibility::team);
  EXPECT_EQ(home(library.priya, {}).promises_due, 1) << "her own restricted one is not counted either";
  EXPECT_EQ(home(library.tom, {}).promises_due, 1) << "his team's is";
  EXPECT_EQ(home(library.gwen, {}).promises_due, 0);
  EXPECT_THAT(
      get(library.gwen, reports::show_team_due, {{"unit", "nursing-and-midwifery"}, {"team", "all"}}).body,
      Not(HasSubstr("hidden words")));
}

TEST_P(TeamPage, CountsNobodysWork) {
  promise(library.jane, -3);
  const auto page = get(library.gwen, reports::show_team, {{"team", "all"}}).body;
  const auto due =
      get(library.gwen, reports::show_team_due, {{"team", "all"}, {"unit", "nursing-and-midwifery"}}).body;
  EXPECT_THAT(due, HasSubstr("send it"));
  EXPECT_THAT(due, Not(HasSubstr("Priya")));
  // Priya leads Nursing, and stands there as that alone.
  const auto first = page.find("Priya Nair");
  EXPECT_EQ(page.find("Priya Nair", first + 1), std::string::npos);
}

TEST_P(TeamPage, TellsOfPlansReachedAndToBeReviewed) {
  const PlanDraft plan{.with = library.jane,
                       .aim = 1,
                       .hope = "A first hello",
                       .review_on = today.plus_days(5),
                       .steps = {{.row = 1, .words = "Say hello", .owner = library.priya, .due_on = today}}};
  const auto id = plans::begin(*library.scope(library.priya), *library.directory(), plan).value();
  EXPECT_EQ(home(library.tom, {}).plans_due, 0);
  const auto directory = library.directory();
  const auto later = library.scope(library.tom, 6 * 24 * 60);
  EXPECT_EQ(reports::read_team(*later, *directory, {}).plans_due, 1);
  ASSERT_TRUE(plans::close(*library.scope(library.priya), *library.directory(), id, 1,
                           {.outcome = PlanOutcome::reached, .learnt = "Hello helps"}));
  EXPECT_THAT(home(library.tom, {}).reached, SizeIs(1));
  EXPECT_THAT(get(library.tom, reports::show_team).body, HasSubstr("Hello helps"));
}

TEST_P(TeamPage, AnswersWhateverIsAsked) {
  for (const auto* odd : {"", "all", "0", "-1", "999", "<b>", "99999999999999999999999"})
    EXPECT_EQ(get(library.priya, reports::show_team, {{"team", odd}}).status, 200) << odd;
  EXPECT_EQ(get(library.priya, reports::show_team_due, {{"unit", "nowhere"}}).status, 404);
  EXPECT_EQ(get(library.priya, reports::show_team_due).status, 200);
  EXPECT_THAT(get(library.gwen, reports::show_team).body, HasSubstr("looks after no department yet"));
}

TEST(TeamPlans, ReadNoTableWhole) {
  test::StatementLog log;
  test::SmallLibrary library;
  const auto directory = library.directory();
  log.clear();
  (void)reports::read_team(*library.scope(library.priya), *directory, {});
  (void)reports::read_due(*library.scope(library.priya), *directory, {}, nullptr);
  const std::vector<std::string> growing{
      "interactions", "interaction_persons", "interaction_staff", "bumps",  "acquaintances", "promises",
      "posts",        "level_events",        "scale_up_plans",    "persons"};
  for (const auto& sql : log.statements())
    for (const auto& line : test::query_plan(library.database.file(), sql)) {
      EXPECT_EQ(test::read_whole(line, sql, growing), "") << line << "\n" << sql;
      EXPECT_EQ(line.find("AUTOMATIC"), std::string::npos) << line << "\n" << sql;
    }
}

}  // namespace
}  // namespace rapport
