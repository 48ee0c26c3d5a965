// The administrator's page of the full export.
#pragma once

#include "http/response.hpp"
#include "ui/visit.hpp"

namespace rapport::exchange {

[[nodiscard]] http::Response show_export(ui::Visit& visit);  ///< GET /export
/// POST /export: the zip as a download. Where it is larger than 100 MB the page says how to make it on the
/// server.
[[nodiscard]] http::Response create_export(ui::Visit& visit);

}  // namespace rapport::exchange
