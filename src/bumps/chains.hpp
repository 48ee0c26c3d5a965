// The front door of chains: read one, and which chains there are. Reading only; bumps.hpp links.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "bumps/bump.hpp"
#include "bumps/chain.hpp"
#include "scope/scope.hpp"

namespace rapport::chains {

/// The chain of a conversation as the viewer sees it. NotFound where there is no such conversation or it is
/// not the viewer's to read. Cost: one statement that grows with the chain.
[[nodiscard]] Result<Chain> get(Scope& scope, Id<Interaction> id, std::size_t steps_max = chain_steps_max);

/// What a step in the list has beside its row.
struct ChainNote {
  std::string note = {};                    ///< as written, empty where the step is not open
  std::vector<Origin> origins = {};         ///< where it began, when that was no conversation
  std::vector<Interaction> elsewhere = {};  ///< what it led on from outside this chain, as far as readable
};
/// Of the steps `from` up to `until`, in their order. A few look-ups by key for each: ask for a page's worth.
[[nodiscard]] std::vector<ChainNote> notes(Scope& scope, const Chain& chain, std::size_t from,
                                           std::size_t until);

/// A chain in a list: it is read from its first conversation.
struct ChainLine {
  Chain chain = {};
  Id<Interaction> address = {};  ///< a step of it that the viewer may read
};
/// Chains with a conversation of the viewer in the last 120 days, those that moved last first; and other
/// chains of the library with a step since `since`. At most ten each, of which no more than 500 steps are
/// read.
struct RecentChains {
  std::vector<ChainLine> mine = {};
  std::vector<ChainLine> librarys = {};
};
[[nodiscard]] RecentChains recent(Scope& scope, Date since);

/// Chains with a conversation of these departments since then, at most `limit`; those of the first one first,
/// and in each those that moved last.
[[nodiscard]] std::vector<ChainLine> of_units(Scope& scope, std::span<const Id<OrgUnit>> units, Date since,
                                              std::size_t limit);
/// The longest of the chains that moved last in the past week, of three steps at least; the news of Today.
[[nodiscard]] std::optional<ChainLine> news(Scope& scope);

inline constexpr std::size_t recent_steps_max = 500;

}  // namespace rapport::chains
