// The part of filling that reports figures of departments. For fill.cpp alone.
#pragma once

#include <cstdint>

#include "fill_world.hpp"

namespace rapport::demo {

/// The starter set, three academic years that are over and the one that runs, of every department; one
/// measure is counted differently in the last of them, and some figures tell of fewer than five people. Call
/// it when the departments are finished. Returns how many figures there are.
std::int64_t write_measures(World& world);

}  // namespace rapport::demo
