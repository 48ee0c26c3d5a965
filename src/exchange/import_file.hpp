// The file of an import as it is kept: read in parts, so that its size does not matter.
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "exchange/import.hpp"
#include "spreadsheet/csv.hpp"

namespace rapport::exchange {

/// Where a row stands, to come back to it.
struct RowPlace {
  int part = 0;
  int row = 0;
};

/// One row of the file, as wide as its header.
struct FileRow {
  int line = 0;
  std::span<const std::string_view> cells = {};
  RowPlace place = {};
};

/// Holds one part at a time, a few MB. Not thread-safe; the scope must outlive it.
class ImportFile {
 public:
  /// NotFound where the file is not kept any more.
  [[nodiscard]] static Result<ImportFile> open(Scope& scope, const Import& import);

  /// Nothing after the last part. Holds until another part is asked for.
  [[nodiscard]] const spreadsheet::CsvTable* part(int position);
  /// Every record, in the order of the file. What is handed on holds until the call returns; no part may be
  /// asked for meanwhile.
  void each(const std::function<void(const FileRow&)>& take_row,
            const std::function<void(const spreadsheet::CsvFault&)>& take_fault);
  /// Holds until a row of another part is asked for. In the order of the file, each part is read once.
  [[nodiscard]] FileRow row(RowPlace place);

 private:
  ImportFile(Scope& scope, const Import& import);

  Scope* scope_;
  Id<Import> import_;
  spreadsheet::CsvFormat format_;
  spreadsheet::CsvTable held_;
  int held_position_ = -1;
};

}  // namespace rapport::exchange
