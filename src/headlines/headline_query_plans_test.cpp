// How SQLite runs what headline sheets ask: a draft reads its department's year and nothing that grows with
// the library, what is frozen is two look-ups.
#include <gtest/gtest.h>

#include "bumps/bumps.hpp"
#include "headlines/headlines.hpp"
#include "interactions/interactions.hpp"
#include "measures/starting_measures.hpp"
#include "measures/unit_years.hpp"
#include "plans/action_plans.hpp"
#include "support/small_library.hpp"
#include "support/statement_log.hpp"

namespace rapport {
namespace {

class HeadlineQueryPlans : public testing::Test {
 protected:
  HeadlineQueryPlans() {
    library.database->write(
        [&](db::Writer& writer) { insert_measures(writer, library.institution, Instant{}); });
    const auto from = talk(200);
    const auto to = talk(190);
    EXPECT_TRUE(bumps::propose(*priya(), *library.directory(), {from, to}));
    EXPECT_TRUE(action_plans::add(*priya(), *library.directory(), {library.nursing, 2026, {}},
                                  {.words = "Library hour", .owners = {library.priya}}));
    while (unit_years::catch_up(*priya(), *library.directory())) {
    }
    log.clear();
  }
  std::unique_ptr<Scope> priya() { return library.scope(library.priya); }
  Id<Interaction> talk(int days_ago) {
    const auto names = library.directory();
    return interactions::record(*priya(), *names,
                                {.kind = names->vocabulary.find_kind("embedded")->id,
                                 .happened_on = library.today().plus_days(-days_ago),
                                 .people = {{library.jane}},
                                 .topics = {"PSYC2010"}})
        .value()
        .interaction;
  }
  headlines::SheetOf nursing() {
    directory = library.directory();
    return {directory->org.find(library.nursing), 2025, "Library"};
  }
  void expect_plans_without_whole_tables() {
    const auto statements = log.statements();
    EXPECT_FALSE(statements.empty());
    EXPECT_EQ(test::whole_reads(library.database.file(), statements, growing), "");
  }

  test::StatementLog log;  // before the database
  test::SmallLibrary library;
  std::shared_ptr<const Directory> directory;
  const std::vector<std::string> growing{"interactions",
                                         "interaction_units",
                                         "interaction_persons",
                                         "interaction_topics",
                                         "persons",
                                         "posts",
                                         "bumps",
                                         "stories",
                                         "relationships",
                                         "action_plans",
                                         "plan_items",
                                         "plan_item_owners",
                                         "plan_item_people",
                                         "promises",
                                         "measure_values",
                                         "headline_sheets",
                                         "headline_drafts",
                                         "headline_versions",
                                         "rhythms",
                                         "interaction_staff"};
};

TEST_F(HeadlineQueryPlans, OfADraft) {
  const auto of = nursing();
  log.clear();
  EXPECT_TRUE(headlines::read(*priya(), *directory, of));
  expect_plans_without_whole_tables();
}

TEST_F(HeadlineQueryPlans, OfOneThatIsFrozen) {
  const auto of = nursing();
  auto draft = new_draft();
  draft.words = {{"say.note", "Hello."}};
  ASSERT_TRUE(headlines::save(*priya(), *directory, of, 0, draft));
  ASSERT_TRUE(headlines::freeze(*priya(), *directory, of, 1));
  const auto scope = priya();
  log.clear();
  ASSERT_TRUE(headlines::read(*scope, *directory, of)->is_frozen());
  EXPECT_EQ(log.statements().size(), 2U);
  (void)headlines::history(*scope, *of.unit, 2025);
  expect_plans_without_whole_tables();
}

TEST_F(HeadlineQueryPlans, OfAYearsList) {
  const auto of = nursing();
  ASSERT_TRUE(headlines::save(*priya(), *directory, of, 0, new_draft()));
  log.clear();
  EXPECT_FALSE(headlines::of_year(*priya(), *directory, 2025).empty());
  expect_plans_without_whole_tables();
}

}  // namespace
}  // namespace rapport
