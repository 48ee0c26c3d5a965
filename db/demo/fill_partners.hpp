// Appointments agreed well ahead with a few people whom the library works with: Partner is suggested of them.
#pragma once

#include <cstdint>

#include "fill_world.hpp"

namespace rapport::demo {

/// After the diary. How many conversations were written.
std::int64_t write_partners(World& world);

}  // namespace rapport::demo
