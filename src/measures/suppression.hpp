// Which figures of one measure and year are not shown, so that none of fewer than five people can be worked
// out: not by itself, not from its siblings and their total, not from a part of it. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "measures/figure.hpp"

namespace rapport {

/// One figure in the tree of units: a total stands above what it adds up. All of a figure (numerator,
/// denominator, people) is shown or none of it.
struct SuppressionCell {
  std::optional<std::size_t> above = {};  ///< the place of its total
  Numbers numbers = {};
  bool is_small = false;  ///< suppressed for itself: is_small of the figure
};

/// True for each cell that is not to be shown: the small ones, and further ones (the smallest sibling first,
/// then the total) until each of them could be another number for all that is shown. The same for the same
/// cells, whoever looks. Does not say which of them are small. Cost: grows with the square of a total's
/// parts.
[[nodiscard]] std::vector<bool> suppressed_cells(std::span<const SuppressionCell> cells);

}  // namespace rapport
