// The SQL of bumps and origins; row <-> value, nothing else.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "bumps/bump.hpp"
#include "db/connection.hpp"
#include "scope/scope.hpp"

namespace rapport::bump_store {

[[nodiscard]] std::optional<Bump> find(db::Reader& reader, Id<Institution> institution, Id<Bump> id);
[[nodiscard]] std::optional<Bump> find_between(db::Reader& reader, Id<Institution> institution,
                                               Id<Interaction> from, Id<Interaction> to);
/// Accepted and proposed ones that lead to, or on from, a conversation; in the order in which links, or the
/// later conversations, were recorded; at most 1,000.
[[nodiscard]] std::vector<Bump> leading_to(db::Reader& reader, Id<Institution> institution,
                                           Id<Interaction> to);
[[nodiscard]] std::vector<Bump> leading_from(db::Reader& reader, Id<Institution> institution,
                                             Id<Interaction> from);
/// Waiting for an answer by the viewer: on the later side, and proposed by somebody else. Oldest first.
[[nodiscard]] std::vector<Bump> waiting_for(db::Reader& reader, const Scope& scope, int limit);
/// Proposed by the viewer, and nobody else on the later side works here and writes. Oldest first. Cost: the
/// links that wait for an answer, of which there are few.
[[nodiscard]] std::vector<Bump> left_to_proposer(db::Reader& reader, const Scope& scope, int limit);
/// Asked by others and settled by the viewer since then, latest first.
[[nodiscard]] std::vector<Bump> settled_since(db::Reader& reader, const Scope& scope, Instant since,
                                              int limit);
[[nodiscard]] std::int64_t count_from(db::Reader& reader, Id<Institution> institution, Id<Interaction> from);
/// Whether accepted or proposed links lead from `earlier` to `later`, over any number of steps. Walks up from
/// `later`, so it costs what lies before that conversation, whatever else there is.
[[nodiscard]] bool leads_to(db::Reader& reader, Id<Institution> institution, Id<Interaction> earlier,
                            Id<Interaction> later);

/// Everybody who was in a conversation or in what led to it: their pages tell what grew from it.
[[nodiscard]] std::vector<Id<Person>> people_above(db::Reader& reader, Id<Institution> institution,
                                                   Id<Interaction> id);
/// When and with which departments were a conversation, those that it came out of, and those up to two steps
/// after it.
struct ConversationPlace {
  Date happened_on = {};
  Id<OrgUnit> unit = {};
};
[[nodiscard]] std::vector<ConversationPlace> places_around(db::Reader& reader, Id<Institution> institution,
                                                           Id<Interaction> id);

/// A link that was made, answered, taken away or brought back, for the job that keeps figures beside links.
struct BumpChange {
  Id<Bump> bump = {};
  std::int64_t changes = 0;  ///< how often, since it was worked on
};
void insert_change(db::Writer& writer, Id<Institution> institution, Id<Bump> bump);
/// Those that wait, each once.
[[nodiscard]] std::vector<BumpChange> changes(db::Reader& reader, Id<Institution> institution, int limit);
/// Those that were worked on; what changed meanwhile stays.
void erase_changes(db::Writer& writer, Id<Institution> institution, std::span<const BumpChange> changes);

/// Inserts a link or brings one back that was declined or removed.
[[nodiscard]] Id<Bump> put(db::Writer& writer, Id<Institution> institution, const Bump& bump, Date to_on);
void settle(db::Writer& writer, Id<Institution> institution, Id<Bump> id, BumpState state, Id<Staff> by,
            Instant at);
/// Nobody has answered: the question stands.
void unsettle(db::Writer& writer, Id<Institution> institution, Id<Bump> id);
void set_day(db::Writer& writer, Id<Institution> institution, Id<Interaction> to, Date to_on);

[[nodiscard]] Id<Origin> insert(db::Writer& writer, Id<Institution> institution, const OriginDraft& draft,
                                Id<Staff> by, Instant at);
void erase(db::Writer& writer, Id<Institution> institution, Id<Origin> id);
[[nodiscard]] std::optional<Origin> find(db::Reader& reader, Id<Institution> institution, Id<Origin> id);
[[nodiscard]] std::vector<Origin> origins_of(db::Reader& reader, Id<Institution> institution,
                                             Id<Interaction> to);

}  // namespace rapport::bump_store
