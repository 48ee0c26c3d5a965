// All sheets of a year together: one PDF with a page for each department, or a zip of a PDF each.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "headlines/sheet.hpp"

namespace rapport::headlines {

/// One department's sheet in a pack.
struct PackSheet {
  std::string file_name = {};  ///< "nursing-midwifery-2025-26.pdf"
  SheetContent content = {};
};
enum class PackParts { sheets, sheets_and_sources };

/// In the order given, each under its department's name in the reader's outline.
[[nodiscard]] std::string pack_pdf(std::span<const PackSheet> sheets, PackParts parts,
                                   std::string_view title);
/// Calls `on_one` after each. Throws std::runtime_error where it could not be packed.
[[nodiscard]] std::string pack_zip(std::span<const PackSheet> sheets, PackParts parts,
                                   const std::function<void()>& on_one = {});

}  // namespace rapport::headlines
