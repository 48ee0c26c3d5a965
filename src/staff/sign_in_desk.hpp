// What sign-in needs beside the database: cookie, hasher, limits. One for the whole program.
#pragma once

#include <string>
#include <string_view>

#include "http/rate_limit.hpp"
#include "http/request.hpp"
#include "staff/password.hpp"
#include "staff/session.hpp"

namespace rapport::staff {

/// The cookie that carries a session's token: `__Host-rapport` where the public address is https, `rapport`
/// on plain http (loopback, development). Lax, HttpOnly.
struct SessionCookie {
  std::string name;
  bool is_secure = true;

  /// Empty where the browser sent none.
  [[nodiscard]] std::string_view token_in(const http::Request& request) const;
  /// Set-Cookie values.
  [[nodiscard]] std::string carrying(std::string_view token, const SessionLimits& limits) const;
  [[nodiscard]] std::string gone() const;
};
[[nodiscard]] SessionCookie session_cookie(std::string_view public_url);

struct SignInOptions {
  std::string public_url =
      {};  ///< `https://rapport.example.ac.uk`, without a slash at the end; empty on loopback
  SessionLimits limits = {};
  HashCost hash_cost = {};
  http::RateLimit tries_per_account = {.burst = 10, .per_minute = 1};
  http::RateLimit tries_per_address = {.burst = 60,
                                       .per_minute = 20};  ///< a whole library may share one address
  http::RateLimit tries_together = {.burst = 100, .per_minute = 300};  ///< hashing never takes all workers
};

/// Thread-safe: handlers on several threads use the same.
struct SignInDesk {
  explicit SignInDesk(const SignInOptions& options);

  const std::string public_url;
  const SessionLimits limits;
  const SessionCookie cookie;
  PasswordHasher hasher;
  http::RateLimiter tries_per_account;
  http::RateLimiter tries_per_address;
  http::RateLimiter tries_together;

  /// One try to show a password; false where there were too many.
  [[nodiscard]] bool allows_try(std::string_view account, std::string_view address, Instant now);
};

}  // namespace rapport::staff
