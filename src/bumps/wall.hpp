// The office screen: read-only addresses with a long token, and what they show. First names of those who are
// on the board, no academic's name.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bumps/board.hpp"

namespace rapport {

struct WallLink;

/// An address as the settings list it; the token itself is kept nowhere.
struct WallEntry {
  Id<WallLink> id = {};
  std::optional<Id<Team>> team = {};  ///< the whole library where absent
  std::string label = {};             ///< "Screen by the stairs"
  Id<Staff> made_by = {};
  Instant made_at = {};
  Instant expires_at = {};
};

struct WallDraft {
  std::string label = {};
  bool is_for_team = false;  ///< the maker's own team
  std::string days = {};     ///< "30", "90" or "365"
};

inline constexpr std::size_t wall_label_characters_max = 80;

namespace bumps {

/// Those that work, newest first. Team leaders and administrators; empty for everybody else.
[[nodiscard]] std::vector<WallEntry> walls(Scope& scope);
/// The token, shown this once. Invalid on "label" or "days"; Forbidden for others than leaders and
/// administrators.
[[nodiscard]] Result<std::string> make_wall(Scope& scope, const WallDraft& draft);
/// From now on the address is not there. NotFound where it was none.
[[nodiscard]] Result<Done> revoke_wall(Scope& scope, Id<WallLink> id);

/// What the screen shows, for nobody in particular. Nothing for a token that is unknown, expired or revoked,
/// and where the team has no board any more; one cannot be told from the other. `scope` is nobody's.
[[nodiscard]] std::optional<Board> read_wall(Scope& scope, const Directory& directory,
                                             std::string_view token);

}  // namespace bumps
}  // namespace rapport
