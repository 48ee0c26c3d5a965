// Draws when academic years begin.
#include "organisation/year_start_views.hpp"

#include "base/text.hpp"
#include "ui/parts.hpp"

namespace rapport::organisation {
namespace {

using html::Html;
using html::Url;
using html::Writer;

constexpr int years_shown = 5;

std::string year_choice_words(const AcademicYears& years, int year) {
  return year == AcademicYears::beginning ? std::string("The beginning: all years") : years.words(year);
}

/// "from 2027/28 on 1 September", "from the beginning on 1 January"
std::string start_words(const AcademicYears& years, const YearStart& start) {
  return "from " +
         (start.from_year == AcademicYears::beginning ? std::string("the beginning")
                                                      : years.words(start.from_year)) +
         " on 1 " + std::string(month_name(start.month));
}

void put_years(Writer& out, const AcademicYears& years, int first, std::string_view id,
               std::string_view heading) {
  out.put<
      R"(<div class="table-wrap gap-t" tabindex="0" role="region" aria-label="{}"><table class="rows years" id="{}"><thead><tr><th scope="col">Year</th><th scope="col">First day</th><th scope="col">Last day</th><th scope="col" class="n">Months</th></tr></thead><tbody>)">(
      heading, id);
  for (int year = first; year < first + years_shown; ++year) {
    const auto days = years.days_words(year);
    const auto parting = days.find(" to ");
    out.put<R"(<tr data-row><th scope="row">{}</th><td>{}</td><td>{}</td><td class="n">{}</td></tr>)">(
        years.words(year), days.substr(0, parting), days.substr(parting + 4), years.months(year));
  }
  out.put<"</tbody></table></div>">();
}

void put_now(Writer& out, const ui::Visit& visit, const YearStartPage& page,
             const std::function<std::string(Id<Staff>)>& full_name) {
  out.put<R"(<section class="card" aria-labelledby="h-now"><h2 id="h-now">As it is</h2>)">();
  put_years(out, page.years, page.years.of(visit.scope.today), "years-now", "The years as they are");
  if (page.changes.empty()) {
    out.put<
        R"(<p class="small muted gap-t">Nobody has said otherwise: every library starts with 1 August.</p></section>)">();
    return;
  }
  out.put<R"(<h3 class="gap-t">Who said so</h3><ul class="list tight">)">();
  for (const auto& change : page.changes)
    out.put<R"(<li class="small" data-row>{}: {}, {}</li>)">(
        with_capital_first(start_words(page.years, change.start)), full_name(change.made_by),
        long_words(visit.scope.zone.local_date(change.made_at), visit.scope.today));
  out.put<
      R"(</ul><p class="small muted gap-t">The newest of a year holds, for it and all later ones.</p></section>)">();
}

void put_choice(Writer& out, const ui::Visit& visit, const YearStartPage& page) {
  std::vector<ui::Choice> years;
  if (page.held == YearsHold::nothing)
    years.push_back(
        {std::to_string(AcademicYears::beginning), year_choice_words(page.years, AcademicYears::beginning)});
  for (const int year : years_to_change(page.years, visit.scope.today))
    years.push_back({std::to_string(year), year_choice_words(page.years, year)});
  std::vector<ui::Choice> months;
  for (unsigned month = 1; month <= 12; ++month)
    months.push_back({std::to_string(month), "1 " + std::string(month_name(month))});
  out.put<
      R"(<section class="card gap-t2" aria-labelledby="h-change"><h2 id="h-change">Let them begin on another day</h2>)"
      R"(<p class="soft gap-t gap-b">From a year on that has not begun. Nothing is changed before you have seen what it touches. )"
      R"(Years begin on the first day of a month, because figures are kept by month.</p>)"
      R"(<form class="form" method="get" action="/settings/academic-years" novalidate>)">();
  out.add(ui::field({.name = "from_year",
                     .label = "From the academic year",
                     .value = std::to_string(page.chosen.from_year),
                     .hint = "Years before it begin as they do.",
                     .type = "select",
                     .choices = std::move(years)},
                    page.faults));
  out.add(ui::field({.name = "month",
                     .label = "Years begin on",
                     .value = std::to_string(page.chosen.month),
                     .type = "select",
                     .choices = std::move(months)},
                    page.faults));
  out.put<
      R"(<div class="form-foot"><button class="btn">See what it changes</button></div></form></section>)">();
}

void put_preview(Writer& out, const ui::Visit& visit, const YearStartPage& page) {
  const auto& preview = *page.preview;
  const bool is_of_all = preview.start.from_year == AcademicYears::beginning;
  const int first = is_of_all ? preview.after.of(visit.scope.today) : preview.start.from_year - 1;
  out.put<
      R"(<section class="card gap-t2" aria-labelledby="h-look"><h2 id="h-look">What it changes</h2><p class="gap-t"><b>{}</b></p>)">(
      rule_words(preview.after));
  if (!is_of_all)
    out.put<R"(<p class="note amber gap-t">{}</p>)">(
        year_between_words(preview.after, preview.start.from_year));
  put_years(out, preview.after, first, "years-then", "The years as they would be");
  if (!preview.notes.empty()) {
    out.put<R"(<h3 class="gap-t">What is there already</h3><ul class="list tight">)">();
    for (const auto& note : preview.notes) {
      out.put<R"(<li class="small" data-row>{})">(note.words);
      if (!note.address.empty()) out.put<R"( <a href="{}">Look at it</a>)">(Url(note.address));
      out.put<"</li>">();
    }
    out.put<"</ul>">();
  }
  out.put<
      R"(<p class="small muted gap-t gap-b">{}Frozen headline pages, final figures, plans and rounds keep their year and their words. )"
      R"(Rapport counts anew what it counts by year; that takes some moments.</p>)"
      R"(<form class="form" method="post" action="/settings/academic-years">{}<input type="hidden" name="from_year" value="{}">)"
      R"(<input type="hidden" name="month" value="{}"><input type="hidden" name="seen" value="{}">)"
      R"(<div class="form-foot"><button class="btn primary">Keep it</button><a href="/settings/academic-years">Leave it</a></div></form></section>)">(
      is_of_all ? "" : "Every day up to today stays in its year. ", ui::csrf_field(visit),
      preview.start.from_year, preview.start.month, page.changes.empty() ? 0 : page.changes.front().number);
}

}  // namespace

Html year_start_view(const ui::Visit& visit, const YearStartPage& page,
                     const std::function<std::string(Id<Staff>)>& full_name) {
  Writer out(16'384);
  out.put<
      R"(<p class="crumbs"><a href="/settings">Settings</a> / <a href="/settings/calendar">Academic calendar</a></p><h1>When academic years begin</h1>)"
      R"(<p class="soft lead mv-b">{} A year is called after the calendar year in which it begins.</p>)">(
      rule_words(page.years));
  out.add(ui::error_summary(page.faults));
  if (!page.conflict.empty())
    out.put<
        R"(<div class="errors" role="alert" tabindex="-1"><h2>{}</h2><p>Now: {} What you chose is below, with what it would change now.</p></div>)">(
        page.conflict, rule_words(page.years));
  if (page.preview) put_preview(out, visit, page);
  put_choice(out, visit, page);
  out.put<R"(<div class="gap-t2">)">();
  put_now(out, visit, page, full_name);
  out.put<"</div>">();
  return std::move(out).finish();
}

}  // namespace rapport::organisation
