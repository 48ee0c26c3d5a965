// Draws the movement of many.
#include "relationships/movement_picture.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/text.hpp"
#include "html/text_width.hpp"
#include "relationships/level_views.hpp"

namespace rapport::ladder {
namespace {

using html::Html;
using html::Writer;

constexpr int text_size = 13;
constexpr int bar_width = 14;
constexpr int band_width = 300;
constexpr int plot_height = 300;
constexpr int gap = 26;
constexpr int top_margin = 34;
constexpr int bar_min = 2;

/// One level on one side: its bar and how much of it is taken by bands so far.
struct Bar {
  int y = 0;
  int height = 0;
  double taken = 0;
};

struct Layout {
  int left = 0;  ///< of the first column of bars
  std::vector<Bar> then = {};
  std::vector<Bar> now = {};
  double per_person = 0;
  int height = 0;

  [[nodiscard]] int right() const { return left + bar_width + band_width; }
  [[nodiscard]] int width() const { return right() + bar_width + left; }
};

/// The highest level on top.
std::vector<Bar> bars(const Scale& scale, double per_person, auto count_at) {
  std::vector<Bar> placed(scale.levels.size());
  int y = top_margin;
  for (int level = scale.top(); level >= 0; --level) {
    const int count = count_at(level);
    const int height = count == 0 ? 0 : std::max(bar_min, static_cast<int>(std::lround(count * per_person)));
    placed[static_cast<std::size_t>(level)] = {.y = y, .height = height};
    y += height + gap;
  }
  return placed;
}

int bottom_of(const std::vector<Bar>& bars) {
  return bars.front().y + bars.front().height;  // level 0 stands lowest
}

Layout layout_of(const Movement& movement, const Scale& scale) {
  Layout layout;
  layout.per_person = static_cast<double>(plot_height) / std::max(movement.people(), 1);
  for (int level = 0; level <= scale.top(); ++level) {
    const auto widest = scale.name(level) + "  " + std::to_string(movement.people());
    layout.left = std::max(layout.left,
                           static_cast<int>(html::text_width(widest, text_size, html::Weight::regular)) + 14);
  }
  layout.then = bars(scale, layout.per_person, [&](int level) { return movement.at_start(level); });
  layout.now = bars(scale, layout.per_person, [&](int level) { return movement.now(level); });
  layout.height = std::max(bottom_of(layout.then), bottom_of(layout.now)) + 12;
  return layout;
}

std::string_view band_class(std::size_t from, std::size_t to) {
  if (to > from) return "band up";
  return to < from ? "band down" : "band";
}

void draw_band(Writer& out, Layout& layout, std::size_t from, std::size_t to, int people) {
  auto& source = layout.then[from];
  auto& target = layout.now[to];
  const double thickness = std::max(people * layout.per_person, 1.0);
  const int y1 = source.y + static_cast<int>(std::lround(source.taken));
  const int y2 = target.y + static_cast<int>(std::lround(target.taken));
  source.taken += people * layout.per_person;
  target.taken += people * layout.per_person;
  const int thick = std::max(1, static_cast<int>(std::lround(thickness)));
  const int x1 = layout.left + bar_width;
  const int x2 = layout.right();
  const int middle = (x1 + x2) / 2;
  out.put<R"(<path class="{}" d="M{} {}C{} {} {} {} {} {}V{}C{} {} {} {} {} {}Z"/>)">(
      band_class(from, to), x1, y1, middle, y1, middle, y2, x2, y2, y2 + thick, middle, y2 + thick, middle,
      y1 + thick, x1, y1 + thick);
}

/// Those who stayed lie below those who moved.
void draw_bands(Writer& out, Layout& layout, const Movement& movement) {
  const auto count = movement.flows.size();
  for (auto from = count; from-- > 0;)
    for (auto to = count; to-- > 0;)
      if (movement.flows[from][to] > 0) draw_band(out, layout, from, to, movement.flows[from][to]);
}

void draw_bars(Writer& out, const Layout& layout, const Movement& movement, const Scale& scale) {
  for (int level = 0; level <= scale.top(); ++level) {
    const auto& then = layout.then[static_cast<std::size_t>(level)];
    const auto& now = layout.now[static_cast<std::size_t>(level)];
    const int shade = ramp_step(scale, level);
    out.put<R"(<rect class="bar lv{}" x="{}" y="{}" width="{}" height="{}" rx="2"/>)">(
        shade, layout.left, then.y, bar_width, then.height);
    out.put<R"(<rect class="bar lv{}" x="{}" y="{}" width="{}" height="{}" rx="2"/>)">(
        shade, layout.right(), now.y, bar_width, now.height);
    out.put<R"(<text x="{}" y="{}" class="svg-t e">{} <tspan class="svg-t b">{}</tspan></text>)">(
        layout.left - 8, then.y + then.height / 2 + 5, scale.name(level), movement.at_start(level));
    out.put<R"(<text x="{}" y="{}" class="svg-t"><tspan class="svg-t b">{}</tspan> {}</text>)">(
        layout.right() + bar_width + 8, now.y + now.height / 2 + 5, movement.now(level), scale.name(level));
  }
}

void put_table(Writer& out, const Movement& movement, const Scale& scale, Date today) {
  out.put<
      R"(<details class="table"><summary>Show as a table</summary><div class="table-wrap" tabindex="0" role="region" )"
      R"(aria-label="Movement as a table"><table class="rows"><thead><tr><th scope="col">{}</th>)">(
      "On " + short_words(movement.since, today));
  for (const auto& level : scale.levels) out.put<R"(<th scope="col" class="n">Now {}</th>)">(level.name);
  out.put<R"(<th scope="col" class="n">All</th></tr></thead><tbody>)">();
  for (int from = 0; from <= scale.top(); ++from) {
    out.put<R"(<tr><th scope="row">{}</th>)">(scale.name(from));
    for (const int people : movement.flows[static_cast<std::size_t>(from)])
      out.put<R"(<td class="n">{}</td>)">(people);
    out.put<R"(<td class="n">{}</td></tr>)">(movement.at_start(from));
  }
  out.put<R"(<tr><th scope="row">All</th>)">();
  for (int to = 0; to <= scale.top(); ++to) out.put<R"(<td class="n">{}</td>)">(movement.now(to));
  out.put<R"(<td class="n">{}</td></tr></tbody></table></div></details>)">(movement.people());
}

int from_level_up(const Movement& movement, int least, bool is_now) {
  int sum = 0;
  for (int level = least; level < static_cast<int>(movement.flows.size()); ++level)
    sum += is_now ? movement.now(level) : movement.at_start(level);
  return sum;
}

}  // namespace

std::string movement_sentence(const Movement& movement, const Scale& scale, Date today) {
  const int least = scale.top() - scale.top() / 2;  // the upper half
  const int now = from_level_up(movement, least, true);
  const int then = from_level_up(movement, least, false);
  return "Since " + short_words(movement.since, today) + ": " + movement_words(movement) + ". " +
         std::to_string(now) + " of " + std::to_string(movement.people()) + " are " + scale.name(least) +
         " or above, " + (now == then ? "as many as before." : std::to_string(then) + " before.");
}

Html movement_picture(const Movement& movement, const Scale& scale, Date today) {
  if (movement.people() == 0) return {};
  auto layout = layout_of(movement, scale);
  Writer out;
  out.put<
      R"(<figure class="card"><div class="chart-scroll" tabindex="0" role="region" aria-label="Movement between levels">)"
      R"(<svg viewBox="0 0 {} {}" class="movement-svg" role="img" aria-label="{}">)">(
      layout.width(), layout.height, movement_sentence(movement, scale, today));
  out.put<
      R"(<text x="{}" y="16" class="svg-t m e">{}</text><text x="{}" y="16" class="svg-t m">Today</text>)">(
      layout.left + bar_width, short_words(movement.since, today), layout.right());
  draw_bands(out, layout, movement);
  draw_bars(out, layout, movement, scale);
  out.put<
      R"(</svg></div><figcaption class="micro muted">Each band is people: its width says how many. Green bands rise, )"
      R"(amber ones fall, the others stayed.</figcaption>)">();
  put_table(out, movement, scale, today);
  out.put<"</figure>">();
  return std::move(out).finish();
}

}  // namespace rapport::ladder
