// A conversation in a few words: what it was, with whom, when, how long. Text only; markup is made elsewhere.
#pragma once

#include <optional>
#include <string>

#include "interactions/directory.hpp"
#include "interactions/interaction.hpp"

namespace rapport {

/// On whose page the story stands: that person is not named again in their own story.
struct StoryOf {
  std::optional<Id<Person>> person = {};
  Date today = {};
};

/// "Corridor chat with Tom Ashworth": kind, colleagues, and the others who were there.
[[nodiscard]] std::string headline_of(const Interaction& interaction, const Directory& directory,
                                      const StoryOf& of);
/// "Tom", "Tom and Priya", "you" where the viewer is the only one.
[[nodiscard]] std::string staff_words(const Interaction& interaction, const Directory& directory,
                                      Id<Staff> viewer);
/// "20 October", "in the week of 12 October", "in October": as exactly as it is known.
[[nodiscard]] std::string when_words(const Interaction& interaction, Date today);
/// "1 hour 30 minutes"
[[nodiscard]] std::string length_words(int minutes);

}  // namespace rapport
