// Answers with a meeting.
#include "plans/meeting_pages.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "plans/action_plan_views.hpp"
#include "plans/meetings.hpp"
#include "plans/plan_page.hpp"
#include "scope/submission.hpp"
#include "ui/page.hpp"
#include "ui/parts.hpp"

namespace rapport::meetings {
namespace {

using html::Html;
using html::Url;
using html::Writer;
using Kind = MinutesLine::Kind;

Refusal no_plan_there() {
  return not_found("There is no action plan at that address.");
}

/// What was typed so far.
struct Typed {
  std::string words = {};
  std::string key = {};
  bool is_logged = true;
  std::vector<Fault> faults = {};
  bool shows_preview = false;
};

Typed typed_in(const ui::Visit& visit) {
  const auto& form = visit.request.form();
  return {.words = std::string(form.value("minutes")),
          .key = std::string(form.value("key")),
          .is_logged = form.has("logged")};
}

std::string who_words(const Directory& directory, const MinutesLine& line, const Scope& scope) {
  if (line.kind == Kind::their_promise) return "They promise";
  if (line.kind == Kind::action) return line.item.is_asked ? "They asked for" : "Action";
  const bool is_mine = !line.staff || *line.staff == scope.viewer.staff;
  return is_mine ? "You promise" : std::string(directory.staff.given_name(*line.staff)) + " promises";
}

void put_line(Writer& out, const ui::Visit& visit, const Directory& directory, const MinutesLine& line) {
  const bool is_action = line.kind == Kind::action;
  const auto& due = is_action ? line.item.due_on : line.due_on;
  out.put<R"(<li class="act"><div class="grow"><p><span class="{}">{}</span> {}</p>)">(
      is_action ? "tag green" : "tag amber", who_words(directory, line, visit.scope),
      is_action ? line.item.words : line.words);
  std::vector<std::string> rest;
  if (is_action) {
    PlanItem item{.their_owners = line.item.their_owners};
    for (const auto owner : line.item.owners) item.owners.push_back({.staff = owner});
    rest.push_back(action_plans::owner_words(directory, item));
    if (!line.item.theme.empty()) rest.push_back(line.item.theme);
    if (!line.item.success.empty()) rest.push_back("success: " + line.item.success);
  }
  if (due) rest.push_back("by " + short_words(*due, visit.scope.today));
  if (!rest.empty()) out.put<R"(<p class="micro muted">{}</p>)">(join(rest, " · "));
  if (!line.doubt.empty()) out.put<R"(<p class="micro caution">{}</p>)">(line.doubt);
  out.put<"</div></li>">();
}

Html preview_view(const ui::Visit& visit, const Directory& directory, const std::vector<MinutesLine>& lines) {
  Writer rows;
  for (const auto& line : lines)
    if (line.kind != Kind::said) put_line(rows, visit, directory, line);
  const auto said = std::ranges::count(lines, Kind::said, &MinutesLine::kind);
  if (lines.empty()) return {};
  Writer out;
  if (rows.size() > 0) out.put<R"(<ul class="acts">{}</ul>)">(std::move(rows).finish());
  if (said > 0)
    out.put<R"(<p class="small muted">{} of minutes.</p>)">(
        with_capital_first(count_words(static_cast<long>(said), "line", "lines")));
  for (const auto& line : lines)
    if (line.kind == Kind::said && !line.doubt.empty())
      out.put<R"(<p class="micro caution">Line {}: {}</p>)">(line.number, line.doubt);
  return std::move(out).finish();
}

Html form_view(const ui::Visit& visit, const Directory& directory, const action_plans::Place& place,
               const Typed& typed) {
  const auto address = action_plans::plan_address(*place.unit, place.academic_year) + "/meeting";
  Writer out;
  out.put<
      R"(<form method="post" action="{}" class="card stack-s" id="minutes-form" novalidate data-once data-keep data-minutes="{}"><h2>Minutes</h2>{})">(
      Url(address), address + "/preview", ui::csrf_field(visit));
  if (typed.key.empty())
    out.add(ui::once_field());
  else
    out.put<R"(<input type="hidden" name="key" value="{}">)">(typed.key);
  out.add(ui::field(
      {.name = "minutes",
       .label = "What is said",
       .value = typed.words,
       .hint = "A line that begins with + is an action, with ? one that they ask for, with > your promise, "
               "with < theirs. @ names people and colleagues, # a theme, by Fri a day, after | success.",
       .type = "textarea",
       .rows = 8},
      typed.faults));
  out.put<R"(<output class="stack-s" id="minutes-preview" aria-live="polite">)">();
  if (typed.shows_preview)
    out.add(preview_view(
        visit, directory,
        preview(visit.scope, directory, {place.unit->id, place.academic_year, {}}, typed.words)));
  out.put<"</output>">();
  out.add(ui::field({.name = "logged",
                     .label = "Log it as a conversation of today with the department",
                     .type = "checkbox",
                     .is_checked = typed.is_logged}));
  out.put<
      R"(<p class="row wrap"><button class="btn primary" name="do" value="keep">Keep the minutes</button><button class="btn" name="do" value="preview">See what they become</button></p></form>)">();
  return std::move(out).finish();
}

http::Response meeting_page(const ui::Visit& visit, const Directory& directory,
                            const action_plans::Place& place, const Typed& typed) {
  return action_plans::plan_page(visit, directory, place,
                                 {.faults = typed.faults,
                                  .status = typed.faults.empty() ? 200 : 422,
                                  .aside = form_view(visit, directory, place, typed),
                                  .is_meeting = true});
}

std::string words_of(const Kept& kept) {
  std::vector<std::string> parts;
  if (kept.actions > 0) parts.push_back(count_words(kept.actions, "action", "actions"));
  if (kept.promises > 0) parts.push_back(count_words(kept.promises, "promise", "promises"));
  if (kept.interaction) parts.emplace_back("a conversation");
  return parts.empty() ? "The minutes are kept." : "The minutes are kept, with " + join_words(parts) + ".";
}

}  // namespace

http::Response show_meeting(const ui::Visit& visit, const Directory& directory) {
  const auto place = action_plans::place_in(visit, directory);
  if (!place) return ui::show_refusal(visit, no_plan_there());
  return meeting_page(visit, directory, *place, {});
}

http::Response create_minutes(const ui::Visit& visit, const Directory& directory) {
  const auto place = action_plans::place_in(visit, directory);
  if (!place) return ui::show_refusal(visit, no_plan_there());
  auto typed = typed_in(visit);
  if (visit.request.form().value("do") == "preview") {
    typed.shows_preview = true;
    return meeting_page(visit, directory, *place, typed);
  }
  const auto back = action_plans::plan_address(*place->unit, place->academic_year);
  std::string message = "The minutes are kept.";
  const auto done = visit.scope.write([&](db::Writer& writer) -> Result<Done> {
    if (find_submission(writer, visit.scope.institution, typed.key)) return Done{};
    const auto kept = keep(visit.scope, directory, {place->unit->id, place->academic_year, {}},
                           {typed.words, typed.is_logged});
    if (!kept) return kept.refusal();
    message = words_of(*kept);
    record_submission(visit.scope, writer, typed.key, back);
    return Done{};
  });
  if (done) return ui::go(visit, back, message);
  if (done.refusal().faults.empty()) return ui::show_refusal(visit, done.refusal());
  typed.faults = done.refusal().faults;
  typed.shows_preview = true;
  return meeting_page(visit, directory, *place, typed);
}

http::Response preview_minutes(const ui::Visit& visit, const Directory& directory) {
  const auto place = action_plans::place_in(visit, directory);
  if (!place) return ui::show_refusal(visit, no_plan_there());
  const auto words = visit.request.form().value("minutes").substr(0, 4 * minutes_characters_max);
  return ui::show_fragment(preview_view(
      visit, directory, preview(visit.scope, directory, {place->unit->id, place->academic_year, {}}, words)));
}

}  // namespace rapport::meetings
