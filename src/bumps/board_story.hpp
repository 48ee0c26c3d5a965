// The bump story of the month: one that somebody told for the board, or the longest chain that grew, in plain
// numbers. No academic is ever named by it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bumps/board_period.hpp"
#include "interactions/directory.hpp"
#include "interactions/interaction.hpp"

namespace rapport {

struct Story;

/// "A corridor chat became three teaching sessions and 214 students", or a title.
struct BoardStory {
  std::string title = {};                ///< of a told story; empty where the numbers speak
  std::string began = {};                ///< "A corridor chat"
  std::vector<std::string> became = {};  ///< "three teaching sessions", "214 students"
  std::string address = {};              ///< the page that tells more
  std::vector<Id<Staff>> staff = {};     ///< those of its people who are on the board, by their first step
};

/// Conversations of one kind in a chain.
struct KindCount {
  Id<InteractionKind> kind = {};
  int count = 0;
  int attendees = 0;
};
/// A chain in plain numbers: its first kind and what came of it, outcomes alone where there are any.
/// Attendees are those of teaching.
[[nodiscard]] BoardStory in_numbers(Id<InteractionKind> first, const std::vector<KindCount>& later,
                                    const Vocabulary& vocabulary);

/// Whether a text holds any word of an academic's name; for a screen that everybody in the office sees.
[[nodiscard]] bool may_name_an_academic(std::string_view text, const PeopleDirectory& people);

namespace bumps {

/// The newest story that somebody told for the board in the period, else `grown_story`.
[[nodiscard]] std::optional<BoardStory> story_of(Scope& scope, const Directory& directory,
                                                 const BoardPeriod& period);

/// Of the thousand chains that grew last in the period the one with most steps before its end, through
/// conversations that the whole library may read; by its title where it was told for the board before.
/// Nothing where no chain has three steps. Cost: one bounded walk of the period's links and what lies before
/// them, then a dozen chains.
[[nodiscard]] std::optional<BoardStory> grown_story(Scope& scope, const Directory& directory,
                                                    const BoardPeriod& period);

}  // namespace bumps
}  // namespace rapport
