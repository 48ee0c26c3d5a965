// Draws a person's card and a department's distribution. The rule's page is engagement_rule_views.cpp.
#include "relationships/engagement_views.hpp"

#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "interactions/interaction_headline.hpp"
#include "relationships/engagement_chart.hpp"
#include "relationships/quiet_rule.hpp"
#include "ui/parts.hpp"

namespace rapport::engagement {
namespace {

using html::Html;
using html::Url;

constexpr std::size_t rows_max = 40;

struct PersonPage {
  const ui::Visit& visit;
  const Directory& directory;
  const PersonCard& card;
  const CardRows& rows;
};

void put_conversation(html::Writer& out, const PersonPage& page, const Interaction& row) {
  const auto today = page.visit.scope.today;
  out.put<R"(<li><a href="{}">{}</a> <span class="muted">{}</span></li>)">(
      Url("/conversations/" + std::to_string(row.id.value)),
      headline_of(row, page.directory, {.person = page.card.person->id, .today = today}),
      when_words(row, today));
}

/// Those that `wanted` takes, newest first.
template <class F>
void put_conversations(html::Writer& out, const PersonPage& page, F&& wanted) {
  std::size_t count = 0;
  out.put<R"(<ul class="stack-s small">)">();
  for (const auto& row : page.rows.conversations) {
    if (!wanted(row)) continue;
    if (++count > rows_max) break;
    put_conversation(out, page, row);
  }
  out.put<"</ul>">();
  if (count == 0) out.put<R"(<p class="small muted">None that you may read.</p>)">();
  if (count > rows_max) out.put<R"(<p class="small muted">The latest {} are shown.</p>)">(rows_max);
}

void put_months(html::Writer& out, const PersonPage& page) {
  const auto today = page.visit.scope.today;
  std::array<int, 12> months{};
  for (const auto& row : page.rows.conversations)
    if (const int back = month_back(row.happened_on, today); back < 12)
      ++months[static_cast<std::size_t>(back)];
  out.put<R"(<ul class="stack-s small">)">();
  for (int back = 0; back < 12; ++back)
    out.put<"<li>{} to {}: {}</li>">(
        short_words(first_of_months(today, back + 1), today), short_words(today.plus_months(-back), today),
        count_words(months[static_cast<std::size_t>(back)], "conversation", "conversations"));
  out.put<"</ul>">();
}

void put_reached(html::Writer& out, const PersonPage& page) {
  const auto through = [](Id<Interaction> id) { return Url("/bumps/" + std::to_string(id.value)); };
  out.put<R"(<ul class="stack-s small">)">();
  for (const auto& one : page.rows.people)
    out.put<R"(<li><a href="{}">{}</a>, <a href="{}">see the chain</a></li>)">(
        Url("/people/" + one.person->slug), one.person->display_name(), through(one.through));
  for (const auto& one : page.rows.modules)
    out.put<R"(<li><a href="{}">#{}</a>, <a href="{}">see the chain</a></li>)">(
        Url("/topics/" + std::to_string(one.module->id.value)), one.module->name, through(one.through));
  out.put<"</ul>">();
  if (page.rows.people.empty() && page.rows.modules.empty())
    out.put<R"(<p class="small muted">Nobody yet.</p>)">();
}

int depth_of(const Directory& directory, const Interaction& row) {
  const auto* kind = directory.vocabulary.find(row.kind);
  return kind != nullptr ? kind->depth : 0;
}

void put_rows(html::Writer& out, const PersonPage& page, EngagementPart part) {
  const auto today = page.visit.scope.today;
  const auto& facts = page.card.facts;
  const auto year = first_of_months(today, 12);
  const bool is_older = facts.deepest_before / 2.0 > facts.deepest;
  switch (part) {
    case EngagementPart::recency:
      return put_conversations(out, page,
                               [&](const Interaction& row) { return row.happened_on == facts.last_on; });
    case EngagementPart::rhythm:
      return put_months(out, page);
    case EngagementPart::two_way:
      return put_conversations(out, page, [&](const Interaction& row) {
        return row.begun_by == BegunBy::them && row.happened_on >= year;
      });
    case EngagementPart::depth:
      return put_conversations(out, page, [&](const Interaction& row) {
        return (row.happened_on < year) == is_older &&
               depth_of(page.directory, row) == (is_older ? facts.deepest_before : facts.deepest);
      });
    case EngagementPart::reach:
      return put_reached(out, page);
  }
}

std::string_view rows_words(EngagementPart part) {
  switch (part) {
    case EngagementPart::recency:
      return "The last conversation";
    case EngagementPart::rhythm:
      return "The twelve months";
    case EngagementPart::two_way:
      return "Those they began";
    case EngagementPart::depth:
      return "Those of the deepest kind";
    case EngagementPart::reach:
      return "Who and what was reached";
  }
  return {};
}

void put_part(html::Writer& out, const PersonPage& page, EngagementPart part) {
  const auto& card = page.card;
  const double points = points_of(part, card.facts, card.rule);
  out.put<R"(<section class="card part" aria-labelledby="h-{}"><div class="sec-h"><h2 id="h-{}">{}</h2>)">(
      code(part), code(part), words(part));
  if (card.card)
    out.put<R"(<span class="more"><b class="num">{}</b> of {}</span>)">(points_words(points),
                                                                        card.rule.weight(part));
  out.put<"</div>">();
  if (card.card) out.add(part_bar(points, card.rule.weight(part)));
  out.put<R"(<p>{}</p><p class="small muted">{}</p><details class="gap-t"><summary>{}</summary>)">(
      meaning_words(part, card.rule), formula_words(part, card.facts, card.rule), rows_words(part));
  put_rows(out, page, part);
  out.put<"</details></section>">();
}

std::string not_enough_words(const EngagementFacts& facts) {
  return "Not enough yet: " +
         count_words(facts.conversations, "two-way conversation", "two-way conversations") +
         " in 24 months, and a card needs three.";
}

void put_what_counts(html::Writer& out, const CardRows& rows, const EngagementRule& rule) {
  out.put<
      R"(<p class="note small gap-t2">Two-way conversations of the last 24 months count, with anybody in the library. One-way )"
      R"(messages, newsletters and restricted conversations count nowhere.{} A card is about this relationship; it is compared with nobody’s. )"
      R"(<a href="/settings/engagement">{}</a></p>)">(
      rows.not_shown == 0
          ? std::string()
          : " " + with_capital_first(count_words(rows.not_shown, "conversation", "conversations")) +
                " that counts here may be read by another team alone.",
      rule.version == 0 ? "How it is worked out" : "How your library works it out");
}

std::string percent_words(std::optional<int> percent) {
  return percent ? std::to_string(*percent) + " %" : "not known";
}

void put_coverage(html::Writer& out, const Distribution& all) {
  out.put<
      R"(<dl class="facts gap-t"><div><dt>Coverage</dt><dd><b>{}</b>: {} of {} in post are in touch or closer</dd></div>)"
      R"(<div><dt>Breadth</dt><dd><b>{}</b>: )">(percent_words(all.coverage()), all.in_touch,
                                                 count_words(all.people, "person", "people"),
                                                 percent_words(all.breadth()));
  if (all.contacts == 0)
    out.put<"no two-way conversations in twelve months</dd></div></dl>">();
  else
    out.put<
        "1 − {} / {}, the share of the busiest {} in all two-way contacts of twelve months</dd></div></dl>">(
        all.contacts_of_busiest, all.contacts, count_words(all.busiest, "person", "people"));
}

void put_band(html::Writer& out, std::string_view heading, const std::vector<const PersonEntry*>& people) {
  if (people.empty()) return;
  out.put<R"(<details class="band"><summary>{}: {}</summary><ul class="cols-list small">)">(
      heading, count_words(static_cast<long>(people.size()), "person", "people"));
  for (const auto* person : people)
    out.put<R"(<li><a href="{}">{}</a></li>)">(Url("/people/" + person->slug + "/engagement"),
                                               person->display_name());
  out.put<"</ul></details>">();
}

}  // namespace

Html card_view(const ui::Visit& visit, const Directory& directory, const PersonCard& card,
               const CardRows& rows) {
  const PersonPage page{visit, directory, card, rows};
  html::Writer out;
  out.put<R"(<p class="crumbs"><a href="{}">{}</a></p><h1>Engagement</h1>)">(
      Url("/people/" + card.person->slug), card.person->display_name());
  if (card.card)
    out.put<
        R"(<p class="soft lead"><b class="num">{}</b> of 100, in five parts. Each opens onto what it was made from.</p>)">(
        std::lround(card.card->total()));
  else
    out.put<R"(<p class="soft lead">{}</p>)">(not_enough_words(card.facts));
  out.put<R"(<div class="engagement-parts gap-t2">)">();
  for (std::size_t i = 0; i < engagement_parts; ++i) put_part(out, page, static_cast<EngagementPart>(i));
  out.put<"</div>">();
  put_what_counts(out, rows, card.rule);
  return std::move(out).finish();
}

Html distribution_card(const OrgUnitEntry& unit, const Distribution& all) {
  if (all.people == 0) return {};
  html::Writer out;
  out.put<R"(<section class="card gap-t2" aria-labelledby="h-eng"><div class="sec-h"><h2 id="h-eng">{}</h2>)"
          R"(<a class="more" href="{}">Who is where</a></div>)">(
      finding_of(all), Url("/departments/" + unit.slug + "/engagement"));
  out.add(distribution_chart(all));
  put_coverage(out, all);
  out.put<"</section>">();
  return std::move(out).finish();
}

Html unit_view(const OrgUnitEntry& unit, const UnitEngagement& engagement) {
  const auto& all = engagement.distribution;
  html::Writer out;
  out.put<R"(<p class="crumbs"><a href="{}">{}</a></p><h1>Engagement</h1><p class="soft lead">{}.</p>)">(
      Url("/departments/" + unit.slug), unit.name, finding_of(all));
  out.put<R"(<section class="card gap-t2" aria-label="Distribution">)">();
  out.add(distribution_chart(all));
  put_coverage(out, all);
  out.put<
      R"(</section><section class="gap-t2" aria-labelledby="h-who"><h2 id="h-who" class="gap-b">Who is where</h2>)"
      R"(<p class="small muted gap-b">By name, in no order of points: a department is a distribution, not a list of the best.</p>)">();
  std::array<std::vector<const PersonEntry*>, bands> by_band;
  std::vector<const PersonEntry*> not_yet;
  for (const auto& one : engagement.people) {
    if (one.card)
      by_band[band_of(one.card->total())].push_back(one.person);
    else
      not_yet.push_back(one.person);
  }
  if (all.is_shown())
    for (std::size_t band = 0; band < bands; ++band) put_band(out, band_words(band), by_band[band]);
  put_band(out, "Not enough yet", not_yet);
  out.put<"</section>">();
  return std::move(out).finish();
}

}  // namespace rapport::engagement
