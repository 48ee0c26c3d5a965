// The board's switches over HTTP: on the board or not, the team's board, places, office screens.
#pragma once

#include <string_view>

#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::bumps {

/// GET /settings/board
[[nodiscard]] http::Response show_board_settings(const ui::Visit& visit, const Directory& directory);
/// POST /settings/board/places
[[nodiscard]] http::Response update_places(const ui::Visit& visit);
/// POST /settings/board/team
[[nodiscard]] http::Response update_team_board(const ui::Visit& visit, const Directory& directory);
/// POST /settings/board/walls: shows the address, this once. `public_url` is empty on loopback.
[[nodiscard]] http::Response create_wall(const ui::Visit& visit, const Directory& directory,
                                         std::string_view public_url);
/// POST /settings/board/walls/{wall}/revocation
[[nodiscard]] http::Response remove_wall(const ui::Visit& visit);

}  // namespace rapport::bumps
