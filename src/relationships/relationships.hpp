// The front door of relationships: how each stands, the moves that led there, and moving them. Librarians,
// leaders and administrators move, directors read. Permission, transaction and audit live here.
#pragma once

#include <span>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"
#include "interactions/directory.hpp"
#include "relationships/path_picture.hpp"
#include "relationships/relationship.hpp"
#include "scope/scope.hpp"

namespace rapport::relationships {

[[nodiscard]] Scales scales(Scope& scope);
[[nodiscard]] Scale current_scale(Scope& scope);

/// Nothing was ever said about most people: they are not yet met.
[[nodiscard]] Standing standing(Scope& scope, const Directory& directory, RelationshipWith with,
                                ServiceArea area = ServiceArea::overall);

/// Moves a relationship to another level, or says that it is slipping or no longer so. Appends an event and
/// answers with what the relationship is now. Invalid: faults_of, evidence that is not this person's (or
/// department's) or was withdrawn. NotFound: nobody there, evidence that may not be read. Conflict where
/// somebody moved it, or the levels were changed, since `seen_version` and `seen_scale`. A merged person's
/// moves go to the record that remains. Cost: one transaction.
[[nodiscard]] Result<Moved> move(Scope& scope, const Directory& directory, const MoveDraft& draft);

struct SlippingDraft {
  RelationshipWith with = {};
  ServiceArea area = ServiceArea::overall;
  std::string reason = {};
  int seen_version = 0;
  int seen_scale = 1;
};
/// `move` that keeps the level.
[[nodiscard]] Result<Moved> mark_slipping(Scope& scope, const Directory& directory,
                                          const SlippingDraft& draft);

/// Many people's at once: one statement for each ten. Those never met are left out.
using Standings = std::unordered_map<Id<Person>, Standing>;
[[nodiscard]] Standings standings_of(Scope& scope, const Directory& directory,
                                     std::span<const Id<Person>> people,
                                     ServiceArea area = ServiceArea::overall);
/// Everybody's of whom anything was said: 10,000 take some milliseconds.
[[nodiscard]] Standings all_standings(Scope& scope, const Directory& directory,
                                      ServiceArea area = ServiceArea::overall);
/// How it stands and every move, oldest first, over all records of a person, with the scales in which to read
/// them. Cost: three look-ups.
struct Account {
  Scales scales = {};
  Standing standing = {};
  std::vector<LevelEvent> moves = {};
};
[[nodiscard]] Account account_of(Scope& scope, const Directory& directory, RelationshipWith with,
                                 ServiceArea area = ServiceArea::overall);

/// One event with the conversations that were its evidence, as far as the viewer may read them; those
/// withdrawn since say so.
struct Step {
  LevelEvent event = {};
  std::vector<Interaction> evidence = {};
};
/// Oldest first, over all records of a person.
[[nodiscard]] std::vector<Step> path(Scope& scope, const Directory& directory, RelationshipWith with,
                                     ServiceArea area = ServiceArea::overall);

/// Conversations that the viewer may read, over all records of a person, in order of time: what a picture of
/// the path shows beside its steps.
[[nodiscard]] std::vector<PathMark> marks(Scope& scope, const Directory& directory, RelationshipWith with);

/// A move of the past, as somebody made it.
struct PastMove {
  RelationshipWith with = {};
  ServiceArea area = ServiceArea::overall;
  int level = 0;
  bool is_slipping = false;
  std::string reason = {};
  Date happened_on = {};
  Id<Staff> recorded_by = {};
  std::vector<Id<Interaction>> evidence = {};
};
/// Many at once, from the made-up university or an old system: those of a relationship one after another, in
/// order of time. All or, at the first refusal, none; refusals are those of faults_of, evidence is believed.
/// Each counts as said on its own day. Forbidden but for administrators. One transaction and one audit row.
[[nodiscard]] Result<Done> record_past(Scope& scope, const Directory& directory,
                                       std::span<const PastMove> moves);

}  // namespace rapport::relationships
