// The part of filling that switches the board on: team goals, places, and who chose to be on it. For fill.cpp
// alone.
#pragma once

#include "fill_world.hpp"

namespace rapport::demo {

/// Two in three colleagues are on the board.
void switch_board_on(World& world);

}  // namespace rapport::demo
