// A page of paper as PDF with its fonts inside, or as a PNG. cairo, librsvg and qpdf stay behind this header.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/instant.hpp"
#include "ui/type.hpp"

namespace rapport::ui {

// A4 upright, in CSS pixels.
inline constexpr double paper_width = 210 / 25.4 * 96;
inline constexpr double paper_height = 297 / 25.4 * 96;

/// What a text is to a reader of the page's structure.
enum class PaperRole { title, heading, paragraph };

/// Words with their upper left corner.
struct PaperText {
  double x = 0;
  double y = 0;
  SetText text = {};
  PaperRole role = PaperRole::paragraph;
};
/// A rectangle with round corners, above and below; half as wide as round is a circle.
struct PaperBox {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
  double round_above = 0;
  double round_below = 0;
  std::optional<std::uint32_t> fill = {};
  std::optional<std::uint32_t> stroke = {};
  double stroke_width = 1;
  bool is_dashed = false;
};
inline constexpr std::string_view rings = "rings";  ///< the brand, for a green ground
/// An icon of the sprite (web/icons/icons.txt), or the rings.
struct PaperIcon {
  double x = 0;
  double y = 0;
  double size = 24;
  std::string name = {};
  std::uint32_t colour = 0;
};
/// What stands from here to its end is one picture: whoever listens hears these words in its place.
struct PaperFigure {
  std::string words = {};
};
struct PaperFigureEnd {};
using PaperItem = std::variant<PaperText, PaperBox, PaperIcon, PaperFigure, PaperFigureEnd>;

/// In reading order.
struct PaperPage {
  std::vector<PaperItem> items = {};
  std::uint32_t ground = 0xffffff;
  std::string mark = {};  ///< its line in the reader's outline; empty for none
};

struct PaperDetails {
  std::string title = {};
  std::string author = {};
  Instant made_at = {};
};

/// One PDF with a page for each, tagged, in British English, its pictures with their words, its letters and
/// lines as vectors. The same pages give the same bytes. Some milliseconds a page: for a worker.
[[nodiscard]] std::string pdf_of(std::span<const PaperPage> pages, const PaperDetails& details);
/// `sharpness` pixels for each CSS pixel.
[[nodiscard]] std::string png_of(const PaperPage& page, double sharpness = 2);

}  // namespace rapport::ui
