// Draws the blocks of words: sentence, numbers, chain, lists, quotation, foot.
#include "headlines/sheet_blocks.hpp"

#include <algorithm>

#include "headlines/sheet_pictures.hpp"
#include "headlines/sheet_shapes.hpp"

namespace rapport::headlines {
namespace {

using ui::Align;
using ui::Face;

constexpr Style heading_style{.size = 17, .face = Face::heading_bold, .leading = 1.25};
constexpr double below_heading = 6;

void put_heading(Part& part, const Block& block, double width) {
  if (block.heading.empty()) return;
  part.put(text_of(block.heading, heading_style, width), 0, ui::PaperRole::heading);
  part.height += below_heading;
}

/// `more` explains a picture, on the same line where there is room.
void put_note(Part& part, const Block& block, double width, const std::string& more = {}) {
  const auto words = block.note.empty() || more.empty() ? block.note + more : block.note + " " + more;
  if (words.empty()) return;
  part.height += 3;
  Style strong = note_style;
  strong.face = Face::bold;
  part.put(rich_text_of(words, note_style, strong, width), 0);
}

void put_say(Part& part, const Block& block, double width) {
  constexpr Style said{.size = 21, .face = Face::heading, .leading = 1.3};
  constexpr Style strong{.size = 21, .face = Face::heading_bold, .colour = colour::green, .leading = 1.3};
  part.put(rich_text_of(block.note, said, strong, width), 0);
}

// Big numbers ---------------------------------------------------------------------------------------

/// As large as the cell lets it be.
ui::SetText big_text(const std::string& number, double width) {
  constexpr double sizes[] = {40, 34, 28, 22};
  ui::SetText text;
  for (const double size : sizes) {
    text = text_of(number, {.size = size, .face = Face::heading, .leading = 45 / size}, width);
    if (text.lines.size() <= 1) break;
  }
  return text;
}

Part number_part(const BigNumber& number, double width) {
  Part part;
  part.put(big_text(number.number, width), 0);
  part.put(text_of(number.title, strong_style, width), 0);
  part.put(text_of(number.line, quiet_style, width), 0);
  return part;
}

void put_numbers(Part& part, const Block& block, double width) {
  constexpr double padding = 14;
  const auto columns = number_columns(block.numbers.size());
  const double cell = width / static_cast<double>(columns);
  part.add_line(0, part.height, width);
  for (std::size_t begin = 0; begin < block.numbers.size(); begin += columns) {
    double tallest = 0;
    const double top = part.height + 4;
    for (std::size_t i = begin; i < std::min(begin + columns, block.numbers.size()); ++i) {
      const bool is_first = i == begin;
      auto one = number_part(block.numbers[i], cell - padding * (is_first ? 0.3 : 1.3));
      tallest = std::max(tallest, one.height);
      part.join(std::move(one), cell * static_cast<double>(i - begin) + (is_first ? 0 : padding), top);
    }
    for (std::size_t i = begin + 1; i < std::min(begin + columns, block.numbers.size()); ++i)
      part.add(ui::PaperBox{.x = cell * static_cast<double>(i - begin),
                            .y = part.height,
                            .width = 1,
                            .height = tallest + 13,
                            .fill = colour::line});
    part.height = top + tallest + 9;
    part.add_line(0, part.height, width);
  }
  part.height += 1;
}

// Chain ---------------------------------------------------------------------------------------------

void put_chain(Part& part, const Block& block, double width) {
  constexpr double icon = 30;
  constexpr double padding = 12;
  constexpr double outside = 15;
  const double cell = width / static_cast<double>(block.chain.size());
  Part inside;
  put_heading(inside, block, width);
  const double top = inside.height;
  double tallest = icon;
  for (std::size_t i = 0; i < block.chain.size(); ++i) {
    const auto& box = block.chain[i];
    const double x = cell * static_cast<double>(i);
    const double words = cell - icon - 26;
    Part one;
    one.put(text_of(box.title, strong_style, words), 0);
    one.put(text_of(box.line, note_style, words), 0);
    tallest = std::max(tallest, one.height);
    inside.add(ui::PaperIcon{.x = x, .y = top + 5, .size = icon, .name = box.icon, .colour = colour::plum});
    inside.join(std::move(one), x + icon + 8, top);
    if (i + 1 < block.chain.size())
      inside.add(ui::PaperIcon{
          .x = x + cell - 18, .y = top + 12, .size = 16, .name = "chevron-right", .colour = colour::plum});
  }
  inside.height = top + tallest;
  if (!block.note.empty()) put_note(inside, block, width);
  part.add(ui::PaperBox{.x = -outside,
                        .width = width + 2 * outside,
                        .height = inside.height + 2 * padding,
                        .round_above = 10,
                        .round_below = 10,
                        .fill = colour::plum_tint});
  const double tall = inside.height + 2 * padding;
  part.join(std::move(inside), 0, padding);
  part.height = tall;
}

// Lists ---------------------------------------------------------------------------------------------

void put_asked(Part& part, const Block& block, double width) {
  constexpr double indent = 27;
  for (const auto& line : block.asked) {
    part.add(ui::PaperIcon{.x = 2,
                           .y = part.height + 2,
                           .size = 16,
                           .name = line.is_done ? "check" : "circle-dashed",
                           .colour = colour::green});
    part.put(text_of(line.words, plain_style, width - indent), indent);
    part.height += 6;
  }
  if (!block.asked.empty()) part.height -= 6;
}

void put_together(Part& part, const Block& block, double width) {
  constexpr Style when{.face = Face::bold, .colour = colour::green};
  constexpr double who_width = 84;
  const bool has_when =
      std::ranges::any_of(block.together, [](const auto& line) { return !line.when.empty(); });
  const bool has_who =
      std::ranges::any_of(block.together, [](const auto& line) { return !line.who.empty(); });
  const double left = has_when ? 46 : 0;
  const double right = has_who ? who_width + 8 : 0;
  for (std::size_t i = 0; i < block.together.size(); ++i) {
    const auto& line = block.together[i];
    if (i > 0) part.add_line(0, part.height, width);
    if (i > 0) part.height += 5;
    auto words = text_of(line.words, plain_style, width - left - right);
    auto who = text_of(line.who, quiet_style, who_width, Align::right);
    auto day = text_of(line.when, when, std::max(left - 4, 1.0));
    const double tall = std::max({words.height, who.height, day.height});
    part.put_at(std::move(day), 0, part.height);
    part.put_at(std::move(words), left, part.height);
    part.put_at(std::move(who), width - who_width, part.height + 1);
    part.height += tall + 4;
  }
}

void put_quotation(Part& part, const Block& block, double width) {
  constexpr Style said{.size = 17, .face = Face::heading, .colour = colour::green, .leading = 1.3};
  part.put(text_of("“" + block.note + "”", said, width), 0);
  part.height += 3;
  part.put(text_of(block.by, quiet_style, width), 0);
}

void put_own(Part& part, const Block& block, double width) {
  part.put(rich_text_of(block.note, plain_style, strong_style, width), 0);
}

void put_foot(Part& part, const Block& block, double width) {
  Style strong = note_style;
  strong.face = Face::bold;
  part.put(rich_text_of(block.note, note_style, strong, width), 0);
}

}  // namespace

Part part_of(const Block& block, double width) {
  Part part;
  if (block.kind == BlockKind::chain) {
    put_chain(part, block, width);
    return part;
  }
  put_heading(part, block, width);
  switch (block.kind) {
    case BlockKind::say:
      put_say(part, block, width);
      break;
    case BlockKind::numbers:
      put_numbers(part, block, width);
      put_note(part, block, width);
      break;
    case BlockKind::people:
    case BlockKind::modules:
    case BlockKind::topics:
    case BlockKind::months:
      put_picture(part, block, width);
      put_note(part, block, width, picture_words(block));
      break;
    case BlockKind::asked:
      put_asked(part, block, width);
      put_note(part, block, width);
      break;
    case BlockKind::together:
      put_together(part, block, width);
      put_note(part, block, width);
      break;
    case BlockKind::quotation:
      put_quotation(part, block, width);
      break;
    case BlockKind::own:
      put_own(part, block, width);
      break;
    case BlockKind::champions:
    case BlockKind::small_print:
      put_foot(part, block, width);
      break;
    case BlockKind::chain:
      break;
  }
  return part;
}

}  // namespace rapport::headlines
