// Labels never collide and lines never cross them, whatever the graph.
#include "bumps/chain_layout.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "html/text_width.hpp"

namespace rapport {
namespace {

constexpr int width = 1086;

struct Box {
  int left, right, top, bottom;
};
bool overlap(const Box& a, const Box& b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

Box text_box(const LayoutPoint& centre, int baseline, const std::string& text, html::Weight weight) {
  const auto half = (html::text_width(text, chain_text_size, weight) + 1) / 2;
  return {centre.x - half, centre.x + half, centre.y + baseline - 10, centre.y + baseline + 4};
}
Box circle_box(const LayoutPoint& centre) {
  constexpr int r = chain_circle_radius;
  return {centre.x - r, centre.x + r, centre.y - r, centre.y + r};
}
std::vector<Box> boxes_of(const PlacedStep& step) {
  std::vector<Box> boxes{circle_box(step.centre)};
  if (!step.date.empty())
    boxes.push_back(text_box(step.centre, chain_date_baseline, step.date, html::Weight::regular));
  if (!step.title.empty())
    boxes.push_back(text_box(step.centre, chain_title_baseline, step.title, html::Weight::bold));
  if (!step.line.empty())
    boxes.push_back(text_box(step.centre, chain_line_baseline, step.line, html::Weight::regular));
  return boxes;
}
Box piece_box(const LayoutPoint& a, const LayoutPoint& b) {
  return {std::min(a.x, b.x) - 1, std::max(a.x, b.x) + 1, std::min(a.y, b.y) - 1, std::max(a.y, b.y) + 1};
}

std::vector<LayoutStep> some_steps(const std::vector<std::vector<std::size_t>>& parents) {
  std::vector<LayoutStep> steps;
  for (const auto& list : parents)
    steps.push_back({.parents = list,
                     .title = "A conversation of considerable length",
                     .line = "Tom, Priya and Dr Moretti",
                     .date = "13 Nov 2025"});
  return steps;
}

std::vector<LayoutStep> any_steps() {
  const auto count = *rc::gen::inRange<std::size_t>(1, 45);
  std::vector<std::vector<std::size_t>> parents(count);
  for (std::size_t i = 1; i < count; ++i) {
    const auto wanted = *rc::gen::weightedElement<int>({{2, 0}, {10, 1}, {4, 2}, {2, 3}});
    for (int k = 0; k < wanted; ++k) parents[i].push_back(*rc::gen::inRange<std::size_t>(0, i));
    std::ranges::sort(parents[i]);
    const auto doubles = std::ranges::unique(parents[i]);
    parents[i].erase(doubles.begin(), doubles.end());
  }
  return some_steps(parents);
}

void expect_steps_apart(const ChainLayout& layout) {
  for (std::size_t a = 0; a < layout.steps.size(); ++a)
    for (std::size_t b = a + 1; b < layout.steps.size(); ++b)
      for (const auto& one : boxes_of(layout.steps[a]))
        for (const auto& other : boxes_of(layout.steps[b])) RC_ASSERT(!overlap(one, other));
}

void expect_lines_clear(const ChainLayout& layout) {
  for (const auto& line : layout.lines)
    for (std::size_t i = 0; i + 1 < line.points.size(); ++i) {
      const auto piece = piece_box(line.points[i], line.points[i + 1]);
      for (std::size_t step = 0; step < layout.steps.size(); ++step) {
        const auto boxes = boxes_of(layout.steps[step]);
        const bool is_an_end = step == line.from || step == line.to;
        for (std::size_t box = is_an_end ? 1 : 0; box < boxes.size(); ++box)
          RC_ASSERT(!overlap(piece, boxes[box]));
      }
    }
}

void expect_inside(const ChainLayout& layout) {
  for (const auto& step : layout.steps)
    for (const auto& box : boxes_of(step))
      RC_ASSERT(box.left >= 0 && box.right <= layout.width && box.top >= 0 && box.bottom <= layout.height);
}

TEST(ChainLayout, KeepsLabelsCirclesAndLinesApartForAnyGraph) {
  const bool holds = rc::check("nothing collides", [] {
    const auto layout = lay_out(any_steps(), width);
    expect_steps_apart(layout);
    expect_lines_clear(layout);
    expect_inside(layout);
  });
  EXPECT_TRUE(holds);
}

TEST(ChainLayout, DrawsALineForEachParentFromTheOneToTheOther) {
  const bool holds = rc::check("all lines are there", [] {
    const auto steps = any_steps();
    const auto layout = lay_out(steps, width);
    std::size_t parents = 0;
    for (const auto& step : steps) parents += step.parents.size();
    RC_ASSERT(layout.lines.size() == parents);
    for (const auto& line : layout.lines) {
      RC_ASSERT(std::ranges::count(steps[line.to].parents, line.from) == 1);
      const auto from = layout.steps[line.from].centre;
      const auto to = layout.steps[line.to].centre;
      RC_ASSERT(line.points.front() == (LayoutPoint{from.x + chain_circle_radius, from.y}));
      RC_ASSERT(line.points.back() == (LayoutPoint{to.x - chain_circle_radius, to.y}));
      for (std::size_t i = 0; i + 1 < line.points.size(); ++i) {
        RC_ASSERT(line.points[i].x == line.points[i + 1].x || line.points[i].y == line.points[i + 1].y);
        RC_ASSERT(line.points[i].x <= line.points[i + 1].x);
      }
    }
  });
  EXPECT_TRUE(holds);
}

TEST(ChainLayout, PutsStepsInEqualColumnsAndALineOfThemInOneLane) {
  const auto layout = lay_out(some_steps({{}, {0}, {1}, {2}}), width);
  EXPECT_EQ(layout.lanes, 1);
  const auto step = layout.steps[1].centre.x - layout.steps[0].centre.x;
  for (std::size_t i = 1; i < 4; ++i) {
    EXPECT_EQ(layout.steps[i].centre.y, layout.steps[0].centre.y);
    EXPECT_EQ(layout.steps[i].centre.x - layout.steps[i - 1].centre.x, step);
  }
}

TEST(ChainLayout, DrawsTheDesignsChainInItsThreeLanes) {
  // Corridor chat, guide, planning; introduction above; sessions go on; reading list below; next year ahead.
  auto steps = some_steps({{}, {0}, {1}, {2}, {2}, {3}, {4}, {5}, {6}, {7}, {6}});
  steps.back().is_ahead = true;
  const auto layout = lay_out(steps, width);
  EXPECT_EQ(layout.lanes, 3);
  const auto y = [&](std::size_t step) { return layout.steps[step].centre.y; };
  EXPECT_LT(y(3), y(0));
  EXPECT_EQ(y(3), y(9));
  EXPECT_EQ(y(4), y(0));
  EXPECT_EQ(y(10), y(0));
  EXPECT_GT(y(8), y(0));
  EXPECT_LE(layout.width, width);
  const auto dashed = std::ranges::count(layout.lines, true, &PlacedLine::is_dashed);
  EXPECT_EQ(dashed, 1);
}

TEST(ChainLayout, ShortensWhatDoesNotFit) {
  const auto layout = lay_out(some_steps({{}, {0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}}), width);
  EXPECT_TRUE(layout.steps[4].title.ends_with("…"));
}

}  // namespace
}  // namespace rapport
