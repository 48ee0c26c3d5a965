// Draws the academic calendars.
#include "organisation/calendar_views.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "organisation/unit_choices.hpp"
#include "organisation/year_start.hpp"
#include "ui/parts.hpp"

namespace rapport::organisation {
namespace {

using html::Attribute;
using html::Html;
using html::Url;
using html::Writer;

std::string year_address(std::optional<Id<Calendar>> calendar, int academic_year) {
  return "/settings/calendar/" + calendar_code(calendar) + "/" + std::to_string(academic_year);
}

std::string_view kind_words(PeriodKind kind) {
  switch (kind) {
    case PeriodKind::term:
      return "Term";
    case PeriodKind::vacation:
      return "Vacation";
    case PeriodKind::exams:
      return "Exams";
    case PeriodKind::welcome:
      return "Welcome";
  }
  return "";
}

std::vector<ui::Choice> kind_choices() {
  std::vector<ui::Choice> choices;
  for (const auto kind : {PeriodKind::term, PeriodKind::vacation, PeriodKind::exams, PeriodKind::welcome})
    choices.push_back({std::string(code(kind)), std::string(kind_words(kind))});
  return choices;
}

std::string days_words(const CalendarPeriod& period, Date today) {
  if (period.starts_on == period.ends_on) return short_words(period.starts_on, today);
  return short_words(period.starts_on, today) + " to " + short_words(period.ends_on, today);
}

void put_periods(Writer& out, const std::vector<CalendarPeriod>& periods, Date today) {
  out.put<R"(<ul class="list tight">)">();
  for (const auto& period : periods) {
    const bool says_itself = fold(period.name).find(fold(kind_words(period.kind))) != std::string::npos;
    out.put<
        R"(<li class="row wrap between"><span><b>{}</b> <span class="micro muted">{}</span></span><span class="small">{}</span></li>)">(
        period.name, says_itself ? std::string() : with_small_first(kind_words(period.kind)),
        days_words(period, today));
  }
  out.put<"</ul>">();
}

void put_gaps(Writer& out, const std::vector<CalendarPeriod>& gaps, Date today) {
  if (gaps.empty()) return;
  std::vector<std::string> spans;
  spans.reserve(gaps.size());
  for (const auto& gap : gaps) spans.push_back(days_words(gap, today));
  out.put<R"(<p class="note small gap-t">Nothing is said of {}: these days count as a vacation.</p>)">(
      join_words(spans));
}

void put_year(Writer& out, const ui::Visit& visit, const Calendars& all, std::optional<Id<Calendar>> calendar,
              int academic_year) {
  const auto periods = all.periods(calendar, academic_year);
  const auto today = visit.scope.today;
  out.put<
      R"(<section class="card" aria-label="{}, {}"><div class="sec-h"><h3>{}</h3><a class="more" href="{}">{}<span class="vh"> the dates of {}</span></a></div>)">(
      calendar ? all.find(*calendar)->name : std::string("The university"),
      visit.scope.years().words(academic_year), visit.scope.years().words(academic_year),
      Url(year_address(calendar, academic_year)), periods.empty() ? "Add" : "Change",
      visit.scope.years().words(academic_year));
  if (periods.empty())
    out.put<R"(<p class="soft">{}</p>)">(calendar ? "No dates of its own: the university’s hold."
                                                  : "No dates yet: every working day counts as in term.");
  else
    put_periods(out, periods, today);
  if (!periods.empty()) put_gaps(out, gaps_of(periods, academic_year, visit.scope.years()), today);
  out.put<"</section>">();
}

void put_years(Writer& out, const ui::Visit& visit, const Calendars& all,
               std::optional<Id<Calendar>> calendar) {
  const int now = visit.scope.years().of(visit.scope.today);
  out.put<R"(<div class="trends gap-t">)">();
  for (const int year : {now + 1, now, now - 1}) put_year(out, visit, all, calendar, year);
  out.put<"</div>">();
}

/// "Nursing & Midwifery since 2026/27"
std::string units_words(const OrgDirectory& org, const Calendars& all, Id<Calendar> calendar,
                        int academic_year) {
  std::vector<std::string> names;
  for (const auto& unit : org.units())
    if (all.in_year(unit.id, academic_year) == calendar) names.push_back(unit.name);
  return names.empty() ? "No department keeps it." : "Kept by " + join_words(names) + ".";
}

void put_other(Writer& out, const ui::Visit& visit, const OrgDirectory& org, const Calendars& all,
               const Calendar& calendar) {
  out.put<
      R"(<section class="gap-t2" aria-label="{}"><div class="sec-h"><h2>{}</h2><a class="more" href="/settings/calendar/{}">Name and departments</a></div><p class="soft">{}</p>)">(
      calendar.name, calendar.name, calendar_code(calendar.id),
      units_words(org, all, calendar.id, visit.scope.years().of(visit.scope.today)));
  put_years(out, visit, all, calendar.id);
  out.put<"</section>">();
}

void put_select(Writer& out, const std::string& id, std::string_view chosen) {
  out.put<R"(<p class="field"><label for="{}">Kind</label><select id="{}" name="{}">)">(id, id, id);
  for (const auto& choice : kind_choices())
    out.put<R"(<option value="{}"{}>{}</option>)">(
        choice.value, Attribute::flag("selected", choice.value == chosen), choice.words);
  out.put<"</select></p>">();
}

void put_row(Writer& out, const TypedPeriod& period, std::size_t number, const std::vector<Fault>& faults) {
  const auto id = "period-" + std::to_string(number);
  out.put<R"(<fieldset class="period" id="{}" tabindex="-1"><legend class="vh">Period {}</legend>)">(
      id, number + 1);
  for (const auto& fault : faults)
    if (fault.field == id) out.put<R"(<p class="error">{}</p>)">(fault.message);
  put_select(out, id + "-kind", period.kind);
  out.add(ui::field({.name = id + "-name", .label = "Name", .value = period.name, .autocomplete = "off"},
                    faults));
  out.add(
      ui::field({.name = id + "-from", .label = "First day", .value = period.from, .type = "date"}, faults));
  out.add(
      ui::field({.name = id + "-until", .label = "Last day", .value = period.until, .type = "date"}, faults));
  out.put<"</fieldset>">();
}

void put_overtaken(Writer& out, const ui::Visit& visit, const CalendarYearForm& form) {
  if (!form.is_overtaken) return;
  out.put<
      R"(<div class="errors" role="alert" tabindex="-1"><h2>Somebody changed these dates while you were looking at them</h2><p>Yours are still below. This is what stands there now:</p>)">();
  put_periods(out, form.overtaken, visit.scope.today);
  out.put<"</div>">();
}

void put_starts(Writer& out, const ui::Visit& visit, const CalendarYearForm& form) {
  const auto address = year_address(form.calendar, form.academic_year);
  out.put<
      R"(<p class="row wrap filters small"><span>Start from</span> <a href="{}?from=before">the dates of {}, moved by 52 weeks</a> <a href="{}?from=usual">usual English terms</a></p>)">(
      Url(address), visit.scope.years().words(form.academic_year - 1), Url(address));
}

void put_units(Writer& out, const OrgDirectory& org, const CalendarForm& form) {
  out.put<
      R"(<fieldset class="field"><legend>Departments that keep it</legend><p class="hint">A faculty stands for all below it.</p><div class="checks">)">();
  for (const auto& [unit, depth] : in_tree_order(org)) {
    if (!unit->is_open) continue;
    static constexpr const char* depths[] = {"", "in-1", "in-2", "in-3"};
    out.put<R"(<label class="check {}"><input type="checkbox" name="unit" value="{}"{}> {}</label>)">(
        depths[std::min<std::size_t>(static_cast<std::size_t>(depth), 3)], unit->slug,
        Attribute::flag("checked", std::ranges::find(form.draft.units, unit->id) != form.draft.units.end()),
        unit->name);
  }
  out.put<"</div></fieldset>">();
}

}  // namespace

std::string calendar_code(std::optional<Id<Calendar>> calendar) {
  return calendar ? std::to_string(calendar->value) : "university";
}

Html calendars_view(const ui::Visit& visit, const OrgDirectory& org, const Calendars& all) {
  Writer out(32'768);
  out.put<
      R"(<p class="crumbs"><a href="/settings">Settings</a></p><div class="row wrap between mv-b"><h1>Academic calendar</h1>)"
      R"(<a class="btn quiet" href="/settings/calendar/new">{}Add a calendar</a></div>)"
      R"(<p class="soft lead">Terms, vacations, exam and welcome weeks weigh every rhythm: who has gone quiet, and how recent a contact is. )"
      R"(Figures and reports count by academic years, whatever stands here, so they stay as they are.</p>)"
      R"(<p class="small">{} <a href="/settings/academic-years">When academic years begin</a></p>)"
      R"(<section class="gap-t2" aria-labelledby="h-own"><h2 id="h-own">The university</h2>)">(
      ui::icon("plus"), rule_words(visit.scope.years()));
  put_years(out, visit, all, std::nullopt);
  out.put<"</section>">();
  for (const auto& calendar : all.others()) put_other(out, visit, org, all, calendar);
  return std::move(out).finish();
}

Html calendar_year_form(const ui::Visit& visit, const CalendarYearForm& form) {
  Writer out(32'768);
  out.put<
      R"(<p class="crumbs"><a href="/settings">Settings</a> / <a href="/settings/calendar">Academic calendar</a></p><h1 class="mv-b">{}, {}</h1>)">(
      form.calendar_name, visit.scope.years().words(form.academic_year));
  out.add(ui::error_summary(form.faults));
  put_overtaken(out, visit, form);
  put_starts(out, visit, form);
  out.put<
      R"(<form class="form wide" method="post" action="{}" novalidate>{}<input type="hidden" name="seen" value="{}">)">(
      Url(year_address(form.calendar, form.academic_year)), ui::csrf_field(visit), form.seen);
  for (std::size_t i = 0; i < form.periods.size(); ++i) put_row(out, form.periods[i], i, form.faults);
  if (visit.scope.years().last_day(form.academic_year) < visit.scope.today)
    out.add(ui::field(
        {.name = "because",
         .label = "Why the dates of a year that is over change",
         .value = form.because,
         .hint = "Rhythms of that time are worked out anew. Frozen sheets and figures stay as they are."},
        form.faults));
  out.put<
      R"(<p class="hint">A row without a name and days is left out. Exam weeks may lie inside a term.</p><div class="form-foot">)"
      R"(<button class="btn primary">Keep these dates</button><button class="btn quiet" name="more" value="yes">More rows</button>)"
      R"(<a href="/settings/calendar">Leave it</a></div></form>)">();
  return std::move(out).finish();
}

Html calendar_form(const ui::Visit& visit, const OrgDirectory& org, const Calendars& all,
                   const CalendarForm& form) {
  Writer out(16'384);
  out.put<
      R"(<p class="crumbs"><a href="/settings">Settings</a> / <a href="/settings/calendar">Academic calendar</a></p><h1 class="mv-b">{}</h1>)">(
      form.id ? "Name and departments" : "Add a calendar");
  out.add(ui::error_summary(form.faults));
  if (!form.conflict.empty())
    out.put<
        R"(<div class="errors" role="alert" tabindex="-1"><h2>{}</h2><p>Now it is called {}. {}</p></div>)">(
        form.conflict, all.find(*form.id) == nullptr ? std::string() : all.find(*form.id)->name,
        units_words(org, all, *form.id, form.draft.from_year));
  const auto address = form.id ? "/settings/calendar/" + calendar_code(form.id) : "/settings/calendar/new";
  out.put<
      R"(<form class="form" method="post" action="{}" novalidate data-once>{}{}<input type="hidden" name="version" value="{}">)">(
      Url(address), ui::csrf_field(visit), ui::once_field(), form.version);
  out.add(
      ui::field({.name = "name",
                 .label = "Name",
                 .value = form.draft.name,
                 .hint = form.id ? "" : "It begins with the university’s dates, to be changed afterwards.",
                 .autocomplete = "off",
                 .is_required = true},
                form.faults));
  const int now = visit.scope.years().of(visit.scope.today);
  std::vector<ui::Choice> years;
  for (const int year : {now, now + 1, now - 1})
    years.push_back({std::to_string(year), visit.scope.years().words(year)});
  out.add(ui::field({.name = "from_year",
                     .label = "From the academic year",
                     .value = std::to_string(form.draft.from_year),
                     .hint = "Years before it stay as they are.",
                     .type = "select",
                     .choices = std::move(years)},
                    form.faults));
  put_units(out, org, form);
  out.put<
      R"(<div class="form-foot"><button class="btn primary">{}</button><a href="/settings/calendar">Leave it</a></div></form>)">(
      form.id ? "Keep it" : "Add it");
  return std::move(out).finish();
}

}  // namespace rapport::organisation
