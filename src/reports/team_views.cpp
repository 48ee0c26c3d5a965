// Draws the team home.
#include "reports/team_views.hpp"

#include "base/text.hpp"
#include "bumps/chain_views.hpp"
#include "relationships/level_views.hpp"
#include "reports/coverage_views.hpp"
#include "ui/parts.hpp"

namespace rapport::reports {
namespace {

using html::Attribute;
using html::Html;
using html::Url;

std::string address_of(std::string_view team) {
  return "/team?team=" + std::string(team);
}

void put_teams(html::Writer& out, const TeamChoice& choice) {
  out.put<R"(<p class="row wrap filters"><span class="seg wrap" role="group" aria-label="Whose">)">();
  for (const auto& [id, name] : choice.teams)
    out.put<R"(<a href="{}"{}>{}</a>)">(Url(address_of(std::to_string(id.value))),
                                        Attribute::optional("aria-current", choice.team == id ? "true" : ""),
                                        name);
  out.put<R"(<a href="{}"{}>The whole library</a></span></p>)">(
      Url(address_of("all")), Attribute::optional("aria-current", choice.team ? "" : "true"));
}

/// Name and address of whom a row is about; somebody merged as the one they became.
PartnerWords partner_of(const Directory& directory, RelationshipWith with) {
  return partner_words(directory, with);
}

std::string change_words(const team_store::Move& move, const Scales& scales) {
  return move_words(move.event, scales);
}

std::string moved_sentence(const TeamHome& home, Date today) {
  std::vector<std::string> parts;
  if (home.up > 0) parts.push_back(count_words(home.up, "move up a level", "moves up a level"));
  if (home.down > 0) parts.push_back(count_words(home.down, "down", "down"));
  if (home.slipping > 0) parts.push_back(count_words(home.slipping, "slipping", "slipping"));
  const auto since = short_words(home.since, today);
  return parts.empty() ? "Nothing has moved since " + since + " yet."
                       : "Since " + since + ": " + join_words(parts) + ".";
}

void put_moves(html::Writer& out, const ui::Visit& visit, const Directory& directory, const TeamHome& home) {
  const auto today = visit.scope.today;
  out.put<
      R"(<section class="card" aria-labelledby="h-moved"><div class="sec-h"><h2 id="h-moved">What moved</h2><a class="more" href="/relationships/movement?whose=all">Movement</a></div><p class="soft gap-b">{}</p><ul class="list tight">)">(
      moved_sentence(home, today));
  for (const auto& move : home.moves) {
    if (const auto* person = std::get_if<Id<Person>>(&move.with);
        person != nullptr && directory.people.is_erased(*person))
      continue;
    const auto partner = partner_of(directory, move.with);
    out.put<
        R"(<li class="row wrap" data-row><div class="grow"><h3><a class="plain" href="{}">{}</a></h3><p class="micro muted">{}</p></div><span class="small">{}</span></li>)">(
        Url(relationship_address(partner, ServiceArea::overall)), partner.name,
        short_words(move.event.happened_on, today), change_words(move, home.scales));
  }
  out.put<"</ul></section>">();
}

void put_reached(html::Writer& out, const Directory& directory, const TeamHome& home) {
  if (home.reached.empty()) return;
  out.put<
      R"(<section class="card" aria-labelledby="h-reached"><h2 id="h-reached" class="gap-b">Plans reached</h2><ul class="list tight">)">();
  for (const auto& plan : home.reached) {
    const auto partner = partner_of(directory, plan.with);
    out.put<R"(<li data-row><h3><a class="plain" href="{}">{}</a></h3><p class="small">{}</p>{}</li>)">(
        Url(partner.page + "/plan"), partner.name, plan.hope,
        plan.learnt.empty() ? Html() : html::render<R"(<p class="small soft">Learnt: {}</p>)">(plan.learnt));
  }
  out.put<"</ul></section>">();
}

void put_told(html::Writer& out, const ui::Visit& visit, const Directory& directory, const TeamHome& home) {
  if (home.chains.empty() && home.stories.empty()) return;
  out.put<
      R"(<section class="card" aria-labelledby="h-led"><div class="sec-h"><h2 id="h-led">What led to what</h2><a class="more" href="/bumps">All</a></div>)">();
  if (!home.stories.empty()) {
    out.put<R"(<ul class="list tight">)">();
    for (const auto& story : home.stories)
      out.put<
          R"(<li data-row><h3><a class="plain" href="{}">{}</a></h3><p class="micro muted">A story told on {}</p></li>)">(
          Url("/bumps/stories/" + std::to_string(story.id.value)), story.told.title,
          short_words(visit.scope.zone.local_date(story.told_at), visit.scope.today));
    out.put<"</ul>">();
  }
  out.put<"{}</section>">(chain_lines(home.chains, directory, {visit.scope.viewer.staff, visit.scope.today}));
}

void put_due_count(html::Writer& out, int count, std::string_view label) {
  out.put<R"(<td class="num" data-label="{}">{}</td>)">(label, count);
}

void put_due(html::Writer& out, const TeamChoice& choice, const TeamHome& home) {
  out.put<R"(<section class="card" aria-labelledby="h-due"><h2 id="h-due" class="gap-b">What is due</h2>)">();
  if (home.due.empty()) {
    out.put<R"(<p class="soft">Nothing is overdue.</p></section>)">();
    return;
  }
  out.put<
      R"(<p class="soft gap-b">{} and {} to be reviewed, by department.</p><table class="rows"><thead><tr><th scope="col">Department</th><th scope="col" class="num">Promises</th><th scope="col" class="num">Plans</th></tr></thead><tbody>)">(
      with_capital_first(count_words(home.promises_due, "promise past its day", "promises past their day")),
      count_words(home.plans_due, "plan", "plans"));
  for (const auto& row : home.due) {
    out.put<R"(<tr data-row><th scope="row"><a href="{}">{}</a></th>)">(
        Url("/team/due?" + choice.query() + (row.unit == nullptr ? "" : "&unit=" + row.unit->slug)),
        row.unit == nullptr ? std::string("No department") : row.unit->name);
    put_due_count(out, row.promises, "Promises");
    put_due_count(out, row.plans, "Plans");
    out.put<"</tr>">();
  }
  out.put<"</tbody></table></section>">();
}

void put_coverage(html::Writer& out, const Directory& directory, const TeamHome& home) {
  out.put<
      R"(<section class="card gap-t2" aria-labelledby="h-cover"><div class="sec-h"><h2 id="h-cover">How far we reach</h2><a class="more" href="/reports/coverage">Coverage</a></div>)">();
  if (home.coverage.rows.empty())
    out.put<
        R"(<p class="soft">This team looks after no department yet. <a href="/portfolios">Portfolios</a> say who does.</p>)">();
  else
    out.add(coverage_table(directory, home.coverage));
  out.put<
      R"(<p class="small muted gap-t">Coverage: people at level 2 or above / people in post. Nothing on this page counts what one colleague did.</p></section>)">();
}

}  // namespace

std::string TeamChoice::query() const {
  return "team=" + (team ? std::to_string(team->value) : std::string("all"));
}

Html team_view(const ui::Visit& visit, const Directory& directory, const TeamChoice& choice,
               const TeamHome& home) {
  html::Writer out(32'768);
  out.put<
      R"(<div class="row between wrap top-a"><div><h1>{}</h1><p class="soft lead">What moved this term, what is due, and how far we reach.</p></div>)">(
      choice.name);
  if (!visit.scope.viewer.is(Role::director))
    out.put<R"(<a class="btn" href="{}">{}Workshop: a plan each</a>)">(
        Url("/relationships/workshop?" + choice.query()), ui::icon("users-group"));
  out.put<"</div>">();
  put_teams(out, choice);
  out.put<R"(<div class="cols gap-t2"><div class="stack">)">();
  put_moves(out, visit, directory, home);
  put_reached(out, directory, home);
  put_told(out, visit, directory, home);
  out.put<R"(</div><aside class="stack" aria-label="What is due">)">();
  put_due(out, choice, home);
  out.put<"</aside></div>">();
  put_coverage(out, directory, home);
  return std::move(out).finish();
}

Html team_due_view(const ui::Visit& visit, const Directory& directory, const TeamChoice& choice,
                   const OrgUnitEntry* unit, const DueRows& due) {
  const auto today = visit.scope.today;
  html::Writer out;
  out.put<R"(<p class="crumbs"><a href="{}">{}</a></p><h1>Due: {}</h1>)">(
      Url("/team?" + choice.query()), choice.name,
      unit == nullptr ? std::string("no department") : unit->name);
  if (due.promises.empty() && due.plans.empty()) out.add(ui::empty_state("Nothing is overdue here."));
  if (!due.promises.empty())
    out.put<
        R"(<section class="card gap-t2" aria-labelledby="h-p"><h2 id="h-p" class="gap-b">Promises past their day</h2><ul class="list tight">)">();
  for (const auto& promise : due.promises) {
    const auto* person = promise.person ? directory.people.find(*promise.person) : nullptr;
    out.put<
        R"(<li class="row wrap" data-row><div class="grow"><p>{}</p>{}</div><span class="tag amber">{}</span></li>)">(
        promise.words,
        person == nullptr ? Html()
                          : html::render<R"(<p class="small muted">For <a href="{}">{}</a></p>)">(
                                Url("/people/" + person->slug), person->display_name()),
        "since " + short_words(promise.due_on, today));
  }
  if (!due.promises.empty()) out.put<"</ul></section>">();
  if (!due.plans.empty())
    out.put<
        R"(<section class="card gap-t2" aria-labelledby="h-r"><h2 id="h-r" class="gap-b">Plans to be reviewed</h2><ul class="list tight">)">();
  for (const auto& plan : due.plans) {
    const auto partner = partner_of(directory, plan.with);
    out.put<
        R"(<li class="row wrap" data-row><div class="grow"><h3><a class="plain" href="{}">{}</a></h3><p class="small soft">{}</p></div><span class="tag amber">since {}</span></li>)">(
        Url(partner.page + "/plan"), partner.name, plan.hope, short_words(plan.review_on, today));
  }
  if (!due.plans.empty()) out.put<"</ul></section>">();
  out.put<R"(<p class="small muted gap-t">Promises of restricted conversations are not listed.</p>)">();
  return std::move(out).finish();
}

}  // namespace rapport::reports
