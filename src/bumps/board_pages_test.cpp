// The board, its switches and thanks as pages.
#include "bumps/board_pages.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bumps/board.hpp"
#include "bumps/board_settings_pages.hpp"
#include "bumps/bump_figures.hpp"
#include "bumps/bumps.hpp"
#include "bumps/thanks.hpp"
#include "bumps/thanks_pages.hpp"
#include "bumps/thanks_views.hpp"
#include "bumps/trail.hpp"
#include "http/form.hpp"
#include "interactions/interactions.hpp"
#include "support/small_library.hpp"

namespace rapport {
namespace {

using test::SmallLibrary;
using testing::HasSubstr;
using testing::Not;
using Fields = std::vector<std::pair<std::string, std::string>>;

class BoardPages : public testing::Test {
 protected:
  Bump help(Id<Staff> helper, Id<Staff> colleague, int days_ago) {
    const auto chat = talk(helper, days_ago + 1, "corridor");
    const auto session = talk(colleague, days_ago, "teaching");
    auto bump = bumps::propose(*library.scope(colleague), *library.directory(), {chat, session}).value();
    while (bumps::catch_up(*library.scope(library.ada), *library.directory())) {
    }
    return bump;
  }
  Id<Interaction> talk(Id<Staff> by, int days_ago, std::string_view kind) {
    const auto directory = library.directory();
    InteractionDraft draft{.kind = directory->vocabulary.find_kind(kind)->id,
                           .happened_on = library.today().plus_days(-days_ago),
                           .people = {{library.jane}}};
    return interactions::record(*library.scope(by), *directory, draft).value().interaction;
  }
  http::Response visit(Id<Staff> who, const http::Request& request, const auto& page) {
    const auto scope = library.scope(who);
    const ui::Visit visit{.request = request,
                          .scope = *scope,
                          .csrf_token = "token",
                          .colours = "device",
                          .institution_name = "Nowhere",
                          .place_in_library = "Health"};
    return page(visit, *library.directory());
  }
  http::Response get(Id<Staff> who, const auto& page, const Fields& query = {},
                     const Fields& parameters = {}) {
    http::Request request{.method = http::Method::get, .target = "/", .path = "/"};
    request.parameters = {parameters.begin(), parameters.end()};
    for (const auto& [name, value] : query) request.query.add(name, value);
    return visit(who, request, page);
  }
  http::Response post(Id<Staff> who, const auto& page, const Fields& fields = {},
                      const Fields& parameters = {}) {
    http::Request request{.method = http::Method::post, .target = "/", .path = "/"};
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    request.parameters = {parameters.begin(), parameters.end()};
    for (const auto& [name, value] : fields)
      request.body += (request.body.empty() ? "" : "&") + name + "=" + http::percent_encode(value);
    return visit(who, request, page);
  }
  std::string board(Id<Staff> who) { return get(who, bumps::show_board).body; }
  void join(Id<Staff> who) {
    EXPECT_EQ(post(who, [](auto& of, auto&) { return bumps::create_membership(of); }).status, 303);
  }
  void show_places() { ASSERT_TRUE(bumps::show_places(*library.scope(library.ada), true)); }

  SmallLibrary library;
};

TEST_F(BoardPages, PutTheTeamFirstAndNameWhoJoinedAlone) {
  help(library.priya, library.tom, 3);
  help(library.tom, library.gwen, 3);
  show_places();
  join(library.priya);
  const auto page = board(library.gwen);
  EXPECT_THAT(page, HasSubstr("Together: 2"));
  EXPECT_LT(page.find("Together: 2"), page.find("Who has helped others on"));
  EXPECT_THAT(page, HasSubstr("Priya Nair"));
  EXPECT_THAT(page, HasSubstr("One colleague is on the board so far."));
  EXPECT_THAT(page, Not(HasSubstr("Tom")));
  EXPECT_THAT(page, HasSubstr("Join the board"));
}

TEST_F(BoardPages, LetGoOfANameInOneClick) {
  help(library.priya, library.tom, 3);
  show_places();
  join(library.priya);
  EXPECT_THAT(board(library.priya), HasSubstr("action=\"/bumps/board/leaving\""));
  EXPECT_EQ(post(library.priya, [](auto& of, auto&) { return bumps::remove_membership(of); }).status, 303);
  EXPECT_THAT(board(library.gwen), Not(HasSubstr("Priya")));
}

TEST_F(BoardPages, ShowPlacesOnlyWhereTheLibraryDoes) {
  help(library.priya, library.tom, 3);
  join(library.priya);
  const auto page = board(library.gwen);
  EXPECT_THAT(page, HasSubstr("Places are off in this library."));
  EXPECT_THAT(page, Not(HasSubstr("Priya")));
  EXPECT_THAT(board(library.priya), HasSubstr(">You</h3>"));
}

TEST_F(BoardPages, OpenAFigureOntoTheSteps) {
  help(library.priya, library.tom, 3);
  show_places();
  join(library.priya);
  const auto figure = "/bumps/board/help/" + std::to_string(library.priya.value);
  EXPECT_THAT(board(library.gwen), HasSubstr(figure));
  const Fields of_priya{{"staff", std::to_string(library.priya.value)}};
  const auto page = get(library.gwen, bumps::show_help, {}, of_priya).body;
  EXPECT_THAT(page, HasSubstr("Teaching with Tom Ashworth"));
  EXPECT_THAT(page, HasSubstr("The 1st for Tom this term"));
  EXPECT_EQ(get(library.gwen, bumps::show_help, {}, {{"staff", std::to_string(library.tom.value)}}).status,
            404);
}

TEST_F(BoardPages, SayThatAQuarterStandsForATermThatIsNotDefined) {
  EXPECT_THAT(get(library.priya, bumps::show_board, {{"time", "term"}}).body,
              HasSubstr("The library’s calendar has no term for today"));
}

TEST_F(BoardPages, SayWhoChangedASwitchLast) {
  show_places();
  EXPECT_THAT(get(library.priya, bumps::show_board_settings).body,
              HasSubstr("Ada Quill changed this last, today."));
  EXPECT_EQ(post(library.gwen, bumps::update_team_board, {{"team_board", "1"}, {"goal_month", "60"}}).status,
            303);
  EXPECT_THAT(get(library.gwen, bumps::show_board_settings).body,
              HasSubstr("Gwen Rees changed this last, today."));
  EXPECT_THAT(board(library.gwen), HasSubstr("Together: 0 of 60"));
}

TEST_F(BoardPages, KeepWhatWasTypedWhereAGoalIsRefused) {
  const auto page =
      post(library.gwen, bumps::update_team_board, {{"team_board", "1"}, {"goal_month", "lots"}});
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("value=\"lots\""));
}

TEST_F(BoardPages, ShowAScreensAddressOnceAndListItWithoutTheToken) {
  const auto make = [](const ui::Visit& of, const Directory& directory) {
    return bumps::create_wall(of, directory, "https://rapport.example");
  };
  const auto made = post(library.gwen, make, {{"label", "By the stairs"}, {"days", "30"}});
  const auto at = made.body.find("https://rapport.example/wall/");
  ASSERT_NE(at, std::string::npos);
  const auto token = made.body.substr(at + 29, 43);
  const auto list = get(library.gwen, bumps::show_board_settings).body;
  EXPECT_THAT(list, HasSubstr("By the stairs"));
  EXPECT_THAT(list, Not(HasSubstr(token)));
  EXPECT_THAT(get(library.priya, bumps::show_board_settings).body, Not(HasSubstr("By the stairs")));
  EXPECT_EQ(
      post(library.gwen, [](auto& of, auto&) { return bumps::remove_wall(of); }, {}, {{"wall", "1"}}).status,
      303);
  EXPECT_THAT(get(library.gwen, bumps::show_board_settings).body, Not(HasSubstr("By the stairs")));
}

TEST_F(BoardPages, ThankAColleagueForALink) {
  const auto bump = help(library.priya, library.tom, 3);
  const Fields of_bump{{"bump", std::to_string(bump.id.value)}};
  const auto priya = std::to_string(library.priya.value);
  EXPECT_THAT(get(library.tom, bumps::new_thanks, {{"to", priya}}, of_bump).body, HasSubstr("Thank Priya"));
  const auto long_words =
      post(library.tom, bumps::create_thanks, {{"to", priya}, {"words", std::string(501, 'x')}}, of_bump);
  EXPECT_EQ(long_words.status, 422);
  EXPECT_THAT(long_words.body, HasSubstr("at most 500 characters"));
  EXPECT_EQ(post(library.tom, bumps::create_thanks, {{"to", priya}, {"words", "Lovely <3"}}, of_bump).status,
            303);
  const auto card = [&] {
    return visit(library.priya, {},
                 [](const ui::Visit& of, const Directory& directory) {
                   http::Response response;
                   response.body = bumps::thanks_card(of, directory, bumps::unseen(of.scope)).text();
                   return response;
                 })
        .body;
  };
  EXPECT_THAT(card(), HasSubstr("Lovely &lt;3"));
  EXPECT_EQ(post(library.priya, [](auto& of, auto&) { return bumps::mark_thanks_seen(of); }, {{"up_to", "1"}})
                .status,
            303);
  EXPECT_EQ(card(), "");
}

TEST(Trail, HasADotForEachBumpUpToSixty) {
  EXPECT_EQ(bumps_of_a_dot({41, 60}), 1);
  EXPECT_EQ(bumps_of_a_dot({41, 61}), 2);
  EXPECT_EQ(bumps_of_a_dot({0, std::nullopt}), 1);
  const auto svg = trail_svg({41, 60}).text();
  const auto count = [&](std::string_view part) {
    int found = 0;
    for (auto at = svg.find(part); at != std::string::npos; at = svg.find(part, at + 1)) ++found;
    return found;
  };
  EXPECT_EQ(count("f-plum"), 41);
  EXPECT_EQ(count("trail-off"), 19);
  EXPECT_THAT(svg, HasSubstr("aria-label=\"41 of 60 bumps\""));
}

}  // namespace
}  // namespace rapport
