// What makes the capture line open without a network: the service worker and the page that it keeps on the
// device. Neither says anything about anybody.
#pragma once

#include "http/request.hpp"
#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::app {

class Application;

/// GET /service-worker.js: its bytes change with the files and with the page that it keeps, so that a browser
/// fetches both again after an upgrade.
[[nodiscard]] http::Response show_service_worker(Application& application, http::Request& request);
/// GET /offline: the line alone, and what waits on this device; the same for everybody.
[[nodiscard]] http::Response show_offline(Application& application, http::Request& request);
/// GET /start: where the installed program opens: the line, or Today for those who only read.
[[nodiscard]] http::Response show_start(Application& application, ui::Visit& visit, const Directory&);

}  // namespace rapport::app
