// Draws pictures. Bars start at nought, numbers stand on the marks.
#include "headlines/sheet_pictures.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "headlines/sheet_shapes.hpp"
#include "measures/amount.hpp"

namespace rapport::headlines {
namespace {

using ui::Align;
using ui::Face;

constexpr Style label_style{.colour = colour::soft, .leading = 1.25};
constexpr Style number_style{.face = Face::bold};

std::string number(int count) {
  return number_words(whole(count));
}

/// Up to a hundred thousand marks are one row of bars instead; so few are drawn one by one.
constexpr int squares_max = 24;

// People --------------------------------------------------------------------------------------------

void add_person(Part& part, double x, double y, double width, int tone) {
  const double head = width * 0.58;
  const auto fill = tone_colour(tone);
  std::optional<std::uint32_t> edge;
  if (tone <= 0) edge = colour::edge;
  part.add(ui::PaperBox{.x = x + (width - head) / 2,
                        .y = y,
                        .width = head,
                        .height = head,
                        .round_above = head / 2,
                        .round_below = head / 2,
                        .fill = fill,
                        .stroke = edge,
                        .stroke_width = 0.9,
                        .is_dashed = tone < 0});
  part.add(ui::PaperBox{.x = x,
                        .y = y + head + 2,
                        .width = width,
                        .height = width * 0.88,
                        .round_above = width / 2,
                        .round_below = 1,
                        .fill = fill,
                        .stroke = edge,
                        .stroke_width = 0.9,
                        .is_dashed = tone < 0});
}

/// Swatches with words, one after the other.
void put_legend(Part& part, const Block& block, double width) {
  constexpr double swatch = 12;
  constexpr double line_height = 20;
  double x = 0;
  for (const auto& level : block.levels) {
    auto words = text_of(number(level.count) + " " + level.name, note_style, width - swatch - 8);
    const double wide = swatch + 7 + words.width;
    if (x > 0 && x + wide > width) {
      x = 0;
      part.height += line_height;
    }
    std::optional<std::uint32_t> edge;
    if (level.tone <= 0) edge = colour::edge;
    part.add(ui::PaperBox{.x = x + 0.5,
                          .y = part.height + 3.5,
                          .width = swatch,
                          .height = swatch,
                          .round_above = 3,
                          .round_below = 3,
                          .fill = tone_colour(level.tone),
                          .stroke = edge,
                          .stroke_width = 0.9,
                          .is_dashed = level.tone < 0});
    const double tall = words.height;
    part.put_at(std::move(words), x + swatch + 7, part.height);
    x += wide + 14;
    if (tall > line_height) part.height += tall - line_height;
  }
  part.height += line_height - 2;
}

void put_people(Part& part, const Block& block, double width) {
  const auto pictogram = pictogram_of(block.levels);
  const double step = width / figures_in_row;
  const double figure = step * 0.74;
  const double row = figure * 1.86;
  for (std::size_t i = 0; i < pictogram.tones.size(); ++i) {
    const auto rows_above = i / figures_in_row;
    add_person(part, step * static_cast<double>(i % figures_in_row),
               part.height + 2 + row * static_cast<double>(rows_above), figure, pictogram.tones[i]);
  }
  const auto rows = (pictogram.tones.size() + figures_in_row - 1) / figures_in_row;
  part.height += row * static_cast<double>(rows) + 4;
  put_legend(part, block, width);
}

// Modules -------------------------------------------------------------------------------------------

void put_module_row(Part& part, const ModuleRow& row, int most, double width) {
  constexpr double label = 78;
  constexpr double said = 66;
  const double room = width - label - said;
  const double step = std::min(23.0, room / most);
  const int all = row.of.value_or(row.reached);
  part.put_at(text_of(row.name, label_style, label - 6), 0, part.height + 1);
  double x = label;
  if (most > squares_max) {
    const double scale = room / most;
    part.add(ui::PaperBox{x, part.height + 2, scale * all, 17, 3, 3, colour::empty});
    part.add(ui::PaperBox{x, part.height + 2, scale * row.reached, 17, 3, 3, colour::green});
    x += scale * all;
  } else {
    for (int i = 0; i < all; ++i, x += step)
      part.add(ui::PaperBox{x, part.height + 1 + (18 - step * 0.78) / 2, step * 0.78, step * 0.78, 3.5, 3.5,
                            i < row.reached ? colour::green : colour::empty});
  }
  std::vector<ui::Run> runs{{number(row.reached), Face::bold, colour::ink}};
  if (row.of) runs.push_back({" of " + number(*row.of), Face::text, colour::soft});
  part.put_at(ui::set_text(runs, {.size = plain_type, .leading = 1.25, .width = said - 6}), x + 6,
              part.height + 1);
  part.height += 26;
}

void put_modules(Part& part, const Block& block, double width) {
  int most = 1;
  for (const auto& row : block.modules) most = std::max(most, row.of.value_or(row.reached));
  for (const auto& row : block.modules) put_module_row(part, row, most, width);
  part.height -= 4;
}

// Topics --------------------------------------------------------------------------------------------

void put_topics(Part& part, const Block& block, double width) {
  constexpr double label = 146;
  constexpr double bar = 16;
  int most = 1;
  for (const auto& row : block.topics) most = std::max(most, row.count);
  const double said = text_of(number(most), number_style, width).width + 10;
  const double room = width - label - said;
  for (const auto& row : block.topics) {
    auto name = text_of(row.name, label_style, label - 8);
    const double tall = std::max(name.height, bar);
    const double length = std::max(room * row.count / most, 2.0);
    const double y = part.height + (tall - bar) / 2;
    part.put_at(std::move(name), 0, part.height);
    part.add(ui::PaperBox{label, y, length, bar, 3, 3, colour::green});
    part.put_at(text_of(number(row.count), number_style, said), label + length + 7, y - 2);
    part.height += tall + 10;
  }
  part.height -= 8;
}

// Months --------------------------------------------------------------------------------------------

/// `step` is what lies between the middles of two months.
void add_month(Part& part, const MonthBar& month, double middle, double step, double bottom, double length,
               bool is_most) {
  const double bar = std::min(18.0, step * 2 / 3);
  constexpr double stub = 9;
  const double wide = 40;
  if (month.count && *month.count > 0) {
    part.add(ui::PaperBox{middle - bar / 2, bottom - length, bar, length, 3, 1.5,
                          is_most ? colour::green : colour::pale});
    part.put_at(
        text_of(number(*month.count), is_most ? Style{.size = small_type, .face = Face::bold} : quiet_style,
                wide, Align::centre),
        middle - wide / 2, bottom - length - 19);
  } else if (!month.count && !month.is_to_come) {
    part.add(ui::PaperBox{.x = middle - bar / 2,
                          .y = bottom - stub,
                          .width = bar,
                          .height = stub,
                          .round_above = 3,
                          .round_below = 1,
                          .stroke = colour::edge,
                          .stroke_width = 0.9,
                          .is_dashed = true});
  }
  part.put_at(text_of(month.name.substr(0, 1), note_style, wide, Align::centre), middle - wide / 2,
              bottom + 3);
}

void put_months(Part& part, const Block& block, double width) {
  constexpr double tallest = 80;
  int most = 1;
  for (const auto& month : block.months) most = std::max(most, month.count.value_or(0));
  const bool is_alone =
      std::ranges::count_if(block.months, [&](const MonthBar& month) { return month.count == most; }) == 1;
  const double step = width / static_cast<double>(block.months.size());
  const double bottom = part.height + 18 + tallest;
  for (std::size_t i = 0; i < block.months.size(); ++i) {
    const auto& month = block.months[i];
    add_month(part, month, step * (static_cast<double>(i) + 0.5), step, bottom,
              tallest * month.count.value_or(0) / most, is_alone && month.count == most);
  }
  part.height = bottom + 3 + small_type * note_style.leading;
}

}  // namespace

void put_picture(Part& part, const Block& block, double width) {
  part.add(ui::PaperFigure{heard_words(block)});
  if (block.kind == BlockKind::people) put_people(part, block, width);
  if (block.kind == BlockKind::modules) put_modules(part, block, width);
  if (block.kind == BlockKind::topics) put_topics(part, block, width);
  if (block.kind == BlockKind::months) put_months(part, block, width);
  part.add(ui::PaperFigureEnd{});
}

}  // namespace rapport::headlines
