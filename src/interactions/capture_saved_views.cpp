// Draws what comes back after a line was saved: the message, undo, and what else is known.
#include <algorithm>

#include "base/text.hpp"
#include "interactions/capture_views.hpp"
#include "interactions/promise_views.hpp"
#include "interactions/timeline_views.hpp"
#include "ui/parts.hpp"

namespace rapport {
namespace {

using html::Html;
using html::Url;
using html::Writer;

constexpr int longest_told_seconds = 120;  // longer ones had a break in them

std::string reminder_day(Date due_on, Date today) {
  if (due_on == today) return "today";
  if (due_on == today.plus_days(1)) return "tomorrow";
  if (due_on > today && due_on < today.plus_days(7)) return std::string(weekday_name(due_on.weekday()));
  return long_words(due_on, today);
}

std::string_view object_pronoun(const PersonEntry& person) {
  if (person.pronouns == "she") return "her";
  if (person.pronouns == "he") return "him";
  if (person.pronouns == "they") return "them";
  return person.known_as;
}

void put_how_read(Writer& out, const Directory& directory, const Interaction& interaction, Date today) {
  const auto address = Url("/conversations/" + std::to_string(interaction.id.value));
  out.put<R"(<p class="small soft"><a href="{}">{}</a>, {}</p>)">(
      address, headline_of(interaction, directory, {.today = today}), when_words(interaction, today));
}

void put_sorting(Writer& out, const ui::Visit& visit, const Directory& directory, const CaptureSaved& saved) {
  if (!saved.interaction || !saved.interaction->needs_sorting) return;
  const auto id = std::to_string(saved.interaction->id.value);
  if (saved.to_sort_out.empty()) {
    out.put<
        R"(<p class="flash amber">Kept to sort out: nobody is named yet. <a href="{}">Say who it was</a></p>)">(
        Url("/conversations/" + id + "/edit"));
    return;
  }
  const auto action = "/capture/" + id + "/names";
  out.put<
      R"(<p class="flash amber">Kept to sort out: not every name is certain.</p><form method="post" action="{}">{}{}</form>)">(
      Url(action), ui::csrf_field(visit), name_offers(directory, saved.to_sort_out, action));
}

void put_acts(Writer& out, const ui::Visit& visit, const CaptureSaved& saved) {
  out.put<R"(<div class="row wrap gap-t">)">();
  if (saved.interaction)
    out.put<R"(<form method="post" action="{}">{}<button class="btn s">Undo</button></form>)">(
        Url("/capture/" + std::to_string(saved.interaction->id.value) + "/undo"), ui::csrf_field(visit));
  out.put<R"(<a class="btn s quiet" href="/capture" data-capture-open>Log another</a></div>)">();
  if (saved.interaction)
    out.put<
        R"(<p class="small soft gap-t">Undo stays for ten minutes. Nothing else asks for your attention.</p>)">();
}

void put_payback(Writer& out, const ui::Visit& visit, const Directory& directory,
                 const CapturePayback& payback) {
  const auto today = visit.scope.today;
  out.put<R"(<section class="gap-t"><h2 class="h3"><a class="plain" href="{}">{}</a></h2>)">(
      Url("/people/" + payback.person->slug), payback.person->display_name());
  if (payback.of_colleague)
    out.put<R"(<p class="small">{}</p>)">(
        colleague_words(*payback.of_colleague, *payback.person, directory, today));
  if (!payback.promises.empty())
    out.add(promise_list(visit, directory, payback.promises, {.is_on_person_page = true}));
  if (payback.last.empty())
    out.put<R"(<p class="small muted">This is the first conversation anybody has logged with {}.</p>)">(
        object_pronoun(*payback.person));
  else
    out.put<R"(<h3 class="small muted gap-t">Before this</h3>{}</section>)">(
        timeline(payback.last, directory, {.person = payback.person->id, .today = today}));
  if (payback.last.empty()) out.put<"</section>">();
}

}  // namespace

std::string saved_words(const std::vector<Promise>& promises, std::optional<int> typed_seconds, Date today) {
  std::string words = "Logged.";
  if (typed_seconds && *typed_seconds >= 1 && *typed_seconds <= longest_told_seconds)
    words = "Logged in " + std::to_string(*typed_seconds) + (*typed_seconds == 1 ? " second." : " seconds.");
  std::vector<std::string> days;
  for (const auto& promise : promises) {
    if (!promise.due_on) continue;
    auto day = reminder_day(*promise.due_on, today);
    if (std::ranges::find(days, day) == days.end()) days.push_back(std::move(day));
  }
  if (!days.empty())
    words +=
        std::string(days.size() == 1 ? " Reminder" : " Reminders") + " set for " + join_words(days) + ".";
  return words;
}

std::string colleague_words(const Interaction& interaction, const PersonEntry& person,
                            const Directory& directory, Date today) {
  std::vector<std::string> names;
  names.reserve(interaction.staff.size());
  for (const auto id : interaction.staff) names.emplace_back(directory.staff.given_name(id));
  const auto* kind = directory.vocabulary.find(interaction.kind);
  const bool is_message = kind != nullptr && kind->family == Family::message;
  return join_words(names) + (is_message ? " wrote to " : " spoke with ") +
         std::string(object_pronoun(person)) + " " + relative_words(interaction.happened_on, today) + ".";
}

Html capture_saved(const ui::Visit& visit, const Directory& directory, const CaptureSaved& saved) {
  Writer out;
  const auto today = visit.scope.today;
  out.put<R"(<p class="saved" role="status">{}<span class="grow">{}</span></p><div>)">(
      ui::icon("circle-check"), saved_words(saved.promises, saved.typed_seconds, today));
  if (saved.interaction) put_how_read(out, directory, *saved.interaction, today);
  out.add(saved.bumps);
  put_sorting(out, visit, directory, saved);
  put_acts(out, visit, saved);
  for (const auto& payback : saved.payback) put_payback(out, visit, directory, payback);
  out.put<"</div>">();
  return std::move(out).finish();
}

}  // namespace rapport
