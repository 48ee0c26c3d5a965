// The rules of action plans and templates.
#include "plans/action_plan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.hpp"
#include "organisation/academic_calendar.hpp"
#include "plans/item_form.hpp"
#include "support/small_library.hpp"

namespace rapport {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const Date today = *Date::of(2026, 11, 12);

std::vector<std::string> fields(const std::vector<Fault>& faults) {
  std::vector<std::string> names;
  for (const auto& fault : faults) names.push_back(fault.field);
  return names;
}

std::vector<std::string> faults(ItemDraft draft, int year = 2026, std::optional<Date> before = {}) {
  return fields(faults_of(tidied(std::move(draft)), {.academic_year = year, .before = before, .today = today},
                          AcademicYears()));
}

TEST(ActionPlan, AsksForWordsAndNothingElse) {
  EXPECT_THAT(faults({.words = "Library hour"}), IsEmpty());
  EXPECT_THAT(faults({.words = "  "}), ElementsAre("words"));
}

TEST(ActionPlan, KeepsTextsShort) {
  const auto many = [](std::size_t count) { return std::string(count, 'x'); };
  EXPECT_THAT(faults({.words = many(300)}), IsEmpty());
  EXPECT_THAT(
      faults({.theme = many(81), .words = many(301), .success = many(1'001), .their_owners = many(301)}),
      ElementsAre("words", "theme", "success", "their_owners"));
}

TEST(ActionPlan, TakesDaysOfItsYearAndTheNext) {
  const auto due = [&](int year, unsigned month, unsigned day, int plan = 2026) {
    return faults({.words = "a", .due_on = *Date::of(year, month, day)}, plan);
  };
  EXPECT_THAT(due(2026, 11, 12), IsEmpty()) << "today";
  EXPECT_THAT(due(2026, 11, 11), ElementsAre("due_on")) << "yesterday";
  EXPECT_THAT(due(2028, 7, 31), IsEmpty()) << "the last day of the year after";
  EXPECT_THAT(due(2028, 8, 1), ElementsAre("due_on"));
  EXPECT_THAT(due(2028, 2, 29), IsEmpty()) << "there is such a day in 2028";
  EXPECT_THAT(due(2027, 7, 31, 2027), ElementsAre("due_on")) << "the day before a plan's year begins";
  EXPECT_THAT(due(2027, 8, 1, 2027), IsEmpty());
}

TEST(ActionPlan, LeavesADayThatHasPassedWhereItStood) {
  const auto past = *Date::of(2026, 10, 1);
  EXPECT_THAT(faults({.words = "a", .due_on = past}, 2026, past), IsEmpty());
  EXPECT_THAT(faults({.words = "a", .due_on = past.plus_days(1)}, 2026, past), ElementsAre("due_on"));
}

TEST(ActionPlan, AsksForAReasonToDropOne) {
  EXPECT_THAT(fields(faults_of(StateDraft{ItemState::dropped, ""})), ElementsAre("outcome"));
  EXPECT_THAT(faults_of(StateDraft{ItemState::dropped, "The module ends"}), IsEmpty());
  EXPECT_THAT(faults_of(StateDraft{ItemState::done, ""}), IsEmpty());
  EXPECT_THAT(fields(faults_of(StateDraft{ItemState::carried_forward, ""})), ElementsAre("state"));
}

TEST(ActionPlan, IsDoneOnceEveryPromiseIsKept) {
  const Zone zone("Europe/London");
  const auto kept = zone.instant_of(*Date::of(2027, 3, 4), TimeOfDay{23 * 60 + 30});
  const ItemOwner ticked{.staff = {1}, .promise = Id<Promise>{1}, .kept_at = kept};
  const ItemOwner waiting{.staff = {2}, .promise = Id<Promise>{2}};
  const ItemOwner off_the_list{.staff = {3}, .promise = Id<Promise>{3}, .is_dropped = true};
  const auto state = [&](std::vector<ItemOwner> owners) {
    PlanItem item{.owners = std::move(owners)};
    settle(item, zone);
    EXPECT_EQ(item.is_over(), item.closed_on.has_value());
    return item.state;
  };
  EXPECT_EQ(state({}), ItemState::open);
  EXPECT_EQ(state({ticked}), ItemState::done);
  EXPECT_EQ(state({ticked, waiting}), ItemState::open);
  EXPECT_EQ(state({ticked, off_the_list}), ItemState::done);
  EXPECT_EQ(state({off_the_list}), ItemState::open);
  EXPECT_EQ(state({ItemOwner{.staff = {4}}}), ItemState::open) << "no day, no promise";
}

TEST(ActionPlan, IsDoneOnTheDayOfTheInstitution) {
  const Zone zone("Europe/London");
  PlanItem item{.owners = {{.staff = {1},
                            .promise = Id<Promise>{1},
                            .kept_at = zone.instant_of(*Date::of(2027, 7, 31), TimeOfDay{23 * 60 + 59})}}};
  settle(item, zone);
  EXPECT_EQ(item.closed_on, Date::of(2027, 7, 31)) << "an hour later by the clock of Greenwich";
}

TEST(ActionPlan, IsBegunForLastYearThisAndTheNext) {
  for (const auto& [day, first, last] :
       {std::tuple(*Date::of(2027, 7, 31), 2025, 2027), std::tuple(*Date::of(2027, 8, 1), 2026, 2028),
        std::tuple(*Date::of(2028, 2, 29), 2026, 2028)}) {
    for (int year = 2020; year <= 2032; ++year)
      EXPECT_EQ(may_begin(year, day, AcademicYears()), year >= first && year <= last)
          << year << " on " << day.iso();
  }
}

TEST(ActionPlan, HasASecondHalfFromFebruaryOn) {
  EXPECT_FALSE(is_second_half(2026, *Date::of(2027, 1, 31), AcademicYears()));
  EXPECT_TRUE(is_second_half(2026, *Date::of(2027, 2, 1), AcademicYears()));
  EXPECT_TRUE(is_second_half(2027, *Date::of(2028, 2, 29), AcademicYears()));
  EXPECT_TRUE(is_second_half(2026, *Date::of(2027, 7, 31), AcademicYears()));
  EXPECT_FALSE(is_second_half(2026, *Date::of(2027, 8, 1), AcademicYears()));
  const auto january = AcademicYears().with({2027, 1});
  EXPECT_EQ(half_of(2026, january), *Date::of(2026, 10, 1)) << "a year of five months";
  EXPECT_EQ(half_of(2027, january), *Date::of(2027, 7, 1));
}

TEST(ActionPlan, AsksWhetherItIsStillWantedAtTwo) {
  PlanItem item{.carried_count = 1};
  EXPECT_FALSE(item.asks_whether_still_wanted());
  item.carried_count = 2;
  EXPECT_TRUE(item.asks_whether_still_wanted());
  item.state = ItemState::done;
  EXPECT_FALSE(item.asks_whether_still_wanted());
}

TEST(ActionPlan, CountsInWords) {
  EXPECT_EQ(words_of(counts_of({}, today)), "Nothing is planned yet");
  const std::vector<PlanItem> items{{.state = ItemState::done, .closed_on = today},
                                    {.due_on = today.plus_days(-1)},
                                    {.due_on = today, .state = ItemState::under_way}};
  const auto counts = counts_of(items, today);
  EXPECT_EQ(words_of(counts), "1 done, 1 under way, 1 not started");
  EXPECT_EQ(counts.overdue, 1) << "of today is not late yet";
}

RC_GTEST_PROP(ActionPlanProperty, EveryItemCountsOnce, (const std::vector<int>& states)) {
  std::vector<PlanItem> items;
  for (const int state : states)
    items.push_back({.state = item_states[static_cast<unsigned>(state) % std::size(item_states)]});
  const auto counts = counts_of(items, today);
  RC_ASSERT(counts.all ==
            counts.open + counts.under_way + counts.done + counts.carried_forward + counts.dropped);
  RC_ASSERT(counts.all == static_cast<int>(items.size()));
}

RC_GTEST_PROP(ActionPlanProperty, TidyingTwiceIsTidyingOnce, (const std::vector<int>& owners)) {
  ItemDraft draft{.theme = " a  b ", .words = " c\n d", .success = " e \n\n f "};
  for (const int owner : owners) draft.owners.push_back({owner % 5});
  const auto once = tidied(draft);
  RC_ASSERT(tidied(once) == once);
  for (const auto owner : once.owners)
    RC_ASSERT(owner.value > 0 && std::ranges::count(once.owners, owner) == 1);
}

TEST(PlanTemplate, ReadsThemesAndTheirActions) {
  const auto read = read_template(
      "First of all\n# Teaching\n- An hour | Week three\n * Another\n#Lists\n\n# \n-\n# Teaching\n- Last");
  EXPECT_THAT(read.themes, ElementsAre("Teaching", "Lists"));
  EXPECT_THAT(
      read.items,
      ElementsAre(StartingItem{"", "First of all", ""}, StartingItem{"Teaching", "An hour", "Week three"},
                  StartingItem{"Teaching", "Another", ""}, StartingItem{"Teaching", "Last", ""}));
}

TEST(PlanTemplate, StartsWithOneThatHasNoFault) {
  EXPECT_THAT(faults_of(tidied(starting_template())), IsEmpty());
  EXPECT_GE(read_template(starting_template().content).themes.size(), 4U);
}

TEST(PlanTemplate, RefusesWhatIsEmptyOrTooLong) {
  EXPECT_THAT(fields(faults_of(TemplateDraft{})), ElementsAre("name", "content"));
  std::string many;
  for (int i = 0; i < 31; ++i) many += "- one\n";
  EXPECT_THAT(fields(faults_of(TemplateDraft{"a", many})), ElementsAre("content"));
  EXPECT_THAT(fields(faults_of(TemplateDraft{"a", std::string(301, 'x')})), ElementsAre("content"));
  EXPECT_THAT(fields(faults_of(TemplateDraft{std::string(81, 'x'), "# a"})), ElementsAre("name"));
}

TEST(TheirNames, AreReadAsTheCaptureLineReadsThem) {
  test::SmallLibrary library;
  const auto read = [&](std::string_view text) {
    return their_names_in(text, *library.directory(), library.today(), library.priya);
  };
  const auto two = read("@Jane Smith, the programme team and @Siân Probert");
  EXPECT_THAT(two.people, testing::UnorderedElementsAre(library.jane, library.sian));
  EXPECT_EQ(two.words, "Jane Smith, the programme team and Siân Probert");
  EXPECT_EQ(two.unclear, "");
  EXPECT_THAT(read("@smith").unclear, HasSubstr("Prof. Owen Smith"));
  const auto nobody = read("whoever teaches NURS3004, a@b.ac.uk");
  EXPECT_THAT(nobody.people, IsEmpty());
  EXPECT_EQ(nobody.words, "whoever teaches NURS3004, a@b.ac.uk");
}

}  // namespace
}  // namespace rapport
