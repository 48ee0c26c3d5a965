// How SQLite runs what champions ask on pages that are looked at all day: nothing reads a table that grows
// with every conversation.
#include <gtest/gtest.h>

#include "bumps/bump_figures.hpp"
#include "bumps/bumps.hpp"
#include "bumps/stories.hpp"
#include "interactions/interactions.hpp"
#include "people/people.hpp"
#include "relationships/champion_alerts.hpp"
#include "relationships/champions.hpp"
#include "relationships/rhythms.hpp"
#include "support/small_library.hpp"
#include "support/statement_log.hpp"

namespace rapport {
namespace {

/// Those that grow with every conversation, and people.
const std::vector<std::string> growing{"interactions",
                                       "bumps",
                                       "interaction_persons",
                                       "interaction_topics",
                                       "interaction_staff",
                                       "persons",
                                       "posts",
                                       "bump_origins",
                                       "stories",
                                       "rhythms"};

/// Indexes that hold what is asked for and nothing else.
bool is_small(const std::string& line) {
  for (const auto* index : {"rhythms_signs", "bump_origins_of_person", "stories_quoted"})
    if (line.find(index) != std::string::npos) return true;
  return false;
}

class ChampionQueryPlans : public testing::Test {
 protected:
  ChampionQueryPlans() {
    directory = library.directory();
    const auto from = talk(library.jane, 60);
    const auto to = talk(library.owen, 40);
    EXPECT_TRUE(bumps::propose(*priya(), *directory, {from, to}));
    EXPECT_TRUE(bumps::add_origin(*priya(), *directory, {.to = to, .person = library.jane}));
    const auto id =
        champions::nominate(*priya(), *directory, library.jane, said(ChampionAct::nominated)).value();
    EXPECT_TRUE(champions::say(*priya(), *directory, id, 1, said(ChampionAct::told)));
    EXPECT_TRUE(champions::say(*priya(), *directory, id, 2, said(ChampionAct::agreed)));
    while (bumps::catch_up(*priya(), *directory)) {
    }
    while (rhythms::catch_up(*priya(), *directory)) {
    }
    log.clear();
  }
  std::unique_ptr<Scope> priya() { return library.scope(library.priya); }
  ChampionDraft said(ChampionAct act) { return {act, library.today(), "Why not"}; }
  Id<Interaction> talk(Id<Person> with, int days_ago) {
    return interactions::record(*priya(), *directory,
                                {.kind = directory->vocabulary.find_kind("embedded")->id,
                                 .happened_on = library.today().plus_days(-days_ago),
                                 .people = {{with}},
                                 .topics = {"PSYC2010"}})
        .value()
        .interaction;
  }
  void expect_plans_without_whole_tables() {
    const auto statements = log.statements();
    EXPECT_FALSE(statements.empty());
    for (const auto& sql : statements)
      for (const auto& line : test::query_plan(library.database.file(), sql)) {
        EXPECT_TRUE(is_small(line) || test::read_whole(line, sql, growing).empty()) << line << "\n" << sql;
        EXPECT_EQ(line.find("AUTOMATIC"), std::string::npos) << line << "\n" << sql;
      }
  }

  test::StatementLog log;  // before the database
  test::SmallLibrary library;
  std::shared_ptr<const Directory> directory;
};

TEST_F(ChampionQueryPlans, OfTheListAndItsSuggestions) {
  static_cast<void>(champions::suggestions(*priya(), *directory));
  EXPECT_EQ(champions::listed(*priya(), *directory).size(), 1U);
  EXPECT_FALSE(champions::alerts(*priya(), *directory, champions::AlertsOf::everybody).empty());
  expect_plans_without_whole_tables();
}

TEST_F(ChampionQueryPlans, OfAPersonsMarkAndSigns) {
  const auto scope = priya();
  log.clear();
  EXPECT_TRUE(champions::mark_of(*scope, *directory, library.jane));
  EXPECT_EQ(log.statements().size(), 1U) << "one look-up on a person’s page";
  EXPECT_EQ(
      held(champions::findings_of(*scope, *directory, *directory->people.find(library.jane)), library.today())
          .size(),
      2U);
  static_cast<void>(champions::account_of(*scope, *directory, *directory->people.find(library.jane)));
  expect_plans_without_whole_tables();
}

}  // namespace
}  // namespace rapport
