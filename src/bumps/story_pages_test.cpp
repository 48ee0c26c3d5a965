// Stories over HTTP.
#include "bumps/story_pages.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bumps/bumps.hpp"
#include "bumps/stories.hpp"
#include "http/form.hpp"
#include "interactions/interactions.hpp"
#include "support/small_library.hpp"
#include "support/unchanged.hpp"

namespace rapport {
namespace {

using test::SmallLibrary;
using testing::HasSubstr;
using testing::Not;
using Fields = std::vector<std::pair<std::string, std::string>>;
using Page = http::Response (*)(const ui::Visit&, const Directory&);

class StoryPages : public testing::Test {
 protected:
  void SetUp() override {
    chat = talk(9);
    session = talk(2);
    ASSERT_TRUE(bumps::propose(*library.scope(library.priya), *library.directory(), {chat, session}));
  }
  Id<Interaction> talk(int days_ago) {
    InteractionDraft draft{.happened_on = library.today().plus_days(-days_ago),
                           .note = "About the reading list",
                           .people = {{library.jane}}};
    return interactions::record(*library.scope(library.priya), *library.directory(), draft)
        .value()
        .interaction;
  }
  http::Response ask(Page page, Id<Staff> who, http::Request request) {
    const auto scope = library.scope(who);
    const auto directory = library.directory();
    const ui::Visit visit{.request = request, .scope = *scope, .csrf_token = "token"};
    return page(visit, *directory);
  }
  http::Response get(Page page, const Fields& parameters) {
    http::Request request{.method = http::Method::get, .target = "/", .path = "/"};
    request.parameters = {parameters.begin(), parameters.end()};
    return ask(page, library.priya, std::move(request));
  }
  http::Response post(Page page, const Fields& parameters, const Fields& fields) {
    http::Request request{.method = http::Method::post, .target = "/", .path = "/"};
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    for (const auto& [name, value] : fields)
      request.body += (request.body.empty() ? "" : "&") + name + "=" + http::percent_encode(value);
    request.parameters = {parameters.begin(), parameters.end()};
    return ask(page, library.priya, std::move(request));
  }
  static std::string text(Id<Interaction> id) { return std::to_string(id.value); }
  Fields told() {
    return {
        {"title", "From one chat"}, {"words", "It **grew**."}, {"path", text(chat)}, {"path", text(session)}};
  }

  SmallLibrary library;
  Id<Interaction> chat;
  Id<Interaction> session;
};

TEST_F(StoryPages, OffersTheChainsStepsAndTitle) {
  const auto page = get(bumps::new_story, {{"interaction", text(chat)}}).body;
  EXPECT_THAT(page, HasSubstr("name=\"path\" value=\"" + text(chat) + "\" checked"));
  EXPECT_THAT(page, HasSubstr("name=\"path\" value=\"" + text(session) + "\" checked"));
}

TEST_F(StoryPages, TellsAChainAndShowsItToEverybody) {
  const auto done = post(bumps::create_story, {{"interaction", text(chat)}}, told());
  ASSERT_EQ(done.status, 303);
  const auto story = bumps::stories(*library.scope(library.tom), {}).front();
  const auto page = get(bumps::show_story, {{"story", std::to_string(story.id.value)}}).body;
  EXPECT_THAT(page, HasSubstr("From one chat"));
  EXPECT_THAT(page, HasSubstr("It <strong>grew</strong>."));
  EXPECT_THAT(page, HasSubstr("About the reading list"));
  EXPECT_THAT(get(bumps::show_stories, {}).body, HasSubstr("From one chat"));
}

TEST_F(StoryPages, KeepsWhatWasTypedWhenAQuotationLacksPermission) {
  auto fields = told();
  fields.emplace_back("quotation", "The best hour of <term>.");
  fields.emplace_back("quoted", "Jane Smith");
  const auto before = test::contents(library.database);
  const auto page = post(bumps::create_story, {{"interaction", text(chat)}}, fields);
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("The best hour of &lt;term&gt;."));
  EXPECT_THAT(page.body, HasSubstr("say how it was given"));
  EXPECT_EQ(test::contents(library.database), before);
}

TEST_F(StoryPages, ShowsTheFormAgainWhenSomebodyWasFaster) {
  post(bumps::create_story, {{"interaction", text(chat)}}, told());
  const auto story = bumps::stories(*library.scope(library.priya), {}).front();
  const Fields address{{"story", std::to_string(story.id.value)}};
  auto fields = told();
  fields.emplace_back("version", "1");
  EXPECT_EQ(post(bumps::update_story, address, fields).status, 303);
  fields[1].second = "My own words";
  const auto late = post(bumps::update_story, address, fields);
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(late.body, HasSubstr("My own words"));
  EXPECT_THAT(late.body, HasSubstr("name=\"version\" value=\"2\""));
}

TEST_F(StoryPages, LeavesOutAStepThatWasTakenBackSince) {
  post(bumps::create_story, {{"interaction", text(chat)}}, told());
  const auto story = bumps::stories(*library.scope(library.priya), {}).front();
  ASSERT_TRUE(interactions::withdraw(*library.scope(library.priya), *library.directory(), session, ""));
  const auto page = get(bumps::show_story, {{"story", std::to_string(story.id.value)}}).body;
  EXPECT_THAT(page, HasSubstr("1 of its steps cannot be shown any more."));
}

}  // namespace
}  // namespace rapport
