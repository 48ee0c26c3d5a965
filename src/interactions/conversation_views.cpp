// Draws a conversation's own page.
#include "interactions/conversation_views.hpp"

#include "base/markdown.hpp"
#include "base/text.hpp"
#include "interactions/promise_views.hpp"
#include "interactions/timeline_views.hpp"
#include "json/json.hpp"
#include "ui/parts.hpp"

namespace rapport {
namespace {

void put_fact(html::Writer& out, std::string_view name, std::string_view value) {
  if (!value.empty()) out.put<"<div><dt>{}</dt><dd>{}</dd></div>">(name, value);
}

void put_people(html::Writer& out, const Directory& directory, const ConversationPage& page) {
  if (page.participants.empty()) return;
  out.put<R"(<ul class="stack-s gap-b">)">();
  for (const auto& participant : page.participants) {
    const auto* person = directory.people.find_counted(participant.person);
    if (person == nullptr) continue;
    out.put<
        R"(<li class="row">{}<div><h2 class="h3"><a class="plain" href="{}">{}</a></h2><p class="micro muted">{}{}{}</p></div></li>)">(
        ui::avatar(person->full_name), html::Url("/people/" + person->slug), person->display_name(),
        directory.org.name(person->unit), participant.aside.empty() ? "" : ". ", participant.aside);
  }
  out.put<"</ul>">();
}

void put_facts(html::Writer& out, const ui::Visit& visit, const Directory& directory,
               const Interaction& row) {
  std::vector<std::string> topics;
  for (const auto id : row.topics)
    if (const auto* topic = directory.vocabulary.find(id)) topics.push_back("#" + topic->name);
  std::vector<std::string> staff;
  staff.reserve(row.staff.size());
  for (const auto id : row.staff) staff.emplace_back(directory.staff.full_name(id));
  out.put<R"(<dl class="facts">)">();
  put_fact(out, "When", when_words(row, visit.scope.today));
  put_fact(out, "Colleagues", join_words(staff));
  put_fact(out, "Length", row.duration_minutes ? length_words(*row.duration_minutes) : "");
  put_fact(out, "How many came", row.attendees ? std::to_string(*row.attendees) : "");
  put_fact(out, "Place", row.place);
  put_fact(out, "About", join(topics, ", "));
  put_fact(out, "Department", directory.org.name(row.org_unit));
  put_fact(out, "Begun by", row.begun_by == BegunBy::us ? "us" : row.begun_by == BegunBy::them ? "them" : "");
  put_fact(out, "Both ways", row.is_two_way ? "yes" : "no, one way");
  put_fact(out, "Who can read it", label(row.visibility));
  put_fact(out, "Logged",
           std::string(directory.staff.full_name(row.recorded_by)) + ", " +
               long_words(visit.scope.zone.local_date(row.recorded_at), visit.scope.today));
  out.put<"</dl>">();
}

void put_actions(html::Writer& out, const ui::Visit& visit, const ConversationPage& page) {
  if (!page.may_change) return;
  const auto address = "/conversations/" + std::to_string(page.interaction.id.value);
  out.put<R"(<div class="row wrap gap-t">)">();
  if (page.interaction.is_withdrawn) {
    out.put<R"(<form method="post" action="{}">{}<button class="btn">Bring it back</button></form></div>)">(
        html::Url(address + "/reinstatement"), ui::csrf_field(visit));
    return;
  }
  out.put<R"(<a class="btn primary" href="{}" data-edit>{}</a>)">(
      html::Url(address + "/edit"), page.interaction.needs_sorting ? "Sort it out" : "Correct");
  if (page.may_undo)
    out.put<R"(<form method="post" action="{}">{}<button class="btn">Undo</button></form>)">(
        html::Url("/capture/" + std::to_string(page.interaction.id.value) + "/undo"), ui::csrf_field(visit));
  out.put<R"(</div><details class="gap-t"><summary>Take it back</summary><form method="post" action="{}" )"
          R"(class="form gap-t">{}{}<p><button class="btn">Take it back</button></p></form></details>)">(
      html::Url(address + "/withdrawal"), ui::csrf_field(visit),
      ui::field({.name = "because",
                 .label = "Why (optional)",
                 .hint = "It leaves every list and count. Its history stays, and you can bring it back.",
                 .width = "middle"}));
}

void put_history(html::Writer& out, const ui::Visit& visit, const Directory& directory,
                 const ConversationPage& page) {
  if (page.history.empty()) return;
  out.put<
      R"(<section class="card gap-t2" aria-labelledby="h-hist"><h2 id="h-hist" class="gap-b">What it said before</h2>)"
      R"(<ol class="list tight">)">();
  for (const auto& version : page.history) {
    const auto content = json::parse(version.content);
    const auto* note = content ? content->find("note") : nullptr;
    const auto* day = content ? content->find("happened_on") : nullptr;
    out.put<R"(<li><p class="small muted">Until {} changed it on {}{}{}</p><p>{} {}</p></li>)">(
        directory.staff.full_name(version.changed_by),
        long_words(visit.scope.zone.local_date(version.changed_at), visit.scope.today),
        version.because.empty() ? "" : ": ", version.because,
        day != nullptr && day->string() != nullptr ? *day->string() : std::string(),
        note != nullptr && note->string() != nullptr ? *note->string() : std::string());
  }
  out.put<"</ol></section>">();
}

}  // namespace

html::Html conversation_view(const ui::Visit& visit, const Directory& directory,
                             const ConversationPage& page) {
  const auto& row = page.interaction;
  const auto* kind = directory.vocabulary.find(row.kind);
  html::Writer out;
  out.put<
      R"(<p class="crumbs"><a href="/conversations">Conversations</a></p><section class="card"><h1>{}</h1>)">(
      kind != nullptr ? kind->name : std::string("Conversation"));
  if (row.is_withdrawn) out.put<R"(<p class="note">Withdrawn: it stands in no list and no count.</p>)">();
  if (row.needs_sorting) out.put<R"(<p class="note">To sort out. You typed: <q>{}</q></p>)">(row.line);
  put_people(out, directory, page);
  if (!row.note.empty())
    // Markdown's writer escapes everything that is not its own.
    out.put<R"(<div class="s-note gap-b">{}</div>)">(html::trusted(markdown_to_safe_html(row.note)));
  put_facts(out, visit, directory, row);
  if (!page.promises.empty())
    out.put<R"(<h2 class="gap-t">Promises</h2>{})">(
        promise_list(visit, directory, page.promises, {.is_on_person_page = true}));
  put_actions(out, visit, page);
  out.put<"</section>{}">(page.bumps);
  put_history(out, visit, directory, page);
  return std::move(out).finish();
}

}  // namespace rapport
