// The front door of suggestions: what a conversation may have come out of. Reads only; nothing is ever linked
// without a person.
#pragma once

#include <vector>

#include "bumps/suggestion.hpp"
#include "scope/scope.hpp"

namespace rapport::bumps {

/// Earlier conversations that this one may have led on from, the likeliest first. Left out is what is linked
/// already, directly or over several steps, what was declined or taken away, what the viewer may not read,
/// and what would break order. Nothing for directors, and for a conversation that is not there. Cost: a few
/// index walks of at most 200 rows and some dozen look-ups, however much there is.
[[nodiscard]] std::vector<Suggestion> suggest_earlier(Scope& scope, const Directory& directory,
                                                      Id<Interaction> id, int limit);

/// One for a conversation of the viewer.
struct SuggestionFor {
  Interaction later = {};
  Suggestion suggestion = {};
};
/// For Today: of the viewer's last eight conversations within two weeks that led on from nothing, at most
/// three, the best first.
[[nodiscard]] std::vector<SuggestionFor> suggestions_for(Scope& scope, const Directory& directory);

}  // namespace rapport::bumps
