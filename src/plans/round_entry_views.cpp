// Draws the season's form and one department's meeting.
#include <algorithm>

#include "base/text.hpp"
#include "organisation/academic_calendar.hpp"
#include "plans/action_plan_views.hpp"
#include "plans/round_views.hpp"
#include "ui/parts.hpp"

namespace rapport::rounds {
namespace {

using html::Html;
using html::Url;
using html::Writer;

std::vector<ui::Choice> owner_choices(const Directory& directory) {
  std::vector<ui::Choice> choices{{"", "Whoever leads for each"}};
  for (const auto& member : directory.staff.staff())
    if (member.is_active && member.role != Role::director)
      choices.push_back({std::to_string(member.id.value), member.full_name});
  return choices;
}

void put_units(Writer& out, const Directory& directory, std::span<const RoundEntry> entries,
               const YearUnits& then, const SeasonForm& form) {
  const auto fault = std::ranges::find(form.faults, "units", &Fault::field);
  out.put<
      R"(<fieldset class="field"><legend>Departments</legend><p class="hint">Those that are in the round already stay in it; ticked, they get this owner and these weeks.</p>)">();
  if (fault != form.faults.end())
    out.put<R"(<p class="error" id="units-error"><span class="vh">Error: </span>{}</p>)">(fault->message);
  out.put<R"(<div class="checks season-units" id="units" tabindex="-1">)">();
  for (const auto& unit : directory.org.units()) {
    const auto* there = then.find(unit.id);
    if (there == nullptr || unit.kind == OrgUnitKind::faculty) continue;
    const auto id = std::to_string(unit.id.value);
    const auto entry = std::ranges::find(entries, unit.id, &RoundEntry::unit);
    out.put<
        R"(<label class="check" for="unit-{}"><input type="checkbox" id="unit-{}" name="unit-{}" value="yes"{}><span>{}{}</span></label>)">(
        id, id, id, html::Attribute::flag("checked", std::ranges::count(form.units, id) > 0), there->name,
        entry == entries.end() ? std::string() : " (" + with_small_first(words(entry->state)) + ")");
  }
  out.put<"</div></fieldset>">();
}

std::string moment_words(const ui::Visit& visit, Instant at) {
  return short_words(visit.scope.zone.local_date(at), visit.scope.today);
}

void put_events(Writer& out, const ui::Visit& visit, const Directory& directory, const EntryPage& page) {
  out.put<
      R"(<section class="card sunken" aria-labelledby="h-hist"><h2 id="h-hist" class="gap-b">How it went</h2><ul class="stack-s small">)">();
  for (const auto& event : page.events)
    out.put<R"(<li><p><b>{}</b>{}{}</p><p class="micro muted">{}{}</p></li>)">(
        words(event.state), event.words.empty() ? "" : ". ", event.words,
        event.made_by ? std::string(directory.staff.full_name(*event.made_by)) + ", " : std::string(),
        moment_words(visit, event.made_at));
  out.put<"</ul></section>">();
}

void put_there(Writer& out, const ui::Visit& visit, const Directory& directory, const EntryPage& page) {
  if (page.clash.empty()) return;
  const auto& entry = page.entry;
  out.put<
      R"(<section class="errors" role="alert" tabindex="-1" aria-labelledby="errors-h"><h2 id="errors-h">{}</h2><p>As it is now, by {}: {}{}{}. Save yours below, or leave it.</p></section>)">(
      page.clash, entry.changed_by ? std::string(directory.staff.full_name(*entry.changed_by)) : page.name,
      words(entry.state),
      entry.meeting.on ? ", " + long_words(*entry.meeting.on, visit.scope.today) : std::string(),
      entry.meeting.place.empty() ? "" : ", " + entry.meeting.place);
}

void put_meeting(Writer& out, const ui::Visit& visit, const EntryPage& page) {
  out.put<
      R"(<form method="post" action="{}" class="card stack-s" novalidate data-once data-keep><h2>When and where</h2>{}<input type="hidden" name="version" value="{}"><div class="field-row">)">(
      Url(entry_address(page.entry.id) + "/meeting"), ui::csrf_field(visit), page.entry.version);
  out.add(
      ui::field({.name = "meets_on", .label = "Day", .value = page.meets_on, .type = "date"}, page.faults));
  out.add(
      ui::field({.name = "meets_at", .label = "Time", .value = page.meets_at, .type = "time"}, page.faults));
  out.add(ui::field({.name = "minutes", .label = "Minutes", .value = page.minutes, .type = "number"},
                    page.faults));
  out.put<"</div>">();
  out.add(ui::field({.name = "place", .label = "Place", .value = page.place}, page.faults));
  if (page.entry.state < RoundState::booked)
    out.add(ui::field(
        {.name = "booked", .label = "The department has said yes: it is booked", .type = "checkbox"}));
  out.put<R"(<p><button class="btn primary">Save meeting</button></p></form>)">();
}

void put_facts(Writer& out, const ui::Visit& visit, const EntryPage& page) {
  const auto& meeting = page.entry.meeting;
  out.put<
      R"(<section class="card" aria-labelledby="h-when"><h2 id="h-when" class="gap-b">When and where</h2><p>{}{}</p></section>)">(
      meeting.on ? long_words(*meeting.on, visit.scope.today) + (meeting.at ? ", " + meeting.at->words() : "")
                 : std::string("No day yet"),
      meeting.place.empty() ? "" : ", " + meeting.place);
}

void put_file(Writer& out, const EntryPage& page) {
  out.put<
      R"(<section class="card" aria-labelledby="h-file"><h2 id="h-file" class="gap-b">Invitation</h2>)">();
  if (!page.entry.meeting.on) {
    out.put<R"(<p class="small muted">Once it has a day, there is a calendar file to send.</p></section>)">();
    return;
  }
  out.put<
      R"(<p class="small soft gap-b">A file for your own calendar, from which you invite. Nothing is sent from here. After a change, take it again: calendars replace the old one.</p><p><a class="btn s" href="{}" download>{}Calendar file</a></p></section>)">(
      Url(entry_address(page.entry.id) + "/invitation.ics"), ui::icon("download"));
}

void put_state(Writer& out, const ui::Visit& visit, const EntryPage& page) {
  out.put<
      R"(<section class="card" aria-labelledby="h-far"><div class="sec-h"><h2 id="h-far">How far it is</h2><span class="more"><span class="tag blue">{}</span></span></div>)">(
      words(page.entry.state));
  if (!visit.scope.viewer.is(Role::director)) {
    out.put<
        R"(<form method="post" action="{}" class="row wrap">{}<input type="hidden" name="version" value="{}">)">(
        Url(entry_address(page.entry.id) + "/state"), ui::csrf_field(visit), page.entry.version);
    for (const auto state : round_states)
      if (state != page.entry.state)
        out.put<R"(<button class="btn s" name="state" value="{}">{}</button>)">(code(state), words(state));
    out.put<"</form>">();
  }
  out.put<"</section>">();
}

}  // namespace

Html season_view(const ui::Visit& visit, const Directory& directory, std::span<const RoundEntry> entries,
                 const YearUnits& then, const SeasonForm& form) {
  const auto board = "/plans/" + std::to_string(form.academic_year);
  Writer out;
  out.put<
      R"(<p class="crumbs"><a href="{}">Action plans {}</a></p><h1>Set the season</h1><p class="soft lead">Who meets which department, and in which weeks.</p>{}<form method="post" action="{}" class="form" novalidate data-once>{})">(
      Url(board), visit.scope.years().words(form.academic_year), ui::error_summary(form.faults),
      Url(board + "/season"), ui::csrf_field(visit));
  put_units(out, directory, entries, then, form);
  out.add(ui::field({.name = "owner",
                     .label = "Who of us",
                     .value = form.owner,
                     .type = "select",
                     .choices = owner_choices(directory)},
                    form.faults));
  out.put<R"(<div class="field-row">)">();
  out.add(ui::field({.name = "week_from", .label = "From", .value = form.week_from, .type = "date"},
                    form.faults));
  out.add(ui::field({.name = "week_to", .label = "To", .value = form.week_to, .type = "date"}, form.faults));
  out.put<
      R"(</div><p class="form-foot"><button class="btn primary">Set the season</button><a class="btn quiet" href="{}">Leave it as it was</a></p></form>)">(
      Url(board));
  return std::move(out).finish();
}

Html entry_view(const ui::Visit& visit, const Directory& directory, const EntryPage& page) {
  const auto& entry = page.entry;
  Writer out;
  out.put<
      R"(<p class="crumbs"><a href="{}">Action plans {}</a></p><div class="row between wrap top-a"><div><h1>Meeting with {}</h1><p class="soft lead">{}</p></div><a class="btn primary" href="{}">{}Action plan</a></div>)">(
      Url("/plans/" + std::to_string(entry.academic_year)), visit.scope.years().words(entry.academic_year),
      page.name,
      entry.owner ? std::string(directory.staff.full_name(*entry.owner)) + " meets them."
                  : "Nobody has it yet.",
      Url(action_plans::plan_address(page.unit, entry.academic_year)), ui::icon("clipboard-list"));
  put_there(out, visit, directory, page);
  out.add(ui::error_summary(page.faults));
  out.put<R"(<div class="cols gap-t2"><div class="stack">)">();
  put_state(out, visit, page);
  if (visit.scope.viewer.is(Role::director))
    put_facts(out, visit, page);
  else
    put_meeting(out, visit, page);
  out.put<R"(</div><div class="stack">)">();
  put_file(out, page);
  put_events(out, visit, directory, page);
  out.put<"</div></div>">();
  return std::move(out).finish();
}

}  // namespace rapport::rounds
