// Opens the SQLite file with the settings that everything else relies on, and says plainly why it cannot.
#pragma once

#include <filesystem>

#include "db/database.hpp"
#include "db/sqlite_connection.hpp"

namespace rapport::db {

/// Marks a file as Rapport's ("Rapp"), so that another program's database is not migrated by mistake.
inline constexpr int sqlite_application_id = 0x52617070;

/// The connection that writes. Makes an empty database, readable by its owner alone, where there is none.
[[nodiscard]] SqliteConnection::Handle open_sqlite_writer(const std::filesystem::path& path,
                                                          const Options& options);
/// A connection that can only look, of a database that the writer has opened.
[[nodiscard]] SqliteConnection::Handle open_sqlite_reader(const std::filesystem::path& path);
/// A connection that copies the write-ahead log back, of a database that the writer has opened.
[[nodiscard]] SqliteConnection::Handle open_sqlite_log_copier(const std::filesystem::path& path,
                                                              const Options& options);
/// The bare file with none of the settings, for copies: an existing one.
[[nodiscard]] SqliteConnection::Handle open_sqlite_file(const std::filesystem::path& path);
/// Runs one setting or statement and returns its first value as text, empty where there is none.
std::string sqlite_answer(sqlite3* handle, const char* statement);

}  // namespace rapport::db
