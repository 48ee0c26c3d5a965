// Chains over HTTP: GET alone.
#pragma once

#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::chains {

/// GET /bumps
[[nodiscard]] http::Response show_bumps(const ui::Visit& visit, const Directory& directory);
/// GET /bumps/{interaction}
[[nodiscard]] http::Response show_chain(const ui::Visit& visit, const Directory& directory);
/// GET /bumps/{interaction}/picture.png: the picture as a file, with what the viewer may read.
[[nodiscard]] http::Response download_picture(const ui::Visit& visit, const Directory& directory);

}  // namespace rapport::chains
