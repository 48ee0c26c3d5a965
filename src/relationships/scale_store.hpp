// The SQL of scales; row <-> value, nothing else.
#pragma once

#include "db/connection.hpp"
#include "relationships/scale.hpp"

namespace rapport::scale_store {

/// Every version with its levels and mapping, oldest first; the starting scale where nothing is kept yet.
[[nodiscard]] Scales read(db::Reader& reader, Id<Institution> institution);
/// Those that are needed to read moves from version `oldest` on: the newest alone where that is enough.
[[nodiscard]] Scales read_since(db::Reader& reader, Id<Institution> institution, int oldest);
/// The newest version alone, without its history: one look-up.
[[nodiscard]] Scale current(db::Reader& reader, Id<Institution> institution);
/// Writes the starting scale down where nothing is kept yet: events refer to levels.
void keep_starting_scale(db::Writer& writer, Id<Institution> institution, Instant now);
void insert(db::Writer& writer, Id<Institution> institution, const Scale& scale);

}  // namespace rapport::scale_store
