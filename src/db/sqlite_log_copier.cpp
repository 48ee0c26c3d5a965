// The thread that copies the log back.
#include "db/sqlite_log_copier.hpp"

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <utility>

#include "db/connection.hpp"

namespace rapport::db {

namespace {

constexpr int exit_status_disk_failed = 74;  // EX_IOERR

}  // namespace

void end_process_when_flush_failed(sqlite3* handle) {
  const int code = sqlite3_extended_errcode(handle);
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

void SqliteLogCopier::copy() {
  try {
    if (!handle_) handle_ = open_();
  } catch (const Error&) {
    return;
  }
  const int code =
      sqlite3_wal_checkpoint_v2(handle_.get(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
  if (code != SQLITE_OK) end_process_when_flush_failed(handle_.get());
}

}  // namespace rapport::db
