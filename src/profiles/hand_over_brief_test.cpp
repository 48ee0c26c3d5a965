// What the briefs of a hand-over tell, and never tell; on both engines.
#include "profiles/hand_over_brief.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "interactions/interactions.hpp"
#include "profiles/hand_over_brief_pages.hpp"
#include "support/small_library.hpp"

namespace rapport::profiles {
namespace {

using testing::HasSubstr;
using testing::Not;

class HandOverBriefs : public testing::TestWithParam<db::Engine> {
 protected:
  test::SmallLibrary library{GetParam()};
  std::vector<Id<Person>> shown;

  void talk(Id<Person> with, std::string note, Visibility visibility, std::string promise) {
    ASSERT_TRUE(interactions::record(*library.scope(library.priya), *library.directory(),
                                     {.happened_on = library.today().plus_days(-3),
                                      .note = std::move(note),
                                      .visibility = visibility,
                                      .people = {{with}},
                                      .topics = {"sabbatical"},
                                      .promises = {{.words = std::move(promise)}}}));
  }
  void talk_about_everything() {
    talk(library.jane, "Openly said", Visibility::library, "Openly promised");
    talk(library.jane, "Said to Health", Visibility::team, "Promised by Health");
    talk(library.jane, "Said in confidence", Visibility::restricted, "Promised in confidence");
    talk(library.sian, "Of her illness", Visibility::restricted, "Ask after her");
  }
  Id<HandOver> hand_over_to(Id<Staff> to) {
    const auto directory = library.directory();
    const auto scope = library.scope(library.gwen);
    const auto offered = hand_overs::offer(*scope, *directory, library.priya, to);
    HandOverDraft draft{.from = library.priya,
                        .to = to,
                        .from_on = library.today(),
                        .units = {library.nursing},
                        .reason = "Priya joins the data team",
                        .seen = offered.mark};
    for (const auto& promise : offered.promises)
      draft.promises.push_back({.promise = promise.id, .is_to_move = true});
    return hand_overs::hand_over(*scope, *directory, draft).value();
  }
  std::string sheets(Id<HandOver> id, Id<Staff> viewer) {
    const auto directory = library.directory();
    const auto scope = library.scope(viewer);
    http::Request request{.method = http::Method::get, .target = "/", .path = "/"};
    request.parameters = {{"hand_over", std::to_string(id.value)},
                          {"unit", directory->org.find(library.nursing)->slug}};
    const ui::Visit visit{.request = request, .scope = *scope, .csrf_token = "token"};
    shown.clear();
    return show_department_briefs(visit, *directory, [&](Id<Person> person) { shown.push_back(person); })
        .body;
  }
  std::vector<Id<Staff>> everybody() {
    return {library.priya, library.tom, library.gwen, library.dora, library.ada};
  }
};

INSTANTIATE_TEST_SUITE_P(Engines, HandOverBriefs, test::on_each_engine(), test::engine_test_name);

TEST_P(HandOverBriefs, HoldNothingThatTheColleagueOfAnotherTeamMayNotRead) {
  talk_about_everything();
  const auto id = hand_over_to(library.gwen);
  for (const auto who : everybody()) {
    const auto page = sheets(id, who);
    EXPECT_THAT(page, HasSubstr("Openly said"));
    for (const auto* secret :
         {"Said to Health", "Promised by Health", "in confidence", "illness", "Ask after her"})
      EXPECT_THAT(page, Not(HasSubstr(secret))) << "printed by " << who.value << ", who may have written it";
  }
}

TEST_P(HandOverBriefs, HoldATeamsOwnNotesWhereAllThreeAreOfIt) {
  talk_about_everything();
  const auto id = hand_over_to(library.tom);
  for (const auto who : everybody()) {
    const auto page = sheets(id, who);
    const bool is_of_team = who == library.priya || who == library.tom;
    EXPECT_EQ(page.find("Said to Health") != std::string::npos, is_of_team) << who.value;
    for (const auto* secret : {"in confidence", "illness", "Ask after her"})
      EXPECT_THAT(page, Not(HasSubstr(secret))) << who.value;
  }
}

TEST_P(HandOverBriefs, HaveNoSheetOfSomebodySpokenToInConfidenceAlone) {
  talk_about_everything();
  const auto id = hand_over_to(library.tom);
  for (const auto who : everybody()) {
    (void)sheets(id, who);
    EXPECT_THAT(shown, testing::ElementsAre(library.jane)) << who.value;
  }
}

}  // namespace
}  // namespace rapport::profiles
