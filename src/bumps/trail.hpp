// A trail of dots: how far many have come together, as a server-made SVG.
#pragma once

#include <optional>

#include "html/html.hpp"

namespace rapport {

/// One dot for each bump, done ones large, those to go small; where there would be more than sixty, a dot
/// stands for several. Without a goal the trail ends where they are. No words stand in the picture, so that
/// it may shrink.
struct Trail {
  int done = 0;
  std::optional<int> goal = {};
};

inline constexpr int trail_dots_max = 60;
/// How many bumps one dot stands for: 1 as a rule.
[[nodiscard]] int bumps_of_a_dot(const Trail& trail);
[[nodiscard]] html::Html trail_svg(const Trail& trail);
/// A row of ten dots for one colleague's help, rounded; a line marks their own best month where there was
/// one.
[[nodiscard]] html::Html help_dots(double amount, double best_month);

}  // namespace rapport
