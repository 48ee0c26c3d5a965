// Copies the write-ahead log back into the database file, beside the writer: what is committed meanwhile goes
// on into the log and waits for nothing but the disk.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "db/sqlite_connection.hpp"

namespace rapport::db {

/// After a failed flush the kernel may have thrown the data away, and a second flush would wrongly succeed:
/// ends the process where that is what SQLite's extended `code` says (quality.md, "a failed fsync ends the
/// process").
void end_process_when_flush_failed(int code);

/// A log of fewer pages is copied little and often: those who wait for the disk wait behind what a copy
/// writes (ADR 0023). 8 MB.
inline constexpr int long_log_pages = 1000;

/// Thread-safe. Copies what no reader still looks at, and flushes it; the log starts again from its beginning
/// once it was copied as a whole and nobody reads from it. What fails is tried again with the next request.
class SqliteLogCopier {
 public:
  using Open = std::function<SqliteConnection::Handle()>;

  /// `open` is called by the first copy, on the copier's thread.
  explicit SqliteLogCopier(Open open);
  SqliteLogCopier(const SqliteLogCopier&) = delete;
  SqliteLogCopier& operator=(const SqliteLogCopier&) = delete;
  /// Ends the copy that runs, without another.
  ~SqliteLogCopier();

  /// Returns at once. Requests made while a copy runs are one more copy after it.
  void request();
  /// Waits for the copy that runs, and none begins as long as the lock is held: SQLite refuses a second one.
  [[nodiscard]] std::unique_lock<std::mutex> hold() { return std::unique_lock(copying_); }

 private:
  void serve();
  void copy();
  void flush_database();
  [[nodiscard]] bool wait_for_request();

  Open open_;
  SqliteConnection::Handle handle_;
  std::mutex copying_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool is_requested_ = false;
  bool is_stopping_ = false;
  std::thread thread_;
};

}  // namespace rapport::db
