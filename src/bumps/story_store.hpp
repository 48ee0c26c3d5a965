// The SQL of stories; row <-> value, nothing else.
#pragma once

#include <optional>
#include <vector>

#include "bumps/stories.hpp"
#include "db/connection.hpp"

namespace rapport::story_store {

[[nodiscard]] Id<Story> insert(db::Writer& writer, Id<Institution> institution, const Story& story);
/// Raises the version; false when it was not `version` any more.
[[nodiscard]] bool update(db::Writer& writer, Id<Institution> institution, const Story& story, int version);
void set_withdrawn(db::Writer& writer, Id<Institution> institution, Id<Story> id, std::optional<Instant> at);

[[nodiscard]] std::optional<Story> find(db::Reader& reader, Id<Institution> institution, Id<Story> id);
[[nodiscard]] std::vector<Story> told(db::Reader& reader, Id<Institution> institution,
                                      const bumps::StoryQuery& query);
/// Those that one of these steps belongs to, the newest first.
[[nodiscard]] std::vector<Story> with_step(db::Reader& reader, Id<Institution> institution,
                                           Id<Interaction> step);
/// The academic years of which stories are told, the latest first.
[[nodiscard]] std::vector<int> years(db::Reader& reader, Id<Institution> institution);

}  // namespace rapport::story_store
