// Places steps and runs lines. Every line goes level in a lane that is free, or in the band between two
// lanes, and upright in the gutter between two columns; labels end before the gutters that lines use.
#include "bumps/chain_layout.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <optional>

#include "bumps/chain_lanes.hpp"
#include "html/text_width.hpp"

namespace rapport {
namespace {

constexpr int column_min = 98;
constexpr int column_max = 176;
constexpr int label_max = 190;
constexpr int label_gap = 4;    // on either side, to the middle between two steps
constexpr int line_gap = 2;     // to a line, and to the picture's edge
constexpr int above_lane = 46;  // from a circle's centre up to the lane's edge: the date
constexpr int below_lane = 62;  // and down to it: title and line
constexpr int track = 8;        // between two lines in a gutter or a band
constexpr std::array<int, 5> gutter_offsets{0, track, -track, 2 * track, -2 * track};

/// An upright piece of a line, in the gutter after a column.
struct Upright {
  std::size_t column = 0;
  int lane_from = 0;
  int lane_until = 0;
  std::size_t from = 0;
  std::size_t to = 0;
  int offset = 0;
};
/// How a line runs: straight, by one gutter, or by two with a band between lanes.
struct Route {
  std::size_t from = 0;
  std::size_t to = 0;
  std::optional<std::size_t> first = {};  ///< place among the uprights
  std::optional<std::size_t> second = {};
  int band = 0;   ///< below that lane
  int track = 0;  ///< within the band
};

bool meet(const Upright& a, const Upright& b) {
  return a.column == b.column && a.lane_from <= b.lane_until && b.lane_from <= a.lane_until;
}

class Router {
 public:
  Router(const std::vector<LayoutStep>& steps, ChainLanes lanes) : lanes_(std::move(lanes)) {
    band_tracks_.resize(static_cast<std::size_t>(lanes_.count()));
    // Lines along their own lanes first: the others run around them.
    for (std::size_t i = 0; i < steps.size(); ++i)
      if (lanes_.main_parent[i] != i) add_main(lanes_.main_parent[i], i);
    for (std::size_t i = 0; i < steps.size(); ++i)
      for (const auto parent : steps[i].parents)
        if (parent != lanes_.main_parent[i]) add_other(parent, i);
  }

  [[nodiscard]] const ChainLanes& lanes() const { return lanes_; }
  [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }
  [[nodiscard]] const std::vector<Upright>& uprights() const { return uprights_; }
  [[nodiscard]] int tracks_in(std::size_t band) const { return static_cast<int>(band_tracks_[band].size()); }

 private:
  struct Stretch {
    std::size_t from;
    std::size_t until;
  };

  std::size_t add_upright(std::size_t column, int lane_a, int lane_b, const Route& route) {
    Upright upright{.column = column,
                    .lane_from = std::min(lane_a, lane_b),
                    .lane_until = std::max(lane_a, lane_b),
                    .from = route.from,
                    .to = route.to};
    const auto is_taken = [&](int offset) {
      return std::ranges::any_of(uprights_, [&](const Upright& other) {
        const bool belong_together = other.from == upright.from || other.to == upright.to;
        return other.offset == offset && !belong_together && meet(other, upright);
      });
    };
    for (const auto offset : gutter_offsets) {
      upright.offset = offset;
      if (!is_taken(offset)) break;
    }
    uprights_.push_back(upright);
    return uprights_.size() - 1;
  }

  void add_main(std::size_t parent, std::size_t child) {
    Route route{.from = parent, .to = child};
    if (lanes_.lane[parent] != lanes_.lane[child])
      route.first = add_upright(parent, lanes_.lane[parent], lanes_.lane[child], route);
    routes_.push_back(route);
  }

  /// Whether a line may run along that lane between the two columns: nothing is there, or what is there
  /// belongs to the path that the line begins or ends with.
  [[nodiscard]] bool is_open(int lane, std::size_t parent, std::size_t child, int path) const {
    const auto& owner = lanes_.owner[static_cast<std::size_t>(lane)];
    for (auto column = parent + 1; column < child; ++column) {
      if (owner[column] >= 0 && owner[column] != path) return false;
      if (lanes_.lane[column] == lane) return false;
    }
    return true;
  }
  void claim(int lane, std::size_t parent, std::size_t child, int path) {
    auto& owner = lanes_.owner[static_cast<std::size_t>(lane)];
    for (auto column = parent + 1; column < child; ++column) owner[column] = path;
  }

  void add_other(std::size_t parent, std::size_t child) {
    Route route{.from = parent, .to = child};
    const auto above = lanes_.lane[parent];
    const auto below = lanes_.lane[child];
    if (is_open(above, parent, child, lanes_.path[parent])) {
      claim(above, parent, child, lanes_.path[parent]);
      if (above != below) route.first = add_upright(child - 1, above, below, route);
    } else if (above != below && is_open(below, parent, child, lanes_.path[child])) {
      claim(below, parent, child, lanes_.path[child]);
      route.first = add_upright(parent, above, below, route);
    } else {
      run_in_band(route, above, below);
    }
    routes_.push_back(route);
  }

  void run_in_band(Route& route, int above, int below) {
    route.band = below < above ? above - 1 : above;
    // A band lies between its lane and the next: the upright that leaves it crosses the lanes on its way.
    const auto reach = [&](int lane) { return lane <= route.band ? route.band : route.band + 1; };
    route.first = add_upright(route.from, above, reach(above), route);
    route.second = add_upright(route.to - 1, reach(below), below, route);
    auto& tracks = band_tracks_[static_cast<std::size_t>(route.band)];
    const auto is_clear = [&](const std::vector<Stretch>& taken) {
      return std::ranges::none_of(
          taken, [&](const Stretch& other) { return other.from <= route.to && route.from <= other.until; });
    };
    auto found = std::ranges::find_if(tracks, is_clear);
    if (found == tracks.end()) found = tracks.insert(tracks.end(), std::vector<Stretch>{});
    found->push_back({route.from, route.to});
    route.track = static_cast<int>(found - tracks.begin());
  }

  ChainLanes lanes_;
  std::vector<Route> routes_;
  std::vector<Upright> uprights_;
  std::vector<std::vector<std::vector<Stretch>>> band_tracks_;  ///< for each band, what each track holds
};

/// Turns columns, lanes and tracks into pixels.
class Plane {
 public:
  Plane(const Router& router, std::size_t columns, int width) : router_(router) {
    const auto count = static_cast<int>(columns);
    column_ = std::clamp(width / std::max(count, 1), column_min, column_max);
    width_ = column_ * count;
    int top = 0;
    for (int lane = 0; lane < router.lanes().count(); ++lane) {
      centre_y_.push_back(top + above_lane);
      top += above_lane + below_lane;
      band_y_.push_back(top);
      const auto tracks = router.tracks_in(static_cast<std::size_t>(lane));
      if (tracks > 0) top += (tracks + 1) * track;
    }
    height_ = top;
  }

  [[nodiscard]] int width() const { return width_; }
  [[nodiscard]] int height() const { return height_; }
  [[nodiscard]] int column_width() const { return column_; }
  [[nodiscard]] LayoutPoint centre(std::size_t step) const {
    return {column_ * static_cast<int>(step) + column_ / 2, lane_y(router_.lanes().lane[step])};
  }
  [[nodiscard]] int lane_y(int lane) const { return centre_y_[static_cast<std::size_t>(lane)]; }
  [[nodiscard]] int x_of(const Upright& upright) const {
    return column_ * (static_cast<int>(upright.column) + 1) + upright.offset;
  }
  [[nodiscard]] int band_y(const Route& route) const {
    return band_y_[static_cast<std::size_t>(route.band)] + (route.track + 1) * track;
  }

 private:
  const Router& router_;
  int column_ = 0;
  int width_ = 0;
  int height_ = 0;
  std::vector<int> centre_y_;
  std::vector<int> band_y_;
};

PlacedLine line_of(const Route& route, const Router& router, const Plane& plane, bool is_dashed) {
  const auto from = plane.centre(route.from);
  const auto to = plane.centre(route.to);
  PlacedLine line{.from = route.from, .to = route.to, .is_dashed = is_dashed};
  line.points.push_back({from.x + chain_circle_radius, from.y});
  if (route.first) {
    const auto x = plane.x_of(router.uprights()[*route.first]);
    const auto y = route.second ? plane.band_y(route) : to.y;
    line.points.push_back({x, from.y});
    line.points.push_back({x, y});
    if (route.second) {
      const auto last_x = plane.x_of(router.uprights()[*route.second]);
      line.points.push_back({last_x, y});
      line.points.push_back({last_x, to.y});
    }
  }
  line.points.push_back({to.x - chain_circle_radius, to.y});
  return line;
}

/// How far a label may reach to either side of its circle: to the middle between it and its neighbours in
/// the lane, and not to a line that comes by.
int half_label(std::size_t step, const Router& router, const Plane& plane) {
  const auto lane = router.lanes().lane[step];
  const auto x = plane.centre(step).x;
  int half = std::min({label_max / 2, x - line_gap, plane.width() - x - line_gap});
  for (std::size_t other = 0; other < router.lanes().lane.size(); ++other)
    if (other != step && router.lanes().lane[other] == lane)
      half = std::min(half, std::abs(plane.centre(other).x - x) / 2 - label_gap);
  for (const auto& upright : router.uprights())
    if (upright.lane_from <= lane && lane <= upright.lane_until)
      half = std::min(half, std::abs(plane.x_of(upright) - x) - line_gap);
  return half;
}

std::string fitted(std::string_view text, int half, html::Weight weight) {
  return html::fit(text, 2 * half, chain_text_size, weight);
}

std::string fitted_line(const LayoutStep& step, int half) {
  const bool fits = html::text_width(step.line, chain_text_size, html::Weight::regular) <= 2 * half;
  return fitted(fits || step.short_line.empty() ? step.line : step.short_line, half, html::Weight::regular);
}

}  // namespace

ChainLayout lay_out(const std::vector<LayoutStep>& steps, int width) {
  const Router router(steps, lanes_of(steps));
  const Plane plane(router, steps.size(), width);
  ChainLayout layout{.width = plane.width(), .height = plane.height(), .lanes = router.lanes().count()};
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto half = half_label(i, router, plane);
    layout.steps.push_back({.centre = plane.centre(i),
                            .title = fitted(steps[i].title, half, html::Weight::bold),
                            .line = fitted_line(steps[i], half),
                            .date = fitted(steps[i].date, half, html::Weight::regular)});
  }
  for (const auto& route : router.routes())
    layout.lines.push_back(line_of(route, router, plane, steps[route.to].is_ahead));
  return layout;
}

int count_lanes(const std::vector<LayoutStep>& steps) {
  return lanes_of(steps).count();
}

}  // namespace rapport
