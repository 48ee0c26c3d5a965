// Puts steps together: alike leaves, then runs, then what is far away. Each pass gives every node the number
// of the group it goes into; `contract` makes the smaller graph.
#include "bumps/chain_fold.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <queue>
#include <tuple>

namespace rapport {
namespace {

constexpr std::size_t alike_leaves_min = 4;
constexpr std::size_t run_min = 3;  // of the steps that would be put together
constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

struct Graph {
  std::vector<ChainGroup> groups;
  std::vector<std::vector<std::size_t>> children;
  std::size_t focus = 0;

  [[nodiscard]] std::size_t size() const { return groups.size(); }
  [[nodiscard]] bool is_single(std::size_t group) const {
    return groups[group].together == Together::alone && group != focus;
  }
};

void find_children(Graph& graph) {
  graph.children.assign(graph.size(), {});
  for (std::size_t i = 0; i < graph.size(); ++i)
    for (const auto parent : graph.groups[i].parents) graph.children[parent].push_back(i);
}

Graph whole(const Chain& chain) {
  Graph graph{.focus = chain.focus};
  for (std::size_t i = 0; i < chain.steps.size(); ++i)
    graph.groups.push_back({Together::alone, {i}, chain.parents[i]});
  find_children(graph);
  return graph;
}

/// Which group each node goes into, and why. A node that stays alone is its own leader.
struct Plan {
  std::vector<std::size_t> leader;
  std::vector<Together> together;

  explicit Plan(const Graph& graph) : leader(graph.size()), together(graph.size(), Together::alone) {
    for (std::size_t i = 0; i < leader.size(); ++i) {
      leader[i] = i;
      together[i] = graph.groups[i].together;
    }
  }
  void put_together(const std::vector<std::size_t>& nodes, Together why) {
    for (const auto node : nodes) {
      leader[node] = nodes.front();
      together[node] = why;
    }
  }
};

/// Whether the picture shows a line between the two: one out of what is put together at an end would lead
/// back into the middle.
bool is_drawn(Together from, Together to) {
  return from != Together::after && to != Together::before;
}

/// Groups by their leaders, and their parents as places among the leaders' nodes.
std::vector<ChainGroup> merged(const Graph& graph, const Plan& plan) {
  std::vector<ChainGroup> groups(graph.size());
  for (std::size_t i = 0; i < graph.size(); ++i) {
    auto& group = groups[plan.leader[i]];
    const auto& part = graph.groups[i];
    group.together = plan.together[i];
    group.steps.insert(group.steps.end(), part.steps.begin(), part.steps.end());
    for (const auto parent : part.parents) {
      const auto from = plan.leader[parent];
      if (from != plan.leader[i] && is_drawn(plan.together[parent], plan.together[i]))
        group.parents.push_back(from);
    }
  }
  for (auto& group : groups) {
    std::ranges::sort(group.steps);
    std::ranges::sort(group.parents);
    const auto doubles = std::ranges::unique(group.parents);
    group.parents.erase(doubles.begin(), doubles.end());
  }
  return groups;
}

/// The nodes that have steps, each after its parents, else by the first of their steps.
std::vector<std::size_t> drawing_order(const std::vector<ChainGroup>& groups) {
  std::vector<std::size_t> left(groups.size());
  std::vector<std::vector<std::size_t>> children(groups.size());
  const auto is_later = [&](std::size_t a, std::size_t b) {
    return groups[a].steps.front() > groups[b].steps.front();
  };
  std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(is_later)> open(is_later);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    left[i] = groups[i].parents.size();
    for (const auto parent : groups[i].parents) children[parent].push_back(i);
    if (left[i] == 0 && !groups[i].steps.empty()) open.push(i);
  }
  std::vector<std::size_t> order;
  while (!open.empty()) {
    order.push_back(open.top());
    open.pop();
    for (const auto child : children[order.back()])
      if (--left[child] == 0) open.push(child);
  }
  return order;
}

Graph contract(const Graph& graph, const Plan& plan) {
  auto groups = merged(graph, plan);
  const auto order = drawing_order(groups);
  std::vector<std::size_t> place(groups.size(), nowhere);
  for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  Graph smaller{.focus = place[plan.leader[graph.focus]]};
  for (const auto node : order) {
    auto& group = groups[node];
    for (auto& parent : group.parents) parent = place[parent];
    std::ranges::sort(group.parents);
    smaller.groups.push_back(std::move(group));
  }
  find_children(smaller);
  return smaller;
}

/// Leaves of one parent that look the same.
Graph fold_siblings(const Graph& graph, const Chain& chain) {
  Plan plan(graph);
  for (std::size_t parent = 0; parent < graph.size(); ++parent) {
    std::map<std::tuple<Sight, bool, std::int64_t>, std::vector<std::size_t>> alike;
    for (const auto child : graph.children[parent]) {
      if (!graph.is_single(child) || graph.groups[child].parents.size() != 1 ||
          !graph.children[child].empty())
        continue;
      const auto& step = chain.steps[graph.groups[child].steps.front()];
      alike[{step.sight, step.is_ahead, step.kind.value}].push_back(child);
    }
    for (const auto& [look, leaves] : alike)
      if (leaves.size() >= alike_leaves_min) plan.put_together(leaves, Together::siblings);
  }
  return contract(graph, plan);
}

/// What lies between the first and the last of steps that follow each other without branches.
Graph fold_runs(const Graph& graph) {
  const auto is_inner = [&](std::size_t node) {
    return graph.is_single(node) && graph.groups[node].parents.size() == 1 &&
           graph.children[node].size() == 1;
  };
  Plan plan(graph);
  for (std::size_t node = 0; node < graph.size(); ++node) {
    if (!is_inner(node) || is_inner(graph.groups[node].parents.front())) continue;
    std::vector<std::size_t> run;
    for (auto at = node; is_inner(at); at = graph.children[at].front()) run.push_back(at);
    if (run.size() < run_min + 2) continue;
    plan.put_together({run.begin() + 1, run.end() - 1}, Together::run);
  }
  return contract(graph, plan);
}

/// How each node is reached from the focus: along the lines, all down or all up.
struct Reach {
  std::vector<std::size_t> order;    ///< nearest first
  std::vector<std::size_t> through;  ///< the node before it on the way
  std::vector<bool> is_up;
};

void walk(const Graph& graph, Reach& reach, bool is_up) {
  std::vector<std::size_t> open{graph.focus};
  for (std::size_t i = 0; i < open.size(); ++i) {
    const auto node = open[i];
    for (const auto next : is_up ? graph.groups[node].parents : graph.children[node]) {
      if (next == graph.focus || reach.through[next] != nowhere) continue;
      reach.through[next] = node;
      reach.is_up[next] = is_up;
      open.push_back(next);
    }
  }
  reach.order.insert(reach.order.end(), open.begin() + 1, open.end());
}

Reach reach_of(const Graph& graph) {
  Reach reach{.through = std::vector<std::size_t>(graph.size(), nowhere),
              .is_up = std::vector<bool>(graph.size())};
  walk(graph, reach, true);
  walk(graph, reach, false);
  std::vector<std::size_t> distance(graph.size(), 0);
  for (const auto node : reach.order) distance[node] = distance[reach.through[node]] + 1;
  std::ranges::stable_sort(reach.order, {}, [&](std::size_t node) { return distance[node]; });
  return reach;
}

/// Keeps the focus and the nodes nearest to it; the others go together at the kept node they hang on.
Graph fold_distant(const Graph& graph, std::size_t drawn_max) {
  const auto reach = reach_of(graph);
  std::vector<bool> is_kept(graph.size(), false);
  is_kept[graph.focus] = true;
  for (std::size_t i = 0; i < reach.order.size() && i + 1 < drawn_max; ++i) is_kept[reach.order[i]] = true;
  std::vector<std::size_t> anchor(graph.size(), nowhere);
  std::map<std::pair<std::size_t, bool>, std::vector<std::size_t>> bundles;
  for (const auto node : reach.order) {
    if (is_kept[node]) continue;
    const auto through = reach.through[node];
    anchor[node] = is_kept[through] ? through : anchor[through];
    bundles[{anchor[node], reach.is_up[node]}].push_back(node);
  }
  Plan plan(graph);
  for (const auto& [key, nodes] : bundles)
    if (nodes.size() > 1) plan.put_together(nodes, key.second ? Together::before : Together::after);
  return contract(graph, plan);
}

}  // namespace

std::vector<ChainGroup> fold_chain(const Chain& chain, const FoldLimits& limits) {
  auto graph = fold_siblings(whole(chain), chain);
  if (graph.size() > limits.plain_max) graph = fold_runs(graph);
  if (graph.size() > limits.drawn_max) graph = fold_distant(graph, limits.drawn_max);
  return std::move(graph.groups);
}

}  // namespace rapport
