// A sheet on the screen: the same blocks as on paper, as HTML that a phone can show and a printer puts on one
// A4. Values in, HTML out.
#pragma once

#include <string_view>

#include "headlines/sheet.hpp"
#include "html/html.hpp"

namespace rapport {

/// Whether the sheet is what a page is about, or stands on a page that is about something else.
enum class SheetPlace { alone, within };
/// The page itself, for inside <main>. With an editor's address each block leads to its words there.
[[nodiscard]] html::Html sheet_article(const SheetContent& content, std::string_view editor = {},
                                       SheetPlace place = SheetPlace::alone);
/// Sources and definitions.
[[nodiscard]] html::Html sheet_sources(const SheetContent& content);
/// Words with ** as <b>.
[[nodiscard]] html::Html emphasised_words(std::string_view words);

}  // namespace rapport
