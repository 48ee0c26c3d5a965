// The levels in the settings, over HTTP.
#pragma once

#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::relationships {

/// GET /settings/levels: what they are and were.
[[nodiscard]] http::Response show_levels(const ui::Visit& visit, const Directory& directory);
/// POST /settings/levels/preview: where each level of today would stand, and how many relationships that is.
[[nodiscard]] http::Response preview_levels(const ui::Visit& visit, const Directory& directory);
/// POST /settings/levels
[[nodiscard]] http::Response update_levels(const ui::Visit& visit, const Directory& directory);

}  // namespace rapport::relationships
