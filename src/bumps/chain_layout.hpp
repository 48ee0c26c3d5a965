// Where the steps of a chain's picture stand and how its lines run. Pure geometry: columns in order of time
// in equal steps, lanes for branches, lines that turn between columns and never cross a label or another
// step.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace rapport {

/// What the layout needs of a step; parents are places before it.
struct LayoutStep {
  std::vector<std::size_t> parents = {};
  std::string title = {};       ///< bold, below the circle
  std::string line = {};        ///< below the title
  std::string short_line = {};  ///< instead, where that does not fit; may be empty
  std::string date = {};        ///< above the circle
  bool is_ahead = false;
};

struct LayoutPoint {
  int x = 0;
  int y = 0;

  friend bool operator==(const LayoutPoint&, const LayoutPoint&) = default;
};
/// A step in its place, with what of its words fits there.
struct PlacedStep {
  LayoutPoint centre = {};
  std::string title = {};
  std::string line = {};
  std::string date = {};
};
/// Only level and upright pieces; the first and the last point touch the circles.
struct PlacedLine {
  std::size_t from = 0;
  std::size_t to = 0;
  std::vector<LayoutPoint> points = {};
  bool is_dashed = false;
};
struct ChainLayout {
  int width = 0;
  int height = 0;
  int lanes = 0;
  std::vector<PlacedStep> steps = {};
  std::vector<PlacedLine> lines = {};
};

inline constexpr int chain_circle_radius = 19;
inline constexpr int chain_text_size = 13;
/// Baselines from a circle's centre.
inline constexpr int chain_date_baseline = -27;
inline constexpr int chain_title_baseline = 37;
inline constexpr int chain_line_baseline = 54;

/// `width` is what there is room for: few steps spread out over it, many keep to the smallest distance at
/// which labels can be read, and the picture is wider.
[[nodiscard]] ChainLayout lay_out(const std::vector<LayoutStep>& steps, int width);

/// How many lanes the steps would take, without placing anything.
[[nodiscard]] int count_lanes(const std::vector<LayoutStep>& steps);

}  // namespace rapport
