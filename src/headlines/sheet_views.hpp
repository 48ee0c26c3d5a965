// A sheet on the screen: the same blocks as on paper, as HTML that a phone can show and a printer puts on one
// A4. Values in, HTML out.
#pragma once

#include <string_view>

#include "headlines/sheet.hpp"
#include "html/html.hpp"

namespace rapport {

/// The page itself, for inside <main>. With an editor's address each block leads to its words there.
[[nodiscard]] html::Html sheet_article(const SheetContent& content, std::string_view editor = {});
/// Sources and definitions.
[[nodiscard]] html::Html sheet_sources(const SheetContent& content);
/// Words with ** as <b>.
[[nodiscard]] html::Html emphasised_words(std::string_view words);

}  // namespace rapport
