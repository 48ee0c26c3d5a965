// The part of the front door of relationships that plans hang on.
#pragma once

#include <vector>

#include "base/result.hpp"
#include "interactions/directory.hpp"
#include "relationships/relationship.hpp"
#include "scope/scope.hpp"

namespace rapport::relationships {

/// Keeps a place for a relationship of which nothing was ever said: what a plan belongs to. Not yet met, no
/// event; one that is there already is given back. NotFound where nobody is there. Forbidden for directors.
[[nodiscard]] Result<Relationship> begin(Scope& scope, const Directory& directory, RelationshipWith with,
                                         ServiceArea area = ServiceArea::overall);
/// Everything kept about a person (all records) or department in an area; none where nobody said anything.
[[nodiscard]] std::vector<Relationship> all_of(Scope& scope, const Directory& directory,
                                               RelationshipWith with, ServiceArea area);

}  // namespace rapport::relationships
