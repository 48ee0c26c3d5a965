// The SQL of the office screens' addresses.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "bumps/wall.hpp"
#include "db/connection.hpp"

namespace rapport::wall_store {

/// Neither revoked nor expired, newest first.
[[nodiscard]] std::vector<WallEntry> working(db::Reader& reader, Id<Institution> institution, Instant now);
/// As it was kept, also when it does not work any more; the index decides, not a comparison of texts.
struct KeptWall {
  std::string token_hash = {};
  std::optional<Id<Team>> team = {};
  bool is_working = false;
};
[[nodiscard]] std::optional<KeptWall> find(db::Reader& reader, Id<Institution> institution,
                                           std::string_view token_hash, Instant now);
[[nodiscard]] Id<WallLink> insert(db::Writer& writer, Id<Institution> institution, const WallEntry& wall,
                                  std::string_view token_hash);
/// False where there was none that worked.
[[nodiscard]] bool revoke(db::Writer& writer, Id<Institution> institution, Id<WallLink> id, Instant now);

}  // namespace rapport::wall_store
