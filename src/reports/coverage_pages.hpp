// Coverage and its gaps, over HTTP.
#pragma once

#include "html/html.hpp"
#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::reports {

/// GET /reports/coverage: by faculty; `?months=3|6|12` says who is new, `?show=never` lists the people
[[nodiscard]] http::Response show_coverage(const ui::Visit& visit, const Directory& directory);
/// GET /reports/coverage/{unit}: by department; one without units below lists its people. `own=yes`: without
/// those below.
[[nodiscard]] http::Response show_coverage_of(const ui::Visit& visit, const Directory& directory);
/// A card of Today: who joined the viewer's departments and nobody has said hello to.
[[nodiscard]] html::Html starters_section(const ui::Visit& visit, const Directory& directory);

}  // namespace rapport::reports
