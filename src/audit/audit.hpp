// Who changed what, when: one row a change, written in the change's own transaction, chained by hash.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "db/connection.hpp"
#include "scope/scope.hpp"

namespace rapport::audit {

/// A change in a few words: `action` is a verb ("recorded", "withdrawn"), `subject` the singular table name
/// ("interaction"), `details` a JSON object without note text ("{}" where there is nothing to add).
struct Change {
  std::string_view action;
  std::string_view subject;
  std::optional<std::int64_t> subject_id;
  std::string details = "{}";
};

/// Appends to the institution's chain. Call it once in every front-door verb that writes.
void record_change(Scope& scope, db::Writer& writer, const Change& change);

/// The number of the first event whose hash does not follow from the one before; nothing when the chain is
/// whole.
[[nodiscard]] std::optional<std::int64_t> first_broken_event(db::Reader& reader, Id<Institution> institution);

}  // namespace rapport::audit
