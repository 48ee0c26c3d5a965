// Sign-in and sessions: checks, renewal, audit.
#include "staff/session.hpp"

#include <array>

#include "audit/audit.hpp"
#include "base/random.hpp"
#include "base/text.hpp"
#include "staff/session_store.hpp"
#include "staff/staff_member.hpp"
#include "staff/staff_store.hpp"

namespace rapport::staff {
namespace {

constexpr std::chrono::minutes touch_interval{5};
constexpr std::size_t token_length_max = 100;

Refusal wrong_credentials() {
  return invalid(
      "username",
      "That username and password do not go together. Check both, or ask an administrator for a new link.");
}

/// Only an active account with a password can be signed in to.
bool can_sign_in(const std::optional<store::Secret>& secret) {
  return secret && secret->is_active && secret->password_hash;
}

bool is_right(PasswordHasher& hasher, const std::optional<store::Secret>& secret, std::string_view password) {
  if (can_sign_in(secret)) return hasher.is_right(password, *secret->password_hash);
  hasher.spend(password);
  return false;
}

void record(Scope& scope, db::Writer& writer, std::string_view action, Id<Staff> staff) {
  audit::record_change(scope, writer, {.action = action, .subject = "staff", .subject_id = staff.value});
}

SignedIn begin_session(Scope& scope, db::Writer& writer, Id<Staff> staff, const SessionLimits& limits,
                       const Credentials& credentials) {
  SignedIn made{.staff = staff, .token = random_token()};
  store::insert_session(writer, scope.institution,
                        {.token_hash = sha256_hex(made.token),
                         .staff = staff,
                         .csrf_token = random_token(),
                         .device = shorten(tidy_line(credentials.device), 80),
                         .started_at = scope.now,
                         .expires_at = scope.now.plus(limits.absolute)});
  return made;
}

}  // namespace

std::optional<Session> find_session(db::Reader& reader, Id<Institution> institution, std::string_view token,
                                    Instant now, const SessionLimits& limits) {
  if (token.empty() || token.size() > token_length_max) return std::nullopt;
  auto found = store::find_session(reader, institution, sha256_hex(token));
  if (!found || found->expires_at <= now || found->seen_at.plus(limits.idle) <= now) return std::nullopt;
  found->session.needs_touch = found->seen_at.plus(touch_interval) < now;
  return std::move(found->session);
}

void touch_session(db::Database& database, Id<Institution> institution, std::string_view token, Instant now) {
  const auto token_hash = sha256_hex(token);
  database.write([&](db::Writer& writer) { store::touch_session(writer, institution, token_hash, now); });
}

Result<SignedIn> sign_in(Scope& scope, PasswordHasher& hasher, const SessionLimits& limits,
                         const Credentials& credentials) {
  const auto username = username_as_kept(credentials.username);
  const auto password = password_as_kept(credentials.password);
  const auto secret =
      scope.read([&](db::Reader& reader) { return store::find_secret(reader, scope.institution, username); });
  if (!is_right(hasher, secret, password)) return wrong_credentials();
  // Hashing takes long, so it stays outside the transaction.
  const auto renewed =
      hasher.is_outdated(*secret->password_hash) ? std::optional(hasher.hash(password)) : std::nullopt;
  return scope.write([&](db::Writer& writer) -> Result<SignedIn> {
    const auto now = store::find_secret(writer, scope.institution, secret->staff);
    if (!can_sign_in(now) || now->password_hash != secret->password_hash) return wrong_credentials();
    if (renewed) store::set_password(writer, scope.institution, secret->staff, *renewed);
    if (!credentials.replaces.empty())
      store::end_session(writer, scope.institution, sha256_hex(credentials.replaces));
    record(scope, writer, "signed in", secret->staff);
    return begin_session(scope, writer, secret->staff, limits, credentials);
  });
}

Result<Done> sign_out(Scope& scope, std::string_view token) {
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    if (store::end_session(writer, scope.institution, sha256_hex(token)) > 0)
      record(scope, writer, "signed out", scope.viewer.staff);
    return Done{};
  });
}

Result<Done> sign_out_everywhere(Scope& scope) {
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    store::end_sessions_of(writer, scope.institution, scope.viewer.staff);
    record(scope, writer, "signed out everywhere", scope.viewer.staff);
    return Done{};
  });
}

std::vector<SessionEntry> sessions(Scope& scope, std::string_view own_token, const SessionLimits& limits) {
  auto all = scope.read([&](db::Reader& reader) {
    return store::sessions_of(reader, scope.institution, scope.viewer.staff, sha256_hex(own_token));
  });
  std::erase_if(all, [&](const SessionEntry& entry) {
    return entry.seen_at.plus(limits.idle) <= scope.now ||
           entry.started_at.plus(limits.absolute) <= scope.now;
  });
  return all;
}

Result<Done> end_session(Scope& scope, std::string_view handle) {
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    if (store::end_session_of(writer, scope.institution, scope.viewer.staff, handle) == 0)
      return not_found("That device was signed out already.");
    record(scope, writer, "ended a session", scope.viewer.staff);
    return Done{};
  });
}

std::int64_t forget_ended_sessions(db::Database& database, Id<Institution> institution, Instant now,
                                   const SessionLimits& limits) {
  return database.write([&](db::Writer& writer) {
    return store::end_expired_sessions(writer, institution, now, now.plus(-limits.idle));
  });
}

std::string device_words(std::string_view user_agent) {
  struct Sign {
    std::string_view mark;
    std::string_view words;
  };
  // In this order: Edge and Opera also say Chrome, Chrome also says Safari; Android also says Linux.
  constexpr std::array<Sign, 6> browsers{{{"Edg", "Edge"},
                                          {"OPR/", "Opera"},
                                          {"Firefox/", "Firefox"},
                                          {"FxiOS/", "Firefox"},
                                          {"Chrome/", "Chrome"},
                                          {"Safari/", "Safari"}}};
  constexpr std::array<Sign, 7> systems{{{"iPhone", "iPhone"},
                                         {"iPad", "iPad"},
                                         {"Android", "Android"},
                                         {"Windows", "Windows"},
                                         {"Mac OS X", "a Mac"},
                                         {"CrOS", "a Chromebook"},
                                         {"Linux", "Linux"}}};
  std::string words = "A browser";
  for (const auto& browser : browsers) {
    if (user_agent.find(browser.mark) == std::string_view::npos) continue;
    words = browser.words;
    break;
  }
  for (const auto& system : systems) {
    if (user_agent.find(system.mark) != std::string_view::npos)
      return words.append(" on ").append(system.words);
  }
  return words;
}

}  // namespace rapport::staff
