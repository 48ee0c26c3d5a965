// Workshops over HTTP.
#include "relationships/workshop_pages.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "interactions/interactions.hpp"
#include "people/people.hpp"
#include "relationships/plans.hpp"
#include "relationships/relationships.hpp"
#include "support/library_pages.hpp"
#include "support/unchanged.hpp"

namespace rapport {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

http::Response show_plans(const ui::Visit& visit, const Directory& directory) {
  return workshops::show_plans(visit, directory);
}

class WorkshopPages : public testing::Test, protected test::LibraryPages {
 protected:
  std::string id(Id<Staff> staff) { return std::to_string(staff.value); }
  std::string prefix(Id<Person> person, const std::string& area = {}) {
    return "p" + std::to_string(person.value) + "-" + (area.empty() ? "" : area + "-");
  }
  std::string pick(Id<Staff> staff, const std::string& slug) { return id(staff) + ".people." + slug; }
  std::string slug(Id<Person> person) { return library.directory()->people.find(person)->slug; }

  void panel(Fields& fields, Id<Person> person, const std::string& hope,
             const std::string& due = "2026-11-20", const std::string& area = {}) {
    const auto p = prefix(person, area);
    for (const auto& [name, value] : Fields{{"aim", "2"},
                                            {"hope", hope},
                                            {"matters", "<b>Time</b>"},
                                            {"review_on", "2027-02-12"},
                                            {"scale", "1"},
                                            {"rows", "3"},
                                            {"step-1-words", "Say hello to " + hope},
                                            {"step-1-owner", id(library.priya)},
                                            {"step-1-due", due}})
      fields.emplace_back(p + name, value);
  }
  Fields two_panels(const std::string& second_due = "2026-11-20") {
    Fields fields{{"do", "save"},
                  {"key", "k1"},
                  {"minutes", "15"},
                  {"pick", pick(library.priya, slug(library.jane))},
                  {"pick", pick(library.tom, slug(library.owen))}};
    panel(fields, library.jane, "Jane's hope");
    panel(fields, library.owen, "Owen's hope", second_due);
    return fields;
  }
  static std::string header(const http::Response& response, std::string_view name) {
    for (const auto& one : response.headers)
      if (one.name == name) return one.value;
    return {};
  }
  std::vector<plans::Plan> of(Id<Person> person, ServiceArea area = ServiceArea::overall) {
    return plans::of(*library.scope(library.tom), *library.directory(), person, area);
  }
  /// Of Priya and Tom, who both choose Jane.
  http::Response both_choose_jane(const std::string& priyas_area, const std::string& toms_area) {
    return get(workshops::new_plans, library.gwen, {},
               {{"member", id(library.priya)},
                {"here", id(library.priya)},
                {"other-" + id(library.priya), "Jane Smith"},
                {"area-" + id(library.priya), priyas_area},
                {"member", id(library.tom)},
                {"here", id(library.tom)},
                {"other-" + id(library.tom), "Jane Smith"},
                {"area-" + id(library.tom), toms_area}});
  }
  std::string screen(const Fields& query) { return get(workshops::new_plans, library.gwen, {}, query).body; }
};

TEST_F(WorkshopPages, ListTheTeamOfWhoeverLooks) {
  const auto page = get(workshops::show_choice, library.priya, {}).body;
  EXPECT_THAT(page, HasSubstr("name=\"other-" + id(library.tom) + "\""));
  EXPECT_THAT(page, Not(HasSubstr("name=\"other-" + id(library.gwen) + "\""))) << "of another team";
  EXPECT_THAT(page, HasSubstr("<option value=\"" + id(library.gwen) + "\"")) << "who may join";
  EXPECT_THAT(page, Not(HasSubstr("Dora"))) << "directors do not plan";
  const auto joined = get(workshops::show_choice, library.priya, {},
                          {{"member", id(library.priya)},
                           {"here", id(library.priya)},
                           {"other-" + id(library.priya), "Nursing"},
                           {"guest", id(library.gwen)}})
                          .body;
  EXPECT_THAT(joined, HasSubstr("name=\"other-" + id(library.gwen) + "\""));
  EXPECT_THAT(joined, HasSubstr("value=\"Nursing\"")) << "what was typed stays";
}

TEST_F(WorkshopPages, LeadFromNamesToAnAddressOfTheScreen) {
  const auto answer = get(workshops::new_plans, library.gwen, {},
                          {{"member", id(library.priya)},
                           {"here", id(library.priya)},
                           {"other-" + id(library.priya), "dr jane smith"},
                           {"minutes", "15"},
                           {"member", id(library.tom)},
                           {"here", id(library.tom)},
                           {"other-" + id(library.tom), "law"}});
  EXPECT_EQ(answer.status, 303);
  EXPECT_THAT(header(answer, "Location"), HasSubstr("minutes=15"));
  EXPECT_THAT(header(answer, "Location"), HasSubstr("pick=" + pick(library.priya, "jane-smith-4f2")));
  EXPECT_THAT(header(answer, "Location"), HasSubstr(".departments."));
}

TEST_F(WorkshopPages, SayWhichNameFitsNobodyOrSeveralOrIsTaken) {
  const auto asked = [&](const std::string& name, const std::string& other) {
    return get(workshops::new_plans, library.gwen, {},
               {{"member", id(library.priya)},
                {"here", id(library.priya)},
                {"other-" + id(library.priya), name},
                {"member", id(library.tom)},
                {"here", id(library.tom)},
                {"other-" + id(library.tom), other}});
  };
  const auto none = asked("Quentin Nobody", "Law");
  EXPECT_EQ(none.status, 422);
  EXPECT_THAT(none.body, HasSubstr("called Quentin Nobody"));
  EXPECT_THAT(none.body, HasSubstr("value=\"Quentin Nobody\""));
  EXPECT_THAT(asked("Smith", "Law").body, HasSubstr("several people called Smith"));
  EXPECT_THAT(asked("Jane Smith", "Jane Smith").body, HasSubstr("has chosen the same relationship"));
  EXPECT_THAT(asked("", "Law").body, HasSubstr("Choose whom Priya plans for"));
  const auto nobody = get(workshops::new_plans, library.gwen, {}, {{"member", id(library.priya)}});
  EXPECT_EQ(nobody.status, 422);
  EXPECT_THAT(nobody.body, HasSubstr("Tick who is here."));
  EXPECT_EQ(get(workshops::new_plans, library.gwen, {}).status, 303) << "nothing chosen yet";
}

TEST_F(WorkshopPages, ShowACanvasForEachAndOneTimer) {
  const auto page = screen({{"minutes", "15"},
                            {"pick", pick(library.priya, slug(library.jane))},
                            {"pick", pick(library.tom, slug(library.owen))},
                            {"pick", pick(library.ada, slug(library.jane))}});
  EXPECT_THAT(page, HasSubstr("<rapport-timer class=\"ws-timer\" minutes=\"15\""));
  EXPECT_THAT(page, HasSubstr("name=\"" + prefix(library.jane) + "hope\""));
  EXPECT_THAT(page, HasSubstr("name=\"" + prefix(library.owen) + "step-2-words\""));
  EXPECT_EQ(page.find("<rapport-timer"), page.rfind("<rapport-timer"));
  EXPECT_THAT(page, Not(HasSubstr("Ada plans"))) << "one canvas for one relationship";
  EXPECT_THAT(screen({{"minutes", "999999"}, {"pick", pick(library.priya, slug(library.jane))}}),
              HasSubstr("minutes=\"10\""));
}

TEST_F(WorkshopPages, SaveEveryPanelAndSayWhatWasPlanned) {
  auto fields = two_panels();
  fields.emplace_back("pick", pick(library.ada, slug(library.sian)));
  const auto saved = post(workshops::create_plans, library.gwen, {}, fields);
  ASSERT_EQ(saved.status, 303);
  const auto location = header(saved, "Location");
  EXPECT_THAT(location, HasSubstr("later=" + pick(library.ada, slug(library.sian))));
  const auto page = get(show_plans, library.dora, {},
                        {{"plan", std::to_string(of(library.jane).at(0).plan.id.value)},
                         {"plan", std::to_string(of(library.owen).at(0).plan.id.value)},
                         {"later", pick(library.ada, slug(library.sian))}})
                        .body;
  EXPECT_THAT(page, HasSubstr("Owen&#39;s hope"));
  EXPECT_THAT(page, HasSubstr("Left for later"));
  EXPECT_THAT(page, HasSubstr("By 20 Nov"));
  EXPECT_THAT(page, HasSubstr("asked of Tom"));
  EXPECT_THAT(page, Not(HasSubstr("<b>Time</b>")));
}

TEST_F(WorkshopPages, KeepThePanelsWithFaultsAndSaveTheOthers) {
  const auto answer = post(workshops::create_plans, library.gwen, {}, two_panels("2026-02-31"));
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(answer.body, HasSubstr("One plan is saved"));
  EXPECT_THAT(answer.body, HasSubstr("href=\"#" + prefix(library.owen) + "step-1-due\""));
  EXPECT_THAT(answer.body, HasSubstr("Say hello to Owen&#39;s hope"));
  EXPECT_THAT(answer.body, Not(HasSubstr("name=\"" + prefix(library.jane) + "hope\"")))
      << "that one is saved";
  ASSERT_THAT(of(library.jane), SizeIs(1));
  EXPECT_THAT(of(library.owen), IsEmpty());
  // Sent again with the day mended: the first is not written twice.
  auto again = two_panels();
  again.emplace_back(prefix(library.jane) + "saved", std::to_string(of(library.jane).at(0).plan.id.value));
  EXPECT_EQ(post(workshops::create_plans, library.gwen, {}, again).status, 303);
  EXPECT_THAT(of(library.jane), SizeIs(1));
  EXPECT_THAT(of(library.owen), SizeIs(1));
}

TEST_F(WorkshopPages, StoreAScreenSentTwiceOnce) {
  const auto first = header(post(workshops::create_plans, library.gwen, {}, two_panels()), "Location");
  const auto second = test::unchanged(
      library.database, [&] { return post(workshops::create_plans, library.gwen, {}, two_panels()); });
  EXPECT_EQ(second.status, 303);
  EXPECT_EQ(header(second, "Location"), first);
}

TEST_F(WorkshopPages, BelieveNoPlanOfSomebodyElse) {
  ASSERT_EQ(post(workshops::create_plans, library.gwen, {}, two_panels()).status, 303);
  Fields fields{{"do", "save"}, {"key", "k2"}, {"pick", pick(library.ada, slug(library.sian))}};
  panel(fields, library.sian, "Her hope");
  fields.emplace_back(prefix(library.sian) + "saved", std::to_string(of(library.jane).at(0).plan.id.value));
  EXPECT_EQ(post(workshops::create_plans, library.gwen, {}, fields).status, 303);
  EXPECT_THAT(of(library.sian), SizeIs(1)) << "it was not saved before";
}

TEST_F(WorkshopPages, WriteAnewWhereThePlanThatWasSavedIsClosed) {
  ASSERT_EQ(post(workshops::create_plans, library.gwen, {}, two_panels()).status, 303);
  const auto before = of(library.jane).at(0).plan.id;
  ASSERT_TRUE(plans::close(*library.scope(library.tom), *library.directory(), before, 1,
                           {.outcome = PlanOutcome::changed}));
  Fields fields{{"do", "save"}, {"key", "k2"}, {"pick", pick(library.priya, slug(library.jane))}};
  panel(fields, library.jane, "Another hope");
  fields.emplace_back(prefix(library.jane) + "saved", std::to_string(before.value));
  ASSERT_EQ(post(workshops::create_plans, library.gwen, {}, fields).status, 303);
  EXPECT_EQ(of(library.jane).at(0).plan.hope, "Another hope");
}

TEST_F(WorkshopPages, NameAPlanThatSomebodyBeganMeanwhile) {
  auto slow = two_panels();
  ASSERT_EQ(post(workshops::create_plans, library.gwen, {}, two_panels()).status, 303);
  for (auto& [name, value] : slow)
    if (name == "key") value = "k9";
  const auto answer =
      test::unchanged(library.database, [&] { return post(workshops::create_plans, library.tom, {}, slow); });
  EXPECT_EQ(answer.status, 409);
  EXPECT_THAT(answer.body, HasSubstr("There is a plan already: Gwen"));
  EXPECT_THAT(answer.body, HasSubstr("name=\"" + prefix(library.jane) + "hope\"")) << "with the words";
}

TEST_F(WorkshopPages, SaveNothingWhereNothingIsWritten) {
  Fields fields{{"do", "save"}, {"key", "k"}, {"pick", pick(library.priya, slug(library.jane))}};
  const auto answer = test::unchanged(
      library.database, [&] { return post(workshops::create_plans, library.gwen, {}, fields); });
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(answer.body, HasSubstr("Nothing is written yet"));
  EXPECT_EQ(post(workshops::create_plans, library.gwen, {}, {{"do", "save"}}).status, 404);
  EXPECT_EQ(get(show_plans, library.gwen, {}, {{"plan", "999"}}).status, 303) << "no such plan";
}

TEST_F(WorkshopPages, SayWhichWordsAreTooMany) {
  Fields fields{{"do", "save"}, {"key", "k"}, {"pick", pick(library.priya, slug(library.jane))}};
  panel(fields, library.jane, std::string(1'001, 'h'));
  const auto answer = test::unchanged(
      library.database, [&] { return post(workshops::create_plans, library.gwen, {}, fields); });
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(answer.body, HasSubstr("id=\"" + prefix(library.jane) + "hope-error\""));
  EXPECT_THAT(answer.body, HasSubstr(std::string(1'001, 'h')));
}

TEST_F(WorkshopPages, SayThatTheLevelsWereChangedAndTakeItTheSecondTime) {
  Fields fields{{"do", "save"}, {"key", "k"}, {"pick", pick(library.priya, slug(library.jane))}};
  panel(fields, library.jane, "A hope");
  for (auto& [name, value] : fields)
    if (name == prefix(library.jane) + "scale") value = "7";
  const auto answer = test::unchanged(
      library.database, [&] { return post(workshops::create_plans, library.gwen, {}, fields); });
  EXPECT_EQ(answer.status, 409);
  EXPECT_THAT(answer.body, HasSubstr("levels have been changed"));
  EXPECT_THAT(answer.body, HasSubstr("name=\"" + prefix(library.jane) + "scale\" value=\"1\""));
  for (auto& [name, value] : fields)
    if (name == prefix(library.jane) + "scale") value = "1";
  EXPECT_EQ(post(workshops::create_plans, library.gwen, {}, fields).status, 303);
}

TEST_F(WorkshopPages, GiveOneRowMore) {
  auto fields = two_panels();
  for (auto& [name, value] : fields)
    if (name == "do") value = "add-" + prefix(library.owen);
  const auto page = test::unchanged(library.database,
                                    [&] { return post(workshops::create_plans, library.gwen, {}, fields); });
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("name=\"" + prefix(library.owen) + "step-4-words\""));
  EXPECT_THAT(page.body, Not(HasSubstr("name=\"" + prefix(library.jane) + "step-4-words\"")));
  EXPECT_THAT(page.body, HasSubstr("Jane&#39;s hope"));
}

TEST_F(WorkshopPages, OfferServiceAreasInTheOrderOfThePlansOwnForm) {
  const auto page = get(workshops::show_choice, library.priya, {}).body;
  EXPECT_THAT(page, HasSubstr("name=\"area-" + id(library.tom) +
                              "\" class=\"middle\"><option value=\"\" selected>Overall</option>"
                              "<option value=\"teaching\">Teaching</option><option value=\"research\">"
                              "Research</option><option value=\"collections\">Collections</option>"));
}

TEST_F(WorkshopPages, CarryServiceAreasToTheScreen) {
  const auto answer = both_choose_jane("teaching", "");
  ASSERT_EQ(answer.status, 303);
  const auto location = header(answer, "Location");
  EXPECT_THAT(location, HasSubstr("pick=" + pick(library.priya, slug(library.jane)) + ".teaching"));
  EXPECT_TRUE(location.ends_with("pick=" + pick(library.tom, slug(library.jane)))) << location;
  const auto page = screen({{"pick", pick(library.priya, slug(library.jane)) + ".teaching"},
                            {"pick", pick(library.tom, slug(library.jane))},
                            {"pick", pick(library.ada, slug(library.jane)) + ".teaching"},
                            {"pick", pick(library.ada, slug(library.owen)) + ".dancing"}});
  EXPECT_THAT(page, HasSubstr("name=\"" + prefix(library.jane, "teaching") + "hope\""));
  EXPECT_THAT(page, HasSubstr("name=\"" + prefix(library.jane) + "hope\""));
  EXPECT_THAT(page, HasSubstr("Dr Jane Smith, teaching</a>"));
  EXPECT_THAT(page, Not(HasSubstr("Ada plans"))) << "one canvas for one relationship and area";
}

TEST_F(WorkshopPages, SayWhichServiceAreaIsNoneOrIsTaken) {
  const auto taken = both_choose_jane("teaching", "teaching");
  EXPECT_EQ(taken.status, 422);
  EXPECT_THAT(taken.body, HasSubstr("Priya has chosen the same relationship and service area."));
  EXPECT_THAT(taken.body, HasSubstr("<option value=\"teaching\" selected>")) << "what was chosen stays";
  const auto none = both_choose_jane("dancing", "");
  EXPECT_EQ(none.status, 422);
  EXPECT_THAT(none.body,
              HasSubstr("href=\"#area-" + id(library.priya) + "\">Choose what the plan is about."));
}

TEST_F(WorkshopPages, SaveAPlanForEachServiceArea) {
  const auto for_teaching = pick(library.priya, slug(library.jane)) + ".teaching";
  Fields fields{{"do", "save"},
                {"key", "k1"},
                {"pick", for_teaching},
                {"pick", pick(library.tom, slug(library.jane))},
                {"pick", pick(library.ada, slug(library.sian)) + ".research"}};
  panel(fields, library.jane, "Teaching's hope", "2026-11-20", "teaching");
  panel(fields, library.jane, "The whole's hope");
  const auto saved = post(workshops::create_plans, library.gwen, {}, fields);
  ASSERT_EQ(saved.status, 303);
  ASSERT_THAT(of(library.jane, ServiceArea::teaching), SizeIs(1));
  EXPECT_EQ(of(library.jane, ServiceArea::teaching).at(0).plan.hope, "Teaching's hope");
  ASSERT_THAT(of(library.jane), SizeIs(1));
  EXPECT_EQ(of(library.jane).at(0).plan.hope, "The whole's hope");
  const auto page =
      get(show_plans, library.dora, {},
          {{"plan", std::to_string(of(library.jane, ServiceArea::teaching).at(0).plan.id.value)},
           {"later", pick(library.ada, slug(library.sian)) + ".research"}})
          .body;
  EXPECT_THAT(page,
              HasSubstr("href=\"/people/jane-smith-4f2/plan?area=teaching\">Dr Jane Smith, teaching</a>"));
  EXPECT_THAT(page,
              HasSubstr("/plan?area=research\">Plan it<span class=\"vh\"> with Dr Siân Probert, research"));
}

TEST_F(WorkshopPages, WriteNoPlanOfAServiceAreaTwice) {
  Fields fields{
      {"do", "save"}, {"key", "k1"}, {"pick", pick(library.priya, slug(library.jane)) + ".teaching"}};
  panel(fields, library.jane, "Teaching's hope", "2026-11-20", "teaching");
  ASSERT_EQ(post(workshops::create_plans, library.gwen, {}, fields).status, 303);
  const auto made = of(library.jane, ServiceArea::teaching).at(0).plan.id;
  fields[1].second = "k2";
  fields.emplace_back(prefix(library.jane, "teaching") + "saved", std::to_string(made.value));
  const auto again = test::unchanged(library.database,
                                     [&] { return post(workshops::create_plans, library.gwen, {}, fields); });
  EXPECT_EQ(again.status, 303);
  EXPECT_THAT(header(again, "Location"), HasSubstr("plan=" + std::to_string(made.value)));
}

TEST_F(WorkshopPages, NameThePlanThatAServiceAreaHasAlready) {
  Fields fields{
      {"do", "save"}, {"key", "k1"}, {"pick", pick(library.priya, slug(library.jane)) + ".teaching"}};
  panel(fields, library.jane, "Teaching's hope", "2026-11-20", "teaching");
  ASSERT_EQ(post(workshops::create_plans, library.gwen, {}, fields).status, 303);
  EXPECT_THAT(screen({{"pick", pick(library.tom, slug(library.jane)) + ".teaching"}}),
              HasSubstr("There is a plan already."));
  EXPECT_THAT(screen({{"pick", pick(library.tom, slug(library.jane))},
                      {"pick", pick(library.tom, slug(library.jane)) + ".research"}}),
              Not(HasSubstr("There is a plan already.")));
  fields[1].second = "k2";
  const auto late = test::unchanged(library.database,
                                    [&] { return post(workshops::create_plans, library.tom, {}, fields); });
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(late.body, HasSubstr("Dr Jane Smith, teaching: There is a plan already: Gwen"));
}

TEST_F(WorkshopPages, TellWhosePlansWereShown) {
  ASSERT_EQ(post(workshops::create_plans, library.gwen, {}, two_panels()).status, 303);
  std::vector<Id<Person>> shown;
  const auto scope = library.scope(library.gwen);
  const auto directory = library.directory();
  http::Request request{.method = http::Method::get, .target = "/", .path = "/"};
  request.query.add("plan", std::to_string(of(library.jane).at(0).plan.id.value));
  const ui::Visit visit{.request = request, .scope = *scope, .csrf_token = "token"};
  (void)workshops::show_plans(visit, *directory, [&](Id<Person> person) { shown.push_back(person); });
  EXPECT_THAT(shown, testing::ElementsAre(library.jane));
}

}  // namespace
}  // namespace rapport
