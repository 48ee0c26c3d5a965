// The form of a conversation over HTTP, with what people and programs should not send: nothing typed is lost
// and nothing wrong is kept.
#include "interactions/conversation_pages.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "http/form.hpp"
#include "interactions/interactions.hpp"
#include "support/small_library.hpp"

namespace rapport {
namespace {

using test::SmallLibrary;
using testing::HasSubstr;
using testing::Not;
using Fields = std::vector<std::pair<std::string, std::string>>;

class ConversationPages : public testing::Test {
 protected:
  using Page = http::Response (*)(const ui::Visit&, const Directory&);

  http::Response post(Page page, const Fields& fields, std::string conversation = {}) {
    http::Request request{.method = http::Method::post, .target = "/conversations", .path = "/conversations"};
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    for (const auto& [name, value] : fields)
      request.body += (request.body.empty() ? "" : "&") + name + "=" + http::percent_encode(value);
    request.parameters = {{"conversation", std::move(conversation)}};
    const auto scope = library.scope(library.priya);
    const auto directory = library.directory();
    const ui::Visit visit{.request = request, .scope = *scope, .csrf_token = "token"};
    return page(visit, *directory);
  }
  http::Response create(const Fields& more) {
    Fields fields{
        {"people", "Jane Smith"}, {"kind", "meeting"}, {"happened_on", "2026-11-11"}, {"key", "k1"}};
    for (const auto& field : more) {
      std::erase_if(fields, [&](const auto& usual) { return usual.first == field.first; });
      fields.push_back(field);
    }
    return post(interactions::create_conversation, fields);
  }
  std::vector<Interaction> story() {
    return interactions::timeline_of_person(*library.scope(library.priya), library.jane, {}).interactions;
  }

  SmallLibrary library;
};

TEST_F(ConversationPages, RefuseDaysThatDoNotExistOrNobodyMeansAndKeepWhatWasTyped) {
  for (const std::string day :
       {"31/02/2026", "2026-02-31", "29/02/2025", "1890-05-01", "2999-01-01", "soon"}) {
    const auto answer = create({{"happened_on", day}, {"note", "words that took ten minutes"}});
    EXPECT_EQ(answer.status, 422) << day;
    EXPECT_THAT(answer.body, HasSubstr("words that took ten minutes")) << day;
    EXPECT_THAT(answer.body, HasSubstr("happened_on-error")) << day;
  }
  EXPECT_TRUE(story().empty());
}

TEST_F(ConversationPages, TakeALeapDayAndADayOfNextYear) {
  EXPECT_EQ(create({{"happened_on", "29/02/2024"}}).status, 303);
  EXPECT_EQ(create({{"happened_on", "2027-02-01"}, {"key", "k2"}}).status, 303);
  EXPECT_EQ(story().size(), 2u);
}

TEST_F(ConversationPages, RefuseSpacesForNobodyAndNothing) {
  const auto answer = create({{"people", " \n\t "}, {"note", "\xC2\xA0  \n"}});
  EXPECT_EQ(answer.status, 422);
  EXPECT_TRUE(story().empty());
}

TEST_F(ConversationPages, StoreOnceWhatWasSentTwice) {
  EXPECT_EQ(create({{"note", "sent twice"}}).status, 303);
  EXPECT_EQ(create({{"note", "sent twice"}}).status, 303);
  EXPECT_EQ(story().size(), 1u);
}

TEST_F(ConversationPages, ShowBothVersionsToWhoSavesSecond) {
  ASSERT_EQ(create({{"note", "the first words"}}).status, 303);
  const auto id = std::to_string(story()[0].id.value);
  const auto save = [&](const std::string& note) {
    return post(interactions::update_conversation,
                {{"people", "Jane Smith"},
                 {"kind", "meeting"},
                 {"happened_on", "2026-11-11"},
                 {"note", note},
                 {"version", "1"}},
                id);
  };
  ASSERT_EQ(save("of the first tab").status, 303);
  const auto second = save("of the second tab");
  EXPECT_EQ(second.status, 409);
  EXPECT_THAT(second.body, HasSubstr("of the first tab"));
  EXPECT_THAT(second.body, HasSubstr("of the second tab"));
  EXPECT_EQ(story()[0].note, "of the first tab");
}

TEST_F(ConversationPages, RefuseANoteThatIsTooLongAndGiveItBack) {
  const std::string note(900'000, 'x');
  const auto answer = create({{"note", note}});
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(answer.body, HasSubstr(note));
  EXPECT_TRUE(story().empty());
}

TEST_F(ConversationPages, ShowNoOverridesOfTheDirectionOfWriting) {
  ASSERT_EQ(create({{"note", "safe\u202Egnp.exe \u2066end"}, {"place", "Room\u202E 1"}}).status, 303);
  EXPECT_EQ(story()[0].note, "safegnp.exe end");
  EXPECT_EQ(story()[0].place, "Room 1");
}

}  // namespace
}  // namespace rapport
