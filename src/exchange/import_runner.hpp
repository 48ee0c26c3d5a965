// Runs imports one after the other beside the pages, so that a long file keeps nobody waiting.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

#include "exchange/imports.hpp"

namespace rapport::exchange {

/// Thread-safe. Owned by the application, one a process. What was running when the program ended is marked as
/// stopped when the next one begins; running it again changes nothing twice.
class ImportRunner {
 public:
  /// `directories` must outlive the runner.
  ImportRunner(db::Database& database, DirectoryKeeper& directories, std::function<Instant()> clock);
  ~ImportRunner();
  ImportRunner(const ImportRunner&) = delete;
  ImportRunner& operator=(const ImportRunner&) = delete;

  /// Marks it as running and takes it on. Refusals: as begin_import.
  [[nodiscard]] Result<Done> start(Scope& scope, Id<Import> id);
  /// For tests and a stop in good order.
  void wait_until_idle();

 private:
  struct Job {
    Id<Institution> institution;
    Viewer viewer;
    Zone zone;
    Id<Import> import;
  };
  void work(const std::stop_token& stop);
  void run(const Job& job, const std::stop_token& stop);

  db::Database& database_;
  DirectoryKeeper& directories_;
  std::function<Instant()> clock_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<Job> jobs_;
  bool is_working_ = false;
  std::jthread thread_;
};

}  // namespace rapport::exchange
