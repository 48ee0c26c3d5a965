// Pages of words: help, what is kept and why, accessibility.
#pragma once

#include "http/request.hpp"
#include "http/response.hpp"
#include "ui/visit.hpp"

namespace rapport::app {

class Application;

/// GET /help: the capture line's signs and the keys
[[nodiscard]] http::Response show_help(ui::Visit& visit);
/// GET /help/privacy: what we keep and why
[[nodiscard]] http::Response show_privacy(ui::Visit& visit);
/// GET /accessibility: the statement, also for those who cannot sign in
[[nodiscard]] http::Response show_accessibility(Application& application, http::Request& request);

}  // namespace rapport::app
