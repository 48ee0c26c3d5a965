// Reads and writes CSV as spreadsheets make it. Knows nothing of people or departments. A file of any size is
// cut into parts first, so that nobody need hold it as a whole.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace rapport::spreadsheet {

/// One record. `line` is where it begins in the file, counted from 1; a newline inside quotes counts. The
/// cells live as long as the table they came from.
struct CsvRow {
  int line = 0;
  std::span<const std::string_view> cells = {};
};

/// A record that is not as wide as the header, or a quotation mark that never closes.
struct CsvFault {
  CsvRow row = {};
  std::string reason = {};
};

/// How a file is laid out: what reading one of its parts needs.
struct CsvFormat {
  std::string encoding = {};  ///< "UTF-8", "UTF-16LE", "UTF-16BE" or "windows-1252"
  char delimiter = ',';
  std::vector<std::string> header = {};
};

/// Records in the order of the file. Moved but not copied: rows refer to the text that it keeps.
struct CsvTable {
  CsvFormat format = {};
  std::vector<CsvRow> rows = {};  ///< each as wide as the header; records without any text are left out
  std::vector<CsvFault> faults = {};

  /// What rows and faults refer to.
  std::unique_ptr<const std::string> text = {};
  std::vector<std::string_view> cells = {};
};

inline constexpr std::size_t csv_rows_max = 500'000;
inline constexpr std::size_t csv_columns_max = 200;
inline constexpr std::size_t csv_record_bytes_max = 1 << 20;
inline constexpr std::size_t csv_part_bytes = 1 << 20;

/// Whole records of a file after its header, in clean UTF-8.
struct CsvPart {
  int first_line = 1;
  std::string_view text = {};
};

struct CsvCut {
  CsvFormat format = {};
  int records = 0;  ///< without the header, with those at fault
};

/// Hands on the file in parts of about `part_bytes`; each must be kept before the answer to the call.
/// Encoding by byte order mark, else UTF-8 where it is that, else Windows-1252. Delimiter `,` `;` or TAB by
/// what the first records have in common. Takes a few MB beside `bytes`, however long those are. Refused: no
/// header, NUL, too many rows or columns, a line longer than `csv_record_bytes_max`. After a quotation mark
/// that has not ended by then, nothing more is read. 200,000 rows take well under a second.
[[nodiscard]] Result<CsvCut> cut_csv(std::string_view bytes, const std::function<void(const CsvPart&)>& keep,
                                     std::size_t part_bytes = csv_part_bytes);

/// The records of a part. The apostrophe that `append_csv_row` puts before a formula is taken off.
[[nodiscard]] CsvTable read_csv_part(const CsvFormat& format, const CsvPart& part);

/// A file as a whole, for small ones: as `cut_csv` and `read_csv_part`.
[[nodiscard]] Result<CsvTable> read_csv(std::string_view bytes);

/// RFC 4180, CRLF. A cell that a spreadsheet would take for a formula (= + - @ TAB CR first) gets an
/// apostrophe before it (OWASP, CSV injection).
void append_csv_row(std::string& out, std::span<const std::string> cells);
void append_csv_row(std::string& out, std::span<const std::string_view> cells);

/// What makes Excel read the file as UTF-8.
inline constexpr std::string_view csv_byte_order_mark = "\xEF\xBB\xBF";

}  // namespace rapport::spreadsheet
