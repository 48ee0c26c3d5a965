// The part of filling that is long: every conversation, what came of its promises, what was put right. For
// fill.cpp alone.
#pragma once

#include <cstdint>

#include "fill_world.hpp"

namespace rapport::demo {

struct Written {
  std::int64_t interactions = 0;
  std::int64_t promises = 0;
  std::int64_t bumps = 0;  ///< accepted
  std::int64_t moves = 0;  ///< of relationships
};
Written write_diary(World& world, const OnProgress& report);

}  // namespace rapport::demo
