// Everything an institution has, in one file: a zip with a CSV a subject, the same as JSON, and a manifest.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "scope/scope.hpp"

namespace rapport::exchange {

/// One subject of the export, as the manifest has it.
struct ExportedFile {
  std::string name;  ///< "people.csv"
  std::int64_t rows = 0;
  std::string sha256;
};

/// Writes the zip to `path`. Everything is in it but password hashes, sessions and one-time links: also
/// restricted notes, because it is the institution's own copy of its own data. Written to the audit log.
/// Forbidden to all but administrators. Rows are written as they are read, so memory does not grow with them
/// on SQLite. Throws std::runtime_error where the disk does not take it.
[[nodiscard]] Result<std::vector<ExportedFile>> export_everything(Scope& scope,
                                                                  const std::filesystem::path& path);

}  // namespace rapport::exchange
