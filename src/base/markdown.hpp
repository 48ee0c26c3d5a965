// Markdown of notes: to HTML that is safe whatever was typed, and to plain text. Links, emphasis, lists,
// quotes and code; no pictures, no tables, no HTML of one's own.
#pragma once

#include <string>
#include <string_view>

namespace rapport {

/// HTML made of p, br, strong, em, del, code, pre, blockquote, ul, ol, li, hr and a, with every other
/// character escaped. Headings become a bold paragraph, pictures their description, HTML what it looks like
/// as text; a line end is a line end. Addresses become links, with `rel="nofollow noreferrer"`, for http,
/// https and mailto only. Notes of over 20,000 bytes, or with several hundred brackets or addresses, are
/// shown as typed: time is bounded. Safe from any thread. `text` is clean UTF-8. About 0.3 µs for a plain
/// note of 150 bytes.
[[nodiscard]] std::string markdown_to_safe_html(std::string_view text);

/// The words as a reader sees them, without signs of Markdown and without link targets; parts are parted by
/// an empty line, list items and lines by a line end. For search, excerpts and plain mail.
[[nodiscard]] std::string markdown_to_plain(std::string_view text);

}  // namespace rapport
