// GET /departments/{unit}
#pragma once

#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::profiles {

[[nodiscard]] http::Response show_department(const ui::Visit& visit, const Directory& directory);

}  // namespace rapport::profiles
