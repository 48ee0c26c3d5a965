// Ways of working: what an academic asked the library to do or not to do, and where they said so.
#pragma once

#include <vector>

#include "cast.hpp"
#include "dice.hpp"

namespace rapport::demo {

/// None for most people; never from somebody who was never spoken to.
[[nodiscard]] std::vector<CastWay> ways_of(const CastPerson& person, const Cast& cast, Dice& dice);

}  // namespace rapport::demo
