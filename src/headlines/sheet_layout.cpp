// Puts the blocks on the page.
#include "headlines/sheet_layout.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/text.hpp"
#include "headlines/sheet_blocks.hpp"
#include "headlines/sheet_part.hpp"

namespace rapport::headlines {
namespace {

using ui::Align;
using ui::Face;

constexpr double margin = 49;  // 13 mm
constexpr double bottom_margin = 30;
constexpr double column_gap = 38;
constexpr double gap_least = 10;
constexpr double gap_usual = 18;
constexpr double gap_most = 30;
constexpr double content_width = ui::paper_width - 2 * margin;
constexpr double column_width = (content_width - column_gap) / 2;
constexpr double millimetre = 96 / 25.4;

// Head ----------------------------------------------------------------------------------------------

/// As large as lets the name stand on three lines, and never smaller than 22.
ui::SetText name_text(const std::string& department, double width) {
  constexpr double sizes[] = {33, 29, 25, 22};
  const auto words = department + "\nand the Library";
  ui::SetText text;
  for (const double size : sizes) {
    text = text_of(words, {.size = size, .face = Face::heading, .colour = colour::on_green, .leading = 1.12},
                   width);
    if (text.lines.size() <= 3) break;
  }
  return text;
}

Part head_of(const SheetContent& content) {
  constexpr double right_width = 270;
  constexpr double left_width = content_width - right_width - 24;
  constexpr Style over{.colour = colour::on_green_soft};
  constexpr Style house{.size = 16.5, .face = Face::heading_bold, .colour = colour::on_green, .leading = 1.3};
  Part left;
  left.put(text_of("Headline page " + content.year, over, left_width), 0);
  left.height += 2;
  left.put(name_text(content.department, left_width), 0, ui::PaperRole::title);
  Part right;
  auto library = text_of(content.library, house, right_width - 32, Align::right);
  double longest = 0;
  for (const auto& line : library.lines) longest = std::max(longest, line.width);
  right.add(
      ui::PaperIcon{.x = right_width - longest - 33, .y = -2, .size = 27, .name = std::string(ui::rings)});
  right.put(std::move(library), 32);
  right.height += 5;
  right.put(
      text_of(content.meeting, {.size = small_type, .colour = colour::on_green}, right_width, Align::right),
      0);
  Part head{.height = std::max(left.height, right.height) + 26 + 20};
  head.add(ui::PaperBox{.width = ui::paper_width, .height = head.height, .fill = colour::green});
  head.join(std::move(left), margin, 26);
  head.join(std::move(right), ui::paper_width - margin - right_width, 29);
  return head;
}

// Foot ----------------------------------------------------------------------------------------------

struct Foot {
  Part part = {};
  std::vector<BlockBox> boxes = {};
};
Foot foot_of(const SheetContent& content) {
  Foot foot;
  std::vector<const Block*> blocks;
  for (const auto& block : content.blocks)
    if (is_at_foot(block.kind)) blocks.push_back(&block);
  if (blocks.empty()) return foot;
  foot.part.add_line(0, 0, content_width);
  const double width = blocks.size() == 1 ? content_width : column_width;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    auto one = part_of(*blocks[i], width);
    const double x = i == 0 ? 0 : column_width + column_gap;
    foot.boxes.push_back({blocks[i]->kind, x, 10, width, one.height});
    foot.part.height = std::max(foot.part.height, one.height + 10);
    foot.part.join(std::move(one), x, 10);
  }
  return foot;
}

// Body ----------------------------------------------------------------------------------------------

/// Narrow blocks in two columns, or one wide block.
struct Placed {
  BlockKind kind = BlockKind::say;
  Part part = {};
  double x = 0;
  double width = 0;
  double below = 0;  ///< of what stands above it in its column of the row, without gaps
  int gaps = 0;      ///< how many gaps are above it in its row
};
struct Row {
  double left = column_width;  ///< the first column's width
  std::vector<Placed> blocks = {};

  [[nodiscard]] double height_with(double gap) const {
    double tallest = 0;
    for (const auto& block : blocks)
      tallest = std::max(tallest, block.below + gap * block.gaps + block.part.height);
    return tallest;
  }
};

/// What is planned has three columns of its own, and takes more room.
double left_width(BlockKind left, std::optional<BlockKind> right) {
  constexpr double less = 0.44;
  const double both = content_width - column_gap;
  if (right == BlockKind::together) return both * less;
  return left == BlockKind::together ? both * (1 - less) : column_width;
}

void add_beside(Row& row, const Block& block) {
  const double right_x = row.left + column_gap;
  Placed placed{.kind = block.kind};
  if (row.blocks.size() == 1) {
    placed.x = right_x;
  } else if (row.blocks.size() == 2) {
    // The last of an odd number goes below the shorter one.
    const auto& shorter =
        row.blocks[0].part.height <= row.blocks[1].part.height ? row.blocks[0] : row.blocks[1];
    placed.x = shorter.x;
    placed.below = shorter.part.height;
    placed.gaps = 1;
  }
  placed.width = placed.x > 0 ? content_width - right_x : row.left;
  placed.part = part_of(block, placed.width);
  row.blocks.push_back(std::move(placed));
}

/// Whether the block after next is narrow too: then a third one begins a row of its own.
bool begins_pair(const std::vector<const Block*>& body, std::size_t at) {
  return at + 1 < body.size() && !is_wide(body[at + 1]->kind);
}

/// Words take the whole width where nothing stands beside them; a picture would only grow.
bool is_of_words(BlockKind kind) {
  return kind == BlockKind::asked || kind == BlockKind::together || kind == BlockKind::quotation ||
         kind == BlockKind::own;
}

std::vector<Row> rows_of(const SheetContent& content) {
  std::vector<const Block*> body;
  for (const auto& block : content.blocks)
    if (!is_at_foot(block.kind)) body.push_back(&block);
  std::vector<Row> rows;
  bool is_open = false;
  for (std::size_t i = 0; i < body.size(); ++i) {
    const auto& block = *body[i];
    const bool is_alone = !is_open && !begins_pair(body, i) && is_of_words(block.kind);
    if (is_wide(block.kind) || is_alone) {
      Row row;
      row.blocks.push_back(
          {.kind = block.kind, .part = part_of(block, content_width), .width = content_width});
      rows.push_back(std::move(row));
      is_open = false;
      continue;
    }
    const bool joins = is_open && (rows.back().blocks.size() < 2 ||
                                   (rows.back().blocks.size() == 2 && !begins_pair(body, i)));
    if (!joins) {
      rows.emplace_back();
      const auto next = begins_pair(body, i) ? std::optional(body[i + 1]->kind) : std::nullopt;
      rows.back().left = left_width(block.kind, next);
    }
    add_beside(rows.back(), block);
    is_open = rows.back().blocks.size() < 3;
  }
  return rows;
}

double height_of(const std::vector<Row>& rows, double gap) {
  double height = gap;  // above the foot
  for (const auto& row : rows) height += row.height_with(gap) + gap;
  return height;
}

/// As wide a gap as the page lets there be.
double gap_for(const std::vector<Row>& rows, double room) {
  constexpr double step = 0.5;
  double gap = gap_least;
  while (gap + step <= gap_most && height_of(rows, gap + step) <= room) gap += step;
  return gap;
}

}  // namespace

SheetLayout lay_out(const SheetContent& content) {
  SheetLayout layout;
  layout.page.ground = colour::page;
  Part whole;
  auto head = head_of(content);
  const double top = head.height;
  whole.join(std::move(head), 0, 0);
  auto foot = foot_of(content);
  const double foot_top = ui::paper_height - bottom_margin - foot.part.height;
  auto rows = rows_of(content);
  const double room = foot_top - top;
  layout.too_long_millimetres = std::max(0.0, (height_of(rows, gap_least) - room) / millimetre);
  const double gap = gap_for(rows, room);
  double y = top;
  bool is_full = false;
  for (auto& row : rows) {
    y += gap;
    is_full = is_full || y + row.height_with(gap) > foot_top - gap_least + 0.01;
    const double row_top = y;
    for (auto& block : row.blocks) {
      if (is_full) {
        layout.left_out.push_back(block.kind);
        continue;
      }
      const double block_top = row_top + block.below + gap * block.gaps;
      layout.boxes.push_back({block.kind, margin + block.x, block_top, block.width, block.part.height});
      whole.join(std::move(block.part), margin + block.x, block_top);
    }
    if (!is_full) y += row.height_with(gap);
  }
  for (auto& box : foot.boxes)
    layout.boxes.push_back({box.kind, box.x + margin, box.y + foot_top, box.width, box.height});
  whole.join(std::move(foot.part), margin, foot_top);
  layout.page.items = std::move(whole.items);
  return layout;
}

std::string room_words(const SheetLayout& layout) {
  if (layout.fits()) return {};
  std::vector<std::string> names;
  names.reserve(layout.left_out.size());
  for (const auto kind : layout.left_out) names.push_back("“" + std::string(words(kind)) + "”");
  const auto millimetres = std::max(1L, std::lround(std::ceil(layout.too_long_millimetres)));
  return "The page is " + std::to_string(millimetres) + " mm too long: " + join_words(names) +
         (names.size() == 1 ? " does" : " do") + " not fit. Shorten words, or leave a block out.";
}

// The back ------------------------------------------------------------------------------------------

namespace {

Part source_part(const SourceLine& line) {
  Part part;
  part.put(text_of(line.name, {.size = 15, .face = Face::heading_bold, .leading = 1.3}, content_width), 0,
           ui::PaperRole::heading);
  part.put(text_of(line.sentence, plain_style, content_width), 0);
  if (!line.definition.empty()) part.put(text_of(line.definition, note_style, content_width), 0);
  part.put(text_of("Source: " + line.source, quiet_style, content_width), 0);
  return part;
}

Part source_head(const SheetContent& content) {
  Part part;
  part.put(
      text_of("Sources and definitions",
              {.size = 26, .face = Face::heading, .colour = colour::green, .leading = 1.2}, content_width),
      0, ui::PaperRole::title);
  part.put(
      text_of(content.department + ", " + content.year + (content.days.empty() ? "" : ": " + content.days) +
                  ". From the figures as they stood on " + content.made_on + ".",
              note_style, content_width),
      0);
  return part;
}

}  // namespace

std::vector<ui::PaperPage> lay_out_sources(const SheetContent& content) {
  std::vector<Part> pages(1);
  double y = margin;
  const auto add = [&](Part part) {
    if (y + part.height > ui::paper_height - margin && y > margin) {
      pages.emplace_back();
      y = margin;
    }
    const double tall = part.height;
    pages.back().join(std::move(part), margin, y);
    y += tall + gap_usual;
  };
  add(source_head(content));
  for (const auto& line : content.sources) add(source_part(line));
  Part last;
  last.put(
      text_of("Figures of fewer than five people are not shown, nor those from which they could be worked "
              "out. Two years are compared only where they were counted alike.",
              note_style, content_width),
      0);
  add(std::move(last));
  std::vector<ui::PaperPage> papers;
  papers.reserve(pages.size());
  for (auto& page : pages) papers.push_back({std::move(page.items), colour::page});
  return papers;
}

}  // namespace rapport::headlines
