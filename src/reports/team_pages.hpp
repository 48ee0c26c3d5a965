// The team home, over HTTP.
#pragma once

#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::reports {

/// GET /team: the viewer's team; `?team=ID` another, `?team=all` the whole library
[[nodiscard]] http::Response show_team(const ui::Visit& visit, const Directory& directory);
/// GET /team/due: what is due in one department (`?unit=slug`), or in none
[[nodiscard]] http::Response show_team_due(const ui::Visit& visit, const Directory& directory);

}  // namespace rapport::reports
