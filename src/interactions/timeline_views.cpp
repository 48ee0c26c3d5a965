// Draws timelines.
#include "interactions/timeline_views.hpp"

#include <algorithm>

#include "base/markdown.hpp"
#include "base/text.hpp"
#include "ui/parts.hpp"

namespace rapport {
namespace {

constexpr std::size_t folded_from_bytes = 900;  // longer notes open on a click

std::string short_when(const Interaction& interaction, Date today) {
  if (interaction.precision == Precision::month)
    return std::string(month_name(interaction.happened_on.month()).substr(0, 3)) + " " +
           std::to_string(interaction.happened_on.year());
  auto words = short_words(interaction.happened_on, today);
  if (interaction.precision == Precision::week) return "w/c " + words;
  return words;
}

void put_note(html::Writer& out, const Interaction& interaction) {
  if (interaction.note.empty()) return;
  // Markdown's writer escapes everything that is not its own.
  const auto note = html::trusted(markdown_to_safe_html(interaction.note));
  if (interaction.note.size() <= folded_from_bytes) {
    out.put<R"(<div class="s-note">{}</div>)">(note);
  } else {
    out.put<R"(<details class="s-note long"><summary>{}</summary>{}</details>)">(
        shorten(markdown_to_plain(interaction.note), 240), note);
  }
}

void put_facts(html::Writer& out, const Interaction& interaction) {
  std::vector<std::string> facts;
  if (interaction.attendees) facts.push_back(std::to_string(*interaction.attendees) + " people came");
  if (interaction.duration_minutes) facts.push_back(length_words(*interaction.duration_minutes));
  if (!interaction.place.empty()) facts.push_back(interaction.place);
  if (!facts.empty()) out.put<R"(<p class="small muted">{}</p>)">(join(facts, " · "));
}

void put_tags(html::Writer& out, const Interaction& interaction, const Directory& directory) {
  const bool is_limited = interaction.visibility != Visibility::library;
  if (interaction.topics.empty() && !is_limited && !interaction.needs_sorting && interaction.bump_count == 0)
    return;
  out.put<R"(<p class="row wrap s-tags">)">();
  for (const auto id : interaction.topics) {
    const auto* topic = directory.vocabulary.find(id);
    if (topic == nullptr) continue;
    out.put<R"(<a class="tag" href="{}">#{}</a>)">(html::Url("/topics/" + std::to_string(id.value)),
                                                   topic->name);
  }
  if (interaction.bump_count > 0)
    out.put<R"(<a class="tag plum" href="{}">{}led on to more</a>)">(
        html::Url("/bumps/" + std::to_string(interaction.id.value)), ui::icon("ripple"));
  if (is_limited)
    out.put<R"(<span class="tag blue">{}Only {}</span>)">(
        ui::icon("lock"), interaction.visibility == Visibility::team ? "the team" : "those named");
  if (interaction.needs_sorting) out.put<R"(<span class="tag amber">to sort out</span>)">();
  out.put<"</p>">();
}

void put_entry(html::Writer& out, const Interaction& interaction, const Directory& directory,
               const StoryOf& of) {
  const auto* kind = directory.vocabulary.find(interaction.kind);
  const bool is_ahead = interaction.happened_on > of.today;
  out.put<
      R"(<li data-row class="{}"><div class="s-when"><b class="num">{}</b></div><div class="s-dot">{}</div>)"
      R"(<div class="s-body"><p class="small muted"><a class="plain" href="{}">{}</a>{}</p>)">(
      is_ahead ? "ahead" : "", short_when(interaction, of.today),
      ui::icon(kind != nullptr ? kind->icon : "message-circle"),
      html::Url("/conversations/" + std::to_string(interaction.id.value)),
      headline_of(interaction, directory, of), is_ahead ? ", ahead" : "");
  put_note(out, interaction);
  put_facts(out, interaction);
  put_tags(out, interaction, directory);
  out.put<"</div></li>">();
}

}  // namespace

html::Html timeline(std::span<const Interaction> interactions, const Directory& directory,
                    const StoryOf& of) {
  html::Writer out;
  if (interactions.empty()) return {};
  out.put<R"(<ol class="story">)">();
  for (const auto& interaction : interactions) put_entry(out, interaction, directory, of);
  out.put<"</ol>">();
  return std::move(out).finish();
}

}  // namespace rapport
