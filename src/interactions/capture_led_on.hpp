// What a `^` in a capture line stands for: the earlier conversation that this one led on from. Finds it;
// linking is another chapter's.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "interactions/capture.hpp"
#include "interactions/interactions.hpp"

namespace rapport::interactions {

/// One `^` and what it was taken for.
struct FoundEarlier {
  int occurrence = 0;  ///< the how-many-th `^` of the line; 0 where it is none of the line's
  std::optional<CaptureMark> mark = {};
  std::optional<Interaction> earlier = {};  ///< nothing where there is none to be found
  std::vector<Interaction> others = {};     ///< the next likeliest, newest first, at most four
};

/// `^` is the latest conversation with the first person of the line, not after it; `^Tom` the latest that
/// Tom, colleague or academic, had with that person, or at all where they had none together. What was picked
/// counts before both. Reads a timeline for each `^`, and nothing for a line without one.
[[nodiscard]] std::vector<FoundEarlier> find_earlier(Scope& scope, const Directory& directory,
                                                     const CaptureReading& reading,
                                                     std::span<const CaptureEarlier> picked);

}  // namespace rapport::interactions
