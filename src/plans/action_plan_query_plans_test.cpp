// How SQLite runs what action plans, the board of a year and shared plans ask: by key, or by year, however
// many plans and conversations there are.
#include <gtest/gtest.h>

#include "plans/action_plan_pages.hpp"
#include "plans/action_plans.hpp"
#include "plans/plan_share_pages.hpp"
#include "plans/plan_shares.hpp"
#include "plans/round_pages.hpp"
#include "plans/rounds.hpp"
#include "support/library_pages.hpp"
#include "support/statement_log.hpp"

namespace rapport {
namespace {

/// Made before the database.
struct Logged {
  test::StatementLog log;
};

class ActionPlanQueryPlans : public testing::Test, protected Logged, protected test::LibraryPages {
 protected:
  ActionPlanQueryPlans() {
    item = action_plans::add(*priya(), *library.directory(), {library.nursing, 2026, {}},
                             {.words = "Library hour",
                              .owners = {library.priya},
                              .people = {library.jane},
                              .due_on = library.today().plus_days(30)})
               .value();
    EXPECT_TRUE(action_plans::note(*priya(), item, "Begun"));
    plan = action_plans::of(*priya(), *library.directory(), library.nursing, 2026)->plan.id;
    token =
        plan_shares::make_link(*priya(), plan, {"Head of Nursing", library.today().plus_days(30)}).value();
    EXPECT_TRUE(rounds::set_season(*library.scope(library.gwen), *library.directory(), 2026,
                                   {.units = {library.nursing, library.law}}));
    log.clear();
  }
  std::unique_ptr<Scope> priya() { return library.scope(library.priya); }
  void expect_plans_without_whole_tables() {
    const auto statements = log.statements();
    EXPECT_FALSE(statements.empty());
    EXPECT_EQ(test::whole_reads(library.database.file(), statements, growing), "");
  }
  static html::Html no_sheet(Scope&, const Directory&, const OrgUnitEntry&, int) { return {}; }
  static std::vector<Id<OrgUnit>> no_sheets(Scope&, const Directory&, int) { return {}; }

  const std::vector<std::string> growing{
      "interactions",     "persons",          "promises",        "action_plans",       "plan_items",
      "plan_item_owners", "plan_item_people", "plan_item_notes", "plan_item_versions", "plan_minutes",
      "round_entries",    "round_events",     "plan_links"};
  Id<PlanItem> item = {};
  Id<ActionPlan> plan = {};
  std::string token;
};

TEST_F(ActionPlanQueryPlans, OfAPlansPage) {
  const auto slug = library.directory()->org.find(library.nursing)->slug;
  log.clear();
  EXPECT_EQ(get(action_plans::show_plan, library.priya, {{"unit", slug}, {"year", "2026"}}).status, 200);
  EXPECT_EQ(get(action_plans::show_item, library.priya, {{"item", std::to_string(item.value)}}).status, 200);
  expect_plans_without_whole_tables();
}

TEST_F(ActionPlanQueryPlans, OfTheBoardOfAYear) {
  const auto board = [](const ui::Visit& visit, const Directory& directory) {
    return rounds::show_round(visit, directory, no_sheets);
  };
  log.clear();
  EXPECT_EQ(get(board, library.priya, {{"year", "2026"}}).status, 200);
  const auto entry = rounds::find(*priya(), 2026, library.nursing).value();
  EXPECT_EQ(get(rounds::show_entry, library.priya, {{"entry", std::to_string(entry.id.value)}}).status, 200);
  expect_plans_without_whole_tables();
}

TEST_F(ActionPlanQueryPlans, OfASharedPlan) {
  Scope nobody(*library.database, library.institution, Viewer{}, library.zone, priya()->now);
  http::Request request{.method = http::Method::get, .target = "/", .path = "/"};
  request.parameters = {{"token", token}};
  log.clear();
  EXPECT_EQ(plan_shares::show_shared(nobody, *library.directory(), request, "Library", no_sheet).status, 200);
  expect_plans_without_whole_tables();
}

TEST_F(ActionPlanQueryPlans, OfWhatTodayTells) {
  log.clear();
  (void)plan_shares::not_seen(*priya(), *library.directory());
  (void)action_plans::to_look_at(*priya(), *library.directory());
  expect_plans_without_whole_tables();
}

}  // namespace
}  // namespace rapport
