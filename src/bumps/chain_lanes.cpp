// Lanes: the longest line of descent keeps its lane, each branch takes the nearest one that is free for as
// long as it lasts, above first.
#include "bumps/chain_lanes.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace rapport {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

/// Steps that stand in one lane, first to last.
struct Path {
  std::vector<std::size_t> steps;
  std::size_t from = 0;   ///< the first column that must be free
  std::size_t until = 0;  ///< the last one
  std::size_t parent = none;
};

/// Of several parents, the one that most steps lead up to; of equals, the latest.
std::vector<std::size_t> main_parents(const std::vector<LayoutStep>& steps) {
  std::vector<std::size_t> chosen(steps.size());
  std::vector<int> depth(steps.size(), 0);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    chosen[i] = i;
    for (const auto parent : steps[i].parents)
      if (chosen[i] == i || depth[parent] >= depth[chosen[i]]) chosen[i] = parent;
    if (chosen[i] != i) depth[i] = depth[chosen[i]] + 1;
  }
  return chosen;
}

/// Who goes on in a step's lane: the child that most comes of; of equals, the latest.
std::vector<std::size_t> heirs_of(const std::vector<std::size_t>& main_parent) {
  const auto count = main_parent.size();
  std::vector<int> weight(count, 1);
  for (std::size_t i = count; i-- > 0;)
    if (main_parent[i] != i) weight[main_parent[i]] += weight[i];
  std::vector<std::size_t> heirs(count, none);
  for (std::size_t i = 0; i < count; ++i) {
    if (main_parent[i] == i) continue;
    auto& heir = heirs[main_parent[i]];
    if (heir == none || weight[i] >= weight[heir]) heir = i;
  }
  return heirs;
}

/// The first child that hangs on another parent: the lane is kept free until just before it.
std::size_t first_other_child(const std::vector<LayoutStep>& steps,
                              const std::vector<std::size_t>& main_parent, std::size_t step) {
  for (auto i = step + 1; i < steps.size(); ++i)
    if (main_parent[i] != step && std::ranges::count(steps[i].parents, step) > 0) return i;
  return none;
}

std::vector<Path> paths_of(const std::vector<LayoutStep>& steps,
                           const std::vector<std::size_t>& main_parent) {
  const auto heirs = heirs_of(main_parent);
  std::vector<Path> paths;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const bool is_root = main_parent[i] == i;
    if (!is_root && heirs[main_parent[i]] == i) continue;
    Path path{.from = is_root ? i : main_parent[i] + 1, .parent = is_root ? none : main_parent[i]};
    for (auto at = i; at != none; at = heirs[at]) path.steps.push_back(at);
    path.until = path.steps.back();
    const auto other = first_other_child(steps, main_parent, path.until);
    if (other != none) path.until = other - 1;
    paths.push_back(std::move(path));
  }
  std::ranges::stable_sort(paths, {},
                           [](const Path& path) { return std::tuple(path.from, path.steps.front()); });
  return paths;
}

/// Lanes while they are being taken, numbered from the first one: negative above it.
class Lanes {
 public:
  explicit Lanes(std::size_t columns) : columns_(columns) {}

  int take(const Path& path, int path_number, int near) {
    const auto lane = nearest_free(path, near);
    auto& owner = owner_.try_emplace(lane, columns_, -1).first->second;
    std::fill(owner.begin() + static_cast<std::ptrdiff_t>(path.from),
              owner.begin() + static_cast<std::ptrdiff_t>(path.until) + 1, path_number);
    return lane;
  }
  [[nodiscard]] int topmost() const { return owner_.empty() ? 0 : owner_.begin()->first; }
  [[nodiscard]] std::vector<std::vector<int>> owners() && {
    std::vector<std::vector<int>> owners;
    owners.reserve(owner_.size());
    for (auto& [lane, owner] : owner_) owners.push_back(std::move(owner));
    return owners;
  }

 private:
  [[nodiscard]] bool is_free(int lane, const Path& path) const {
    const auto found = owner_.find(lane);
    if (found == owner_.end()) return true;
    return std::all_of(found->second.begin() + static_cast<std::ptrdiff_t>(path.from),
                       found->second.begin() + static_cast<std::ptrdiff_t>(path.until) + 1,
                       [](int owner) { return owner < 0; });
  }
  [[nodiscard]] int nearest_free(const Path& path, int near) const {
    if (is_free(near, path)) return near;
    for (int distance = 1;; ++distance) {
      // Above first, but never further out than below: the picture stays as flat as it can.
      if (is_free(near - distance, path) && is_outside(near - distance) <= is_outside(near + distance))
        return near - distance;
      if (is_free(near + distance, path)) return near + distance;
      if (is_free(near - distance, path)) return near - distance;
    }
  }
  [[nodiscard]] bool is_outside(int lane) const { return owner_.find(lane) == owner_.end(); }

  std::size_t columns_;
  std::map<int, std::vector<int>> owner_;
};

}  // namespace

ChainLanes lanes_of(const std::vector<LayoutStep>& steps) {
  ChainLanes made{.lane = std::vector<int>(steps.size(), 0),
                  .main_parent = main_parents(steps),
                  .path = std::vector<int>(steps.size(), -1)};
  Lanes lanes(steps.size());
  int number = 0;
  for (const auto& path : paths_of(steps, made.main_parent)) {
    const auto lane = lanes.take(path, number, path.parent == none ? 0 : made.lane[path.parent]);
    for (const auto step : path.steps) {
      made.lane[step] = lane;
      made.path[step] = number;
    }
    ++number;
  }
  for (auto& lane : made.lane) lane -= lanes.topmost();
  made.owner = std::move(lanes).owners();
  return made;
}

}  // namespace rapport
