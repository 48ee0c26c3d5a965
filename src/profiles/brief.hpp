// What a brief says beside the three facts: where the relationship stands, the plan under way, and stories
// told.
#pragma once

#include <optional>
#include <vector>

#include "bumps/story.hpp"
#include "profiles/person_profile.hpp"
#include "relationships/plans.hpp"

namespace rapport::profiles {

struct BriefMore {
  std::optional<plans::Plan> plan = {};  ///< the active one
  std::vector<Story> stories = {};       ///< the newest three told of conversations with them
};
/// Cost: a few look-ups by key and a walk over the person's conversations.
[[nodiscard]] BriefMore read_brief_more(Scope& scope, const Directory& directory, const PersonEntry& person);

}  // namespace rapport::profiles
