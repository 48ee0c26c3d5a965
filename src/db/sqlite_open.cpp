// Opens the SQLite file with its settings. The texts here are read by the systems librarian.
#include "db/sqlite_open.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <mutex>
#include <string>

#include "db/sqlite_error.hpp"

namespace rapport::db {

namespace fs = std::filesystem;

namespace {

constexpr int reader_wait_milliseconds = 5000;

/// Counting every allocation costs a quarter of the speed; it can only be turned off before the first use.
void turn_off_memory_statistics() {
  static std::once_flag once;
  std::call_once(once, [] { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); });
}

[[noreturn]] void cannot_open(const fs::path& path, const std::string& why) {
  throw Error(Error::Kind::gone, "The database " + path.string() + " cannot be opened: " + why);
}

fs::path folder_of(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

bool may(const fs::path& path, int what) {
  return ::faccessat(AT_FDCWD, path.c_str(), what, AT_EACCESS) == 0;
}

/// SQLite answers all of this with "unable to open database file".
void check_place(const fs::path& path) {
  std::error_code ignored;
  const auto folder = folder_of(path);
  if (!fs::is_directory(folder, ignored)) {
    cannot_open(path,
                "there is no folder " + folder.string() + ". Create it, or correct the database address.");
  }
  if (fs::is_directory(path, ignored)) cannot_open(path, "it is a folder. Give the path of a file in it.");
  if (!may(folder, W_OK | X_OK)) {
    cannot_open(path, "this user may not write in the folder " + folder.string() +
                          ". The database keeps two more files beside it, so the folder must be writable.");
  }
  if (!fs::exists(path, ignored)) return;
  if (!may(path, R_OK)) cannot_open(path, "this user may not read it. Check its owner and permissions.");
  if (!may(path, W_OK)) cannot_open(path, "it is read-only for this user. Check its owner and permissions.");
}

void create_private_file(const fs::path& path) {
  const int file = ::open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
  if (file < 0 && errno != EEXIST) cannot_open(path, std::generic_category().message(errno) + ".");
  if (file >= 0) ::close(file);
}

SqliteConnection::Handle open_handle(const fs::path& path) {
  turn_off_memory_statistics();
  sqlite3* raw = nullptr;
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  const int code = sqlite3_open_v2(path.c_str(), &raw, flags, nullptr);
  SqliteConnection::Handle handle(raw);
  if (code != SQLITE_OK) cannot_open(path, std::string(sqlite3_errstr(code)) + ".");
  return handle;
}

void set(sqlite3* handle, const char* setting) {
  sqlite_answer(handle, setting);
}

void set(sqlite3* handle, const std::string& setting) {
  set(handle, setting.c_str());
}

/// For every connection. Memory: 4 to 8 readers and the writer stay well below 100 MB; mapped pages do not
/// count.
void apply_common_settings(sqlite3* handle, int cache_kilobytes) {
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  set(handle, "pragma trusted_schema = off");
  set(handle, "pragma foreign_keys = on");
  set(handle, "pragma temp_store = memory");
  set(handle, "pragma cache_size = -" + std::to_string(cache_kilobytes));
  set(handle, "pragma mmap_size = 1073741824");
}

void mark_or_check_owner(sqlite3* handle, const fs::path& path) {
  const auto owner = sqlite_answer(handle, "pragma application_id");
  if (owner == std::to_string(sqlite_application_id)) return;
  if (owner != "0" || sqlite_answer(handle, "select count(*) from sqlite_schema") != "0") {
    throw Error(Error::Kind::other,
                "The database " + path.string() +
                    " belongs to another program, so Rapport leaves it alone. Give the path of "
                    "Rapport's own database, or of a file that does not exist yet.");
  }
  set(handle, "pragma page_size = 8192");
  set(handle, "pragma application_id = " + std::to_string(sqlite_application_id));
}

void use_write_ahead_log(sqlite3* handle, const fs::path& path) {
  if (sqlite_answer(handle, "pragma journal_mode = wal") != "wal") {
    cannot_open(
        path, "its file system does not support shared memory, which the database needs. Use a local disk.");
  }
}

[[noreturn]] void explain(const Error& error, const fs::path& path) {
  if (error.kind() != Error::Kind::damaged) throw error;
  const std::string file = "The database " + path.string();
  if (std::string_view(error.what()).find("not a database") != std::string_view::npos) {
    throw Error(error.kind(), file + " is not a database. Give the path of Rapport's own database file.");
  }
  throw Error(error.kind(), file + " is damaged. Keep this file, and restore the latest backup beside it.");
}

void flush_as_asked(sqlite3* handle, const Options& options) {
  set(handle, options.is_durable ? "pragma synchronous = full" : "pragma synchronous = off");
}

void prepare_writer(sqlite3* handle, const fs::path& path, const Options& options) {
  sqlite3_busy_timeout(handle, options.write_wait_seconds * 1000);
  if (sqlite3_db_readonly(handle, "main") == 1) cannot_open(path, "it is read-only.");
  mark_or_check_owner(handle, path);
  use_write_ahead_log(handle, path);
  flush_as_asked(handle, options);
  set(handle, "pragma wal_autocheckpoint = 0");  // the log is copied back by a thread of its own
  set(handle, "pragma journal_size_limit = 67108864");
  apply_common_settings(handle, 24 * 1024);
  // Damage is not spread by writing. Readers go without: mapped pages would be checked at each look, which
  // took a third of a person's page.
  set(handle, "pragma cell_size_check = on");
}

}  // namespace

std::string sqlite_answer(sqlite3* handle, const char* statement) {
  sqlite3_stmt* raw = nullptr;
  if (sqlite3_prepare_v2(handle, statement, -1, &raw, nullptr) != SQLITE_OK)
    throw sqlite_error(handle, statement);
  const std::unique_ptr<sqlite3_stmt, SqliteStatement::Finalize> owner(raw);
  std::string answer;
  int code = sqlite3_step(raw);
  if (code == SQLITE_ROW) {
    if (const auto* text = sqlite3_column_text(raw, 0)) answer = reinterpret_cast<const char*>(text);
    while ((code = sqlite3_step(raw)) == SQLITE_ROW) {
    }
  }
  if (code != SQLITE_DONE) throw sqlite_error(handle, statement);
  return answer;
}

SqliteConnection::Handle open_sqlite_writer(const fs::path& path, const Options& options) {
  check_place(path);
  create_private_file(path);
  auto handle = open_handle(path);
  try {
    prepare_writer(handle.get(), path, options);
  } catch (const Error& error) {
    explain(error, path);
  }
  return handle;
}

SqliteConnection::Handle open_sqlite_reader(const fs::path& path) {
  auto handle = open_handle(path);
  sqlite3_busy_timeout(handle.get(), reader_wait_milliseconds);
  apply_common_settings(handle.get(), 6 * 1024);
  set(handle.get(), "pragma query_only = on");
  return handle;
}

SqliteConnection::Handle open_sqlite_log_copier(const fs::path& path, const Options& options) {
  auto handle = open_sqlite_file(path);
  flush_as_asked(handle.get(), options);
  return handle;
}

SqliteConnection::Handle open_sqlite_file(const fs::path& path) {
  auto handle = open_handle(path);
  sqlite3_busy_timeout(handle.get(), reader_wait_milliseconds);
  return handle;
}

}  // namespace rapport::db
