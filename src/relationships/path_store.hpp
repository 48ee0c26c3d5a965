// The SQL of what stands beside the steps of a path: the conversations, as marks.
#pragma once

#include <vector>

#include "relationships/path_picture.hpp"
#include "scope/scope.hpp"

namespace rapport::path_store {

/// Conversations up to today that the viewer may read, with one record of a person or a department, in order
/// of time; at most 5,000.
[[nodiscard]] std::vector<PathMark> marks(db::Reader& reader, const Scope& scope, RelationshipWith with);

}  // namespace rapport::path_store
