// How a password is set: by whoever knows the present one, or by a one-time link. Links are shown once; only
// their hash is kept. Nothing is sent by mail: the administrator hands the link over.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "scope/scope.hpp"
#include "staff/password.hpp"

namespace rapport::staff {

/// The viewer's own. Ends all other sessions; the one of `own_token` goes on. Invalid on "current" where that
/// is wrong, on "password" by password_fault.
struct PasswordChange {
  std::string_view current;
  std::string_view password;
  std::string_view own_token;
};
[[nodiscard]] Result<Done> change_password(Scope& scope, PasswordHasher& hasher,
                                           const PasswordChange& change);

/// A link's token for `/password/TOKEN`: good once, for 24 hours, for a new colleague 72. Earlier links of
/// that person die. An administrator's; Invalid on "staff" where the account is closed.
struct PasswordLink {
  std::string token;
  std::string full_name;
  Instant expires_at;
};
[[nodiscard]] Result<PasswordLink> make_password_link(Scope& scope, Id<Staff> id);

/// Whose password a link sets; NotFound where it was used, ran out or never was.
struct LinkOwner {
  Id<Staff> staff;
  std::string username;
};
[[nodiscard]] Result<LinkOwner> find_password_link(Scope& scope, std::string_view token);
/// Sets the password, uses the link up and ends that person's sessions. NotFound as for find_password_link;
/// Invalid on "password".
[[nodiscard]] Result<Done> set_password(Scope& scope, PasswordHasher& hasher, std::string_view token,
                                        std::string_view password);

/// For the command line and the made-up university: whoever can run it owns the database. NotFound, Invalid
/// on "password". Ends that person's sessions.
[[nodiscard]] Result<Done> set_password_of(Scope& scope, PasswordHasher& hasher, Id<Staff> id,
                                           std::string_view password);

}  // namespace rapport::staff
