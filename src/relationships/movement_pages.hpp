// Movement between levels over HTTP.
#pragma once

#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::ladder {

/// GET /relationships/movement: `whose`, `unit` and `area` as on the ladder; `since` is term, year or two.
[[nodiscard]] http::Response show_movement(const ui::Visit& visit, const Directory& directory);

}  // namespace rapport::ladder
