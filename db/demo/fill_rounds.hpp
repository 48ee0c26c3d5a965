// The part of filling that meets departments in November. For fill.cpp alone.
#pragma once

#include "fill_world.hpp"

namespace rapport::demo {

/// Last year's round, all agreed but one, and this year's, on its way. Call it when action plans are written.
void write_rounds(World& world);

}  // namespace rapport::demo
