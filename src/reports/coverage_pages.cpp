// Answers with coverage.
#include "reports/coverage_pages.hpp"

#include <algorithm>

#include "relationships/relationships.hpp"
#include "reports/coverage_views.hpp"
#include "ui/page.hpp"

namespace rapport::reports {
namespace {

int months_in(const ui::Visit& visit) {
  const auto asked = visit.request.query.number("months").value_or(starter_months);
  const auto* const found = std::ranges::find(starter_months_choices, static_cast<int>(asked));
  return found == std::end(starter_months_choices) ? starter_months : *found;
}

http::Response group_page(const ui::Visit& visit, const Directory& directory, const OrgUnitEntry* unit,
                          CoverageGroup group) {
  CoverageGroupPage page{
      .unit = unit,
      .group = group,
      .months = months_in(visit),
      .scale = relationships::current_scale(visit.scope),
      .page = static_cast<int>(std::clamp(visit.request.query.number("page").value_or(1), 1L, 100'000L))};
  page.people = read_coverage_group(visit.scope, directory, unit, group, page.months);
  if (unit != nullptr && visit.request.query.has("own"))
    std::erase_if(page.people, [&](const Reach::One& one) { return one.person->unit != unit->id; });
  return ui::show(visit, {.title = std::string(words(group)) + (unit == nullptr ? "" : ": " + unit->name),
                          .section = ui::Section::departments,
                          .content = coverage_group_view(visit, directory, page)});
}

http::Response report_page(const ui::Visit& visit, const Directory& directory, const OrgUnitEntry* above) {
  const auto report = read_coverage(visit.scope, directory, above, months_in(visit));
  return ui::show(visit, {.title = above == nullptr ? std::string("Coverage") : "Coverage: " + above->name,
                          .section = ui::Section::departments,
                          .content = coverage_view(visit, directory, report),
                          .is_wide = true});
}

}  // namespace

http::Response show_coverage(const ui::Visit& visit, const Directory& directory) {
  if (const auto group = coverage_group_of(visit.request.query.value("show")))
    return group_page(visit, directory, nullptr, *group);
  return report_page(visit, directory, nullptr);
}

http::Response show_coverage_of(const ui::Visit& visit, const Directory& directory) {
  const auto* unit = directory.org.find_slug(visit.request.parameter("unit"));
  if (unit == nullptr) return ui::show_refusal(visit, not_found("No department has that address."));
  const auto group = coverage_group_of(visit.request.query.value("show"));
  if (group) return group_page(visit, directory, unit, *group);
  if (directory.org.children(unit->id).empty())
    return group_page(visit, directory, unit, CoverageGroup::never_met);
  return report_page(visit, directory, unit);
}

html::Html starters_section(const ui::Visit& visit, const Directory& directory) {
  const auto* viewer = directory.staff.find(visit.scope.viewer.staff);
  if (viewer == nullptr || viewer->portfolio.empty()) return {};
  std::vector<Id<OrgUnit>> units;
  for (const auto top : viewer->portfolio)
    for (const auto unit : directory.org.with_descendants(top)) units.push_back(unit);
  return starters_card(directory, joined_without_hello(visit.scope, directory, units, starter_months),
                       visit.scope.today);
}

}  // namespace rapport::reports
