// Who may take a route. There is no default: a route without a permission does not compile.
#pragma once

#include <string_view>

#include "scope/scope.hpp"

namespace rapport::app {

class Permission {
 public:
  [[nodiscard]] constexpr bool needs_sign_in() const { return roles_ != open_; }
  [[nodiscard]] constexpr bool allows(Role role) const { return (roles_ & bit(role)) != 0; }
  /// For the table of routes: `anybody`, `staff`, `writers`, `leaders` or `administrators`.
  [[nodiscard]] constexpr std::string_view name() const { return name_; }

  /// Also without being signed in.
  [[nodiscard]] static constexpr Permission anybody() { return {"anybody", open_}; }
  /// Everybody who is signed in.
  [[nodiscard]] static constexpr Permission staff() {
    return {"staff",
            bit(Role::librarian) | bit(Role::leader) | bit(Role::director) | bit(Role::administrator)};
  }
  /// Those who log and change: all but directors.
  [[nodiscard]] static constexpr Permission writers() {
    return {"writers", bit(Role::librarian) | bit(Role::leader) | bit(Role::administrator)};
  }
  [[nodiscard]] static constexpr Permission leaders() {
    return {"leaders", bit(Role::leader) | bit(Role::administrator)};
  }
  [[nodiscard]] static constexpr Permission administrators() {
    return {"administrators", bit(Role::administrator)};
  }

 private:
  static constexpr unsigned open_ = 0xff;
  constexpr Permission(std::string_view name, unsigned roles) : name_(name), roles_(roles) {}
  [[nodiscard]] static constexpr unsigned bit(Role role) { return 1u << static_cast<unsigned>(role); }

  std::string_view name_;
  unsigned roles_;
};

}  // namespace rapport::app
