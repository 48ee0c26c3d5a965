// A sheet as files: PDF, PNG, and all sheets of a year together. What is frozen is made once and kept for a
// while.
#pragma once

#include <string>
#include <string_view>

#include "headlines/sheet.hpp"

namespace rapport::headlines {

/// Exactly one page, whatever the content: what does not fit is left out, and the editor says so.
[[nodiscard]] std::string sheet_pdf(const SheetContent& content);
[[nodiscard]] std::string sheet_png(const SheetContent& content);
/// Sources and definitions, on one page or more.
[[nodiscard]] std::string sources_pdf(const SheetContent& content);

/// "nursing-midwifery-2025-26.pdf" of the slug "nursing-midwifery" and "2025/26".
[[nodiscard]] std::string file_name_of(std::string_view slug, std::string_view year, std::string_view ending);

}  // namespace rapport::headlines
