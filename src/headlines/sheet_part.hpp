// A part of the page while it is laid out, measured from its own corner; and the styles of the sheet. For the
// layout alone.
#pragma once

#include <string>
#include <vector>

#include "ui/paper.hpp"

namespace rapport::headlines {

namespace colour {
inline constexpr std::uint32_t page = 0xfffdf9;
inline constexpr std::uint32_t ink = 0x1d2a25;
inline constexpr std::uint32_t soft = 0x46514b;
inline constexpr std::uint32_t quiet = 0x5d665f;
inline constexpr std::uint32_t green = 0x1b5e4b;
inline constexpr std::uint32_t on_green = 0xffffff;
inline constexpr std::uint32_t on_green_soft = 0xe3efe8;
inline constexpr std::uint32_t pale = 0x9fc8b2;
inline constexpr std::uint32_t empty = 0xece6d9;
inline constexpr std::uint32_t line = 0xe5ddcd;
inline constexpr std::uint32_t edge = 0x847b69;
inline constexpr std::uint32_t plum = 0x6d3a64;
inline constexpr std::uint32_t plum_tint = 0xf4e8f1;
}  // namespace colour

inline constexpr double small_type = 13;  ///< nothing is smaller
inline constexpr double plain_type = 13.5;

/// Grows downwards.
struct Part {
  std::vector<ui::PaperItem> items = {};
  double height = 0;

  void add(ui::PaperItem item) { items.push_back(std::move(item)); }
  /// Words below what is there; answers with their height.
  double put(ui::SetText text, double x, ui::PaperRole role = ui::PaperRole::paragraph) {
    const double tall = text.height;
    add(ui::PaperText{x, height, std::move(text), role});
    height += tall;
    return tall;
  }
  void put_at(ui::SetText text, double x, double y, ui::PaperRole role = ui::PaperRole::paragraph) {
    add(ui::PaperText{x, y, std::move(text), role});
  }
  void add_line(double x, double y, double width) {
    add(ui::PaperBox{.x = x, .y = y, .width = width, .height = 1, .fill = colour::line});
  }
  /// Another part at a place of this one.
  void join(Part part, double x, double y);
};

struct Style {
  double size = plain_type;
  ui::Face face = ui::Face::text;
  std::uint32_t colour = colour::ink;
  double leading = 1.4;
};
inline constexpr Style plain_style{};
inline constexpr Style strong_style{.face = ui::Face::bold};
inline constexpr Style note_style{.size = small_type, .colour = colour::soft};
inline constexpr Style quiet_style{.size = small_type, .colour = colour::quiet};

[[nodiscard]] ui::SetText text_of(const std::string& words, const Style& style, double width,
                                  ui::Align align = ui::Align::left);
/// With ** as another face, perhaps in another colour.
[[nodiscard]] ui::SetText rich_text_of(const std::string& words, const Style& style, const Style& strong,
                                       double width);

}  // namespace rapport::headlines
