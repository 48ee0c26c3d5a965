// Takes what was deleted out of a SQLite file.
#pragma once

#include <chrono>
#include <filesystem>

namespace rapport::db {

/// See purge.hpp. Waits so long for writers and readers; throws Error (busy, full).
void purge_sqlite(const std::filesystem::path& file, std::chrono::milliseconds patience);

}  // namespace rapport::db
