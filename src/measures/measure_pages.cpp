// Answers with measures and figures.
#include "measures/measure_pages.hpp"

#include <algorithm>
#include <charconv>

#include "measures/measure_views.hpp"
#include "organisation/academic_calendar.hpp"
#include "ui/page.hpp"

namespace rapport::measures {
namespace {

http::Response page(const ui::Visit& visit, ui::Section section, std::string title, html::Html content) {
  return ui::show(visit, {.title = std::move(title), .section = section, .content = std::move(content)});
}

std::optional<int> year_of(std::string_view text) {
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return year;
}

const OrgUnitEntry* unit_in(const ui::Visit& visit, const Directory& directory) {
  return directory.org.find_slug(visit.request.parameter("unit"));
}

Refusal no_department() {
  return not_found("No department has that address.");
}

Result<figures::Sheet> sheet_in(const ui::Visit& visit, const Directory& directory) {
  const auto* unit = unit_in(visit, directory);
  if (unit == nullptr) return no_department();
  const auto year = year_of(visit.request.parameter("year"));
  if (!year) return not_found("There are no figures of that academic year.");
  return figures::sheet(visit.scope, directory, *unit, *year);
}

Refusal no_figure() {
  return not_found("That measure is not here.");
}

}  // namespace

http::Response show_measures(const ui::Visit& visit) {
  return page(visit, ui::Section::settings, "Measures", measures_view(visit, all(visit.scope)));
}

http::Response show_measure(const ui::Visit& visit, const Directory& directory) {
  const auto measure = get(visit.scope, visit.request.parameter("measure"));
  if (!measure) return ui::show_refusal(visit, measure.refusal());
  const int now = visit.scope.years().of(visit.scope.today);
  const int year =
      std::clamp(year_of(visit.request.query.value("year")).value_or(now), first_measured_year + 3, now);
  return page(visit, ui::Section::settings, measure->current().name,
              measure_view(visit, directory, figures::table(visit.scope, directory, *measure, year)));
}

http::Response show_latest_sheet(const ui::Visit& visit, const Directory& directory) {
  const auto* unit = unit_in(visit, directory);
  if (unit == nullptr) return ui::show_refusal(visit, no_department());
  const auto there = organisation::years_there(visit.scope, unit->id);
  const int last_year = visit.scope.years().of(visit.scope.today) - 1;
  return http::see_other(figures_address(*unit, there.nearest(last_year)));
}

http::Response show_sheet(const ui::Visit& visit, const Directory& directory) {
  const auto sheet = sheet_in(visit, directory);
  if (!sheet) return ui::show_refusal(visit, sheet.refusal());
  return page(visit, ui::Section::departments, "Figures: " + sheet->unit_name,
              sheet_view(visit, directory, *sheet, organisation::years_there(visit.scope, sheet->unit->id)));
}

http::Response show_figure(const ui::Visit& visit, const Directory& directory) {
  const auto sheet = sheet_in(visit, directory);
  if (!sheet) return ui::show_refusal(visit, sheet.refusal());
  const auto* figure = sheet->find(visit.request.parameter("measure"));
  if (figure == nullptr) return ui::show_refusal(visit, no_figure());
  figures::Rows rows;
  if (figure->measure.formula)
    for (const auto unit : directory.org.with_descendants(sheet->unit->id)) {
      auto more = figures::rows_behind(visit.scope, directory, figure->measure, unit, sheet->academic_year);
      figures::add(rows, std::move(more));
    }
  const auto value = figure->now.value ? find_value(visit.scope, *figure->now.value) : std::nullopt;
  return page(visit, ui::Section::departments, figure->version().name + ": " + sheet->unit_name,
              figure_view(visit, directory, {*sheet, *figure, rows, value}));
}

http::Response remove_figure(const ui::Visit& visit, const Directory& directory) {
  const auto sheet = sheet_in(visit, directory);
  if (!sheet) return ui::show_refusal(visit, sheet.refusal());
  const auto* figure = sheet->find(visit.request.parameter("measure"));
  if (figure == nullptr || !figure->now.value) return ui::show_refusal(visit, no_figure());
  if (const auto done = take_back(visit.scope, *figure->now.value); !done)
    return ui::show_refusal(visit, done.refusal());
  return ui::go(visit, figures_address(*sheet->unit, sheet->academic_year), "The figure is taken back.");
}

}  // namespace rapport::measures
