// Writes a workbook as Excel and LibreOffice open it (.xlsx). Knows nothing of people or departments.
#pragma once

#include <string>
#include <variant>
#include <vector>

namespace rapport::spreadsheet {

/// A text, or a number that can be added up. Empty text is an empty cell.
using Cell = std::variant<std::string, double>;

struct Worksheet {
  std::string name = {};  ///< what Excel refuses in a name is left out, and what is over 31 characters
  std::vector<std::string> header = {};
  std::vector<std::vector<Cell>> rows = {};
};

/// The file's bytes. The first row is bold and stays in view; columns are as wide as their words. A text
/// stays a text: what looks like a formula is none. The same worksheets give the same bytes. Throws
/// std::runtime_error where there is no room for it.
[[nodiscard]] std::string workbook(const std::vector<Worksheet>& worksheets);

}  // namespace rapport::spreadsheet
