// Answers with the page of one relationship.
#include "relationships/relationship_pages.hpp"

#include "interactions/interactions.hpp"
#include "relationships/relationship_views.hpp"
#include "relationships/suggested_move_views.hpp"
#include "relationships/suggested_moves.hpp"
#include "ui/page.hpp"

namespace rapport::relationships {
namespace {

html::Html suggestion_of_person(const ui::Visit& visit, const Directory& directory, Id<Person> person,
                                const Scale& scale) {
  const auto found = suggestions_for(visit.scope, directory, std::span(&person, 1));
  if (found.empty()) return {};
  const auto& suggestion = found.begin()->second;
  const auto partner = partner_words(directory, person);
  return suggestion_section(visit, directory, scale,
                            {.partner = partner,
                             .suggestion = suggestion,
                             .evidence = interactions::several(visit.scope, suggestion.evidence)},
                            relationship_address(partner, ServiceArea::overall));
}

http::Response show(const ui::Visit& visit, const Directory& directory, RelationshipWith with) {
  const auto area = service_area_of(visit.request.query.value("area")).value_or(ServiceArea::overall);
  const auto all = scales(visit.scope);
  const auto steps = path(visit.scope, directory, with, area);
  RelationshipPage page{.partner = partner_words(directory, with),
                        .area = area,
                        .scales = all,
                        .path = steps,
                        .is_person = std::holds_alternative<Id<Person>>(with),
                        .may_move = !visit.scope.viewer.is(Role::director)};
  std::vector<LevelEvent> events;
  events.reserve(steps.size());
  for (const auto& step : steps) events.push_back(step.event);
  if (page.is_person && page.may_move && area == ServiceArea::overall)
    page.suggestion = suggestion_of_person(visit, directory, std::get<Id<Person>>(with), all.current());
  page.picture =
      path_picture(events, all, marks(visit.scope, directory, with), visit.scope.today, visit.scope.years());
  for (const auto each : service_areas)
    page.standings[static_cast<std::size_t>(each)] = standing(visit.scope, directory, with, each);
  return ui::show(visit, {.title = page.partner.name + " and the library",
                          .section = ui::Section::relationships,
                          .content = relationship_view(visit, directory, page)});
}

}  // namespace

http::Response show_person_relationship(const ui::Visit& visit, const Directory& directory) {
  const auto slug = visit.request.parameter("person");
  const auto* person = directory.people.find_slug(slug);
  if (person == nullptr) return ui::show_refusal(visit, not_found("Nobody of that name is here."));
  if (person->slug != slug) return http::see_other("/people/" + person->slug + "/relationship");
  return show(visit, directory, person->id);
}

http::Response show_unit_relationship(const ui::Visit& visit, const Directory& directory) {
  const auto* unit = directory.org.find_slug(visit.request.parameter("unit"));
  if (unit == nullptr) return ui::show_refusal(visit, not_found("No department has that address."));
  return show(visit, directory, unit->id);
}

}  // namespace rapport::relationships
