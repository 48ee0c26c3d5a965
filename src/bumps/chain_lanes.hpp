// Which lane each step of a chain's picture stands in. For chain_layout.cpp alone.
#pragma once

#include <cstddef>
#include <vector>

#include "bumps/chain_layout.hpp"

namespace rapport {

/// A step's place is its column, too. Each step continues the lane of one parent or begins a lane of its own.
struct ChainLanes {
  std::vector<int> lane = {};  ///< of each step, from 0 at the top
  std::vector<std::size_t> main_parent =
      {};  ///< the one whose line runs in the step's own lane; itself for a root
  /// For each lane and column, which path of steps has it; -1 where it is free.
  std::vector<std::vector<int>> owner = {};
  std::vector<int> path = {};  ///< of each step

  [[nodiscard]] int count() const { return static_cast<int>(owner.size()); }
};
[[nodiscard]] ChainLanes lanes_of(const std::vector<LayoutStep>& steps);

}  // namespace rapport
