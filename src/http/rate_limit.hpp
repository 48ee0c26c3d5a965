// How often something may happen: a token bucket for each key, in bounded memory. Reads no clock.
#pragma once

#include <cstddef>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/instant.hpp"

namespace rapport::http {

struct RateLimit {
  double burst = 10;              ///< so many at once
  double per_minute = 10;         ///< and then so many a minute
  std::size_t keys_max = 10'000;  ///< beyond, the key that was quiet for longest is forgotten
};

/// Safe to use from several threads.
class RateLimiter {
 public:
  explicit RateLimiter(RateLimit limit) : limit_(limit) {}

  /// Takes one token of that key; false where there is none left. A clock that goes back gives nothing.
  [[nodiscard]] bool allow(std::string_view key, Instant now);
  /// As if the key had never been seen: after a sign-in that went well.
  void forget(std::string_view key);
  [[nodiscard]] std::size_t keys() const;

 private:
  struct Bucket {
    std::string key;
    double tokens;
    Instant filled_at;
  };

  Bucket& bucket(std::string_view key, Instant now);

  RateLimit limit_;
  mutable std::mutex mutex_;
  std::list<Bucket> buckets_;                                                 // the latest used first
  std::unordered_map<std::string_view, std::list<Bucket>::iterator> places_;  // views of Bucket::key
};

}  // namespace rapport::http
