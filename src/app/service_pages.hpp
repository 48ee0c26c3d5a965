// For machines: assets, liveness, readiness, metrics. And where the front page leads.
#pragma once

#include "http/request.hpp"
#include "http/response.hpp"

namespace rapport::app {

class Application;

/// GET /assets/{file}: the twin that the client takes, for a year: the name changes with the content.
[[nodiscard]] http::Response show_asset(Application& application, http::Request& request);
/// GET /livez: the process answers.
[[nodiscard]] http::Response show_liveness(Application& application, http::Request& request);
/// GET /readyz: the database answers; 503 where it does not.
[[nodiscard]] http::Response show_readiness(Application& application, http::Request& request);
/// GET /metrics: to loopback, or with the configured token as Bearer.
[[nodiscard]] http::Response show_metrics(Application& application, http::Request& request);
/// GET /
[[nodiscard]] http::Response show_front(Application& application, http::Request& request);

}  // namespace rapport::app
