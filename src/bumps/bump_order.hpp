// The order of a link's two conversations: what led to something lies before it, and nothing goes in a
// circle.
#pragma once

#include "base/result.hpp"
#include "db/connection.hpp"
#include "interactions/directory.hpp"
#include "interactions/interaction.hpp"
#include "scope/scope.hpp"

namespace rapport::bumps {

/// Both ends of a link.
struct Sides {
  Interaction earlier;
  Interaction later;
};

/// Invalid, naming both, where the later one lies before, or the earlier one came out of it over any number
/// of steps. Cost: the walk over what lies before the earlier one.
[[nodiscard]] Result<Done> is_in_order(const Scope& scope, db::Reader& reader, const Directory& directory,
                                       const Sides& sides);

}  // namespace rapport::bumps
