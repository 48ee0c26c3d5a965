#include "html/text_width.hpp"

#include <gtest/gtest.h>

namespace rapport::html {
namespace {

TEST(TextWidth, AddsUpTheLettersOfTheFont) {
  EXPECT_EQ(text_width("", 13, Weight::regular), 0);
  EXPECT_EQ(text_width("Tom", 1000, Weight::regular), 558 + 548 + 845);
  EXPECT_EQ(text_width("Tom", 1000, Weight::bold), 599 + 571 + 876);
}

TEST(TextWidth, CountsALetterOfAnotherScriptOnceAndAsWide) {
  EXPECT_EQ(text_width("\u5F20", 1000, Weight::regular), 1000);
  EXPECT_EQ(text_width("Si\u00E2n", 10, Weight::regular), 24);
}

TEST(TextWidth, FitsWhatIsTooLongWithDots) {
  EXPECT_EQ(fit("Corridor chat", 200, 13, Weight::bold), "Corridor chat");
  const auto shorter = fit("Corridor chat", 60, 13, Weight::bold);
  EXPECT_EQ(shorter, "Corridor\u2026");
  EXPECT_LE(text_width(shorter, 13, Weight::bold), 60);
  EXPECT_EQ(fit("Corridor chat", 4, 13, Weight::bold), "");
}

}  // namespace
}  // namespace rapport::html
