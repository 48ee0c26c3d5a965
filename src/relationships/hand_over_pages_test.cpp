// Hand-overs over HTTP.
#include "relationships/hand_over_pages.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "http/form.hpp"
#include "interactions/interactions.hpp"
#include "support/small_library.hpp"
#include "support/unchanged.hpp"

namespace rapport {
namespace {

using testing::HasSubstr;
using testing::Not;
using Fields = std::vector<std::pair<std::string, std::string>>;
using Page = http::Response (*)(const ui::Visit&, const Directory&);

http::Response create(const ui::Visit& visit, const Directory& directory) {
  return hand_overs::create_hand_over(visit, directory, nullptr);
}

class HandOverPages : public testing::Test {
 protected:
  HandOverPages() {
    InteractionDraft draft{.happened_on = library.today(), .note = "A word", .people = {{library.jane}}};
    draft.promises.push_back({.words = "send the <b>list</b>"});
    promise_ =
        interactions::record(*library.scope(library.priya), *library.directory(), draft).value().promises[0];
  }
  http::Response ask(Page page, Id<Staff> who, http::Request request, const Fields& parameters) {
    request.parameters = {parameters.begin(), parameters.end()};
    const auto scope = library.scope(who);
    const auto directory = library.directory();
    const ui::Visit visit{.request = request, .scope = *scope, .csrf_token = "token"};
    return page(visit, *directory);
  }
  http::Response get(Page page, Id<Staff> who, const Fields& query, const Fields& parameters = {}) {
    http::Request request{.method = http::Method::get, .target = "/", .path = "/"};
    for (const auto& [name, value] : query) request.query.add(name, value);
    return ask(page, who, std::move(request), parameters);
  }
  http::Response post(Page page, Id<Staff> who, const Fields& fields, const Fields& parameters = {}) {
    http::Request request{.method = http::Method::post, .target = "/", .path = "/"};
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    for (const auto& [name, value] : fields)
      request.body += (request.body.empty() ? "" : "&") + name + "=" + http::percent_encode(value);
    return ask(page, who, std::move(request), parameters);
  }
  std::string number(Id<Staff> staff) { return std::to_string(staff.value); }
  Fields whom() { return {{"from", number(library.priya)}, {"to", number(library.tom)}}; }
  Fields typed() {
    const auto offered =
        hand_overs::offer(*library.scope(library.gwen), *library.directory(), library.priya, library.tom);
    auto fields = whom();
    for (auto& field : Fields{{"seen", offered.mark},
                              {"units", "nursing-and-midwifery"},
                              {"from_on", "2026-11-12"},
                              {"until_on", ""},
                              {"reason", "She joins the data team"},
                              {"promise-" + std::to_string(promise_.value), "moves"}})
      fields.push_back(std::move(field));
    return fields;
  }
  static void set(Fields& fields, std::string_view name, std::string value) {
    for (auto& [key, kept] : fields)
      if (key == name) kept = std::move(value);
  }

  test::SmallLibrary library;
  Id<Promise> promise_;
};

TEST_F(HandOverPages, AskWhoToWhomAndThenWhat) {
  EXPECT_THAT(get(hand_overs::new_hand_over, library.gwen, {}).body, Not(HasSubstr("name=\"reason\"")));
  const auto page = get(hand_overs::new_hand_over, library.gwen, whom()).body;
  EXPECT_THAT(page, HasSubstr("value=\"nursing-and-midwifery\" checked"));
  EXPECT_THAT(page, HasSubstr("send the &lt;b&gt;list&lt;/b&gt;"));
  EXPECT_THAT(page, HasSubstr("value=\"moves\" checked"));
  EXPECT_EQ(get(hand_overs::new_hand_over, library.gwen, {{"from", "1"}, {"to", "1"}}).status, 422);
  EXPECT_EQ(
      get(hand_overs::new_hand_over, library.gwen, {{"from", "x"}, {"to", "99999999999999999999"}}).status,
      422);
  const auto nothing = get(hand_overs::new_hand_over, library.gwen,
                           {{"from", number(library.ada)}, {"to", number(library.tom)}});
  EXPECT_THAT(nothing.body, HasSubstr("there is nothing to hand over"));
}

TEST_F(HandOverPages, AreFilledInFromPeopleWhoWereTicked) {
  const Fields ticked = {{"people", "jane-smith-4f2"},
                         {"people", "jane-smith-4f2"},
                         {"people", "nobody"},
                         {"people", "owen-smith-7k3"}};
  const auto first = get(hand_overs::new_hand_over, library.gwen, ticked).body;
  EXPECT_THAT(first, HasSubstr("<option value=\"" + number(library.priya) + "\" selected>"))
      << "who leads for Jane";
  EXPECT_THAT(first, HasSubstr("name=\"people\" value=\"jane-smith-4f2\"")) << "kept for the next step";
  EXPECT_THAT(first, HasSubstr("Two people are ticked"));
  EXPECT_THAT(first, HasSubstr("Nobody leads for the department of Prof. Owen Smith"));
  auto whom_and_who = whom();
  whom_and_who.insert(whom_and_who.end(), ticked.begin(), ticked.end());
  const auto page = get(hand_overs::new_hand_over, library.gwen, whom_and_who).body;
  EXPECT_THAT(page, HasSubstr("value=\"nursing-and-midwifery\" checked"));
  EXPECT_THAT(page, HasSubstr("value=\"moves\" checked"));
  const auto of_sian =
      get(hand_overs::new_hand_over, library.gwen,
          {{"from", number(library.priya)}, {"to", number(library.tom)}, {"people", "sian-probert-9x2"}})
          .body;
  EXPECT_THAT(of_sian, HasSubstr("value=\"stays\" checked")) << "the promise is Jane’s";
}

TEST_F(HandOverPages, HandOverTickMoveAndUndo) {
  const auto done = post(create, library.gwen, typed());
  EXPECT_EQ(done.status, 303);
  const Fields first = {{"hand_over", "1"}};
  const auto page = get(hand_overs::show_hand_over, library.priya, {}, first).body;
  EXPECT_THAT(page, HasSubstr("Priya hands over to Tom, for good from 12 Nov"));
  EXPECT_THAT(page, HasSubstr("Moved to Tom"));
  EXPECT_THAT(page, Not(HasSubstr("Undo this"))) << "a librarian reads";
  EXPECT_EQ(post(hand_overs::tick_introduction, library.priya, {},
                 {{"hand_over", "1"}, {"person", "jane-smith-4f2"}})
                .status,
            303);
  EXPECT_THAT(get(hand_overs::show_hand_over, library.tom, {}, first).body, HasSubstr("1 of 1 done"));
  EXPECT_EQ(post(hand_overs::undo_hand_over, library.gwen, {{"version", "1"}, {"reason", "A mistake"}}, first)
                .status,
            303);
  EXPECT_THAT(get(hand_overs::show_hand_over, library.priya, {}, first).body, HasSubstr("A mistake"));
  EXPECT_EQ(get(hand_overs::show_hand_over, library.priya, {}, {{"hand_over", "9"}}).status, 404);
}

TEST_F(HandOverPages, KeepWhatWasTypedWhenItIsRefused) {
  const auto refused = [&](std::string_view name, const std::string& value, int status) {
    auto fields = typed();
    set(fields, name, value);
    const auto page = test::unchanged(library.database, [&] { return post(create, library.gwen, fields); });
    EXPECT_EQ(page.status, status) << name;
    return page.body;
  };
  EXPECT_THAT(refused("from_on", "2026-02-31", 422), HasSubstr("value=\"She joins the data team\""));
  EXPECT_THAT(refused("until_on", "2026-11-01", 422), HasSubstr("value=\"2026-11-01\""));
  EXPECT_THAT(refused("reason", "   ", 422), HasSubstr("value=\"nursing-and-midwifery\" checked"));
  EXPECT_THAT(refused("reason", std::string(1'000'000, 'x'), 422), HasSubstr("at most 300"));
  EXPECT_THAT(refused("units", "nowhere", 422), HasSubstr("id=\"units-error\""));
  EXPECT_THAT(refused("seen", "another", 409), HasSubstr("Changed meanwhile"));
  (void)refused("to", number(library.priya), 422);
  (void)refused("to", number(library.dora), 422);
  (void)refused("to", "", 422);
  EXPECT_THAT(refused("promise-" + std::to_string(promise_.value), "perhaps", 422),
              HasSubstr("id=\"promises-error\""));
}

TEST_F(HandOverPages, AreStoredOnceWhenSentTwice) {
  auto fields = typed();
  fields.push_back({"key", "a-key-of-the-page"});
  EXPECT_EQ(post(create, library.gwen, fields).status, 303);
  EXPECT_EQ(post(create, library.gwen, fields).status, 303);
  EXPECT_EQ(hand_overs::all(*library.scope(library.gwen)).size(), 1U);
}

}  // namespace
}  // namespace rapport
