// The one thread that writes. Changes that wait are committed together: one fsync for all of them.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "db/sqlite_connection.hpp"
#include "db/sqlite_log_copier.hpp"

namespace rapport::db {

/// Thread-safe. A refusal or a throw undoes that change alone: the first of a group with its transaction,
/// each that joins by a savepoint of its own; when the commit fails, every change of the group fails. Ends
/// the process when the disk fails to flush: after that nobody knows what it holds.
class SqliteWriter {
 public:
  using Change = std::function<bool(Writer&)>;

  SqliteWriter(SqliteConnection::Handle handle, std::chrono::milliseconds patience,
               SqliteLogCopier::Open open_copier);
  SqliteWriter(const SqliteWriter&) = delete;
  SqliteWriter& operator=(const SqliteWriter&) = delete;
  /// Finishes what was handed in.
  ~SqliteWriter();

  /// Returns when the change is durable or undone; throws what it threw. std::logic_error from inside a
  /// change.
  void run(const Change& change);

 private:
  struct Job {
    const Change* change;
    enum class State { waiting, running, done } state = State::waiting;
    bool is_kept = false;
    std::exception_ptr error = nullptr;
    std::condition_variable changed = {};
  };

  void serve();
  [[nodiscard]] Job* wait_for_job();
  [[nodiscard]] Job* next_job();
  void commit_group(Job& first);
  void run_first(Job& job);
  void run_job(Job& job);
  [[nodiscard]] bool is_sound(const Job& job);
  [[nodiscard]] std::vector<Job*> run_jobs(Job& first);
  void end_transaction(const std::vector<Job*>& group);
  void count_commit();
  void answer(const std::vector<Job*>& group);
  void have_log_copied();
  void start_log_again();

  SqliteConnection connection_;
  std::chrono::milliseconds patience_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job*> waiting_;
  bool is_stopping_ = false;
  int log_pages_ = 0;                 // in the write-ahead log since it last started again
  int copied_at_ = 0;                 // its length when it was last to be copied back
  std::int64_t counted_changes_ = 0;  // rows changed on this connection when a commit was last counted
  SqliteLogCopier copier_;
  std::thread thread_;
};

}  // namespace rapport::db
