// The background thread.
#include "app/background.hpp"

#include <exception>

namespace rapport::app {
namespace {
constexpr std::size_t jobs_max = 1000;
}

Background::Background(std::function<void(const char*)> on_failure)
    : on_failure_(std::move(on_failure)), thread_([this](const std::stop_token& stop) { work(stop); }) {}

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

void Background::work(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (changed_.wait(lock, stop, [this] { return !jobs_.empty(); }) || !jobs_.empty()) {
    const auto job = std::move(jobs_.front());
    jobs_.pop_front();
    lock.unlock();
    try {
      job();
    } catch (const std::exception& error) {
      on_failure_(error.what());
    }
    lock.lock();
  }
}

}  // namespace rapport::app
