// The briefs that go with a hand-over: one page for each department and each person, for the colleague who
// takes over. Whoever prints them, they hold only what everybody of the library (or of the team that all
// three share) may read: no restricted note can reach the new colleague by paper.
#pragma once

#include <memory>
#include <vector>

#include "relationships/hand_overs.hpp"

namespace rapport::profiles {

/// The scope that the briefs are read with: nobody's, in the team that the two colleagues and the viewer are
/// all in, named as the one who takes over.
[[nodiscard]] std::unique_ptr<Scope> brief_scope(Scope& scope, const Directory& directory,
                                                 const HandOver& hand_over);

/// Whose briefs a department has: first those to be introduced, in that order; then by level and last
/// conversation. People who are here and were ever spoken to.
[[nodiscard]] std::vector<const PersonEntry*> people_to_brief(Scope& scope, const Directory& directory,
                                                              const hand_overs::HandedOver& told,
                                                              Id<OrgUnit> unit);

}  // namespace rapport::profiles
