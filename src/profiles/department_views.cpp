// Draws a department's page.
#include "profiles/department_views.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "bumps/chain_views.hpp"
#include "interactions/timeline_views.hpp"
#include "organisation/organisation.hpp"
#include "people/people.hpp"
#include "relationships/engagement_views.hpp"
#include "relationships/relationship_views.hpp"
#include "ui/parts.hpp"

namespace rapport::profiles {
namespace {

using html::Url;

std::string address_of(const OrgUnitEntry& unit, std::string_view rest = "") {
  return "/departments/" + unit.slug + std::string(rest);
}

void put_crumbs(html::Writer& out, const Directory& directory, const OrgUnitEntry& unit) {
  std::vector<const OrgUnitEntry*> above;
  for (auto parent = unit.parent; parent && above.size() < 10;) {
    const auto* entry = directory.org.find(*parent);
    if (entry == nullptr) break;
    above.push_back(entry);
    parent = entry->parent;
  }
  out.put<R"(<p class="crumbs"><a href="/departments">Departments</a>)">();
  for (auto entry = above.rbegin(); entry != above.rend(); ++entry)
    out.put<R"( / <a href="{}">{}</a>)">(Url(address_of(**entry)), (*entry)->name);
  out.put<"</p>">();
}

/// Links to the other sides of some successions.
html::Html linked(const Directory& directory, std::span<const Succession> some, Id<OrgUnit> unit) {
  std::vector<const OrgUnitEntry*> others;
  for (const auto& one : some)
    if (const auto* other = directory.org.find(one.unit == unit ? one.successor : one.unit))
      others.push_back(other);
  html::Writer out;
  for (std::size_t i = 0; i < others.size(); ++i)
    out.put<R"({}<a href="{}">{}</a>)">(i == 0                   ? ""
                                        : i + 1 == others.size() ? " and "
                                                                 : ", ",
                                        Url(address_of(*others[i])), others[i]->name);
  return std::move(out).finish();
}

/// "It goes on in Foot Health.", "Law and Ethics go on in it since 1 May.", "A part of it is in Film since
/// 1 May.": one sentence for what happened on one day.
void put_successions(html::Writer& out, const ui::Visit& visit, const Directory& directory,
                     const DepartmentProfile& profile) {
  const auto unit = profile.unit->id;
  const auto alike = [&](const Succession& a, const Succession& b) {
    return a.from == b.from && a.is_part == b.is_part && (a.unit == unit) == (b.unit == unit);
  };
  const std::span<const Succession> all(profile.successions);
  for (std::size_t from = 0, to = 0; from < all.size(); from = to) {
    const auto& first = all[from];
    while (to < all.size() && alike(all[to], first)) ++to;
    const auto others = linked(directory, all.subspan(from, to - from), unit);
    const auto since = long_words(first.from, visit.scope.today);
    if (first.unit == unit && first.is_part)
      out.put<R"(<p class="small gap-t">A part of it is in {} since {}.</p>)">(others, since);
    else if (first.unit == unit)
      out.put<R"(<p class="small gap-t">It goes on in {}.</p>)">(others);
    else
      out.put<R"(<p class="small gap-t">{}{} {} on in it since {}.</p>)">(
          first.is_part ? "A part of " : "", others, to - from > 1 && !first.is_part ? "go" : "goes", since);
  }
}

void put_heading(html::Writer& out, const ui::Visit& visit, const Directory& directory,
                 const DepartmentProfile& profile) {
  out.put<R"(<div class="row between wrap top-a"><div><h1>{}</h1><p class="soft lead">{}.</p>)">(
      profile.unit->name, sentence_of(profile));
  if (profile.details.closed_on)
    out.put<R"(<p class="gap-t"><span class="tag amber">Closed on {}</span></p>)">(
        long_words(*profile.details.closed_on, visit.scope.today));
  put_successions(out, visit, directory, profile);
  out.put<R"(<p class="small gap-t">)">();
  if (!profile.details.closed_on)
    out.put<R"(<a href="{}">Plan the next step</a> · )">(Url(address_of(*profile.unit, "/plan")));
  out.put<R"(<a href="{}">Figures of the year</a> · <a href="{}">Headline page</a></p></div>)">(
      Url(address_of(*profile.unit, "/measures")), Url(address_of(*profile.unit, "/headline")));
  if (organisation::may_change(visit.scope.viewer))
    out.put<R"(<div class="row"><a class="btn" href="{}" data-edit>{}Edit</a></div>)">(
        Url(address_of(*profile.unit, "/edit")), ui::icon("edit"));
  out.put<"</div>">();
}

void put_heat(html::Writer& out, const DepartmentProfile& profile) {
  out.put<R"(<section class="card gap-t2" aria-labelledby="h-cov" tabindex="0"><div class="sec-h">)"
          R"(<h2 id="h-cov">Where we talk, and where we do not</h2>)"
          R"(<span class="more muted">Conversations since {} that you can read</span></div>{}</section>)">(
      month_name(profile.heat.since_month), heat_chart(profile.heat));
}

void put_person(html::Writer& out, const DepartmentPerson& row, const Scale& scale, Date today) {
  out.put<
      R"(<li class="row" data-row>{}<div class="grow"><h3><a class="plain" href="{}">{}</a></h3>)"
      R"(<p class="micro muted">{}</p></div><span class="hide-m dep-l">{}</span><span class="small muted dep-w">{}</span></li>)">(
      ui::avatar(row.person->full_name), Url("/people/" + row.person->slug), row.person->display_name(),
      row.post, level_mark(scale, row.standing),
      row.last_on ? relative_words(*row.last_on, today) : std::string("Never"));
}

void put_people(html::Writer& out, const ui::Visit& visit, const DepartmentProfile& profile) {
  out.put<R"(<section class="card" aria-labelledby="h-peo"><div class="sec-h"><h2 id="h-peo">People</h2>)">();
  if (profile.people_here > 0)
    out.put<R"(<a class="more" href="{}">All {}</a>)">(Url("/people?unit=" + profile.unit->slug),
                                                       profile.people_here);
  out.put<"</div>">();
  if (profile.people.empty() && profile.details.closed_on) {
    out.put<R"(<p class="small muted">Posts here have ended; conversations stay where they were.</p>)">();
  } else if (profile.people.empty()) {
    const bool may_add = people::may_write(visit.scope.viewer);
    out.add(ui::empty_state("No people yet. Import the staff list or add the first person.",
                            may_add
                                ? html::render<R"(<a class="btn" href="{}">{}Add a person</a>)">(
                                      Url("/people/new?unit=" + profile.unit->slug), ui::icon("user-plus"))
                                : html::Html()));
  } else {
    out.put<R"(<ul class="list tight">)">();
    for (const auto& row : profile.people)
      put_person(out, row, profile.relationship.scales.current(), visit.scope.today);
    out.put<"</ul>">();
  }
  out.put<"</section>">();
}

void put_conversations(html::Writer& out, const ui::Visit& visit, const Directory& directory,
                       const DepartmentProfile& profile) {
  out.put<
      R"(<section aria-labelledby="h-con" class="gap-t2"><div class="sec-h"><h2 id="h-con">Latest conversations</h2>)"
      R"(</div>)">();
  if (profile.timeline.interactions.empty())
    out.put<R"(<p class="soft">Nobody has written about {} yet. Start with hello.</p>)">(profile.unit->name);
  out.add(timeline(profile.timeline.interactions, directory, {.today = visit.scope.today}));
  if (profile.timeline.next)
    out.put<R"(<a class="btn" href="{}">Show earlier conversations</a>)">(
        Url(address_of(*profile.unit, "?before=" + *profile.timeline.next)));
  out.put<"</section>">();
}

void put_keepers(html::Writer& out, const ui::Visit& visit, const Directory& directory,
                 const DepartmentProfile& profile) {
  out.put<
      R"(<section class="card" aria-labelledby="h-keep"><div class="sec-h"><h2 id="h-keep">Who looks after it</h2>)"
      R"(<a class="more" href="{}">Since when</a></div>)">(html::Url("/portfolios/" + profile.unit->slug));
  if (profile.keepers.empty())
    out.put<R"(<p class="small muted">{}</p>)">(profile.details.closed_on ? "Nobody now." : "Nobody yet.");
  out.put<R"(<ul class="stack-s">)">();
  for (const auto& keeper : profile.keepers) {
    const auto name = directory.staff.full_name(keeper.staff);
    out.put<R"(<li class="row">{}<div><h3>{}</h3><p class="micro muted">{} since {}</p></div></li>)">(
        ui::avatar(name), name, staff::words(keeper.part), short_words(keeper.valid_from, visit.scope.today));
  }
  out.put<"</ul></section>">();
}

void put_champions(html::Writer& out, const DepartmentProfile& profile) {
  out.put<
      R"(<section class="card" aria-labelledby="h-champ"><div class="sec-h"><h2 id="h-champ">Champions</h2>)"
      R"(<a class="more" href="{}">By department</a></div>)">(Url("/champions?unit=" + profile.unit->slug));
  if (profile.champions.empty()) out.put<R"(<p class="small muted">Nobody here yet.</p>)">();
  out.put<R"(<ul class="stack-s">)">();
  for (const auto* person : profile.champions)
    out.put<R"(<li class="row">{}<a href="{}">{}</a></li>)">(ui::avatar(person->full_name, "s"),
                                                             Url("/people/" + person->slug + "/champion"),
                                                             person->display_name());
  out.put<"</ul></section>">();
}

void put_promises(html::Writer& out, const DepartmentProfile& profile) {
  if (profile.promises_ours + profile.promises_theirs == 0) return;
  std::vector<std::string> words;
  if (profile.promises_ours > 0)
    words.push_back(count_words(profile.promises_ours, "promise of ours", "promises of ours"));
  if (profile.promises_theirs > 0)
    words.push_back(count_words(profile.promises_theirs, "of theirs", "of theirs"));
  out.put<
      R"(<section class="card sunken" aria-labelledby="h-open"><h2 id="h-open" class="gap-b">Still open</h2>)"
      R"(<p class="small soft">{}, with people whose main post is here.</p></section>)">(join_words(words));
}

void put_units_below(html::Writer& out, const Directory& directory, const OrgUnitEntry& unit) {
  const auto children = directory.org.children(unit.id);
  if (children.empty()) return;
  out.put<
      R"(<section class="card" aria-labelledby="h-below"><h2 id="h-below" class="gap-b">Below it</h2><ul class="stack-s">)">();
  for (const auto* child : children)
    if (child->is_open) out.put<R"(<li><a href="{}">{}</a></li>)">(Url(address_of(*child)), child->name);
  out.put<"</ul></section>">();
}

void put_earlier_names(html::Writer& out, const ui::Visit& visit, const DepartmentProfile& profile) {
  std::vector<const OrgUnitPeriod*> earlier;
  for (const auto& period : profile.details.periods)
    if (period.valid_to && period.name != profile.unit->name) earlier.push_back(&period);
  if (earlier.empty()) return;
  out.put<
      R"(<section class="card sunken" aria-labelledby="h-names"><h2 id="h-names" class="gap-b">Earlier names</h2>)"
      R"(<ul class="stack-s small">)">();
  for (const auto* period : earlier)
    out.put<R"(<li>{} <span class="muted">until {}</span></li>)">(
        period->name, short_words(*period->valid_to, visit.scope.today));
  out.put<"</ul></section>">();
}

}  // namespace

html::Html department_view(const ui::Visit& visit, const Directory& directory,
                           const DepartmentProfile& profile, const html::Html& actions) {
  html::Writer out;
  put_crumbs(out, directory, *profile.unit);
  put_heading(out, visit, directory, profile);
  if (profile.people_here > 0 || profile.heat.total() > 0) put_heat(out, profile);
  out.add(engagement::distribution_card(*profile.unit, profile.engagement));
  out.put<R"(<div class="cols dep-cols"><div class="stack">)">();
  put_people(out, visit, profile);
  out.add(chains_of_year_card(profile.chains, directory, {visit.scope.viewer.staff, visit.scope.today}));
  put_conversations(out, visit, directory, profile);
  out.put<R"(</div><aside class="stack" aria-label="About this department">{})">(actions);
  out.add(relationship_card(partner_words(directory, profile.unit->id), profile.relationship,
                            !profile.details.closed_on && !visit.scope.viewer.is(Role::director)));
  put_keepers(out, visit, directory, profile);
  if (profile.people_here > 0) put_champions(out, profile);
  put_promises(out, profile);
  put_units_below(out, directory, *profile.unit);
  put_earlier_names(out, visit, profile);
  out.put<"</aside></div>">();
  return std::move(out).finish();
}

}  // namespace rapport::profiles
