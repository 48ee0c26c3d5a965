// The review of a year, over HTTP.
#pragma once

#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::reports {

/// GET /reports/year: that of the year that ended last.
[[nodiscard]] http::Response show_latest_year(const ui::Visit& visit);
/// GET /reports/year/{year}
[[nodiscard]] http::Response show_year(const ui::Visit& visit, const Directory& directory);
/// GET /reports/year/{year}/figures.csv and figures.xlsx
[[nodiscard]] http::Response download_year_csv(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response download_year_workbook(const ui::Visit& visit, const Directory& directory);

}  // namespace rapport::reports
