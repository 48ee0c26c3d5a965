// The levels as a staircase with the way from here to the aim. Values in, SVG and its table out; no queries.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "html/html.hpp"
#include "relationships/relationship.hpp"

namespace rapport {

struct Climb {
  int now = 0;
  std::optional<int> aim = {};   ///< in the same scale
  std::vector<bool> steps = {};  ///< in their order: whether each is kept
  std::string until = {};        ///< "3 March 2027"; may be empty
};

/// "Five levels as a staircase. Now at In touch. Aim: Working together by 3 March 2027, in four steps, one
/// of them done."
[[nodiscard]] std::string climb_sentence(const Climb& climb, const Scale& scale);
/// The picture on a card with its table.
[[nodiscard]] html::Html climb_picture(const Climb& climb, const Scale& scale);

}  // namespace rapport
