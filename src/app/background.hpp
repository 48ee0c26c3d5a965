// Small writes that no answer waits for (a session was seen): done one after the other on a thread of their
// own.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace rapport::app {

/// Thread-safe. What is still waiting when it ends is done first. A job that throws is passed to
/// `on_failure`.
class Background {
 public:
  /// `on_idle` is called after each second without a job, may be empty.
  explicit Background(std::function<void(const char*)> on_failure, std::function<void()> on_idle = {});
  ~Background();
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;

  /// False where a thousand jobs wait already: the job is dropped.
  bool add(std::function<void()> job);

 private:
  void work(const std::stop_token& stop);

  void run(const std::function<void()>& job);

  std::function<void(const char*)> on_failure_;
  std::function<void()> on_idle_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<std::function<void()>> jobs_;
  std::jthread thread_;
};

}  // namespace rapport::app
