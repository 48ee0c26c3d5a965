// The order of a chain and how it is folded, for any graph.
#include "bumps/chain.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <numeric>

#include "bumps/chain_fold.hpp"

namespace rapport {
namespace {

const Date first_day = *Date::of(2026, 9, 1);

ChainStep step(std::int64_t id, int day) {
  return {.id = {id}, .happened_on = first_day.plus_days(day), .kind = {1}};
}

/// A chain whose step 0 is the focus; every other step hangs on earlier ones, so that all of it came of the
/// focus.
Chain any_chain(std::size_t most) {
  const auto count = *rc::gen::inRange<std::size_t>(1, most);
  std::vector<ChainStep> rows;
  std::vector<ChainEdge> edges;
  for (std::size_t i = 0; i < count; ++i) {
    rows.push_back(step(static_cast<std::int64_t>(i) + 1, static_cast<int>(i)));
    rows.back().kind = {*rc::gen::inRange<std::int64_t>(1, 4)};
    const auto parents = i == 0 ? 0 : *rc::gen::weightedElement<int>({{6, 1}, {2, 2}, {1, 3}});
    for (int k = 0; k < parents; ++k)
      edges.push_back({rows[*rc::gen::inRange<std::size_t>(0, i)].id, rows.back().id});
  }
  const auto by_ends = [](const ChainEdge& edge) { return std::pair(edge.from, edge.to); };
  std::ranges::sort(edges, {}, by_ends);
  const auto doubles = std::ranges::unique(edges, {}, by_ends);
  edges.erase(doubles.begin(), doubles.end());
  return chain_of(std::move(rows), edges, {1});
}

/// One step after another.
Chain run_of(std::size_t count) {
  std::vector<ChainStep> rows;
  std::vector<ChainEdge> edges;
  for (std::size_t i = 1; i <= count; ++i) {
    rows.push_back(step(static_cast<std::int64_t>(i), static_cast<int>(i)));
    if (i > 1) edges.push_back({{static_cast<std::int64_t>(i) - 1}, {static_cast<std::int64_t>(i)}});
  }
  return chain_of(std::move(rows), edges, {1});
}

/// Many that came out of one, and lead on to nothing.
Chain fan_of(std::size_t count) {
  std::vector<ChainStep> rows{step(1, 0)};
  std::vector<ChainEdge> edges;
  for (std::size_t i = 2; i < count + 2; ++i) {
    rows.push_back(step(static_cast<std::int64_t>(i), static_cast<int>(i)));
    edges.push_back({{1}, {static_cast<std::int64_t>(i)}});
  }
  return chain_of(std::move(rows), edges, {1});
}

TEST(Chain, PutsNoStepBeforeWhatItCameOutOf) {
  // What is known by its month alone is dated on the month's first day.
  const auto chain = chain_of({step(1, 20), step(2, 0), step(3, 5)}, {{{1}, {2}}}, {1});
  EXPECT_EQ(chain.steps[0].id, Id<Interaction>{3});
  EXPECT_EQ(chain.steps[1].id, Id<Interaction>{1});
  EXPECT_EQ(chain.steps[2].id, Id<Interaction>{2});
}

TEST(Chain, PutsEqualDaysInTheOrderOfTheirTimesAndNumbers) {
  auto late = step(1, 0);
  late.happened_at_time = TimeOfDay{15 * 60};
  auto early = step(2, 0);
  early.happened_at_time = TimeOfDay{9 * 60};
  const auto chain = chain_of({late, early, step(3, 0)}, {}, {1});
  EXPECT_EQ(chain.steps[0].id, Id<Interaction>{3});
  EXPECT_EQ(chain.steps[1].id, Id<Interaction>{2});
  EXPECT_EQ(chain.focus, 2U);
}

TEST(ChainFold, HasEachStepOnceAndParentsFirst) {
  const bool holds = rc::check("a fold is a partition in order", [] {
    const auto chain = any_chain(220);
    const FoldLimits limits{.plain_max = 16, .drawn_max = *rc::gen::inRange<std::size_t>(3, 40)};
    const auto groups = fold_chain(chain, limits);
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      RC_ASSERT(!groups[i].steps.empty());
      all.insert(all.end(), groups[i].steps.begin(), groups[i].steps.end());
      for (const auto parent : groups[i].parents) RC_ASSERT(parent < i);
    }
    std::ranges::sort(all);
    std::vector<std::size_t> each(chain.steps.size());
    std::iota(each.begin(), each.end(), std::size_t{0});
    RC_ASSERT(all == each);
    RC_ASSERT(groups.size() <= 2 * limits.drawn_max);
  });
  EXPECT_TRUE(holds);
}

TEST(ChainFold, LeavesAChainOfElevenAsItIs) {
  const auto groups = fold_chain(run_of(11), {});
  EXPECT_EQ(groups.size(), 11U);
  EXPECT_TRUE(
      std::ranges::all_of(groups, [](const auto& group) { return group.together == Together::alone; }));
}

TEST(ChainFold, FoldsALongRunBetweenItsEnds) {
  const auto groups = fold_chain(run_of(200), {});
  ASSERT_EQ(groups.size(), 5U);
  EXPECT_EQ(groups[2].together, Together::run);
  EXPECT_EQ(groups[2].steps.size(), 196U);
  EXPECT_EQ(groups[4].together, Together::alone);
}

TEST(ChainFold, FoldsAlikeLeavesOfOneStep) {
  const auto groups = fold_chain(fan_of(500), {});
  ASSERT_EQ(groups.size(), 2U);
  EXPECT_EQ(groups[1].together, Together::siblings);
  EXPECT_EQ(groups[1].steps.size(), 500U);
}

TEST(ChainFold, NeverHidesTheFocusInAGroup) {
  auto chain = run_of(200);
  chain.focus = 100;
  const auto groups = fold_chain(chain, {});
  EXPECT_EQ(std::ranges::count_if(groups,
                                  [](const auto& group) {
                                    return group.steps == std::vector<std::size_t>{100} &&
                                           group.together == Together::alone;
                                  }),
            1);
}

}  // namespace
}  // namespace rapport
