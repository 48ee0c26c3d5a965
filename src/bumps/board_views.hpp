// The board as HTML. Values in, markup out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bumps/board.hpp"
#include "html/html.hpp"
#include "ui/visit.hpp"

namespace rapport::bumps {

/// What the board's page shows beside the board itself.
struct BoardPage {
  const Board& board;
  std::optional<OwnHelp> own = {};  ///< nothing for who is not on it
  bool may_join = false;
  bool has_team_board = false;  ///< the viewer's team has one, so there are two to choose from
  bool may_make_wall = false;
};
[[nodiscard]] html::Html board_view(const ui::Visit& visit, const Directory& directory,
                                    const BoardPage& page);

/// The steps behind one figure.
struct HelpPage {
  const Board& board;
  Id<Staff> helper = {};
  const std::vector<HelpStep>& steps;
};
[[nodiscard]] html::Html help_view(const ui::Visit& visit, const Directory& directory, const HelpPage& page);

/// "Together: 41 of 60", "Together: 41".
[[nodiscard]] std::string together_words(const JointTotal& together);
/// "Six ahead of this day last November. Nineteen to go."; empty where neither can be said.
[[nodiscard]] std::string progress_words(const Board& board);
/// "three sessions", "12 one-to-ones" and "214 students", each marked.
[[nodiscard]] html::Html marked_list(const std::vector<std::string>& parts);
/// "A corridor chat became …", or the title as told.
[[nodiscard]] html::Html story_words(const BoardStory& story);

}  // namespace rapport::bumps
