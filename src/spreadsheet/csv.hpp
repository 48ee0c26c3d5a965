// Reads and writes CSV as spreadsheets make it. Knows nothing of people or departments.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace rapport::spreadsheet {

/// One record. `line` is where it begins in the file, counted from 1; a newline inside quotes counts.
struct CsvRow {
  int line = 0;
  std::vector<std::string> cells = {};

  friend bool operator==(const CsvRow&, const CsvRow&) = default;
};

/// A record that is not as wide as the header, or a quotation mark that never closes.
struct CsvFault {
  CsvRow row = {};
  std::string reason = {};
};

struct CsvTable {
  std::string encoding = {};  ///< "UTF-8", "UTF-16LE", "UTF-16BE" or "windows-1252"
  char delimiter = ',';
  std::vector<std::string> header = {};
  std::vector<CsvRow> rows = {};  ///< each as wide as the header; records without any text are left out
  std::vector<CsvFault> faults = {};
};

inline constexpr std::size_t csv_rows_max = 500'000;
inline constexpr std::size_t csv_columns_max = 200;

/// Encoding by byte order mark, else UTF-8 where it is that, else Windows-1252. Delimiter `,` `;` or TAB by
/// what the first records have in common. The apostrophe that `append_csv_row` puts before a formula is taken
/// off. Refused: no header, NUL, too many rows or columns. 200,000 rows take well under a second.
[[nodiscard]] Result<CsvTable> read_csv(std::string_view bytes);

/// RFC 4180, CRLF. A cell that a spreadsheet would take for a formula (= + - @ TAB CR first) gets an
/// apostrophe before it (OWASP, CSV injection).
void append_csv_row(std::string& out, std::span<const std::string> cells);

/// What makes Excel read the file as UTF-8.
inline constexpr std::string_view csv_byte_order_mark = "\xEF\xBB\xBF";

/// Text in UTF-8 from what a file holds, and what it was. Invalid where it has NUL.
struct DecodedText {
  std::string text = {};
  std::string encoding = {};
};
[[nodiscard]] Result<DecodedText> decode_text(std::string_view bytes);

}  // namespace rapport::spreadsheet
