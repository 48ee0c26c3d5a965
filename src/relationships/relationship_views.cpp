// Draws the page of one relationship.
#include "relationships/relationship_views.hpp"

#include <ranges>

#include "base/text.hpp"
#include "interactions/interaction_headline.hpp"
#include "ui/parts.hpp"

namespace rapport {
namespace {

using html::Attribute;
using html::Html;
using html::Url;
using html::Writer;

const Standing& current(const RelationshipPage& page) {
  return page.standings[static_cast<std::size_t>(page.area)];
}

void put_heading(Writer& out, const ui::Visit& visit, const RelationshipPage& page) {
  const auto& standing = current(page);
  out.put<
      R"(<p class="crumbs"><a href="/relationships">Relationships</a> / <a href="{}">{}</a></p>)"
      R"(<div class="row between wrap top-a"><div><h1>{} and the library</h1><p class="lead gap-t">{}{}</p></div>)">(
      Url(page.partner.page), page.partner.name, page.partner.name,
      level_mark(page.scales.current(), standing),
      standing.relationship ? " since " + short_words(standing.relationship->since, visit.scope.today)
                            : std::string());
  if (page.may_move)
    out.put<R"(<a class="btn primary" href="{}" data-edit>{}Move to…</a>)">(
        Url(move_address(page.partner, page.area)), ui::icon("stairs-up"));
  out.put<"</div>">();
}

void put_areas(Writer& out, const RelationshipPage& page) {
  out.put<R"(<p class="row wrap gap-t2 areas"><span class="seg" role="group" aria-label="About">)">();
  for (const auto area : service_areas) {
    const auto& standing = page.standings[static_cast<std::size_t>(area)];
    out.put<R"(<a href="{}"{}>{}{}</a>)">(
        Url(relationship_address(page.partner, area)),
        Attribute::optional("aria-current", area == page.area ? "true" : ""), words(area),
        standing.relationship && area != ServiceArea::overall
            ? ": " + page.scales.current().name(standing.level())
            : std::string());
  }
  out.put<"</span></p>">();
}

void put_evidence(Writer& out, const Directory& directory, const relationships::Step& step,
                  const StoryOf& of) {
  if (step.evidence.empty()) return;
  out.put<R"(<ul class="evidence small">)">();
  for (const auto& row : step.evidence) {
    out.put<R"(<li>{}<span><a href="{}">{}</a> <span class="muted">{}{}</span></span></li>)">(
        ui::icon("message-circle"), Url("/conversations/" + std::to_string(row.id.value)),
        headline_of(row, directory, of), when_words(row, of.today),
        row.is_withdrawn ? ", taken back since" : "");
  }
  out.put<"</ul>">();
}

void put_step(Writer& out, const Directory& directory, const relationships::Step& step, const Scales& scales,
              const StoryOf& of) {
  const auto& event = step.event;
  const bool is_up = event.to_level > event.from_level;
  const bool is_down = event.to_level < event.from_level || event.is_slipping;
  out.put<
      R"(<li><time class="s-when muted" datetime="{}">{}</time><span class="s-dot {}">{}</span><div class="s-body">)"
      R"(<h3>{}</h3><p>{}</p><p class="micro muted">{}</p>)">(
      event.happened_on.iso(), short_words(event.happened_on, of.today),
      is_up     ? "up"
      : is_down ? "down"
                : "",
      ui::icon(is_up     ? "trending-up"
               : is_down ? "trending-down"
                         : "arrow-right"),
      move_words(event, scales), event.reason, directory.staff.full_name(event.recorded_by));
  put_evidence(out, directory, step, of);
  out.put<"</div></li>">();
}

void put_path(Writer& out, const ui::Visit& visit, const Directory& directory, const RelationshipPage& page) {
  out.put<
      R"(<section class="gap-t2" aria-labelledby="h-path"><h2 id="h-path" class="gap-b">How it came to this</h2>)">();
  if (page.path.empty())
    out.add(ui::empty_state("Nobody has said anything about this yet. The first move begins the story."));
  else
    out.put<R"(<ol class="story moves">)">();
  for (const auto& step : std::views::reverse(page.path))
    put_step(out, directory, step, page.scales, {page.partner.person, visit.scope.today});
  if (!page.path.empty()) out.put<"</ol>">();
  out.put<"</section>">();
}

std::vector<LevelEvent> events_of(std::span<const relationships::Step> path) {
  std::vector<LevelEvent> events;
  for (const auto& step : path) events.push_back(step.event);
  return events;
}

void put_aside(Writer& out, const RelationshipPage& page) {
  const auto events = events_of(page.path);
  out.put<R"(<aside class="stack" aria-label="Levels">{}<section class="card" aria-labelledby="h-levels">)"
          R"(<h2 id="h-levels" class="gap-b">Where it stands</h2>{}</section>)">(
      page.suggestion, rungs(page.scales, current(page), events));
  out.put<
      R"(<details class="card sunken"><summary>What the levels mean</summary><dl class="stack-s gap-t small">)">();
  for (const auto& level : page.scales.current().levels)
    out.put<R"(<div><dt><b>{}</b></dt><dd class="soft">{}</dd></div>)">(level.name, level.meaning);
  out.put<
      R"(</dl></details><p class="note small">Levels describe how we work together today. They are not a mark )"
      R"(for anyone.{}</p></aside>)">(
      page.is_person ? " " + page.partner.subject + " may ask to read this page." : std::string());
}

}  // namespace

Html relationship_view(const ui::Visit& visit, const Directory& directory, const RelationshipPage& page) {
  Writer out;
  put_heading(out, visit, page);
  put_areas(out, page);
  out.put<R"(<div class="cols gap-t2"><div>{})">(page.picture);
  put_path(out, visit, directory, page);
  out.put<"</div>">();
  put_aside(out, page);
  out.put<"</div>">();
  return std::move(out).finish();
}

Html relationship_card(const PartnerWords& partner, const relationships::Account& account, bool may_move) {
  Writer out;
  out.put<
      R"(<section class="card" aria-labelledby="h-rel"><div class="sec-h"><h2 id="h-rel">Relationship</h2>)"
      R"(<a class="more" href="{}">How it came to this</a></div>{})">(
      Url(relationship_address(partner, ServiceArea::overall)),
      rungs(account.scales, account.standing, account.moves));
  if (may_move)
    out.put<R"(<p class="gap-t"><a class="btn s" href="{}">Move to…</a></p>)">(
        Url(move_address(partner, ServiceArea::overall, partner.page)));
  out.put<"</section>">();
  return std::move(out).finish();
}

}  // namespace rapport
