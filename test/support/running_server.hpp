// A server on a free port with small time-outs, for the tests of http/ itself.
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <vector>

#include "http/server.hpp"

namespace rapport::http {

inline Response echo(Request& request) {
  return plain_text(200, std::string(method_name(request.method)) + " " + request.path + " " + request.body);
}

inline ServerOptions quick() {
  ServerOptions options;
  options.header_seconds = 1;
  options.idle_seconds = 1;
  options.drain_seconds = 5;
  return options;
}

/// Holds handlers until the test lets them go.
class Gate {
 public:
  void wait() {
    std::unique_lock lock(mutex_);
    ++waiting_;
    changed_.notify_all();
    changed_.wait(lock, [this] { return is_open_; });
  }
  void wait_for(int count) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return waiting_ >= count; });
  }
  void open() {
    const std::scoped_lock lock(mutex_);
    is_open_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int waiting_ = 0;
  bool is_open_ = false;
};

/// A server on a free port, and what it noted.
struct Running {
  explicit Running(Handler handler = echo, ServerOptions options = quick())
      : server(std::move(options), std::move(handler)) {
    server.on_served([this](const Served& served) {
      const std::scoped_lock lock(mutex);
      notes.push_back(served);
    });
    server.on_failure([](const Request& request, int status) {
      return plain_text(status, "failed " + std::to_string(status) + " " + request.id);
    });
    server.start();
  }

  std::vector<Served> noted() {
    const std::scoped_lock lock(mutex);
    return notes;
  }

  std::mutex mutex;
  std::vector<Served> notes;
  Server server;
};

}  // namespace rapport::http
