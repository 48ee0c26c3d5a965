// Threads that take jobs from one queue. A job goes straight to an idle thread's hands, which waits on a
// semaphore of its own: one wake-up for a job, and nobody queues for a lock on the way back.
#include "http/worker_pool.hpp"

#include <semaphore.h>

#include <algorithm>
#include <cerrno>
#include <thread>
#include <utility>

namespace rapport::http {

namespace {

/// Sleeps until it is rung, once for each ring. Not std::binary_semaphore: that of libstdc++ 12 yields some
/// times before it sleeps, and beside a busy thread whoever yields gets no turn for a whole slice of the
/// scheduler, which is milliseconds of a request that came meanwhile.
class Bell {
 public:
  Bell() { sem_init(&rings_, 0, 0); }
  ~Bell() { sem_destroy(&rings_); }
  Bell(const Bell&) = delete;
  Bell& operator=(const Bell&) = delete;

  void ring() { sem_post(&rings_); }
  void wait() {
    while (sem_wait(&rings_) != 0 && errno == EINTR) {
    }
  }

 private:
  sem_t rings_ = {};
};

}  // namespace

struct WorkerPool::Worker {
  std::function<void()> job;
  Bell bell;
  std::thread thread;
};

WorkerPool::WorkerPool(int threads, std::size_t waiting_max) : waiting_max_(waiting_max) {
  const auto count = static_cast<std::size_t>(std::max(threads, 1));
  idle_.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    auto& worker = *workers_.emplace_back(std::make_unique<Worker>());
    worker.thread = std::thread([this, &worker] { work(worker); });
  }
}

WorkerPool::~WorkerPool() {
  stop();
}

bool WorkerPool::submit(std::function<void()> job) {
  const std::scoped_lock lock(mutex_);
  if (is_stopped_) return false;
  if (!idle_.empty()) {
    Worker& worker = *idle_.back();
    idle_.pop_back();
    worker.job = std::move(job);
    worker.bell.ring();
    return true;
  }
  if (waiting_.size() >= waiting_max_) return false;
  waiting_.push_back(std::move(job));
  return true;
}

void WorkerPool::stop() {
  std::deque<std::function<void()>> dropped;
  {
    const std::scoped_lock lock(mutex_);
    is_stopped_ = true;
    dropped.swap(waiting_);
    for (auto* worker : std::exchange(idle_, {})) worker->bell.ring();
  }
  for (auto& worker : workers_)
    if (worker->thread.joinable()) worker->thread.join();
}

void WorkerPool::work(Worker& worker) {
  while (take(worker)) {
    worker.job();
    worker.job = nullptr;
  }
}

bool WorkerPool::take(Worker& worker) {
  {
    const std::scoped_lock lock(mutex_);
    if (is_stopped_) return false;
    if (!waiting_.empty()) {
      worker.job = std::move(waiting_.front());
      waiting_.pop_front();
      return true;
    }
    idle_.push_back(&worker);
  }
  worker.bell.wait();
  return worker.job != nullptr;
}

}  // namespace rapport::http
