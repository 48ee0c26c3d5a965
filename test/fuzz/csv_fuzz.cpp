// CSV of any bytes: never ends the program, and what was read, written and read again is the same.
#include "spreadsheet/csv.hpp"

#include <algorithm>
#include <cstdint>

#include "fuzz/promises.hpp"

using rapport::fuzz::require;
using rapport::spreadsheet::append_csv_row;
using rapport::spreadsheet::read_csv;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const rapport::fuzz::MemoryBound bound(size);
  const auto first = read_csv({reinterpret_cast<const char*>(data), size});
  if (!first) return 0;
  std::string text;
  append_csv_row(text, first->format.header);
  for (const auto& row : first->rows) append_csv_row(text, row.cells);
  const auto second = read_csv(text);
  require(second && second->format.header == first->format.header &&
          second->rows.size() == first->rows.size());
  for (std::size_t i = 0; i < first->rows.size(); ++i)
    require(std::ranges::equal(second->rows[i].cells, first->rows[i].cells));
  return 0;
}
