// Draws trails and rows of dots.
#include "bumps/trail.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

namespace rapport {
namespace {

using html::Html;

constexpr double width = 1100;
constexpr double margin = 18;
constexpr double middle = 50;
constexpr double swing = 35;
constexpr double waves = 2.1;
constexpr int dots_in_a_row = 10;
constexpr double row_step = 20;

std::string tenths(double value) {
  const auto whole = std::lround(value * 10);
  return std::to_string(whole / 10) + "." + std::to_string(whole % 10);
}

void put_dot(html::Writer& out, double x, double y, double radius, const char* of_class) {
  out.put<R"(<circle cx="{}" cy="{}" r="{}" class="{}"/>)">(tenths(x), tenths(y), tenths(radius), of_class);
}

/// In dots: how many of how many.
struct Dots {
  int done = 0;
  int all = 0;
};

Dots dots_of(const Trail& trail) {
  const int each = bumps_of_a_dot(trail);
  const auto dots = [&](int bumps) { return (bumps + each - 1) / each; };
  return {dots(trail.done), dots(std::max(trail.done, trail.goal.value_or(0)))};
}

void put_trail_dot(html::Writer& out, const Dots& dots, int i) {
  const double x = margin + (width - 2 * margin) * i / std::max(dots.all - 1, 19);
  const double y = middle + swing * std::sin(x / width * waves * 2 * std::numbers::pi);
  const bool is_latest = i == dots.done - 1;
  if (i < dots.done)
    put_dot(out, x, y, is_latest ? 9 : 5.5, "f-plum");
  else
    put_dot(out, x, y, 3.5, "trail-off");
}

}  // namespace

int bumps_of_a_dot(const Trail& trail) {
  const int most = std::max(trail.done, trail.goal.value_or(0));
  return std::max(1, (most + trail_dots_max - 1) / trail_dots_max);
}

Html trail_svg(const Trail& trail) {
  const auto dots = dots_of(trail);
  const auto said = trail.goal ? std::to_string(trail.done) + " of " + std::to_string(*trail.goal) + " bumps"
                               : std::to_string(trail.done) + " bumps";
  html::Writer out;
  out.put<R"(<svg viewBox="0 0 1100 100" class="trail" role="img" aria-label="{}">)">(said);
  for (int i = 0; i < dots.all; ++i) put_trail_dot(out, dots, i);
  out.put<"</svg>">();
  return std::move(out).finish();
}

Html help_dots(double amount, double best_month) {
  const int filled = std::clamp(static_cast<int>(std::lround(amount)), amount > 0 ? 1 : 0, dots_in_a_row);
  html::Writer out;
  out.put<R"(<svg class="dots" viewBox="0 0 200 18" aria-hidden="true">)">();
  for (int i = 0; i < dots_in_a_row; ++i)
    put_dot(out, 9 + i * row_step, 9, i < filled ? 7 : 3, i < filled ? "f-plum" : "trail-off");
  if (best_month > 0 && best_month < dots_in_a_row)
    out.put<R"(<path d="M{} 1V17" class="pb"/>)">(tenths(best_month * row_step - 1));
  out.put<"</svg>">();
  return std::move(out).finish();
}

}  // namespace rapport
