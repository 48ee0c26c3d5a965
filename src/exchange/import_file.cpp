// Parts of kept files.
#include "exchange/import_file.hpp"

#include <stdexcept>

#include "exchange/import_store.hpp"

namespace rapport::exchange {

ImportFile::ImportFile(Scope& scope, const Import& import)
    : scope_(&scope),
      import_(import.id),
      format_{.encoding = import.encoding, .delimiter = import.delimiter, .header = import.choices.header} {}

Result<ImportFile> ImportFile::open(Scope& scope, const Import& import) {
  const bool is_kept = scope.read(
      [&](db::Reader& reader) { return import_store::has_file(reader, scope.institution, import.id); });
  if (!is_kept) return not_found("The file of that import is not kept any more.");
  return ImportFile(scope, import);
}

const spreadsheet::CsvTable* ImportFile::part(int position) {
  if (position == held_position_) return &held_;
  held_position_ = -1;
  held_ = {};  // before the next one is there
  const bool is_there = scope_->read([&](db::Reader& reader) {
    return import_store::read_part(
        reader, scope_->institution, import_, position,
        [&](const spreadsheet::CsvPart& part) { held_ = spreadsheet::read_csv_part(format_, part); });
  });
  if (!is_there) return nullptr;
  held_position_ = position;
  return &held_;
}

void ImportFile::each(const std::function<void(const FileRow&)>& take_row,
                      const std::function<void(const spreadsheet::CsvFault&)>& take_fault) {
  for (int position = 0; const auto* table = part(position); ++position) {
    auto fault = table->faults.begin();
    for (std::size_t i = 0; i < table->rows.size(); ++i) {
      const auto& row = table->rows[i];
      for (; fault != table->faults.end() && fault->row.line < row.line; ++fault) take_fault(*fault);
      take_row({row.line, row.cells, {position, static_cast<int>(i)}});
    }
    for (; fault != table->faults.end(); ++fault) take_fault(*fault);
  }
}

FileRow ImportFile::row(RowPlace place) {
  const auto* table = part(place.part);
  if (table == nullptr) throw std::runtime_error("the file of an import went away while it ran");
  const auto& row = table->rows.at(static_cast<std::size_t>(place.row));
  return {row.line, row.cells, place};
}

}  // namespace rapport::exchange
