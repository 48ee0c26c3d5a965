// Chains over HTTP: what stands in the page, and what never does.
#include "bumps/chain_pages.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "bumps/bump_figures.hpp"
#include "bumps/bumps.hpp"
#include "bumps/chain_drawing.hpp"
#include "bumps/chains.hpp"
#include "interactions/interactions.hpp"
#include "support/small_library.hpp"

namespace rapport {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class ChainPages : public testing::Test {
 protected:
  test::SmallLibrary library;

  Id<Interaction> record(int days_ago, std::string_view kind, Visibility visibility = Visibility::library) {
    const auto directory = library.directory();
    const InteractionDraft draft{.kind = directory->vocabulary.find_kind(kind)->id,
                                 .happened_on = library.today().plus_days(-days_ago),
                                 .note = "About **placements** <b>",
                                 .visibility = visibility,
                                 .people = {{library.jane}}};
    return interactions::record(*library.scope(library.priya), *directory, draft).value().interaction;
  }
  void link(Id<Interaction> from, Id<Interaction> to) {
    ASSERT_TRUE(bumps::propose(*library.scope(library.priya), *library.directory(), {from, to}));
    while (bumps::catch_up(*library.scope(library.ada), *library.directory())) {
    }
  }
  http::Response get(Id<Interaction> chain, Id<Staff> who, std::string page = "") {
    http::Request request{.target = "/bumps", .path = "/bumps"};
    request.parameters = {{"interaction", std::to_string(chain.value)}};
    if (!page.empty()) request.query.add("page", std::move(page));
    const auto scope = library.scope(who);
    const ui::Visit visit{.request = request, .scope = *scope, .csrf_token = "token"};
    return chains::show_chain(visit, *library.directory());
  }
  std::string body(Id<Interaction> chain) { return get(chain, library.priya).body; }
  http::Response picture(Id<Interaction> chain, Id<Staff> who) {
    http::Request request{.target = "/bumps", .path = "/bumps"};
    request.parameters = {{"interaction", std::to_string(chain.value)}};
    const auto scope = library.scope(who);
    const ui::Visit visit{.request = request, .scope = *scope, .csrf_token = "token"};
    return chains::download_picture(visit, *library.directory());
  }
  /// As the file's own head says.
  static unsigned width_of(const std::string& png) {
    unsigned width = 0;
    for (std::size_t i = 16; i < 20; ++i) width = width * 256 + static_cast<unsigned char>(png[i]);
    return width;
  }
  std::string front(Id<Staff> who) {
    const http::Request request{.target = "/bumps", .path = "/bumps"};
    const auto scope = library.scope(who);
    const ui::Visit visit{.request = request, .scope = *scope, .csrf_token = "token"};
    return chains::show_bumps(visit, *library.directory()).body;
  }
};

TEST_F(ChainPages, DrawsAPictureWithASentenceALinkForEachStepAndATable) {
  const auto chat = record(20, "corridor");
  const auto session = record(10, "teaching");
  link(chat, session);
  const auto entry = "step-" + std::to_string(session.value);
  EXPECT_THAT(
      body(chat),
      AllOf(HasSubstr("From one corridor chat"),
            HasSubstr("role=\"img\" aria-label=\"Two steps in order of their dates. The steps are listed in "
                      "full below the picture.\""),
            HasSubstr("href=\"#" + entry + "\""), HasSubstr("id=\"" + entry + "\""),
            HasSubstr("Show as a table"), HasSubstr("About placements"), Not(HasSubstr("<b>\""))));
}

TEST_F(ChainPages, SaysWhatToDoWhereNothingHasFollowed) {
  EXPECT_THAT(body(record(3, "call")),
              AllOf(HasSubstr("Nothing has followed yet. When something does, log it as led on from this."),
                    Not(HasSubstr("role=\"img\""))));
}

TEST_F(ChainPages, OffersToAddWhatCameNextToThoseWhoLog) {
  const auto chat = record(20, "corridor");
  const auto address = "href=\"/capture?led_on=" + std::to_string(chat.value) + "\"";
  EXPECT_THAT(get(chat, library.gwen).body, HasSubstr(address));
  EXPECT_THAT(get(chat, library.dora).body, Not(HasSubstr(address)));
}

TEST_F(ChainPages, NeverShowsTheWordsOfWhatTheViewerMayNotRead) {
  const auto chat = record(20, "corridor");
  const auto hidden = record(15, "deposit", Visibility::restricted);
  link(chat, hidden);
  EXPECT_THAT(get(chat, library.priya).body, HasSubstr("Deposit"));
  EXPECT_THAT(get(chat, library.gwen).body, AllOf(HasSubstr("A conversation that is not yours to read"),
                                                  Not(HasSubstr("Deposit")), Not(HasSubstr("deposit"))));
}

TEST_F(ChainPages, IsNotThereFromWhatTheViewerMayNotRead) {
  const auto hidden = record(15, "deposit", Visibility::restricted);
  EXPECT_EQ(get(hidden, library.gwen).status, 404);
  EXPECT_EQ(get({0}, library.gwen).status, 404);
}

TEST_F(ChainPages, PagesALongListAndLinksTheBranchThatIsFolded) {
  const auto hub = record(600, "event");
  for (int i = 0; i < 500; ++i) link(hub, record(590 - i, "consultation"));
  const auto first = get(hub, library.priya).body;
  EXPECT_THAT(first, AllOf(HasSubstr("500 one-to-ones"), HasSubstr("1 to 100 of 501"),
                           HasSubstr("Steps 1 to 100 of 501."),
                           HasSubstr("/bumps/" + std::to_string(hub.value) + "?page=2")));
  EXPECT_LT(first.size(), 200'000U) << "the picture folds, the list has pages";
  EXPECT_THAT(get(hub, library.priya, "6").body, HasSubstr("501 to 501 of 501"));
  EXPECT_THAT(get(hub, library.priya, "99").body, HasSubstr("501 to 501 of 501"));
}

TEST_F(ChainPages, ListsTheChainsOfTheViewerOrSaysThatThereAreNone) {
  EXPECT_THAT(front(library.priya), HasSubstr("Nothing has followed lately."));
  const auto chat = record(20, "corridor");
  link(chat, record(10, "teaching"));
  EXPECT_THAT(front(library.priya), AllOf(HasSubstr("You stopped to talk to Dr Jane Smith"),
                                          HasSubstr("href=\"/bumps/" + std::to_string(chat.value) + "\"")));
  EXPECT_THAT(front(library.gwen), AllOf(HasSubstr("Nothing has followed lately."),
                                         HasSubstr("Priya stopped to talk to Dr Jane Smith")));
}

TEST_F(ChainPages, GivesThePictureAsAFileOfABoundedSize) {
  const auto chat = record(20, "corridor");
  link(chat, record(10, "teaching"));
  const auto file = picture(chat, library.priya);
  EXPECT_EQ(file.content_type, "image/png");
  ASSERT_TRUE(file.body.starts_with("\x89PNG\r\n"));
  EXPECT_GT(width_of(file.body), 1000U);
  auto last = chat;
  for (int i = 0; i < 60; ++i) {
    const auto next = record(9, i % 2 == 0 ? "call" : "email");
    link(i % 3 == 0 ? chat : last, next);
    last = next;
  }
  EXPECT_LE(width_of(picture(chat, library.priya).body), 4096U);
}

TEST_F(ChainPages, CallsNobodyYouInAFile) {
  const auto chat = record(20, "corridor");
  EXPECT_EQ(picture(chat, library.priya).body, picture(chat, library.gwen).body);
}

TEST_F(ChainPages, GivesNoPictureOfWhatTheViewerMayNotRead) {
  EXPECT_EQ(picture(record(15, "deposit", Visibility::restricted), library.gwen).status, 404);
}

TEST_F(ChainPages, DrawsTheFileInTheLightColoursOfTheStyleSheet) {
  const auto chat = record(20, "corridor");
  const auto scope = library.scope(library.priya);
  const auto chain = chains::get(*scope, chat).value();
  const auto directory = library.directory();
  const auto picture = picture_of(chain, *directory, {library.priya, library.today()}, 500);
  const auto drawing = chain_drawing(picture, "From one chat", "").shapes;
  std::ifstream file(RAPPORT_SOURCE_DIR "/web/css/tokens.css");
  const std::string tokens(std::istreambuf_iterator<char>(file), {});
  int colours = 0;
  for (auto at = drawing.find(":#"); at != std::string::npos; at = drawing.find(":#", at + 1), ++colours)
    EXPECT_THAT(tokens, HasSubstr("light-dark(" + drawing.substr(at + 1, 7))) << drawing.substr(at, 8);
  EXPECT_GT(colours, 10);
}

TEST_F(ChainPages, SavesNoWordsOfWhatOnlyATeamMayRead) {
  const auto root = record(20, "corridor", Visibility::team);
  const auto last = record(10, "teaching");
  link(root, last);
  const auto directory = library.directory();
  const auto chain = chains::get(*library.scope(library.priya), root).value();
  std::string words;
  for (const auto& text : chain_file(chain, *directory, library.today(), 1086).texts)
    words += text.text + "\n";
  EXPECT_THAT(words,
              AllOf(HasSubstr("From one conversation"), HasSubstr("Not shown"), HasSubstr("Teaching")));
  EXPECT_THAT(words, AllOf(Not(HasSubstr("orridor")), Not(HasSubstr("23 Oct")), Not(HasSubstr("yours"))));
  EXPECT_THAT(body(root), AllOf(HasSubstr("Corridor chat"), HasSubstr("in the saved picture without words")));
  EXPECT_THAT(body(record(9, "teaching")), Not(HasSubstr("in the saved picture")));
}

}  // namespace
}  // namespace rapport
