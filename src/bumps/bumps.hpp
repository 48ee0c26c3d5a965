// The front door of bumps: link, agree, decline, take away. Permission, transaction, audit and what is
// counted beside live here.
#pragma once

#include <span>
#include <vector>

#include "base/result.hpp"
#include "bumps/bump.hpp"
#include "interactions/directory.hpp"
#include "scope/scope.hpp"

namespace rapport::bumps {

/// Says that `to` came out of `from`. Accepted at once unless needs_acceptance; what is linked already is
/// returned as it is. NotFound where either is not the viewer's to read; Invalid, naming both conversations,
/// where the later one lies before, or the earlier one came out of it over any number of steps; Forbidden for
/// directors. Cost: one transaction, and the walk over what lies before `from`.
[[nodiscard]] Result<Bump> propose(Scope& scope, const Directory& directory, const BumpDraft& draft);

/// A link as a colleague made it in the past.
struct PastBump {
  BumpDraft draft = {};
  Id<Staff> proposed_by = {};
};
/// Many at once, from the made-up university or an old system: all of them or, at the first refusal, none.
/// Each counts as said on the day of its later conversation, and where somebody has to agree, the first
/// colleague who may is taken to have done so. What is linked already stays as it is. Refusals as `propose`,
/// whatever the proposer may read; Forbidden but for administrators. One transaction and one audit row, so
/// give some hundred at a time.
[[nodiscard]] Result<std::vector<Bump>> link_many(Scope& scope, const Directory& directory,
                                                  std::span<const PastBump> past);

/// Whether the viewer answers a proposal: somebody on the later side who did not make it. Where nobody there
/// can any more (accounts were closed, or only read), its proposer or a team leader.
[[nodiscard]] bool may_answer(const Scope& scope, const Directory& directory, const Bump& bump,
                              const Interaction& later);

/// For whoever may_answer; else Forbidden. Settled alike already: nothing changes; settled otherwise by
/// somebody: Conflict.
[[nodiscard]] Result<Bump> accept(Scope& scope, const Directory& directory, Id<Bump> id);
[[nodiscard]] Result<Bump> decline(Scope& scope, const Directory& directory, Id<Bump> id);
/// Undo of an answer, by whoever gave it, within ten minutes: the question stands again. Conflict later.
[[nodiscard]] Result<Bump> reopen(Scope& scope, Id<Bump> id);
/// Takes a link away, or withdraws a proposal: the proposer, staff of either side, team leaders.
[[nodiscard]] Result<Bump> remove(Scope& scope, Id<Bump> id);

/// Names where a chain began when that was no conversation. Invalid: no words and no person, too long.
[[nodiscard]] Result<Id<Origin>> add_origin(Scope& scope, const Directory& directory,
                                            const OriginDraft& draft);
/// Answers with the conversation whose origin it was.
[[nodiscard]] Result<Id<Interaction>> remove_origin(Scope& scope, Id<Origin> id);

/// A link with the conversation at its other end, where the viewer may read it.
struct Linked {
  Bump bump = {};
  std::optional<Interaction> interaction = {};
};
/// What a conversation led on from, and what came of it; proposals too.
struct Links {
  std::vector<Linked> earlier = {};
  std::vector<Linked> later = {};
  std::vector<Origin> origins = {};
};
[[nodiscard]] Links links_of(Scope& scope, Id<Interaction> id);

/// A question to the viewer, with both conversations: did this come out of that?
struct Asked {
  Bump bump = {};
  std::optional<Interaction> earlier = {};  ///< nothing where the viewer may not read it
  Interaction later = {};
};
/// Oldest first, at most 20. With them are the viewer's own proposals that nobody else can answer any more.
[[nodiscard]] std::vector<Asked> asked(Scope& scope);
/// What the viewer answered in the last ten minutes, latest first, at most 3: it can be undone.
[[nodiscard]] std::vector<Asked> answered_lately(Scope& scope);

}  // namespace rapport::bumps
