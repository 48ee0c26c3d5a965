// Portfolios as they stand at the end of the diary: one handed over, one hand-over ahead, a department
// without a lead.
#pragma once

#include "fill_world.hpp"

namespace rapport::demo {

/// Through the front doors, when everything else is written.
void write_hand_overs(World& world);

}  // namespace rapport::demo
