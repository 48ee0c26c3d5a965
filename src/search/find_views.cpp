// Draws what was found.
#include "search/find_views.hpp"

#include "base/text.hpp"
#include "http/form.hpp"
#include "interactions/timeline_views.hpp"
#include "people/people.hpp"
#include "ui/parts.hpp"

namespace rapport::search {
namespace {

using html::Attribute;
using html::Html;
using html::Url;

/// A page's hits are links under a heading; a part's are options in a listbox.
enum class Shape { page, part };
constexpr std::size_t notes_in_part = 5;
constexpr std::size_t shown_text_characters = 60;

void open_group(html::Writer& out, Shape shape, std::string_view name) {
  if (shape == Shape::page)
    out.put<R"(<section aria-label="{}"><h2>{}</h2>)">(name, name);
  else
    out.put<R"(<div role="listbox" aria-label="{}"><p class="group" aria-hidden="true">{}</p>)">(name, name);
}

void close_group(html::Writer& out, Shape shape) {
  if (shape == Shape::page)
    out.put<"</section>">();
  else
    out.put<"</div>">();
}

void put_hit(html::Writer& out, Shape shape, const Url& address, const Html& words,
             const Attribute& opens = Attribute::flag("", false)) {
  if (shape == Shape::page)
    out.put<R"(<div data-row><a class="hit" href="{}"{}>{}</a></div>)">(address, opens, words);
  else
    out.put<R"(<div role="option"><a class="plain" href="{}"{}>{}</a></div>)">(address, opens, words);
}

Html two_lines(std::string_view first, std::string_view second) {
  if (second.empty()) return html::render<"<b>{}</b>">(first);
  return html::render<R"(<b>{}</b> <span class="small muted">{}</span>)">(first, second);
}

std::string second_line(const Directory& directory, const PersonEntry& person) {
  std::string words(directory.org.name(person.unit));
  if (!person.is_here) words += words.empty() ? "has left" : ", has left";
  return words;
}

void put_people(html::Writer& out, Shape shape, const Directory& directory, const Found& found) {
  if (found.people.empty()) return;
  open_group(out, shape, "People");
  for (const auto* person : found.people)
    put_hit(out, shape, Url("/people/" + person->slug),
            two_lines(person->display_name(), second_line(directory, *person)));
  close_group(out, shape);
}

void put_units(html::Writer& out, Shape shape, const Directory& directory, const Found& found) {
  if (found.units.empty()) return;
  open_group(out, shape, "Departments");
  for (const auto* unit : found.units)
    put_hit(
        out, shape, Url("/departments/" + unit->slug),
        two_lines(unit->name, std::string(directory.org.name(unit->parent)) + (unit->is_open  ? ""
                                                                               : unit->parent ? ", closed"
                                                                                              : "Closed")));
  close_group(out, shape);
}

void put_topics(html::Writer& out, Shape shape, const Found& found) {
  if (found.topics.empty()) return;
  open_group(out, shape, "Topics and modules");
  for (const auto* topic : found.topics)
    put_hit(out, shape, Url("/topics/" + std::to_string(topic->id.value)),
            two_lines("#" + topic->name, topic->is_module ? "module" : ""));
  close_group(out, shape);
}

Html marked(const std::vector<Piece>& pieces) {
  html::Writer out;
  for (const auto& piece : pieces) {
    if (piece.is_hit)
      out.put<"<mark>{}</mark>">(piece.text);
    else
      out.text(piece.text);
  }
  return std::move(out).finish();
}

Html note_words(const FoundNote& note, const Directory& directory, Date today) {
  const StoryOf of{.today = today};
  return html::render<R"(<b>{}</b> <span class="small muted">{}</span><br><span class="small">{}</span>)">(
      headline_of(note.interaction, directory, of), when_words(note.interaction, today),
      marked(note.snippet));
}

std::string address_of(const Asked& asked, std::optional<std::int64_t> before = {}) {
  auto address = "/find?q=" + http::percent_encode(asked.text);
  if (asked.person != nullptr) address += "&person=" + asked.person->slug;
  if (before) address += "&before=" + std::to_string(*before);
  return address;
}

void put_notes(html::Writer& out, const ui::Visit& visit, Shape shape, const Directory& directory,
               const Asked& asked, const Found& found) {
  if (found.notes.empty() && (!found.next || shape == Shape::part)) return;
  open_group(out, shape, asked.is_older_page ? "Older notes" : "Notes, newest first");
  const auto shown = shape == Shape::part ? std::min(notes_in_part, found.notes.size()) : found.notes.size();
  for (std::size_t i = 0; i < shown; ++i) {
    const auto& note = found.notes[i];
    put_hit(out, shape, Url("/conversations/" + std::to_string(note.interaction.id.value)),
            note_words(note, directory, visit.scope.today));
  }
  if (shape == Shape::part && (found.next || shown < found.notes.size()))
    put_hit(out, shape, Url(address_of(asked)), html::render<"All notes with these words">());
  if (shape == Shape::page && found.next)
    out.put<R"(<p class="gap-t"><a class="btn" href="{}">Show older notes</a></p>)">(
        Url(address_of(asked, found.next)));
  close_group(out, shape);
}

/// The last entry: what one may want to do with that name.
void put_actions(html::Writer& out, const ui::Visit& visit, Shape shape, const Asked& asked,
                 const Found& found) {
  if (!people::may_write(visit.scope.viewer) || asked.is_older_page || found.words.empty()) return;
  open_group(out, shape, "Do");
  const auto opens = Attribute::flag("data-capture-open", true);
  if (!found.people.empty()) {
    const auto& person = *found.people.front();
    put_hit(out, shape, Url("/capture?person=" + person.slug),
            html::render<"{}Log a conversation with {}">(ui::icon("pencil-plus"), person.display_name()),
            opens);
  } else {
    put_hit(out, shape, Url("/people/new?name=" + http::percent_encode(shorten(asked.text, 100))),
            html::render<"{}Add a person called “{}”">(ui::icon("user-plus"),
                                                       shorten(asked.text, shown_text_characters)));
  }
  close_group(out, shape);
}

void put_left_out(html::Writer& out, const Found& found) {
  if (found.words.left_out.empty()) return;
  std::vector<std::string> words;
  for (const auto& word : found.words.left_out) {
    if (words.size() == 5) break;
    words.push_back("“" + word + "”");
  }
  if (found.words.left_out.size() > words.size()) words.emplace_back("others");
  out.put<
      R"(<p class="small muted">Notes are searched for up to eight words of two letters or more; left out: {}.</p>)">(
      join_words(words));
}

std::string nothing_words(const Asked& asked) {
  const auto text = "“" + shorten(asked.text, shown_text_characters) + "”";
  if (asked.is_older_page) return "No older notes with " + text + ".";
  if (asked.person != nullptr)
    return "No notes with " + text + " in conversations with " + asked.person->known_as + ".";
  return "Nothing found for " + text + ": no person, department, topic or note that you can read.";
}

void put_found(html::Writer& out, const ui::Visit& visit, Shape shape, const Directory& directory,
               const Asked& asked, const Found& found) {
  put_people(out, shape, directory, found);
  put_units(out, shape, directory, found);
  put_topics(out, shape, found);
  put_notes(out, visit, shape, directory, asked, found);
}

void put_form(html::Writer& out, const Asked& asked) {
  const std::string label = asked.person != nullptr
                                ? "Words in " + notes_of(*asked.person)
                                : std::string("A person, department, topic or words of a note");
  out.put<
      R"(<form class="find gap-t" action="/find" role="search" aria-label="On this page">{})"
      R"(<label class="vh" for="find-page-q">{}</label><input type="search" name="q" id="find-page-q" value="{}" )"
      R"(placeholder="{}" autocomplete="off" spellcheck="false">)">(ui::icon("search"), label,
                                                                    shorten(asked.text, 500), label);
  if (asked.person != nullptr)
    out.put<R"(<input type="hidden" name="person" value="{}">)">(asked.person->slug);
  out.put<R"(<button class="btn s">Find</button></form>)">();
}

}  // namespace

std::string notes_of(const PersonEntry& person) {
  if (person.pronouns == "she") return "her notes";
  if (person.pronouns == "he") return "his notes";
  if (person.pronouns == "they") return "their notes";
  return person.known_as + "’s notes";
}

Html find_view(const ui::Visit& visit, const Directory& directory, const Asked& asked, const Found& found) {
  html::Writer out;
  if (asked.person != nullptr) {
    out.put<R"(<p class="crumbs"><a href="/people">People</a> / <a href="{}">{}</a></p><h1>Search {}</h1>)">(
        Url("/people/" + asked.person->slug), asked.person->display_name(), notes_of(*asked.person));
  } else {
    out.put<"<h1>Find</h1>">();
  }
  put_form(out, asked);
  out.put<R"(<div class="results gap-t2">)">();
  if (found.words.empty()) {
    out.put<
        R"(<p class="soft">Type a name, a department, a #topic or words from a note. Accents and word endings )"
        R"(do not matter.</p>)">();
  } else {
    if (found.empty() && !found.next) out.add(ui::empty_state(nothing_words(asked)));
    put_found(out, visit, Shape::page, directory, asked, found);
    if (asked.person == nullptr) put_actions(out, visit, Shape::page, asked, found);
    put_left_out(out, found);
  }
  if (asked.person != nullptr)
    out.put<R"(<p class="small"><a href="{}">Search everything</a></p>)">(
        Url("/find?q=" + http::percent_encode(asked.text)));
  out.put<"</div>">();
  return std::move(out).finish();
}

Html find_part(const ui::Visit& visit, const Directory& directory, const Asked& asked, const Found& found) {
  html::Writer out;
  if (found.words.empty()) return {};
  if (found.empty()) out.put<R"(<p class="small muted">{}</p>)">(nothing_words(asked));
  put_found(out, visit, Shape::part, directory, asked, found);
  put_actions(out, visit, Shape::part, asked, found);
  return std::move(out).finish();
}

}  // namespace rapport::search
