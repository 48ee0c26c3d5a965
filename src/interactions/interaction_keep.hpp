// The steps that recording, correcting, withdrawing and bringing in many share, inside one transaction.
// No permission and no audit: that is the front door's.
#pragma once

#include <vector>

#include "base/result.hpp"
#include "interactions/contact_changes.hpp"
#include "interactions/directory.hpp"
#include "interactions/interaction_store.hpp"
#include "scope/scope.hpp"

namespace rapport::interactions {

/// A draft made whole: texts tidied, kind, staff and two-way filled in, merged people resolved, nobody twice.
[[nodiscard]] Result<interaction_store::Row> prepare(const Scope& scope, const Directory& directory,
                                                     const InteractionDraft& draft);
/// The row that a kept interaction was made from, to link it again.
[[nodiscard]] interaction_store::Row row_of(const Interaction& interaction, const Directory& directory);

/// Fills in the topics' ids; new topics are made.
void find_topics(Scope& scope, db::Writer& writer, const Directory& directory, interaction_store::Row& row);
[[nodiscard]] Id<Interaction> insert_interaction(Scope& scope, db::Writer& writer, const Directory& directory,
                                                 interaction_store::Row& row, ContactChanges& changes);
[[nodiscard]] std::vector<Id<Promise>> insert_promises(Scope& scope, db::Writer& writer, Id<Interaction> id,
                                                       const interaction_store::Row& row);
/// Everything by which a conversation is found and counted, but for its words. `changes` are written by the
/// caller.
void link(Scope& scope, db::Writer& writer, Id<Interaction> id, const interaction_store::Row& row,
          ContactChanges& changes);
/// For search. Of many conversations after all else: FTS5 writes what it has gathered whenever SQLite begins
/// a statement that may have to be undone.
void index_words(Scope& scope, db::Writer& writer, const Directory& directory, Id<Interaction> id,
                 const interaction_store::Row& row);
/// Takes all of that back, the words too: who knows whom and when somebody was last spoken to are as if it
/// had never been.
void unlink(Scope& scope, db::Writer& writer, const Directory& directory, const Interaction& interaction,
            ContactChanges& changes);

}  // namespace rapport::interactions
