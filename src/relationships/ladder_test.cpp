// Who stands where and who moved, on both engines.
#include "relationships/ladder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "people/people.hpp"
#include "relationships/movement_picture.hpp"
#include "relationships/relationships.hpp"
#include "support/small_library.hpp"

namespace rapport {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class Ladders : public testing::TestWithParam<db::Engine> {
 protected:
  test::SmallLibrary library{GetParam()};

  void record(Id<Person> person, std::vector<std::pair<int, int>> days_ago_and_levels, bool slips = false) {
    std::vector<relationships::PastMove> moves;
    for (const auto& [days_ago, level] : days_ago_and_levels)
      moves.push_back({.with = person,
                       .level = level,
                       .reason = "Said so",
                       .happened_on = library.today().plus_days(-days_ago),
                       .recorded_by = library.priya});
    if (slips) {
      moves.push_back(moves.back());
      moves.back().is_slipping = true;
    }
    ASSERT_TRUE(relationships::record_past(*library.scope(library.ada), *library.directory(), moves));
  }
  ladder::Ladder read(Id<Staff> who, const ladder::Query& query = {}) {
    return ladder::read(*library.scope(who), *library.directory(), query, library.today().plus_days(-50));
  }
  static std::vector<std::string> names(const std::vector<ladder::Card>& cards) {
    std::vector<std::string> found;
    for (const auto& card : cards) found.push_back(card.person->known_as);
    return found;
  }
};

INSTANTIATE_TEST_SUITE_P(Engines, Ladders, test::on_each_engine(), test::engine_test_name);

TEST_P(Ladders, PutEverybodyOfThePortfolioOnTheirLevel) {
  record(library.jane, {{200, 1}, {100, 3}});
  record(library.owen, {{100, 2}});
  const auto mine = read(library.priya);
  ASSERT_EQ(mine.columns.size(), 5U);
  EXPECT_THAT(names(mine.columns[3]), ElementsAre("Jane"));
  EXPECT_THAT(names(mine.columns[0]), ElementsAre("Siân"));
  EXPECT_EQ(mine.people(), 2);
  EXPECT_EQ(read(library.priya, {.whose = ladder::Whose::all}).people(), 3);
  EXPECT_EQ(read(library.tom).people(), 0);
  EXPECT_EQ(read(library.tom, {.whose = ladder::Whose::team}).people(), 2);
}

TEST_P(Ladders, AreNarrowedByDepartmentAndArea) {
  record(library.owen, {{100, 2}});
  const auto law = read(library.priya, {.whose = ladder::Whose::all, .unit = library.law});
  EXPECT_THAT(names(law.columns[2]), ElementsAre("Owen"));
  EXPECT_EQ(law.people(), 1);
  const auto research = read(library.priya, {.whose = ladder::Whose::all, .area = ServiceArea::research});
  EXPECT_EQ(research.columns[0].size(), 3U);
  EXPECT_EQ(read(library.priya, {.whose = ladder::Whose::mine, .unit = library.law}).people(), 0);
}

TEST_P(Ladders, CountWhatMovedSinceADayOnce) {
  record(library.jane, {{200, 1}, {40, 2}, {20, 3}});  // up, in two steps
  record(library.sian, {{200, 3}, {30, 1}});           // down
  record(library.owen, {{200, 2}, {40, 4}, {10, 2}});  // there and back
  const auto all = read(library.priya, {.whose = ladder::Whose::all});
  EXPECT_EQ(all.movement.up(), 1);
  EXPECT_EQ(all.movement.down(), 1);
  EXPECT_EQ(all.movement.people(), 3);
  EXPECT_EQ(all.movement.flows[1][3], 1);
  EXPECT_EQ(all.movement.flows[3][1], 1);
  EXPECT_EQ(all.movement.flows[2][2], 1);
  EXPECT_EQ(all.movement.at_start(1), 1);
  EXPECT_EQ(all.movement.now(3), 1);
  EXPECT_EQ(ladder::movement_words(all.movement), "one person up a level and one down");
}

TEST_P(Ladders, CountThoseWhoBeganToSlip) {
  record(library.jane, {{20, 2}}, true);
  const auto mine = read(library.priya);
  EXPECT_EQ(mine.movement.slipping, 1);
  EXPECT_EQ(ladder::movement_words(mine.movement), "one person up a level and one slipping");
  EXPECT_TRUE(mine.columns[2][0].standing.is_slipping());
  EXPECT_TRUE(mine.columns[2][0].is_moved());
}

TEST_P(Ladders, ShowAMergedPersonOnceWithTheLastWord) {
  record(library.sian, {{100, 3}});
  ASSERT_TRUE(people::merge(*library.scope(library.priya), library.jane, library.sian));
  const auto mine = read(library.priya);
  EXPECT_EQ(mine.people(), 1);
  EXPECT_THAT(names(mine.columns[3]), ElementsAre("Jane"));
  const auto standings = relationships::all_standings(*library.scope(library.priya), *library.directory());
  EXPECT_EQ(standings.at(library.jane).level(), 3);
  EXPECT_EQ(standings.size(), 1U);
}

TEST_P(Ladders, LeaveOutThoseWhoLeft) {
  record(library.jane, {{100, 3}});
  ASSERT_TRUE(people::mark_left(*library.scope(library.priya), library.jane, library.today()));
  EXPECT_EQ(read(library.priya).people(), 1);
}

TEST_P(Ladders, GiveLevelsOfManyAtOnce) {
  record(library.jane, {{100, 3}});
  const Id<Person> people[] = {library.jane, library.owen};
  const auto standings =
      relationships::standings_of(*library.scope(library.priya), *library.directory(), people);
  EXPECT_EQ(standings.size(), 1U);
  EXPECT_EQ(standings.at(library.jane),
            relationships::standing(*library.scope(library.priya), *library.directory(), library.jane));
}

TEST(Movement, BeginsWithTheLastTermThatHasBegun) {
  const auto periods = starting_calendar(2026, AcademicYears());
  const auto in_vacation = ladder::term_start(periods, *Date::of(2026, 12, 28), AcademicYears());
  EXPECT_EQ(in_vacation, ladder::term_start(periods, *Date::of(2026, 11, 12), AcademicYears()));
  EXPECT_EQ(ladder::term_start({}, *Date::of(2026, 11, 12), AcademicYears()), *Date::of(2026, 8, 1));
  EXPECT_EQ(ladder::term_start(periods, *Date::of(2026, 8, 20), AcademicYears()), *Date::of(2026, 8, 1));
}

TEST(Movement, BeginsWithTheLatestOfTermsThatOverlapOrLeaveAGap) {
  const auto term = [](std::string_view from, std::string_view to) {
    return CalendarPeriod{
        .kind = PeriodKind::term, .starts_on = *Date::parse_iso(from), .ends_on = *Date::parse_iso(to)};
  };
  // The second begins while the first goes on; after both there is a gap, and the third lies ahead.
  const std::vector<CalendarPeriod> periods{
      term("2026-09-14", "2026-12-18"), term("2026-11-02", "2026-11-27"), term("2027-02-01", "2027-05-28")};
  EXPECT_EQ(ladder::term_start(periods, *Date::of(2026, 10, 30), AcademicYears()), *Date::of(2026, 9, 14));
  EXPECT_EQ(ladder::term_start(periods, *Date::of(2026, 12, 1), AcademicYears()), *Date::of(2026, 11, 2));
  EXPECT_EQ(ladder::term_start(periods, *Date::of(2027, 1, 15), AcademicYears()), *Date::of(2026, 11, 2))
      << "in the gap";
  EXPECT_EQ(ladder::term_start(periods, *Date::of(2027, 2, 1), AcademicYears()), *Date::of(2027, 2, 1));
}

TEST(Movement, IsDrawnWithItsNumbersInWordsAndAsATable) {
  ladder::Movement movement{.since = *Date::of(2026, 9, 28),
                            .flows = std::vector<std::vector<int>>(5, std::vector<int>(5, 0))};
  movement.flows[2][2] = 7;
  movement.flows[2][3] = 2;
  movement.flows[3][1] = 1;
  const auto scale = starting_scale();
  const auto today = *Date::of(2026, 11, 12);
  EXPECT_EQ(ladder::movement_sentence(movement, scale, today),
            "Since 28 Sep: two people up a level and one down. 9 of 10 are In touch or above, 10 before.");
  const auto drawn = ladder::movement_picture(movement, scale, today).text();
  EXPECT_THAT(drawn, HasSubstr("class=\"band up\""));
  EXPECT_THAT(drawn, HasSubstr("class=\"band down\""));
  EXPECT_THAT(drawn, HasSubstr("<th scope=\"row\">In touch</th>"));
  EXPECT_THAT(drawn, HasSubstr("Show as a table"));
  EXPECT_TRUE(ladder::movement_picture({.flows = {{0}}}, scale, today).empty());
}

}  // namespace
}  // namespace rapport
