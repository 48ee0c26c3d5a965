// Copies of a SQLite database while it is in use, the look at its pages, and files put by for good.
#pragma once

#include <filesystem>

struct sqlite3;

namespace rapport::db {

/// Copies one snapshot of `source` while writers go on, verifies it, flushes it to the disk and only then
/// gives it its name. Throws Error when `target` exists or the copy does not prove good; nothing is left
/// behind then.
void back_up_sqlite(const std::filesystem::path& source, const std::filesystem::path& target);
/// What a file or a folder holds is on the disk when this returns. Throws Error (full, or other).
void flush_to_disk(const std::filesystem::path& path);
/// Folds the write-ahead log into `file`, which then is the whole database and may be moved. Throws
/// Error(busy) where anybody else has it open; nothing is changed then.
void put_by_sqlite(const std::filesystem::path& file);
/// Throws Error(damaged) when pages do not hold together. Reads the whole file.
void check_sqlite(sqlite3* handle);

}  // namespace rapport::db
