// The SQL of chains: from one conversation over accepted bumps, up and down. What it costs grows with the
// chain, whatever else there is.
#pragma once

#include <string>
#include <vector>

#include "bumps/chain.hpp"
#include "bumps/story.hpp"
#include "db/connection.hpp"
#include "scope/scope.hpp"

namespace rapport::chain_store {

/// Steps, the accepted bumps that lead into them, also from elsewhere, and the latest story of each step that
/// is told; in no order.
struct ChainRows {
  std::vector<ChainStep> steps = {};
  std::vector<ChainEdge> edges = {};
  std::vector<Id<Story>> stories = {};
};
/// Everything that leads up to a conversation and everything that came of it, itself included: the nearest
/// `limit` in each direction. What the viewer may not read is emptied here. One statement.
[[nodiscard]] ChainRows around(db::Reader& reader, const Scope& scope, Id<Interaction> focus,
                               std::size_t limit);
/// A conversation without an accepted bump before it, going up from this one by the first of them.
[[nodiscard]] Id<Interaction> first_of(db::Reader& reader, Id<Institution> institution, Id<Interaction> of);
[[nodiscard]] std::string note_of(db::Reader& reader, Id<Institution> institution, Id<Interaction> id);

/// Days, the last one included.
struct Days {
  Date from = {};
  Date until = {};
};
/// Conversations of the viewer on those days that a bump ties to others, latest first.
[[nodiscard]] std::vector<Id<Interaction>> bumped_of_viewer(db::Reader& reader, const Scope& scope, Days days,
                                                            int limit);
/// Those of a department on those days that came out of others, latest first.
[[nodiscard]] std::vector<Id<Interaction>> bumped_of_unit(db::Reader& reader, Id<Institution> institution,
                                                          Id<OrgUnit> unit, Days days, int limit);
/// Conversations on those days that came out of others, latest first.
[[nodiscard]] std::vector<Id<Interaction>> bumped(db::Reader& reader, Id<Institution> institution, Days days,
                                                  int limit);

}  // namespace rapport::chain_store
