// The front door of the board: what a team did together, who helped most among those who chose to be on it,
// and the switches. It counts help and nothing else; no export and no API has any of it (product.md,
// Helpfulness).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "bumps/board_period.hpp"
#include "bumps/board_story.hpp"
#include "bumps/helpfulness.hpp"
#include "interactions/directory.hpp"
#include "scope/scope.hpp"

namespace rapport {

/// Whether the first three places are shown, and who chose that last.
struct PlacesSwitch {
  bool are_shown = false;
  Id<Staff> changed_by = {};
  Instant changed_at = {};
};

/// A team's board and its goal, and who changed them last.
struct TeamSwitch {
  Id<Team> team = {};
  bool is_on = false;
  std::optional<int> goal_month = {};  ///< bumps in a month
  std::optional<Id<Staff>> changed_by = {};
  std::optional<Instant> changed_at = {};
};

enum class Whose { team, library };
[[nodiscard]] std::string_view code(Whose whose);

struct BoardQuery {
  BoardSpan span = BoardSpan::month;
  std::optional<Id<Team>> team = {};  ///< the whole library where absent
};

/// What many did: bumps whose later side happened in the period.
struct JointTotal {
  int bumps = 0;
  std::optional<int> goal = {};         ///< of a team, for a month
  std::optional<int> year_before = {};  ///< to the same day; nothing where there was none at all
};

/// What only its owner sees.
struct OwnHelp {
  Helpfulness now = {};
  double best_month = 0;  ///< of the months before in this academic year
};

struct Board {
  BoardPeriod period = {};
  std::optional<Id<Team>> team = {};
  std::string name = {};  ///< "Health", "The whole library"
  JointTotal together = {};
  std::optional<BoardStory> story = {};
  int members = 0;  ///< colleagues who chose to be on it
  bool are_places_shown = false;
  std::vector<Placed> first = {};              ///< empty where places are off
  std::vector<Id<Staff>> best_month_yet = {};  ///< those of them for whom no month of this year was better
};

namespace bumps {

/// NotFound where the team's board is off. Anybody of the library may see it; names are of those who chose to
/// be on it. Cost: ranges of a term and a month by day, and one walk up for each of the latest links.
[[nodiscard]] Result<Board> read_board(Scope& scope, const Directory& directory, const BoardQuery& query);

/// The viewer's own help; nothing for those who are not on the board.
[[nodiscard]] std::optional<OwnHelp> own_help(Scope& scope, const Board& board);

/// One step that helped, with the outcome it led to where the viewer may read it.
struct HelpStep {
  HelpPart part = {};
  std::optional<Interaction> outcome = {};
};
/// What a figure of the board is made of: the viewer's own, or that of one of the first three. NotFound for
/// everybody else.
[[nodiscard]] Result<std::vector<HelpStep>> steps_behind(Scope& scope, const Board& board, Id<Staff> helper);

/// Joining and leaving are nobody else's business and leave no trace: they are not audited, for the audit log
/// is exported. Leaving takes the row away.
[[nodiscard]] bool is_on_board(Scope& scope);
/// Forbidden for directors.
[[nodiscard]] Result<Done> join_board(Scope& scope);
void leave_board(Scope& scope);

/// For all to read.
[[nodiscard]] PlacesSwitch places(Scope& scope);
[[nodiscard]] std::optional<TeamSwitch> team_switch(Scope& scope, Id<Team> team);
/// Administrators.
[[nodiscard]] Result<Done> show_places(Scope& scope, bool are_shown);

/// As typed by a team's leader.
struct TeamBoardDraft {
  bool is_on = false;
  std::string goal_month = {};  ///< empty: no goal
};
/// The team leader of that team alone. Invalid on "goal_month": not a number from 1 to 10,000.
[[nodiscard]] Result<Done> set_team_board(Scope& scope, const TeamBoardDraft& draft);

}  // namespace bumps
}  // namespace rapport
