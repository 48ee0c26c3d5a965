// Reads plans for a sheet.
#include "headlines/sheet_plan.hpp"

namespace rapport::headlines {

void read_plan(Scope& /*scope*/, const Directory& /*directory*/, const OrgUnitEntry& /*unit*/,
               SheetFacts& /*facts*/) {}

}  // namespace rapport::headlines
