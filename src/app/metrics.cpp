// The Prometheus registry behind Metrics.
#include "app/metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <algorithm>
#include <array>
#include <vector>

namespace rapport::app {
namespace {

constexpr std::array<const char*, 4> status_classes{"2xx", "3xx", "4xx", "5xx"};

/// One route's series, looked up once: finding them by label on every request would cost more than the
/// request.
struct Series {
  std::array<prometheus::Counter*, status_classes.size()> requests{};
  prometheus::Histogram* seconds = nullptr;
};

}  // namespace

struct Metrics::Impl {
  prometheus::Registry registry;
  std::vector<Series> series;
};

Metrics::Metrics(std::span<const std::string> routes) : impl_(std::make_unique<Impl>()) {
  auto& requests = prometheus::BuildCounter()
                       .Name("rapport_requests_total")
                       .Help("Requests answered, by route and class of status")
                       .Register(impl_->registry);
  auto& seconds = prometheus::BuildHistogram()
                      .Name("rapport_request_seconds")
                      .Help("Time from handing a request to a worker until its answer was ready, by route")
                      .Register(impl_->registry);
  const prometheus::Histogram::BucketBoundaries bounds{0.0005, 0.001, 0.005, 0.015, 0.05, 0.25, 1, 5};
  for (const auto& route : routes) {
    Series one;
    for (std::size_t i = 0; i < status_classes.size(); ++i)
      one.requests[i] = &requests.Add({{"route", route}, {"status", status_classes[i]}});
    one.seconds = &seconds.Add({{"route", route}}, bounds);
    impl_->series.push_back(one);
  }
}

Metrics::~Metrics() = default;

void Metrics::count_request(std::size_t route, int status, double seconds) {
  auto& series = impl_->series.at(route);
  const auto status_class = static_cast<std::size_t>(std::clamp(status / 100, 2, 5) - 2);
  series.requests[status_class]->Increment();
  series.seconds->Observe(seconds);
}

std::string Metrics::text() const {
  return prometheus::TextSerializer().Serialize(impl_->registry.Collect());
}

}  // namespace rapport::app
