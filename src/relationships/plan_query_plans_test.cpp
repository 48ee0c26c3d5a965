// How SQLite runs what plans, workshops, suggestions and silences ask: nothing reads whole a table that grows
// with every conversation, promise or plan.
#include <gtest/gtest.h>

#include "interactions/interactions.hpp"
#include "relationships/plans.hpp"
#include "relationships/quiet.hpp"
#include "relationships/quiet_lines.hpp"
#include "relationships/relationships.hpp"
#include "relationships/rhythms.hpp"
#include "relationships/suggested_moves.hpp"
#include "relationships/workshops.hpp"
#include "support/small_library.hpp"
#include "support/statement_log.hpp"

namespace rapport {
namespace {

const std::vector<std::string> growing{
    "interactions", "interaction_persons", "interaction_staff", "promises",
    "plan_steps",   "scale_up_plans",      "relationships",     "level_events",
    "rhythms",      "quiet_answers",       "persons",           "posts"};

class RelationshipQueryPlans : public testing::Test {
 protected:
  RelationshipQueryPlans() {
    directory = library.directory();
    for (const int days_ago : {200, 170, 140, 110})
      EXPECT_TRUE(interactions::record(
          *priya(), *directory,
          {.happened_on = library.today().plus_days(-days_ago), .people = {{library.jane}}}));
    EXPECT_TRUE(relationships::move(*priya(), *directory,
                                    {.with = library.jane, .level = 3, .reason = "Taught", .seen_scale = 1}));
    while (rhythms::catch_up(*priya(), *directory)) {
    }
    log.clear();
  }
  std::unique_ptr<Scope> priya() { return library.scope(library.priya); }
  PlanDraft draft() {
    return {.with = library.jane,
            .aim = 4,
            .hope = "Plans with us",
            .review_on = library.today().plus_days(60),
            .steps = {{.words = "Ask", .owner = library.priya, .due_on = library.today()}}};
  }
  /// The whole table is read by lines that `allowed` is part of.
  void expect_no_whole_table(std::string_view allowed = {}) {
    const auto statements = log.statements();
    EXPECT_FALSE(statements.empty());
    for (const auto& sql : statements)
      for (const auto& line : test::query_plan(library.database.file(), sql)) {
        if (!allowed.empty() && line.find(allowed) != std::string::npos) continue;
        EXPECT_EQ(test::read_whole(line, sql, growing), "") << line << "\n" << sql;
        EXPECT_EQ(line.find("AUTOMATIC"), std::string::npos) << line << "\n" << sql;
      }
  }

  test::StatementLog log;  // before the database
  test::SmallLibrary library;
  std::shared_ptr<const Directory> directory;
};

TEST_F(RelationshipQueryPlans, OfAPlanFromBeginningToEnd) {
  const auto id = plans::begin(*priya(), *directory, draft()).value();
  const Id<Person> people[] = {library.jane};
  EXPECT_EQ(plans::next_steps(*priya(), *directory, people).size(), 1U);
  EXPECT_EQ(plans::of(*priya(), *directory, library.jane).size(), 1U);
  EXPECT_EQ(plans::active(*priya(), *directory).size(), 1U);
  const auto later = library.scope(library.priya, 90 * 24 * 60);
  EXPECT_EQ(plans::to_review(*later, *directory).size(), 1U);
  auto changed = draft();
  changed.steps.clear();
  changed.steps.push_back({.step = plans::get(*priya(), id)->steps.at(0).id,
                           .words = "Ask again",
                           .owner = library.tom,
                           .due_on = library.today()});
  EXPECT_TRUE(plans::change(*priya(), *directory, id, 1, changed));
  EXPECT_TRUE(plans::close(*priya(), *directory, id, 2, {.outcome = PlanOutcome::reached}));
  static_cast<void>(plans::ideas(*priya(), *directory, library.owen, 4));
  expect_no_whole_table();
}

TEST_F(RelationshipQueryPlans, OfSilences) {
  for (const auto whose : {quiet::Whose::mine, quiet::Whose::team, quiet::Whose::everybody})
    static_cast<void>(quiet::find(*priya(), *directory, {.whose = whose}));
  EXPECT_TRUE(quiet::of_person(*priya(), *directory, library.jane));
  static_cast<void>(quiet::explain(*priya(), *directory, library.jane));
  const Id<Person> people[] = {library.jane, library.owen};
  EXPECT_EQ(quiet::of_people(*priya(), *directory, people).size(), 1U);
  static_cast<void>(quiet::card_of(*priya(), *directory));
  EXPECT_TRUE(quiet::snooze(*priya(), *directory, {library.jane, library.today().plus_days(30), "On leave"}));
  static_cast<void>(quiet::answered_lately(*priya(), *directory));
  // The highest number alone: the end of an index.
  expect_no_whole_table("COVERING INDEX sqlite_autoindex_quiet_answers_1");
}

TEST_F(RelationshipQueryPlans, OfSuggestionsAndAWorkshop) {
  const Id<Person> people[] = {library.jane, library.owen, library.sian};
  static_cast<void>(relationships::suggestions_for(*priya(), *directory, people));
  const StaffEntry* members[] = {directory->staff.find(library.priya)};
  EXPECT_FALSE(workshops::offers(*priya(), *directory, members).at(0).suggestions.empty());
  const WorkshopPick picks[] = {{library.priya, library.jane}};
  auto panels = workshops::panels(*priya(), *directory, picks);
  panels.at(0).form.hope = "Plans with us";
  panels.at(0).form.aim = "4";
  panels.at(0).form.rows.at(0) = {
      .words = "Ask", .owner = std::to_string(library.priya.value), .due = "2026-11-20"};
  workshops::save(*priya(), *directory, "k", panels);
  EXPECT_EQ(panels.at(0).state, workshops::PanelState::saved);
  expect_no_whole_table();
}

}  // namespace
}  // namespace rapport
