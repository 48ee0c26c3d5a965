// The online copy of a SQLite database. Does not encrypt, name or rotate copies.
#include "db/sqlite_backup.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <string>

#include "db/connection.hpp"
#include "db/sqlite_error.hpp"
#include "db/sqlite_open.hpp"

namespace rapport::db {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void cannot_copy(const fs::path& target, const std::string& why) {
  throw Error(Error::Kind::other, "The backup " + target.string() + " was not made: " + why);
}

Error::Kind kind_of(int system_errno) {
  return system_errno == ENOSPC ? Error::Kind::full : Error::Kind::other;
}

[[noreturn]] void cannot_copy(const fs::path& target, int system_errno) {
  throw Error(kind_of(system_errno), "The backup " + target.string() + " was not made: " +
                                         std::generic_category().message(system_errno) + ".");
}

void refuse_overwriting(const fs::path& target) {
  std::error_code ignored;
  if (fs::exists(fs::symlink_status(target, ignored)))
    cannot_copy(target, "there is a file of that name already.");
}

/// The copy under its working name; taken away again unless it was kept.
class Copy {
 public:
  explicit Copy(const fs::path& target) : target_(target), path_(target.string() + ".partial") {
    const int file = ::open(path_.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
    if (file < 0) cannot_copy(path_, errno);
    ::close(file);
  }
  Copy(const Copy&) = delete;
  Copy& operator=(const Copy&) = delete;
  ~Copy() {
    std::error_code ignored;
    if (!is_kept_) fs::remove(path_, ignored);
    for (const char* beside : {"-wal", "-shm", "-journal"}) fs::remove(path_.string() + beside, ignored);
  }
  [[nodiscard]] const fs::path& path() const { return path_; }

  void keep() {
    flush_to_disk(path_);
    refuse_overwriting(target_);
    fs::rename(path_, target_);
    is_kept_ = true;
    flush_to_disk(fs::absolute(target_).parent_path());
  }

 private:
  fs::path target_;
  fs::path path_;
  bool is_kept_ = false;
};

/// With the source's snapshot held open the copy never starts over, however much is written meanwhile.
void copy_pages(sqlite3* from, sqlite3* to) {
  constexpr int pages_a_step = 1024;
  auto* backup = sqlite3_backup_init(to, "main", from, "main");
  if (backup == nullptr) throw sqlite_error(to, "backup");
  int code = SQLITE_OK;
  while (code == SQLITE_OK) code = sqlite3_backup_step(backup, pages_a_step);
  sqlite3_backup_finish(backup);
  if (code != SQLITE_DONE) throw sqlite_error(to, "backup");
}

/// What a good copy has in common with its source: size, tables, and the migrations applied.
std::string fingerprint(sqlite3* handle) {
  std::string print =
      sqlite_answer(handle, "pragma application_id") + "/" + sqlite_answer(handle, "pragma page_count") +
      "/" + sqlite_answer(handle, "select count(*) || '/' || total(length(sql)) from sqlite_schema");
  if (sqlite_answer(handle, "select count(*) from sqlite_schema where name = 'schema_migrations'") != "0") {
    print += "/" + sqlite_answer(handle, "select max(number) from schema_migrations");
  }
  return print;
}

}  // namespace

void back_up_sqlite(const fs::path& source, const fs::path& target) {
  refuse_overwriting(target);
  Copy copy(target);
  {
    const auto from = open_sqlite_file(source);
    const auto to = open_sqlite_file(copy.path());
    sqlite_answer(from.get(), "begin");
    const auto expected = fingerprint(from.get());
    copy_pages(from.get(), to.get());
    sqlite_answer(to.get(), "pragma journal_mode = delete");  // one file, nothing beside it
    if (fingerprint(to.get()) != expected) cannot_copy(target, "the copy differs from the database.");
  }
  {
    const auto copied = open_sqlite_file(copy.path());
    sqlite_answer(copied.get(), "pragma query_only = on");
    check_sqlite(copied.get());
  }
  copy.keep();
}

void flush_to_disk(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const int failure = file >= 0 && ::fsync(file) == 0 ? 0 : errno;
  if (file >= 0) ::close(file);
  if (failure == 0) return;
  throw Error(kind_of(failure), "The file " + path.string() + " was not written to the disk: " +
                                    std::generic_category().message(failure) + ".");
}

void put_by_sqlite(const fs::path& file) {
  const auto handle = open_sqlite_file(file);
  sqlite3_busy_timeout(handle.get(), 0);
  sqlite_answer(handle.get(), "pragma journal_mode = delete");  // SQLite does it for the only user alone
}

void check_sqlite(sqlite3* handle) {
  const auto answer = sqlite_answer(handle, "pragma quick_check(1)");
  if (answer != "ok") {
    throw Error(Error::Kind::damaged, "The database is damaged: " + answer + ". Restore the latest backup.");
  }
}

}  // namespace rapport::db
