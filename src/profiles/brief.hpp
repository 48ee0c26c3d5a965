// What a brief says beside the three facts: where the relationship stands, the plan under way, and stories
// told.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "bumps/story.hpp"
#include "profiles/person_profile.hpp"
#include "relationships/plans.hpp"

namespace rapport::profiles {

struct BriefMore {
  std::optional<plans::Plan> plan = {};  ///< the active one
  std::vector<Story> stories = {};       ///< the newest three told of conversations with them
  std::string champion = {};             ///< "Champion since 3 May"; empty where they are none
};
/// Cost: a few look-ups by key and a walk over the person's conversations.
[[nodiscard]] BriefMore read_brief_more(Scope& scope, const Directory& directory, const PersonEntry& person);

/// Who of some people is a champion, in words; the table of routes hands it in.
using ChampionWords = std::unordered_map<Id<Person>, std::string>(Scope& scope, const Directory& directory,
                                                                  std::span<const Id<Person>> people);

}  // namespace rapport::profiles
