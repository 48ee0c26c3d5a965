// Every member of library staff and their teams in memory: small, read on every page, replaced when one
// changes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "organisation/org_directory.hpp"
#include "scope/scope.hpp"

namespace rapport {

struct StaffEntry {
  Id<Staff> id;
  std::string username;
  std::string full_name;
  std::string given_name;
  Role role = Role::librarian;
  std::optional<Id<Team>> team;
  std::string team_name;
  bool is_active = true;
  std::vector<Id<OrgUnit>> portfolio;  ///< the departments looked after today, any part
};

/// Immutable.
class StaffDirectory {
 public:
  StaffDirectory() = default;
  explicit StaffDirectory(std::vector<StaffEntry> staff);

  [[nodiscard]] const std::vector<StaffEntry>& staff() const { return staff_; }
  [[nodiscard]] const StaffEntry* find(Id<Staff> id) const;
  [[nodiscard]] const StaffEntry* find_username(std::string_view username) const;
  /// "Tom Ashworth"; "a former colleague" for an unknown id.
  [[nodiscard]] std::string_view full_name(Id<Staff> id) const;
  [[nodiscard]] std::string_view given_name(Id<Staff> id) const;
  /// Who leads for the unit today, if anybody.
  [[nodiscard]] const StaffEntry* lead_of(Id<OrgUnit> unit) const;

  void set_leads(std::unordered_map<std::int64_t, std::size_t> leads) { leads_ = std::move(leads); }

 private:
  std::vector<StaffEntry> staff_;
  std::unordered_map<std::int64_t, std::size_t> by_id_;
  std::unordered_map<std::int64_t, std::size_t> leads_;  ///< unit -> place in staff_
};

[[nodiscard]] StaffDirectory read_staff_directory(db::Reader& reader, Id<Institution> institution,
                                                  Date today);

}  // namespace rapport
