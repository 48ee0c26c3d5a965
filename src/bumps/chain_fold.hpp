// What of a chain is drawn one by one, and what is drawn together as "6 more", so that long chains stay a
// picture. Pure; the list below the picture has every step.
#pragma once

#include <cstddef>
#include <vector>

#include "bumps/chain.hpp"

namespace rapport {

/// Why steps are drawn as one.
enum class Together {
  alone,     ///< it is one step
  siblings,  ///< several of a kind that came out of one step and led on to nothing: "38 one-to-ones"
  run,       ///< steps that follow each other without branches: "6 more"
  before,    ///< what led up to a step, further back than is drawn
  after,     ///< what came of a step, further on than is drawn
};

struct ChainGroup {
  Together together = Together::alone;
  std::vector<std::size_t> steps = {};    ///< places in the chain, ascending, never empty
  std::vector<std::size_t> parents = {};  ///< places among the groups, ascending, all before this one
};

/// Groups in the order in which they are drawn; each step is in one. Chains of up to `plain_max` groups keep
/// their runs; where there would be more than `drawn_max`, the steps furthest from the focus are put
/// together, so that at most twice as many are drawn.
struct FoldLimits {
  std::size_t plain_max = 16;
  std::size_t drawn_max = 32;
};
[[nodiscard]] std::vector<ChainGroup> fold_chain(const Chain& chain, const FoldLimits& limits);

}  // namespace rapport
