// The part of filling that plans the next step with some people. For fill.cpp alone.
#pragma once

#include <cstdint>

#include "fill_world.hpp"

namespace rapport::demo {

struct PlansWritten {
  std::int64_t plans = 0;
  std::int64_t steps = 0;  ///< each is a promise too
};
/// Twelve that are open, eight that were closed with what was learnt. Call it when the levels are written.
[[nodiscard]] PlansWritten write_plans(World& world);

}  // namespace rapport::demo
