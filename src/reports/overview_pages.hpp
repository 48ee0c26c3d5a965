// GET /reports/engagement and what opens from there.
#pragma once

#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::reports {

[[nodiscard]] http::Response show_overview(const ui::Visit& visit, const Directory& directory);
/// Of the units below one.
[[nodiscard]] http::Response show_overview_of(const ui::Visit& visit, const Directory& directory);
/// The conversations of one unit and month; of a faculty, its departments in that academic year.
[[nodiscard]] http::Response show_cell(const ui::Visit& visit, const Directory& directory);

}  // namespace rapport::reports
