// The office screen as a whole document of its own: always dark, made for 1920 by 1080.
#pragma once

#include "bumps/board.hpp"
#include "http/response.hpp"

namespace rapport::bumps {

/// It renews itself each minute: by a plain reload without script; with script the same, without leaving full
/// screen.
[[nodiscard]] http::Response wall_page(const Board& board, const Directory& directory);

}  // namespace rapport::bumps
