// Connections kept for reuse, at most so many at once; who comes later waits, but not for ever.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "db/connection.hpp"

namespace rapport::db {

/// Thread-safe. The connection given back last is lent first: its cache is warm.
template <class C>
class Pool {
 public:
  using Open = std::function<std::unique_ptr<C>()>;

  Pool(int connections_max, Open open) : connections_max_(connections_max), open_(std::move(open)) {}

  /// A connection on loan; it goes back when this ends, or is closed after `drop`.
  class Lease {
   public:
    Lease(Pool& pool, std::unique_ptr<C> connection) : pool_(&pool), connection_(std::move(connection)) {}
    Lease(Lease&& other) noexcept
        : pool_(std::exchange(other.pool_, nullptr)), connection_(std::move(other.connection_)) {}
    Lease& operator=(Lease&&) = delete;
    ~Lease() {
      if (pool_ != nullptr) pool_->give_back(std::move(connection_));
    }
    C& operator*() const { return *connection_; }
    C* operator->() const { return connection_.get(); }
    void drop() { connection_.reset(); }

   private:
    friend class Pool;
    Pool* pool_;
    std::unique_ptr<C> connection_;
  };

  /// Throws Error(busy) when none becomes free within `patience`, and whatever opening throws.
  Lease take(std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    if (!returned_.wait_for(lock, patience, [&] { return lent_ < connections_max_; })) {
      throw Error(Error::Kind::busy, "every database connection is in use");
    }
    ++lent_;
    if (!idle_.empty()) {
      auto connection = std::move(idle_.back());
      idle_.pop_back();
      return Lease(*this, std::move(connection));
    }
    lock.unlock();
    Lease lease(*this, nullptr);  // gives its place back when opening throws
    lease.connection_ = open_();
    return lease;
  }

  /// Closes what is not on loan: after one connection was lost, the others are likely lost too.
  void close_idle() {
    std::vector<std::unique_ptr<C>> closing;  // outlives the lock: closing may take a while
    const std::lock_guard lock(mutex_);
    closing.swap(idle_);
  }

 private:
  void give_back(std::unique_ptr<C> connection) {
    {
      const std::lock_guard lock(mutex_);
      --lent_;
      if (connection) idle_.push_back(std::move(connection));
    }
    returned_.notify_one();
  }

  int connections_max_;
  Open open_;
  std::mutex mutex_;
  std::condition_variable returned_;
  int lent_ = 0;
  std::vector<std::unique_ptr<C>> idle_;
};

}  // namespace rapport::db
