// A token bucket for each key; the list is the order of use, so that the oldest can go.
#include "http/rate_limit.hpp"

#include <algorithm>

namespace rapport::http {

bool RateLimiter::allow(std::string_view key, Instant now) {
  const std::scoped_lock lock(mutex_);
  auto& entry = bucket(key.substr(0, 256), now);  // a key made of what a stranger sent must not grow
  const auto passed = std::max<std::int64_t>(now.milliseconds - entry.filled_at.milliseconds, 0);
  entry.tokens =
      std::min(limit_.burst, entry.tokens + static_cast<double>(passed) * limit_.per_minute / 60'000);
  entry.filled_at = std::max(entry.filled_at, now);
  if (entry.tokens < 1) return false;
  entry.tokens -= 1;
  return true;
}

void RateLimiter::forget(std::string_view key) {
  const std::scoped_lock lock(mutex_);
  const auto found = places_.find(key.substr(0, 256));
  if (found == places_.end()) return;
  const auto place = found->second;
  places_.erase(found);
  buckets_.erase(place);
}

std::size_t RateLimiter::keys() const {
  const std::scoped_lock lock(mutex_);
  return places_.size();
}

RateLimiter::Bucket& RateLimiter::bucket(std::string_view key, Instant now) {
  if (const auto found = places_.find(key); found != places_.end()) {
    buckets_.splice(buckets_.begin(), buckets_, found->second);
    return buckets_.front();
  }
  if (buckets_.size() >= std::max<std::size_t>(limit_.keys_max, 1)) {
    places_.erase(buckets_.back().key);
    buckets_.pop_back();
  }
  buckets_.push_front({std::string(key), limit_.burst, now});
  places_.emplace(buckets_.front().key, buckets_.begin());
  return buckets_.front();
}

}  // namespace rapport::http
