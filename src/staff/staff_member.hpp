// A member of library staff and a team: plain data and the rules of what may be written. No passwords, no
// sessions.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "scope/scope.hpp"

namespace rapport::staff {

struct StaffMember {
  Id<Staff> id;
  std::string username;    ///< lower case; letters, digits and . _ - @ +
  std::string full_name;   ///< "Priya Nair"
  std::string given_name;  ///< "Priya": how the pages greet
  std::string email;
  Role role = Role::librarian;
  std::optional<Id<Team>> team;
  bool is_active = true;
  bool has_password = false;
  int version = 1;

  friend bool operator==(const StaffMember&, const StaffMember&) = default;
};

/// As typed.
struct StaffDraft {
  std::string username;
  std::string full_name;
  std::string given_name = {};  ///< empty: the first word of the full name
  std::string email;
  std::string role = "librarian";
  std::optional<Id<Team>> team = {};
  bool is_active = true;
};

/// Tidied, without an id. Faults name the draft's fields.
[[nodiscard]] Result<StaffMember> check(const StaffDraft& draft);
[[nodiscard]] StaffDraft draft_of(const StaffMember& member);

/// What is compared at sign-in: without white space around it, lower case.
[[nodiscard]] std::string username_as_kept(std::string_view typed);

struct TeamEntry {
  Id<Team> id;
  std::string name;
};

}  // namespace rapport::staff
