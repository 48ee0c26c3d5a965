// Moving a relationship over HTTP.
#pragma once

#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::relationships {

/// GET /people/{person}/relationship/move and /departments/{unit}/relationship/move: `area` chooses; `level`,
/// `slipping`, `reason`, `evidence` and `back` fill in.
[[nodiscard]] http::Response new_move(const ui::Visit& visit, const Directory& directory);
/// POST to the same
[[nodiscard]] http::Response create_move(const ui::Visit& visit, const Directory& directory);

}  // namespace rapport::relationships
