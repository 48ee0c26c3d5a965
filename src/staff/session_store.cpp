// Rows of sessions and one-time links.
#include "staff/session_store.hpp"

namespace rapport::staff::store {
namespace {

constexpr int handle_length = 16;

std::string_view code(LinkPurpose purpose) {
  return purpose == LinkPurpose::set_up ? "set_up" : "password";
}

FoundSession read_session(const db::Row& row) {
  return {.session = {.viewer = {.staff = row.id<Staff>(0),
                                 .role = role_of(row.text(1)).value_or(Role::librarian),
                                 .team = row.optional_id<Team>(2),
                                 .full_name = row.string(3),
                                 .given_name = row.string(4)},
                      .csrf_token = row.string(5),
                      .colours = row.string(6),
                      .has_single_keys = row.flag(7),
                      .team_name = row.string(8)},
          .seen_at = row.instant(9),
          .expires_at = row.instant(10)};
}

}  // namespace

void insert_session(db::Writer& writer, Id<Institution> institution, const SessionRow& row) {
  writer.execute(
      "insert into sessions (institution_id, token_hash, staff_id, csrf_token, device, started_at, seen_at, "
      "expires_at) "
      "values ($1, $2, $3, $4, $5, $6, $6, $7)",
      institution, row.token_hash, row.staff, row.csrf_token, row.device, row.started_at, row.expires_at);
}

std::optional<FoundSession> find_session(db::Reader& reader, Id<Institution> institution,
                                         std::string_view token_hash) {
  return reader.one(
      "select m.id, m.role, m.team_id, m.full_name, m.given_name, s.csrf_token, m.colours, "
      "m.has_single_keys, t.name, "
      "s.seen_at, s.expires_at from sessions s "
      "join staff m on m.institution_id = s.institution_id and m.id = s.staff_id "
      "left join teams t on t.institution_id = m.institution_id and t.id = m.team_id "
      "where s.institution_id = $1 and s.token_hash = $2 and m.is_active = 1",
      read_session, institution, token_hash);
}

void touch_session(db::Writer& writer, Id<Institution> institution, std::string_view token_hash,
                   Instant now) {
  writer.execute(
      "update sessions set seen_at = $3 where institution_id = $1 and token_hash = $2 and seen_at < $3",
      institution, token_hash, now);
}

std::vector<SessionEntry> sessions_of(db::Reader& reader, Id<Institution> institution, Id<Staff> staff,
                                      std::string_view own_token_hash) {
  return reader.all(
      "select token_hash, device, started_at, seen_at from sessions where institution_id = $1 and staff_id = "
      "$2 "
      "order by started_at desc, token_hash limit 200",
      [&](const db::Row& row) {
        return SessionEntry{.handle = std::string(row.text(0).substr(0, handle_length)),
                            .device = row.string(1),
                            .started_at = row.instant(2),
                            .seen_at = row.instant(3),
                            .is_this = row.text(0) == own_token_hash};
      },
      institution, staff);
}

std::int64_t end_session(db::Writer& writer, Id<Institution> institution, std::string_view token_hash) {
  return writer.execute("delete from sessions where institution_id = $1 and token_hash = $2", institution,
                        token_hash);
}

std::int64_t end_session_of(db::Writer& writer, Id<Institution> institution, Id<Staff> staff,
                            std::string_view handle) {
  return writer.execute(
      "delete from sessions where institution_id = $1 and staff_id = $2 and substr(token_hash, 1, 16) = $3",
      institution, staff, handle);
}

std::int64_t end_sessions_of(db::Writer& writer, Id<Institution> institution, Id<Staff> staff,
                             std::string_view except) {
  return writer.execute(
      "delete from sessions where institution_id = $1 and staff_id = $2 and token_hash <> $3", institution,
      staff, except);
}

std::int64_t end_expired_sessions(db::Writer& writer, Id<Institution> institution, Instant now,
                                  Instant idle_since) {
  return writer.execute(
      "delete from sessions where institution_id = $1 and (expires_at <= $2 or seen_at <= $3)", institution,
      now, idle_since);
}

void insert_link(db::Writer& writer, Id<Institution> institution, std::string_view token_hash,
                 const LinkRow& row, std::optional<Id<Staff>> made_by, Instant now) {
  writer.execute(
      "insert into staff_links (institution_id, token_hash, purpose, staff_id, made_by, made_at, expires_at) "
      "values ($1, $2, $3, $4, $5, $6, $7)",
      institution, token_hash, code(row.purpose), row.staff, made_by, now, row.expires_at);
}

std::optional<LinkRow> find_link(db::Reader& reader, Id<Institution> institution, std::string_view token_hash,
                                 Instant now) {
  return reader.one(
      "select purpose, staff_id, expires_at from staff_links "
      "where institution_id = $1 and token_hash = $2 and used_at is null and expires_at > $3",
      [](const db::Row& row) {
        return LinkRow{.purpose = row.text(0) == "set_up" ? LinkPurpose::set_up : LinkPurpose::password,
                       .staff = row.optional_id<Staff>(1),
                       .expires_at = row.instant(2)};
      },
      institution, token_hash, now);
}

bool use_link(db::Writer& writer, Id<Institution> institution, std::string_view token_hash, Instant now) {
  return writer.execute(
             "update staff_links set used_at = $3 "
             "where institution_id = $1 and token_hash = $2 and used_at is null and expires_at > $3",
             institution, token_hash, now) == 1;
}

void void_links(db::Writer& writer, Id<Institution> institution, LinkPurpose purpose,
                std::optional<Id<Staff>> staff) {
  // `staff_id = NULL` is never true, so set-up links are asked for by purpose alone.
  writer.execute(
      "delete from staff_links where institution_id = $1 and purpose = $2 and used_at is null "
      "and (staff_id = $3 or purpose = 'set_up')",
      institution, code(purpose), staff);
}

}  // namespace rapport::staff::store
