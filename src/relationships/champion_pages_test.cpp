// Champions over HTTP.
#include "relationships/champion_pages.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bumps/bumps.hpp"
#include "interactions/interactions.hpp"
#include "people/people.hpp"
#include "relationships/champion_list_pages.hpp"
#include "relationships/champion_list_views.hpp"
#include "relationships/champions.hpp"
#include "relationships/level_list.hpp"
#include "relationships/rhythms.hpp"
#include "support/library_pages.hpp"
#include "support/unchanged.hpp"

namespace rapport {
namespace {

using testing::HasSubstr;
using testing::Not;
class ChampionPages : public testing::Test, protected test::LibraryPages {
 protected:
  http::Response refused(Page page, Id<Staff> who, const Fields& parameters, const Fields& fields) {
    return test::unchanged(library.database, [&] { return post(page, who, parameters, fields); });
  }
  static Fields said(std::string act, std::string day, std::string words, int version = 1) {
    return {{"act", std::move(act)},
            {"happened_on", std::move(day)},
            {"words", std::move(words)},
            {"version", std::to_string(version)}};
  }
  Fields nominated(std::string words = "She opens doors") {
    EXPECT_EQ(
        post(champions::create_nomination, library.priya, of_jane, said("", "2026-11-02", std::move(words)))
            .status,
        303);
    return {{"champion", std::to_string(champion().id.value)}};
  }
  Champion champion() {
    return champions::mark_of(*library.scope(library.priya), *library.directory(), library.jane).value();
  }
  Fields agreed() {
    auto id = nominated();
    EXPECT_EQ(post(champions::create_step, library.priya, id, said("told", "2026-11-03", "", 1)).status, 303);
    EXPECT_EQ(post(champions::create_step, library.priya, id, said("agreed", "2026-11-04", "", 2)).status,
              303);
    return id;
  }
  Id<Interaction> talk(Id<Person> with, int days_ago, std::string_view kind = "meeting") {
    const auto directory = library.directory();
    return interactions::record(*library.scope(library.priya), *directory,
                                {.kind = directory->vocabulary.find_kind(kind)->id,
                                 .happened_on = library.today().plus_days(-days_ago),
                                 .people = {{with}}})
        .value()
        .interaction;
  }
  void follow() {
    const auto scope = library.scope(library.ada);
    while (rhythms::catch_up(*scope, *library.directory())) {
    }
  }
};

TEST_F(ChampionPages, ShowWhatSpeaksForSomebody) {
  talk(library.jane, 30, "embedded");
  ASSERT_TRUE(bumps::add_origin(*library.scope(library.priya), *library.directory(),
                                {.to = talk(library.owen, 9), .person = library.jane}));
  const auto page = get(champions::show_person, library.priya, of_jane);
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("Two of the six signs speak for Jane; three are asked for"));
  EXPECT_THAT(page.body, HasSubstr("Prof. Owen Smith: <a href=\"/conversations/"));
  EXPECT_THAT(page.body, HasSubstr("Module embedded"));
  EXPECT_THAT(page.body, HasSubstr(">Nominate</button>"));
}

TEST_F(ChampionPages, GoFromANominationToAgreement) {
  const auto id = nominated("She <b>opens</b> doors");
  auto page = get(champions::show_person, library.tom, of_jane).body;
  EXPECT_THAT(page, HasSubstr("Nominated on 2 Nov"));
  EXPECT_THAT(page, HasSubstr("She &lt;b&gt;opens&lt;/b&gt; doors"));
  EXPECT_THAT(page, HasSubstr("value=\"told\" checked"));
  EXPECT_THAT(page, Not(HasSubstr("value=\"agreed\"")));
  ASSERT_EQ(post(champions::create_step, library.tom, id, said("told", "2026-11-03", "", 1)).status, 303);
  ASSERT_EQ(post(champions::create_step, library.tom, id, said("agreed", "2026-11-04", "Gladly", 2)).status,
            303);
  page = get(champions::show_person, library.tom, of_jane).body;
  EXPECT_THAT(page, HasSubstr("Champion since 4 Nov"));
  EXPECT_THAT(page, HasSubstr("until Saturday 4 November 2028"));
  EXPECT_THAT(page, HasSubstr("How we said thank you"));
  EXPECT_THAT(page, Not(HasSubstr("value=\"stays\""))) << "the post is the same";
}

TEST_F(ChampionPages, ShowBothToTheSecondTabThatNominates) {
  (void)nominated("She opens doors");
  const auto late =
      refused(champions::create_nomination, library.tom, of_jane, said("", "2026-11-12", "My own reason"));
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(late.body, HasSubstr("Priya"));
  EXPECT_THAT(late.body, HasSubstr("She opens doors"));
  EXPECT_THAT(late.body, HasSubstr("You wrote: “My own reason”"));
}

TEST_F(ChampionPages, ShowBothToTheSecondTabThatGoesOn) {
  const auto id = nominated();
  ASSERT_EQ(
      post(champions::create_step, library.tom, id, said("told", "2026-11-03", "Over coffee", 1)).status,
      303);
  const auto late =
      refused(champions::create_step, library.priya, id, said("ended", "2026-11-05", "A mistake", 1));
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(late.body, HasSubstr("Somebody was faster: told on 3 Nov"));
  EXPECT_THAT(late.body, HasSubstr("Over coffee"));
  EXPECT_THAT(late.body, HasSubstr("A mistake"));
  EXPECT_THAT(late.body, HasSubstr("name=\"version\" value=\"2\""));
}

TEST_F(ChampionPages, StoreAFormSentTwiceOnce) {
  auto fields = said("", "2026-11-12", "She opens doors");
  fields.push_back({"key", "abc"});
  EXPECT_EQ(post(champions::create_nomination, library.priya, of_jane, fields).status, 303);
  EXPECT_EQ(post(champions::create_nomination, library.priya, of_jane, fields).status, 303);
}

TEST_F(ChampionPages, KeepWhatWasTypedWhenItIsRefused) {
  const auto bad_day =
      refused(champions::create_nomination, library.priya, of_jane, said("", "2026-02-31", "Kept words"));
  EXPECT_EQ(bad_day.status, 422);
  EXPECT_THAT(bad_day.body, HasSubstr("id=\"happened_on-error\""));
  EXPECT_THAT(bad_day.body, HasSubstr("Kept words"));
  for (const std::string words : {"", " \t \n ", "\xe2\x80\xae"})
    EXPECT_EQ(
        refused(champions::create_nomination, library.priya, of_jane, said("", "2026-11-01", words)).status,
        422);
  const auto huge = refused(champions::create_nomination, library.priya, of_jane,
                            said("", "2026-11-01", std::string(1'000'000, 'x')));
  EXPECT_EQ(huge.status, 422);
  for (const auto* day : {"", "tomorrow", "2026-11-13", "0000-00-00", "1949-12-31", "99999-01-01"})
    EXPECT_EQ(refused(champions::create_nomination, library.priya, of_jane, said("", day, "Why")).status, 422)
        << day;
  const auto id = nominated();
  EXPECT_EQ(refused(champions::create_step, library.priya, id, said("agreed", "2026-11-03", "", 1)).status,
            409)
      << "not told yet";
  for (const auto* act : {"", "nominated", "crowned"})
    EXPECT_EQ(refused(champions::create_step, library.priya, id, said(act, "2026-11-03", "x", 1)).status,
              422);
}

TEST_F(ChampionPages, TickAndThank) {
  const auto conversation = talk(library.jane, 5);
  const Fields good = {{"sign", "spoke"},
                       {"conversation", std::to_string(conversation.value)},
                       {"tick-words", "Spoke up at the board"}};
  const auto nothing = refused(champions::create_tick, library.priya, of_jane, {{"tick-words", "Kept"}});
  EXPECT_EQ(nothing.status, 422);
  EXPECT_THAT(nothing.body, HasSubstr("Kept"));
  EXPECT_EQ(post(champions::create_tick, library.priya, of_jane, good).status, 303);
  EXPECT_EQ(refused(champions::create_tick, library.tom, of_jane, good).status, 409);
  const auto page = get(champions::show_person, library.tom, of_jane).body;
  EXPECT_THAT(page, HasSubstr("“Spoke up at the board”"));
  EXPECT_EQ(refused(champions::create_thanks, library.priya, of_jane,
                    {{"thanks", "Cake"}, {"said_on", "2026-11-11"}})
                .status,
            409)
      << "no champion";
  (void)agreed();
  EXPECT_EQ(
      refused(champions::create_thanks, library.priya, of_jane, {{"thanks", " "}, {"said_on", "x"}}).status,
      422);
  EXPECT_EQ(
      post(champions::create_thanks, library.priya, of_jane, {{"thanks", "Cake"}, {"said_on", "2026-11-11"}})
          .status,
      303);
  EXPECT_THAT(get(champions::show_person, library.dora, of_jane).body, HasSubstr("Cake"));
}

TEST_F(ChampionPages, ShowDirectorsNoForm) {
  talk(library.jane, 5);
  (void)agreed();
  const auto page = get(champions::show_person, library.dora, of_jane).body;
  EXPECT_THAT(page, Not(HasSubstr("<form method=\"post\" action=\"/champions")));
  EXPECT_THAT(page, Not(HasSubstr("<textarea")));
  const auto list = get(champions::show_list, library.dora, {}).body;
  EXPECT_THAT(list, HasSubstr("Dr Jane Smith"));
  EXPECT_THAT(list, Not(HasSubstr("/set-aside")));
  EXPECT_EQ(refused(champions::create_nomination, library.dora, {{"person", "owen-smith-9c1"}},
                    said("", "2026-11-02", "x"))
                .status,
            404);
  EXPECT_EQ(refused(champions::create_nomination, library.dora, of_jane, said("", "2026-11-02", "x")).status,
            403);
}

TEST_F(ChampionPages, ListDepartmentsWithTheirGaps) {
  EXPECT_THAT(get(champions::show_list, library.priya, {}).body,
              HasSubstr("Nobody yet, in two departments."));
  (void)agreed();
  const auto page = get(champions::show_list, library.priya, {}).body;
  EXPECT_THAT(page, HasSubstr("One champion in one of two departments. None yet in Law."));
  EXPECT_THAT(page, HasSubstr("is the only one in"));
  EXPECT_THAT(page, HasSubstr("No champion yet"));
  const auto law = library.directory()->org.find(library.law)->slug;
  const auto of_law = get(champions::show_list, library.priya, {}, {{"unit", law}}).body;
  EXPECT_THAT(of_law, Not(HasSubstr("Dr Jane Smith")));
  EXPECT_EQ(get(champions::show_list, library.priya, {}, {{"unit", "nowhere"}, {"page", "-9"}}).status, 200);
  EXPECT_EQ(get(champions::show_list, library.priya, {}, {{"page", "99999999999"}}).status, 200);
}

TEST_F(ChampionPages, SetADepartmentAsideAndPutItBack) {
  (void)agreed();
  const auto nursing = library.directory()->org.find(library.nursing)->slug;
  EXPECT_THAT(champions::today_section, testing::NotNull());
  EXPECT_EQ(post(champions::set_unit_aside, library.priya, {{"unit", nursing}}, {}).status, 303);
  auto page = get(champions::show_list, library.priya, {}).body;
  EXPECT_THAT(page, Not(HasSubstr("is the only one in")));
  EXPECT_THAT(page, HasSubstr("Set aside: 1"));
  EXPECT_EQ(refused(champions::set_unit_aside, library.priya, {{"unit", nursing}}, {}).status, 409);
  EXPECT_EQ(post(champions::remove_aside, library.priya, {{"aside", "1"}}, {}).status, 303);
  EXPECT_EQ(refused(champions::remove_aside, library.priya, {{"aside", "1"}}, {}).status, 404);
  EXPECT_THAT(get(champions::show_list, library.priya, {}).body, HasSubstr("is the only one in"));
}

TEST_F(ChampionPages, ChangeTheNumber) {
  EXPECT_THAT(get(champions::show_list, library.priya, {}).body, Not(HasSubstr("name=\"signs_min\"")));
  const Fields four = {{"signs_min", "4"}, {"because", "Stricter"}, {"version", "0"}};
  EXPECT_EQ(refused(champions::update_rule, library.priya, {}, four).status, 403);
  EXPECT_EQ(refused(champions::update_rule, library.gwen, {}, {{"signs_min", "x"}, {"version", "0"}}).status,
            422);
  EXPECT_EQ(post(champions::update_rule, library.gwen, {}, four).status, 303);
  const auto late = refused(champions::update_rule, library.ada, {},
                            {{"signs_min", "2"}, {"because", "Looser"}, {"version", "0"}});
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(late.body, HasSubstr("it is 4 now"));
  EXPECT_THAT(late.body, HasSubstr("Looser"));
}

TEST_F(ChampionPages, SayOnTodayWhatTheLeadShouldLookAt) {
  (void)agreed();
  const auto section = [&](Id<Staff> who) {
    const auto scope = library.scope(who);
    const http::Request request{.method = http::Method::get, .target = "/", .path = "/"};
    return champions::today_section({.request = request, .scope = *scope, .csrf_token = "token"},
                                    *library.directory())
        .text();
  };
  EXPECT_THAT(section(library.priya), HasSubstr("is the only one in"));
  EXPECT_EQ(section(library.gwen), "");
  EXPECT_EQ(section(library.dora), "");
}

TEST_F(ChampionPages, NarrowTheListOfPeople) {
  (void)agreed();
  for (int month = 4; month >= 0; --month) talk(library.owen, 110 + 30 * month);
  follow();
  const auto scope = library.scope(library.tom);
  const auto directory = library.directory();
  const auto part = relationships::levels_for_list(*scope, *directory);
  EXPECT_TRUE(part.in_state("champion")(library.jane));
  EXPECT_FALSE(part.in_state("champion")(library.owen));
  EXPECT_TRUE(part.in_state("quiet")(library.owen));
  EXPECT_FALSE(part.in_state("quiet")(library.jane));
  EXPECT_FALSE(part.in_state("x")(library.jane));
}

TEST_F(ChampionPages, AreFoundUnderTheRecordThatRemains) {
  (void)agreed();
  ASSERT_TRUE(people::merge(*library.scope(library.priya), library.sian, library.jane));
  const auto page = get(champions::show_person, library.priya, of_jane);
  EXPECT_EQ(page.status, 303);
  const auto sian = library.directory()->people.find(library.sian)->slug;
  EXPECT_THAT(get(champions::show_person, library.priya, {{"person", sian}}).body,
              HasSubstr("Champion since 4 Nov"));
}

TEST_F(ChampionPages, ArePlainAboutWhatIsNotThere) {
  EXPECT_EQ(get(champions::show_person, library.priya, {{"person", "nobody"}}).status, 404);
  EXPECT_EQ(post(champions::set_unit_aside, library.priya, {{"unit", "nowhere"}}, {}).status, 404);
  for (const auto* id : {"0", "99", "x", "-1", "99999999999999999999"}) {
    EXPECT_EQ(post(champions::create_step, library.priya, {{"champion", id}}, said("told", "2026-11-01", ""))
                  .status,
              404);
    EXPECT_EQ(post(champions::remove_tick, library.priya, {{"tick", id}}, {}).status, 404);
    EXPECT_EQ(post(champions::remove_aside, library.priya, {{"aside", id}}, {}).status, 404);
  }
}

}  // namespace
}  // namespace rapport
