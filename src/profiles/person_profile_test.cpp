// The conclusions that a person's page draws, and the page itself.
#include "profiles/person_profile.hpp"

#include <gtest/gtest.h>

#include "people/people.hpp"
#include "profiles/today.hpp"
#include "profiles/week_chart.hpp"
#include "support/small_library.hpp"

namespace rapport::profiles {
namespace {

class Profile : public test::OnEachEngine {
 protected:
  test::SmallLibrary library{GetParam()};

  void log(std::string note, int days_ago, Id<Staff> by, std::optional<TimeOfDay> time = {}) {
    const auto scope = library.scope(by);
    ASSERT_TRUE(interactions::record(*scope, *library.directory(),
                                     {.happened_on = library.today().plus_days(-days_ago),
                                      .happened_at_time = time,
                                      .precision = time ? Precision::time : Precision::day,
                                      .note = std::move(note),
                                      .people = {{library.jane}}})
                    .ok());
  }
  PersonProfile read(Id<Staff> who, const interactions::TimelineQuery& query = {}) {
    scope_ = library.scope(who);
    directory_ = library.directory();
    return read_profile(*scope_, *directory_, *directory_->people.find(library.jane), query);
  }
  std::unique_ptr<Scope> scope_;
  std::shared_ptr<const Directory> directory_;
};

INSTANTIATE_TEST_SUITE_P(Engines, Profile, test::on_each_engine(), test::engine_test_name);

TEST_P(Profile, CountsAsSpokenOnlyWhatHasHappened) {
  log("later today", 0, library.priya, TimeOfDay{17 * 60});
  log("next week", -7, library.priya);
  log("really spoken", 12, library.tom);
  const auto profile = read(library.priya);
  ASSERT_NE(last_spoken(profile, *scope_), nullptr);
  EXPECT_EQ(last_spoken(profile, *scope_)->note, "really spoken");
  EXPECT_EQ(profile.timeline.interactions.size(), 3u) << "what is ahead stands in the story";
}

TEST_P(Profile, SaysThatAColleagueWasFasterForThreeDaysOnly) {
  log("yesterday", 1, library.tom);
  const auto for_priya = read(library.priya);
  EXPECT_NE(colleague_lately(for_priya, *scope_), nullptr);
  const auto for_tom = read(library.tom);
  EXPECT_EQ(colleague_lately(for_tom, *scope_), nullptr) << "it was Tom himself";
}

TEST_P(Profile, ShowsBothStoriesOfAMergedPersonAndOneAgainAfterUndoing) {
  const auto log_with = [&](std::vector<Id<Person>> with, std::string note, int days_ago) {
    scope_ = library.scope(library.tom);
    std::vector<Participant> people;
    for (const auto id : with) people.push_back({id});
    ASSERT_TRUE(interactions::record(*scope_, *library.directory(),
                                     {.happened_on = library.today().plus_days(-days_ago),
                                      .note = std::move(note),
                                      .people = std::move(people),
                                      .promises = {{.words = note + " promised", .person = with[0]}}})
                    .ok());
  };
  log_with({library.jane}, "with jane", 3);
  log_with({library.owen}, "with owen", 2);
  log_with({library.jane, library.owen}, "with both", 1);
  scope_ = library.scope(library.priya);
  ASSERT_TRUE(people::merge(*scope_, library.jane, library.owen));
  const auto merged = read(library.tom);
  ASSERT_EQ(merged.timeline.interactions.size(), 3u) << "what names both stands once";
  EXPECT_EQ(merged.timeline.interactions[1].note, "with owen");
  EXPECT_EQ(merged.days_of_year.size(), 3u);
  EXPECT_EQ(merged.promises.size(), 3u);
  ASSERT_EQ(merged.known_by.size(), 1u);
  EXPECT_EQ(merged.known_by[0].conversations, 3) << "one that names both records counts once";
  ASSERT_EQ(merged.merged.size(), 1u);
  EXPECT_EQ(merged.merged[0]->full_name, "Owen Smith");
  ASSERT_TRUE(people::undo_merge(*scope_, library.owen));
  EXPECT_EQ(read(library.tom).timeline.interactions.size(), 2u);
}

TEST_P(Profile, SaysTheSameOnAFilteredStory) {
  log("yesterday", 1, library.tom);
  const auto teaching = read(library.priya, {.family = Family::teaching});
  ASSERT_TRUE(teaching.timeline.interactions.empty());
  ASSERT_NE(last_spoken(teaching, *scope_), nullptr);
  EXPECT_EQ(last_spoken(teaching, *scope_)->note, "yesterday");
  EXPECT_NE(colleague_lately(teaching, *scope_), nullptr);
}

TEST_P(Profile, SaysNothingOfAColleagueLongAgo) {
  log("four days ago", 4, library.tom);
  const auto profile = read(library.priya);
  EXPECT_EQ(colleague_lately(profile, *scope_), nullptr);
}

TEST_P(Profile, NamesWhoLooksAfterTheRelationship) {
  const auto profile = read(library.tom);
  ASSERT_NE(profile.looked_after_by, nullptr);
  EXPECT_EQ(profile.looked_after_by->id, library.priya);
}

TEST_P(Profile, TodayLeavesOutWhatIsAheadFromSpokenToLately) {
  log("this evening", 0, library.priya, TimeOfDay{20 * 60});
  log("last week", 6, library.priya);
  scope_ = library.scope(library.priya);
  const auto today = read_today(*scope_, *library.directory());
  ASSERT_EQ(today.lately.size(), 1u);
  EXPECT_EQ(today.lately[0].note, "last week");
  ASSERT_EQ(today.ahead.size(), 1u);
  EXPECT_EQ(today.ahead_today, 1);
  ASSERT_TRUE(today.ahead[0].last.has_value());
  EXPECT_EQ(today.ahead[0].last->note, "last week");
}

TEST_P(Profile, TodayAsksWhetherWhatWasPlannedHappenedAndForgetsWhatWasTouched) {
  const auto plan = [&](std::string note, Date day) {
    const auto scope = library.scope(library.priya, -3 * 24 * 60);
    const auto kept =
        interactions::record(*scope, *library.directory(),
                             {.happened_on = day, .note = std::move(note), .people = {{library.jane}}});
    return kept.value().interaction;
  };
  const auto yesterday = library.today().plus_days(-1);
  const auto planned = plan("plan the year", yesterday);
  log("really spoken", 1, library.priya);
  const auto asked = [&](Id<Staff> who) {
    scope_ = library.scope(who);
    return read_today(*scope_, *library.directory());
  };
  ASSERT_EQ(asked(library.priya).did_these_happen.size(), 1u);
  EXPECT_EQ(asked(library.priya).did_these_happen[0].id, planned);
  ASSERT_EQ(asked(library.priya).lately.size(), 1u) << "nobody has said that it happened";
  EXPECT_TRUE(asked(library.tom).did_these_happen.empty()) << "only whoever planned it is asked";
  scope_ = library.scope(library.priya);
  ASSERT_TRUE(interactions::correct(*scope_, *library.directory(), planned, 1,
                                    {.happened_on = yesterday, .note = "agreed", .people = {{library.jane}}},
                                    "")
                  .ok());
  EXPECT_TRUE(asked(library.priya).did_these_happen.empty());
  EXPECT_EQ(asked(library.priya).lately.size(), 2u);
}

TEST(YearOfWeeks, EndsWithThisWeekAndCountsEveryDayOnce) {
  const auto today = *Date::of(2026, 11, 12);
  const auto weeks =
      weeks_of_year({today.plus_days(-400), today.plus_days(-4), today.plus_days(-2), today}, today);
  ASSERT_EQ(weeks.size(), 52u);
  EXPECT_EQ(weeks.back().monday, *Date::of(2026, 11, 9));
  EXPECT_EQ(weeks.back().conversations, 2);
  EXPECT_EQ(weeks[50].conversations, 1);
  EXPECT_EQ(finding_of(weeks), "three conversations in the past year, most in November");
}

TEST(Greeting, FollowsTheClock) {
  EXPECT_EQ(greeting_at(TimeOfDay{11 * 60 + 59}), "Good morning");
  EXPECT_EQ(greeting_at(TimeOfDay{12 * 60}), "Good afternoon");
  EXPECT_EQ(greeting_at(TimeOfDay{18 * 60}), "Good evening");
}

}  // namespace
}  // namespace rapport::profiles
