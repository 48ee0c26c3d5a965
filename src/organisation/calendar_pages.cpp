// Forms and paths of calendars to the front door and back.
#include "organisation/calendar_pages.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "http/form.hpp"
#include "organisation/calendar_views.hpp"
#include "scope/submission.hpp"
#include "ui/page.hpp"
#include "ui/route_id.hpp"

namespace rapport::organisation {
namespace {

constexpr std::size_t rows_max = 40;
constexpr std::size_t rows_more = 4;
constexpr int days_of_52_weeks = 364;
const std::string address = "/settings/calendar";

http::Response page(const ui::Visit& visit, std::string title, html::Html content, int status = 200) {
  return ui::show(visit, {.title = std::move(title),
                          .section = ui::Section::settings,
                          .content = std::move(content),
                          .status = status});
}

/// The calendar that a path names; NotFound where there is none of it.
Result<std::optional<Id<Calendar>>> calendar_in(const ui::Visit& visit, const Calendars& all) {
  const auto typed = visit.request.parameter("calendar");
  if (typed == "university") return std::optional<Id<Calendar>>();
  const auto id = ui::id_of<Calendar>(typed);
  if (all.find(id) == nullptr) return not_found("That calendar is not here.");
  return std::optional(id);
}

std::optional<int> year_in(const ui::Visit& visit) {
  const auto typed = visit.request.parameter("year");
  int year = 0;
  const auto [end, fault] = std::from_chars(typed.data(), typed.data() + typed.size(), year);
  const bool is_year = fault == std::errc() && end == typed.data() + typed.size() && typed.size() == 4;
  return is_year && year >= 1950 && year <= 2200 ? std::optional(year) : std::nullopt;
}

std::string name_of(const Calendars& all, std::optional<Id<Calendar>> calendar) {
  return calendar ? all.find(*calendar)->name : "The university";
}

TypedPeriod typed_of(const CalendarPeriod& period) {
  return {.kind = std::string(code(period.kind)),
          .name = period.name,
          .from = period.starts_on.iso(),
          .until = period.ends_on.iso()};
}

std::vector<CalendarPeriod> moved(std::vector<CalendarPeriod> periods, int academic_year,
                                  const AcademicYears& years) {
  const auto first = years.first_day(academic_year);
  const auto last = years.last_day(academic_year);
  for (auto& period : periods) {
    period.academic_year = academic_year;
    period.starts_on = std::clamp(period.starts_on.plus_days(days_of_52_weeks), first, last);
    period.ends_on = std::clamp(period.ends_on.plus_days(days_of_52_weeks), period.starts_on, last);
  }
  return periods;
}

void add_rows(CalendarYearForm& form) {
  form.periods.resize(std::min(form.periods.size() + rows_more, rows_max));
}

CalendarYearForm form_of(const ui::Visit& visit, const Calendars& all, std::optional<Id<Calendar>> calendar,
                         int academic_year) {
  const auto there = all.periods(calendar, academic_year);
  CalendarYearForm form{.calendar = calendar,
                        .calendar_name = name_of(all, calendar),
                        .academic_year = academic_year,
                        .seen = mark_of(there)};
  const auto from = visit.request.query.value("from");
  const auto shown = from == "before"
                         ? moved(all.periods(calendar, academic_year - 1), academic_year, visit.scope.years())
                     : from == "usual" ? starting_calendar(academic_year, visit.scope.years())
                                       : there;
  for (const auto& period : shown) form.periods.push_back(typed_of(period));
  add_rows(form);
  return form;
}

CalendarYearForm sent_form(const ui::Visit& visit, const Calendars& all, std::optional<Id<Calendar>> calendar,
                           int academic_year) {
  const auto sent = visit.request.form();
  CalendarYearForm form{.calendar = calendar,
                        .calendar_name = name_of(all, calendar),
                        .academic_year = academic_year,
                        .because = std::string(sent.value("because")),
                        .seen = std::string(sent.value("seen"))};
  for (std::size_t i = 0; i < rows_max; ++i) {
    const auto row = "period-" + std::to_string(i);
    if (!sent.has(row + "-kind")) break;
    form.periods.push_back({.kind = std::string(sent.value(row + "-kind")),
                            .name = std::string(sent.value(row + "-name")),
                            .from = std::string(sent.value(row + "-from")),
                            .until = std::string(sent.value(row + "-until"))});
  }
  return form;
}

bool is_empty(const TypedPeriod& row) {
  return trim(row.name).empty() && trim(row.from).empty() && trim(row.until).empty();
}

/// The periods of the form; faults of days that are none go to the form. Rows without words are left out.
CalendarYearDraft draft_of(CalendarYearForm& form) {
  std::erase_if(form.periods, is_empty);
  CalendarYearDraft draft{.calendar = form.calendar,
                          .academic_year = form.academic_year,
                          .because = form.because,
                          .seen = form.seen};
  for (std::size_t i = 0; i < form.periods.size(); ++i) {
    const auto& row = form.periods[i];
    const auto from = Date::parse_iso(trim(row.from));
    const auto until = Date::parse_iso(trim(row.until));
    const auto name = "period-" + std::to_string(i);
    if (!from) form.faults.push_back({name + "-from", "There is no such day. Write it as 2026-09-28."});
    if (!until) form.faults.push_back({name + "-until", "There is no such day. Write it as 2026-12-18."});
    const auto kind = period_kind_of(row.kind);
    if (!kind) form.faults.push_back({name + "-kind", "Choose what it is."});
    if (from && until && kind)
      draft.periods.push_back({form.academic_year, *kind, tidy_line(row.name), *from, *until});
  }
  return draft;
}

http::Response year_page(ui::Visit& visit, const CalendarYearForm& form) {
  const int status = form.is_overtaken ? 409 : form.faults.empty() ? 200 : 422;
  return page(visit, form.calendar_name + ", " + visit.scope.years().words(form.academic_year),
              calendar_year_form(visit, form), status);
}

http::Response year_not_taken(ui::Visit& visit, CalendarYearForm form, const Refusal& refusal) {
  if (refusal.kind == Refusal::Kind::conflict) {
    const auto now = calendars(visit.scope).periods(form.calendar, form.academic_year);
    form.is_overtaken = true;
    form.overtaken = now;
    form.seen = mark_of(now);
  } else if (refusal.kind == Refusal::Kind::invalid) {
    form.faults = refusal.faults;
  } else {
    return ui::show_refusal(visit, refusal);
  }
  add_rows(form);
  return year_page(visit, form);
}

CalendarDraft draft_in(const ui::Visit& visit, const OrgDirectory& org) {
  const auto sent = visit.request.form();
  CalendarDraft draft{.name = std::string(sent.value("name")),
                      .from_year = static_cast<int>(sent.number("from_year").value_or(0))};
  for (const auto slug : sent.values("unit"))
    if (const auto* unit = org.find_slug(slug)) draft.units.push_back(unit->id);
  return draft;
}

Result<Done> add_once(Scope& scope, const CalendarDraft& draft, std::string_view key) {
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    if (find_submission(writer, scope.institution, key)) return Done{};
    const auto id = add_calendar(scope, draft);
    if (!id) return id.refusal();
    record_submission(scope, writer, key, address);
    return Done{};
  });
}

http::Response calendar_page(ui::Visit& visit, const OrgDirectory& org, const Calendars& all,
                             const CalendarForm& form) {
  const int status = !form.conflict.empty() ? 409 : form.faults.empty() ? 200 : 422;
  return page(visit, form.id ? "Name and departments" : "Add a calendar",
              calendar_form(visit, org, all, form), status);
}

http::Response not_taken(ui::Visit& visit, const OrgDirectory& org, CalendarForm form,
                         const Refusal& refusal) {
  const auto all = calendars(visit.scope);
  if (refusal.kind == Refusal::Kind::conflict && form.id && all.find(*form.id) != nullptr) {
    form.conflict = refusal.message;
    form.version = all.find(*form.id)->version;
  } else if (refusal.kind == Refusal::Kind::invalid) {
    form.faults = refusal.faults;
  } else {
    return ui::show_refusal(visit, refusal);
  }
  return calendar_page(visit, org, all, form);
}

}  // namespace

http::Response show_calendars(ui::Visit& visit, const OrgDirectory& org) {
  return page(visit, "Academic calendar", calendars_view(visit, org, calendars(visit.scope)));
}

http::Response new_calendar(ui::Visit& visit, const OrgDirectory& org) {
  return calendar_page(visit, org, calendars(visit.scope),
                       {.draft = {.from_year = visit.scope.years().of(visit.scope.today)}});
}

http::Response create_calendar(ui::Visit& visit, const OrgDirectory& org) {
  CalendarForm form{.draft = draft_in(visit, org)};
  const auto made = add_once(visit.scope, form.draft, visit.request.form().value("key"));
  if (!made) return not_taken(visit, org, std::move(form), made.refusal());
  return ui::go(visit, address, "The calendar is there. Change its dates below.");
}

http::Response edit_calendar(ui::Visit& visit, const OrgDirectory& org) {
  const auto all = calendars(visit.scope);
  const auto id = calendar_in(visit, all);
  if (!id) return ui::show_refusal(visit, id.refusal());
  if (!*id) return ui::show_refusal(visit, not_found("The university’s calendar holds for everybody else."));
  const auto& calendar = *all.find(**id);
  CalendarForm form{.id = calendar.id, .version = calendar.version, .draft = {.name = calendar.name}};
  form.draft.from_year = visit.scope.years().of(visit.scope.today);
  for (const auto& unit : org.units())
    if (all.in_year(unit.id, form.draft.from_year) == calendar.id) form.draft.units.push_back(unit.id);
  return calendar_page(visit, org, all, form);
}

http::Response update_calendar(ui::Visit& visit, const OrgDirectory& org) {
  const auto id = ui::route_id<Calendar>(visit.request, "calendar");
  const auto version = static_cast<int>(visit.request.form().number("version").value_or(0));
  CalendarForm form{.id = id, .version = version, .draft = draft_in(visit, org)};
  const auto done = change_calendar(visit.scope, id, version, form.draft);
  if (!done) return not_taken(visit, org, std::move(form), done.refusal());
  return ui::go(visit, address, "The calendar is changed.");
}

http::Response edit_calendar_year(ui::Visit& visit, const OrgDirectory&) {
  const auto all = calendars(visit.scope);
  const auto calendar = calendar_in(visit, all);
  const auto year = year_in(visit);
  if (!calendar || !year) return ui::show_refusal(visit, not_found("There is no such year."));
  return year_page(visit, form_of(visit, all, *calendar, *year));
}

http::Response update_calendar_year(ui::Visit& visit, const OrgDirectory&) {
  const auto all = calendars(visit.scope);
  const auto calendar = calendar_in(visit, all);
  const auto year = year_in(visit);
  if (!calendar || !year) return ui::show_refusal(visit, not_found("There is no such year."));
  auto form = sent_form(visit, all, *calendar, *year);
  if (visit.request.form().has("more")) {
    add_rows(form);
    return year_page(visit, form);
  }
  const auto draft = draft_of(form);
  if (!form.faults.empty()) return year_not_taken(visit, form, invalid(form.faults));
  const auto done = change_year(visit.scope, draft);
  if (!done) return year_not_taken(visit, std::move(form), done.refusal());
  return ui::go(visit, address, "The dates of " + visit.scope.years().words(*year) + " are kept.");
}

}  // namespace rapport::organisation
