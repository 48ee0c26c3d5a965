// Draws the board of a round.
#include "plans/round_views.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "organisation/academic_calendar.hpp"
#include "plans/action_plan_views.hpp"
#include "ui/parts.hpp"

namespace rapport::rounds {
namespace {

using html::Html;
using html::Url;
using html::Writer;

const action_plans::Plan* plan_of(const RoundPage& page, Id<OrgUnit> unit) {
  const auto found =
      std::ranges::find(page.plans, unit, [](const action_plans::Plan& plan) { return plan.plan.unit; });
  return found == page.plans.end() ? nullptr : &*found;
}

/// What it was called in that year.
std::string name_of(const RoundPage& page, const Directory& directory, Id<OrgUnit> unit) {
  const auto* there = page.then.find(unit);
  return there == nullptr ? std::string(directory.org.name(unit)) : there->name;
}

void put_years(Writer& out, const ui::Visit& visit, int academic_year) {
  const int this_year = visit.scope.years().of(visit.scope.today);
  out.put<R"(<nav class="seg wrap gap-t" aria-label="Years">)">();
  for (int year = this_year + 1; year >= this_year - 2; --year)
    out.put<R"(<a href="{}"{}>{}</a>)">(
        Url("/plans/" + std::to_string(year)),
        html::Attribute::optional("aria-current", year == academic_year ? "page" : ""),
        visit.scope.years().words(year));
  out.put<"</nav>">();
}

std::string when_words(const RoundEntry& entry, Date today) {
  if (entry.meeting.on)
    return short_words(*entry.meeting.on, today) + (entry.meeting.at ? ", " + entry.meeting.at->words() : "");
  if (entry.week_from && entry.week_to)
    return short_words(*entry.week_from, today) + " to " + short_words(*entry.week_to, today);
  if (entry.week_from) return "From " + short_words(*entry.week_from, today);
  return entry.week_to ? "Until " + short_words(*entry.week_to, today) : std::string();
}

void put_lacks(Writer& out, const RoundLacks& lacks) {
  if (!lacks.any()) return;
  out.put<R"(<p class="row wrap act-tags"><span class="micro muted">Missing:</span>)">();
  if (lacks.date) out.put<R"(<span class="tag amber">date</span>)">();
  if (lacks.items) out.put<R"(<span class="tag amber">actions</span>)">();
  if (lacks.sheet) out.put<R"(<span class="tag amber">headline page</span>)">();
  if (lacks.agreement) out.put<R"(<span class="tag amber">agreement</span>)">();
  out.put<"</p>">();
}

void put_move(Writer& out, const ui::Visit& visit, const RoundEntry& entry, std::string_view name) {
  out.put<R"(<details class="more-fields"><summary>Move<span class="vh"> {}</span></summary>)"
          R"(<form method="post" action="{}" class="row wrap" data-round-move>{})"
          R"(<input type="hidden" name="version" value="{}"><input type="hidden" name="from" value="board">)"
          R"(<label class="vh" for="state-{}">Where {} stands</label><select name="state" id="state-{}">)">(
      name, Url(entry_address(entry.id) + "/state"), ui::csrf_field(visit), entry.version, entry.id.value,
      name, entry.id.value);
  for (const auto state : round_states)
    out.put<R"(<option value="{}"{}>{}</option>)">(
        code(state), html::Attribute::flag("selected", state == entry.state), words(state));
  out.put<R"(</select><button class="btn s">Move</button></form>)">();
  if (entry.meeting.on)
    out.put<R"(<p class="micro gap-t"><a class="tall" href="{}" download>Calendar file</a></p>)">(
        Url(entry_address(entry.id) + "/invitation.ics"));
  out.put<"</details>">();
}

void put_card(Writer& out, const ui::Visit& visit, const Directory& directory, const RoundPage& page,
              const RoundEntry& entry) {
  const auto name = name_of(page, directory, entry.unit);
  const auto* plan = plan_of(page, entry.unit);
  const auto counts = plan == nullptr ? ItemCounts() : counts_of(plan->items, visit.scope.today);
  const auto when = when_words(entry, visit.scope.today);
  const bool may_move = !visit.scope.viewer.is(Role::director);
  out.put<
      R"(<li class="card flat rd-card" data-row{}><h3 class="act-h"><a class="plain" href="{}">{}</a></h3><p class="micro muted">{}{}{}</p>)">(
      html::Attribute::optional("data-round-card", may_move ? std::string_view("yes") : std::string_view()),
      Url(entry_address(entry.id)), name,
      entry.owner ? std::string(directory.staff.full_name(*entry.owner)) : "Nobody yet",
      when.empty() ? "" : " · ", when);
  out.put<R"(<p class="micro"><a class="tall" href="{}">{}</a></p>)">(
      Url("/departments/" + directory.org.find(entry.unit)->slug + "/plan/" +
          std::to_string(page.academic_year)),
      plan == nullptr ? std::string("No plan yet") : with_capital_first(words_of(counts)));
  put_lacks(out, lacks_of(entry, counts.all, std::ranges::count(page.sheets, entry.unit) > 0));
  if (may_move) put_move(out, visit, entry, name);
  out.put<"</li>">();
}

/// In the order of the departments' names.
std::vector<const RoundEntry*> in_state(const Directory& directory, const RoundPage& page, RoundState state) {
  std::vector<const RoundEntry*> found;
  for (const auto& unit : directory.org.units())
    for (const auto& entry : page.entries)
      if (entry.unit == unit.id && entry.state == state) found.push_back(&entry);
  return found;
}

void put_board(Writer& out, const ui::Visit& visit, const Directory& directory, const RoundPage& page) {
  out.put<R"(<div class="round gap-t2" data-round>)">();
  for (const auto state : round_states) {
    const auto entries = in_state(directory, page, state);
    out.put<
        R"(<section class="rd-col" data-round-state="{}" aria-labelledby="rd-{}"><h2 id="rd-{}" class="rd-h">{} <span class="muted num">{}</span></h2><ul class="stack-s">)">(
        code(state), code(state), code(state), words(state), entries.size());
    for (const auto* entry : entries) put_card(out, visit, directory, page, *entry);
    out.put<"</ul></section>">();
  }
  out.put<"</div>">();
}

void put_others(Writer& out, const ui::Visit& visit, const Directory& directory, const RoundPage& page) {
  Writer rows;
  for (const auto& unit : directory.org.units()) {
    const auto* plan = plan_of(page, unit.id);
    if (std::ranges::count(page.entries, unit.id, &RoundEntry::unit) > 0) continue;
    const bool was_there = page.then.find(unit.id) != nullptr;
    if (plan == nullptr && (!was_there || unit.kind != OrgUnitKind::department)) continue;
    rows.put<
        R"(<li class="row wrap" data-row><h3 class="act-h grow"><a class="plain" href="{}">{}</a></h3><span class="small muted">{}</span></li>)">(
        Url(action_plans::plan_address(unit, page.academic_year)), name_of(page, directory, unit.id),
        plan == nullptr ? std::string("No plan yet") : words_of(counts_of(plan->items, visit.scope.today)));
  }
  if (rows.size() == 0) return;
  out.put<
      R"(<section class="card gap-t2" aria-labelledby="h-others"><h2 id="h-others" class="gap-b">Not in the round</h2><ul class="list tight">{}</ul></section>)">(
      std::move(rows).finish());
}

}  // namespace

std::string entry_address(Id<RoundEntry> entry) {
  return "/rounds/" + std::to_string(entry.value);
}

Html round_view(const ui::Visit& visit, const Directory& directory, const RoundPage& page) {
  const auto agreed = std::ranges::count(page.entries, RoundState::agreed, &RoundEntry::state);
  Writer out(65'536);
  out.put<
      R"(<div class="row between wrap top-a"><div><h1>Action plans {}</h1><p class="soft lead">{}</p></div>)">(
      visit.scope.years().words(page.academic_year),
      page.entries.empty()
          ? std::string("What each department and the library agree on.")
          : count_words(static_cast<long>(page.entries.size()), "department", "departments") +
                " in the round, " + std::to_string(agreed) + " agreed.");
  if (may_set_season(visit.scope.viewer))
    out.put<R"(<a class="btn" href="{}" data-edit>{}Set the season</a>)">(
        Url("/plans/" + std::to_string(page.academic_year) + "/season"), ui::icon("calendar"));
  out.put<"</div>">();
  put_years(out, visit, page.academic_year);
  if (!page.entries.empty()) put_board(out, visit, directory, page);
  put_others(out, visit, directory, page);
  return std::move(out).finish();
}

}  // namespace rapport::rounds
