// Workbooks by libxlsxwriter, which writes files: here into memory that looks like one.
#include "spreadsheet/workbook.hpp"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string_view>

#include "base/text.hpp"

namespace rapport::spreadsheet {
namespace {

constexpr std::size_t name_characters_max = 31;
constexpr std::size_t column_characters_min = 8;
constexpr std::size_t column_characters_max = 60;
/// Excel takes no longer text in a cell.
constexpr std::size_t cell_characters_max = 16'000;

class MemoryFile {
 public:
  MemoryFile() : descriptor_(memfd_create("workbook", MFD_CLOEXEC)) {
    if (descriptor_ < 0) throw std::runtime_error("there is no memory for a workbook");
  }
  ~MemoryFile() { close(descriptor_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

  [[nodiscard]] std::string bytes() const {
    struct stat file = {};
    if (fstat(descriptor_, &file) != 0) throw std::runtime_error("a workbook cannot be read again");
    std::string bytes(static_cast<std::size_t>(file.st_size), '\0');
    std::size_t at = 0;
    while (at < bytes.size()) {
      const auto more = pread(descriptor_, bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
      if (more <= 0) throw std::runtime_error("a workbook cannot be read again");
      at += static_cast<std::size_t>(more);
    }
    return bytes;
  }

 private:
  int descriptor_;
};

std::string name_for_excel(std::string_view name) {
  std::string kept;
  for (const char letter : name)
    if (std::string_view("[]:*?/\\'").find(letter) == std::string_view::npos) kept += letter;
  return shorten(kept, name_characters_max);
}

std::size_t width_of(const Cell& cell) {
  const auto* text = std::get_if<std::string>(&cell);
  return text == nullptr ? column_characters_min : character_count(*text);
}

void set_widths(lxw_worksheet* out, const Worksheet& sheet) {
  for (std::size_t column = 0; column < sheet.header.size(); ++column) {
    auto widest = std::max(column_characters_min, character_count(sheet.header[column]));
    for (const auto& row : sheet.rows)
      if (column < row.size()) widest = std::max(widest, width_of(row[column]));
    const auto at = static_cast<lxw_col_t>(column);
    worksheet_set_column(out, at, at, static_cast<double>(std::min(widest, column_characters_max)) + 2,
                         nullptr);
  }
}

void write_cell(lxw_worksheet* out, std::size_t row, std::size_t column, const Cell& cell,
                lxw_format* format) {
  const auto at = static_cast<lxw_row_t>(row);
  const auto in = static_cast<lxw_col_t>(column);
  if (const auto* number = std::get_if<double>(&cell))
    worksheet_write_number(out, at, in, *number, format);
  else if (const auto& text = std::get<std::string>(cell); !text.empty())
    worksheet_write_string(out, at, in, shorten(text, cell_characters_max).c_str(), format);
}

void write_sheet(lxw_workbook* book, lxw_format* bold, const Worksheet& sheet) {
  auto* out = workbook_add_worksheet(book, name_for_excel(sheet.name).c_str());
  if (out == nullptr) throw std::runtime_error("a worksheet cannot be added");
  for (std::size_t i = 0; i < sheet.header.size(); ++i) write_cell(out, 0, i, sheet.header[i], bold);
  for (std::size_t row = 0; row < sheet.rows.size(); ++row)
    for (std::size_t i = 0; i < sheet.rows[row].size(); ++i)
      write_cell(out, row + 1, i, sheet.rows[row][i], nullptr);
  worksheet_freeze_panes(out, 1, 1);
  set_widths(out, sheet);
}

}  // namespace

std::string workbook(const std::vector<Worksheet>& worksheets) {
  const MemoryFile file;
  auto* book = workbook_new(file.path().c_str());
  if (book == nullptr) throw std::runtime_error("there is no memory for a workbook");
  lxw_doc_properties properties = {};
  properties.created = 1;  // else the moment of writing
  workbook_set_properties(book, &properties);
  auto* bold = workbook_add_format(book);
  format_set_bold(bold);
  for (const auto& sheet : worksheets) write_sheet(book, bold, sheet);
  if (workbook_close(book) != LXW_NO_ERROR) throw std::runtime_error("a workbook cannot be written");
  return file.bytes();
}

}  // namespace rapport::spreadsheet
