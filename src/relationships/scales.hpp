// The front door of a library's levels. Everybody reads them, administrators change them.
#pragma once

#include <vector>

#include "base/result.hpp"
#include "relationships/scale_change.hpp"
#include "scope/scope.hpp"

namespace rapport::relationships {

/// How many relationships stand on each level today.
[[nodiscard]] std::vector<int> relationships_by_level(Scope& scope);

/// Makes the next version and puts every relationship on its level there; events keep the names of their
/// time. Answers with the new version's number. Invalid: faults_of. Conflict where somebody changed the
/// levels since `seen_version`. Forbidden but for administrators. Cost: one statement over all relationships.
[[nodiscard]] Result<int> change_scale(Scope& scope, const ScaleDraft& draft);

}  // namespace rapport::relationships
