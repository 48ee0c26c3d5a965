// Action plans over HTTP.
#include "plans/action_plan_pages.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "organisation/organisation.hpp"
#include "plans/action_plans.hpp"
#include "support/library_pages.hpp"
#include "support/unchanged.hpp"

namespace rapport {
namespace {

using testing::HasSubstr;
using testing::Not;

class ActionPlanPages : public testing::Test, protected test::LibraryPages {
 protected:
  std::string slug() { return library.directory()->org.find(library.nursing)->slug; }
  Fields of(std::string year = "2026") { return {{"unit", slug()}, {"year", std::move(year)}}; }
  Fields typed(std::string words = "Library <b>hour</b>") {
    return {{"words", std::move(words)},
            {"owner-1", std::to_string(library.priya.value)},
            {"due_on", "2027-02-28"},
            {"their_owners", "@Jane Smith"},
            {"asked", "yes"}};
  }
  Fields added() {
    EXPECT_EQ(post(action_plans::create_item, library.priya, of(), typed()).status, 303);
    const auto plan =
        action_plans::of(*library.scope(library.priya), *library.directory(), library.nursing, 2026).value();
    return {{"item", std::to_string(plan.items.back().id.value)}};
  }
  /// As the page of law's plan for 2026 does with an action of another department.
  http::Response carry_to_law(const PlanItem& item) {
    const auto number = std::to_string(item.id.value);
    const auto goal = "to-" + number;
    return post(action_plans::create_carrying, library.priya, {{"item", number}},
                {{"version", "1"},
                 {"from", "plan"},
                 {"shown", "2026"},
                 {"at", "law"},
                 {"to-field", goal},
                 {goal, "law"}});
  }
};

TEST_F(ActionPlanPages, OfferToBeginWhereThereIsNoPlan) {
  const auto page = get(action_plans::show_plan, library.priya, of());
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("Begin the plan"));
  EXPECT_THAT(get(action_plans::show_plan, library.dora, of()).body, Not(HasSubstr("Begin the plan")));
  EXPECT_EQ(post(action_plans::begin_plan, library.priya, of(), {{"template", ""}}).status, 303);
  EXPECT_THAT(get(action_plans::show_plan, library.priya, of()).body, HasSubstr("New action"));
}

TEST_F(ActionPlanPages, ShowAnActionWithItsOwners) {
  (void)added();
  const auto page = get(action_plans::show_plan, library.priya, of()).body;
  EXPECT_THAT(page, HasSubstr("Library &lt;b&gt;hour&lt;/b&gt;"));
  EXPECT_THAT(page, HasSubstr("with Jane Smith"));
  EXPECT_THAT(page, HasSubstr("Asked by them"));
  EXPECT_THAT(page, HasSubstr("By 28 Feb 2027"));
}

TEST_F(ActionPlanPages, ShowDirectorsNoForms) {
  const auto item = added();
  for (const auto& page : {get(action_plans::show_plan, library.dora, of()).body,
                           get(action_plans::show_item, library.dora, item).body}) {
    EXPECT_THAT(page, HasSubstr("Library &lt;b&gt;hour"));
    EXPECT_THAT(page, Not(HasSubstr("action=\"/plan-items")));
    EXPECT_THAT(page, Not(HasSubstr("name=\"words\"")));
  }
}

TEST_F(ActionPlanPages, KeepWhatWasTypedWhenItIsRefused) {
  for (const auto& [field, value] : Fields{
           {"due_on", "2027-02-29"}, {"due_on", "2026-11-11"}, {"their_owners", "@smith"}, {"words", ""}}) {
    auto fields = typed("Words of mine");
    fields.push_back({"success", "Seen by all"});
    for (auto& [name, kept] : fields)
      if (name == field) kept = value;
    const auto page = test::unchanged(
        library.database, [&] { return post(action_plans::create_item, library.priya, of(), fields); });
    EXPECT_EQ(page.status, 422) << field << value;
    EXPECT_THAT(page.body, HasSubstr("id=\"" + field + "-error\""));
    EXPECT_THAT(page.body, HasSubstr("Seen by all"));
  }
}

TEST_F(ActionPlanPages, StoreAFormSentTwiceOnce) {
  auto fields = typed();
  fields.push_back({"key", "once"});
  EXPECT_EQ(post(action_plans::create_item, library.priya, of(), fields).status, 303);
  EXPECT_EQ(post(action_plans::create_item, library.priya, of(), fields).status, 303);
  EXPECT_EQ(action_plans::of(*library.scope(library.priya), *library.directory(), library.nursing, 2026)
                ->items.size(),
            1U);
}

TEST_F(ActionPlanPages, ShowBothTextsToTheSecondTab) {
  const auto item = added();
  auto mine = typed("Priyas words"), theirs = typed("Toms words");
  mine.push_back({"version", "1"});
  theirs.push_back({"version", "1"});
  ASSERT_EQ(post(action_plans::update_item, library.tom, item, theirs).status, 303);
  const auto late = test::unchanged(
      library.database, [&] { return post(action_plans::update_item, library.priya, item, mine); });
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(late.body, HasSubstr("Toms words"));
  EXPECT_THAT(late.body, HasSubstr("Priyas words"));
  EXPECT_THAT(late.body, HasSubstr("name=\"version\" value=\"2\""));
  mine.back().second = "2";
  EXPECT_EQ(post(action_plans::update_item, library.priya, item, mine).status, 303)
      << "sent again it is kept";
}

TEST_F(ActionPlanPages, AskWhyOneIsDropped) {
  const auto item = added();
  const auto page = test::unchanged(library.database, [&] {
    return post(action_plans::update_state, library.priya, item, {{"version", "1"}, {"state", "dropped"}});
  });
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("Say in a few words why it is dropped"));
}

TEST_F(ActionPlanPages, GoBackToThePlanThatTheButtonStoodOn) {
  const auto item = added();
  const auto moved = post(action_plans::update_state, library.priya, item,
                          {{"version", "1"}, {"state", "done"}, {"from", "plan"}, {"text", "large"}});
  EXPECT_EQ(moved.status, 303);
  const auto location = std::ranges::find(moved.headers, "Location", &http::Header::name);
  ASSERT_NE(location, moved.headers.end());
  EXPECT_THAT(location->value, HasSubstr("/plan/2026?text=large#act-"));
}

TEST_F(ActionPlanPages, SetLastYearBesideThisOne) {
  ASSERT_EQ(post(action_plans::create_item, library.priya, of("2025"), {{"words", "From last year"}}).status,
            303);
  const auto page = get(action_plans::show_plan, library.priya, of()).body;
  EXPECT_THAT(page, HasSubstr("From last year"));
  EXPECT_THAT(page, HasSubstr("/carrying"));
  const auto old =
      action_plans::of(*library.scope(library.priya), *library.directory(), library.nursing, 2025)->items[0];
  const Fields item = {{"item", std::to_string(old.id.value)}};
  EXPECT_EQ(post(action_plans::create_carrying, library.priya, item,
                 {{"version", "1"}, {"outcome", "Half of it is taught"}})
                .status,
            303);
  const auto after = get(action_plans::show_plan, library.priya, of()).body;
  EXPECT_THAT(after, HasSubstr("Carried forward once"));
  EXPECT_THAT(after, HasSubstr("Half of it is taught")) << "what was typed is kept";
}

TEST_F(ActionPlanPages, CarryAForerunnersActionIntoTheDepartmentInWhichItGoesOn) {
  ASSERT_EQ(post(action_plans::create_item, library.priya, of("2025"), {{"words", "From last year"}}).status,
            303);
  const auto item =
      action_plans::of(*library.scope(library.priya), *library.directory(), library.nursing, 2025)->items[0];
  ASSERT_TRUE(organisation::close(*library.scope(library.ada), library.nursing, *Date::of(2026, 7, 31),
                                  std::array{library.law}));
  const Fields law = {{"unit", library.directory()->org.find(library.law)->slug}, {"year", "2026"}};
  const auto page = get(action_plans::show_plan, library.priya, law).body;
  EXPECT_THAT(page, HasSubstr("2025/26, Nursing &amp; Midwifery"));
  EXPECT_THAT(page, HasSubstr("From last year"));
  const auto goal = "to-" + std::to_string(item.id.value);
  EXPECT_THAT(page, HasSubstr("name=\"" + goal + "\" value=\"law\""));
  const auto carried = carry_to_law(item);
  ASSERT_EQ(carried.status, 303);
  const auto location = std::ranges::find(carried.headers, "Location", &http::Header::name);
  EXPECT_THAT(location->value, HasSubstr("/departments/law/plan/2026#act-"));
  EXPECT_EQ(action_plans::of(*library.scope(library.priya), *library.directory(), library.law, 2026)
                ->items.at(0)
                .words,
            "From last year");
  const auto closed = get(action_plans::show_plan, library.priya, of("2026")).body;
  EXPECT_THAT(closed, Not(HasSubstr("Begin the plan"))) << "it was closed before that year";
  EXPECT_THAT(closed, HasSubstr("It goes on in <a href=\"/departments/law/plan/2026\">Law</a>."));
}

TEST_F(ActionPlanPages, OfferActionsOfTheDepartmentThatAPartCameFrom) {
  ASSERT_EQ(post(action_plans::create_item, library.priya, of("2025"), {{"words", "From last year"}}).status,
            303);
  const auto item =
      action_plans::of(*library.scope(library.priya), *library.directory(), library.nursing, 2025)->items[0];
  ASSERT_TRUE(organisation::name_parts(*library.scope(library.ada), library.nursing,
                                       std::array{UnitPart{library.law, *Date::of(2026, 8, 1)}}));
  const Fields law = {{"unit", library.directory()->org.find(library.law)->slug}, {"year", "2026"}};
  const auto page = get(action_plans::show_plan, library.priya, law).body;
  EXPECT_THAT(page, HasSubstr("2025/26, from Nursing &amp; Midwifery (part)"));
  EXPECT_THAT(page, HasSubstr("A part of it is here since Saturday 1 August"));
  const auto action = "action=\"/plan-items/" + std::to_string(item.id.value);
  EXPECT_THAT(page, HasSubstr(action + "/carrying\""));
  EXPECT_THAT(page, Not(HasSubstr(action + "/state\""))) << "what became of it is for the other to say";
  const auto carried = carry_to_law(item);
  ASSERT_EQ(carried.status, 303);
  EXPECT_EQ(action_plans::of(*library.scope(library.priya), *library.directory(), library.law, 2026)
                ->items.at(0)
                .words,
            "From last year");
  EXPECT_THAT(get(action_plans::show_plan, library.priya, law).body, Not(HasSubstr(action + "/carrying\"")));
  EXPECT_THAT(get(action_plans::show_plan, library.priya, of("2026")).body, HasSubstr("Carried forward"));
  EXPECT_THAT(get(action_plans::show_plan, library.dora, law).body, Not(HasSubstr("Carry forward")));
}

TEST_F(ActionPlanPages, ArePlainAboutWhatIsNotThere) {
  for (const auto* year : {"1066", "x", "2026x", "-2026", "99999999999999999999", "2019", "0"})
    EXPECT_EQ(get(action_plans::show_plan, library.priya, of(year)).status, 404) << year;
  EXPECT_EQ(get(action_plans::show_plan, library.priya, {{"unit", "nowhere"}, {"year", "2026"}}).status, 404);
  for (const auto* id : {"0", "99", "x", "-1"}) {
    EXPECT_EQ(get(action_plans::show_item, library.priya, {{"item", id}}).status, 404) << id;
    EXPECT_EQ(post(action_plans::update_state, library.priya, {{"item", id}}, {{"state", "done"}}).status,
              404);
    EXPECT_EQ(post(action_plans::create_carrying, library.priya, {{"item", id}}, {}).status, 404);
    EXPECT_EQ(post(action_plans::create_note, library.priya, {{"item", id}}, {{"note", "a"}}).status, 404);
  }
}

}  // namespace
}  // namespace rapport
