// The board, the office screen and thanks behind their front doors, on both engines.
#include "bumps/board.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bumps/bump_figures.hpp"
#include "bumps/bumps.hpp"
#include "bumps/chain_credit.hpp"
#include "bumps/chains.hpp"
#include "bumps/stories.hpp"
#include "bumps/thanks.hpp"
#include "bumps/wall.hpp"
#include "bumps/wall_views.hpp"
#include "interactions/interactions.hpp"
#include "support/small_library.hpp"
#include "support/unchanged.hpp"

namespace rapport {
namespace {

using test::SmallLibrary;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

/// A number of help is a product of fractions that are exact here.
std::vector<std::pair<int, Id<Staff>>> places_of(const Board& board) {
  std::vector<std::pair<int, Id<Staff>>> places;
  for (const auto& placed : board.first) places.emplace_back(placed.place, placed.helpfulness.staff);
  return places;
}

class BoardDoor : public testing::TestWithParam<db::Engine> {
 protected:
  SmallLibrary library{GetParam()};

  Id<Interaction> talk(Id<Staff> by, int days_ago, std::string_view kind = "corridor",
                       std::vector<Id<Staff>> staff = {}, Visibility visibility = Visibility::library) {
    const auto directory = library.directory();
    InteractionDraft draft{.kind = directory->vocabulary.find_kind(kind)->id,
                           .happened_on = library.today().plus_days(-days_ago),
                           .attendees = kind == "teaching" ? std::optional(20) : std::nullopt,
                           .note = "About the reading list",
                           .visibility = visibility,
                           .people = {{library.jane}},
                           .staff = std::move(staff)};
    return interactions::record(*library.scope(by), *directory, draft).value().interaction;
  }
  /// Somebody's chat led to what a colleague taught; the colleague says so.
  Bump help(Id<Staff> helper, Id<Staff> colleague, int days_ago) {
    const auto chat = talk(helper, days_ago + 1);
    const auto session = talk(colleague, days_ago, "teaching");
    return bumps::propose(*library.scope(colleague), *library.directory(), {chat, session}).value();
  }
  void join(std::initializer_list<Id<Staff>> staff) {
    for (const auto who : staff) ASSERT_TRUE(bumps::join_board(*library.scope(who)));
  }
  void show_places() { ASSERT_TRUE(bumps::show_places(*library.scope(library.ada), true)); }
  /// The job that keeps figures beside links has run.
  void catch_up() {
    while (bumps::catch_up(*library.scope(library.ada), *library.directory())) {
    }
  }
  Board board(Id<Staff> viewer, BoardSpan span = BoardSpan::month) {
    catch_up();
    return bumps::read_board(*library.scope(viewer), *library.directory(), {.span = span}).value();
  }
  Id<Team> team_of(Id<Staff> who) { return *library.directory()->staff.find(who)->team; }
  void make_leader(Id<Staff> who) {
    library.database->write([&](db::Writer& writer) {
      writer.execute("update staff set role = 'leader' where institution_id = $1 and id = $2",
                     library.institution, who);
    });
  }
  std::optional<Board> wall(std::string_view token, int days_later = 0) {
    catch_up();
    const auto now = Instant::parse_iso("2026-11-12T09:00:00Z")->plus(std::chrono::hours(24 * days_later));
    Scope nobody(*library.database, library.institution, Viewer{}, library.zone, now);
    return bumps::read_wall(nobody, *library.directory(), token);
  }
  std::string screen(std::string_view token) {
    const auto shown = wall(token);
    return shown ? bumps::wall_page(*shown, *library.directory()).body : std::string();
  }
};

INSTANTIATE_TEST_SUITE_P(Engines, BoardDoor, test::on_each_engine(), test::engine_test_name);

TEST_P(BoardDoor, NamesNobodyUntilTheyJoinAndTheLibraryShowsPlaces) {
  help(library.priya, library.tom, 3);
  show_places();
  EXPECT_TRUE(board(library.tom).first.empty());
  join({library.priya});
  EXPECT_THAT(places_of(board(library.tom)), ElementsAre(std::pair(1, library.priya)));
  ASSERT_TRUE(bumps::show_places(*library.scope(library.ada), false));
  EXPECT_TRUE(board(library.tom).first.empty());
  EXPECT_EQ(board(library.tom).members, 1);
}

TEST_P(BoardDoor, ForgetsWhoeverLeavesAtOnce) {
  help(library.priya, library.tom, 3);
  show_places();
  join({library.priya});
  const auto token = bumps::make_wall(*library.scope(library.ada), {"By the stairs", false, "30"}).value();
  EXPECT_THAT(screen(token), HasSubstr("Priya"));
  bumps::leave_board(*library.scope(library.priya));
  EXPECT_TRUE(board(library.tom).first.empty());
  EXPECT_EQ(board(library.tom).members, 0);
  EXPECT_THAT(screen(token), Not(HasSubstr("Priya")));
  EXPECT_FALSE(bumps::own_help(*library.scope(library.priya), board(library.priya)));
}

TEST_P(BoardDoor, LeavesNoTraceOfMembersInTheAuditLog) {
  const auto events = [&] {
    return library.database->read(
        [](db::Reader& reader) { return reader.count("select count(*) from audit_events"); });
  };
  const auto bump = help(library.priya, library.tom, 3);
  const auto before = events();
  join({library.priya});
  bumps::leave_board(*library.scope(library.priya));
  ASSERT_TRUE(bumps::thank(*library.scope(library.tom), {bump.id, library.priya, "Lovely"}));
  EXPECT_EQ(events(), before);
  show_places();
  EXPECT_EQ(events(), before + 1);
}

TEST_P(BoardDoor, SharesAPlaceBetweenEqualOnes) {
  help(library.priya, library.tom, 3);
  help(library.tom, library.gwen, 3);
  help(library.gwen, library.tom, 3);
  help(library.gwen, library.priya, 3);
  show_places();
  join({library.priya, library.tom, library.gwen});
  EXPECT_THAT(
      places_of(board(library.tom)),
      ElementsAre(std::pair(1, library.gwen), std::pair(2, library.priya), std::pair(2, library.tom)));
}

TEST_P(BoardDoor, CountsWhatHasHappenedInThePeriodAlone) {
  help(library.priya, library.tom, 3);
  help(library.priya, library.gwen, 20);  // October
  help(library.priya, library.gwen, -4);  // still to come
  help(library.tom, library.priya, 200);  // last year
  show_places();
  join({library.priya, library.tom});
  const auto month = board(library.gwen);
  EXPECT_EQ(month.period.name, "November");
  EXPECT_EQ(month.together.bumps, 1);
  ASSERT_EQ(month.first.size(), 1U);
  EXPECT_DOUBLE_EQ(month.first[0].helpfulness.amount, 1);
  const auto quarter = board(library.gwen, BoardSpan::term);
  EXPECT_EQ(quarter.period.name, "October to December");
  EXPECT_TRUE(quarter.period.is_quarter);
  EXPECT_EQ(quarter.together.bumps, 2);
  EXPECT_DOUBLE_EQ(quarter.first[0].helpfulness.amount, 2);
}

TEST_P(BoardDoor, CountsNeitherWithdrawnConversationsNorDeclinedLinks) {
  const auto bump = help(library.priya, library.tom, 3);
  EXPECT_EQ(board(library.tom).together.bumps, 1);
  const auto scope = library.scope(library.tom);
  ASSERT_TRUE(interactions::withdraw(*scope, *library.directory(), bump.to, "double"));
  EXPECT_EQ(board(library.tom).together.bumps, 0);
  ASSERT_TRUE(interactions::reinstate(*scope, *library.directory(), bump.to));
  EXPECT_EQ(board(library.tom).together.bumps, 1);
  ASSERT_TRUE(bumps::remove(*scope, bump.id));
  EXPECT_EQ(board(library.tom).together.bumps, 0);
}

TEST_P(BoardDoor, ComparesWithTheSameDayOfLastYear) {
  help(library.priya, library.tom, 3);
  EXPECT_FALSE(board(library.tom).together.year_before);
  help(library.priya, library.tom, 365);      // 12 November 2025
  help(library.priya, library.tom, 365 - 5);  // 17 November 2025
  EXPECT_EQ(board(library.tom).together.year_before, 1);
}

TEST_P(BoardDoor, ShowsTheViewerTheirOwnBestMonth) {
  help(library.priya, library.tom, 40);
  help(library.priya, library.gwen, 41);
  help(library.priya, library.gwen, 3);
  join({library.priya});
  const auto own = bumps::own_help(*library.scope(library.priya), board(library.priya));
  ASSERT_TRUE(own);
  EXPECT_DOUBLE_EQ(own->best_month, 2);
  EXPECT_DOUBLE_EQ(own->now.amount, 0.5);
}

TEST_P(BoardDoor, OpensFiguresOfTheFirstThreeAndOnesOwnAlone) {
  const auto bump = help(library.priya, library.tom, 3);
  help(library.tom, library.gwen, 3);
  show_places();
  join({library.priya});
  const auto shown = board(library.gwen);
  const auto steps = bumps::steps_behind(*library.scope(library.gwen), shown, library.priya);
  ASSERT_TRUE(steps);
  ASSERT_EQ(steps->size(), 1U);
  EXPECT_EQ(steps->front().outcome->id, bump.to);
  const auto others = bumps::steps_behind(*library.scope(library.gwen), shown, library.tom);
  ASSERT_FALSE(others);
  EXPECT_EQ(others.refusal().kind, Refusal::Kind::not_found);
}

TEST_P(BoardDoor, OpensOntoAGapWhereTheOutcomeIsNotTheViewersToRead) {
  const auto chat = talk(library.priya, 4);
  const auto hidden = talk(library.tom, 3, "teaching", {library.tom}, Visibility::restricted);
  ASSERT_TRUE(bumps::propose(*library.scope(library.tom), *library.directory(), {chat, hidden}));
  show_places();
  join({library.priya});
  const auto steps = bumps::steps_behind(*library.scope(library.gwen), board(library.gwen), library.priya);
  ASSERT_TRUE(steps);
  ASSERT_EQ(steps->size(), 1U);
  EXPECT_FALSE(steps->front().outcome);
}

TEST_P(BoardDoor, SwitchesATeamsBoardByItsOwnLeader) {
  const auto refuse = [&](Id<Staff> who) {
    const auto before = test::contents(library.database);
    const auto done = bumps::set_team_board(*library.scope(who), {true, "60"});
    EXPECT_FALSE(done);
    EXPECT_EQ(test::contents(library.database), before);
  };
  refuse(library.priya);
  refuse(library.ada);
  make_leader(library.priya);
  const auto team = team_of(library.priya);
  const BoardQuery of_team{.team = team};
  EXPECT_FALSE(bumps::read_board(*library.scope(library.tom), *library.directory(), of_team));
  ASSERT_TRUE(bumps::set_team_board(*library.scope(library.priya), {true, " 60 "}));
  help(library.gwen, library.tom, 2);
  help(library.tom, library.gwen, 2);
  catch_up();
  const auto shown = bumps::read_board(*library.scope(library.tom), *library.directory(), of_team).value();
  EXPECT_EQ(shown.name, "Health");
  EXPECT_EQ(shown.together.goal, 60);
  EXPECT_EQ(shown.together.bumps, 1);
  ASSERT_TRUE(bumps::set_team_board(*library.scope(library.priya), {false, ""}));
  EXPECT_FALSE(bumps::read_board(*library.scope(library.tom), *library.directory(), of_team));
  EXPECT_EQ(bumps::team_switch(*library.scope(library.tom), team)->changed_by, library.priya);
}

TEST_P(BoardDoor, RefusesAGoalThatIsNoNumber) {
  make_leader(library.priya);
  for (const auto* goal : {"0", "-3", "many", "10001", "6.5"}) {
    const auto before = test::contents(library.database);
    const auto done = bumps::set_team_board(*library.scope(library.priya), {true, goal});
    ASSERT_FALSE(done) << goal;
    EXPECT_EQ(done.refusal().faults.front().field, "goal_month");
    EXPECT_EQ(test::contents(library.database), before);
  }
}

TEST_P(BoardDoor, LetsAdministratorsAloneShowPlaces) {
  for (const auto who : {library.priya, library.gwen, library.dora}) {
    const auto before = test::contents(library.database);
    EXPECT_FALSE(bumps::show_places(*library.scope(who), true));
    EXPECT_EQ(test::contents(library.database), before);
  }
  EXPECT_FALSE(bumps::places(*library.scope(library.priya)).are_shown);
}

TEST_P(BoardDoor, KeepsDirectorsOff) {
  const auto before = test::contents(library.database);
  EXPECT_FALSE(bumps::join_board(*library.scope(library.dora)));
  EXPECT_EQ(test::contents(library.database), before);
}

// --- the story ------------------------------------------------------------------------------------------

TEST_P(BoardDoor, TellsTheLongestChainInPlainNumbers) {
  const auto chat = talk(library.priya, 9);
  const auto first = talk(library.priya, 6, "teaching");
  const auto second = talk(library.priya, 4, "teaching");
  const auto directory = library.directory();
  ASSERT_TRUE(bumps::propose(*library.scope(library.priya), *directory, {chat, first}));
  EXPECT_FALSE(board(library.tom).story);
  ASSERT_TRUE(bumps::propose(*library.scope(library.priya), *directory, {first, second}));
  const auto story = board(library.tom).story;
  ASSERT_TRUE(story);
  EXPECT_EQ(story->began, "A corridor chat");
  EXPECT_THAT(story->became, ElementsAre("two teaching sessions", "40 students"));
  EXPECT_TRUE(story->staff.empty());
  join({library.priya});
  EXPECT_THAT(board(library.tom).story->staff, ElementsAre(library.priya));
}

TEST_P(BoardDoor, TellsTheLongestChainHoweverMuchCameAfterIt) {
  const auto directory = library.directory();
  const auto scope = library.scope(library.priya);
  auto last = talk(library.priya, 9, "email");
  for (const int days_ago : {8, 7, 6}) {
    const auto next = talk(library.priya, days_ago, "embedded");
    ASSERT_TRUE(bumps::propose(*scope, *directory, {last, next}));
    last = next;
  }
  for (int i = 0; i < 45; ++i)
    ASSERT_TRUE(
        bumps::propose(*scope, *directory, {talk(library.priya, 3), talk(library.priya, 2, "consultation")}));
  const auto story = board(library.tom).story;
  ASSERT_TRUE(story);
  EXPECT_EQ(story->address, "/bumps/" + std::to_string(last.value));
  EXPECT_THAT(story->became, ElementsAre("three embedded modules"));
}

TEST_P(BoardDoor, CallsAChainByTheStoryThatWasToldOfItBefore) {
  const auto chat = talk(library.priya, 60);
  const auto meeting = talk(library.priya, 50);
  const auto session = talk(library.priya, 4, "teaching");
  const auto directory = library.directory();
  const auto scope = library.scope(library.priya);
  ASSERT_TRUE(bumps::propose(*scope, *directory, {chat, meeting}));
  ASSERT_TRUE(bumps::propose(*scope, *directory, {meeting, session}));
  const auto told = [&](std::string title) {
    return bumps::tell(*scope, *directory, chat,
                       {.title = std::move(title), .path = {chat, meeting}, .is_on_board = true})
        .value();
  };
  const auto story = told("A staircase, a session");
  library.database->write([&](db::Writer& writer) {
    writer.execute("update stories set told_at = $3 where institution_id = $1 and id = $2",
                   library.institution, story,
                   library.zone.instant_of(library.today().plus_days(-45), TimeOfDay{600}));
  });
  EXPECT_EQ(board(library.tom).story->title, "A staircase, a session");
  EXPECT_EQ(board(library.tom).story->address, "/bumps/stories/" + std::to_string(story.value));
}

TEST_P(BoardDoor, LeavesRestrictedStepsOutOfTheStory) {
  const auto chat = talk(library.priya, 9);
  const auto hidden = talk(library.priya, 6, "teaching", {library.priya}, Visibility::restricted);
  const auto last = talk(library.priya, 4, "teaching");
  const auto directory = library.directory();
  ASSERT_TRUE(bumps::propose(*library.scope(library.priya), *directory, {chat, hidden}));
  ASSERT_TRUE(bumps::propose(*library.scope(library.priya), *directory, {hidden, last}));
  EXPECT_FALSE(board(library.tom).story);
}

class ToldStory : public BoardDoor {
 protected:
  void tell(std::string_view title) {
    const auto step = talk(library.priya, 3);
    library.database->write([&](db::Writer& writer) {
      writer.execute(
          "insert into stories (institution_id, interaction_id, title, academic_year, is_on_board, told_by, "
          "told_at) values ($1, $2, $3, 2026, 1, $4, $5)",
          library.institution, step, title, library.priya,
          library.zone.instant_of(library.today().plus_days(-1), TimeOfDay{600}));
    });
  }
};
INSTANTIATE_TEST_SUITE_P(Engines, ToldStory, test::on_each_engine(), test::engine_test_name);

TEST_P(ToldStory, StandsBeforeTheNumbers) {
  tell("One chat, many students");
  EXPECT_EQ(board(library.tom).story->title, "One chat, many students");
}

TEST_P(ToldStory, IsNotOnTheWallWhereItsTitleMayNameAnAcademic) {
  const auto token = bumps::make_wall(*library.scope(library.ada), {"Stairs", false, "30"}).value();
  tell("One chat, many students");
  EXPECT_THAT(screen(token), HasSubstr("One chat, many students"));
  tell("What Probert asked for");
  EXPECT_EQ(board(library.tom).story->title, "What Probert asked for");
  EXPECT_THAT(screen(token), Not(HasSubstr("Probert")));
}

// --- credit -------------------------------------------------------------------------------------------

TEST_P(BoardDoor, CountsOutcomesOutsideAChainInItsNumbering) {
  talk(library.gwen, 30, "teaching");  // the first with Jane this year, in no chain
  const auto bump = help(library.priya, library.tom, 3);
  const auto scope = library.scope(library.priya);
  const auto chain = chains::get(*scope, bump.to).value();
  const auto shares = chains::credit(*scope, *library.directory(), chain);
  ASSERT_EQ(shares.size(), 2U);
  EXPECT_DOUBLE_EQ(shares[0].amount, 0.75) << "3/2, half of it for the chat";
  EXPECT_DOUBLE_EQ(shares[1].amount, 0.75);
}

// --- the office screen ----------------------------------------------------------------------------------

TEST_P(BoardDoor, KeepsOnlyTheHashOfAScreensAddress) {
  const auto token = bumps::make_wall(*library.scope(library.gwen), {"Stairs", false, "30"}).value();
  EXPECT_EQ(token.size(), 43U);
  library.database->read([&](db::Reader& reader) {
    reader.each("select token_hash from wall_links", [&](const db::Row& row) {
      EXPECT_EQ(row.text(0).size(), 64U);
      EXPECT_EQ(row.text(0).find(token), std::string_view::npos);
    });
    return 0;
  });
  EXPECT_FALSE(screen(token).empty());
}

TEST_P(BoardDoor, ShowsNothingForAnAddressThatWasGuessedRevokedOrHasExpired) {
  const auto leader = library.scope(library.gwen);
  const auto token = bumps::make_wall(*leader, {"Stairs", false, "30"}).value();
  EXPECT_TRUE(screen("guessed").empty());
  EXPECT_TRUE(screen("").empty());
  EXPECT_TRUE(wall(token, 29));
  EXPECT_FALSE(wall(token, 31));
  ASSERT_EQ(bumps::walls(*leader).size(), 1U);
  ASSERT_TRUE(bumps::revoke_wall(*leader, bumps::walls(*leader).front().id));
  EXPECT_TRUE(screen(token).empty());
  EXPECT_TRUE(bumps::walls(*leader).empty());
}

TEST_P(BoardDoor, LetsLibrariansMakeNoScreen) {
  const auto before = test::contents(library.database);
  EXPECT_EQ(bumps::make_wall(*library.scope(library.priya), {"Stairs", false, "30"}).refusal().kind,
            Refusal::Kind::forbidden);
  EXPECT_EQ(
      bumps::make_wall(*library.scope(library.gwen), {"  ", false, "30"}).refusal().faults.front().field,
      "label");
  EXPECT_EQ(
      bumps::make_wall(*library.scope(library.gwen), {"Stairs", false, "9"}).refusal().faults.front().field,
      "days");
  EXPECT_EQ(test::contents(library.database), before);
}

TEST_P(BoardDoor, TakesATeamsScreenAwayWithItsBoard) {
  ASSERT_TRUE(bumps::set_team_board(*library.scope(library.gwen), {true, "60"}));
  const auto token = bumps::make_wall(*library.scope(library.gwen), {"Stairs", true, "30"}).value();
  EXPECT_THAT(screen(token), HasSubstr("Arts, November"));
  ASSERT_TRUE(bumps::set_team_board(*library.scope(library.gwen), {false, ""}));
  EXPECT_TRUE(screen(token).empty());
}

// --- thanks ---------------------------------------------------------------------------------------------

TEST_P(BoardDoor, TellsThanksOnceToWhomTheyAreFor) {
  const auto bump = help(library.priya, library.tom, 3);
  ASSERT_TRUE(bumps::thank(*library.scope(library.tom), {bump.id, library.priya, "  That made my week.  "}));
  ASSERT_TRUE(bumps::thank(*library.scope(library.tom), {bump.id, library.priya, "Again"}));
  EXPECT_TRUE(bumps::unseen(*library.scope(library.gwen)).empty());
  const auto unseen = bumps::unseen(*library.scope(library.priya));
  ASSERT_EQ(unseen.size(), 1U);
  EXPECT_EQ(unseen[0].words, "That made my week.");
  EXPECT_EQ(unseen[0].from, library.tom);
  bumps::mark_seen(*library.scope(library.gwen), unseen[0].id);
  EXPECT_EQ(bumps::unseen(*library.scope(library.priya)).size(), 1U);
  bumps::mark_seen(*library.scope(library.priya), unseen[0].id);
  EXPECT_TRUE(bumps::unseen(*library.scope(library.priya)).empty());
}

TEST_P(BoardDoor, OffersToThankForWhatLedToOnesOwnStep) {
  const auto bump = help(library.priya, library.tom, 3);
  const auto offers = bumps::thankable_for(*library.scope(library.tom), bump.to);
  ASSERT_EQ(offers.size(), 1U);
  EXPECT_THAT(offers[0].colleagues, ElementsAre(library.priya));
  EXPECT_TRUE(bumps::thankable_for(*library.scope(library.gwen), bump.to).empty());
}

TEST_P(BoardDoor, ThanksNobodyWhoWasNotThere) {
  const auto bump = help(library.priya, library.tom, 3);
  const auto refuse = [&](Id<Staff> by, const ThanksDraft& draft, Refusal::Kind kind) {
    const auto before = test::contents(library.database);
    const auto done = bumps::thank(*library.scope(by), draft);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.refusal().kind, kind);
    EXPECT_EQ(test::contents(library.database), before);
  };
  refuse(library.tom, {bump.id, library.gwen, ""}, Refusal::Kind::not_found);
  refuse(library.tom, {bump.id, library.tom, ""}, Refusal::Kind::not_found);
  refuse(library.tom, {Id<Bump>{999}, library.priya, ""}, Refusal::Kind::not_found);
  refuse(library.tom, {bump.id, library.priya, std::string(501, 'x')}, Refusal::Kind::invalid);
  refuse(library.dora, {bump.id, library.priya, ""}, Refusal::Kind::forbidden);
}

}  // namespace
}  // namespace rapport
