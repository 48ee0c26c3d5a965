// Answers with suggested moves.
#include "relationships/suggested_move_pages.hpp"

#include <algorithm>

#include "interactions/interactions.hpp"
#include "relationships/ladder_pages.hpp"
#include "relationships/move_form.hpp"
#include "relationships/suggested_move_views.hpp"
#include "relationships/suggested_moves.hpp"
#include "ui/page.hpp"

namespace rapport::relationships {
namespace {

constexpr std::size_t moves_shown = 30;
constexpr int suggestions_of_page = 1000;

SuggestedMove suggested(Scope& scope, const Directory& directory, const PersonEntry& person,
                        const Standing& standing, const MoveSuggestion& suggestion) {
  return {.partner = partner_words(directory, person.id),
          .suggestion = suggestion,
          .evidence = interactions::several(scope, suggestion.evidence),
          .person = &person,
          .standing = standing};
}

/// In the order of the ladder from its top, at most a thousand people looked at.
std::vector<const ladder::Card*> cards_looked_at(const ladder::Ladder& ladder) {
  std::vector<const ladder::Card*> cards;
  for (auto column = ladder.columns.rbegin(); column != ladder.columns.rend(); ++column)
    for (const auto& card : *column)
      if (cards.size() < suggestions_of_page) cards.push_back(&card);
  return cards;
}

}  // namespace

http::Response show_suggestions(const ui::Visit& visit, const Directory& directory) {
  auto view = ladder::view_in(visit, directory);
  view.level.reset();
  view.page = 1;
  view.area = ServiceArea::overall;
  const auto ladder =
      ladder::read(visit.scope, directory, ladder::query_of(view, directory), visit.scope.today);
  const auto cards = cards_looked_at(ladder);
  std::vector<Id<Person>> people;
  people.reserve(cards.size());
  for (const auto* card : cards) people.push_back(card->person->id);
  const auto found = suggestions_for(visit.scope, directory, people);
  std::vector<SuggestedMove> moves;
  for (const auto* card : cards)
    if (const auto one = found.find(card->person->id); one != found.end() && moves.size() < moves_shown)
      moves.push_back(suggested(visit.scope, directory, *card->person, card->standing, one->second));
  return ui::show(visit, {.title = "Who may have moved",
                          .section = ui::Section::relationships,
                          .content = suggestions_view(visit, directory,
                                                      {.view = view,
                                                       .scale = ladder.scale,
                                                       .moves = moves,
                                                       .total = found.size(),
                                                       .may_move = !visit.scope.viewer.is(Role::director)})});
}

http::Response set_suggestion_aside(const ui::Visit& visit, const Directory& directory) {
  const auto* person = directory.people.find_slug(visit.request.parameter("person"));
  if (person == nullptr) return ui::show_refusal(visit, not_found("Nobody of that name is here."));
  const auto form = move_form_in(visit.request.form());
  const auto done = set_aside(visit.scope, directory, person->id, form.level.value_or(0), form.is_slipping);
  if (!done) return ui::show_refusal(visit, done.refusal());
  return ui::go(visit, form.back.empty() ? "/people/" + person->slug + "/relationship" : form.back,
                "Not now. It will not be suggested again for four months.");
}

ladder::CardLines suggestion_lines(Scope& scope, const Directory& directory,
                                   std::span<const Id<Person>> people) {
  ladder::CardLines lines;
  if (scope.viewer.is(Role::director)) return lines;
  const auto found = suggestions_for(scope, directory, people);
  if (found.empty()) return lines;
  const auto scale = current_scale(scope);
  for (const auto& [person, suggestion] : found)
    lines.emplace(person, ladder::CardLine{.icon = "bulb",
                                           .words = suggestion_words(suggestion, scale),
                                           .address = take_up_address(partner_words(directory, person),
                                                                      suggestion, "/relationships")});
  return lines;
}

html::Html suggestion_for_page(const ui::Visit& visit, const Directory& directory, const PersonEntry& person,
                               const Account& account, const LatestConversations& latest) {
  if (visit.scope.viewer.is(Role::director)) return {};
  const auto suggestion =
      suggestion_from(visit.scope, directory, person.id, account, latest.rows, latest.known_since);
  if (!suggestion) return {};
  return suggestion_section(visit, directory, account.scales.current(),
                            suggested(visit.scope, directory, person, account.standing, *suggestion),
                            "/people/" + person.slug);
}

}  // namespace rapport::relationships
