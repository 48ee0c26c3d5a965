// Suggestions as other pages show them: what, why, and a button. Finished values in, markup out.
#pragma once

#include <span>

#include "bumps/suggestions.hpp"
#include "html/html.hpp"
#include "ui/visit.hpp"

namespace rapport {

/// "It may have led on from": one row each with its reasons and a form that links it. Nothing where nothing
/// is suggested.
[[nodiscard]] html::Html suggestions_of(const ui::Visit& visit, const Directory& directory,
                                        const Interaction& later, std::span<const Suggestion> suggestions);

/// The card on Today. Nothing where nothing is suggested.
[[nodiscard]] html::Html suggestions_card(const ui::Visit& visit, const Directory& directory,
                                          std::span<const bumps::SuggestionFor> suggestions);

}  // namespace rapport
