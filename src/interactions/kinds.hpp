// The front door of a library's kinds: read, add, change. Nothing is ever deleted: a kind that is not used
// any more is switched off and keeps its conversations.
#pragma once

#include <cstdint>
#include <vector>

#include "base/result.hpp"
#include "interactions/kind.hpp"
#include "scope/scope.hpp"

namespace rapport::interactions {

struct KindRow {
  KindEntry kind;
  std::int64_t edition = 0;  ///< changes with the kind
};

/// In the library's order, those not in use too. At most 500.
[[nodiscard]] std::vector<KindRow> kinds(Scope& scope);
/// NotFound where there is none.
[[nodiscard]] Result<KindRow> get_kind(Scope& scope, Id<InteractionKind> id);
/// At the end of the order. Administrators: Forbidden otherwise. Invalid: see checked(KindDraft).
[[nodiscard]] Result<Id<InteractionKind>> add_kind(Scope& scope, const KindDraft& draft);
/// Conflict where it was changed since `edition`. What hangs on a kind's being an outcome is counted anew
/// afterwards, by who follows interaction_changes.
[[nodiscard]] Result<Done> change_kind(Scope& scope, Id<InteractionKind> id, std::int64_t edition,
                                       const KindDraft& draft);

}  // namespace rapport::interactions
