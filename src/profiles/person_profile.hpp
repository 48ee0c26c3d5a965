// Everything before you reply: one person's facts, promises, story and who knows them, as the viewer may see
// it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bumps/chain.hpp"
#include "interactions/interactions.hpp"
#include "profiles/profile_store.hpp"
#include "relationships/champions.hpp"
#include "relationships/quiet.hpp"
#include "relationships/relationships.hpp"

namespace rapport::profiles {

struct PersonProfile {
  const PersonEntry* person = nullptr;     ///< lives in the directory
  std::vector<const PersonEntry*> merged;  ///< records that became this person, as they were
  std::string about;
  std::optional<std::string> orcid;
  std::optional<Date> left_on;
  std::vector<profile_store::HeldPost> posts;
  std::vector<std::string> addresses;
  std::vector<profile_store::WayOfWorking> ways;
  const StaffEntry* looked_after_by = nullptr;
  interactions::Timeline timeline;  ///< as filtered and paged
  /// The newest up to today whatever is filtered or paged; empty where the timeline begins with them itself.
  std::vector<Interaction> newest;
  std::vector<Promise> promises;
  std::vector<interactions::Acquaintance> known_by;
  Date grew_since = {};
  std::vector<ChainTotal> grew;  ///< what came out of conversations since then
  relationships::Account relationship;
  /// How far back `timeline` goes where it is the newest, unfiltered; what a suggestion is made from.
  std::optional<Date> latest_known_since;
  std::optional<Champion> champion;  ///< what there is to say of them as one
  std::optional<QuietPerson> quiet;  ///< where they are not in touch
  std::vector<Date> days_of_year;    ///< of the conversations in the 52 weeks up to today, first to last
};

/// `person` is one of `directory`. Cost: nine look-ups by key and one walk of an index.
[[nodiscard]] PersonProfile read_profile(Scope& scope, const Directory& directory, const PersonEntry& person,
                                         const interactions::TimelineQuery& query);

/// The latest conversation that has happened; nothing where nobody has spoken yet.
[[nodiscard]] const Interaction* last_spoken(const PersonProfile& profile, const Scope& scope);

/// A colleague, not the viewer, was in touch in the last three days: said before the viewer does the same.
[[nodiscard]] const Interaction* colleague_lately(const PersonProfile& profile, const Scope& scope);

/// "her", "him", "them", or the name a sentence calls them where nothing is known.
[[nodiscard]] std::string object_word(const PersonEntry& person);
/// "her notes", "his notes", "their notes", "Jane’s notes": the possessive.
[[nodiscard]] std::string possessive_word(const PersonEntry& person);
/// "She", "He", "They" or the name.
[[nodiscard]] std::string subject_word(const PersonEntry& person);

/// Conversations a week over the 52 weeks that end with today's; the last is this week, weeks begin on
/// Monday.
struct Week {
  Date monday;
  int conversations = 0;
};
[[nodiscard]] std::vector<Week> weeks_of_year(const std::vector<Date>& days, Date today);

}  // namespace rapport::profiles
