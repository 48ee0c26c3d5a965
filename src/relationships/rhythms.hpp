// Keeps everybody's rhythm beside their conversations: when somebody has last been in touch, how often they
// usually are, from which day on that is quiet. Follows changes of conversations, people and calendar; a job,
// so there is no permission and no audit.
#pragma once

#include "interactions/directory.hpp"
#include "relationships/rhythm_store.hpp"
#include "scope/scope.hpp"

namespace rapport::rhythms {

/// The last nine episodes at the most, oldest first, over all records of a person. Restricted conversations
/// and one-way messages do not count.
[[nodiscard]] std::vector<Episode> latest_episodes(db::Reader& reader, const Scope& scope,
                                                   const Directory& directory, Id<Person> person);

/// One person's rhythm from the conversations that are there, as `latest_episodes` has them.
[[nodiscard]] rhythm_store::Kept rhythm_now(db::Reader& reader, const Scope& scope,
                                            const Directory& directory, Id<Person> person,
                                            const DayWeights& weights);

/// Brings rhythms and the departments' months up to what has changed: some hundred people at once. True when
/// there may be more. What it needs to look at is read on a snapshot, so that nobody who logs waits for it; a
/// person who changed meanwhile is taken up again.
bool catch_up(Scope& scope, const Directory& directory);

}  // namespace rapport::rhythms
