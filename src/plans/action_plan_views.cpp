// Draws a department's plan. Last year's side of it is in last_year_views.cpp.
#include "plans/action_plan_views.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "organisation/academic_calendar.hpp"
#include "ui/parts.hpp"

namespace rapport::action_plans {
namespace {

using html::Attribute;
using html::Html;
using html::Url;
using html::Writer;

std::string year_words(const ui::Visit& visit, int academic_year) {
  return visit.scope.years().words(academic_year);
}

ItemState next_state(ItemState state) {
  if (state == ItemState::open) return ItemState::under_way;
  return state == ItemState::under_way ? ItemState::done : ItemState::open;
}

std::string_view colour_of(ItemState state) {
  switch (state) {
    case ItemState::done:
      return "tag green";
    case ItemState::under_way:
      return "tag blue";
    default:
      return "tag";
  }
}

/// The state as a button that takes it one further; a tag for whoever reads.
void put_state(Writer& out, const ui::Visit& visit, const PlanItem& item, const PlanPage& page) {
  if (!page.may_write || item.carried_to || item.state == ItemState::dropped) {
    out.add(state_tag(item));
    return;
  }
  const auto next = next_state(item.state);
  out.put<
      R"(<form method="post" action="{}" data-state>{}<input type="hidden" name="outcome" value="{}">)"
      R"(<button class="{} state-b" name="state" value="{}"><span class="vh">{}: </span>{}<span class="vh">. )"
      R"(Change to {}</span></button></form>)">(
      Url(item_address(item.id) + "/state"), act_fields(visit, item, page), item.outcome,
      colour_of(item.state), code(next), item.words, words(item.state), with_small_first(words(next)));
}

void put_tick(Writer& out, const ui::Visit& visit, const PlanItem& item, const PlanPage& page) {
  if (!page.may_write || item.carried_to || item.state == ItemState::dropped) return;
  const bool is_done = item.state == ItemState::done;
  out.put<
      R"(<form method="post" action="{}" data-tick>{}<input type="hidden" name="outcome" value="{}">)"
      R"(<button class="tick" name="state" value="{}" aria-pressed="{}" aria-label="Done: {}"></button></form>)">(
      Url(item_address(item.id) + "/state"), act_fields(visit, item, page), item.outcome,
      is_done ? "open" : "done", is_done ? "true" : "false", item.words);
}

Html due_tag(const PlanItem& item, Date today) {
  if (!item.due_on || item.is_over()) return {};
  const bool has_passed = *item.due_on < today;
  return html::render<R"(<span class="{}">{}{}</span>)">(
      has_passed ? "tag amber" : "tag", has_passed ? "Since " : "By ", short_words(*item.due_on, today));
}

void put_tags(Writer& out, const PlanItem& item, Date today) {
  out.add(due_tag(item, today));
  if (item.is_asked) out.put<R"(<span class="tag blue">Asked by them</span>)">();
  if (item.asks_whether_still_wanted())
    out.put<R"(<span class="tag amber">Carried forward {}. Still wanted?</span>)">(
        times_words(item.carried_count));
  else if (item.carried_count > 0)
    out.put<R"(<span class="tag">Carried forward {}</span>)">(times_words(item.carried_count));
}

int notes_of(const PlanPage& page, Id<PlanItem> item) {
  const auto found = std::ranges::find(page.notes, item, &NoteCount::item);
  return found == page.notes.end() ? 0 : found->notes;
}

void put_meta(Writer& out, const ui::Visit& visit, const Directory& directory, const PlanItem& item,
              const PlanPage& page) {
  const auto who = owner_words(directory, item);
  const int notes = notes_of(page, item.id);
  if (!who.empty() || notes > 0)
    out.put<R"(<p class="micro muted">{}{}{}</p>)">(
        who, !who.empty() && notes > 0 ? " · " : "",
        notes > 0 ? count_words(notes, "note on progress", "notes on progress") : std::string());
  if (!item.outcome.empty()) out.put<R"(<p class="small soft as-typed">{}</p>)">(item.outcome);
  Writer tags;
  put_tags(tags, item, visit.scope.today);
  if (tags.size() > 0) out.put<R"(<p class="row wrap act-tags">{}</p>)">(std::move(tags).finish());
}

void put_item(Writer& out, const ui::Visit& visit, const Directory& directory, const PlanItem& item,
              const PlanPage& page) {
  out.put<R"(<li class="act" id="act-{}" data-row>)">(item.id.value);
  put_tick(out, visit, item, page);
  out.put<R"(<div class="grow"><h4 class="act-h"><a class="plain" href="{}">{}</a></h4>)">(
      Url(item_address(item.id)), item.words);
  put_meta(out, visit, directory, item, page);
  out.put<"</div>">();
  put_state(out, visit, item, page);
  out.put<"</li>">();
}

// This year -----------------------------------------------------------------------------------------------

/// Themes in the plan's order, then those that items have besides; items without one come last.
std::vector<std::string> themes_in(const Plan& plan) {
  auto themes = plan.plan.themes;
  for (const auto& item : plan.items)
    if (!item.theme.empty() && std::ranges::count(themes, item.theme) == 0) themes.push_back(item.theme);
  themes.emplace_back();
  return themes;
}

void put_theme(Writer& out, const ui::Visit& visit, const Directory& directory, const PlanPage& page,
               const std::string& theme) {
  const auto of_theme = [&](const PlanItem& item) { return item.theme == theme; };
  if (std::ranges::none_of(page.now->items, of_theme)) return;
  out.put<R"(<h3 class="act-theme">{}</h3><ul class="acts">)">(theme.empty() ? "Without a theme" : theme);
  for (const auto& item : page.now->items)
    if (of_theme(item)) put_item(out, visit, directory, item, page);
  out.put<"</ul>">();
}

void put_new(Writer& out, const ui::Visit& visit, const Directory& directory, const PlanPage& page) {
  const auto themes = page.now ? page.now->plan.themes : std::vector<std::string>();
  out.put<
      R"(<form method="post" action="{}" class="act-new stack-s" data-once data-keep data-new id="new-action" novalidate>)"
      R"(<h3>New action <kbd class="hide-m">N</kbd></h3>{})">(
      Url(plan_address(page.unit, page.academic_year) + "/items"), ui::csrf_field(visit));
  if (page.is_large) out.put<R"(<input type="hidden" name="text" value="large">)">();
  if (page.form.key.empty())
    out.add(ui::once_field());
  else
    out.put<R"(<input type="hidden" name="key" value="{}">)">(page.form.key);
  out.add(item_fields(directory, page.form, themes, 1, page.faults));
  out.put<R"(<p><button class="{}">{}Add action</button></p></form>)">(page.now ? "btn primary" : "btn",
                                                                       ui::icon("plus"));
}

void put_now(Writer& out, const ui::Visit& visit, const Directory& directory, const PlanPage& page) {
  const auto counts = counts_of(page.now->items, visit.scope.today);
  out.put<R"(<section class="card" aria-labelledby="h-now"><div class="sec-h"><h2 id="h-now">{}</h2></div>)"
          R"(<p class="small muted gap-b">{}.)">(year_words(visit, page.academic_year), words_of(counts));
  if (counts.overdue > 0) out.put<" {}.">(count_words(counts.overdue, "day has passed", "days have passed"));
  out.put<"</p>">();
  for (const auto& theme : themes_in(*page.now)) put_theme(out, visit, directory, page, theme);
  if (page.may_write && !page.is_meeting) put_new(out, visit, directory, page);
  out.put<"</section>">();
}

void put_minutes(Writer& out, const ui::Visit& visit, const Directory& directory, const PlanPage& page) {
  if (page.minutes.empty()) return;
  out.put<R"(<section class="card sunken" aria-labelledby="h-min"><h2 id="h-min" class="gap-b">Minutes</h2>)"
          R"(<p class="small muted gap-b">For the library alone.</p>)">();
  for (const auto& minutes : page.minutes) {
    out.put<R"(<details class="more-fields"><summary>{}, {}</summary><p class="as-typed">{}</p>)">(
        long_words(visit.scope.zone.local_date(minutes.made_at), visit.scope.today),
        directory.staff.full_name(minutes.made_by), minutes.words);
    if (minutes.interaction)
      out.put<R"(<p class="small gap-t"><a href="{}">The conversation</a></p>)">(
          Url("/conversations/" + std::to_string(minutes.interaction->value)));
    out.put<"</details>">();
  }
  out.put<"</section>">();
}

/// Where the plan of a department that was closed goes on.
void put_successor_plans(Writer& out, const Directory& directory, const PlanPage& page) {
  std::vector<const OrgUnitEntry*> units;
  for (const auto id : page.successors)
    if (const auto* unit = directory.org.find(id)) units.push_back(unit);
  if (units.empty()) return;
  out.put<R"(<p class="gap-t">It goes on in )">();
  for (std::size_t i = 0; i < units.size(); ++i)
    out.put<R"({}<a href="{}">{}</a>)">(i == 0                  ? ""
                                        : i + 1 == units.size() ? " and "
                                                                : ", ",
                                        Url(plan_address(*units[i], page.academic_year)), units[i]->name);
  out.put<".</p>">();
}

void put_beginning(Writer& out, const ui::Visit& visit, const Directory& directory, const PlanPage& page) {
  out.put<R"(<section class="card" aria-labelledby="h-now"><h2 id="h-now" class="gap-b">{}</h2>)">(
      year_words(visit, page.academic_year));
  if (!page.may_write || !page.may_begin) {
    out.put<R"(<p class="soft">There is no action plan for {}.</p>)">(year_words(visit, page.academic_year));
    put_successor_plans(out, directory, page);
    out.put<"</section>">();
    return;
  }
  out.put<R"(<p class="soft gap-b">{}</p>)">(
      page.last || !page.forerunners.empty()
          ? "Nothing is planned yet. Carry forward from last year what is still wanted, or begin:"
          : "Nothing is planned yet. Begin with a template, or with nothing:");
  out.put<R"(<form method="post" action="{}" class="stack-s" data-once>{})">(
      Url(plan_address(page.unit, page.academic_year)), ui::csrf_field(visit));
  if (page.is_large) out.put<R"(<input type="hidden" name="text" value="large">)">();
  std::vector<ui::Choice> choices;
  for (const auto& kept : page.templates)
    if (!kept.is_retired) choices.push_back({std::to_string(kept.id.value), kept.name});
  choices.push_back({"", "No template"});
  const auto first = choices.front().value;
  out.add(
      ui::radios({.name = "template", .label = "Start from", .value = first, .choices = std::move(choices)},
                 page.faults));
  out.put<R"(<p><button class="btn primary">Begin the plan</button></p></form>)">();
  put_new(out, visit, directory, page);
  out.put<"</section>">();
}

// The frame -----------------------------------------------------------------------------------------------

void put_heading(Writer& out, const ui::Visit& visit, const Directory& directory, const PlanPage& page) {
  const auto address = plan_address(page.unit, page.academic_year);
  const auto* lead = directory.staff.lead_of(page.unit.id);
  out.put<
      R"(<p class="crumbs"><a href="/departments">Departments</a> / <a href="{}">{}</a></p>)"
      R"(<div class="row between wrap top-a"><div><h1>Action plan {}</h1><p class="soft lead">{}{}</p></div>)"
      R"(<div class="row wrap">)">(
      Url("/departments/" + page.unit.slug), page.unit.name, year_words(visit, page.academic_year), page.name,
      lead == nullptr ? std::string(".") : ". " + lead->full_name + " leads for it.");
  if (page.may_write && !page.is_meeting && (page.now || page.may_begin))
    out.put<R"(<a class="btn primary" href="{}">{}In the meeting</a>)">(Url(address + "/meeting"),
                                                                        ui::icon("notes"));
  if (page.is_meeting) out.put<R"(<a class="btn" href="{}">Leave the meeting</a>)">(Url(address));
  if (page.now && !page.is_meeting)
    out.put<R"(<a class="btn" href="{}">{}Share</a>)">(Url(address + "/sharing"), ui::icon("link"));
  if (!page.is_meeting)
    out.put<R"(<a class="btn quiet" href="{}">{}</a>)">(
        Url(page.is_large ? address : address + "?text=large"), page.is_large ? "Usual text" : "Large text");
  out.put<"</div></div>">();
}

void put_years(Writer& out, const ui::Visit& visit, const PlanPage& page) {
  if (page.years.size() < 2) return;
  out.put<R"(<nav class="seg wrap gap-t" aria-label="Years with a plan">)">();
  for (const int year : page.years)
    out.put<R"(<a href="{}"{}>{}</a>)">(
        Url(plan_address(page.unit, year)),
        Attribute::optional("aria-current", year == page.academic_year ? "page" : ""),
        year_words(visit, year));
  out.put<"</nav>">();
}

}  // namespace

std::string plan_address(const OrgUnitEntry& unit, int academic_year) {
  return "/departments/" + unit.slug + "/plan/" + std::to_string(academic_year);
}

std::string item_address(Id<PlanItem> item) {
  return "/plan-items/" + std::to_string(item.value);
}

Html act_fields(const ui::Visit& visit, const PlanItem& item, const PlanPage& page) {
  Writer out;
  out.put<R"({}<input type="hidden" name="version" value="{}"><input type="hidden" name="from" value="plan">)"
          R"(<input type="hidden" name="shown" value="{}"><input type="hidden" name="at" value="{}">)">(
      ui::csrf_field(visit), item.version, page.academic_year, page.unit.slug);
  if (page.is_large) out.put<R"(<input type="hidden" name="text" value="large">)">();
  return std::move(out).finish();
}

Html plan_view(const ui::Visit& visit, const Directory& directory, const PlanPage& page) {
  Writer out(32'768);
  out.put<R"(<div class="{}">)">(page.is_large ? "acting large" : "acting");
  put_heading(out, visit, directory, page);
  put_years(out, visit, page);
  out.add(ui::error_summary(page.faults));
  out.put<R"(<div class="act-cols gap-t2">)">();
  out.put<R"(<div class="act-before">)">();
  out.add(last_year(visit, directory, page));
  out.put<R"(</div><div class="stack">)">();
  out.add(page.aside);
  if (page.now)
    put_now(out, visit, directory, page);
  else
    put_beginning(out, visit, directory, page);
  put_minutes(out, visit, directory, page);
  out.put<"</div></div>{}</div>">(page.below);
  return std::move(out).finish();
}

}  // namespace rapport::action_plans
