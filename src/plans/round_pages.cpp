// Answers with the round of a year.
#include "plans/round_pages.hpp"

#include "base/text.hpp"
#include "interactions/conversation_form.hpp"
#include "measures/measures.hpp"
#include "organisation/academic_calendar.hpp"
#include "plans/plan_address.hpp"
#include "plans/round_views.hpp"
#include "ui/page.hpp"
#include "ui/route_id.hpp"

namespace rapport::rounds {
namespace {

Refusal no_year() {
  return not_found("There are no action plans of that year.");
}

std::optional<int> year_in(const ui::Visit& visit) {
  return action_plans::year_of(visit.request.parameter("year"));
}

Id<RoundEntry> id_in(const ui::Visit& visit) {
  return ui::route_id<RoundEntry>(visit.request, "entry");
}

std::string text_in(const ui::Visit& visit, std::string_view name) {
  return std::string(visit.request.form().value(name));
}

int version_in(const ui::Visit& visit) {
  return static_cast<int>(visit.request.form().number("version").value_or(0));
}

// The season ------------------------------------------------------------------------------------------------

http::Response season_page(const ui::Visit& visit, const Directory& directory, const SeasonForm& form) {
  const auto entries = of_year(visit.scope, form.academic_year);
  const auto then = measures::units_of_year(visit.scope, directory.org, form.academic_year);
  return ui::show(visit, {.title = "The season " + visit.scope.years().words(form.academic_year),
                          .section = ui::Section::plans,
                          .content = season_view(visit, directory, entries, then, form),
                          .status = form.faults.empty() ? 200 : 422});
}

std::optional<Date> day_in(const std::string& typed, const std::string& field, std::vector<Fault>& faults) {
  if (trim(typed).empty()) return std::nullopt;
  const auto day = typed_day(typed);
  if (!day) faults.push_back({field, "There is no such day. Write it as 9/11/2026."});
  return day;
}

SeasonForm season_form_in(const ui::Visit& visit, const Directory& directory, int academic_year) {
  SeasonForm form{.academic_year = academic_year,
                  .owner = text_in(visit, "owner"),
                  .week_from = text_in(visit, "week_from"),
                  .week_to = text_in(visit, "week_to")};
  for (const auto& unit : directory.org.units())
    if (auto id = std::to_string(unit.id.value); visit.request.form().has("unit-" + id))
      form.units.push_back(std::move(id));
  return form;
}

SeasonDraft draft_of(SeasonForm& form) {
  SeasonDraft draft{.week_from = day_in(form.week_from, "week_from", form.faults),
                    .week_to = day_in(form.week_to, "week_to", form.faults)};
  for (const auto& unit : form.units) draft.units.push_back(ui::id_of<OrgUnit>(unit));
  if (!form.owner.empty()) draft.owner = ui::id_of<Staff>(form.owner);
  return draft;
}

// One department
// ----------------------------------------------------------------------------------------------

struct TypedMeeting {
  std::string on = {}, at = {}, minutes = {}, place = {};
};

TypedMeeting typed_of(const Meeting& meeting) {
  return {meeting.on ? meeting.on->iso() : std::string(), meeting.at ? meeting.at->words() : std::string(),
          std::to_string(meeting.minutes), meeting.place};
}

http::Response entry_page(const ui::Visit& visit, const Directory& directory, const RoundEntry& entry,
                          const TypedMeeting& typed, const Refusal* refusal) {
  const auto* unit = directory.org.find(entry.unit);
  if (unit == nullptr) return ui::show_refusal(visit, not_found("That department is not here any more."));
  const auto all_events = events(visit.scope, entry.id);
  const bool is_conflict = refusal != nullptr && refusal->kind == Refusal::Kind::conflict;
  const EntryPage page{.entry = entry,
                       .unit = *unit,
                       .name = action_plans::unit_name(visit.scope, directory, unit->id, entry.academic_year),
                       .events = all_events,
                       .meets_on = typed.on,
                       .meets_at = typed.at,
                       .minutes = typed.minutes,
                       .place = typed.place,
                       .faults = refusal == nullptr ? std::vector<Fault>() : refusal->faults,
                       .clash = is_conflict ? refusal->message : std::string()};
  return ui::show(visit, {.title = "Meeting with " + page.name,
                          .section = ui::Section::plans,
                          .content = entry_view(visit, directory, page),
                          .status = is_conflict          ? 409
                                    : refusal != nullptr ? 422
                                                         : 200});
}

http::Response again(const ui::Visit& visit, const Directory& directory, const Refusal& refusal,
                     const std::optional<TypedMeeting>& typed) {
  const auto entry = get(visit.scope, id_in(visit));
  const bool may_be_mended = refusal.kind == Refusal::Kind::conflict || !refusal.faults.empty();
  if (!entry || !may_be_mended) return ui::show_refusal(visit, refusal);
  return entry_page(visit, directory, *entry, typed.value_or(typed_of(entry->meeting)), &refusal);
}

Result<Meeting> meeting_of(const TypedMeeting& typed) {
  std::vector<Fault> faults;
  Meeting meeting{.on = day_in(typed.on, "meets_on", faults), .place = typed.place};
  if (!trim(typed.at).empty()) {
    meeting.at = TimeOfDay::parse(trim(typed.at));
    if (!meeting.at) faults.push_back({"meets_at", "There is no such time. Write it as 10:30."});
  }
  meeting.minutes = static_cast<int>(ui::id_of<RoundEntry>(trim(typed.minutes)).value % 100'000);
  if (!faults.empty()) return invalid(std::move(faults));
  return meeting;
}

std::string board_address(const RoundEntry& entry) {
  return "/plans/" + std::to_string(entry.academic_year);
}

}  // namespace

http::Response show_latest(const ui::Visit& visit) {
  return http::see_other("/plans/" + std::to_string(visit.scope.years().of(visit.scope.today)));
}

http::Response show_round(const ui::Visit& visit, const Directory& directory, SheetsOfYear& sheets) {
  const auto year = year_in(visit);
  if (!year) return ui::show_refusal(visit, no_year());
  const auto entries = of_year(visit.scope, *year);
  const auto plans = action_plans::of_year(visit.scope, directory, *year);
  const auto with_sheet = sheets(visit.scope, directory, *year - 1);
  const auto then = measures::units_of_year(visit.scope, directory.org, *year);
  return ui::show(visit, {.title = "Action plans " + visit.scope.years().words(*year),
                          .section = ui::Section::plans,
                          .content = round_view(visit, directory, {*year, entries, plans, with_sheet, then}),
                          .is_wide = true});
}

http::Response edit_season(const ui::Visit& visit, const Directory& directory) {
  const auto year = year_in(visit);
  if (!year) return ui::show_refusal(visit, no_year());
  SeasonForm form{.academic_year = *year};
  const auto entries = of_year(visit.scope, *year);
  for (const auto& unit : directory.org.units())
    if (entries.empty() && unit.is_open && unit.kind == OrgUnitKind::department)
      form.units.push_back(std::to_string(unit.id.value));
  return season_page(visit, directory, form);
}

http::Response update_season(const ui::Visit& visit, const Directory& directory) {
  const auto year = year_in(visit);
  if (!year) return ui::show_refusal(visit, no_year());
  auto form = season_form_in(visit, directory, *year);
  const auto draft = draft_of(form);
  if (!form.faults.empty()) return season_page(visit, directory, form);
  const auto done = set_season(visit.scope, directory, *year, draft);
  if (done) return ui::go(visit, "/plans/" + std::to_string(*year), "The season is set.");
  if (done.refusal().faults.empty()) return ui::show_refusal(visit, done.refusal());
  form.faults = done.refusal().faults;
  return season_page(visit, directory, form);
}

http::Response show_entry(const ui::Visit& visit, const Directory& directory) {
  const auto entry = get(visit.scope, id_in(visit));
  if (!entry) return ui::show_refusal(visit, entry.refusal());
  return entry_page(visit, directory, *entry, typed_of(entry->meeting), nullptr);
}

http::Response update_state(const ui::Visit& visit, const Directory& directory) {
  const auto entry = get(visit.scope, id_in(visit));
  if (!entry) return ui::show_refusal(visit, entry.refusal());
  const auto state = round_state_of(text_in(visit, "state"));
  if (!state) return again(visit, directory, invalid("state", "Choose how far it is."), {});
  const auto done = move(visit.scope, entry->id, version_in(visit), *state);
  if (!done) return again(visit, directory, done.refusal(), {});
  const auto name = action_plans::unit_name(visit.scope, directory, entry->unit, entry->academic_year);
  return ui::go(visit, text_in(visit, "from") == "board" ? board_address(*entry) : entry_address(entry->id),
                name + ": " + with_small_first(words(*state)) + ".");
}

http::Response update_meeting(const ui::Visit& visit, const Directory& directory) {
  const TypedMeeting typed{text_in(visit, "meets_on"), text_in(visit, "meets_at"), text_in(visit, "minutes"),
                           text_in(visit, "place")};
  const auto meeting = meeting_of(typed);
  if (!meeting) return again(visit, directory, meeting.refusal(), typed);
  const auto done =
      arrange(visit.scope, id_in(visit), version_in(visit), *meeting, visit.request.form().has("booked"));
  if (!done) return again(visit, directory, done.refusal(), typed);
  return ui::go(visit, entry_address(id_in(visit)), "The meeting is saved.");
}

http::Response download_invitation(const ui::Visit& visit, const Directory& directory) {
  const auto entry = get(visit.scope, id_in(visit));
  if (!entry) return ui::show_refusal(visit, entry.refusal());
  const auto name = action_plans::unit_name(visit.scope, directory, entry->unit, entry->academic_year);
  const auto year = visit.scope.years().words(entry->academic_year);
  auto file =
      calendar_file(*entry,
                    {.summary = "Library and " + name + ": action plan " + year,
                     .description = "We look back on " + visit.scope.years().words(entry->academic_year - 1) +
                                    " and plan " + year + " together.",
                     .made_at = entry->changed_at},
                    visit.scope.zone);
  if (!file) return ui::show_refusal(visit, not_found("The meeting has no day yet. Say it first."));
  http::Response response;
  response.body = std::move(*file);
  response.content_type = "text/calendar; charset=utf-8; method=PUBLISH";
  response.headers.push_back({"Content-Disposition", "attachment; filename=\"action-plan-meeting.ics\""});
  response.headers.push_back({"Cache-Control", "private, no-store"});
  return response;
}

}  // namespace rapport::rounds
