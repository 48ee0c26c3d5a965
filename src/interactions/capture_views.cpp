// Draws the form and the preview of a capture line.
#include "interactions/capture_views.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "interactions/caution.hpp"
#include "interactions/timeline_views.hpp"
#include "ui/parts.hpp"

namespace rapport {
namespace {

using html::Html;
using html::Url;
using html::Writer;

constexpr std::size_t offers_shown = 7;

/// Without script a chip sends the whole line and asks how it reads then.
const Url& asks_again() {
  static const Url address("/capture?preview=1");
  return address;
}

std::string_view tint(CaptureKind kind) {
  switch (kind) {
    case CaptureKind::person:
      return "p";
    case CaptureKind::how:
      return "w";
    case CaptureKind::topic:
      return "t";
    case CaptureKind::length:
    case CaptureKind::when:
    case CaptureKind::attendees:
      return "d";
    case CaptureKind::promise:
    case CaptureKind::due:
      return "f";
    case CaptureKind::led_on:
      return "t";
    case CaptureKind::small:
      return "";
  }
  return "";
}

void put_mirror(Writer& out, const CaptureReading& reading) {
  const std::string_view line = reading.line;
  std::size_t at = 0;
  out.put<R"(<div data-mirror hidden>)">();
  for (const auto& token : reading.tokens) {
    if (token.kind == CaptureKind::small) continue;
    out.text(line.substr(at, token.begin - at));
    out.put<R"(<span class="tk {}{}">{}</span>)">(tint(token.kind), token.is_unsure ? " unsure" : "",
                                                  line.substr(token.begin, token.end - token.begin));
    at = token.end;
  }
  out.text(line.substr(at));
  out.put<"</div>">();
}

void put_corrections(Writer& out, const CaptureCorrections& corrections) {
  for (const auto& mark : corrections.plain)
    out.put<R"(<input type="hidden" name="plain" value="{}">)">(written(mark));
  for (const auto& choice : corrections.chosen)
    out.put<R"(<input type="hidden" name="chosen" value="{}">)">(written(choice));
  for (const auto& earlier : corrections.earlier)
    out.put<R"(<input type="hidden" name="earlier" value="{}">)">(written(earlier));
}

/// A reading as a button; a click turns it back to plain text.
Html chip(CaptureKind kind, const CaptureMark& mark, std::string_view words) {
  return html::render<
      R"(<button class="tk {}" name="plain" value="{}" formaction="{}" title="Back to plain text">)"
      R"({}<span class="vh"> (back to plain text)</span></button>)">(tint(kind), written(mark), asks_again(),
                                                                     words);
}

void put_row(Writer& out, std::string_view icon, std::string_view label, const Html& words) {
  out.put<R"(<div><dt>{}{}</dt><dd>{}</dd></div>)">(ui::icon(icon), label, words);
}

std::string capitalised(std::string_view words) {
  std::string text(words);
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

const CaptureToken* token_of(const CaptureReading& reading, CaptureKind kind) {
  const auto found = std::ranges::find(reading.tokens, kind, &CaptureToken::kind);
  return found == reading.tokens.end() ? nullptr : &*found;
}

/// People who are certain, each with a way to say that it was no name.
void put_people(Writer& out, const Directory& directory, const CaptureReading& reading) {
  for (const auto& name : reading.names) {
    if (!name.is_certain() || name.promise || name.colleague) continue;
    const auto* person = name.person ? directory.people.find(*name.person) : nullptr;
    const auto words = person ? person->display_name() : name.new_name;
    out.put<
        R"(<div class="row top-a">{}<div class="grow"><h2 class="h3">{}</h2><p class="small muted">{}</p></div>)"
        R"(<button class="btn s quiet" name="plain" value="{}" formaction="{}">Not a name</button></div>)">(
        ui::avatar(words), words, person ? directory.org.name(person->unit) : std::string_view("Someone new"),
        written(name.mark), asks_again());
  }
}

void put_how(Writer& out, const Directory& directory, const CaptureReading& reading) {
  const auto* kind = reading.kind ? directory.vocabulary.find(*reading.kind) : nullptr;
  if (kind == nullptr) {
    const auto* meeting = directory.vocabulary.find_kind("meeting");
    return put_row(out, "message-circle", "How",
                   html::render<"{}">(meeting ? std::string_view(meeting->name) : "Meeting"));
  }
  for (const auto& token : reading.tokens)
    if (token.kind == CaptureKind::how && directory.vocabulary.kind_of_word(token.mark.text) == kind)
      return put_row(out, "message-circle", "How", chip(CaptureKind::how, token.mark, kind->name));
}

std::string day_words(const CaptureReading& reading, Date today) {
  if (reading.precision == Precision::week) return "Week of " + long_words(reading.happened_on, today);
  if (reading.precision == Precision::month)
    return std::string(month_name(reading.happened_on.month())) + " " +
           std::to_string(reading.happened_on.year());
  if (reading.happened_on == today) return "Today";
  if (reading.happened_on == today.plus_days(-1)) return "Yesterday";
  if (reading.happened_on == today.plus_days(1)) return "Tomorrow";
  return long_words(reading.happened_on, today);
}

void put_when(Writer& out, const CaptureReading& reading, Date today) {
  Writer words;
  const auto day = day_words(reading, today);
  words.add(reading.day_mark ? chip(CaptureKind::when, *reading.day_mark, day) : html::render<"{}">(day));
  if (reading.time_mark)
    words.text(" at ").add(chip(CaptureKind::when, *reading.time_mark, reading.happened_at_time->words()));
  if (const auto* length = token_of(reading, CaptureKind::length))
    words.text(", ").add(chip(CaptureKind::length, length->mark, length_words(*reading.duration_minutes)));
  put_row(out, "clock", "When", std::move(words).finish());
}

void put_topics(Writer& out, const CaptureReading& reading) {
  if (reading.topics.empty()) return;
  Writer words;
  std::vector<std::string> shown;
  for (const auto& token : reading.tokens) {
    if (token.kind != CaptureKind::topic || std::ranges::find(shown, token.mark.text) != shown.end())
      continue;
    const auto is_it = [&](const std::string& topic) { return fold(topic) == token.mark.text; };
    const auto topic = std::ranges::find_if(reading.topics, is_it);
    if (!shown.empty()) words.text(" ");
    words.add(chip(CaptureKind::topic, token.mark, topic == reading.topics.end() ? token.mark.text : *topic));
    shown.push_back(token.mark.text);
  }
  put_row(out, "hash", "About", std::move(words).finish());
}

void put_colleagues(Writer& out, const Directory& directory, const CaptureReading& reading) {
  Writer words;
  bool is_first = true;
  for (const auto& name : reading.names) {
    if (!name.colleague || name.promise) continue;
    if (!is_first) words.text(" ");
    words.add(chip(CaptureKind::person, name.mark, directory.staff.full_name(*name.colleague)));
    is_first = false;
  }
  if (!is_first) put_row(out, "users", "Together with", std::move(words).finish());
}

void put_promises(Writer& out, const CaptureReading& reading, Date today) {
  for (const auto& promise : reading.promises) {
    Writer words;
    words.add(chip(CaptureKind::promise, promise.mark, capitalised(promise.words)));
    if (promise.due_on) {
      const auto day = html::render<"<b>{}</b>">(long_words(*promise.due_on, today));
      words.put<
          R"( by {} <button class="btn s quiet" name="plain" value="{}" formaction="{}">No date</button>)">(
          day, written(*promise.due_mark), asks_again());
    }
    put_row(out, "flag", "You promise", std::move(words).finish());
  }
}

/// "Corridor chat with Tom, 31 Oct": the people are those of the line.
std::string earlier_words(const Directory& directory, const Interaction& earlier, Date today) {
  const auto* kind = directory.vocabulary.find(earlier.kind);
  auto words = kind != nullptr ? kind->name : std::string("Conversation");
  if (!earlier.staff.empty()) words += " with " + staff_words(earlier, directory, {});
  return words + ", " + short_words(earlier.happened_on, today);
}

/// The conversation that a `^` means, and the next likeliest to pick instead.
void put_led_on(Writer& out, const Directory& directory, const CaptureShown& shown) {
  for (const auto& found : shown.earlier) {
    Writer row;
    const auto words = found.earlier ? earlier_words(directory, *found.earlier, shown.today)
                                     : std::string("no earlier conversation found");
    if (found.mark)
      row.add(chip(CaptureKind::led_on, *found.mark, words));
    else
      row.put<R"(<span class="tk t">{}</span>)">(words);
    if (!found.others.empty()) row.put<R"(<span class="small muted"> or </span>)">();
    for (const auto& other : found.others)
      row.put<R"(<button class="btn s quiet" name="earlier" value="{}" formaction="{}"><span class="vh">)"
              R"(led on from </span>{}</button>)">(written(CaptureEarlier{found.occurrence, other.id}),
                                                   asks_again(),
                                                   earlier_words(directory, other, shown.today));
    out.put<R"(<div class="whole"><dt>{}Led on from</dt><dd class="row wrap">{}</dd></div>)">(
        ui::icon("ripple"), std::move(row).finish());
  }
}

void put_conversation(Writer& out, const Directory& directory, const CaptureShown& shown) {
  const auto& reading = shown.reading;
  put_how(out, directory, reading);
  put_when(out, reading, shown.today);
  if (const auto* came = token_of(reading, CaptureKind::attendees))
    put_row(out, "users-group", "How many",
            chip(CaptureKind::attendees, came->mark, std::to_string(*reading.attendees) + " people came"));
  put_topics(out, reading);
  put_colleagues(out, directory, reading);
  if (!reading.note.empty())
    put_row(out, "quote", "Note", html::render<"{}">(shorten(capitalised(reading.note), 600)));
}

std::string unit_words(const Directory& directory, const CaptureOffer& offer) {
  if (offer.colleague) return "in the library";
  const auto* person = directory.people.find(*offer.person);
  auto words = std::string(person ? directory.org.name(person->unit) : "");
  if (person != nullptr && !person->is_here) words += words.empty() ? "has left" : ", has left";
  return words;
}

struct Option {
  std::string words = {};  ///< who it is
  std::string more = {};   ///< which of them
  std::string name = {};   ///< what stands in the line once chosen
  CaptureChoice choice = {};
};

Option option_of(const Directory& directory, const CaptureName& name, const CaptureOffer& offer) {
  Option option{.more = unit_words(directory, offer),
                .choice = {.name = name.key, .person = offer.person, .colleague = offer.colleague}};
  const auto* person = offer.person ? directory.people.find(*offer.person) : nullptr;
  option.name = person ? person->full_name
                       : std::string(directory.staff.full_name(offer.colleague.value_or(Id<Staff>{})));
  option.words = person ? person->display_name() : option.name;
  return option;
}

/// In the line the name is replaced, so script sends the choice for the new words; without script for those
/// there are.
void put_option(Writer& out, const Option& option, const Html& picture, std::string_view action) {
  auto as_inserted = option.choice;
  as_inserted.name = join(folded_words(option.name), " ");
  out.put<
      R"(<li role="presentation"><button class="row" role="option" aria-selected="false" name="chosen" value="{}" )"
      R"(formaction="{}" data-insert="@{}" data-id="{}">{}<span class="grow">{}<span class="micro muted"> {}</span></span>)"
      R"(</button></li>)">(written(option.choice), Url(action), option.name, written(as_inserted), picture,
                           option.words, option.more);
}

}  // namespace

Html name_offers(const Directory& directory, const std::vector<CaptureName>& names, std::string_view action) {
  Writer out;
  for (const auto& name : names) {
    if (name.is_certain()) continue;
    const auto question = name.offers.empty() ? "Nobody called " + name.new_name + " is known yet."
                                              : "Which " + name.new_name + "?";
    out.put<R"(<div class="ask"><p class="small">{}</p><ul class="opts" role="listbox" aria-label="{}">)">(
        question, question);
    for (std::size_t i = 0; i < std::min(name.offers.size(), offers_shown); ++i) {
      const auto option = option_of(directory, name, name.offers[i]);
      put_option(out, option, ui::avatar(option.name, "s"), action);
    }
    put_option(out, {"Someone new called " + name.new_name, "", name.new_name, {.name = name.new_key}},
               ui::icon("user-plus"), action);
    out.put<"</ul>">();
    if (name.offers.size() > offers_shown)
      out.put<R"(<p class="small muted">{} more. Write more of the name to find them.</p>)">(
          name.offers.size() - offers_shown);
    out.put<"</div>">();
  }
  return std::move(out).finish();
}

Html capture_preview(const Directory& directory, const CaptureShown& shown) {
  Writer out;
  put_mirror(out, shown.reading);
  put_corrections(out, shown.corrections);
  const auto& reading = shown.reading;
  if (trim(reading.line).empty() && !shown.is_refused) return std::move(out).finish();
  out.put<R"(<div class="pv">)">();
  if (!reading.nothing_to_save.empty()) {
    out.put<R"(<p class="small{}"{}>{}</p></div>)">(
        shown.is_refused ? "" : " muted", html::Attribute::optional("role", shown.is_refused ? "alert" : ""),
        reading.nothing_to_save);
    return std::move(out).finish();
  }
  put_people(out, directory, reading);
  out.add(name_offers(directory, reading.names, asks_again().text()));
  out.put<R"(<dl class="pv-l">)">();
  if (!reading.is_promise_only) put_conversation(out, directory, shown);
  put_promises(out, reading, shown.today);
  put_led_on(out, directory, shown);
  out.put<"</dl>">();
  if (reading.needs_sorting)
    out.put<R"(<p class="small muted">{} It will be kept to sort out.</p>)">(
        reading.names.empty() ? "Nobody is named." : "Not every name is certain.");
  out.put<"</div>">();
  return std::move(out).finish();
}

namespace {

constexpr std::string_view caution_line =
    "They may ask to read this. Leave out health, mood, belief and politics.";

Html signs_line() {
  return html::render<
      R"(<kbd>@</kbd> person <kbd>#</kbd> topic <kbd>10m</kbd> length <kbd>&gt;</kbd> promise)">();
}

void put_signs(Writer& out) {
  struct SignButton {
    std::string_view sign;
    std::string_view icon;
    std::string_view words;
  };
  constexpr SignButton buttons[] = {
      {"@", "at", "Person"}, {"#", "hash", "Topic"}, {"10m", "clock", "Length"}, {"> ", "flag", "Promise"}};
  out.put<R"(<div class="chips js-only only-m" role="group" aria-label="Insert">)">();
  for (const auto& button : buttons)
    out.put<R"(<button class="btn s" type="button" data-sign="{}">{}{}</button>)">(
        button.sign, ui::icon(button.icon), button.words);
  out.put<"</div>">();
}

}  // namespace

Html capture_form(const ui::Visit& visit, const Directory& directory, const CaptureShown& shown) {
  Writer out;
  out.put<
      R"(<form id="capture-form" method="post" action="/capture" data-capture data-once>{}{}<div class="cap-in">)"
      R"(<label class="vh" for="cap">What happened?</label><textarea name="line" id="cap" rows="2" autofocus )"
      R"(aria-describedby="cap-help" autocapitalize="sentences" data-caution data-caution-words="{}">
{}</textarea></div>)">(ui::csrf_field(visit), ui::once_field(), caution_words, shown.reading.line);
  put_signs(out);
  out.put<R"(<output id="capture-preview" for="cap">{}</output>)"
          R"(<p class="small muted pv-c" data-caution-text hidden>{}</p>)">(capture_preview(directory, shown),
                                                                            caution_line);
  out.put<
      R"(<div class="pv-f"><p class="small muted" id="cap-help">{}</p><div class="row push"><button class="btn quiet no-js" formaction="{}">Check</button>)"
      R"(<button class="btn" formaction="/conversations/new">Add detail</button>)"
      R"(<button class="btn primary"><span data-save-words>Save</span> <kbd class="hide-m">Enter</kbd></button>)"
      R"(</div></div></form>)">(signs_line(), asks_again());
  return std::move(out).finish();
}

Html capture_form_without_network() {
  Writer out;
  out.put<
      R"(<form id="capture-form" class="js-only" method="post" action="/capture" data-capture><div class="cap-in">)"
      R"(<label class="vh" for="cap">What happened?</label><textarea name="line" id="cap" rows="2" autofocus )"
      R"(aria-describedby="cap-help" autocapitalize="sentences" data-caution data-caution-words="{}">)"
      R"(</textarea></div>)">(caution_words);
  put_signs(out);
  out.put<
      R"(<output id="capture-preview" for="cap"></output><p class="small muted pv-c" data-caution-text hidden>{}</p>)"
      R"(<div class="pv-f"><p class="small muted" id="cap-help">{}</p><div class="row push"><button class="btn primary">)"
      R"(<span data-save-words>Save on this device</span></button></div></div></form>)">(caution_line,
                                                                                         signs_line());
  return std::move(out).finish();
}

}  // namespace rapport
