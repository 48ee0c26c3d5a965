// The credit of a chain that somebody looks at: from its steps, and from what else counts in its outcomes'
// numbering.
#pragma once

#include <vector>

#include "bumps/chain.hpp"
#include "bumps/credit.hpp"
#include "scope/scope.hpp"

namespace rapport {

/// A chain as credit sees it. What the viewer may not read, or was taken back, has nobody in it and is looked
/// through; what is still to come is no outcome yet.
[[nodiscard]] CreditChain credit_chain_of(const Chain& chain, const Directory& directory,
                                          const AcademicYears& years);

namespace chains {

/// Outcomes outside the chain count in the numbering whoever may read them: nothing of them is shown. Cost:
/// one range of a year or two for each academic and department of its outcomes; beyond forty of them the
/// chain counts alone.
[[nodiscard]] std::vector<CreditShare> credit(Scope& scope, const Directory& directory, const Chain& chain);

}  // namespace chains
}  // namespace rapport
