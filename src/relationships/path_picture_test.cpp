// The path of one relationship as steps.
#include "relationships/path_picture.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rapport {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const Date today = *Date::of(2026, 11, 12);
const Date march = *Date::of(2025, 3, 4);
const Date june = *Date::of(2025, 6, 1);

LevelEvent event(Date on, int from, int to, bool is_slipping = false, int version = 1) {
  return {.happened_on = on,
          .scale_version = version,
          .from_level = from,
          .to_level = to,
          .is_slipping = is_slipping};
}

TEST(Path, BeginsNotYetMetWithTheFirstConversation) {
  const LevelEvent events[] = {event(june, 0, 2)};
  const PathMark marks[] = {{march}, {june, true}};
  EXPECT_THAT(spans_of(events, Scales(), marks),
              ElementsAre(PathSpan{.from = march, .until = june}, PathSpan{.from = june, .level = 2}));
}

TEST(Path, SlipsWithoutAStep) {
  const LevelEvent events[] = {event(march, 0, 2), event(june, 2, 2, true)};
  EXPECT_THAT(spans_of(events, Scales(), {}),
              ElementsAre(PathSpan{.from = march, .until = june, .level = 2},
                          PathSpan{.from = june, .level = 2, .is_slipping = true}));
}

TEST(Path, IsToldInTheLevelsOfToday) {
  Scale newer{.version = 2, .levels = {{"None", ""}, {"Some", ""}, {"Much", ""}}, .mapping = {0, 1, 1, 2, 2}};
  const Scales scales({starting_scale(), newer});
  const LevelEvent events[] = {event(march, 0, 2), event(june, 1, 2, false, 2)};
  const auto spans = spans_of(events, scales, {});
  EXPECT_EQ(spans[0].level, 1);
  EXPECT_EQ(spans[1].level, 2);
}

TEST(Path, HasItsFindingInWords) {
  const LevelEvent events[] = {event(march, 0, 1), event(june, 1, 2)};
  const PathMark marks[] = {{march}, {june, true}};
  const auto spans = spans_of(events, Scales(), marks);
  EXPECT_EQ(
      path_sentence(spans, Scales(), marks),
      "Acquainted from March 2025 and In touch since June 2025; two conversations, one of which led on to "
      "more.");
}

TEST(Path, IsDrawnAndHasATable) {
  const LevelEvent events[] = {event(march, 0, 1), event(june, 1, 3), event(june.plus_days(300), 3, 3, true)};
  const PathMark marks[] = {{march}, {june, true}, {june.plus_days(20)}};
  const auto drawn = path_picture(events, Scales(), marks, today, AcademicYears()).text();
  EXPECT_THAT(drawn, HasSubstr("role=\"img\""));
  EXPECT_THAT(drawn, HasSubstr("path-slip"));
  EXPECT_THAT(drawn, HasSubstr("f-plum"));
  EXPECT_THAT(drawn, HasSubstr("<th scope=\"row\">Working together, slipping</th>"));
  EXPECT_THAT(drawn, HasSubstr("<td>1 Jun 2025</td>"));
}

TEST(Path, OfNothingIsNoPicture) {
  EXPECT_TRUE(path_picture({}, Scales(), {}, today, AcademicYears()).empty());
}

}  // namespace
}  // namespace rapport
