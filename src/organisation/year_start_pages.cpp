// Forms and paths of when academic years begin to the front door and back.
#include "organisation/year_start_pages.hpp"

#include <algorithm>

#include "http/form.hpp"
#include "organisation/year_start_views.hpp"
#include "ui/page.hpp"

namespace rapport::organisation {
namespace {

const std::string address = "/settings/academic-years";
/// Years and months beyond it are no choice of the page.
constexpr long number_max = 9'999;

/// A number that is none becomes one that no rule takes.
int number_in(std::optional<long> number) {
  const long value = number.value_or(-1);
  return value < 0 || value > number_max ? -1 : static_cast<int>(value);
}

YearStartPage page_of(ui::Visit& visit, const YearStartSources& sources) {
  return visit.scope.read([&](db::Reader& reader) {
    return YearStartPage{.years = academic_years_of(reader, visit.scope.institution),
                         .held = sources.in_use.held(reader, visit.scope.institution),
                         .changes = year_start_changes(visit.scope)};
  });
}

void look_at(ui::Visit& visit, const YearStartSources& sources, YearStartPage& page) {
  YearStartPreview preview{.start = page.chosen, .after = page.years.with(page.chosen)};
  preview.notes = sources.in_use.notes(visit.scope, page.years, preview.after, page.chosen.from_year);
  std::ranges::move(
      calendar_notes(calendars(visit.scope), preview.after, page.chosen.from_year, visit.scope.today),
      std::back_inserter(preview.notes));
  page.preview = std::move(preview);
}

http::Response show(const ui::Visit& visit, const YearStartSources& sources, const YearStartPage& page) {
  return ui::show(visit, {.title = "When academic years begin",
                          .section = ui::Section::settings,
                          .content = year_start_view(visit, page, sources.full_name),
                          .status = !page.conflict.empty() ? 409
                                    : page.faults.empty()  ? 200
                                                           : 422});
}

/// What is chosen, with what it would change, or why it cannot be.
void choose(ui::Visit& visit, const YearStartSources& sources, YearStartPage& page, const YearStart& start) {
  page.chosen = start;
  page.faults = faults_of(start, page.years, visit.scope.today, page.held);
  if (page.faults.empty()) look_at(visit, sources, page);
}

}  // namespace

http::Response show_academic_years(ui::Visit& visit, const YearStartSources& sources) {
  auto page = page_of(visit, sources);
  const auto& query = visit.request.query;
  if (query.has("from_year") || query.has("month"))
    choose(visit, sources, page,
           {number_in(query.number("from_year")),
            static_cast<unsigned>(std::max(0, number_in(query.number("month"))))});
  else
    page.chosen = {page.years.of(visit.scope.today) + 1,
                   page.years.month(page.years.of(visit.scope.today) + 1)};
  return show(visit, sources, page);
}

http::Response update_academic_years(ui::Visit& visit, const YearStartSources& sources) {
  const auto form = visit.request.form();
  const YearStartDraft draft{.start = {number_in(form.number("from_year")),
                                       static_cast<unsigned>(std::max(0, number_in(form.number("month"))))},
                             .seen = number_in(form.number("seen"))};
  const auto done = change_year_start(visit.scope, sources.in_use, draft);
  if (done) return ui::go(visit, address, "It is kept: " + rule_words(visit.scope.years().with(draft.start)));
  auto page = page_of(visit, sources);
  choose(visit, sources, page, draft.start);
  if (done.refusal().kind == Refusal::Kind::conflict)
    page.conflict = done.refusal().message;
  else if (done.refusal().kind == Refusal::Kind::invalid)
    page.faults = done.refusal().faults;
  else
    return ui::show_refusal(visit, done.refusal());
  return show(visit, sources, page);
}

}  // namespace rapport::organisation
