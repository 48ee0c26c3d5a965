// Draws promises.
#include "interactions/promise_views.hpp"

#include "ui/parts.hpp"

namespace rapport {
namespace {

std::string due_words(Date due, Date today) {
  if (due == today) return "Today";
  if (due == today.plus_days(1)) return "Tomorrow";
  if (due < today) return "Since " + short_words(due, today);
  return std::string(weekday_name(due.weekday()).substr(0, 3)) + " " + short_words(due, today);
}

void put_whose(html::Writer& out, const ui::Visit& visit, const Directory& directory, const Promise& promise,
               const PersonEntry* person) {
  const bool is_mine = promise.staff == visit.scope.viewer.staff;
  if (promise.side == PromiseSide::theirs) {
    out.put<"<b>{}:</b> ">(person != nullptr ? person->known_as : std::string("They"));
  } else {
    out.put<"<b>{}:</b> ">(is_mine ? std::string_view("You") : directory.staff.given_name(promise.staff));
  }
}

void put_promise(html::Writer& out, const ui::Visit& visit, const Directory& directory,
                 const Promise& promise, const PromiseListOptions& options) {
  const auto* person = promise.person ? directory.people.find(*promise.person) : nullptr;
  const auto address = "/promises/" + std::to_string(promise.id.value);
  out.put<
      R"(<li class="row top-a" data-row><form method="post" action="{}" data-tick>{})"
      R"(<input type="hidden" name="from" value="{}"><button class="tick" aria-label="Kept: {}"></button></form>)"
      R"(<span class="grow">)">(html::Url(address + "/kept"), ui::csrf_field(visit), visit.request.target,
                                promise.words);
  if (options.is_on_person_page) put_whose(out, visit, directory, promise, person);
  out.put<R"(<a class="plain" href="{}">{}</a>)">(html::Url(address), promise.words);
  if (!options.is_on_person_page && person != nullptr)
    out.put<R"( <span class="muted">for</span> <a href="{}">{}</a>)">(html::Url("/people/" + person->slug),
                                                                      person->display_name());
  out.put<"</span>{}</li>">(due_tag(promise, visit.scope.today));
}

}  // namespace

html::Html due_tag(const Promise& promise, Date today) {
  if (!promise.due_on) return {};
  return html::render<R"(<span class="{}">{}</span>)">(*promise.due_on <= today ? "tag amber" : "tag",
                                                       due_words(*promise.due_on, today));
}

html::Html promise_list(const ui::Visit& visit, const Directory& directory, std::span<const Promise> promises,
                        const PromiseListOptions& options) {
  html::Writer out;
  out.put<R"(<ul class="list promises">)">();
  for (const auto& promise : promises) put_promise(out, visit, directory, promise, options);
  out.put<"</ul>">();
  return std::move(out).finish();
}

}  // namespace rapport
