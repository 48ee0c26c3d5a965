// Draws the form of a conversation: what every log needs on top, the rest unfolded on a click.
#include "interactions/caution.hpp"
#include "interactions/conversation_views.hpp"
#include "ui/parts.hpp"

namespace rapport {
namespace {

std::vector<ui::Choice> kind_choices(const Directory& directory) {
  std::vector<ui::Choice> choices;
  for (const auto& kind : directory.vocabulary.kinds())
    if (kind.is_active) choices.push_back({kind.code, kind.name});
  return choices;
}

std::vector<ui::Choice> department_choices(const Directory& directory) {
  std::vector<ui::Choice> choices{{"", "No department"}};
  for (const auto& unit : directory.org.units())
    if (unit.is_open) choices.push_back({unit.slug, unit.name});
  return choices;
}

std::vector<ui::Choice> visibility_choices() {
  return {{"library", "The library: " + std::string(label(Visibility::library))},
          {"team", "My team: " + std::string(label(Visibility::team))},
          {"restricted", "Restricted: " + std::string(label(Visibility::restricted))}};
}

void put_note(html::Writer& out, const ConversationForm& form, const std::vector<Fault>& faults) {
  std::string fault;
  for (const auto& one : faults)
    if (one.field == "note") fault = one.message;
  out.put<
      R"(<div class="field"><label for="note">Note</label><p class="hint" id="note-hint">Facts and their own words. )"
      R"(**bold**, lists and links work.</p>)">();
  if (!fault.empty())
    out.put<R"(<p class="error" id="note-error"><span class="vh">Error: </span>{}</p>)">(fault);
  out.put<
      R"(<textarea id="note" name="note" rows="6" aria-describedby="note-hint" data-caution data-caution-words="{}">{}</textarea>)"
      R"(<p class="note small" data-caution-text hidden>They may ask to read this. Keep to what was asked, agreed and )"
      R"(promised; leave out health, mood, belief and politics.</p></div>)">(caution_words, form.note);
}

void put_who_and_how(html::Writer& out, const Directory& directory, const ConversationForm& form,
                     const std::vector<Fault>& faults) {
  out.add(ui::field(
      {.name = "people",
       .label = "Who",
       .value = form.people,
       .hint =
           "A name a line. A word about one person alone goes after a colon: Jane Smith: chairs the panel",
       .type = "textarea",
       .rows = 3},
      faults));
  out.add(ui::field({.name = "kind",
                     .label = "How",
                     .value = form.kind,
                     .type = "select",
                     .choices = kind_choices(directory)},
                    faults));
  out.put<R"(<div class="field-row">)">();
  out.add(ui::field({.name = "happened_on",
                     .label = "When",
                     .value = form.happened_on,
                     .hint = "Past or ahead",
                     .type = "date",
                     .width = "middle"},
                    faults));
  out.add(ui::field(
      {.name = "happened_at", .label = "Time", .value = form.happened_at, .type = "time", .width = "short"},
      faults));
  out.add(ui::field({.name = "precision",
                     .label = "How exactly",
                     .value = form.precision,
                     .type = "select",
                     .choices = {{"day", "That day"},
                                 {"time", "That day and time"},
                                 {"week", "Some time that week"},
                                 {"month", "Some time that month"}}},
                    faults));
  out.put<"</div>">();
}

void put_more(html::Writer& out, const Directory& directory, const ConversationForm& form,
              const std::vector<Fault>& faults) {
  const bool is_open = !faults.empty() || !form.duration.empty() || !form.attendees.empty() ||
                       !form.place.empty() || !form.department.empty() || !form.begun_by.empty();
  out.put<
      R"(<details class="more-fields"{}><summary>Length, place, department, colleagues and more</summary>)">(
      html::Attribute::flag("open", is_open));
  out.put<R"(<div class="field-row">)">();
  out.add(ui::field({.name = "duration",
                     .label = "Length",
                     .value = form.duration,
                     .hint = "45, or 1h 30m",
                     .width = "short"},
                    faults));
  out.add(ui::field(
      {.name = "attendees", .label = "How many came", .value = form.attendees, .width = "short"}, faults));
  out.put<"</div>">();
  out.add(ui::field({.name = "place", .label = "Place or channel", .value = form.place}, faults));
  out.add(ui::field({.name = "department",
                     .label = "Department",
                     .value = form.department,
                     .hint = "To count it without a name, or when it was about the whole department",
                     .type = "select",
                     .choices = department_choices(directory)},
                    faults));
  out.add(ui::field({.name = "staff",
                     .label = "Colleagues from the library",
                     .value = form.staff,
                     .hint = "A name a line",
                     .type = "textarea",
                     .rows = 2},
                    faults));
  out.put<R"(<div class="field-row">)">();
  out.add(ui::field({.name = "begun_by",
                     .label = "Who began it",
                     .value = form.begun_by,
                     .type = "select",
                     .choices = {{"", "Not said"}, {"us", "We did"}, {"them", "They did"}}},
                    faults));
  out.add(ui::field(
      {.name = "two_way",
       .label = "Both ways",
       .value = form.two_way,
       .type = "select",
       .choices = {{"", "As usual for this"}, {"yes", "Yes, they answered"}, {"no", "No, one way"}}},
      faults));
  out.put<"</div></details>">();
}

void put_promise(html::Writer& out, const ConversationForm& form, const std::vector<Fault>& faults) {
  out.put<R"(<fieldset class="field"><legend>A promise</legend><div class="field-row">)">();
  out.add(ui::field({.name = "promise_side",
                     .label = "Who promised",
                     .value = form.promise_side,
                     .type = "select",
                     .choices = {{"ours", "We did"}, {"theirs", "They did"}}},
                    faults));
  out.add(ui::field({.name = "promise", .label = "What", .value = form.promise}, faults));
  out.add(ui::field({.name = "promise_due_on",
                     .label = "By when",
                     .value = form.promise_due_on,
                     .type = "date",
                     .width = "middle"},
                    faults));
  out.put<"</div></fieldset>">();
}

}  // namespace

html::Html conversation_form_view(const ui::Visit& visit, const Directory& directory,
                                  const ConversationForm& form, const FormFrame& frame,
                                  const std::vector<Fault>& faults) {
  html::Writer out;
  out.put<R"(<div class="form-page"><h1>{}</h1>)">(frame.heading);
  if (!frame.notice.empty()) out.put<R"(<p class="note">{}</p>)">(frame.notice);
  if (!form.line.empty()) out.put<R"(<p class="small muted">From your line: <q>{}</q></p>)">(form.line);
  out.put<R"({}<form method="post" action="{}" class="form" data-once data-keep>{}{})">(
      ui::error_summary(faults), html::Url(frame.action), ui::csrf_field(visit), ui::once_field());
  out.put<R"(<input type="hidden" name="line" value="{}"><input type="hidden" name="version" value="{}">)">(
      form.line, form.version);
  put_who_and_how(out, directory, form, faults);
  put_note(out, form, faults);
  out.add(ui::field({.name = "topics",
                     .label = "Topics and modules",
                     .value = form.topics,
                     .hint = "Parted by commas: reading-lists, PSYC2010"},
                    faults));
  out.add(ui::radios({.name = "visibility",
                      .label = "Who can read it",
                      .value = form.visibility,
                      .choices = visibility_choices()},
                     faults));
  put_promise(out, form, faults);
  put_more(out, directory, form, faults);
  if (frame.is_correction)
    out.add(ui::field({.name = "because",
                       .label = "Why the change",
                       .value = form.because,
                       .hint = "Optional; it stays in the history"},
                      faults));
  out.put<R"(<p class="row"><button class="btn primary">{}</button></p></form></div>)">(frame.button);
  return std::move(out).finish();
}

}  // namespace rapport
