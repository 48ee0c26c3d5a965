// The part of filling that names champions in every state. For fill.cpp alone.
#pragma once

#include <cstdint>

#include "fill_world.hpp"

namespace rapport::demo {

/// Champions, nominated, told, declined, ended and about to expire; some with thanks, some with what a
/// colleague ticked. Call it when the diary is written. Answers with how many.
[[nodiscard]] std::int64_t write_champions(World& world);

}  // namespace rapport::demo
