// Draws the story.
#include "interactions/story_views.hpp"

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
  if (interaction.topics.empty() && !is_limited && !interaction.needs_sorting) return;
  out.put<R"(<p class="row wrap s-tags">)">();
  for (const auto id : interaction.topics) {
    const auto* topic = directory.vocabulary.find(id);
    if (topic == nullptr) continue;
    out.put<R"(<a class="tag" href="{}">#{}</a>)">(html::Url("/topics/" + std::to_string(id.value)),
                                                   topic->name);
  }
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

std::string length_words(int minutes) {
  const auto hours = minutes / 60;
  const auto rest = minutes % 60;
  std::string words;
  if (hours > 0) words = std::to_string(hours) + (hours == 1 ? " hour" : " hours");
  if (rest > 0 || hours == 0) {
    if (!words.empty()) words += ' ';
    words += std::to_string(rest) + (rest == 1 ? " minute" : " minutes");
  }
  return words;
}

std::string when_words(const Interaction& interaction, Date today) {
  switch (interaction.precision) {
    case Precision::week:
      return "in the week of " + long_words(interaction.happened_on, today);
    case Precision::month:
      return "in " + std::string(month_name(interaction.happened_on.month())) + " " +
             std::to_string(interaction.happened_on.year());
    case Precision::time:
      return long_words(interaction.happened_on, today) + " at " +
             interaction.happened_at_time.value_or(TimeOfDay{}).words();
    case Precision::day:
      break;
  }
  return long_words(interaction.happened_on, today);
}

std::string staff_words(const Interaction& interaction, const Directory& directory, Id<Staff> viewer) {
  std::vector<std::string> names;
  for (const auto id : interaction.staff)
    names.push_back(id == viewer ? "you" : std::string(directory.staff.given_name(id)));
  std::ranges::stable_partition(names, [](const std::string& name) { return name != "you"; });
  return join_words(names);
}

std::string headline_of(const Interaction& interaction, const Directory& directory, const StoryOf& of) {
  const auto* kind = directory.vocabulary.find(interaction.kind);
  std::string headline = kind != nullptr ? kind->name : "Conversation";
  std::vector<std::string> names;
  for (const auto id : interaction.staff) names.emplace_back(directory.staff.full_name(id));
  if (!names.empty()) headline += " with " + join_words(names);
  std::vector<std::string> others;
  for (const auto id : interaction.people) {
    const auto* person = directory.people.find(id);
    if (person != nullptr && person->id != of.person) others.push_back(person->display_name());
  }
  if (others.size() > 4) {
    const auto more = others.size() - 3;
    others.resize(3);
    others.push_back(std::to_string(more) + " others");
  }
  if (!others.empty()) headline += (of.person ? ", also " : ": ") + join_words(others);
  if (interaction.people.empty() && interaction.org_unit)
    headline += ": " + std::string(directory.org.name(interaction.org_unit));
  return headline;
}

html::Html story(std::span<const Interaction> interactions, const Directory& directory, const StoryOf& of) {
  html::Writer out;
  if (interactions.empty()) return {};
  out.put<R"(<ol class="story">)">();
  for (const auto& interaction : interactions) put_entry(out, interaction, directory, of);
  out.put<"</ol>">();
  return std::move(out).finish();
}

}  // namespace rapport
