// Scale-up plans over HTTP.
#include "relationships/plan_pages.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "people/people.hpp"
#include "relationships/plans.hpp"
#include "relationships/relationships.hpp"
#include "support/library_pages.hpp"
#include "support/unchanged.hpp"

namespace rapport {
namespace {

using testing::HasSubstr;
using testing::Not;
class PlanPages : public testing::Test, protected test::LibraryPages {
 protected:
  Fields typed(std::string hope = "Search help in every placement") {
    return {{"do", "save"},
            {"aim", "2"},
            {"hope", std::move(hope)},
            {"matters", "Students <b>on time</b>"},
            {"review_on", "2027-02-12"},
            {"scale", "1"},
            {"version", "1"},
            {"rows", "3"},
            {"step-1-words", "Ask what students lack"},
            {"step-1-owner", std::to_string(library.priya.value)},
            {"step-1-due", "2026-11-20"}};
  }
  static void set(Fields& fields, std::string_view name, std::string value) {
    for (auto& [key, kept] : fields)
      if (key == name) kept = std::move(value);
  }
  Fields begun() {
    EXPECT_EQ(post(plans::create_plan, library.priya, of_jane, typed()).status, 303);
    const auto all = plans::of(*library.scope(library.priya), *library.directory(), library.jane);
    return {{"plan", std::to_string(all.at(0).plan.id.value)}};
  }
};

TEST_F(PlanPages, OfferTheFormWhereNothingIsPlanned) {
  const auto page = get(plans::show_plan, library.priya, of_jane);
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("name=\"step-3-words\""));
  EXPECT_THAT(page.body, Not(HasSubstr("name=\"step-4-words\"")));
  EXPECT_THAT(page.body, HasSubstr("Five levels as a staircase"));
  EXPECT_THAT(page.body, Not(HasSubstr("Dora"))) << "directors do not log";
  EXPECT_THAT(page.body, HasSubstr("What matters to them?"));
  EXPECT_THAT(page.body, HasSubstr("In the words that they would use"));
}

TEST_F(PlanPages, ShowDirectorsNoForm) {
  const auto page = get(plans::show_plan, library.dora, of_jane).body;
  EXPECT_THAT(page, Not(HasSubstr("<textarea")));
  EXPECT_THAT(page, HasSubstr("No plan is written"));
  (void)begun();
  const auto written = get(plans::show_plan, library.dora, of_jane).body;
  EXPECT_THAT(written, HasSubstr("Search help in every placement"));
  EXPECT_THAT(written, Not(HasSubstr("Change the plan")));
}

TEST_F(PlanPages, GiveTheFormBackWithOneRowMore) {
  auto fields = typed();
  set(fields, "do", "add");
  const auto page = test::unchanged(library.database,
                                    [&] { return post(plans::create_plan, library.priya, of_jane, fields); });
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("name=\"step-4-words\""));
  EXPECT_THAT(page.body, HasSubstr("value=\"Ask what students lack\""));
  EXPECT_THAT(page.body, HasSubstr("Students &lt;b&gt;on time&lt;/b&gt;"));
  set(fields, "rows", "8");
  EXPECT_THAT(post(plans::create_plan, library.priya, of_jane, fields).body, Not(HasSubstr("step-9-words")));
  set(fields, "rows", "80000");
  EXPECT_EQ(post(plans::create_plan, library.priya, of_jane, fields).status, 200);
}

TEST_F(PlanPages, ShowAPlanThatWasBegun) {
  (void)begun();
  const auto page = get(plans::show_plan, library.tom, of_jane).body;
  EXPECT_THAT(page, HasSubstr("Aim: In touch by Friday 12 February 2027, in one step."));
  EXPECT_THAT(page, HasSubstr("Ask what students lack"));
  EXPECT_THAT(page, HasSubstr("Students &lt;b&gt;on time&lt;/b&gt;"));
  EXPECT_THAT(page, HasSubstr("Change the plan"));
}

TEST_F(PlanPages, KeepWhatWasTypedWhenItIsRefused) {
  auto fields = typed("A hope of mine");
  set(fields, "step-1-due", "2026-02-31");
  const auto page = test::unchanged(library.database,
                                    [&] { return post(plans::create_plan, library.priya, of_jane, fields); });
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("A hope of mine"));
  EXPECT_THAT(page.body, HasSubstr("id=\"step-1-due-error\""));
}

TEST_F(PlanPages, NameThePlanThatIsThereAlready) {
  (void)begun();
  const auto page = test::unchanged(library.database, [&] {
    return post(plans::create_plan, library.tom, of_jane, typed("My other hope"));
  });
  EXPECT_EQ(page.status, 409);
  EXPECT_THAT(page.body, HasSubstr("There is a plan already: Priya"));
  EXPECT_THAT(page.body, HasSubstr("My other hope"));
}

TEST_F(PlanPages, KeepTheWordsWhereTheLevelsWereChangedMeanwhile) {
  auto fields = typed("A hope of mine");
  set(fields, "scale", "7");
  const auto page = test::unchanged(library.database,
                                    [&] { return post(plans::create_plan, library.priya, of_jane, fields); });
  EXPECT_EQ(page.status, 409);
  EXPECT_THAT(page.body, HasSubstr("levels have been changed"));
  EXPECT_THAT(page.body, HasSubstr("A hope of mine"));
  EXPECT_THAT(page.body, HasSubstr("name=\"scale\" value=\"1\"")) << "sent again, it is good";
}

TEST_F(PlanPages, OfferNoFormForWhoHasLeftAndKeepWhatWasTyped) {
  ASSERT_TRUE(people::mark_left(*library.scope(library.priya), library.jane, library.today()));
  const auto empty = get(plans::show_plan, library.priya, of_jane);
  EXPECT_EQ(empty.status, 200);
  EXPECT_THAT(empty.body, Not(HasSubstr("<textarea")));
  const auto page = test::unchanged(library.database, [&] {
    return post(plans::create_plan, library.priya, of_jane, typed("A hope of mine"));
  });
  EXPECT_EQ(page.status, 409);
  EXPECT_THAT(page.body, HasSubstr("has left"));
  EXPECT_THAT(page.body, HasSubstr("A hope of mine"));
}

TEST_F(PlanPages, LeadFromAMergedRecordToTheOneThatRemains) {
  ASSERT_TRUE(people::merge(*library.scope(library.priya), library.sian, library.jane));
  const auto page = get(plans::show_plan, library.priya, of_jane);
  EXPECT_EQ(page.status, 303);
  ASSERT_EQ(post(plans::create_plan, library.priya, of_jane, typed()).status, 303);
  EXPECT_EQ(plans::of(*library.scope(library.tom), *library.directory(), library.sian).size(), 1U);
}

TEST_F(PlanPages, StoreAFormSentTwiceOnce) {
  auto fields = typed();
  fields.push_back({"key", "abc"});
  EXPECT_EQ(post(plans::create_plan, library.priya, of_jane, fields).status, 303);
  EXPECT_EQ(post(plans::create_plan, library.priya, of_jane, fields).status, 303);
  EXPECT_EQ(plans::of(*library.scope(library.priya), *library.directory(), library.jane).size(), 1U);
}

TEST_F(PlanPages, ShowBothVersionsToTheSecondTab) {
  const auto plan = begun();
  ASSERT_EQ(post(plans::update_plan, library.tom, plan, typed("Toms hope")).status, 303);
  const auto late = test::unchanged(
      library.database, [&] { return post(plans::update_plan, library.priya, plan, typed("Priyas hope")); });
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(late.body, HasSubstr("Toms hope"));
  EXPECT_THAT(late.body, HasSubstr("Priyas hope"));
  EXPECT_THAT(late.body, HasSubstr("name=\"version\" value=\"2\""));
}

TEST_F(PlanPages, CloseAPlanAndListIt) {
  const auto plan = begun();
  EXPECT_THAT(get(plans::new_closing, library.tom, plan, {{"outcome", "reached"}}).body,
              HasSubstr("value=\"reached\" checked"));
  const auto missing = test::unchanged(library.database, [&] {
    return post(plans::create_closing, library.tom, plan, {{"version", "1"}, {"learnt", "Visits help"}});
  });
  EXPECT_EQ(missing.status, 422);
  EXPECT_THAT(missing.body, HasSubstr("Visits help"));
  ASSERT_EQ(post(plans::create_closing, library.tom, plan,
                 {{"version", "1"}, {"outcome", "reached"}, {"learnt", "Visits help"}, {"drops", "yes"}})
                .status,
            303);
  const auto page = get(plans::show_plan, library.dora, of_jane).body;
  EXPECT_THAT(page, HasSubstr("Earlier plans"));
  EXPECT_THAT(page, HasSubstr("Visits help"));
  EXPECT_EQ(get(plans::edit_plan, library.tom, plan).status, 303) << "a closed one is only read";
  EXPECT_EQ(post(plans::update_plan, library.tom, plan, typed()).status, 409);
}

TEST_F(PlanPages, KnowDepartmentsAndAreas) {
  const auto directory = library.directory();
  const Fields of_nursing = {{"unit", directory->org.find(library.nursing)->slug}};
  auto fields = typed();
  fields.push_back({"area", "teaching"});
  ASSERT_EQ(post(plans::create_plan, library.priya, of_nursing, fields).status, 303);
  EXPECT_THAT(get(plans::show_plan, library.priya, of_nursing, {{"area", "teaching"}}).body,
              HasSubstr("Ask what students lack"));
  EXPECT_THAT(get(plans::show_plan, library.priya, of_nursing).body,
              Not(HasSubstr("Ask what students lack")));
}

TEST_F(PlanPages, ArePlainAboutWhatIsNotThere) {
  EXPECT_EQ(get(plans::show_plan, library.priya, {{"person", "nobody"}}).status, 404);
  for (const auto* id : {"0", "99", "x", "-1", "99999999999999999999"}) {
    EXPECT_EQ(get(plans::edit_plan, library.priya, {{"plan", id}}).status, 404) << id;
    EXPECT_EQ(post(plans::create_closing, library.priya, {{"plan", id}}, {}).status, 404) << id;
    EXPECT_EQ(post(plans::remove_question, library.priya, {{"plan", id}}, {}).status, 404) << id;
  }
}

}  // namespace
}  // namespace rapport
