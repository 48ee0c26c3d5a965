// Draws who looks after which department.
#include "staff/portfolio_views.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "base/text.hpp"
#include "organisation/unit_choices.hpp"
#include "ui/parts.hpp"

namespace rapport::staff {
namespace {

using html::Html;
using html::Url;

constexpr int depth_max = 12;
constexpr std::array all_parts{PortfolioPart::lead, PortfolioPart::second, PortfolioPart::cover};

std::string address_of(const OrgUnitEntry& unit) {
  return "/portfolios/" + unit.slug;
}

std::vector<ui::Choice> colleague_choices(const StaffDirectory& staff, const std::string& first) {
  std::vector<ui::Choice> choices{{"", first}};
  for (const auto& entry : staff.staff())
    if (entry.is_active && entry.role != Role::director)
      choices.push_back({std::to_string(entry.id.value), entry.full_name});
  return choices;
}

using Entries = std::span<const PortfolioEntry>;

/// Those of one unit: `entries` are in order of units.
Entries of_unit(const std::vector<PortfolioEntry>& entries, Id<OrgUnit> unit) {
  const auto found = std::ranges::equal_range(entries, unit.value, {},
                                              [](const PortfolioEntry& entry) { return entry.unit.value; });
  return {found.begin(), found.end()};
}

/// It, or a unit above it, has a lead today.
bool has_lead(const PortfolioListPage& page, const OrgUnitEntry& unit) {
  const auto* place = &unit;
  for (int depth = 0; place != nullptr && depth < depth_max; ++depth) {
    if (page.staff.lead_of(place->id) != nullptr) return true;
    place = place->parent ? page.units.find(*place->parent) : nullptr;
  }
  return false;
}

/// What only holds other units together is shown where somebody looks after it.
bool is_department(const OrgDirectory& units, const OrgUnitEntry& unit) {
  return unit.is_open && unit.kind != OrgUnitKind::faculty && units.children(unit.id).empty();
}

/// A part's cell: whoever holds it today.
void put_holders(html::Writer& out, Entries entries, PortfolioPart part, Date today,
                 const StaffDirectory& staff) {
  const bool is_held = std::ranges::any_of(
      entries, [&](const PortfolioEntry& entry) { return entry.part == part && entry.holds_on(today); });
  if (!is_held && part != PortfolioPart::lead) {
    out.put<"<td></td>">();
    return;
  }
  out.put<R"(<td data-label="{}">)">(part == PortfolioPart::lead     ? "Lead"
                                     : part == PortfolioPart::second ? "Second"
                                                                     : "Cover");
  bool is_first = true;
  for (const auto& entry : entries) {
    if (entry.part != part || !entry.holds_on(today)) continue;
    out.put<R"({}<span>{}{}</span>)">(
        is_first ? Html() : html::render<"<br>">(), staff.full_name(entry.staff),
        entry.valid_to ? " to " + short_words(*entry.valid_to, today) : std::string());
    is_first = false;
  }
  if (!is_held) out.put<R"(<span class="tag amber">nobody</span>)">();
  out.put<"</td>">();
}

void put_ahead(html::Writer& out, Entries entries, Date today, const StaffDirectory& staff) {
  if (std::ranges::none_of(entries, [&](const PortfolioEntry& entry) { return entry.valid_from > today; })) {
    out.put<"<td></td>">();
    return;
  }
  out.put<R"(<td data-label="Ahead" class="small">)">();
  bool is_first = true;
  for (const auto& entry : entries) {
    if (entry.valid_from <= today) continue;
    out.put<R"({}{} {} {})">(is_first ? Html() : html::render<"<br>">(), staff.given_name(entry.staff),
                             with_small_first(words(entry.part)), span_words(entry, today));
    is_first = false;
  }
  out.put<"</td>">();
}

bool is_wanted(const PortfolioListPage& page, const OrgUnitEntry& unit, Entries entries) {
  if (!unit.is_open || (entries.empty() && !is_department(page.units, unit))) return false;
  if (page.whose && std::ranges::count(entries, *page.whose, &PortfolioEntry::staff) == 0) return false;
  return !page.gaps_only || (is_department(page.units, unit) && !has_lead(page, unit));
}

void put_filter(html::Writer& out, const PortfolioListPage& page) {
  out.put<
      R"(<form class="filter" method="get" action="/portfolios" role="search" aria-label="Portfolios">)">();
  out.add(ui::field({.name = "whose",
                     .label = "Looked after by",
                     .value = page.whose ? std::to_string(page.whose->value) : std::string(),
                     .type = "select",
                     .choices = colleague_choices(page.staff, "Everybody")}));
  out.add(ui::field(
      {.name = "gaps", .label = "Without a lead only", .type = "checkbox", .is_checked = page.gaps_only}));
  out.put<R"(<button class="btn">Show</button></form>)">();
}

// One department -----------------------------------------------------------------------------------------

void put_ending_form(html::Writer& out, const ui::Visit& visit, const KeeperPage& page,
                     const PortfolioEntry& entry) {
  const auto today = visit.scope.today;
  const bool is_ahead = entry.valid_from > today;
  const bool is_this = page.ending.portfolio == entry.id;
  const auto name = std::string(page.staff.given_name(entry.staff));
  const auto number = std::to_string(entry.id.value);
  out.put<R"(<details class="table"{}><summary>{}<span class="vh"> {}</span></summary>)"
          R"(<form method="post" action="{}" class="form gap-t" novalidate data-once>{})"
          R"(<input type="hidden" name="seen" value="{}">)">(
      html::Attribute::flag("open", is_this), is_ahead ? "Call off" : "End", name,
      Url(address_of(page.unit) + "/" + number + "/ending"), ui::csrf_field(visit), page.seen);
  auto faults = is_this ? page.faults : std::vector<Fault>();
  for (auto& fault : faults) fault.field += "-" + number;
  if (!is_ahead)
    out.add(ui::field({.name = "valid_to-" + number,
                       .label = name + "’s last day",
                       .value = is_this ? page.ending.on : today.iso(),
                       .type = "date",
                       .width = "middle"},
                      faults));
  out.add(ui::field({.name = "reason-" + number, .label = "Why", .value = is_this ? page.ending.reason : ""},
                    faults));
  out.put<R"(<p><button class="btn s">{}</button></p></form></details>)">(is_ahead ? "Call off" : "End");
}

void put_entry(html::Writer& out, const ui::Visit& visit, const KeeperPage& page,
               const PortfolioEntry& entry) {
  const auto today = visit.scope.today;
  const auto* member = page.staff.find(entry.staff);
  out.put<
      R"(<li data-row><div class="row">{}<div class="grow"><h3>{}</h3><p class="small muted">{}, {}{}</p></div></div>)">(
      ui::avatar(page.staff.full_name(entry.staff), "s"), page.staff.full_name(entry.staff),
      words(entry.part), span_words(entry, today),
      member == nullptr || !member->is_active ? ". The account is closed." : "");
  if (may_change_portfolios(visit.scope.viewer) && !entry.is_over(today))
    put_ending_form(out, visit, page, entry);
  out.put<"</li>">();
}

template <class Wanted>
void put_entries(html::Writer& out, const ui::Visit& visit, const KeeperPage& page, std::string_view heading,
                 std::string_view id, std::string_view empty, const Wanted& wanted) {
  std::vector<PortfolioEntry> shown;
  std::ranges::copy_if(page.keepers, std::back_inserter(shown), wanted);
  std::ranges::stable_sort(shown, {}, &PortfolioEntry::part);
  if (shown.empty() && empty.empty()) return;
  out.put<R"(<section class="card" aria-labelledby="{}"><h2 id="{}" class="gap-b">{}</h2>)">(id, id, heading);
  if (shown.empty()) out.put<R"(<p class="muted">{}</p>)">(empty);
  out.put<R"(<ul class="list tight">)">();
  for (const auto& entry : shown) put_entry(out, visit, page, entry);
  out.put<"</ul></section>">();
}

std::string gap_words(const LeadGap& gap, Date today) {
  if (!gap.to)
    return gap.from <= today ? "Nobody has led since " + short_words(gap.from, today) + "."
                             : "From " + short_words(gap.from, today) + " nobody leads.";
  if (gap.from == today) return "Nobody leads until " + short_words(*gap.to, today) + ".";
  return (*gap.to < today ? "Nobody led from " : "Nobody leads from ") + short_words(gap.from, today) +
         " to " + short_words(*gap.to, today) + ".";
}

void put_gaps(html::Writer& out, const KeeperPage& page, Date today) {
  const auto gaps = lead_gaps(page.keepers, today);
  const bool never_led = std::ranges::count(page.keepers, PortfolioPart::lead, &PortfolioEntry::part) == 0;
  if (gaps.empty() && !never_led) return;
  out.put<R"(<div class="note gap-b"><p>)">();
  if (never_led) out.put<"Nobody has ever led for this department.">();
  for (const auto& gap : gaps) out.put<"{} ">(gap_words(gap, today));
  out.put<"</p></div>">();
}

std::string change_words(const KeeperPage& page, const PortfolioChangeRow& change, Date today) {
  const auto& entry = change.entry;
  const auto name = std::string(page.staff.full_name(entry.staff));
  const auto part = with_small_first(words(entry.part));
  switch (change.action) {
    case PortfolioAction::taken_on:
      return name + " " + part + " " + span_words(entry, today);
    case PortfolioAction::ended:
      return name + " " + part + " no longer: last day " +
             (entry.valid_to ? short_words(*entry.valid_to, today) : "none");
    case PortfolioAction::never_began:
      return name + " was to have begun on " + short_words(entry.valid_from, today) + " (" + part +
             ") and does not";
    case PortfolioAction::put_back:
      return name + " " + part + " again, " + span_words(entry, today);
  }
  return name;
}

void put_changes(html::Writer& out, const ui::Visit& visit, const KeeperPage& page) {
  if (page.changes.empty()) return;
  const auto today = visit.scope.today;
  out.put<
      R"(<section class="card" aria-labelledby="h-why"><h2 id="h-why" class="gap-b">What changed, and why</h2><ul class="list tight">)">();
  for (const auto& change : page.changes) {
    out.put<R"(<li><p>{}.</p><p class="small soft">{}</p><p class="micro muted">{}, {}{}</p></li>)">(
        change_words(page, change, today), change.reason, page.staff.full_name(change.made_by),
        short_words(visit.scope.zone.local_date(change.made_at), today),
        change.hand_over ? html::render<R"(, in <a href="{}">a hand-over</a>)">(
                               Url("/hand-overs/" + std::to_string(change.hand_over->value)))
                         : Html());
  }
  out.put<"</ul></section>">();
}

void put_take_on(html::Writer& out, const ui::Visit& visit, const KeeperPage& page) {
  const auto faults = page.ending.portfolio ? std::vector<Fault>() : page.faults;
  const auto put = [&](ui::Input input) { out.add(ui::field(input, faults)); };
  out.put<
      R"(<section class="card" aria-labelledby="h-new"><h2 id="h-new" class="gap-b">Somebody takes it on</h2>)"
      R"(<form class="form" method="post" action="{}" novalidate data-once data-keep>{})"
      R"(<input type="hidden" name="seen" value="{}">)">(Url(address_of(page.unit)), ui::csrf_field(visit),
                                                         page.seen);
  put({.name = "staff",
       .label = "Who",
       .value = page.form.staff,
       .type = "select",
       .choices = colleague_choices(page.staff, "Choose a colleague")});
  put({.name = "part",
       .label = "Part",
       .value = page.form.part,
       .type = "select",
       .choices = {{"lead", "Leads"}, {"second", "Seconds"}, {"cover", "Covers"}}});
  put({.name = "from", .label = "From", .value = page.form.from, .type = "date", .width = "middle"});
  put({.name = "to",
       .label = "Last day, if it is known",
       .value = page.form.to,
       .type = "date",
       .width = "middle"});
  put({.name = "reason", .label = "Why", .value = page.form.reason, .hint = "Kept with the change."});
  out.put<R"(<p><button class="btn primary">Keep this</button></p></form></section>)">();
}

void put_rules(html::Writer& out) {
  out.put<
      R"(<details class="gap-t2"><summary>The rules</summary><p class="small gap-t">One colleague leads at a time: whoever )"
      R"(takes the lead on ends the one before on the day before, and calls off a lead that would have begun meanwhile. )"
      R"(Seconds and covers may be several, and overlap. Between two leads there may be days on which nobody leads; they )"
      R"(are shown above. Team leaders and administrators change this; everybody in the library reads it.</p></details>)">();
}

}  // namespace

std::string span_words(const PortfolioEntry& entry, Date today) {
  if (entry.valid_to)
    return short_words(entry.valid_from, today) + " to " + short_words(*entry.valid_to, today);
  return (entry.valid_from > today ? "from " : "since ") + short_words(entry.valid_from, today);
}

Html portfolio_list_view(const ui::Visit& visit, const PortfolioListPage& page) {
  const auto today = visit.scope.today;
  html::Writer out(32'768);
  int without = 0, open = 0;
  for (const auto& unit : page.units.units()) {
    if (!is_department(page.units, unit)) continue;
    ++open;
    without += has_lead(page, unit) ? 0 : 1;
  }
  out.put<
      R"(<div class="row between wrap"><h1>Portfolios</h1><p class="row wrap"><a class="btn quiet" href="/hand-overs">Hand-overs</a>)">();
  if (may_change_portfolios(visit.scope.viewer))
    out.put<R"(<a class="btn" href="/hand-overs/new">{}Hand over…</a>)">(ui::icon("users"));
  out.put<R"(</p></div><p class="soft lead">Who looks after which department. {}</p>)">(
      without == 0 ? std::string("Every department has a lead today.")
                   : with_capital_first(count_words(without, "department", "departments")) + " of " +
                         std::to_string(open) + " without a lead today.");
  put_filter(out, page);
  bool is_empty = true;
  html::Writer rows;
  for (const auto& [unit, depth] : in_tree_order(page.units)) {
    const auto entries = of_unit(page.entries, unit->id);
    if (!is_wanted(page, *unit, entries)) continue;
    is_empty = false;
    rows.put<R"(<tr data-row><th scope="row"><a href="{}">{}</a>{}</th>)">(
        Url(address_of(*unit)), unit->name,
        unit->parent
            ? html::render<R"(<br><span class="micro muted">{}</span>)">(page.units.name(unit->parent))
            : Html());
    for (const auto part : all_parts) put_holders(rows, entries, part, today, page.staff);
    put_ahead(rows, entries, today, page.staff);
    rows.put<"</tr>">();
  }
  if (is_empty) {
    out.add(ui::empty_state(page.gaps_only ? "Every department has a lead." : "No department here yet."));
    return std::move(out).finish();
  }
  out.put<
      R"(<div class="table-wrap"><table class="rows cards"><thead><tr><th scope="col">Department</th>)"
      R"(<th scope="col">Lead</th><th scope="col">Second</th><th scope="col">Cover</th><th scope="col">Ahead</th>)"
      R"(</tr></thead><tbody>{}</tbody></table></div>)">(std::move(rows).finish());
  return std::move(out).finish();
}

Html keepers_view(const ui::Visit& visit, const KeeperPage& page) {
  const auto today = visit.scope.today;
  const bool may = may_change_portfolios(visit.scope.viewer) && page.unit.is_open;
  html::Writer out(16'384);
  out.put<R"(<p class="crumbs"><a href="/portfolios">Portfolios</a> / <a href="{}">{}</a></p>)">(
      Url("/departments/" + page.unit.slug), page.unit.name);
  if (!page.clash.empty())
    out.put<
        R"(<div class="errors" role="alert" tabindex="-1"><h2>Changed meanwhile</h2><p>{} This page shows what stands there now.</p></div>)">(
        page.clash);
  auto faults = page.faults;
  if (page.ending.portfolio)
    for (auto& fault : faults) fault.field += "-" + std::to_string(page.ending.portfolio->value);
  out.add(ui::error_summary(faults));
  out.put<R"(<h1 class="mv-b">Who looks after {}</h1>)">(page.unit.name);
  if (!page.unit.is_open)
    out.put<R"(<p class="note gap-b">This department is closed. Nobody new looks after it.</p>)">();
  put_gaps(out, page, today);
  out.put<R"(<div class="{}"><div class="stack">)">(may ? "cols" : "stack");
  put_entries(out, visit, page, "Now", "h-now", "Nobody today.",
              [&](const PortfolioEntry& entry) { return entry.holds_on(today); });
  put_entries(out, visit, page, "Ahead", "h-ahead", "",
              [&](const PortfolioEntry& entry) { return entry.valid_from > today; });
  put_entries(out, visit, page, "Before", "h-before", "",
              [&](const PortfolioEntry& entry) { return entry.is_over(today); });
  put_changes(out, visit, page);
  put_rules(out);
  out.put<"</div>">();
  if (may) {
    out.put<R"(<aside class="stack" aria-label="Change">)">();
    put_take_on(out, visit, page);
    out.put<"</aside>">();
  }
  out.put<"</div>">();
  return std::move(out).finish();
}

}  // namespace rapport::staff
