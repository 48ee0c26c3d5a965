// What pages say about somebody who has gone quiet, beside the reason: whom to write to, what was last talked
// about, how the year went. Only what the viewer may read.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "interactions/interactions.hpp"
#include "relationships/card_line.hpp"
#include "relationships/quiet.hpp"

namespace rapport::quiet {

inline constexpr std::size_t months_shown = 12;

struct QuietLine {
  QuietPerson quiet = {};
  const PersonEntry* person = nullptr;   ///< lives in the directory
  std::string address = {};              ///< of mail, may be empty
  std::optional<Interaction> last = {};  ///< the latest conversation, as far as it may be read
  std::array<int, months_shown> months =
      {};  ///< conversations in each of the last twelve months, the latest last
};
/// Cost: a few look-ups for each, so give a page of them.
[[nodiscard]] std::vector<QuietLine> lines_of(Scope& scope, const Directory& directory,
                                              std::span<const QuietPerson> people);

/// Today's card: three of the viewer's, and how many there are.
struct QuietCard {
  std::vector<QuietLine> lines = {};
  std::size_t gone_quiet = 0;
  std::size_t worth_a_hello = 0;
  std::vector<QuietAnswer> answered = {};  ///< just now by the viewer
};
[[nodiscard]] QuietCard card_of(Scope& scope, const Directory& directory);

/// What the ladder's cards say of those who have gone quiet or are worth a hello and of whom nobody said that
/// it is fine. One statement.
[[nodiscard]] ladder::CardLines ladder_lines(Scope& scope, const Directory& directory,
                                             std::span<const Id<Person>> people);

}  // namespace rapport::quiet
