// Draws one action, and the parts that pages of plans share.
#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "organisation/academic_calendar.hpp"
#include "plans/action_plan_views.hpp"
#include "ui/parts.hpp"

namespace rapport::action_plans {
namespace {

using html::Html;
using html::Url;
using html::Writer;

std::vector<ui::Choice> owner_choices(const Directory& directory, std::string_view chosen) {
  std::vector<ui::Choice> choices{{"", "Nobody yet"}};
  for (const auto& member : directory.staff.staff()) {
    auto id = std::to_string(member.id.value);
    if ((member.is_active && member.role != Role::director) || id == chosen)
      choices.push_back({std::move(id), member.full_name});
  }
  return choices;
}

std::vector<ui::Choice> theme_choices(std::span<const std::string> themes, const std::string& chosen) {
  std::vector<ui::Choice> choices{{"", "No theme"}};
  for (const auto& theme : themes) choices.push_back({theme, theme});
  if (!chosen.empty() && std::ranges::count(themes, chosen) == 0) choices.push_back({chosen, chosen});
  return choices;
}

void put_owner(Writer& out, const Directory& directory, const ItemForm& form, std::size_t row,
               const std::vector<Fault>& faults) {
  const auto chosen = row <= form.owners.size() ? form.owners[row - 1] : std::string();
  out.add(ui::field({.name = "owner-" + std::to_string(row),
                     .label = row == 1 ? "Who of us" : "And",
                     .value = chosen,
                     .type = "select",
                     .choices = owner_choices(directory, chosen)},
                    faults));
}

std::string moment_words(const ui::Visit& visit, Instant at) {
  return short_words(visit.scope.zone.local_date(at), visit.scope.today);
}

// One action ----------------------------------------------------------------------------------------------

void put_there(Writer& out, const ui::Visit& visit, const Directory& directory, const ItemPage& page) {
  if (page.clash.empty()) return;
  const auto& item = page.there.item;
  out.put<
      R"(<section class="errors" role="alert" tabindex="-1" aria-labelledby="errors-h"><h2 id="errors-h">{}</h2>)"
      R"(<p>As it is now, by {}: {}</p><dl class="facts gap-t">)">(
      page.clash, directory.staff.full_name(item.changed_by), words(item.state));
  const auto put = [&](std::string_view label, const std::string& value) {
    if (!value.empty()) out.put<R"(<div><dt>{}</dt><dd class="as-typed">{}</dd></div>)">(label, value);
  };
  put("Action", item.words);
  put("Theme", item.theme);
  put("Who", owner_words(directory, item));
  put("By when", item.due_on ? long_words(*item.due_on, visit.scope.today) : std::string());
  put("Success", item.success);
  put("What came of it", item.outcome);
  out.put<R"(</dl><p class="gap-t"><a href="{}">See it as it is</a>, or save yours below.</p></section>)">(
      Url(item_address(item.id)));
}

void put_facts(Writer& out, const ui::Visit& visit, const Directory& directory, const PlanItem& item) {
  out.put<R"(<section class="card" aria-label="What it says"><dl class="facts">)">();
  const auto put = [&](std::string_view label, const std::string& value) {
    if (!value.empty()) out.put<R"(<div><dt>{}</dt><dd class="as-typed">{}</dd></div>)">(label, value);
  };
  put("Theme", item.theme);
  put("Who", owner_words(directory, item));
  put("By when", item.due_on ? long_words(*item.due_on, visit.scope.today) : std::string());
  put("Success", item.success);
  put("What came of it", item.outcome);
  out.put<"</dl></section>">();
}

void put_form(Writer& out, const ui::Visit& visit, const Directory& directory, const ItemPage& page) {
  const auto rows = std::min(page.form.owners.size() + 1, item_owners_max);
  out.put<
      R"(<form method="post" action="{}" class="card stack-s" id="action" novalidate data-once data-keep>)"
      R"(<h2>What it says</h2>{}<input type="hidden" name="version" value="{}">{})">(
      Url(item_address(page.there.item.id)), ui::csrf_field(visit), page.there.item.version,
      item_fields(directory, page.form, page.there.plan.themes, std::max<std::size_t>(rows, 2), page.faults));
  out.put<R"(<p class="row wrap"><button class="btn primary">Save action</button></p></form>)">();
}

void put_state_button(Writer& out, const PlanItem& item, ItemState state, std::string_view words) {
  if (item.state == state) return;
  out.put<R"(<button class="btn s" name="state" value="{}">{}</button>)">(code(state), words);
}

void put_state_card(Writer& out, const ui::Visit& visit, const ItemPage& page) {
  const auto& item = page.there.item;
  const auto address = item_address(item.id);
  out.put<
      R"(<section class="card" aria-labelledby="h-state"><div class="sec-h"><h2 id="h-state">How it stands</h2>)"
      R"(<span class="more">{}</span></div>)">(state_tag(item));
  if (item.closed_on)
    out.put<R"(<p class="small muted gap-b">Since {}.</p>)">(long_words(*item.closed_on, visit.scope.today));
  if (item.carried_to)
    out.put<R"(<p class="small">It <a href="{}">goes on in {}</a>.</p>)">(
        Url(item_address(*item.carried_to)), visit.scope.years().words(page.there.plan.academic_year + 1));
  if (item.carried_from)
    out.put<R"(<p class="small gap-b"><a href="{}">Carried forward</a> {}.{}</p>)">(
        Url(item_address(*item.carried_from)), times_words(item.carried_count),
        item.asks_whether_still_wanted() ? " Is it still wanted? If not, drop it with a reason." : "");
  if (page.may_write && !item.carried_to) {
    out.put<
        R"(<form method="post" action="{}" class="stack-s">{}<input type="hidden" name="version" value="{}">)">(
        Url(address + "/state"), ui::csrf_field(visit), item.version);
    out.add(ui::field({.name = "outcome",
                       .label = "What came of it, or why it is dropped",
                       .value = page.outcome,
                       .hint = "The department may read it.",
                       .type = "textarea",
                       .rows = 3},
                      page.faults));
    out.put<R"(<p class="row wrap">)">();
    put_state_button(out, item, ItemState::open, "Not started");
    put_state_button(out, item, ItemState::under_way, "Under way");
    put_state_button(out, item, ItemState::done, "Done");
    put_state_button(out, item, ItemState::dropped, "Drop");
    if (!item.is_over())
      out.put<R"(<button class="btn s" formaction="{}">Carry forward</button>)">(Url(address + "/carrying"));
    else
      out.put<R"(<button class="btn s" name="state" value="{}">Save these words</button>)">(code(item.state));
    out.put<"</p></form>">();
  }
  out.put<"</section>">();
}

void put_notes(Writer& out, const ui::Visit& visit, const Directory& directory, const ItemPage& page) {
  out.put<
      R"(<section class="card" aria-labelledby="h-notes"><h2 id="h-notes" class="gap-b">Progress</h2>)">();
  if (page.may_write) {
    out.put<R"(<form method="post" action="{}" class="stack-s gap-b" data-once>{}{})">(
        Url(item_address(page.there.item.id) + "/notes"), ui::csrf_field(visit), ui::once_field());
    out.add(ui::field({.name = "note",
                       .label = "How does it stand?",
                       .value = page.note,
                       .hint = "For the library alone. A word is enough.",
                       .type = "textarea",
                       .rows = 2},
                      page.faults));
    out.put<R"(<p><button class="btn s">Add note</button></p></form>)">();
  }
  if (page.notes.empty()) out.put<R"(<p class="small muted">Nothing noted yet.</p>)">();
  out.put<R"(<ul class="stack-s">)">();
  for (const auto& note : page.notes)
    out.put<R"(<li><p class="as-typed">{}</p><p class="micro muted">{}, {}</p></li>)">(
        note.words, directory.staff.full_name(note.made_by), moment_words(visit, note.made_at));
  out.put<"</ul></section>">();
}

/// What one version says otherwise than the one before.
std::vector<std::string> changes_between(const ItemVersion& before, const ItemVersion& after, Date today) {
  std::vector<std::string> changes;
  const auto quoted = [](const std::string& text) { return text.empty() ? "nothing" : "“" + text + "”"; };
  const auto compare = [&](std::string_view what, const std::string& old, const std::string& now) {
    if (old != now) changes.push_back(std::string(what) + ": " + quoted(now) + " instead of " + quoted(old));
  };
  if (before.state != after.state)
    changes.push_back(std::string(words(after.state)) + ", before " + with_small_first(words(before.state)));
  compare("Words", before.words, after.words);
  compare("Theme", before.theme, after.theme);
  compare("Who of us", before.owners, after.owners);
  compare("Who of them", before.their_owners, after.their_owners);
  const auto day = [&](const std::optional<Date>& due) {
    return due ? short_words(*due, today) : std::string();
  };
  compare("By when", day(before.due_on), day(after.due_on));
  compare("Success", before.success, after.success);
  compare("What came of it", before.outcome, after.outcome);
  if (before.is_asked != after.is_asked)
    changes.emplace_back(after.is_asked ? "Asked by them" : "Not asked by them after all");
  return changes;
}

}  // namespace

std::string times_words(int count) {
  if (count == 1) return "once";
  return count == 2 ? "twice" : std::to_string(count) + " times";
}

std::string owner_words(const Directory& directory, const PlanItem& item) {
  std::vector<std::string> names;
  names.reserve(item.owners.size());
  for (const auto& owner : item.owners) names.emplace_back(directory.staff.full_name(owner.staff));
  auto ours = join_words(names);
  if (item.their_owners.empty()) return ours;
  return ours.empty() ? item.their_owners : ours + ", with " + item.their_owners;
}

Html state_tag(const PlanItem& item) {
  const auto* colour = item.state == ItemState::done        ? "tag green"
                       : item.state == ItemState::under_way ? "tag blue"
                                                            : "tag";
  return html::render<R"(<span class="{}">{}</span>)">(colour, words(item.state));
}

Html item_fields(const Directory& directory, const ItemForm& form, std::span<const std::string> themes,
                 std::size_t rows, const std::vector<Fault>& faults) {
  Writer out;
  out.add(ui::field({.name = "words", .label = "What is to be done", .value = form.words}, faults));
  out.put<R"(<div class="field-row">)">();
  for (std::size_t row = 1; row <= rows; ++row) put_owner(out, directory, form, row, faults);
  out.add(ui::field({.name = "due_on", .label = "By when", .value = form.due_on, .type = "date"}, faults));
  out.add(ui::field({.name = "theme",
                     .label = "Theme",
                     .value = form.theme,
                     .type = "select",
                     .choices = theme_choices(themes, form.theme)},
                    faults));
  out.put<"</div>">();
  const bool has_more = rows > 1 || !form.their_owners.empty() || !form.success.empty() || !faults.empty();
  out.put<
      R"(<details class="more-fields"{}><summary>Who of them, and what success looks like</summary><div class="stack-s">)">(
      html::Attribute::flag("open", has_more));
  out.add(ui::field({.name = "their_owners",
                     .label = "Who of them",
                     .value = form.their_owners,
                     .hint = "@ finds somebody of the university; other words stay as they are."},
                    faults));
  out.add(ui::field({.name = "success",
                     .label = "What success looks like",
                     .value = form.success,
                     .type = "textarea",
                     .rows = 2},
                    faults));
  out.put<"</div></details>">();
  out.add(ui::field({.name = "asked",
                     .label = "The department asked for it",
                     .type = "checkbox",
                     .is_checked = form.is_asked}));
  return std::move(out).finish();
}

Html history_section(const ui::Visit& visit, const Directory& directory,
                     std::span<const ItemVersion> versions) {
  Writer out;
  out.put<
      R"(<section class="card sunken" aria-labelledby="h-hist"><h2 id="h-hist" class="gap-b">History</h2><ul class="stack-s small">)">();
  for (std::size_t at = 0; at < versions.size(); ++at) {
    const auto& version = versions[at];
    const auto who = std::string(directory.staff.full_name(version.changed_by)) + ", " +
                     moment_words(visit, version.changed_at);
    if (at + 1 == versions.size()) {
      out.put<R"(<li><p>Planned: “{}”</p><p class="micro muted">{}</p></li>)">(version.words, who);
      continue;
    }
    out.put<"<li>">();
    for (const auto& change : changes_between(versions[at + 1], version, visit.scope.today))
      out.put<R"(<p class="as-typed">{}</p>)">(change);
    out.put<R"(<p class="micro muted">{}</p></li>)">(who);
  }
  out.put<"</ul></section>">();
  return std::move(out).finish();
}

Html item_view(const ui::Visit& visit, const Directory& directory, const ItemPage& page) {
  const auto& plan = page.there.plan;
  Writer out;
  out.put<R"(<p class="crumbs"><a href="{}">{}</a> / <a href="{}">Action plan {}</a></p>)"
          R"(<h1>{}</h1><p class="soft lead">{}{}</p>)">(
      Url("/departments/" + page.unit.slug), page.unit.name, Url(plan_address(page.unit, plan.academic_year)),
      visit.scope.years().words(plan.academic_year), page.there.item.words, page.name,
      page.there.item.is_asked ? " asked for it." : ".");
  put_there(out, visit, directory, page);
  out.add(ui::error_summary(page.faults));
  out.put<R"(<div class="cols gap-t2"><div class="stack">)">();
  if (page.may_write)
    put_form(out, visit, directory, page);
  else
    put_facts(out, visit, directory, page.there.item);
  put_notes(out, visit, directory, page);
  out.put<R"(</div><div class="stack">)">();
  put_state_card(out, visit, page);
  out.add(history_section(visit, directory, page.versions));
  out.put<"</div></div>">();
  return std::move(out).finish();
}

}  // namespace rapport::action_plans
