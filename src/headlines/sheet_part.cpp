// Parts and styles.
#include "headlines/sheet_part.hpp"

#include <utility>

#include "headlines/sheet.hpp"

namespace rapport::headlines {

void Part::join(Part part, double x, double y) {
  for (auto& item : part.items) {
    std::visit(
        [&](auto& one) {
          if constexpr (requires { one.x; }) {
            one.x += x;
            one.y += y;
          }
        },
        item);
    items.push_back(std::move(item));
  }
}

ui::SetText text_of(const std::string& words, const Style& style, double width, ui::Align align) {
  return ui::set_text(ui::Run{words, style.face, style.colour},
                      {.size = style.size, .leading = style.leading, .width = width, .align = align});
}

ui::SetText rich_text_of(const std::string& words, const Style& style, const Style& strong, double width) {
  std::vector<ui::Run> runs;
  for (auto& part : emphasised(words)) {
    const auto& chosen = part.is_strong ? strong : style;
    runs.push_back({std::move(part.text), chosen.face, chosen.colour});
  }
  return ui::set_text(runs, {.size = style.size, .leading = style.leading, .width = width});
}

}  // namespace rapport::headlines
