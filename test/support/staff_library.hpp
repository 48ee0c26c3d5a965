// A library with one administrator and a clock to turn, for the tests of staff/. Hashes cost next to nothing.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

#include "db/database.hpp"
#include "scope/scope.hpp"
#include "staff/password_change.hpp"
#include "staff/session.hpp"
#include "staff/set_up.hpp"
#include "staff/sign_in_desk.hpp"
#include "staff/staff.hpp"

namespace rapport::test {

inline constexpr std::string_view a_password = "seven grey herons wade";

/// The cheapest cost that libsodium takes.
inline constexpr staff::HashCost cheap_hashes{.passes = 1, .memory_bytes = 8192};

class StaffLibrary {
 public:
  explicit StaffLibrary(db::Database& database) : database_(database) {
    institution = staff::open_institution(database, now).id;
    ada = add("ada", "Ada Lind", "administrator");
  }

  /// A scope at `now` for somebody, or for nobody.
  [[nodiscard]] std::unique_ptr<Scope> scope_of(Id<Staff> id, Role role) {
    return std::make_unique<Scope>(
        database_, institution,
        Viewer{.staff = id, .role = role, .team = {}, .full_name = {}, .given_name = {}}, zone, now);
  }
  [[nodiscard]] std::unique_ptr<Scope> administrator() { return scope_of(ada, Role::administrator); }
  [[nodiscard]] std::unique_ptr<Scope> nobody() { return scope_of({}, Role::librarian); }

  /// With `a_password`.
  Id<Staff> add(std::string_view username, std::string_view full_name, std::string_view role = "librarian") {
    const auto scope = scope_of({}, Role::administrator);
    const auto id = staff::add(*scope, {.username = std::string(username),
                                        .full_name = std::string(full_name),
                                        .email = std::string(username) + "@library.example",
                                        .role = std::string(role)})
                        .value();
    (void)staff::set_password_of(*scope, desk.hasher, id, a_password).value();
    return id;
  }
  [[nodiscard]] Result<staff::SignedIn> sign_in(std::string_view username,
                                                std::string_view password = a_password,
                                                std::string_view replaces = {}) {
    return staff::sign_in(
        *nobody(), desk.hasher, desk.limits,
        {.username = username, .password = password, .device = "Firefox on Linux", .replaces = replaces});
  }
  [[nodiscard]] std::optional<staff::Session> session_of(std::string_view token) {
    return database_.read([&](db::Reader& reader) {
      return staff::find_session(reader, institution, token, now, desk.limits);
    });
  }
  void wait(std::chrono::minutes minutes) { now = now.plus(minutes); }

  Zone zone{"Europe/London"};
  Instant now{1'794'474'000'000};  ///< Thursday 12 November 2026, 09:00
  staff::SignInDesk desk{{.hash_cost = cheap_hashes}};
  Id<Institution> institution;
  Id<Staff> ada;

 private:
  db::Database& database_;
};

}  // namespace rapport::test
