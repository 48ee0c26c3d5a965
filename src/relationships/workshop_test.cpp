// Whom a workshop suggests, and what it saves; the front door on both engines.
#include "relationships/workshop.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "interactions/interactions.hpp"
#include "people/people.hpp"
#include "relationships/relationships.hpp"
#include "relationships/workshops.hpp"
#include "staff/staff.hpp"
#include "support/small_library.hpp"
#include "support/unchanged.hpp"

namespace rapport {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using workshops::Panel;
using workshops::PanelState;

const Date today = *Date::of(2026, 11, 12);

WorkshopFacts somebody(std::int64_t id, int days_ago, int level = 2) {
  return {.with = Id<Person>{id},
          .sort_key = "k",
          .last_on = today.plus_days(-days_ago),
          .level = level,
          .level_name = "In touch"};
}

WorkshopFacts with(WorkshopFacts facts, std::string WorkshopFacts::*words, std::string what) {
  facts.*words = std::move(what);
  return facts;
}

std::vector<std::int64_t> ids_of(const std::vector<WorkshopSuggestion>& suggestions) {
  std::vector<std::int64_t> ids;
  for (const auto& one : suggestions)
    if (const auto* person = std::get_if<Id<Person>>(&one.with))
      ids.push_back(person->value);
    else
      ids.push_back(-std::get<Id<OrgUnit>>(one.with).value);
  return ids;
}

TEST(WorkshopSuggestions, TakeTurnsBetweenReasons) {
  const auto quiet = &WorkshopFacts::quiet_words;
  const auto moved = &WorkshopFacts::move_words;
  EXPECT_THAT(ids_of(workshop_suggestions({somebody(1, 5), somebody(2, 3),
                                           with(somebody(3, 90), quiet, "Monthly until August"),
                                           with(somebody(4, 80), quiet, "Weekly until August"),
                                           with(somebody(5, 9), moved, "Working together?")})),
              ElementsAre(4, 5, 2, 3))
      << "quiet, moved, no plan; then the second of each, those spoken to last first";
  EXPECT_THAT(ids_of(workshop_suggestions({somebody(1, 5), {.with = Id<OrgUnit>{7}, .sort_key = "a"}})),
              ElementsAre(1, -7));
  EXPECT_THAT(workshop_suggestions({}), IsEmpty());
}

TEST(WorkshopSuggestions, SayWhy) {
  auto slipping = somebody(1, 90);
  slipping.is_slipping = true;
  EXPECT_EQ(workshop_suggestions({slipping}).at(0).reason, "Slipping at In touch");
  EXPECT_EQ(workshop_suggestions({somebody(1, 5)}).at(0).reason, "In touch, and no plan yet");
  EXPECT_EQ(workshop_suggestions({with(somebody(1, 5), &WorkshopFacts::quiet_words, "Monthly until August")})
                .at(0)
                .reason,
            "Monthly until August");
}

TEST(WorkshopSuggestions, LeaveOutWhomNobodyHasMet) {
  EXPECT_THAT(workshop_suggestions({somebody(1, 5, 0)}), IsEmpty());
}

TEST(WorkshopSuggestions, DoNotDependOnTheOrderTheyAreGivenIn) {
  std::vector<WorkshopFacts> facts;
  for (int i = 1; i <= 6; ++i) facts.push_back(somebody(i, i % 3));
  const auto first = workshop_suggestions(facts);
  std::ranges::reverse(facts);
  EXPECT_EQ(workshop_suggestions(facts), first);
  EXPECT_THAT(first, SizeIs(workshop_suggestions_max));
}

class Workshops : public testing::TestWithParam<db::Engine> {
 protected:
  test::SmallLibrary library{GetParam()};

  void talk(Id<Person> with, int days_ago, Visibility visibility = Visibility::library) {
    ASSERT_TRUE(interactions::record(*library.scope(library.priya), *library.directory(),
                                     {.happened_on = library.today().plus_days(-days_ago),
                                      .note = "A word",
                                      .visibility = visibility,
                                      .people = {{with}}}));
  }
  void move(Id<Person> whom, int level) {
    ASSERT_TRUE(relationships::move(*library.scope(library.priya), *library.directory(),
                                    {.with = whom, .level = level, .reason = "Met", .seen_scale = 1}));
  }
  std::vector<WorkshopSuggestion> offered(Id<Staff> member, Id<Staff> viewer) {
    const auto directory = library.directory();
    const StaffEntry* members[] = {directory->staff.find(member)};
    return workshops::offers(*library.scope(viewer), *directory, members).at(0).suggestions;
  }
  PlanForm filled(std::string hope) {
    auto form = empty_plan_form(starting_scale(), {}, library.priya, library.today());
    form.hope = std::move(hope);
    form.aim = "2";
    form.rows[0].words = "Say hello";
    form.rows[0].due = "2026-11-20";
    return form;
  }
  std::vector<Panel> panels(const std::vector<WorkshopPick>& picks) {
    return workshops::panels(*library.scope(library.gwen), *library.directory(), picks);
  }
  void save(std::vector<Panel>& all, std::string_view key = "k", std::optional<Id<Staff>> by = {}) {
    workshops::save(*library.scope(by.value_or(library.gwen)), *library.directory(), key, all);
  }
  std::vector<plans::Plan> of(RelationshipWith with, ServiceArea area = ServiceArea::overall) {
    return plans::of(*library.scope(library.tom), *library.directory(), with, area);
  }
};

INSTANTIATE_TEST_SUITE_P(Engines, Workshops, test::on_each_engine(), test::engine_test_name);

TEST_P(Workshops, SuggestOutOfTheDepartmentsThatAColleagueLooksAfter) {
  talk(library.jane, 3);
  talk(library.owen, 3);
  move(library.jane, 2);
  move(library.owen, 2);
  const auto for_priya = offered(library.priya, library.gwen);
  ASSERT_THAT(for_priya, SizeIs(2)) << "Jane and her department; Owen is in another";
  EXPECT_EQ(for_priya[0], (WorkshopSuggestion{library.jane, "In touch, and no plan yet"}));
  EXPECT_EQ(for_priya[1].with, RelationshipWith(library.nursing));
}

TEST_P(Workshops, SuggestNobodyTwiceAndNobodyWhoHasAPlan) {
  talk(library.jane, 3);
  talk(library.sian, 5);
  move(library.jane, 2);
  move(library.sian, 2);
  const auto directory = library.directory();
  const StaffEntry* twice[] = {directory->staff.find(library.priya), directory->staff.find(library.priya)};
  const auto both = workshops::offers(*library.scope(library.gwen), *directory, twice);
  EXPECT_THAT(both.at(0).suggestions, SizeIs(3));
  EXPECT_THAT(both.at(1).suggestions, IsEmpty());
  auto all = panels({{library.priya, library.jane}});
  all[0].form = filled("A hope");
  all[0].form.aim = "3";
  save(all);
  EXPECT_EQ(offered(library.priya, library.gwen).at(0).with, RelationshipWith(library.sian));
}

TEST_P(Workshops, SuggestNothingThatRestrictedConversationsWouldTell) {
  talk(library.jane, 3, Visibility::restricted);
  move(library.jane, 2);
  for (const auto& one : offered(library.priya, library.priya))
    EXPECT_NE(one.with, RelationshipWith(library.jane));
}

TEST_P(Workshops, SaveWhatIsInOrderAndKeepTheRest) {
  auto all = panels({{library.priya, library.jane},
                     {library.tom, library.owen},
                     {library.ada, library.sian},
                     {library.gwen, library.law}});
  all[0].form = filled("In every placement");
  all[1].form = filled("");
  all[3].form = filled("With all of Law");
  all[3].is_not_today = true;
  save(all);
  EXPECT_EQ(all[0].state, PanelState::saved);
  EXPECT_EQ(all[1].state, PanelState::refused);
  EXPECT_EQ(all[1].faults.at(0).field, "hope");
  EXPECT_EQ(all[1].form.rows[0].words, "Say hello") << "its words stay";
  EXPECT_EQ(all[2].state, PanelState::not_today);
  EXPECT_EQ(all[3].state, PanelState::not_today) << "somebody ticked that";
  EXPECT_THAT(of(library.jane), SizeIs(1));
  EXPECT_THAT(of(library.owen), IsEmpty());
  EXPECT_THAT(of(library.sian), IsEmpty());
  EXPECT_THAT(of(library.law), IsEmpty());
}

TEST_P(Workshops, AskTheColleagueForWhomItWasWritten) {
  auto all = panels({{library.tom, library.jane}});
  all[0].form = filled("A hope");
  save(all);
  const auto plan = of(library.jane).at(0).plan;
  EXPECT_EQ(plan.made_by, library.gwen);
  EXPECT_EQ(plan.reviewer(), library.tom);
  const auto asked = [&](Id<Staff> who) {
    return plans::to_review(*library.scope(who, 120 * 24 * 60), *library.directory()).size();
  };
  EXPECT_EQ(asked(library.tom), 1U);
  EXPECT_EQ(asked(library.gwen), 0U);
}

TEST_P(Workshops, AskNobodyWhoDoesNotLog) {
  auto all = panels({{library.dora, library.jane}});
  all[0].form = filled("A hope");
  test::unchanged(library.database, [&] { return save(all), 0; });
  EXPECT_EQ(all[0].faults.at(0).field, "review_by");
}

TEST_P(Workshops, AreSavedOnceWhenSentTwice) {
  auto first = panels({{library.priya, library.jane}, {library.tom, library.owen}});
  first[0].form = filled("A hope");
  first[1].form = filled("");
  auto second = first;
  save(first);
  test::unchanged(library.database, [&] { return save(second), 0; });
  EXPECT_EQ(second[0].state, PanelState::saved);
  EXPECT_EQ(second[0].plan->plan.id, first[0].plan->plan.id);
  EXPECT_THAT(of(library.jane), SizeIs(1));
}

TEST_P(Workshops, ShowWhatAColleaguePlannedMeanwhileAndKeepTheWords) {
  auto slow = panels({{library.priya, library.jane}});
  auto fast = panels({{library.tom, library.jane}});
  fast[0].form = filled("A faster hope");
  save(fast, "fast");
  slow[0].form = filled("A slower hope");
  test::unchanged(library.database, [&] { return save(slow, "slow"), 0; });
  EXPECT_EQ(slow[0].state, PanelState::refused);
  EXPECT_THAT(slow[0].clash, HasSubstr("There is a plan already"));
  EXPECT_EQ(slow[0].plan->plan.hope, "A faster hope");
  EXPECT_EQ(slow[0].form.hope, "A slower hope");
  EXPECT_EQ(panels({{library.priya, library.jane}}).at(0).state, PanelState::refused)
      << "said before they write";
}

TEST_P(Workshops, PlanForEachServiceAreaByItself) {
  const WorkshopPick teaching{library.priya, library.jane, ServiceArea::teaching};
  auto slow = panels({teaching});
  auto all =
      panels({teaching, {library.tom, library.jane}, {library.tom, library.jane, ServiceArea::research}});
  for (auto& panel : all) {
    auto form = filled("A hope");
    form.area = panel.form.area;
    panel.form = std::move(form);
  }
  save(all);
  for (const auto area : {ServiceArea::teaching, ServiceArea::overall, ServiceArea::research}) {
    ASSERT_THAT(of(library.jane, area), SizeIs(1)) << code(area);
    EXPECT_EQ(of(library.jane, area).at(0).plan.area, area);
  }
  auto late = panels({teaching, {library.tom, library.jane, ServiceArea::collections}});
  EXPECT_EQ(late[0].state, PanelState::refused) << "said before they write";
  EXPECT_EQ(late[0].plan->plan.id, of(library.jane, ServiceArea::teaching).at(0).plan.id);
  EXPECT_EQ(late[1].state, PanelState::open);
  slow[0].form.hope = "A slower hope";
  test::unchanged(library.database, [&] { return save(slow, "slow"), 0; });
  EXPECT_THAT(slow[0].clash, HasSubstr("There is a plan already"));
  EXPECT_EQ(slow[0].plan->plan.area, ServiceArea::teaching) << "the one that is there is shown";
}

TEST_P(Workshops, LookAtWhereTheServiceAreaStands) {
  move(library.jane, 3);
  const auto all =
      panels({{library.priya, library.jane, ServiceArea::teaching}, {library.tom, library.jane}});
  EXPECT_EQ(all[0].standing.level(), 0);
  EXPECT_EQ(all[0].form.aim, "1");
  EXPECT_EQ(all[1].standing.level(), 3);
  EXPECT_NE(field_prefix(all[0].pick), field_prefix(all[1].pick));
}

TEST_P(Workshops, TellOfASuggestedMoveWhereThatIsAboutTheWhole) {
  talk(library.jane, 3);
  const auto all =
      panels({{library.priya, library.jane, ServiceArea::teaching}, {library.tom, library.jane}});
  EXPECT_EQ(all[0].reason, "");
  EXPECT_THAT(all[1].reason, HasSubstr("Acquainted?"));
}

TEST_P(Workshops, SaveNothingForDirectorsAndForWhoHasLeft) {
  auto all = panels({{library.priya, library.jane}});
  all[0].form = filled("A hope");
  test::unchanged(library.database, [&] { return save(all, "k", library.dora), 0; });
  EXPECT_EQ(all[0].state, PanelState::refused);
  ASSERT_TRUE(people::mark_left(*library.scope(library.priya), library.jane, library.today()));
  auto late = panels({{library.priya, library.jane}});
  EXPECT_EQ(late[0].state, PanelState::refused);
  late[0].form = filled("A hope");
  test::unchanged(library.database, [&] { return save(late), 0; });
  EXPECT_THAT(late[0].clash, HasSubstr("has left"));
}

TEST_P(Workshops, AreOneForAMergedPerson) {
  ASSERT_TRUE(people::merge(*library.scope(library.priya), library.jane, library.sian));
  const auto directory = library.directory();
  const auto token = token_of({library.priya, library.sian}, *directory);
  EXPECT_EQ(workshop_pick_of(token, *directory), (WorkshopPick{library.priya, library.jane}));
}

TEST_P(Workshops, ReadPicksOutOfAnAddressAndNothingElse) {
  const auto directory = library.directory();
  for (const RelationshipWith& one : {RelationshipWith(library.jane), RelationshipWith(library.law)}) {
    for (const auto area : service_areas) {
      const WorkshopPick pick{library.tom, one, area};
      EXPECT_EQ(workshop_pick_of(token_of(pick, *directory), *directory), pick);
    }
  }
  const auto priya = std::to_string(library.priya.value);
  EXPECT_EQ(token_of({library.priya, library.jane}, *directory), priya + ".people.jane-smith-4f2")
      << "as addresses were before there were areas in them";
  const auto director = std::to_string(library.dora.value) + ".people.jane-smith-4f2";
  for (const auto& text :
       {std::string(), std::string("."), std::string(".."), std::string("1"), std::string("1.people"),
        std::string("1.people."), std::string("0.people.jane-smith-4f2"),
        std::string("x.people.jane-smith-4f2"), std::string("1.persons.jane-smith-4f2"), director,
        priya + ".people.jane-smith-4f2.", priya + ".people.jane-smith-4f2.dancing",
        priya + ".people.jane-smith-4f2.Teaching", priya + ".people.jane-smith-4f2.teaching.",
        std::string(100'000, '.')})
    EXPECT_FALSE(workshop_pick_of(text, *directory)) << text.substr(0, 60);
}

}  // namespace
}  // namespace rapport
