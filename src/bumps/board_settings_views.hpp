// The board's switches as HTML.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bumps/board.hpp"
#include "bumps/wall.hpp"
#include "html/html.hpp"
#include "ui/visit.hpp"

namespace rapport::bumps {

struct BoardSettings {
  bool is_on_board = false;
  PlacesSwitch places = {};
  std::optional<TeamSwitch> team = {};  ///< of the viewer's team, where it was ever switched on
  std::vector<WallEntry> walls = {};
  std::optional<TeamBoardDraft> team_as_typed = {};
  std::optional<WallDraft> wall_as_typed = {};
};

[[nodiscard]] html::Html board_settings_view(const ui::Visit& visit, const Directory& directory,
                                             const BoardSettings& settings, const std::vector<Fault>& faults);
[[nodiscard]] html::Html wall_made_view(std::string_view address);

}  // namespace rapport::bumps
