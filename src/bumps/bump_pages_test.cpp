// Links over HTTP.
#include "bumps/bump_pages.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "bumps/bump_views.hpp"
#include "bumps/bumps.hpp"
#include "http/form.hpp"
#include "interactions/interactions.hpp"
#include "people/people.hpp"
#include "support/small_library.hpp"
#include "support/unchanged.hpp"

namespace rapport {
namespace {

using test::SmallLibrary;
using testing::HasSubstr;
using testing::Not;
using Fields = std::vector<std::pair<std::string, std::string>>;
using Page = http::Response (*)(const ui::Visit&, const Directory&);

class BumpPages : public testing::Test {
 protected:
  Id<Interaction> talk(Id<Staff> by, int days_ago, std::string_view kind = "meeting") {
    const auto directory = library.directory();
    InteractionDraft draft{.kind = directory->vocabulary.find_kind(kind)->id,
                           .happened_on = library.today().plus_days(-days_ago),
                           .note = "About the reading list",
                           .people = {{library.jane}}};
    return interactions::record(*library.scope(by), *directory, draft).value().interaction;
  }
  http::Response ask(Page page, Id<Staff> who, http::Request request) {
    const auto scope = library.scope(who);
    const auto directory = library.directory();
    const ui::Visit visit{.request = request, .scope = *scope, .csrf_token = "token"};
    return page(visit, *directory);
  }
  http::Response get(Page page, Id<Staff> who, Id<Interaction> conversation, const Fields& query = {}) {
    http::Request request{.method = http::Method::get, .target = "/", .path = "/"};
    request.parameters = {{"conversation", std::to_string(conversation.value)}};
    for (const auto& [name, value] : query) request.query.add(name, value);
    return ask(page, who, std::move(request));
  }
  http::Response post(Page page, Id<Staff> who, const Fields& parameters, const Fields& fields) {
    http::Request request{.method = http::Method::post, .target = "/", .path = "/"};
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    for (const auto& [name, value] : fields)
      request.body += (request.body.empty() ? "" : "&") + name + "=" + http::percent_encode(value);
    request.parameters = {parameters.begin(), parameters.end()};
    return ask(page, who, std::move(request));
  }
  static std::string text(Id<Interaction> id) { return std::to_string(id.value); }

  SmallLibrary library;
};

TEST_F(BumpPages, OffersConversationsOfMergedRecordsToo) {
  const auto before = talk(library.tom, 9);
  ASSERT_TRUE(people::merge(*library.scope(library.ada), library.owen, library.jane));
  const auto directory = library.directory();
  const InteractionDraft draft{.kind = directory->vocabulary.find_kind("meeting")->id,
                               .happened_on = library.today(),
                               .people = {{library.owen}}};
  const auto here =
      interactions::record(*library.scope(library.priya), *directory, draft).value().interaction;
  EXPECT_THAT(get(bumps::show_earlier, library.priya, here).body,
              HasSubstr("value=\"" + text(before) + "\""));
  EXPECT_THAT(get(bumps::show_earlier, library.priya, here, {{"q", "Owen Smith"}}).body,
              HasSubstr("value=\"" + text(before) + "\""));
}

TEST_F(BumpPages, OffersWhatCameBeforeAndNothingElse) {
  const auto before = talk(library.tom, 9);
  const auto here = talk(library.priya, 5);
  const auto after = talk(library.priya, 1);
  const auto page = get(bumps::show_earlier, library.priya, here).body;
  EXPECT_THAT(page, HasSubstr("value=\"" + text(before) + "\""));
  EXPECT_THAT(page, Not(HasSubstr("name=\"other\" value=\"" + text(after) + "\"")));
  const auto later = get(bumps::show_later, library.priya, here).body;
  EXPECT_THAT(later, HasSubstr("name=\"other\" value=\"" + text(after) + "\""));
}

TEST_F(BumpPages, LooksForSomebodyElsesConversations) {
  const auto here = talk(library.priya, 1);
  InteractionDraft with_owen{.happened_on = library.today().plus_days(-6), .people = {{library.owen}}};
  const auto other = interactions::record(*library.scope(library.priya), *library.directory(), with_owen)
                         .value()
                         .interaction;
  EXPECT_THAT(get(bumps::show_earlier, library.priya, here).body,
              Not(HasSubstr("name=\"other\" value=\"" + text(other))));
  EXPECT_THAT(get(bumps::show_earlier, library.priya, here, {{"q", "owen sm"}}).body,
              HasSubstr("name=\"other\" value=\"" + text(other)));
}

TEST_F(BumpPages, LinksInOneStepAndShowsBothSides) {
  const auto before = talk(library.priya, 9);
  const auto here = talk(library.priya, 5);
  const auto done = post(bumps::create_bump, library.priya, {{"conversation", text(here)}},
                         {{"other", text(before)}, {"side", "earlier"}});
  EXPECT_EQ(done.status, 303);
  const auto scope = library.scope(library.priya);
  http::Request request{.method = http::Method::get, .target = "/", .path = "/"};
  const ui::Visit visit{.request = request, .scope = *scope, .csrf_token = "token"};
  const auto directory = library.directory();
  const auto card =
      bumps::conversation_section(visit, *directory, interactions::get(*scope, here).value()).text();
  EXPECT_THAT(card, HasSubstr("Led on from"));
  EXPECT_THAT(card, HasSubstr("/conversations/" + text(before)));
}

TEST_F(BumpPages, AsksOnTodayAndTakesTheAnswerBack) {
  const auto before = talk(library.priya, 9);
  const auto here = talk(library.tom, 5, "teaching");
  post(bumps::create_bump, library.priya, {{"conversation", text(here)}}, {{"other", text(before)}});
  const auto asked = bumps::asked(*library.scope(library.tom));
  ASSERT_EQ(asked.size(), 1U);
  const Fields bump{{"bump", std::to_string(asked[0].bump.id.value)}};
  EXPECT_EQ(post(bumps::accept_bump, library.tom, bump, {{"from", "/today"}}).status, 303);
  EXPECT_TRUE(bumps::asked(*library.scope(library.tom)).empty());
  ASSERT_EQ(bumps::answered_lately(*library.scope(library.tom)).size(), 1U);
  EXPECT_EQ(post(bumps::reopen_bump, library.tom, bump, {}).status, 303);
  EXPECT_EQ(bumps::asked(*library.scope(library.tom)).size(), 1U);
  EXPECT_EQ(interactions::get(*library.scope(library.tom), before).value().bump_count, 0);
}

TEST_F(BumpPages, UndoOfAnAnswerEndsAfterTenMinutes) {
  const auto before = talk(library.priya, 9);
  const auto here = talk(library.tom, 5, "teaching");
  const auto bump =
      bumps::propose(*library.scope(library.priya), *library.directory(), {before, here}).value();
  ASSERT_TRUE(bumps::accept(*library.scope(library.tom), *library.directory(), bump.id));
  const auto late = bumps::reopen(*library.scope(library.tom, 11), bump.id);
  ASSERT_FALSE(late);
  EXPECT_EQ(late.refusal().kind, Refusal::Kind::conflict);
  EXPECT_TRUE(bumps::answered_lately(*library.scope(library.tom, 11)).empty());
}

TEST_F(BumpPages, NeverSendsAnAnswerToAnotherSite) {
  const auto before = talk(library.priya, 9);
  const auto here = talk(library.priya, 5);
  const auto bump =
      bumps::propose(*library.scope(library.priya), *library.directory(), {before, here}).value();
  const auto done = post(bumps::remove_bump, library.priya, {{"bump", std::to_string(bump.id.value)}},
                         {{"from", "//elsewhere.example/"}});
  EXPECT_EQ(done.status, 303);
  const auto location = std::ranges::find(done.headers, "Location", &http::Header::name);
  ASSERT_NE(location, done.headers.end());
  EXPECT_EQ(location->value, "/today");
}

TEST_F(BumpPages, KeepsWhatWasTypedAboutAnOrigin) {
  const auto here = talk(library.priya, 5);
  const auto before = test::contents(library.database);
  const auto page =
      post(bumps::create_origin, library.priya, {{"conversation", text(here)}},
           {{"kind", "referral"}, {"person", "Nobody Known"}, {"words", "Sent on by the <dean>"}});
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("Nobody called Nobody Known is known here."));
  EXPECT_THAT(page.body, HasSubstr("Sent on by the &lt;dean&gt;"));
  EXPECT_EQ(test::contents(library.database), before);
  const auto kept = post(bumps::create_origin, library.priya, {{"conversation", text(here)}},
                         {{"kind", "referral"}, {"person", "Owen Smith"}, {"words", ""}});
  EXPECT_EQ(kept.status, 303);
}

TEST_F(BumpPages, ShowsAGapWhereAConversationMayNotBeRead) {
  InteractionDraft hidden{.happened_on = library.today().plus_days(-8),
                          .note = "In confidence",
                          .visibility = Visibility::restricted,
                          .people = {{library.jane}}};
  const auto secret =
      interactions::record(*library.scope(library.gwen), *library.directory(), hidden).value().interaction;
  InteractionDraft open{.happened_on = library.today(), .people = {{library.jane}}};
  const auto seen =
      interactions::record(*library.scope(library.gwen), *library.directory(), open).value().interaction;
  ASSERT_TRUE(bumps::propose(*library.scope(library.gwen), *library.directory(), {secret, seen}));
  const auto scope = library.scope(library.priya);
  http::Request request{.method = http::Method::get, .target = "/", .path = "/"};
  const ui::Visit visit{.request = request, .scope = *scope, .csrf_token = "token"};
  const auto card =
      bumps::conversation_section(visit, *library.directory(), interactions::get(*scope, seen).value());
  EXPECT_THAT(card.text(), HasSubstr("A conversation that is not yours to read"));
  EXPECT_THAT(card.text(), Not(HasSubstr("/conversations/" + text(secret))));
}

}  // namespace
}  // namespace rapport
