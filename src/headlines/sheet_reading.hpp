// Reads everything that a department's sheet may be made from, as others may see it. Writes nothing.
#pragma once

#include <string_view>

#include "headlines/sheet_making.hpp"
#include "interactions/directory.hpp"
#include "scope/scope.hpp"

namespace rapport::headlines {

/// NotFound where the unit did not exist in that year. Cost: figures::sheet, and the year's conversations of
/// the unit three times over.
[[nodiscard]] Result<SheetFacts> read_facts(Scope& scope, const Directory& directory,
                                            const OrgUnitEntry& unit, int academic_year,
                                            std::string_view library);

/// "Reading lists" of the topic reading-lists.
[[nodiscard]] std::string topic_words(std::string_view name);

}  // namespace rapport::headlines
