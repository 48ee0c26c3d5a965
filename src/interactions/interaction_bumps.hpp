// What bumps/ asks of interactions: the number of things that came out of one, and what was changed
// afterwards. For verbs inside their own transaction, so there is no permission and no audit here.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "db/connection.hpp"
#include "interactions/interaction.hpp"

namespace rapport::interactions {

/// As `get`, for a rule that must see everything: whatever the viewer may read, withdrawn ones included.
[[nodiscard]] std::optional<Interaction> find_unseen(db::Reader& reader, Id<Institution> institution,
                                                     Id<Interaction> id);

/// How many accepted bumps lead on from it, as its entry in a story says.
void set_bump_count(db::Writer& writer, Id<Institution> institution, Id<Interaction> id, std::int64_t count);

/// One conversation that was corrected, withdrawn or brought back.
struct InteractionChange {
  std::int64_t number = 0;  ///< ascending
  Id<Interaction> interaction = {};
};
/// What `follower` has not seen yet, oldest first, at most `limit`.
[[nodiscard]] std::vector<InteractionChange> changes_for(db::Reader& reader, Id<Institution> institution,
                                                         std::string_view follower, int limit);
/// `follower` has seen everything up to that number; what all followers have seen is let go.
void mark_seen(db::Writer& writer, Id<Institution> institution, std::string_view follower,
               std::int64_t number);

}  // namespace rapport::interactions
