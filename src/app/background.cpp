// The background thread.
#include "app/background.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <exception>

namespace rapport::app {
namespace {
constexpr std::size_t jobs_max = 1000;
constexpr std::chrono::seconds idle_span{1};
constexpr int niceness = 10;

/// Whoever waits for an answer comes first. On Linux a thread has a niceness of its own; without it the jobs
/// are only less polite.
void step_back() {
  static_cast<void>(setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), niceness));
}

}  // namespace

Background::Background(std::function<void(const char*)> on_failure, std::function<void()> on_idle)
    : on_failure_(std::move(on_failure)),
      on_idle_(std::move(on_idle)),
      thread_([this](const std::stop_token& stop) { work(stop); }) {}

Background::~Background() {
  thread_.request_stop();
  thread_.join();
}

bool Background::add(std::function<void()> job) {
  {
    const std::lock_guard lock(mutex_);
    if (jobs_.size() >= jobs_max) return false;
    jobs_.push_back(std::move(job));
  }
  changed_.notify_one();
  return true;
}

void Background::run(const std::function<void()>& job) {
  try {
    job();
  } catch (const std::exception& error) {
    on_failure_(error.what());
  }
}

void Background::work(const std::stop_token& stop) {
  step_back();
  std::unique_lock lock(mutex_);
  while (true) {
    const bool has_job = changed_.wait_for(lock, stop, idle_span, [this] { return !jobs_.empty(); });
    if (!has_job && stop.stop_requested()) return;
    std::function<void()> job = on_idle_;
    if (has_job) {
      job = std::move(jobs_.front());
      jobs_.pop_front();
    }
    lock.unlock();
    if (job) run(job);
    lock.lock();
  }
}

}  // namespace rapport::app
