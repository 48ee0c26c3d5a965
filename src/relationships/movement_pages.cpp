// Answers with the movement between levels.
#include "relationships/movement_pages.hpp"

#include "relationships/ladder_pages.hpp"
#include "relationships/movement_views.hpp"
#include "ui/page.hpp"

namespace rapport::ladder {
namespace {

Date day_of(const ui::Visit& visit, Since since) {
  if (since == Since::term) return term_start(visit.scope);
  return visit.scope.years().first_day(visit.scope.years().of(visit.scope.today) -
                                       (since == Since::year ? 0 : 1));
}

}  // namespace

http::Response show_movement(const ui::Visit& visit, const Directory& directory) {
  auto view = view_in(visit, directory);
  view.level.reset();
  view.page = 1;
  const auto since = since_of(visit.request.query.value("since")).value_or(Since::term);
  const auto ladder = read(visit.scope, directory, query_of(view, directory), day_of(visit, since));
  return ui::show(visit, {.title = "Movement between levels",
                          .section = ui::Section::relationships,
                          .content = movement_view(visit, directory, {ladder, view, since})});
}

}  // namespace rapport::ladder
