// Draws who looks after which department.
#include "staff/portfolio_views.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "ui/parts.hpp"

namespace rapport::staff {
namespace {

using html::Html;
using html::Url;

std::string address_of(const OrgUnitEntry& unit) {
  return "/portfolios/" + unit.slug;
}

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
  auto name = std::string(page.staff.full_name(entry.staff));
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
  out.put<
      R"(<section class="card" aria-labelledby="h-new"><h2 id="h-new" class="gap-b">Somebody takes it on</h2>)"
      R"(<form class="form" method="post" action="{}" novalidate data-once data-keep>{})"
      R"(<input type="hidden" name="seen" value="{}">{})">(Url(address_of(page.unit)), ui::csrf_field(visit),
                                                           page.seen,
                                                           keeper_fields(page.staff, page.form, faults));
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

std::vector<ui::Choice> colleague_choices(const StaffDirectory& staff, const std::string& first) {
  std::vector<ui::Choice> choices{{"", first}};
  for (const auto& entry : staff.staff())
    if (entry.is_active && entry.role != Role::director)
      choices.push_back({std::to_string(entry.id.value), entry.full_name});
  return choices;
}

Html keeper_fields(const StaffDirectory& staff, const KeeperForm& form, const std::vector<Fault>& faults) {
  html::Writer out;
  const auto put = [&](const ui::Input& input) { out.add(ui::field(input, faults)); };
  put({.name = "staff",
       .label = "Who",
       .value = form.staff,
       .type = "select",
       .choices = colleague_choices(staff, "Choose a colleague")});
  put({.name = "part",
       .label = "Part",
       .value = form.part,
       .type = "select",
       .choices = {{"lead", "Leads"}, {"second", "Seconds"}, {"cover", "Covers"}}});
  put({.name = "from", .label = "From", .value = form.from, .type = "date", .width = "middle"});
  put({.name = "to",
       .label = "Last day, if it is known",
       .value = form.to,
       .type = "date",
       .width = "middle"});
  put({.name = "reason", .label = "Why", .value = form.reason, .hint = "Kept with the change."});
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
