// Answers with a department's page.
#include "profiles/department_pages.hpp"

#include "plans/action_plan_pages.hpp"
#include "profiles/department_views.hpp"
#include "ui/page.hpp"

namespace rapport::profiles {

http::Response show_department(const ui::Visit& visit, const Directory& directory) {
  const auto* unit = directory.org.find_slug(visit.request.parameter("unit"));
  if (unit == nullptr) return ui::show_refusal(visit, not_found("No department has that address."));
  interactions::TimelineQuery query{.limit = 20};
  if (visit.request.query.has("before")) query.before = std::string(visit.request.query.value("before"));
  const auto profile = read_department(visit.scope, directory, *unit, query);
  return ui::show(visit,
                  {.title = unit->name,
                   .section = ui::Section::departments,
                   .content = department_view(visit, directory, profile,
                                              action_plans::department_card(visit, directory, *unit))});
}

}  // namespace rapport::profiles
