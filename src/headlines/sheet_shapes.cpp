// Counts figures and columns.
#include "headlines/sheet_shapes.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text.hpp"
#include "measures/amount.hpp"

namespace rapport::headlines {
namespace {

/// As a person counts: 1, 2, 5, 10, 20, 50 …
std::int64_t next_round(std::int64_t unit) {
  std::int64_t ten = 1;
  while (ten * 10 <= unit) ten *= 10;
  if (unit < 2 * ten) return 2 * ten;
  return unit < 5 * ten ? 5 * ten : 10 * ten;
}

std::int64_t figures_of(std::int64_t count, std::int64_t unit) {
  return count == 0 ? 0 : std::max<std::int64_t>(1, (count + unit / 2) / unit);
}

}  // namespace

Pictogram pictogram_of(std::span<const LevelCount> levels) {
  const auto all = [&](std::int64_t unit) {
    std::int64_t sum = 0;
    for (const auto& level : levels) sum += figures_of(level.count, unit);
    return sum;
  };
  std::int64_t unit = 1;
  while (all(unit) > figures_max && unit < 1'000'000'000) unit = next_round(unit);
  Pictogram pictogram{.people_of_one = static_cast<int>(unit)};
  for (const auto& level : levels)
    pictogram.tones.insert(pictogram.tones.end(), static_cast<std::size_t>(figures_of(level.count, unit)),
                           level.tone);
  return pictogram;
}

std::string picture_words(const Block& block) {
  const bool has_hidden = std::ranges::any_of(
      block.months, [](const MonthBar& month) { return !month.count && !month.is_to_come; });
  if (has_hidden) return "Dashed: too few to show.";
  const int people = pictogram_of(block.levels).people_of_one;
  if (people == 1) return {};
  return "Each figure is about " + count_words(people, "person", "people") + ".";
}

std::string heard_words(const Block& block) {
  const auto number = [](int count) { return number_words(whole(count)); };
  std::vector<std::string> parts;
  parts.reserve(block.levels.size());
  for (const auto& level : block.levels) parts.push_back(number(level.count) + " " + level.name);
  for (const auto& row : block.modules)
    parts.push_back(row.name + " " + number(row.reached) + (row.of ? " of " + number(*row.of) : ""));
  for (const auto& row : block.topics) parts.push_back(row.name + " " + number(row.count));
  for (const auto& month : block.months)
    if (month.count) parts.push_back(month.name + " " + number(*month.count));
  return block.heading + ": " + join(parts, ", ") + ".";
}

std::size_t number_columns(std::size_t numbers) {
  constexpr std::size_t most = 4;
  if (numbers <= most) return std::max<std::size_t>(numbers, 1);
  const auto rows = (numbers + most - 1) / most;
  return (numbers + rows - 1) / rows;
}

std::uint32_t tone_colour(int tone) {
  constexpr std::array<std::uint32_t, 6> ramp{0xece6d9, 0xcfe2d6, 0x9fc8b2, 0x62a285, 0x2f7a60, 0x134d3c};
  return tone < 0 ? 0xf2ede2 : ramp.at(static_cast<std::size_t>(std::min(tone, 5)));
}

}  // namespace rapport::headlines
