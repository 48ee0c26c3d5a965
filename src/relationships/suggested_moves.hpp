// The front door of suggested moves: made for many people at once, taken up by moving, or set aside.
#pragma once

#include <span>
#include <unordered_map>

#include "base/result.hpp"
#include "relationships/relationships.hpp"
#include "relationships/suggested_move.hpp"

namespace rapport::relationships {

using Suggestions = std::unordered_map<Id<Person>, MoveSuggestion>;

/// For the relationship as a whole; people without one are left out. Cost: the conversations of a year, of
/// two years for those at Working together and above, and of those at Working together what was agreed ahead
/// and which plans were reached; 20 people take about a millisecond.
[[nodiscard]] Suggestions suggestions_for(Scope& scope, const Directory& directory,
                                          std::span<const Id<Person>> people);

/// For one person whose latest conversations a page has read already; `known_since` says how far back they
/// go.
[[nodiscard]] std::optional<MoveSuggestion> suggestion_from(Scope& scope, const Directory& directory,
                                                            Id<Person> person, const Account& account,
                                                            std::span<const Interaction> latest,
                                                            Date known_since);

/// Not for now: this suggestion is not made again for four months. Anything else the conversations come to
/// speak for is. NotFound, Forbidden for directors.
[[nodiscard]] Result<Done> set_aside(Scope& scope, const Directory& directory, Id<Person> person, int level,
                                     bool is_slipping);

inline constexpr int days_set_aside = 120;

}  // namespace rapport::relationships
