// Sign-in and sessions: who a request belongs to, for how long, on which devices. Plain sessions by token;
// only the token's hash is kept. Passwords are changed in password_change.hpp.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "scope/scope.hpp"
#include "staff/password.hpp"

namespace rapport::staff {

struct SessionLimits {
  std::chrono::minutes idle = std::chrono::hours(12);       ///< without a request
  std::chrono::minutes absolute = std::chrono::hours(168);  ///< whatever happens
};

/// What every request needs to know of whoever sent it.
struct Session {
  Viewer viewer;
  std::string csrf_token;
  std::string colours;  ///< "device", "light" or "dark"
  bool has_single_keys = true;
  std::string team_name;     ///< empty without a team
  bool needs_touch = false;  ///< last seen more than five minutes ago: queue `touch_session`
};

/// The session of a cookie's token; nothing where it ended, ran out or its owner may no longer sign in. One
/// prepared statement, writes nothing: every request does it.
[[nodiscard]] std::optional<Session> find_session(db::Reader& reader, Id<Institution> institution,
                                                  std::string_view token, Instant now,
                                                  const SessionLimits& limits);
/// Says that the session is in use. No audit row: nothing changes that anybody could object to.
void touch_session(db::Database& database, Id<Institution> institution, std::string_view token, Instant now);

struct Credentials {
  std::string_view username;
  std::string_view password;
  std::string_view device = {};    ///< in words: "Firefox on Windows"
  std::string_view replaces = {};  ///< the token that the browser had until now: it ends
};
struct SignedIn {
  Id<Staff> staff;
  std::string token;  ///< 256 random bits; goes into the cookie and nowhere else
};
/// Begins a session. The same words and the same cost whether the username is unknown, the password wrong or
/// the account closed: Invalid on "username". `scope` is nobody's. Rate limits are the caller's.
[[nodiscard]] Result<SignedIn> sign_in(Scope& scope, PasswordHasher& hasher, const SessionLimits& limits,
                                       const Credentials& credentials);

/// Ends the session of that token; harmless where it has ended.
[[nodiscard]] Result<Done> sign_out(Scope& scope, std::string_view token);
/// Ends all of the viewer's sessions, this one too.
[[nodiscard]] Result<Done> sign_out_everywhere(Scope& scope);

/// One device, for whoever it belongs to.
struct SessionEntry {
  std::string handle;  ///< names it in an address; not secret, and useless as a token
  std::string device;
  Instant started_at;
  Instant seen_at;
  bool is_this = false;
};
/// The viewer's own that have not run out, the newest first.
[[nodiscard]] std::vector<SessionEntry> sessions(Scope& scope, std::string_view own_token,
                                                 const SessionLimits& limits);
/// Ends one of the viewer's own. NotFound where it is none of theirs.
[[nodiscard]] Result<Done> end_session(Scope& scope, std::string_view handle);

/// For a job, now and then: forgets sessions that ran out. Returns how many.
std::int64_t forget_ended_sessions(db::Database& database, Id<Institution> institution, Instant now,
                                   const SessionLimits& limits);

/// "Firefox on Windows" from a User-Agent header; "A browser" where it says nothing known.
[[nodiscard]] std::string device_words(std::string_view user_agent);

}  // namespace rapport::staff
