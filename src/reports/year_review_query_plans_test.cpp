// How SQLite runs the year in review: by year and by key, never over all conversations.
#include <gtest/gtest.h>

#include "interactions/interactions.hpp"
#include "measures/starting_measures.hpp"
#include "measures/unit_years.hpp"
#include "plans/action_plans.hpp"
#include "reports/year_review.hpp"
#include "support/small_library.hpp"
#include "support/statement_log.hpp"

namespace rapport::reports {
namespace {

TEST(YearReviewQueryPlans, ReadNoWholeTable) {
  const std::vector<std::string> growing{"interactions",
                                         "interaction_units",
                                         "interaction_persons",
                                         "interaction_topics",
                                         "persons",
                                         "posts",
                                         "bumps",
                                         "promises",
                                         "action_plans",
                                         "plan_items",
                                         "plan_item_owners",
                                         "plan_item_people",
                                         "measure_values"};
  test::StatementLog log;
  test::SmallLibrary library;
  const auto priya = library.scope(library.priya);
  library.database->write(
      [&](db::Writer& writer) { insert_measures(writer, library.institution, Instant{}); });
  const auto directory = library.directory();
  ASSERT_TRUE(interactions::record(*priya, *directory,
                                   {.kind = directory->vocabulary.find_kind("teaching")->id,
                                    .happened_on = library.today().plus_days(-200),
                                    .people = {{library.jane}}}));
  ASSERT_TRUE(action_plans::add(*priya, *directory, {library.nursing, 2025, {}},
                                {.words = "Library hour", .owners = {library.priya}}));
  while (unit_years::catch_up(*priya, *directory)) {
  }
  log.clear();
  ASSERT_TRUE(read_year_review(*priya, *directory, 2025));
  const auto statements = log.statements();
  EXPECT_FALSE(statements.empty());
  EXPECT_EQ(test::whole_reads(library.database.file(), statements, growing), "");
}

}  // namespace
}  // namespace rapport::reports
