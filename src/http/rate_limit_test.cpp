// Token buckets with a clock of the test's own.
#include "http/rate_limit.hpp"

#include <gtest/gtest.h>

namespace rapport::http {
namespace {

using namespace std::chrono_literals;

constexpr Instant start{1'000'000'000'000};

int allowed(RateLimiter& limiter, std::string_view key, Instant now, int tries) {
  int count = 0;
  for (int i = 0; i < tries; ++i) count += limiter.allow(key, now) ? 1 : 0;
  return count;
}

TEST(RateLimiter, LetsABurstThroughAndThenRefuses) {
  RateLimiter limiter({.burst = 5, .per_minute = 60});
  EXPECT_EQ(allowed(limiter, "192.0.2.1", start, 20), 5);
}

TEST(RateLimiter, FillsWithTimeUpToTheBurst) {
  RateLimiter limiter({.burst = 5, .per_minute = 60});
  static_cast<void>(allowed(limiter, "a", start, 5));
  EXPECT_FALSE(limiter.allow("a", start.plus(999ms)));
  EXPECT_TRUE(limiter.allow("a", start.plus(1000ms)));
  EXPECT_EQ(allowed(limiter, "a", start.plus(1h), 20), 5);
}

TEST(RateLimiter, CountsEachKeyAlone) {
  RateLimiter limiter({.burst = 1, .per_minute = 1});
  EXPECT_TRUE(limiter.allow("a", start));
  EXPECT_TRUE(limiter.allow("b", start));
  EXPECT_FALSE(limiter.allow("a", start));
}

TEST(RateLimiter, ForgetsAKeyOnRequest) {
  RateLimiter limiter({.burst = 1, .per_minute = 1});
  EXPECT_TRUE(limiter.allow("a", start));
  limiter.forget("a");
  limiter.forget("never seen");
  EXPECT_TRUE(limiter.allow("a", start));
}

TEST(RateLimiter, KeepsABoundedNumberOfKeysAndLetsTheOldestGo) {
  RateLimiter limiter({.burst = 1, .per_minute = 1, .keys_max = 3});
  for (const auto* key : {"a", "b", "c"}) EXPECT_TRUE(limiter.allow(key, start));
  EXPECT_FALSE(limiter.allow("a", start)) << "still known, and now the latest";
  EXPECT_TRUE(limiter.allow("d", start));
  EXPECT_EQ(limiter.keys(), 3U);
  EXPECT_FALSE(limiter.allow("a", start));
  EXPECT_TRUE(limiter.allow("b", start)) << "it was quiet for longest";
}

TEST(RateLimiter, GivesNothingForAClockThatGoesBack) {
  RateLimiter limiter({.burst = 1, .per_minute = 60});
  EXPECT_TRUE(limiter.allow("a", start));
  EXPECT_FALSE(limiter.allow("a", start.plus(-1h)));
  EXPECT_FALSE(limiter.allow("a", start.plus(500ms)));
  EXPECT_TRUE(limiter.allow("a", start.plus(1s)));
}

}  // namespace
}  // namespace rapport::http
