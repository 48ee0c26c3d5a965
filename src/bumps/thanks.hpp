// Thanking a colleague for a bump. The colleague sees it once; nobody counts it, so it is not audited either.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "bumps/bump.hpp"
#include "interactions/directory.hpp"
#include "scope/scope.hpp"

namespace rapport {

struct ThanksRow;

struct Thanks {
  Id<ThanksRow> id = {};
  Id<Bump> bump = {};
  Id<Staff> from = {};
  std::string words = {};  ///< may be empty
  Instant said_at = {};
};

struct ThanksDraft {
  Id<Bump> bump = {};
  Id<Staff> to = {};
  std::string words = {};
};

inline constexpr std::size_t thanks_characters_max = 500;

namespace bumps {

/// For an accepted link with both conversations the viewer's to read, and a colleague of either side. Said
/// again it stays as it was. NotFound otherwise; Invalid on "words": too long; Forbidden for directors.
[[nodiscard]] Result<Done> thank(Scope& scope, const ThanksDraft& draft);

/// A link that may be thanked for, with those colleagues who may be thanked: of either side, without the
/// viewer.
struct Thankable {
  Bump bump = {};
  Interaction earlier = {};
  Interaction later = {};
  std::vector<Id<Staff>> colleagues = {};
};
[[nodiscard]] Result<Thankable> thankable(Scope& scope, Id<Bump> bump);

/// What led to a conversation of the viewer's through colleagues, who may be thanked; at most five.
[[nodiscard]] std::vector<Thankable> thankable_for(Scope& scope, Id<Interaction> later);

/// What was said to the viewer and not seen yet, oldest first, at most 20.
[[nodiscard]] std::vector<Thanks> unseen(Scope& scope);
/// What was said to the viewer up to that one is seen from now on.
void mark_seen(Scope& scope, Id<ThanksRow> up_to);

}  // namespace bumps
}  // namespace rapport
