// Answers with the round of a year.
#include "plans/round_pages.hpp"

#include "organisation/academic_calendar.hpp"
#include "plans/plan_address.hpp"
#include "plans/round_views.hpp"
#include "ui/page.hpp"

namespace rapport::rounds {

http::Response show_latest(const ui::Visit& visit) {
  return http::see_other("/plans/" + std::to_string(academic_year_of(visit.scope.today)));
}

http::Response show_round(const ui::Visit& visit, const Directory& directory) {
  const auto year = action_plans::year_of(visit.request.parameter("year"));
  if (!year) return ui::show_refusal(visit, not_found("There are no action plans of that year."));
  const auto plans = action_plans::of_year(visit.scope, directory, *year);
  return ui::show(visit, {.title = "Action plans " + academic_year_words(*year),
                          .section = ui::Section::plans,
                          .content = round_view(visit, directory, {*year, plans})});
}

}  // namespace rapport::rounds
