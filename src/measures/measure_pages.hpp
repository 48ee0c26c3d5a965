// GET /measures, /departments/{unit}/measures and what opens from there.
#pragma once

#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::measures {

[[nodiscard]] http::Response show_measures(const ui::Visit& visit);
[[nodiscard]] http::Response show_measure(const ui::Visit& visit, const Directory& directory);
/// On to the academic year that ended last: November looks back at it.
[[nodiscard]] http::Response show_latest_sheet(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response show_sheet(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response show_figure(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response remove_figure(const ui::Visit& visit, const Directory& directory);

}  // namespace rapport::measures
