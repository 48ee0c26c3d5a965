// A fixed number of threads that run jobs from one bounded queue. Knows nothing of HTTP.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace rapport::http {

class WorkerPool {
 public:
  /// `waiting_max` bounds the jobs that wait for a thread, not those that run.
  WorkerPool(int threads, std::size_t waiting_max);
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// False, and nothing is kept, where the queue is full or the pool stopped. A job must not throw.
  [[nodiscard]] bool submit(std::function<void()> job);
  /// Drops the jobs that wait, and returns once those that run are done. Safe to call twice.
  void stop();

 private:
  struct Worker;

  void work(Worker& worker);
  /// False where the worker is to end.
  bool take(Worker& worker);

  std::mutex mutex_;
  std::deque<std::function<void()>> waiting_;
  std::size_t waiting_max_;
  bool is_stopped_ = false;
  std::vector<std::unique_ptr<Worker>> workers_;
  std::vector<Worker*> idle_;  // the latest to go idle is the first to be woken: its cache is warm
};

}  // namespace rapport::http
