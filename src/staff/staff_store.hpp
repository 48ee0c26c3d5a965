// Rows of staff and teams. No rules, no permissions.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/connection.hpp"
#include "staff/staff_member.hpp"

namespace rapport::staff::store {

[[nodiscard]] std::optional<StaffMember> find(db::Reader& reader, Id<Institution> institution, Id<Staff> id);
/// By username; at most 2,000.
[[nodiscard]] std::vector<StaffMember> all(db::Reader& reader, Id<Institution> institution);
[[nodiscard]] bool has_username(db::Reader& reader, Id<Institution> institution, std::string_view username,
                                Id<Staff> except);
/// Active administrators beside `except`.
[[nodiscard]] std::int64_t count_other_administrators(db::Reader& reader, Id<Institution> institution,
                                                      Id<Staff> except);

/// `member.id` is ignored; without a password nobody can sign in.
[[nodiscard]] Id<Staff> insert(db::Writer& writer, Id<Institution> institution, const StaffMember& member,
                               Instant now);
/// False where the row is no longer at `member.version`.
[[nodiscard]] bool update(db::Writer& writer, Id<Institution> institution, const StaffMember& member);

struct Secret {
  Id<Staff> staff;
  std::string username;
  std::optional<std::string> password_hash;
  bool is_active = true;
};
[[nodiscard]] std::optional<Secret> find_secret(db::Reader& reader, Id<Institution> institution,
                                                std::string_view username);
[[nodiscard]] std::optional<Secret> find_secret(db::Reader& reader, Id<Institution> institution,
                                                Id<Staff> id);
void set_password(db::Writer& writer, Id<Institution> institution, Id<Staff> id,
                  std::string_view password_hash);

void set_colours(db::Writer& writer, Id<Institution> institution, Id<Staff> id, std::string_view colours);
void set_single_keys(db::Writer& writer, Id<Institution> institution, Id<Staff> id, bool has_single_keys);
/// Writes the directories' new version into the row.
void touch_directory(db::Writer& writer, Id<Institution> institution, Id<Staff> id);

/// By name; at most 500.
[[nodiscard]] std::vector<TeamEntry> teams(db::Reader& reader, Id<Institution> institution);
[[nodiscard]] bool has_team(db::Reader& reader, Id<Institution> institution, Id<Team> id);
[[nodiscard]] bool has_team_name(db::Reader& reader, Id<Institution> institution, std::string_view name);
[[nodiscard]] Id<Team> insert_team(db::Writer& writer, Id<Institution> institution, std::string_view name);
[[nodiscard]] bool rename_team(db::Writer& writer, Id<Institution> institution, Id<Team> id,
                               std::string_view name);

}  // namespace rapport::staff::store
