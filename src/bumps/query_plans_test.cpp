// How SQLite runs the statements of pages that are looked at all day: none reads a whole table of
// conversations or links. Its planner has the figures of ADR 0011, so that plans are those of a library of
// any size.
#include <gtest/gtest.h>

#include "bumps/board.hpp"
#include "bumps/bump_figures.hpp"
#include "bumps/bump_pages.hpp"
#include "bumps/bumps.hpp"
#include "bumps/chain_credit.hpp"
#include "bumps/chains.hpp"
#include "bumps/grown.hpp"
#include "bumps/stories.hpp"
#include "bumps/suggestions.hpp"
#include "bumps/thanks.hpp"
#include "bumps/wall.hpp"
#include "interactions/interactions.hpp"
#include "people/people.hpp"
#include "support/small_library.hpp"
#include "support/statement_log.hpp"

namespace rapport {
namespace {

/// Those that grow with every conversation.
const std::vector<std::string> growing{
    "interactions",         "bumps",       "interaction_persons", "interaction_staff", "interaction_units",
    "interaction_topics",   "helps",       "bump_teams",          "promises",          "acquaintances",
    "interaction_versions", "people_grown"};

/// Read by the institution alone, and rightly: they hold what is open now, or a page's worth in order of
/// time.
bool is_small(const std::string& line) {
  return line.find("INDEX bumps_asked ") != std::string::npos;
}

class QueryPlans : public testing::Test {
 protected:
  QueryPlans() {
    directory = library.directory();
    for (int i = 0; i < 6; ++i) talks.push_back(talk(i % 2 == 0 ? library.priya : library.tom, 12 - 2 * i));
    for (std::size_t i = 0; i + 1 < talks.size(); ++i)
      EXPECT_TRUE(bumps::propose(*library.scope(i % 2 == 0 ? library.tom : library.priya), *directory,
                                 {talks[i], talks[i + 1]}));
    EXPECT_TRUE(
        bumps::tell(*priya(), *directory, talks[0], {.title = "A story", .path = {talks[0], talks[1]}}));
    EXPECT_TRUE(bumps::join_board(*priya()));
    EXPECT_TRUE(people::merge(*library.scope(library.ada), library.jane, library.sian));
    directory = library.directory();
    catch_up();
    log.clear();
  }
  void catch_up() {
    while (bumps::catch_up(*priya(), *directory)) {
    }
  }
  std::unique_ptr<Scope> priya() { return library.scope(library.priya); }
  Id<Interaction> talk(Id<Staff> by, int days_ago) {
    const InteractionDraft draft{.kind = directory->vocabulary.find_kind("teaching")->id,
                                 .happened_on = library.today().plus_days(-days_ago),
                                 .note = "About the reading list",
                                 .people = {{library.jane}, {library.owen}},
                                 .topics = {"reading-lists", "PSYC2010"},
                                 .promises = {{.words = "send it"}}};
    return interactions::record(*library.scope(by), *directory, draft).value().interaction;
  }
  void expect_plans_without_whole_tables() {
    const auto statements = log.statements();
    EXPECT_FALSE(statements.empty());
    for (const auto& sql : statements)
      for (const auto& line : test::query_plan(library.database.file(), sql)) {
        EXPECT_TRUE(is_small(line) || test::read_whole(line, sql, growing).empty()) << line << "\n" << sql;
        EXPECT_EQ(line.find("AUTOMATIC"), std::string::npos) << line << "\n" << sql;
        EXPECT_EQ(line.find("BLOOM"), std::string::npos) << line << "\n" << sql;
      }
  }

  test::StatementLog log;  // before the database
  test::SmallLibrary library;
  std::shared_ptr<const Directory> directory;
  std::vector<Id<Interaction>> talks;
};

TEST_F(QueryPlans, OfAPersonsPage) {
  const auto records = directory->people.same_person(library.jane);
  const auto scope = priya();
  const auto long_ago = library.today().plus_days(-700);
  EXPECT_FALSE(interactions::timeline_of_person(*scope, records, {}).interactions.empty());
  EXPECT_FALSE(interactions::who_knows(*scope, records).empty());
  EXPECT_FALSE(interactions::days_of_person(*scope, records, long_ago, library.today()).empty());
  EXPECT_FALSE(interactions::promises_with(*scope, records).empty());
  EXPECT_FALSE(bumps::grown_from(*scope, records, long_ago).empty());
  while (bumps::keep_grown(*library.scope(library.ada))) {
  }
  static_cast<void>(bumps::grown_from(*scope, std::vector{library.owen},
                                      bumps::grown_since(library.today(), scope->years())));
  EXPECT_FALSE(bumps::grown_from(*scope, std::vector{library.owen}, long_ago).empty());
  expect_plans_without_whole_tables();
}

TEST_F(QueryPlans, OfAConversationsPageAndItsSuggestions) {
  const auto scope = priya();
  EXPECT_FALSE(bumps::links_of(*scope, talks[1]).earlier.empty());
  const auto alone = talk(library.priya, 1);
  log.clear();
  EXPECT_FALSE(bumps::suggest_earlier(*priya(), *directory, alone, 3).empty());
  EXPECT_FALSE(bumps::suggestions_for(*priya(), *directory).empty());
  static_cast<void>(bumps::thankable_for(*scope, talks[1]));
  static_cast<void>(bumps::unseen(*scope));
  expect_plans_without_whole_tables();
}

TEST_F(QueryPlans, OfAChainAndOfListsOfChains) {
  const auto scope = priya();
  const auto long_ago = library.today().plus_days(-100);
  const auto chain = chains::get(*scope, talks[2]).value();
  EXPECT_FALSE(chains::credit(*scope, *directory, chain).empty());
  EXPECT_FALSE(chains::notes(*scope, chain, 0, 6).empty());
  EXPECT_FALSE(chains::recent(*scope, long_ago).mine.empty());
  EXPECT_FALSE(chains::of_units(*scope, std::vector{library.nursing}, long_ago, 5).empty());
  EXPECT_TRUE(chains::news(*scope));
  EXPECT_FALSE(bumps::stories_with(*scope, talks[0]).empty());
  expect_plans_without_whole_tables();
}

TEST_F(QueryPlans, OfTodaysQuestions) {
  static_cast<void>(bumps::asked(*priya()));
  static_cast<void>(bumps::answered_lately(*priya()));
  expect_plans_without_whole_tables();
}

TEST_F(QueryPlans, OfTheBoardAndTheOfficeScreen) {
  const auto token = bumps::make_wall(*library.scope(library.ada), {"Stairs", false, "30"}).value();
  log.clear();
  for (const auto span : {BoardSpan::month, BoardSpan::term}) {
    const auto board = bumps::read_board(*priya(), *directory, {.span = span}).value();
    EXPECT_TRUE(board.story);
    static_cast<void>(bumps::own_help(*priya(), board));
    static_cast<void>(bumps::steps_behind(*priya(), board, library.priya));
  }
  EXPECT_TRUE(bumps::read_wall(*priya(), *directory, token));
  expect_plans_without_whole_tables();
}

TEST_F(QueryPlans, OfLinkingAnsweringAndTakingAway) {
  const auto later = talk(library.tom, 0);
  log.clear();
  const auto asked = bumps::propose(*priya(), *directory, {talks[0], later}).value();
  EXPECT_TRUE(bumps::accept(*library.scope(library.tom), *directory, asked.id));
  EXPECT_TRUE(bumps::remove(*priya(), asked.id));
  EXPECT_TRUE(interactions::withdraw(*library.scope(library.tom), *directory, later, ""));
  catch_up();
  expect_plans_without_whole_tables();
}

TEST_F(QueryPlans, AreSeenThrough) {
  const std::string sql = "select * from bumps b where b.institution_id = $1 and b.source = 'page'";
  const auto plan = test::query_plan(library.database.file(), sql);
  ASSERT_FALSE(plan.empty());
  EXPECT_EQ(test::read_whole(plan.front(), sql, growing), "bumps") << plan.front();
}

}  // namespace
}  // namespace rapport
