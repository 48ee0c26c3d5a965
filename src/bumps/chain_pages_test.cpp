// Chains over HTTP: what stands in the page, and what never does.
#include "bumps/chain_pages.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bumps/bumps.hpp"
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
  const auto hub = record(200, "event");
  for (int i = 0; i < 150; ++i) link(hub, record(190 - i, "consultation"));
  const auto first = get(hub, library.priya).body;
  EXPECT_THAT(first, AllOf(HasSubstr("150 one-to-ones"), HasSubstr("1 to 100 of 151"),
                           HasSubstr("/bumps/" + std::to_string(hub.value) + "?page=2")));
  EXPECT_THAT(get(hub, library.priya, "2").body, HasSubstr("101 to 151 of 151"));
  EXPECT_THAT(get(hub, library.priya, "99").body, HasSubstr("101 to 151 of 151"));
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

}  // namespace
}  // namespace rapport
