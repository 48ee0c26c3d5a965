// What a sheet takes from action plans: what the department asked for in the year, and what is planned for
// the next one.
#pragma once

#include "headlines/sheet_making.hpp"
#include "interactions/directory.hpp"
#include "scope/scope.hpp"

namespace rapport::headlines {

void read_plan(Scope& scope, const Directory& directory, const OrgUnitEntry& unit, SheetFacts& facts);

}  // namespace rapport::headlines
