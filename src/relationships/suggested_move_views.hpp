// Suggested moves: on a card, beside a relationship, as a list. Finished values in, markup out.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "html/html.hpp"
#include "relationships/ladder_views.hpp"
#include "relationships/level_views.hpp"
#include "relationships/suggested_move.hpp"
#include "ui/visit.hpp"

namespace rapport {

/// "Working together? Two sessions delivered together since August": the level's name, and why.
[[nodiscard]] std::string suggestion_words(const MoveSuggestion& suggestion, const Scale& scale);
/// The form of the move, filled in; `back` is the page to return to.
[[nodiscard]] std::string take_up_address(const PartnerWords& partner, const MoveSuggestion& suggestion,
                                          std::string_view back);

struct SuggestedMove {
  PartnerWords partner = {};
  MoveSuggestion suggestion = {};
  std::vector<Interaction> evidence = {};  ///< those that the viewer may read
  const PersonEntry* person = nullptr;     ///< lives in the directory
  Standing standing = {};
};
/// The question with its evidence, and both answers; `back` is the page on which it stands.
[[nodiscard]] html::Html suggestion_section(const ui::Visit& visit, const Directory& directory,
                                            const Scale& scale, const SuggestedMove& move,
                                            std::string_view back);

struct SuggestedMovesPage {
  ladder::View view = {};
  const Scale& scale;
  std::span<const SuggestedMove> moves = {};
  std::size_t total = 0;  ///< those that were found, shown or not
  bool may_move = false;
};
[[nodiscard]] html::Html suggestions_view(const ui::Visit& visit, const Directory& directory,
                                          const SuggestedMovesPage& page);

}  // namespace rapport
