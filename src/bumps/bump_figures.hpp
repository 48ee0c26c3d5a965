// What the board adds up, kept beside the links: who helped whom to which outcome, and whose team took a
// step. Links and conversations that changed are followed afterwards (ADR 0023).
#pragma once

#include "bumps/bump.hpp"
#include "db/connection.hpp"
#include "interactions/directory.hpp"
#include "scope/scope.hpp"

namespace rapport::bumps {

/// A colleague helped another to an outcome that the helper did not deliver (product.md, Helpfulness).
struct Help {
  Id<Staff> helper = {};
  Id<Staff> colleague = {};
  int sharers = 1;  ///< how many delivered it together: for each of them it counts 1/sharers

  friend bool operator==(const Help&, const Help&) = default;
};
/// Nothing unless `later` is an outcome and neither was withdrawn.
[[nodiscard]] std::vector<Help> helps_of(const Interaction& earlier, const Interaction& later,
                                         const Vocabulary& vocabulary);

/// Puts the rows of this link in place of those there were.
void keep_figures(db::Writer& writer, Id<Institution> institution, const Directory& directory,
                  const Bump& bump, const Interaction& earlier, const Interaction& later);

/// Brings the figures, and what grew from people, up to links that changed and to conversations that were
/// corrected, withdrawn or brought back. True when there may be more. A transaction each; for a job, so there
/// is no permission.
bool catch_up(Scope& scope, const Directory& directory);

}  // namespace rapport::bumps
