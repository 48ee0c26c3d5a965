// Draws the brief: one A4 page to take along.
#include <algorithm>

#include "base/markdown.hpp"
#include "base/text.hpp"
#include "interactions/promise_views.hpp"
#include "interactions/timeline_views.hpp"
#include "profiles/fact_views.hpp"
#include "profiles/person_views.hpp"
#include "ui/parts.hpp"

namespace rapport::profiles {
namespace {

// What fits on one page of A4 with the facts.
constexpr std::size_t note_characters = 220;
constexpr std::size_t story_characters = 200;
constexpr std::size_t conversations_shown = 7;
constexpr std::size_t promises_shown = 6;

void put_conversation(html::Writer& out, const Interaction& row, const Directory& directory,
                      const StoryOf& of) {
  out.put<R"(<li><p class="small muted"><b class="num">{}</b> {}</p><p>{}</p></li>)">(
      short_words(row.happened_on, of.today), headline_of(row, directory, of),
      shorten(markdown_to_plain(row.note), note_characters));
}

void put_promises(html::Writer& out, const Directory& directory, const PersonProfile& profile, Date today) {
  if (profile.promises.empty()) return;
  out.put<R"(<section><h2>Promises on both sides</h2><ul class="plain-list">)">();
  for (std::size_t i = 0; i < std::min(profile.promises.size(), promises_shown); ++i) {
    const auto& promise = profile.promises[i];
    const auto who = promise.side == PromiseSide::theirs ? std::string_view(profile.person->known_as)
                                                         : directory.staff.given_name(promise.staff);
    out.put<"<li><b>{}:</b> {} {}</li>">(who, promise.words, due_tag(promise, today));
  }
  if (profile.promises.size() > promises_shown)
    out.put<"<li>And {} more.</li>">(profile.promises.size() - promises_shown);
  out.put<"</ul></section>">();
}

std::string standing_words(const PersonProfile& profile, Date today) {
  const auto& standing = profile.relationship.standing;
  auto said = profile.relationship.scales.current().name(standing.level());
  if (standing.relationship) said += " since " + short_words(standing.relationship->since, today);
  if (standing.is_slipping()) said += ", slipping";
  return said;
}

void put_plan(html::Writer& out, const plans::Plan& plan, const Scales& scales, Date today) {
  const auto& said = plan.plan;
  out.put<"<p><b>The plan:</b> {} Aim: {} by {}.">(
      said.hope, scales.current().name(scales.now(said.aim_scale, said.aim_level)),
      short_words(said.review_on, today));
  const auto next = std::ranges::find_if(plan.steps, &PlanStep::is_open);
  if (next != plan.steps.end()) out.put<" Next: {}.">(next->words);
  out.put<"</p>">();
  if (!said.matters.empty()) out.put<"<p><b>What matters to them:</b> {}</p>">(said.matters);
}

void put_grown(html::Writer& out, const PersonProfile& profile, const BriefMore& more, Date today) {
  if (!profile.grew.empty()) {
    std::vector<std::string> parts;
    parts.reserve(profile.grew.size());
    for (const auto& total : profile.grew) parts.push_back(std::to_string(total.number) + " " + total.words);
    out.put<"<p><b>What grew since {}:</b> {}.</p>">(short_words(profile.grew_since, today),
                                                     join_words(parts));
  }
  for (const auto& story : more.stories)
    out.put<"<p><b>Told:</b> {}{}</p>">(
        story.told.title, story.told.words.empty()
                              ? std::string()
                              : ". " + shorten(markdown_to_plain(story.told.words), story_characters));
}

}  // namespace

html::Html brief_sheet(const ui::Visit& visit, const Directory& directory, const PersonProfile& profile,
                       const BriefMore& more) {
  const auto& person = *profile.person;
  const auto today = visit.scope.today;
  html::Writer out;
  out.put<
      R"(<article class="brief-sheet"><header class="brief-head"><h1>{}</h1><p class="soft">{}</p><p class="row wrap">{}</p><p class="small muted">For {}, {}</p></header>{})">(
      person.display_name(), post_words(profile, directory), champion_mark(profile, today),
      visit.scope.viewer.full_name, long_words(today, today), three_facts(visit, directory, profile));
  out.put<"<section><h2>Where we stand</h2><p>{}.</p>">(standing_words(profile, today));
  if (more.plan) put_plan(out, *more.plan, profile.relationship.scales, today);
  put_grown(out, profile, more, today);
  out.put<"</section>">();
  put_promises(out, directory, profile, today);
  out.put<R"(<section><h2>The latest conversations</h2><ol class="brief-story">)">();
  for (std::size_t i = 0; i < std::min(profile.timeline.interactions.size(), conversations_shown); ++i)
    put_conversation(out, profile.timeline.interactions[i], directory, {.person = person.id, .today = today});
  out.put<R"(</ol></section><p class="note small">{} may ask to read this page.</p></article>)">(
      person.known_as);
  return std::move(out).finish();
}

html::Html brief_view(const ui::Visit& visit, const Directory& directory, const PersonProfile& profile,
                      const BriefMore& more) {
  return html::render<
      R"(<p class="crumbs no-print"><a href="{}">{}</a></p>{}<p class="no-print small muted gap-t">Print with <kbd>Ctrl</kbd> <kbd>P</kbd>.</p>)">(
      html::Url("/people/" + profile.person->slug), profile.person->display_name(),
      brief_sheet(visit, directory, profile, more));
}

}  // namespace rapport::profiles
