// The SQL of relationships, their events and the evidence; row <-> value, nothing else.
#pragma once

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "db/connection.hpp"
#include "relationships/relationship.hpp"

namespace rapport::relationship_store {

[[nodiscard]] std::optional<Relationship> find(db::Reader& reader, Id<Institution> institution,
                                               Id<Relationship> id);
/// Of that record of a person, or that department.
[[nodiscard]] std::optional<Relationship> find(db::Reader& reader, Id<Institution> institution,
                                               RelationshipWith with, ServiceArea area);
/// Of those records of people: ten a statement.
[[nodiscard]] std::vector<Relationship> of_people(db::Reader& reader, Id<Institution> institution,
                                                  std::span<const Id<Person>> people, ServiceArea area);
/// Of all people.
[[nodiscard]] std::vector<Relationship> of_everybody(db::Reader& reader, Id<Institution> institution,
                                                     ServiceArea area);
/// In every area, `overall` first.
[[nodiscard]] std::vector<Relationship> of(db::Reader& reader, Id<Institution> institution,
                                           RelationshipWith with);
[[nodiscard]] Id<Relationship> insert(db::Writer& writer, Id<Institution> institution,
                                      const Relationship& relationship);
/// Raises the version; false when it was not `relationship.version` any more.
[[nodiscard]] bool update(db::Writer& writer, Id<Institution> institution, const Relationship& relationship);

/// How many relationships with people stand on each level that has some.
[[nodiscard]] std::vector<std::pair<int, int>> counts_by_level(db::Reader& reader,
                                                               Id<Institution> institution);
/// Every relationship to its level in that version; whoever is not yet met there is not slipping. Suggestions
/// that were set aside go along.
void map_levels(db::Writer& writer, Id<Institution> institution, int scale_version);

[[nodiscard]] Id<LevelEvent> insert(db::Writer& writer, Id<Institution> institution, const LevelEvent& event);
void insert_evidence(db::Writer& writer, Id<Institution> institution, Id<LevelEvent> event,
                     Id<Interaction> interaction);

/// In order of time, at most 1,000.
[[nodiscard]] std::vector<LevelEvent> events_of(db::Reader& reader, Id<Institution> institution,
                                                Id<Relationship> id);
struct Evidence {
  Id<LevelEvent> event = {};
  Id<Interaction> interaction = {};
};
/// Of all events of a relationship, whoever may read it; in order of the conversations' ids, at most 2,000.
[[nodiscard]] std::vector<Evidence> evidence_of(db::Reader& reader, Id<Institution> institution,
                                                Id<Relationship> id);
/// Whether one of a department's people was in the conversation on its day, or the department was named.
[[nodiscard]] bool concerns(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit,
                            Id<Interaction> interaction);

}  // namespace rapport::relationship_store
