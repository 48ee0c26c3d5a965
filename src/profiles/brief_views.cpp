// Draws the brief: one A4 page to take along.
#include "base/markdown.hpp"
#include "base/text.hpp"
#include "interactions/promise_views.hpp"
#include "interactions/timeline_views.hpp"
#include "profiles/fact_views.hpp"
#include "profiles/person_views.hpp"
#include "ui/parts.hpp"

namespace rapport::profiles {
namespace {

constexpr std::size_t note_characters = 260;  // ten of these fit on the page with the facts

void put_conversation(html::Writer& out, const Interaction& row, const Directory& directory,
                      const StoryOf& of) {
  out.put<R"(<li><p class="small muted"><b class="num">{}</b> {}</p><p>{}</p></li>)">(
      short_words(row.happened_on, of.today), headline_of(row, directory, of),
      shorten(markdown_to_plain(row.note), note_characters));
}

}  // namespace

html::Html brief_view(const ui::Visit& visit, const Directory& directory, const PersonProfile& profile) {
  const auto& person = *profile.person;
  const auto today = visit.scope.today;
  html::Writer out;
  out.put<
      R"(<p class="crumbs no-print"><a href="{}">{}</a></p><article class="brief-sheet">)"
      R"(<header class="brief-head"><h1>{}</h1><p class="soft">{}</p><p class="row wrap">{}</p><p class="small muted">For {}, {}</p></header>{})">(
      html::Url("/people/" + person.slug), person.display_name(), person.display_name(),
      post_words(profile, directory), champion_mark(profile, today), visit.scope.viewer.full_name,
      long_words(today, today), three_facts(visit, directory, profile));
  if (!profile.promises.empty()) {
    out.put<R"(<section><h2>Promises on both sides</h2><ul class="plain-list">)">();
    for (const auto& promise : profile.promises) {
      const auto who = promise.side == PromiseSide::theirs ? std::string_view(person.known_as)
                                                           : directory.staff.given_name(promise.staff);
      out.put<"<li><b>{}:</b> {} {}</li>">(who, promise.words, due_tag(promise, today));
    }
    out.put<"</ul></section>">();
  }
  out.put<R"(<section><h2>The latest conversations</h2><ol class="brief-story">)">();
  for (const auto& row : profile.timeline.interactions)
    put_conversation(out, row, directory, {.person = person.id, .today = today});
  out.put<R"(</ol></section><p class="note small">{} may ask to read this page.</p></article>)">(
      person.known_as);
  out.put<R"(<p class="no-print small muted gap-t">Print with <kbd>Ctrl</kbd> <kbd>P</kbd>.</p>)">();
  return std::move(out).finish();
}

}  // namespace rapport::profiles
