// Levels in the list of people: a choice to narrow it by, and each person's level.
#pragma once

#include "interactions/directory.hpp"
#include "people/people_list_part.hpp"
#include "scope/scope.hpp"

namespace rapport::relationships {

/// Scope and directory must outlive it.
[[nodiscard]] people::PeopleListPart levels_for_list(Scope& scope, const Directory& directory);

}  // namespace rapport::relationships
