// The rules of levels and moves.
#include "relationships/relationship.hpp"

#include <gtest/gtest.h>

#include <span>

namespace rapport {
namespace {

const Date today = *Date::of(2026, 11, 12);

Standing at(int level, bool is_slipping = false) {
  return {.relationship = Relationship{.level = level,
                                       .is_slipping = is_slipping,
                                       .since = *Date::of(2026, 3, 2),
                                       .moved_on = *Date::of(2026, 9, 1)},
          .version = 1};
}

std::vector<std::string> fields_of(const MoveDraft& draft, const Standing& standing) {
  std::vector<std::string> fields;
  for (const auto& fault : faults_of(draft, starting_scale(), standing, today)) fields.push_back(fault.field);
  return fields;
}

using Fields = std::vector<std::string>;

TEST(Relationship, MovesUpAndDownWithAReason) {
  EXPECT_EQ(fields_of({.level = 3, .reason = "Taught together"}, at(2)), Fields{});
  EXPECT_EQ(fields_of({.level = 0, .reason = "A mistake"}, at(2)), Fields{});
  EXPECT_EQ(fields_of({.level = 1, .reason = "Met at the fair"}, {}), Fields{});
}

TEST(Relationship, SaysWhatChangedAlways) {
  EXPECT_EQ(fields_of({.level = 3}, at(2)), Fields{"reason"});
  EXPECT_EQ(fields_of({.level = 3, .reason = std::string(301, 'x')}, at(2)), Fields{"reason"});
}

TEST(Relationship, StaysWhereItIsOnlyWhenSlippingChanges) {
  EXPECT_EQ(fields_of({.level = 2, .reason = "No change"}, at(2)), Fields{"level"});
  EXPECT_EQ(fields_of({.level = 2, .is_slipping = true, .reason = "No answer since May"}, at(2)), Fields{});
  EXPECT_EQ(fields_of({.level = 2, .reason = "She rang"}, at(2, true)), Fields{});
  EXPECT_EQ(fields_of({.level = 0, .is_slipping = true, .reason = "?"}, at(1)), Fields{"level"});
}

TEST(Relationship, RefusesLevelsThatTheScaleHasNot) {
  EXPECT_EQ(fields_of({.level = 5, .reason = "Up"}, at(2)), Fields{"level"});
  EXPECT_EQ(fields_of({.level = -1, .reason = "Down"}, at(2)), Fields{"level"});
}

TEST(Relationship, MovesOnADayBetweenTheLastMoveAndToday) {
  const auto on = [](Date day) { return MoveDraft{.level = 3, .reason = "Taught", .happened_on = day}; };
  EXPECT_EQ(fields_of(on(today), at(2)), Fields{});
  EXPECT_EQ(fields_of(on(*Date::of(2026, 9, 1)), at(2)), Fields{});
  EXPECT_EQ(fields_of(on(*Date::of(2026, 8, 31)), at(2)), Fields{"happened_on"});
  EXPECT_EQ(fields_of(on(today.plus_days(1)), at(2)), Fields{"happened_on"});
}

TEST(Relationship, KeepsTheDayOfALevelWhileItIsSlipping) {
  const auto scale = starting_scale();
  const auto slipped = moved_by({.level = 2, .is_slipping = true, .reason = "Quiet"}, at(2), scale, today);
  EXPECT_EQ(slipped.relationship.since, *Date::of(2026, 3, 2));
  EXPECT_EQ(slipped.relationship.moved_on, today);
  const auto moved = moved_by({.level = 3, .reason = "Taught"}, at(2, true), scale, today);
  EXPECT_EQ(moved.relationship.since, today);
  EXPECT_TRUE(moved.event.was_slipping);
  EXPECT_FALSE(moved.event.is_slipping);
}

TEST(Relationship, OfAMergedPersonIsTheOneMovedLast) {
  const Relationship records[] = {
      {.id = {1}, .level = 3, .moved_at = {100}, .version = 2},
      {.id = {2}, .level = 1, .moved_at = {200}, .version = 5},
  };
  const auto standing = standing_of(records);
  EXPECT_EQ(standing.level(), 1);
  EXPECT_EQ(standing.version, 7);
  EXPECT_EQ(standing_of({}).level(), 0);
}

TEST(Relationship, TellsAMoveInTheNamesOfItsTime) {
  auto newer = starting_scale();
  newer.version = 2;
  newer.levels[3].name = "Teaching together";
  newer.mapping = {0, 1, 2, 3, 4};
  const Scales scales({starting_scale(), newer});
  EXPECT_EQ(move_words({.scale_version = 1, .from_level = 2, .to_level = 3}, scales),
            "In touch → Working together");
  EXPECT_EQ(move_words({.scale_version = 2, .from_level = 3, .to_level = 3, .is_slipping = true}, scales),
            "Teaching together, slipping");
  EXPECT_EQ(move_words({.scale_version = 1, .from_level = 2, .to_level = 2, .was_slipping = true}, scales),
            "In touch, no longer slipping");
}

TEST(Scales, FollowALevelThroughEveryVersion) {
  auto second = starting_scale();
  second.version = 2;
  second.levels = {{"None", ""}, {"Some", ""}, {"Much", ""}};
  second.mapping = {0, 1, 1, 2, 2};
  auto third = second;
  third.version = 3;
  third.levels.insert(third.levels.begin() + 1, {"Little", ""});
  third.mapping = {0, 2, 3};
  const Scales scales({starting_scale(), second, third});
  EXPECT_EQ(scales.now(1, 2), 2);
  EXPECT_EQ(scales.now(1, 4), 3);
  EXPECT_EQ(scales.now(2, 1), 2);
  EXPECT_EQ(scales.now(3, 1), 1);
  EXPECT_EQ(scales.name(1, 4), "Partner");
  EXPECT_EQ(scales.name(9, 0), "");
}

}  // namespace
}  // namespace rapport
