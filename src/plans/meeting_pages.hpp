// A meeting about a plan over HTTP: large text, and one box for the minutes.
#pragma once

#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::meetings {

/// GET /departments/{unit}/plan/{year}/meeting
[[nodiscard]] http::Response show_meeting(const ui::Visit& visit, const Directory& directory);
/// POST to the same: keeps the minutes, or with `do=preview` shows what they would become
[[nodiscard]] http::Response create_minutes(const ui::Visit& visit, const Directory& directory);
/// POST /departments/{unit}/plan/{year}/meeting/preview: what they would become, for script
[[nodiscard]] http::Response preview_minutes(const ui::Visit& visit, const Directory& directory);

}  // namespace rapport::meetings
