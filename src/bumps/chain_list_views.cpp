// Draws the steps of a chain one after another, and who kept it going.
#include <algorithm>

#include "base/markdown.hpp"
#include "base/text.hpp"
#include "bumps/chain_views.hpp"
#include "interactions/interaction_headline.hpp"
#include "ui/parts.hpp"

namespace rapport {
namespace {

using html::Html;
using html::Url;

constexpr std::size_t note_characters = 220;
constexpr std::size_t named_parents_max = 3;

ChainReader reader_of(const ui::Visit& visit) {
  return {visit.scope.viewer.staff, visit.scope.today};
}

std::string conversation_address(Id<Interaction> id) {
  return "/conversations/" + std::to_string(id.value);
}

/// Where the line to a step's parents is not plain from the order: more than one, or not the step above.
bool needs_parents(const Chain& chain, std::size_t step) {
  const auto& parents = chain.parents[step];
  return parents.size() > 1 || (parents.size() == 1 && parents.front() + 1 != step);
}

Html parent_link(const Chain& chain, std::size_t parent, const Directory& directory,
                 const ChainReader& reader) {
  const auto& step = chain.steps[parent];
  const auto words = step.is_open() ? with_small_first(words_of(step, directory, reader).title) + ", " +
                                          short_date_of(step, reader.today)
                                    : with_small_first(gap_words(step.sight));
  return html::render<R"(<a href="{}">{}</a>)">(Url(step_address(chain, parent)), words);
}

void put_parents(html::Writer& out, const Chain& chain, std::size_t step, const Directory& directory,
                 const ChainReader& reader) {
  if (!needs_parents(chain, step)) return;
  const auto& parents = chain.parents[step];
  const auto named = std::min(parents.size(), named_parents_max);
  out.put<R"(<p class="micro muted">Led on from )">();
  for (std::size_t i = 0; i < named; ++i) {
    const bool is_last = i + 1 == parents.size();
    out.put<"{}{}">(i == 0    ? ""
                    : is_last ? " and "
                              : "; ",
                    parent_link(chain, parents[i], directory, reader));
  }
  if (parents.size() > named) out.put<" and {} more">(parents.size() - named);
  out.put<"</p>">();
}

void put_elsewhere(html::Writer& out, const chains::ChainNote& note, const Directory& directory, Date today) {
  for (const auto& parent : note.elsewhere)
    out.put<R"(<p class="micro muted">Also led on from <a href="{}">{}</a>, {}</p>)">(
        Url(chain_address(parent.id)), with_small_first(headline_of(parent, directory, {.today = today})),
        when_words(parent, today));
}

void put_origins(html::Writer& out, const chains::ChainNote& note, const Directory& directory) {
  for (const auto& origin : note.origins) {
    const auto* person = origin.person ? directory.people.find(*origin.person) : nullptr;
    out.put<R"(<p class="micro muted">Began with {}{}{}{}</p>)">(
        with_small_first(words(origin.kind)),
        person != nullptr ? " by " + person->display_name() : std::string(), origin.words.empty() ? "" : ": ",
        origin.words);
  }
}

void put_note(html::Writer& out, const chains::ChainNote& note) {
  if (note.note.empty()) return;
  out.put<R"(<p class="small soft">{}</p>)">(shorten(markdown_to_plain(note.note), note_characters));
}

std::string_view dot_tone(const ChainStep& step, const Directory& directory) {
  if (!step.is_open()) return "gap";
  if (step.is_ahead) return "next";
  const auto* kind = directory.vocabulary.find(step.kind);
  return tone_class(kind != nullptr ? tone_of(*kind) : ChainTone::conversation);
}

void put_open_step(html::Writer& out, const ChainStep& step, const Directory& directory,
                   const ChainReader& reader) {
  out.put<R"(<h3><a class="plain" href="{}">{}</a></h3>)">(Url(conversation_address(step.id)),
                                                           heading_of(step, directory, reader));
}

void put_step(html::Writer& out, const ChainPage& page, std::size_t place, const Directory& directory,
              const ChainReader& reader) {
  const auto& step = page.chain.steps[place];
  const auto& note = page.notes[place - page.page * chain_page_size];
  const auto date = step.is_open() ? short_date_of(step, reader.today) : std::string();
  out.put<
      R"(<li id="step-{}"{}{}><span class="num s-date">{}</span><span class="dot {}">{}</span><div class="grow">)">(
      step.id.value, html::Attribute::flag("data-row", step.is_open()),
      html::Attribute::optional("aria-current", place == page.chain.focus ? "true" : ""), date,
      dot_tone(step, directory), ui::icon(words_of(step, directory, reader).icon));
  if (step.is_open())
    put_open_step(out, step, directory, reader);
  else
    out.put<R"(<h3 class="soft">{}</h3>)">(gap_words(step.sight));
  put_note(out, note);
  put_parents(out, page.chain, place, directory, reader);
  put_elsewhere(out, note, directory, reader.today);
  put_origins(out, note, directory);
  out.put<R"(</div><span class="micro muted by">{}</span></li>)">(colleagues_words(step, directory));
}

}  // namespace

Html chain_steps_view(const ui::Visit& visit, const Directory& directory, const ChainPage& page) {
  html::Writer out(page.notes.size() * 700 + 1000);
  out.put<
      R"(<section class="card" aria-labelledby="h-steps"><h2 id="h-steps" class="gap-b">Step by step</h2>)"
      R"(<ol class="steps" start="{}">)">(page.page * chain_page_size + 1);
  const auto reader = reader_of(visit);
  const auto from = page.page * chain_page_size;
  for (auto place = from; place < from + page.notes.size(); ++place)
    put_step(out, page, place, directory, reader);
  out.put<"</ol>">();
  const auto focus = page.chain.steps[page.chain.focus].id;
  if (page.chain.steps.size() > chain_page_size) {
    out.put<R"(<p class="only-print small muted">Steps {} to {} of {}.</p>)">(
        from + 1, from + page.notes.size(), page.chain.steps.size());
    out.add(
        ui::pages_of({.total = static_cast<std::int64_t>(page.chain.steps.size()),
                      .page = static_cast<int>(page.page) + 1,
                      .page_size = static_cast<int>(chain_page_size)},
                     [&](int number) { return chain_address(focus) + "?page=" + std::to_string(number); }));
  }
  out.put<"</section>">();
  return std::move(out).finish();
}

}  // namespace rapport
