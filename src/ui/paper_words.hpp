// What cairo 1.16 cannot say in a tagged PDF: its language, the words of its pictures, that readers show its
// title. qpdf stays behind this header.
#pragma once

#include <span>
#include <string>

namespace rapport::ui {

/// The same file with them. `figures` are the words of its figures in reading order. The same file gives the
/// same bytes. Throws std::runtime_error where the figures are not as many as the words.
[[nodiscard]] std::string with_words(const std::string& pdf, std::span<const std::string> figures);

}  // namespace rapport::ui
