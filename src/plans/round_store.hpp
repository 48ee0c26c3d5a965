// The SQL of rounds; row <-> value, nothing else.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "db/connection.hpp"
#include "plans/round.hpp"

namespace rapport::round_store {

/// At most 2,000.
[[nodiscard]] std::vector<RoundEntry> of_year(db::Reader& reader, Id<Institution> institution,
                                              int academic_year);
[[nodiscard]] std::optional<RoundEntry> find(db::Reader& reader, Id<Institution> institution,
                                             Id<RoundEntry> id);
[[nodiscard]] std::optional<RoundEntry> find(db::Reader& reader, Id<Institution> institution,
                                             int academic_year, Id<OrgUnit> unit);
[[nodiscard]] Id<RoundEntry> insert(db::Writer& writer, Id<Institution> institution, const RoundEntry& entry);
/// Everything that changes, as the next version; false where it was not `entry.version` any more.
[[nodiscard]] bool update(db::Writer& writer, Id<Institution> institution, const RoundEntry& entry);

/// Newest first, at most 200.
[[nodiscard]] std::vector<RoundEvent> events_of(db::Reader& reader, Id<Institution> institution,
                                                Id<RoundEntry> entry);
void insert(db::Writer& writer, Id<Institution> institution, Id<RoundEntry> entry, const RoundEvent& event);

}  // namespace rapport::round_store
