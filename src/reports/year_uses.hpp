// What stands under academic years, for whoever wants them to begin on another day: that anything does, and
// what of years to come is touched. Reads across chapters and writes nothing.
#pragma once

#include <vector>

#include "organisation/year_starts.hpp"
#include "scope/scope.hpp"

namespace rapport::reports {

/// Conversations, figures, plans, rounds and headline pages.
[[nodiscard]] YearsHold years_hold(db::Reader& reader, Id<Institution> institution);

/// In order: conversations that are ahead and would count in another year; plans; rounds, with those whose
/// weeks or meeting would lie outside of their year; figures reported of the year that becomes longer or
/// shorter. Cost: some look-ups by index for each of six years.
[[nodiscard]] std::vector<YearNote> year_notes(Scope& scope, const AcademicYears& before,
                                               const AcademicYears& after, int from_year);

}  // namespace rapport::reports
