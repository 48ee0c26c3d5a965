// Answers with the ladder.
#include "relationships/ladder_pages.hpp"

#include <algorithm>

#include "relationships/ladder_views.hpp"
#include "relationships/relationships.hpp"
#include "ui/page.hpp"

namespace rapport::ladder {
namespace {

CardLines lines_for(const ui::Visit& visit, const Directory& directory, const std::vector<const Card*>& cards,
                    std::span<const CardSource> sources) {
  std::vector<Id<Person>> people;
  people.reserve(cards.size());
  for (const auto* card : cards) people.push_back(card->person->id);
  CardLines lines;
  for (const auto source : sources) lines.merge(source(visit.scope, directory, people));
  return lines;
}

}  // namespace

bool looks_after_something(const Directory& directory, const Viewer& viewer) {
  const auto* member = directory.staff.find(viewer.staff);
  return member != nullptr && !member->portfolio.empty();
}

View view_in(const ui::Visit& visit, const Directory& directory) {
  const auto& query = visit.request.query;
  const bool has_portfolio = looks_after_something(directory, visit.scope.viewer);
  View view{.whose = whose_of(query.value("whose")).value_or(has_portfolio ? Whose::mine : Whose::all),
            .area = service_area_of(query.value("area")).value_or(ServiceArea::overall),
            .page = static_cast<int>(std::clamp(query.number("page").value_or(1), 1L, 100'000L))};
  if (directory.org.find_slug(query.value("unit")) != nullptr) view.unit = query.value("unit");
  if (const auto level = query.number("level"); level && *level >= 0 && *level < long{levels_max})
    view.level = static_cast<int>(*level);
  return view;
}

Query query_of(const View& view, const Directory& directory) {
  const auto* unit = directory.org.find_slug(view.unit);
  return {.whose = view.whose,
          .unit = unit == nullptr ? std::nullopt : std::optional(unit->id),
          .area = view.area};
}

http::Response show_ladder(const ui::Visit& visit, const Directory& directory,
                           std::span<const CardSource> sources) {
  auto view = view_in(visit, directory);
  const auto since = term_start(visit.scope);
  const auto ladder = read(visit.scope, directory, query_of(view, directory), since);
  if (view.level && !ladder.scale.has(*view.level)) view.level.reset();
  const auto title = view.level ? ladder.scale.name(*view.level) : std::string("Relationships");
  const bool is_column = view.level.has_value();
  const Shown shown{.ladder = ladder,
                    .view = view,
                    .lines = lines_for(visit, directory, shown_cards(ladder, view), sources),
                    .term_words = "this term, since " + short_words(since, visit.scope.today),
                    .may_move = !visit.scope.viewer.is(Role::director),
                    .has_portfolio = looks_after_something(directory, visit.scope.viewer)};
  return ui::show(visit, {.title = title,
                          .section = ui::Section::relationships,
                          .content = ladder_view(visit, directory, shown),
                          .is_wide = !is_column});
}

}  // namespace rapport::ladder
