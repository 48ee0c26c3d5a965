// The round of a year over HTTP.
#pragma once

#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::rounds {

/// GET /plans: this academic year's
[[nodiscard]] http::Response show_latest(const ui::Visit& visit);
/// GET /plans/{year}: every department with its plan
[[nodiscard]] http::Response show_round(const ui::Visit& visit, const Directory& directory);

}  // namespace rapport::rounds
