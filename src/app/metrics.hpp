// Counters for /metrics in the Prometheus text format: requests by route and status, and how long they took.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace rapport::app {

/// Thread-safe. Labels are route templates, never addresses that name somebody.
class Metrics {
 public:
  /// One series for each of these; `count_request` names them by their place.
  explicit Metrics(std::span<const std::string> routes);
  ~Metrics();
  Metrics(const Metrics&) = delete;
  Metrics& operator=(const Metrics&) = delete;

  /// Cost: two atomic additions and a histogram's lock.
  void count_request(std::size_t route, int status, double seconds);
  [[nodiscard]] std::string text() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace rapport::app
