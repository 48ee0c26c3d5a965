// The board over HTTP.
#pragma once

#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::bumps {

/// GET /bumps/board?time=month|term&view=team|library: the viewer's team where that has a board.
[[nodiscard]] http::Response show_board(const ui::Visit& visit, const Directory& directory);
/// GET /bumps/board/help/{staff}: what a figure is made of
[[nodiscard]] http::Response show_help(const ui::Visit& visit, const Directory& directory);
/// POST /bumps/board/membership and /bumps/board/leaving
[[nodiscard]] http::Response create_membership(const ui::Visit& visit);
[[nodiscard]] http::Response remove_membership(const ui::Visit& visit);

}  // namespace rapport::bumps
