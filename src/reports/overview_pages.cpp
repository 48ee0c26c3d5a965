// Answers with the library's overview.
#include "reports/overview_pages.hpp"

#include <algorithm>

#include "organisation/academic_calendar.hpp"
#include "reports/overview_views.hpp"
#include "ui/page.hpp"

namespace rapport::reports {
namespace {

constexpr int years_back = 20;

Refusal no_department() {
  return not_found("No department has that address.");
}

int year_in(const ui::Visit& visit) {
  const int now = visit.scope.years().of(visit.scope.today);
  const auto asked = visit.request.query.number("year").value_or(now);
  return static_cast<int>(std::clamp(asked, static_cast<long>(now - years_back), static_cast<long>(now)));
}

http::Response overview_page(const ui::Visit& visit, const Directory& directory, const OrgUnitEntry* above,
                             int academic_year) {
  const auto overview = read_overview(visit.scope, directory, above, academic_year);
  return ui::show(visit,
                  {.title = above == nullptr ? "Where the library talks" : "Where we talk: " + above->name,
                   .section = ui::Section::departments,
                   .content = overview_view(overview),
                   .is_wide = true});
}

}  // namespace

http::Response show_overview(const ui::Visit& visit, const Directory& directory) {
  return overview_page(visit, directory, nullptr, year_in(visit));
}

http::Response show_overview_of(const ui::Visit& visit, const Directory& directory) {
  const auto* unit = directory.org.find_slug(visit.request.parameter("unit"));
  if (unit == nullptr) return ui::show_refusal(visit, no_department());
  if (directory.org.children(unit->id).empty()) return http::see_other("/departments/" + unit->slug);
  return overview_page(visit, directory, unit, year_in(visit));
}

http::Response show_cell(const ui::Visit& visit, const Directory& directory) {
  const auto* unit = directory.org.find_slug(visit.request.parameter("unit"));
  if (unit == nullptr) return ui::show_refusal(visit, no_department());
  const auto month = Date::parse_iso(std::string(visit.request.parameter("month")) + "-01");
  if (!month || *month > visit.scope.today)
    return ui::show_refusal(visit, not_found("There is no such month here yet."));
  if (!directory.org.children(unit->id).empty() && !visit.request.query.has("own"))
    return overview_page(visit, directory, unit, visit.scope.years().of(*month));
  const auto rows = read_cell(visit.scope, *unit, *month);
  return ui::show(visit, {.title = unit->name + ", " + std::string(month_name(month->month())),
                          .section = ui::Section::departments,
                          .content = cell_view(visit, directory, *unit, *month, rows)});
}

}  // namespace rapport::reports
