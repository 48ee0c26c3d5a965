// How a password is set: checks, one-time links, audit. Hashing stays outside the transactions: it takes
// long.
#include "staff/password_change.hpp"

#include "audit/audit.hpp"
#include "base/random.hpp"
#include "staff/permission.hpp"
#include "staff/session_store.hpp"
#include "staff/staff_store.hpp"

namespace rapport::staff {
namespace {

constexpr std::chrono::hours reset_hours{24};
constexpr std::chrono::hours newcomer_hours{72};

Refusal dead_link() {
  return not_found("This link was used already or has run out. Ask an administrator for a new one.");
}

void record(Scope& scope, db::Writer& writer, std::string_view action, Id<Staff> id) {
  audit::record_change(scope, writer, {.action = action, .subject = "staff", .subject_id = id.value});
}

std::optional<store::Secret> read_secret(Scope& scope, Id<Staff> id) {
  return scope.read([&](db::Reader& reader) { return store::find_secret(reader, scope.institution, id); });
}

/// The person of a link that is still good.
std::optional<store::Secret> find_owner(Scope& scope, db::Reader& reader, std::string_view token) {
  const auto link = store::find_link(reader, scope.institution, sha256_hex(token), scope.now);
  if (!link || link->purpose != store::LinkPurpose::password || !link->staff) return std::nullopt;
  auto owner = store::find_secret(reader, scope.institution, *link->staff);
  if (!owner || !owner->is_active) return std::nullopt;
  return owner;
}

}  // namespace

Result<Done> change_password(Scope& scope, PasswordHasher& hasher, const PasswordChange& change) {
  const auto secret = read_secret(scope, scope.viewer.staff);
  if (!secret || !secret->password_hash) return nobody_here();
  const auto password = password_as_kept(change.password);
  if (auto fault = password_fault(password, secret->username)) return invalid("password", *fault);
  if (!hasher.is_right(password_as_kept(change.current), *secret->password_hash))
    return invalid("current", "This is not your present password.");
  const auto hash = hasher.hash(password);
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto now = store::find_secret(writer, scope.institution, secret->staff);
    if (!now || now->password_hash != secret->password_hash)
      return conflict("Your password was changed elsewhere.");
    store::set_password(writer, scope.institution, secret->staff, hash);
    store::end_sessions_of(writer, scope.institution, secret->staff, sha256_hex(change.own_token));
    store::void_links(writer, scope.institution, store::LinkPurpose::password, secret->staff);
    record(scope, writer, "changed the password", secret->staff);
    return Done{};
  });
}

Result<PasswordLink> make_password_link(Scope& scope, Id<Staff> id) {
  if (auto refusal = refuse_unless_administrator(scope)) return *refusal;
  return scope.write([&](db::Writer& writer) -> Result<PasswordLink> {
    const auto member = store::find(writer, scope.institution, id);
    if (!member) return nobody_here();
    if (!member->is_active) return invalid("staff", "This account is closed. Open it again first.");
    const auto hours = member->has_password ? reset_hours : newcomer_hours;
    PasswordLink made{
        .token = random_token(), .full_name = member->full_name, .expires_at = scope.now.plus(hours)};
    store::void_links(writer, scope.institution, store::LinkPurpose::password, id);
    store::insert_link(writer, scope.institution, sha256_hex(made.token),
                       {.purpose = store::LinkPurpose::password, .staff = id, .expires_at = made.expires_at},
                       scope.viewer.staff.value == 0 ? std::nullopt : std::optional(scope.viewer.staff),
                       scope.now);
    record(scope, writer, "made a password link", id);
    return made;
  });
}

Result<LinkOwner> find_password_link(Scope& scope, std::string_view token) {
  const auto owner = scope.read([&](db::Reader& reader) { return find_owner(scope, reader, token); });
  if (!owner) return dead_link();
  return LinkOwner{.staff = owner->staff, .username = owner->username};
}

Result<Done> set_password(Scope& scope, PasswordHasher& hasher, std::string_view token,
                          std::string_view password) {
  const auto owner = find_password_link(scope, token);
  if (!owner) return owner.refusal();
  const auto kept = password_as_kept(password);
  if (auto fault = password_fault(kept, owner->username)) return invalid("password", *fault);
  const auto hash = hasher.hash(kept);
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    if (!find_owner(scope, writer, token) ||
        !store::use_link(writer, scope.institution, sha256_hex(token), scope.now))
      return dead_link();
    store::set_password(writer, scope.institution, owner->staff, hash);
    store::end_sessions_of(writer, scope.institution, owner->staff);
    record(scope, writer, "set the password by link", owner->staff);
    return Done{};
  });
}

Result<Done> set_password_of(Scope& scope, PasswordHasher& hasher, Id<Staff> id, std::string_view password) {
  if (auto refusal = refuse_unless_administrator(scope)) return *refusal;
  const auto secret = read_secret(scope, id);
  if (!secret) return nobody_here();
  const auto kept = password_as_kept(password);
  if (auto fault = password_fault(kept, secret->username)) return invalid("password", *fault);
  const auto hash = hasher.hash(kept);
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    store::set_password(writer, scope.institution, id, hash);
    store::end_sessions_of(writer, scope.institution, id);
    record(scope, writer, "set the password", id);
    return Done{};
  });
}

}  // namespace rapport::staff
