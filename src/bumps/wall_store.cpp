// The SQL of the office screens' addresses.
#include "bumps/wall_store.hpp"

namespace rapport::wall_store {

std::vector<WallEntry> working(db::Reader& reader, Id<Institution> institution, Instant now) {
  return reader.all(
      "select id, team_id, label, made_by, made_at, expires_at from wall_links where institution_id = $1 "
      "and revoked_at is null and expires_at > $2 order by id desc limit 100",
      [](const db::Row& row) {
        return WallEntry{.id = row.id<WallLink>(0),
                         .team = row.optional_id<Team>(1),
                         .label = row.string(2),
                         .made_by = row.id<Staff>(3),
                         .made_at = row.instant(4),
                         .expires_at = row.instant(5)};
      },
      institution, now);
}

std::optional<KeptWall> find(db::Reader& reader, Id<Institution> institution, std::string_view token_hash,
                             Instant now) {
  return reader.one(
      "select token_hash, team_id, revoked_at, expires_at from wall_links "
      "where institution_id = $1 and token_hash = $2",
      [&](const db::Row& row) {
        return KeptWall{.token_hash = row.string(0),
                        .team = row.optional_id<Team>(1),
                        .is_working = row.is_null(2) && row.instant(3) > now};
      },
      institution, token_hash);
}

Id<WallLink> insert(db::Writer& writer, Id<Institution> institution, const WallEntry& wall,
                    std::string_view token_hash) {
  return writer.insert<WallLink>(
      "insert into wall_links (institution_id, token_hash, team_id, label, made_by, made_at, expires_at) "
      "values ($1, $2, $3, $4, $5, $6, $7) returning id",
      institution, token_hash, wall.team, wall.label, wall.made_by, wall.made_at, wall.expires_at);
}

bool revoke(db::Writer& writer, Id<Institution> institution, Id<WallLink> id, Instant now) {
  return writer.exists(
      "update wall_links set revoked_at = $3 where institution_id = $1 and id = $2 and revoked_at is null "
      "returning id",
      institution, id, now);
}

}  // namespace rapport::wall_store
