// The session's cookie and the limits on trying.
#include "staff/sign_in_desk.hpp"

#include "base/text.hpp"
#include "http/response.hpp"

namespace rapport::staff {

std::string_view SessionCookie::token_in(const http::Request& request) const {
  return request.cookie(name).value_or(std::string_view());
}

std::string SessionCookie::carrying(std::string_view token, const SessionLimits& limits) const {
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(limits.absolute).count();
  return http::set_cookie({.name = name,
                           .value = std::string(token),
                           .max_age_seconds = static_cast<int>(seconds),
                           .is_secure = is_secure});
}

std::string SessionCookie::gone() const {
  return http::set_cookie({.name = name, .value = {}, .max_age_seconds = -1, .is_secure = is_secure});
}

SessionCookie session_cookie(std::string_view public_url) {
  const bool is_secure = public_url.starts_with("https://");
  return {.name = is_secure ? "__Host-rapport" : "rapport", .is_secure = is_secure};
}

SignInDesk::SignInDesk(const SignInOptions& options)
    : public_url(options.public_url),
      limits(options.limits),
      cookie(session_cookie(options.public_url)),
      hasher(options.hash_cost),
      tries_per_account(options.tries_per_account),
      tries_per_address(options.tries_per_address),
      tries_together(options.tries_together) {}

bool SignInDesk::allows_try(std::string_view account, std::string_view address, Instant now) {
  // What is refused here takes nothing from the tries that all have together.
  const bool has_account = tries_per_account.allow(shorten(account, 64), now);
  return tries_per_address.allow(address, now) && has_account && tries_together.allow("", now);
}

}  // namespace rapport::staff
