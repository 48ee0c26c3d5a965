// The first start: checks, the institution's row, the first administrator.
#include "staff/set_up.hpp"

#include <stdexcept>

#include "audit/audit.hpp"
#include "base/random.hpp"
#include "base/text.hpp"
#include "staff/session_store.hpp"
#include "staff/staff_store.hpp"

namespace rapport::staff {
namespace {

constexpr std::size_t institution_characters_max = 120;
constexpr Instant end_of_time{253'402'300'799'000};  // 9999-12-31: the link is good until it is used

Refusal dead_link() {
  return not_found(
      "This link was used already. Whoever looks after the server can start Rapport again for a new one.");
}

bool is_good(Scope& scope, db::Reader& reader, std::string_view token) {
  const auto link = store::find_link(reader, scope.institution, sha256_hex(token), scope.now);
  return link && link->purpose == store::LinkPurpose::set_up && needs_set_up(reader, scope.institution);
}

bool is_zone(const std::string& name) {
  try {
    const Zone zone(name);
    return true;
  } catch (const std::runtime_error&) {
    return false;
  }
}

struct SetUp {
  std::string institution_name;
  std::string zone;
  StaffMember administrator;
  std::string password;
};

Result<SetUp> check(const SetUpDraft& draft) {
  SetUp made{.institution_name = tidy_line(draft.institution_name),
             .zone = tidy_line(draft.zone),
             .administrator = {},
             .password = password_as_kept(draft.password)};
  std::vector<Fault> faults;
  if (made.institution_name.empty()) faults.push_back({"institution_name", "What is the university called?"});
  if (character_count(made.institution_name) > institution_characters_max)
    faults.push_back({"institution_name", "A name has at most 120 characters."});
  if (!is_zone(made.zone)) faults.push_back({"zone", "Write a time zone like Europe/London."});
  auto administrator = draft.administrator;
  administrator.role = code(Role::administrator);
  administrator.team.reset();
  administrator.is_active = true;
  if (auto member = staff::check(administrator))
    made.administrator = std::move(*member);
  else
    faults.insert(faults.end(), member.refusal().faults.begin(), member.refusal().faults.end());
  if (auto fault = password_fault(made.password, made.administrator.username))
    faults.push_back({"password", *fault});
  if (!faults.empty()) return invalid(std::move(faults));
  return made;
}

}  // namespace

std::optional<InstitutionEntry> find_institution(db::Reader& reader) {
  return reader.one("select id, name, zone from institutions order by id limit 1", [](const db::Row& row) {
    return InstitutionEntry{.id = row.id<Institution>(0), .name = row.string(1), .zone = row.string(2)};
  });
}

InstitutionEntry open_institution(db::Database& database, Instant now) {
  if (auto found = database.read([](db::Reader& reader) { return find_institution(reader); })) return *found;
  return database.write([&](db::Writer& writer) {
    if (auto found = find_institution(writer)) return *found;
    InstitutionEntry made{.id = {}, .name = "The library", .zone = "Europe/London"};
    made.id = writer.insert<Institution>(
        "insert into institutions (name, zone, created_at) values ($1, $2, $3) returning id", made.name,
        made.zone, now);
    return made;
  });
}

bool needs_set_up(db::Reader& reader, Id<Institution> institution) {
  return !reader.exists(
      "select 1 from staff where institution_id = $1 and role = 'administrator' and is_active = 1 "
      "and password_hash is not null",
      institution);
}

std::optional<std::string> make_set_up_link(Scope& scope) {
  return scope.write([&](db::Writer& writer) -> std::optional<std::string> {
    if (!needs_set_up(writer, scope.institution)) return std::nullopt;
    auto token = random_token();
    store::void_links(writer, scope.institution, store::LinkPurpose::set_up, std::nullopt);
    store::insert_link(writer, scope.institution, sha256_hex(token),
                       {.purpose = store::LinkPurpose::set_up, .staff = {}, .expires_at = end_of_time},
                       std::nullopt, scope.now);
    audit::record_change(
        scope, writer,
        {.action = "made a set-up link", .subject = "institution", .subject_id = scope.institution.value});
    return token;
  });
}

Result<Done> find_set_up_link(Scope& scope, std::string_view token) {
  if (!scope.read([&](db::Reader& reader) { return is_good(scope, reader, token); })) return dead_link();
  return Done{};
}

Result<Id<Staff>> set_up(Scope& scope, PasswordHasher& hasher, std::string_view token,
                         const SetUpDraft& draft) {
  if (auto found = find_set_up_link(scope, token); !found) return found.refusal();
  const auto checked = check(draft);
  if (!checked) return checked.refusal();
  const auto hash = hasher.hash(checked->password);
  return scope.write([&](db::Writer& writer) -> Result<Id<Staff>> {
    if (!is_good(scope, writer, token) ||
        !store::use_link(writer, scope.institution, sha256_hex(token), scope.now))
      return dead_link();
    if (store::has_username(writer, scope.institution, checked->administrator.username, {}))
      return invalid("username", "Somebody has this username already.");
    writer.execute("update institutions set name = $2, zone = $3 where id = $1", scope.institution,
                   checked->institution_name, checked->zone);
    const auto id = store::insert(writer, scope.institution, checked->administrator, scope.now);
    store::set_password(writer, scope.institution, id, hash);
    audit::record_change(
        scope, writer, {.action = "set up", .subject = "institution", .subject_id = scope.institution.value});
    return id;
  });
}

}  // namespace rapport::staff
