// Draws the list of who looks after which department, with the form for several at once.
#include <algorithm>
#include <array>
#include <span>

#include "base/text.hpp"
#include "organisation/unit_choices.hpp"
#include "staff/portfolio_views.hpp"
#include "ui/parts.hpp"

namespace rapport::staff {
namespace {

using html::Html;
using html::Url;

constexpr int depth_max = 12;
constexpr std::array all_parts{PortfolioPart::lead, PortfolioPart::second, PortfolioPart::cover};

using Entries = std::span<const PortfolioEntry>;

/// Those of one unit: `entries` are in order of units.
Entries of_unit(const std::vector<PortfolioEntry>& entries, Id<OrgUnit> unit) {
  const auto unit_of = [](const PortfolioEntry& entry) { return entry.unit.value; };
  return {std::ranges::lower_bound(entries, unit.value, {}, unit_of),
          std::ranges::upper_bound(entries, unit.value, {}, unit_of)};
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

bool is_ticked(const PortfolioListPage& page, const OrgUnitEntry& unit) {
  return page.several && std::ranges::count(page.several->ticked, unit.id) > 0;
}

bool is_wanted(const PortfolioListPage& page, const OrgUnitEntry& unit, Entries entries) {
  if (is_ticked(page, unit)) return unit.is_open;
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

const Fault* fault_of(const PortfolioListPage& page, const std::string& field) {
  if (!page.several) return nullptr;
  const auto found = std::ranges::find(page.several->faults, field, &Fault::field);
  return found == page.several->faults.end() ? nullptr : &*found;
}

/// With what the row tells of its department, so that a change meanwhile is noticed; nothing for those who
/// only read.
Html tick_of(const PortfolioListPage& page, const OrgUnitEntry& unit) {
  if (!page.several) return {};
  const auto number = std::to_string(unit.id.value);
  const auto seen = page.several->seen.find(unit.id);
  const bool is_bad = fault_of(page, "unit-" + number) != nullptr;
  return html::render<
      R"(<input type="checkbox" name="unit" value="{}" id="unit-{}" aria-label="Choose {}"{}{}{}><input type="hidden" name="seen-{}" value="{}">)">(
      number, number, unit.name, html::Attribute::flag("checked", is_ticked(page, unit)),
      html::Attribute::optional("aria-invalid", is_bad ? "true" : ""),
      html::Attribute::optional("aria-describedby", is_bad ? "unit-" + number + "-error" : ""), number,
      seen == page.several->seen.end() ? 0 : seen->second);
}

void put_row(html::Writer& out, const PortfolioListPage& page, const OrgUnitEntry& unit, Entries entries,
             Date today) {
  const auto field = "unit-" + std::to_string(unit.id.value);
  const auto* fault = fault_of(page, field);
  out.put<
      R"(<tr data-row{}><th scope="row"><div class="row top-a">{}<div><a href="{}">{}</a>{}{}</div></div></th>)">(
      html::Attribute::optional("class", fault == nullptr ? "" : "bad"), tick_of(page, unit),
      Url("/portfolios/" + unit.slug), unit.name,
      unit.parent ? html::render<R"(<br><span class="micro muted">{}</span>)">(page.units.name(unit.parent))
                  : Html(),
      fault == nullptr
          ? Html()
          : html::render<R"(<p class="error" id="{}-error"><span class="vh">Error: </span>{}</p>)">(
                field, fault->message));
  for (const auto part : all_parts) put_holders(out, entries, part, today, page.staff);
  put_ahead(out, entries, today, page.staff);
  out.put<"</tr>">();
}

/// The departments that are shown; nothing where there are none.
Html rows_of(const PortfolioListPage& page, Date today) {
  html::Writer rows;
  for (const auto& [unit, depth] : in_tree_order(page.units)) {
    const auto entries = of_unit(page.entries, unit->id);
    if (is_wanted(page, *unit, entries)) put_row(rows, page, *unit, entries, today);
  }
  return std::move(rows).finish();
}

Html table_of(const Html& rows) {
  return html::render<
      R"(<div class="table-wrap"><table class="rows cards"><thead><tr><th scope="col">Department</th>)"
      R"(<th scope="col">Lead</th><th scope="col">Second</th><th scope="col">Cover</th><th scope="col">Ahead</th>)"
      R"(</tr></thead><tbody>{}</tbody></table></div>)">(rows);
}

/// What the list narrows to goes with the form, so that it is the same afterwards.
void put_hidden(html::Writer& out, const ui::Visit& visit, const PortfolioListPage& page) {
  out.put<"{}{}">(ui::csrf_field(visit), ui::once_field());
  if (page.whose) out.put<R"(<input type="hidden" name="whose" value="{}">)">(page.whose->value);
  if (page.gaps_only) out.put<R"(<input type="hidden" name="gaps" value="yes">)">();
}

/// The table with a tick in each row, and beside it who looks after what is ticked.
void put_several(html::Writer& out, const ui::Visit& visit, const PortfolioListPage& page, const Html& rows) {
  const auto& form = *page.several;
  out.put<
      R"(<form method="post" action="/portfolios" id="several" class="cols" novalidate data-once data-keep>)">();
  put_hidden(out, visit, page);
  out.put<R"(<div>)">();
  if (const auto* none = fault_of(page, "units"))
    out.put<R"(<p class="error gap-b" id="units"><span class="vh">Error: </span>{}</p>)">(none->message);
  out.put<
      R"({}</div><section class="card stay form no-print" aria-labelledby="h-several"><h2 id="h-several">Look after several</h2>)"
      R"(<p class="small soft">Tick departments of the list. All of them are taken on, or none. Whoever leads one until then does so to the day before.</p>)"
      R"({}<p><button class="btn primary">Keep this for those ticked</button></p></section></form>)">(
      table_of(rows), keeper_fields(page.staff, form.words, form.faults));
}

int without_lead(const PortfolioListPage& page) {
  return static_cast<int>(std::ranges::count_if(page.units.units(), [&](const OrgUnitEntry& unit) {
    return is_department(page.units, unit) && !has_lead(page, unit);
  }));
}

std::string lead_words(const PortfolioListPage& page) {
  const int without = without_lead(page);
  if (without == 0) return "Every department has a lead today.";
  const auto open = std::ranges::count_if(
      page.units.units(), [&](const OrgUnitEntry& unit) { return is_department(page.units, unit); });
  return with_capital_first(count_words(without, "department", "departments")) + " of " +
         std::to_string(open) + " without a lead today.";
}

}  // namespace

std::string PortfolioListPage::address() const {
  std::string query;
  if (whose) query += "?whose=" + std::to_string(whose->value);
  if (gaps_only) query += query.empty() ? "?gaps=yes" : "&gaps=yes";
  return "/portfolios" + query;
}

Html portfolio_list_view(const ui::Visit& visit, const PortfolioListPage& page) {
  html::Writer out(32'768);
  if (page.several) out.add(ui::error_summary(page.several->faults));
  out.put<
      R"(<div class="row between wrap"><h1>Portfolios</h1><p class="row wrap"><a class="btn quiet" href="/hand-overs">Hand-overs</a>)">();
  if (may_change_portfolios(visit.scope.viewer))
    out.put<R"(<a class="btn" href="/hand-overs/new">{}Hand over…</a>)">(ui::icon("users"));
  out.put<R"(</p></div><p class="soft lead">Who looks after which department. {}</p>)">(lead_words(page));
  put_filter(out, page);
  const auto rows = rows_of(page, visit.scope.today);
  if (rows.empty())
    out.add(ui::empty_state(page.gaps_only ? "Every department has a lead." : "No department here yet."));
  else if (page.several)
    put_several(out, visit, page, rows);
  else
    out.add(table_of(rows));
  return std::move(out).finish();
}

}  // namespace rapport::staff
