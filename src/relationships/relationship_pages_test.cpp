// Relationships over HTTP: the ladder, one relationship, moving it.
#include "relationships/relationship_pages.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "http/form.hpp"
#include "interactions/interactions.hpp"
#include "relationships/ladder_pages.hpp"
#include "relationships/level_list.hpp"
#include "relationships/move_pages.hpp"
#include "relationships/movement_pages.hpp"
#include "relationships/relationships.hpp"
#include "support/small_library.hpp"
#include "support/unchanged.hpp"

namespace rapport {
namespace {

using testing::HasSubstr;
using testing::Not;
using Fields = std::vector<std::pair<std::string, std::string>>;

const Fields of_jane = {{"person", "jane-smith-4f2"}};

class RelationshipPages : public testing::Test {
 protected:
  test::SmallLibrary library;

  template <class F>
  http::Response ask(F&& page, Id<Staff> who, http::Request request) {
    const auto scope = library.scope(who);
    const auto directory = library.directory();
    const ui::Visit visit{.request = request, .scope = *scope, .csrf_token = "token"};
    return page(visit, *directory);
  }
  template <class F>
  http::Response get(F&& page, Id<Staff> who, const Fields& parameters = {}, const Fields& query = {}) {
    http::Request request{.method = http::Method::get, .target = "/", .path = "/"};
    request.parameters = {parameters.begin(), parameters.end()};
    for (const auto& [name, value] : query) request.query.add(name, value);
    return ask(page, who, std::move(request));
  }
  http::Response post(Id<Staff> who, const Fields& fields, const Fields& parameters = of_jane) {
    http::Request request{.method = http::Method::post, .target = "/", .path = "/"};
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    for (const auto& [name, value] : fields)
      request.body += (request.body.empty() ? "" : "&") + name + "=" + http::percent_encode(value);
    request.parameters = {parameters.begin(), parameters.end()};
    return ask(relationships::create_move, who, std::move(request));
  }
  Fields form(std::string level, std::string reason, int version = 0) {
    return {{"level", std::move(level)},
            {"reason", std::move(reason)},
            {"version", std::to_string(version)},
            {"scale", "1"}};
  }
  static http::Response ladder(const ui::Visit& visit, const Directory& directory) {
    return ladder::show_ladder(visit, directory);
  }
  Id<Interaction> talk(Visibility visibility = Visibility::library) {
    return interactions::record(*library.scope(library.priya), *library.directory(),
                                {.happened_on = library.today().plus_days(-3),
                                 .note = "Behind closed doors",
                                 .visibility = visibility,
                                 .people = {{library.jane}}})
        .value()
        .interaction;
  }
};

TEST_F(RelationshipPages, MoveAndTellWhy) {
  const auto done = post(library.priya, form("2", "She rang about <placements>"));
  ASSERT_EQ(done.status, 303);
  const auto page = get(relationships::show_person_relationship, library.tom, of_jane).body;
  EXPECT_THAT(page, HasSubstr("She rang about &lt;placements&gt;"));
  EXPECT_THAT(page, HasSubstr("Not yet met → In touch"));
  EXPECT_THAT(page, HasSubstr("Priya Nair"));
  EXPECT_THAT(page, HasSubstr("class=\"path-svg\""));
}

TEST_F(RelationshipPages, ShowTheLadderWithItsCards) {
  post(library.priya, form("3", "Taught together"));
  const auto page = get(ladder, library.priya).body;
  EXPECT_THAT(page, HasSubstr("data-level=\"3\""));
  EXPECT_THAT(page, HasSubstr("/people/jane-smith-4f2/relationship/move?back="));
  EXPECT_THAT(page, HasSubstr("one person up a level"));
  EXPECT_THAT(page, HasSubstr("with two people in Nursing &amp; Midwifery"));
  const auto column = get(ladder, library.priya, {}, {{"level", "3"}}).body;
  EXPECT_THAT(column, HasSubstr("Dr Jane Smith"));
  EXPECT_THAT(column, Not(HasSubstr("Probert")));
}

TEST_F(RelationshipPages, ShowASampleMarkedAsSuchWhereTheLadderIsEmpty) {
  const auto page = get(ladder, library.gwen, {}, {{"whose", "mine"}}).body;
  EXPECT_THAT(page, HasSubstr("You look after no department yet"));
  EXPECT_THAT(page, HasSubstr("these three are made up"));
  EXPECT_THAT(page, Not(HasSubstr("data-card"))) << "nothing of it can be moved";
  EXPECT_THAT(get(ladder, library.priya, {}, {{"whose", "mine"}}).body, Not(HasSubstr("made up")));
}

TEST_F(RelationshipPages, OfferDirectorsNoMove) {
  EXPECT_THAT(get(ladder, library.dora).body, Not(HasSubstr("/relationship/move")));
  EXPECT_EQ(post(library.dora, form("2", "Up")).status, 403);
}

TEST_F(RelationshipPages, SayWhatStandsOnTheCardsFirst) {
  const auto with_lines = [](const ui::Visit& visit, const Directory& directory) {
    static constexpr ladder::CardSource sources[] = {
        [](Scope&, const Directory&, std::span<const Id<Person>> people) {
          return ladder::CardLines{{people.front(), {.words = "Coffee on Friday"}}};
        },
        [](Scope&, const Directory&, std::span<const Id<Person>> people) {
          return ladder::CardLines{{people.front(), {.words = "Something else"}}};
        }};
    return ladder::show_ladder(visit, directory, sources);
  };
  const auto page = get(with_lines, library.priya).body;
  EXPECT_THAT(page, HasSubstr("Coffee on Friday"));
  EXPECT_THAT(page, Not(HasSubstr("Something else")));
}

TEST_F(RelationshipPages, KeepWhatWasTypedWhereItIsRefused) {
  const auto before = test::contents(library.database);
  auto fields = form("3", "");
  fields.emplace_back("happened_on", "31/2/2026");
  const auto page = post(library.priya, fields);
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("Say in a few words what changed."));
  EXPECT_THAT(page.body, HasSubstr("There is no such day as 31/2/2026"));
  EXPECT_THAT(page.body, HasSubstr("value=\"3\" checked"));
  EXPECT_EQ(test::contents(library.database), before);
}

TEST_F(RelationshipPages, ShowBothVersionsWhereTwoTabsMove) {
  ASSERT_EQ(post(library.priya, form("2", "She rang")).status, 303);
  const auto before = test::contents(library.database);
  const auto late = post(library.tom, form("4", "Plans with us"));
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(late.body, HasSubstr("She rang"));
  EXPECT_THAT(late.body, HasSubstr("Plans with us"));
  EXPECT_THAT(late.body, HasSubstr("name=\"version\" value=\"1\""));
  EXPECT_EQ(test::contents(library.database), before);
  EXPECT_EQ(post(library.tom, form("4", "Plans with us", 1)).status, 303);
}

TEST_F(RelationshipPages, StoreAFormSentTwiceOnce) {
  auto fields = form("2", "She rang");
  fields.emplace_back("key", "a-key-of-its-own");
  EXPECT_EQ(post(library.priya, fields).status, 303);
  EXPECT_EQ(post(library.priya, fields).status, 303);
  EXPECT_EQ(relationships::path(*library.scope(library.priya), *library.directory(), library.jane).size(),
            1U);
}

TEST_F(RelationshipPages, LeadBackToPagesOfThisSiteAlone) {
  auto fields = form("2", "She rang");
  fields.emplace_back("back", "https://elsewhere.example/");
  const auto done = post(library.priya, fields);
  ASSERT_EQ(done.status, 303);
  const auto location = std::ranges::find(done.headers, "Location", &http::Header::name);
  EXPECT_EQ(location->value, "/people/jane-smith-4f2/relationship");
  auto again = form("3", "Taught", 1);
  again.emplace_back("back", "/relationships?whose=team");
  const auto back = post(library.priya, again);
  EXPECT_EQ(std::ranges::find(back.headers, "Location", &http::Header::name)->value,
            "/relationships?whose=team");
}

TEST_F(RelationshipPages, HideRestrictedEvidenceAndMarkWhatWasTakenBack) {
  const auto hidden = talk(Visibility::restricted);
  const auto open = talk();
  auto fields = form("2", "She rang");
  fields.emplace_back("evidence", std::to_string(hidden.value));
  fields.emplace_back("evidence", std::to_string(open.value));
  ASSERT_EQ(post(library.priya, fields).status, 303);
  ASSERT_TRUE(
      interactions::withdraw(*library.scope(library.priya), *library.directory(), open, "Twice the same"));
  const auto address = "/conversations/" + std::to_string(hidden.value);
  EXPECT_THAT(get(relationships::show_person_relationship, library.priya, of_jane).body, HasSubstr(address));
  const auto others = get(relationships::show_person_relationship, library.gwen, of_jane).body;
  EXPECT_THAT(others, Not(HasSubstr(address + "\"")));
  EXPECT_THAT(others, HasSubstr("taken back since"));
  EXPECT_THAT(others, Not(HasSubstr("Behind closed doors")));
}

TEST_F(RelationshipPages, StandForADepartmentToo) {
  const Fields nursing = {{"unit", "nursing-and-midwifery"}};
  ASSERT_EQ(post(library.priya, form("2", "Met the head"), nursing).status, 303);
  EXPECT_THAT(get(relationships::show_unit_relationship, library.tom, nursing).body,
              HasSubstr("Met the head"));
  EXPECT_EQ(get(relationships::show_unit_relationship, library.tom, {{"unit", "nowhere"}}).status, 404);
  EXPECT_EQ(get(relationships::show_person_relationship, library.tom, {{"person", "nobody"}}).status, 404);
}

TEST_F(RelationshipPages, ShowMovementAsAPicture) {
  post(library.priya, form("2", "She rang"));
  const auto page = get(ladder::show_movement, library.priya, {}, {{"since", "year"}}).body;
  EXPECT_THAT(page, HasSubstr("class=\"movement-svg\""));
  EXPECT_THAT(page, HasSubstr("Not yet met → In touch"));
  EXPECT_THAT(get(ladder::show_movement, library.tom, {}, {{"whose", "mine"}}).body,
              HasSubstr("Nobody here"));
}

TEST_F(RelationshipPages, NarrowTheListOfPeople) {
  post(library.priya, form("2", "She rang"));
  const auto scope = library.scope(library.tom);
  const auto directory = library.directory();
  const auto part = relationships::levels_for_list(*scope, *directory);
  EXPECT_EQ(part.choices.size(), 7U);
  const auto in_touch = part.narrowed("2");
  EXPECT_TRUE(in_touch(library.jane));
  EXPECT_FALSE(in_touch(library.owen));
  EXPECT_TRUE(part.narrowed("0")(library.owen));
  EXPECT_FALSE(part.narrowed("slipping")(library.jane));
  const Id<Person> shown[] = {library.jane};
  EXPECT_THAT(part.marks(shown).at(library.jane).text(), HasSubstr("In touch"));
}

}  // namespace
}  // namespace rapport
