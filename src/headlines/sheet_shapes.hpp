// What the paper and the screen draw alike: how many figures stand for whom, how many columns numbers have.
// Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "headlines/sheet.hpp"

namespace rapport::headlines {

/// Small figures in rows, in the order of the levels.
struct Pictogram {
  int people_of_one = 1;        ///< each figure stands for so many
  std::vector<int> tones = {};  ///< one a figure; -1 for levels that are not shown apart
};
inline constexpr int figures_in_row = 16;
inline constexpr int figures_max = 80;
/// One figure a person up to eighty; beyond, so many people a figure that they still fit. A level that has
/// anybody has a figure.
[[nodiscard]] Pictogram pictogram_of(std::span<const LevelCount> levels);
/// What explains the picture of a block, besides its sentence; empty where nothing needs to be.
[[nodiscard]] std::string picture_words(const Block& block);
/// What a listener hears of it: "Your staff and us: 13 working together, 15 in touch."
[[nodiscard]] std::string heard_words(const Block& block);

/// Four beside one another at the most, in rows as even as may be.
[[nodiscard]] std::size_t number_columns(std::size_t numbers);

/// The colour of a step of the ramp (web/css/tokens.css, light), as 0xrrggbb.
[[nodiscard]] std::uint32_t tone_colour(int tone);

}  // namespace rapport::headlines
