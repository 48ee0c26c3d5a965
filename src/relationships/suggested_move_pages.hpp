// Suggested moves over HTTP.
#pragma once

#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "relationships/card_line.hpp"
#include "relationships/relationships.hpp"
#include "ui/visit.hpp"

namespace rapport::relationships {

/// GET /relationships/suggestions: `whose`, `unit` as on the ladder.
[[nodiscard]] http::Response show_suggestions(const ui::Visit& visit, const Directory& directory);
/// POST /people/{person}/relationship/set-aside
[[nodiscard]] http::Response set_suggestion_aside(const ui::Visit& visit, const Directory& directory);

/// For the ladder's cards.
[[nodiscard]] ladder::CardLines suggestion_lines(Scope& scope, const Directory& directory,
                                                 std::span<const Id<Person>> people);
/// For a page about the person: the suggestion that their latest conversations speak for; nothing where there
/// is none or the viewer may not move. `latest` are newest first, from `known_since` on.
struct LatestConversations {
  std::span<const Interaction> rows = {};
  Date known_since = {};
};
[[nodiscard]] html::Html suggestion_for_page(const ui::Visit& visit, const Directory& directory,
                                             const PersonEntry& person, const Account& account,
                                             const LatestConversations& latest);

}  // namespace rapport::relationships
