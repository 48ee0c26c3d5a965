// What a sheet takes from action plans.
#include "headlines/sheet_plan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rapport::headlines {
namespace {

PlanItem item(std::string words, ItemState state, bool is_asked = true, std::optional<Date> due_on = {}) {
  return {.words = std::move(words), .due_on = due_on, .is_asked = is_asked, .state = state};
}

TEST(SheetPlan, TellsOfWhatWasAskedAsFarAsItIsDone) {
  const std::vector<PlanItem> items{item("Under way", ItemState::under_way), item("Done", ItemState::done),
                                    item("Not begun", ItemState::open), item("Dropped", ItemState::dropped),
                                    item("Ours", ItemState::done, false)};
  const auto lines = asked_lines(items);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].words, "Done");
  EXPECT_TRUE(lines[0].is_done);
  EXPECT_EQ(lines[1].words, "Under way");
  EXPECT_FALSE(lines[1].is_done);
}

TEST(SheetPlan, ListsWhatIsPlannedByItsDay) {
  auto first = item("With a day", ItemState::open, false, Date::of(2027, 2, 3));
  first.owners = {{.staff = Id<Staff>{1}}};
  first.their_owners = "@Jane Smith, the programme team";
  first.people = {Id<Person>{7}};
  const std::vector<PlanItem> items{item("Without", ItemState::open), item("Dropped", ItemState::dropped),
                                    item("Carried", ItemState::carried_forward), first,
                                    item("Earlier", ItemState::done, false, Date::of(2027, 1, 9))};
  Directory directory;
  directory.staff = StaffDirectory({{.id = Id<Staff>{1}, .full_name = "Priya Nair", .given_name = "Priya"}});
  directory.people =
      PeopleDirectory({{.id = Id<Person>{7}, .title = "Dr", .full_name = "Jane Smith", .known_as = "Jane"}});
  const auto lines = together_lines(items, directory);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0].words, "Earlier");
  EXPECT_EQ(lines[0].when, "Jan");
  EXPECT_EQ(lines[1].when, "Feb");
  EXPECT_EQ(lines[1].who, "Priya, Jane, the programme team");
  EXPECT_EQ(lines[2].words, "Without");
  EXPECT_EQ(lines[2].when, "");
}

}  // namespace
}  // namespace rapport::headlines
