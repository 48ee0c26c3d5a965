// The SQL of thanks.
#pragma once

#include <vector>

#include "bumps/thanks.hpp"
#include "db/connection.hpp"

namespace rapport::thanks_store {

/// Nothing changes where the same was said before.
void insert(db::Writer& writer, const Scope& scope, const ThanksDraft& draft);
[[nodiscard]] std::vector<Thanks> unseen(db::Reader& reader, const Scope& scope, int limit);
void mark_seen(db::Writer& writer, const Scope& scope, Id<ThanksRow> up_to);

}  // namespace rapport::thanks_store
