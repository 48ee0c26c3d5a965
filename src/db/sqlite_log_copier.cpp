// The thread that copies the log back.
#include "db/sqlite_log_copier.hpp"

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <utility>

#include "db/connection.hpp"
#include "db/sqlite_open.hpp"

namespace rapport::db {

namespace {

constexpr int exit_status_disk_failed = 74;  // EX_IOERR
constexpr int passes_max = 4;

}  // namespace

void end_process_when_flush_failed(int code) {
  if (code != SQLITE_IOERR_FSYNC && code != SQLITE_IOERR_DIR_FSYNC) return;
  std::fputs("The disk failed to flush the database. Rapport stops so that nothing is lost unseen.\n",
             stderr);
  std::_Exit(exit_status_disk_failed);
}

SqliteLogCopier::SqliteLogCopier(Open open) : open_(std::move(open)) {
  thread_ = std::thread([this] { serve(); });
}

SqliteLogCopier::~SqliteLogCopier() {
  {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void SqliteLogCopier::request() {
  {
    const std::lock_guard lock(mutex_);
    is_requested_ = true;
  }
  wake_.notify_one();
}

void SqliteLogCopier::serve() {
  while (wait_for_request()) copy();
}

bool SqliteLogCopier::wait_for_request() {
  std::unique_lock lock(mutex_);
  wake_.wait(lock, [&] { return is_stopping_ || is_requested_; });
  is_requested_ = false;
  return !is_stopping_;
}

/// A short log once: SQLite flushes it where nothing was added meanwhile, and it starts again. A long one
/// again for what was written meanwhile, because only one that is copied as a whole starts again.
void SqliteLogCopier::copy() {
  const std::lock_guard held(copying_);
  try {
    if (!handle_) handle_ = open_();
  } catch (const Error&) {
    return;
  }
  int copied_before = -1;
  for (int pass = 0; pass < passes_max; ++pass) {
    int pages = 0;
    int copied = 0;
    const int code =
        sqlite3_wal_checkpoint_v2(handle_.get(), nullptr, SQLITE_CHECKPOINT_PASSIVE, &pages, &copied);
    end_process_when_flush_failed(code);
    if (code == SQLITE_OK && pages < long_log_pages) return;
    if (code != SQLITE_OK || copied == copied_before) break;
    copied_before = copied;
  }
  flush_database();
}

/// SQLite does it only where the writer has added nothing meanwhile, which may be a long time under load, and
/// much to be waited for then.
void SqliteLogCopier::flush_database() {
  if (sqlite_answer(handle_.get(), "pragma synchronous") == "0") return;
  sqlite3_file* file = nullptr;
  sqlite3_file_control(handle_.get(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
  end_process_when_flush_failed(file->pMethods->xSync(file, SQLITE_SYNC_NORMAL));
}

}  // namespace rapport::db
