// Minutes typed live in a meeting: lines that begin with a mark become actions or promises, all others stay
// what was said. The grammar is in docs/plans.md; names and days are read as the capture line reads them.
// Pure: no SQL, no HTTP, no clock.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "interactions/directory.hpp"
#include "interactions/interaction.hpp"
#include "plans/action_plan.hpp"

namespace rapport {

/// What one line becomes.
struct MinutesLine {
  enum class Kind { said, action, our_promise, their_promise };
  Kind kind = Kind::said;
  int number = 1;                       ///< of the line, from 1
  std::string typed = {};               ///< as it was typed, without the line end
  ItemDraft item = {};                  ///< of an action
  std::string words = {};               ///< of a promise
  std::optional<Date> due_on = {};      ///< of a promise
  std::optional<Id<Staff>> staff = {};  ///< whose promise, where a colleague is named
  std::vector<Id<Person>> people = {};  ///< who is named, on any line
  std::string doubt = {};               ///< what was not certain, in words; it was left as typed
};

struct MinutesContext {
  const Directory& directory;
  Date today;
  Id<Staff> me;
  std::span<const std::string> themes = {};  ///< `#word` finds the one that begins so
};

/// Each line that is not empty. Nothing is refused: a mark without words is said. Cost: two readings of a
/// line by the capture line's reader for each line with a mark, one for others with an @.
[[nodiscard]] std::vector<MinutesLine> read_minutes(std::string_view text, const MinutesContext& context);

}  // namespace rapport
