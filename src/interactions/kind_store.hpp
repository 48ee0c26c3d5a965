// The SQL of kinds.
#pragma once

#include "db/connection.hpp"
#include "interactions/kinds.hpp"

namespace rapport::kind_store {

[[nodiscard]] std::vector<interactions::KindRow> all(db::Reader& reader, Id<Institution> institution);
/// At the end of the order; every page sees it from the next on.
Id<InteractionKind> insert(db::Writer& writer, Id<Institution> institution, const KindEntry& kind);
void update(db::Writer& writer, Id<Institution> institution, const KindEntry& kind);
/// Tells followers of every linked conversation of that kind.
void note_changes(db::Writer& writer, Id<Institution> institution, Id<InteractionKind> kind);

}  // namespace rapport::kind_store
