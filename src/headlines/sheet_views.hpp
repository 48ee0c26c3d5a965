// A sheet on the screen: the same blocks as on paper, as HTML that a phone can show and a printer puts on one
// A4. Values in, HTML out.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "headlines/sheet.hpp"
#include "html/html.hpp"

namespace rapport {

/// Whether the sheet is what a page is about, or stands on a page that is about something else.
enum class SheetPlace { alone, within };
/// Where the words of a block are written: at `address` with the block's code behind it; nowhere where that
/// is empty. The block that is being written stands as its `form`.
struct SheetPens {
  std::string address = {};
  std::optional<BlockKind> open = {};
  html::Html form = {};
};
/// Of a block on the page.
[[nodiscard]] std::string anchor_of(BlockKind kind);
/// The page itself, for inside <main>.
[[nodiscard]] html::Html sheet_article(const SheetContent& content, const SheetPens& pens = {},
                                       SheetPlace place = SheetPlace::alone);
/// Sources and definitions.
[[nodiscard]] html::Html sheet_sources(const SheetContent& content);
/// Words with ** as <b>.
[[nodiscard]] html::Html emphasised_words(std::string_view words);

}  // namespace rapport
