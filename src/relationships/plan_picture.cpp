// Draws the staircase.
#include "relationships/plan_picture.hpp"

#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "html/text_width.hpp"

namespace rapport {
namespace {

using html::Html;
using html::Writer;

constexpr int width = 1080;
constexpr int ground = 216;
constexpr int lowest = 26;    // of the first step
constexpr int highest = 154;  // of the last
constexpr int text_size = 13;
constexpr int text_inset = 15;

/// Where steps stand in the drawing.
struct Stairs {
  int count = 2;

  [[nodiscard]] int run() const { return width / count; }
  [[nodiscard]] int x(int level) const { return 3 + level * run(); }
  [[nodiscard]] int stair_width() const { return run() - 6; }
  [[nodiscard]] int height(int level) const { return lowest + level * (highest - lowest) / (count - 1); }
  [[nodiscard]] int y(int level) const { return ground - height(level); }
};

struct Point {
  double x = 0;
  double y = 0;
};

/// From the dot on the present level, in a bow, to over the level aimed at.
struct Bow {
  Point from, first, second, to;

  [[nodiscard]] Point at(double t) const {
    const double u = 1 - t;
    const double a = u * u * u;
    const double b = 3 * u * u * t;
    const double c = 3 * u * t * t;
    const double d = t * t * t;
    return {a * from.x + b * first.x + c * second.x + d * to.x,
            a * from.y + b * first.y + c * second.y + d * to.y};
  }
};

Bow bow_of(const Stairs& stairs, int now, int aim) {
  const Point from{stairs.x(now) + stairs.stair_width() * 0.5, stairs.y(now) - 22.0};
  const Point to{stairs.x(aim) + stairs.stair_width() * 0.27, stairs.y(aim) - 30.0};
  const double dx = to.x - from.x;
  const double top = std::min(from.y, to.y) - 14;
  return {from, {from.x + dx * 0.36, top}, {from.x + dx * 0.6, top - 4}, to};
}

int rounded(double value) {
  return static_cast<int>(std::lround(value));
}

std::string fitted(const std::string& name, int room) {
  auto words = name;
  for (auto length = character_count(name); length > 3; --length) {
    if (html::text_width(words, text_size, html::Weight::bold) <= room) break;
    words = shorten(name, length - 1);
  }
  return words;
}

void draw_stairs(Writer& out, const Stairs& stairs, const Climb& climb, const Scale& scale) {
  for (int level = 0; level < stairs.count; ++level) {
    const bool is_aim = climb.aim == level && level > climb.now;
    const bool is_marked = level == climb.now || climb.aim == level;
    out.put<
        R"(<rect x="{}" y="{}" width="{}" height="{}" rx="8" class="{}"/><text x="{}" y="{}" class="{}">{}</text>)">(
        stairs.x(level), stairs.y(level), stairs.stair_width(), stairs.height(level),
        is_aim               ? "stair aim"
        : level <= climb.now ? "stair on"
                             : "stair",
        stairs.x(level) + text_inset, stairs.y(level) + 20, is_marked ? "svg-t b" : "svg-t",
        fitted(scale.name(level), stairs.stair_width() - 2 * text_inset));
  }
}

void draw_way(Writer& out, const Stairs& stairs, const Climb& climb) {
  const auto bow = bow_of(stairs, climb.now, *climb.aim);
  out.put<R"(<path d="M{} {}C{} {} {} {} {} {}" class="leap"/><path d="M{} {}l13 10l-16 6" class="leap"/>)">(
      rounded(bow.from.x), rounded(bow.from.y), rounded(bow.first.x), rounded(bow.first.y),
      rounded(bow.second.x), rounded(bow.second.y), rounded(bow.to.x), rounded(bow.to.y),
      rounded(bow.to.x) - 11, rounded(bow.to.y) - 10);
  const auto count = static_cast<double>(climb.steps.size());
  for (std::size_t i = 0; i < climb.steps.size(); ++i) {
    const auto point = bow.at(static_cast<double>(i + 1) / (count + 1));
    out.put<R"(<circle cx="{}" cy="{}" r="5" class="{}"/>)">(rounded(point.x), rounded(point.y),
                                                             climb.steps[i] ? "f-green" : "pend");
  }
}

std::string steps_words(const Climb& climb) {
  if (climb.steps.empty()) return {};
  const auto done = std::ranges::count(climb.steps, true);
  auto said = ", in " + count_words(static_cast<long>(climb.steps.size()), "step", "steps");
  if (done > 0) said += ", " + std::string(trim(count_words(done, "", ""))) + " of them done";
  return said;
}

void put_table(Writer& out, const Climb& climb, const Scale& scale) {
  out.put<
      R"(<details class="table no-print"><summary>Show as a table</summary><table class="rows"><thead><tr>)"
      R"(<th scope="col">Level</th><th scope="col">What it means</th><th scope="col">Here</th></tr></thead><tbody>)">();
  for (int level = scale.top(); level >= 0; --level)
    out.put<R"(<tr><th scope="row">{}</th><td>{}</td><td>{}</td></tr>)">(
        scale.name(level), scale.levels[static_cast<std::size_t>(level)].meaning,
        level == climb.now   ? (climb.aim == level ? "Now, and the aim" : "Now")
        : climb.aim == level ? "The aim"
                             : "");
  out.put<"</tbody></table></details>">();
}

}  // namespace

std::string climb_sentence(const Climb& climb, const Scale& scale) {
  auto said = with_capital_first(count_words(scale.top() + 1, "level", "levels")) +
              " as a staircase. Now at " + scale.name(climb.now) + ".";
  if (!climb.aim) return said;
  said += " Aim: " + scale.name(*climb.aim);
  if (!climb.until.empty()) said += " by " + climb.until;
  return said + steps_words(climb) + ".";
}

Html climb_picture(const Climb& climb, const Scale& scale) {
  const Stairs stairs{scale.top() + 1};
  Writer out;
  out.put<
      R"(<section class="card climb" aria-label="The way"><div class="climb-scroll" tabindex="0" role="group" aria-label="Levels as a staircase">)"
      R"(<svg viewBox="0 0 {} {}" role="img" aria-label="{}">)">(width, ground + 4,
                                                                 climb_sentence(climb, scale));
  draw_stairs(out, stairs, climb, scale);
  if (climb.aim && *climb.aim > climb.now) draw_way(out, stairs, climb);
  out.put<R"(<circle cx="{}" cy="{}" r="9" class="f-green"/></svg></div>)">(
      stairs.x(climb.now) + stairs.stair_width() / 2, stairs.y(climb.now) - 14);
  put_table(out, climb, scale);
  out.put<"</section>">();
  return std::move(out).finish();
}

}  // namespace rapport
