// The part of filling that tells three of the written chains and thanks for them. For fill_diary.cpp alone.
#pragma once

#include <map>
#include <string_view>

#include "fill_world.hpp"
#include "interactions/directory.hpp"
#include "interactions/interaction.hpp"

namespace rapport::demo {

/// `named` are the written conversations by their keys. A story that misses a step, in a short diary, is not
/// told.
void tell_stories(World& world, const Directory& directory,
                  const std::map<std::string_view, Id<Interaction>>& named);

}  // namespace rapport::demo
