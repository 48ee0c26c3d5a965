// Draws a chain.
#include "bumps/chain_picture.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/text.hpp"

namespace rapport {
namespace {

using html::Url;

constexpr int lanes_max = 8;
constexpr std::array<std::size_t, 5> drawn_at_most{32, 20, 12, 8, 5};
constexpr int corner_radius = 14;
constexpr int icon_size = 20;

std::string_view tone_of(const ChainGroup& group, const Chain& chain, const Directory& directory) {
  if (group.together != Together::alone && group.together != Together::siblings) return "more";
  const auto& step = chain.steps[group.steps.front()];
  if (!step.is_open()) return "gap";
  if (step.is_ahead) return "next";
  const auto* kind = directory.vocabulary.find(step.kind);
  return tone_class(kind != nullptr ? rapport::tone_of(*kind) : ChainTone::conversation);
}

std::vector<LayoutStep> layout_steps(const std::vector<DrawnStep>& steps, const Chain& chain) {
  std::vector<LayoutStep> laid;
  laid.reserve(steps.size());
  for (const auto& step : steps)
    laid.push_back({.parents = step.group.parents,
                    .title = step.words.title,
                    .line = step.words.line,
                    .short_line = step.words.short_line,
                    .date = step.words.date,
                    .is_ahead = chain.steps[step.group.steps.front()].is_ahead});
  return laid;
}

std::string sentence_for(const ChainPicture& picture, const Chain& chain) {
  auto words =
      count_words(static_cast<long>(chain.steps.size()), "step", "steps") + " in order of their dates";
  if (picture.layout.lanes > 1) words += ", in " + count_words(picture.layout.lanes, "branch", "branches");
  return with_capital_first(words) + ". The steps are listed in full below the picture.";
}

/// The piece of a path up to a corner, and the corner.
void turn(std::string& path, const LayoutPoint& before, const LayoutPoint& corner, const LayoutPoint& after) {
  const auto reach = [&](const LayoutPoint& end) {
    return std::min(corner_radius, (std::abs(end.x - corner.x) + std::abs(end.y - corner.y)) / 2);
  };
  const auto toward = [&](const LayoutPoint& end, int distance) {
    const auto step = [&](int from, int to) {
      return from + (to > from ? distance : to < from ? -distance : 0);
    };
    return std::to_string(step(corner.x, end.x)) + " " + std::to_string(step(corner.y, end.y));
  };
  path += "L" + toward(before, reach(before)) + "Q" + std::to_string(corner.x) + " " +
          std::to_string(corner.y) + " " + toward(after, reach(after));
}

std::string path_of(const PlacedLine& line) {
  const auto& points = line.points;
  std::string path = "M" + std::to_string(points.front().x) + " " + std::to_string(points.front().y);
  for (std::size_t i = 1; i + 1 < points.size(); ++i) turn(path, points[i - 1], points[i], points[i + 1]);
  return path + "L" + std::to_string(points.back().x) + " " + std::to_string(points.back().y);
}

void draw_text(html::Writer& out, const LayoutPoint& centre, int baseline, std::string_view look,
               std::string_view text) {
  if (text.empty()) return;
  out.put<R"(<text x="{}" y="{}" class="svg-t{} mid">{}</text>)">(centre.x, centre.y + baseline, look, text);
}

void draw_step(html::Writer& out, const DrawnStep& step, const PlacedStep& placed, std::string_view icons) {
  const auto [x, y] = placed.centre;
  out.put<R"(<g class="node {}{}">)">(step.tone, step.is_focus ? " here" : "");
  if (step.is_focus)
    out.put<R"(<circle class="halo" cx="{}" cy="{}" r="{}"/>)">(x, y, chain_circle_radius + 5);
  out.put<R"(<circle cx="{}" cy="{}" r="{}"/><use href="{}" x="{}" y="{}" width="{}" height="{}"/>)">(
      x, y, chain_circle_radius, Url(std::string(icons) + "#" + step.words.icon), x - icon_size / 2,
      y - icon_size / 2, icon_size, icon_size);
  out.put<"</g>">();
}

void draw_labels(html::Writer& out, const PlacedStep& placed) {
  draw_text(out, placed.centre, chain_date_baseline, " m", placed.date);
  draw_text(out, placed.centre, chain_title_baseline, " b", placed.title);
  draw_text(out, placed.centre, chain_line_baseline, "", placed.line);
}

std::string name_of(const StepWords& words) {
  std::vector<std::string> parts{words.title, words.line, words.date};
  std::erase(parts, "");
  return join(parts, ", ");
}

}  // namespace

std::string_view tone_class(ChainTone tone) {
  switch (tone) {
    case ChainTone::teaching:
      return "green";
    case ChainTone::student_help:
      return "blue";
    case ChainTone::collections:
      return "amber";
    case ChainTone::conversation:
      break;
  }
  return "plum";
}

ChainPicture picture_of(const Chain& chain, const Directory& directory, const ChainReader& reader,
                        int width) {
  ChainPicture picture;
  for (const auto drawn_max : drawn_at_most) {
    picture.steps.clear();
    for (auto& group : fold_chain(chain, {.drawn_max = drawn_max})) {
      const bool is_focus = group.together == Together::alone && group.steps.front() == chain.focus;
      auto words = words_of(group, chain, directory, reader);
      const auto tone = tone_of(group, chain, directory);
      picture.steps.push_back({std::move(group), std::move(words), tone, is_focus});
    }
    if (count_lanes(layout_steps(picture.steps, chain)) <= lanes_max) break;
  }
  picture.layout = lay_out(layout_steps(picture.steps, chain), width);
  picture.sentence = sentence_for(picture, chain);
  return picture;
}

void draw_chain_shapes(html::Writer& out, const ChainPicture& picture, std::string_view icons) {
  for (const auto& line : picture.layout.lines)
    out.put<R"(<path class="edge{}" d="{}"/>)">(line.is_dashed ? " dash" : "", path_of(line));
  for (std::size_t i = 0; i < picture.steps.size(); ++i)
    draw_step(out, picture.steps[i], picture.layout.steps[i], icons);
}

void draw_chain(html::Writer& out, const ChainPicture& picture, std::string_view icons) {
  draw_chain_shapes(out, picture, icons);
  for (const auto& placed : picture.layout.steps) draw_labels(out, placed);
}

void draw_chain_links(html::Writer& out, const ChainPicture& picture,
                      const std::function<std::string(std::size_t)>& address) {
  constexpr int half = 46;
  for (std::size_t i = 0; i < picture.steps.size(); ++i) {
    const auto& step = picture.steps[i];
    const auto [x, y] = picture.layout.steps[i].centre;
    // One stop for the Tab key; the arrow keys go on from there, and the list has every step.
    out.put<
        R"(<a href="{}" tabindex="{}" aria-label="{}"><rect x="{}" y="{}" width="{}" height="100" rx="8"/></a>)">(
        Url(address(step.group.steps.front())), i == 0 ? 0 : -1, name_of(step.words), x - half, y - 42,
        2 * half);
  }
}

std::vector<LegendEntry> legend_of(const ChainPicture& picture) {
  static constexpr std::array<LegendEntry, 7> entries{{{.tone = "plum", .words = "Conversation"},
                                                       {.tone = "green", .words = "Teaching"},
                                                       {.tone = "blue", .words = "Student help"},
                                                       {.tone = "amber", .words = "Collections"},
                                                       {.tone = "next", .words = "Still to come"},
                                                       {.tone = "gap", .words = "Not shown"},
                                                       {.tone = "more", .words = "Several steps"}}};
  std::vector<LegendEntry> used;
  for (auto entry : entries) {
    const auto found = std::ranges::find(picture.steps, entry.tone, &DrawnStep::tone);
    if (found == picture.steps.end()) continue;
    entry.icon = found->words.icon;  // as it is drawn
    used.push_back(entry);
  }
  return used;
}

}  // namespace rapport
