// What Rapport counts itself by department and academic year: kept, and brought up to what has changed (ADR
// 0015). A job, so there is no permission and no audit.
#pragma once

#include "interactions/directory.hpp"
#include "measures/unit_year_store.hpp"
#include "scope/scope.hpp"

namespace rapport::unit_years {

/// Counted now from everything that is there, up to today.
[[nodiscard]] UnitYear recount(db::Reader& reader, const Scope& scope, const Directory& directory,
                               UnitYearKey key);

/// As it is at this moment: the kept row, or a recount where something of it has changed and was not worked
/// on yet. Equal to `recount` once bumps have followed what was corrected. Cost: some look-ups by key.
[[nodiscard]] UnitYear of(db::Reader& reader, const Scope& scope, const Directory& directory,
                          UnitYearKey key);

/// Brings kept rows up to what has changed: some dozens at once. True when there may be more. Counts on a
/// snapshot and writes little; of two who count at once one writes.
bool catch_up(Scope& scope, const Directory& directory);

}  // namespace rapport::unit_years
