// Rows of staff and teams.
#include "staff/staff_store.hpp"

namespace rapport::staff::store {
namespace {

StaffMember read_member(const db::Row& row) {
  return {.id = row.id<Staff>(0),
          .username = row.string(1),
          .full_name = row.string(2),
          .given_name = row.string(3),
          .email = row.string(4),
          .role = role_of(row.text(5)).value_or(Role::librarian),
          .team = row.optional_id<Team>(6),
          .is_active = row.flag(7),
          .has_password = !row.is_null(8),
          .version = row.number(9)};
}

Secret read_secret(const db::Row& row) {
  return {.staff = row.id<Staff>(0),
          .username = row.string(1),
          .password_hash = row.optional_string(2),
          .is_active = row.flag(3)};
}

TeamEntry read_team(const db::Row& row) {
  return {.id = row.id<Team>(0), .name = row.string(1)};
}

}  // namespace

std::optional<StaffMember> find(db::Reader& reader, Id<Institution> institution, Id<Staff> id) {
  return reader.one(
      "select id, username, full_name, given_name, email, role, team_id, is_active, password_hash, version "
      "from staff "
      "where institution_id = $1 and id = $2",
      read_member, institution, id);
}

std::vector<StaffMember> all(db::Reader& reader, Id<Institution> institution) {
  return reader.all(
      "select id, username, full_name, given_name, email, role, team_id, is_active, password_hash, version "
      "from staff "
      "where institution_id = $1 order by username limit 2000",
      read_member, institution);
}

bool has_username(db::Reader& reader, Id<Institution> institution, std::string_view username,
                  Id<Staff> except) {
  return reader.exists("select 1 from staff where institution_id = $1 and username = $2 and id <> $3",
                       institution, username, except);
}

std::int64_t count_other_administrators(db::Reader& reader, Id<Institution> institution, Id<Staff> except) {
  return reader.count(
      "select count(*) from staff where institution_id = $1 and role = 'administrator' and is_active = 1 and "
      "id <> $2",
      institution, except);
}

Id<Staff> insert(db::Writer& writer, Id<Institution> institution, const StaffMember& member, Instant now) {
  return writer.insert<Staff>(
      "insert into staff (institution_id, username, full_name, given_name, email, role, team_id, is_active, "
      "directory_version, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id",
      institution, member.username, member.full_name, member.given_name, member.email, code(member.role),
      member.team, member.is_active, next_directory_version(writer, institution), now);
}

bool update(db::Writer& writer, Id<Institution> institution, const StaffMember& member) {
  return writer.execute(
             "update staff set username = $3, full_name = $4, given_name = $5, email = $6, role = $7, "
             "team_id = $8, "
             "is_active = $9, version = version + 1, directory_version = $10 "
             "where institution_id = $1 and id = $2 and version = $11",
             institution, member.id, member.username, member.full_name, member.given_name, member.email,
             code(member.role), member.team, member.is_active, next_directory_version(writer, institution),
             member.version) == 1;
}

std::optional<Secret> find_secret(db::Reader& reader, Id<Institution> institution,
                                  std::string_view username) {
  return reader.one(
      "select id, username, password_hash, is_active from staff where institution_id = $1 and username = $2",
      read_secret, institution, username);
}

std::optional<Secret> find_secret(db::Reader& reader, Id<Institution> institution, Id<Staff> id) {
  return reader.one(
      "select id, username, password_hash, is_active from staff where institution_id = $1 and id = $2",
      read_secret, institution, id);
}

void set_password(db::Writer& writer, Id<Institution> institution, Id<Staff> id,
                  std::string_view password_hash) {
  writer.execute("update staff set password_hash = $3 where institution_id = $1 and id = $2", institution, id,
                 password_hash);
}

void set_colours(db::Writer& writer, Id<Institution> institution, Id<Staff> id, std::string_view colours) {
  writer.execute("update staff set colours = $3 where institution_id = $1 and id = $2", institution, id,
                 colours);
}

void set_single_keys(db::Writer& writer, Id<Institution> institution, Id<Staff> id, bool has_single_keys) {
  writer.execute("update staff set has_single_keys = $3 where institution_id = $1 and id = $2", institution,
                 id, has_single_keys);
}

void touch_directory(db::Writer& writer, Id<Institution> institution, Id<Staff> id) {
  writer.execute("update staff set directory_version = $3 where institution_id = $1 and id = $2", institution,
                 id, next_directory_version(writer, institution));
}

std::vector<TeamEntry> teams(db::Reader& reader, Id<Institution> institution) {
  return reader.all("select id, name from teams where institution_id = $1 order by name limit 500", read_team,
                    institution);
}

bool has_team(db::Reader& reader, Id<Institution> institution, Id<Team> id) {
  return reader.exists("select 1 from teams where institution_id = $1 and id = $2", institution, id);
}

bool has_team_name(db::Reader& reader, Id<Institution> institution, std::string_view name) {
  return reader.exists("select 1 from teams where institution_id = $1 and name = $2", institution, name);
}

Id<Team> insert_team(db::Writer& writer, Id<Institution> institution, std::string_view name) {
  return writer.insert<Team>("insert into teams (institution_id, name) values ($1, $2) returning id",
                             institution, name);
}

bool rename_team(db::Writer& writer, Id<Institution> institution, Id<Team> id, std::string_view name) {
  return writer.execute("update teams set name = $3 where institution_id = $1 and id = $2", institution, id,
                        name) == 1;
}

}  // namespace rapport::staff::store
