// The part of filling that agrees on action plans with departments. For fill.cpp alone.
#pragma once

#include <cstdint>

#include "fill_world.hpp"

namespace rapport::demo {

struct ActionsWritten {
  std::int64_t actions = 0;
  std::int64_t promises = 0;  ///< of those that are ahead
};
/// Last year's and this year's for nearly every department, for some one more. Call it when people and
/// portfolios are written.
[[nodiscard]] ActionsWritten write_action_plans(World& world);

}  // namespace rapport::demo
