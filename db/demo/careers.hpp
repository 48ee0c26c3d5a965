// Dated posts: joining, promotions, second posts, moves and leaving.
#pragma once

#include <vector>

#include "cast.hpp"
#include "dice.hpp"

namespace rapport::demo {

/// `new_head` became one this August.
enum class Standing { lecturer, senior, professor, head, new_head };

/// Somebody who joined in the September so many academic years ago and now has that standing.
[[nodiscard]] std::vector<CastPost> career_of(const Cast& cast, Id<CastUnit> unit, Standing standing,
                                              int years, Dice& dice);
/// Anybody: mostly still here, some new, some gone, some in two places.
[[nodiscard]] std::vector<CastPost> any_career(const Cast& cast, Id<CastUnit> unit, Dice& dice);

}  // namespace rapport::demo
