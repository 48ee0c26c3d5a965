// Where everything stands on the paper: one A4 page, always. Words are measured as they are drawn, and type
// is never smaller than 13 px. Nothing here knows of data or of a database.
#pragma once

#include <string>
#include <vector>

#include "headlines/sheet.hpp"
#include "ui/paper.hpp"

namespace rapport::headlines {

/// In CSS pixels from the page's upper left.
struct BlockBox {
  BlockKind kind = BlockKind::say;
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
};

struct SheetLayout {
  ui::PaperPage page = {};
  std::vector<BlockBox> boxes = {};      ///< those on the page; none touches another
  std::vector<BlockKind> left_out = {};  ///< for which there was no room
  double too_long_millimetres = 0;       ///< of everything together

  [[nodiscard]] bool fits() const { return left_out.empty(); }
};
/// Blocks in their order, two beside one another where they are narrow; those that do not fit are left out.
/// About a millisecond.
[[nodiscard]] SheetLayout lay_out(const SheetContent& content);

/// "The page is 12 mm too long: “Big numbers” and what stands below it do not fit. …"; empty where all fits.
[[nodiscard]] std::string room_words(const SheetLayout& layout);

/// Sources and definitions, on as many pages as they need.
[[nodiscard]] std::vector<ui::PaperPage> lay_out_sources(const SheetContent& content);

}  // namespace rapport::headlines
