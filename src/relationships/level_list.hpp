// Relationships in the list of people: narrowed by level, by who has gone quiet or is a champion; each
// person's level.
#pragma once

#include "interactions/directory.hpp"
#include "people/people_list_part.hpp"
#include "scope/scope.hpp"

namespace rapport::relationships {

/// Scope and directory must outlive it.
[[nodiscard]] people::PeopleListPart levels_for_list(Scope& scope, const Directory& directory);

}  // namespace rapport::relationships
