// Rows of sessions and one-time links. Tokens never come here: only their hashes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/connection.hpp"
#include "staff/session.hpp"

namespace rapport::staff::store {

struct SessionRow {
  std::string token_hash;
  Id<Staff> staff;
  std::string csrf_token;
  std::string device;
  Instant started_at;
  Instant expires_at;
};
void insert_session(db::Writer& writer, Id<Institution> institution, const SessionRow& row);
/// One statement; every request pays for it. Nothing for inactive staff.
struct FoundSession {
  Session session;
  Instant seen_at;
  Instant expires_at;
};
[[nodiscard]] std::optional<FoundSession> find_session(db::Reader& reader, Id<Institution> institution,
                                                       std::string_view token_hash);
void touch_session(db::Writer& writer, Id<Institution> institution, std::string_view token_hash, Instant now);
/// The newest first; at most 200.
[[nodiscard]] std::vector<SessionEntry> sessions_of(db::Reader& reader, Id<Institution> institution,
                                                    Id<Staff> staff, std::string_view own_token_hash);

/// Each says how many sessions ended.
std::int64_t end_session(db::Writer& writer, Id<Institution> institution, std::string_view token_hash);
std::int64_t end_session_of(db::Writer& writer, Id<Institution> institution, Id<Staff> staff,
                            std::string_view handle);
/// `except` is a token's hash; empty ends all.
std::int64_t end_sessions_of(db::Writer& writer, Id<Institution> institution, Id<Staff> staff,
                             std::string_view except = {});
std::int64_t end_expired_sessions(db::Writer& writer, Id<Institution> institution, Instant now,
                                  Instant idle_since);

enum class LinkPurpose { set_up, password };
struct LinkRow {
  LinkPurpose purpose = LinkPurpose::password;
  std::optional<Id<Staff>> staff;  ///< nobody yet at set-up
  Instant expires_at;
};
void insert_link(db::Writer& writer, Id<Institution> institution, std::string_view token_hash,
                 const LinkRow& row, std::optional<Id<Staff>> made_by, Instant now);
/// Neither used nor run out.
[[nodiscard]] std::optional<LinkRow> find_link(db::Reader& reader, Id<Institution> institution,
                                               std::string_view token_hash, Instant now);
/// False where somebody used it meanwhile.
[[nodiscard]] bool use_link(db::Writer& writer, Id<Institution> institution, std::string_view token_hash,
                            Instant now);
/// Forgets what was made for that person, or for set-up, and not used.
void void_links(db::Writer& writer, Id<Institution> institution, LinkPurpose purpose,
                std::optional<Id<Staff>> staff);

}  // namespace rapport::staff::store
