// The front door of staff: permission, transaction, audit.
#include "staff/staff.hpp"

#include <array>

#include "audit/audit.hpp"
#include "base/text.hpp"
#include "json/json.hpp"
#include "staff/permission.hpp"
#include "staff/session_store.hpp"
#include "staff/staff_store.hpp"

namespace rapport::staff {
namespace {

constexpr std::size_t team_characters_max = 80;

void record(Scope& scope, db::Writer& writer, std::string_view action, Id<Staff> id,
            const json::Value& details) {
  audit::record_change(
      scope, writer,
      {.action = action, .subject = "staff", .subject_id = id.value, .details = json::write(details)});
}

/// What only the database knows to be wrong.
std::optional<Refusal> refuse_member(Scope& scope, db::Reader& reader, const StaffMember& member) {
  if (store::has_username(reader, scope.institution, member.username, member.id))
    return invalid("username", "Somebody has this username already.");
  if (member.team && !store::has_team(reader, scope.institution, *member.team))
    return invalid("team", "Choose one of the teams.");
  return std::nullopt;
}

bool is_working_administrator(const StaffMember& member) {
  return member.is_active && member.role == Role::administrator;
}

std::optional<Refusal> refuse_change(Scope& scope, db::Reader& reader, const StaffMember& before,
                                     const StaffMember& after, int version) {
  if (before.version != version)
    return conflict("Somebody changed " + before.full_name + " while you were writing.");
  if (is_working_administrator(before) && !is_working_administrator(after) &&
      store::count_other_administrators(reader, scope.institution, before.id) == 0)
    return invalid("role", "Somebody has to be administrator. Make another one first.");
  return refuse_member(scope, reader, after);
}

/// Rights that were lost must not live on in an open session or an unused link.
void end_access(Scope& scope, db::Writer& writer, const StaffMember& before, const StaffMember& after) {
  if (before.role == after.role && before.is_active == after.is_active) return;
  store::end_sessions_of(writer, scope.institution, before.id);
  if (!after.is_active) store::void_links(writer, scope.institution, store::LinkPurpose::password, before.id);
}

Result<Done> change_to(Scope& scope, Id<Staff> id, int version, StaffMember after) {
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto before = store::find(writer, scope.institution, id);
    if (!before) return nobody_here();
    after.id = id;
    after.version = version;
    if (auto refusal = refuse_change(scope, writer, *before, after, version)) return *refusal;
    if (!store::update(writer, scope.institution, after)) return conflict("Somebody else was faster.");
    end_access(scope, writer, *before, after);
    const bool is_closed = before->is_active && !after.is_active;
    record(scope, writer, is_closed ? "deactivated" : "changed", id,
           json::Object{{"role", code(after.role)}, {"is_active", after.is_active}});
    return Done{};
  });
}

std::optional<Refusal> refuse_team_name(Scope& scope, db::Reader& reader, const std::string& name) {
  if (name.empty()) return invalid("team_name", "What is the team called?");
  if (character_count(name) > team_characters_max)
    return invalid("team_name", "A name has at most 80 characters.");
  if (store::has_team_name(reader, scope.institution, name))
    return invalid("team_name", "There is a team of this name already.");
  return std::nullopt;
}

}  // namespace

Result<Id<Staff>> add(Scope& scope, const StaffDraft& draft) {
  if (auto refusal = refuse_unless_administrator(scope)) return *refusal;
  const auto member = check(draft);
  if (!member) return member.refusal();
  return scope.write([&](db::Writer& writer) -> Result<Id<Staff>> {
    if (auto refusal = refuse_member(scope, writer, *member)) return *refusal;
    const auto id = store::insert(writer, scope.institution, *member, scope.now);
    record(scope, writer, "added", id, json::Object{{"role", code(member->role)}});
    return id;
  });
}

Result<Done> change(Scope& scope, Id<Staff> id, int version, const StaffDraft& draft) {
  if (auto refusal = refuse_unless_administrator(scope)) return *refusal;
  auto after = check(draft);
  if (!after) return after.refusal();
  return change_to(scope, id, version, std::move(after).value());
}

Result<Done> deactivate(Scope& scope, Id<Staff> id) {
  auto member = get(scope, id);
  if (!member) return member.refusal();
  member->is_active = false;
  return change_to(scope, id, member->version, *member);
}

Result<StaffMember> get(Scope& scope, Id<Staff> id) {
  if (auto refusal = refuse_unless_administrator(scope)) return *refusal;
  auto found = scope.read([&](db::Reader& reader) { return store::find(reader, scope.institution, id); });
  if (!found) return nobody_here();
  return std::move(*found);
}

Result<std::vector<StaffMember>> all(Scope& scope) {
  if (auto refusal = refuse_unless_administrator(scope)) return *refusal;
  return scope.read([&](db::Reader& reader) { return store::all(reader, scope.institution); });
}

std::vector<TeamEntry> teams(Scope& scope) {
  return scope.read([&](db::Reader& reader) { return store::teams(reader, scope.institution); });
}

Result<Id<Team>> add_team(Scope& scope, std::string_view name) {
  if (auto refusal = refuse_unless_administrator(scope)) return *refusal;
  const auto tidied = tidy_line(name);
  return scope.write([&](db::Writer& writer) -> Result<Id<Team>> {
    if (auto refusal = refuse_team_name(scope, writer, tidied)) return *refusal;
    const auto id = store::insert_team(writer, scope.institution, tidied);
    (void)next_directory_version(writer, scope.institution);
    audit::record_change(scope, writer, {.action = "added", .subject = "team", .subject_id = id.value});
    return id;
  });
}

Result<Done> rename_team(Scope& scope, Id<Team> id, std::string_view name) {
  if (auto refusal = refuse_unless_administrator(scope)) return *refusal;
  const auto tidied = tidy_line(name);
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    if (auto refusal = refuse_team_name(scope, writer, tidied)) return *refusal;
    if (!store::rename_team(writer, scope.institution, id, tidied))
      return not_found("There is no such team.");
    (void)next_directory_version(writer, scope.institution);
    audit::record_change(scope, writer, {.action = "renamed", .subject = "team", .subject_id = id.value});
    return Done{};
  });
}

Result<Done> choose_colours(Scope& scope, std::string_view colours) {
  if (colours != "device" && colours != "light" && colours != "dark")
    return invalid("colours", "Choose light, dark, or what the device says.");
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    store::set_colours(writer, scope.institution, scope.viewer.staff, colours);
    record(scope, writer, "chose colours", scope.viewer.staff, json::Object{{"colours", colours}});
    return Done{};
  });
}

Result<Done> choose_single_keys(Scope& scope, bool has_single_keys) {
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    store::set_single_keys(writer, scope.institution, scope.viewer.staff, has_single_keys);
    record(scope, writer, "chose single keys", scope.viewer.staff,
           json::Object{{"has_single_keys", has_single_keys}});
    return Done{};
  });
}

}  // namespace rapport::staff
