// The SQL of relationships, their events and the evidence; row <-> value, nothing else.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "db/connection.hpp"
#include "relationships/relationship.hpp"

namespace rapport::relationship_store {

[[nodiscard]] std::optional<Relationship> find(db::Reader& reader, Id<Institution> institution,
                                               Id<Relationship> id);
/// Of that record of a person, or that department.
[[nodiscard]] std::optional<Relationship> find(db::Reader& reader, Id<Institution> institution,
                                               RelationshipWith with, ServiceArea area);
/// In every area, `overall` first.
[[nodiscard]] std::vector<Relationship> of(db::Reader& reader, Id<Institution> institution,
                                           RelationshipWith with);
[[nodiscard]] Id<Relationship> insert(db::Writer& writer, Id<Institution> institution,
                                      const Relationship& relationship);
/// Raises the version; false when it was not `relationship.version` any more.
[[nodiscard]] bool update(db::Writer& writer, Id<Institution> institution, const Relationship& relationship);

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
