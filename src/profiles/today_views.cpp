// Draws Today.
#include "profiles/today_views.hpp"

#include <algorithm>
#include <span>

#include "base/markdown.hpp"
#include "base/text.hpp"
#include "bumps/bump_views.hpp"
#include "bumps/chain_views.hpp"
#include "bumps/suggestion_views.hpp"
#include "bumps/thanks_views.hpp"
#include "interactions/promise_views.hpp"
#include "interactions/timeline_views.hpp"
#include "relationships/quiet_views.hpp"
#include "ui/parts.hpp"

namespace rapport::profiles {
namespace {

std::string capitalised(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

html::Url conversation(const Interaction& row, std::string_view rest = "") {
  return html::Url("/conversations/" + std::to_string(row.id.value) + std::string(rest));
}

/// What was written down beforehand is logged by adding to it: a second record would count it twice.
html::Url log_after(const Interaction& row) {
  return conversation(row, "/edit#note");
}

/// "Dr Jane Smith", "Psychology" where nobody is named, else "A conversation".
std::string whom(const Directory& directory, const Interaction& row) {
  const auto* person = row.people.empty() ? nullptr : directory.people.find_counted(row.people.front());
  if (person != nullptr) return person->display_name();
  const std::string unit(directory.org.name(row.org_unit));
  return unit.empty() ? "A conversation" : unit;
}

std::string kind_words(const Directory& directory, const Interaction& row) {
  const auto* kind = directory.vocabulary.find(row.kind);
  return kind != nullptr ? kind->name : "Conversation";
}

/// "30 min", "1 h 30": for the narrow column of times.
std::string short_length(int minutes) {
  if (minutes < 60) return std::to_string(minutes) + " min";
  if (minutes % 60 == 0) return length_words(minutes);
  return std::to_string(minutes / 60) + " h " + std::to_string(minutes % 60);
}

void put_when(html::Writer& out, const Interaction& row, Date today) {
  const auto time = row.happened_at_time ? row.happened_at_time->words() : std::string("All day");
  out.put<R"(<div class="when num"><b>{}</b><span class="muted micro">{}</span></div>)">(
      row.happened_on == today ? time
                               : std::string(weekday_name(row.happened_on.weekday()).substr(0, 3)) + " " +
                                     std::to_string(row.happened_on.day()),
      row.happened_on == today ? (row.duration_minutes ? short_length(*row.duration_minutes) : std::string())
                               : time);
}

void put_brief(html::Writer& out, const ui::Visit& visit, const Directory& directory, const Ahead& ahead) {
  const auto today = visit.scope.today;
  out.put<R"(<ul class="brief">)">();
  if (ahead.last) {
    out.put<"<li>{}<span>Last spoke <b>{}</b>, with {}: {}</span></li>">(
        ui::icon("message-circle"), relative_words(ahead.last->happened_on, today),
        staff_words(*ahead.last, directory, visit.scope.viewer.staff),
        shorten(markdown_to_plain(ahead.last->note), 120));
  } else if (ahead.person != nullptr) {
    out.put<"<li>{}<span>Your first conversation on record.</span></li>">(ui::icon("bulb"));
  }
  if (ahead.promise) {
    const bool is_ours = ahead.promise->side == PromiseSide::ours;
    const auto who = ahead.promise->staff == visit.scope.viewer.staff
                         ? std::string("You")
                         : std::string(directory.staff.given_name(ahead.promise->staff));
    out.put<"<li>{}<span>{} promised: {}{}</span></li>">(
        ui::icon("flag"), is_ours ? who : ahead.person->known_as, ahead.promise->words,
        ahead.promise->due_on ? ", due " + relative_words(*ahead.promise->due_on, today) : std::string());
  }
  out.put<"</ul>">();
}

enum class Place { next, later };

void put_ahead(html::Writer& out, const ui::Visit& visit, const Directory& directory, const Ahead& ahead,
               Place place) {
  const auto& row = ahead.interaction;
  const auto* kind = directory.vocabulary.find(row.kind);
  const auto name =
      ahead.person != nullptr ? ahead.person->display_name() : std::string(directory.org.name(row.org_unit));
  const auto others =
      row.people.size() > 1 ? ", with " + std::to_string(row.people.size() - 1) + " more" : "";
  out.put<R"(<li class="{}" data-row>)">(place == Place::next ? "meet now" : "meet");
  put_when(out, row, visit.scope.today);
  out.put<
      R"(<div class="grow stack-s"><div class="row top-a">{}<div class="grow"><h3><a class="plain" href="{}">{}</a></h3>)"
      R"(<p class="small muted">{}{} · {}{}</p></div></div>)">(
      ui::avatar(ahead.person != nullptr ? ahead.person->full_name : name), conversation(row), name,
      ahead.person != nullptr ? directory.org.name(ahead.person->unit) : std::string_view(), others,
      kind != nullptr ? kind->name : std::string("Conversation"),
      row.place.empty() ? std::string() : ", " + row.place);
  put_brief(out, visit, directory, ahead);
  out.put<R"(<div class="row wrap">)">();
  if (place == Place::next && ahead.person != nullptr)
    out.put<R"(<a class="btn s primary" href="{}">Open brief</a>)">(
        html::Url("/people/" + ahead.person->slug));
  out.put<R"(<a class="{}" href="{}" data-log>Log it after</a></div></div></li>)">(
      place == Place::next ? "btn s quiet" : "btn s quiet on-focus", log_after(row));
}

constexpr std::size_t ahead_shown = 3;

std::size_t today_count(const Today& today) {
  return static_cast<std::size_t>(today.ahead_today);
}

/// Behind a click, so that promises stay in sight.
void put_rest_of_week(html::Writer& out, const ui::Visit& visit, const Directory& directory,
                      std::span<const Ahead> rest) {
  if (rest.empty()) return;
  out.put<R"(<details class="rest"><summary>{} this week</summary><ol class="list meets">)">(
      capitalised(count_words(static_cast<long>(rest.size()), "more", "more")));
  for (const auto& ahead : rest) put_ahead(out, visit, directory, ahead, Place::later);
  out.put<"</ol></details>">();
}

void put_coming_up(html::Writer& out, const ui::Visit& visit, const Directory& directory,
                   const Today& today) {
  out.put<R"(<section class="card" aria-labelledby="h-up"><div class="sec-h"><h2 id="h-up">{}</h2>)"
          R"(<a class="more" href="/conversations/new">Add one</a></div>)">(
      today.ahead_today > 0 ? "Coming up" : "Nothing booked today");
  if (today.ahead.empty())
    out.put<
        R"(<p class="soft">Nothing in the next seven days either. A quiet moment to say hello to somebody.</p>)">();
  const auto shown = std::min(today.ahead.size(), std::max<std::size_t>(ahead_shown, today_count(today)));
  out.put<R"(<ol class="list meets">)">();
  for (std::size_t i = 0; i < shown; ++i)
    put_ahead(out, visit, directory, today.ahead[i], i == 0 ? Place::next : Place::later);
  out.put<"</ol>">();
  put_rest_of_week(out, visit, directory, std::span(today.ahead).subspan(shown));
  out.put<"</section>">();
}

/// Written down beforehand, and their time has come: only the viewer is asked.
void put_did_these_happen(html::Writer& out, const ui::Visit& visit, const Directory& directory,
                          std::span<const Interaction> rows) {
  if (rows.empty()) return;
  out.put<
      R"(<section class="card" aria-labelledby="h-did"><h2 id="h-did" class="gap-b">Did these happen?</h2>)"
      R"(<p class="small muted gap-b">You wrote them down beforehand.</p><ul class="list tight">)">();
  for (const auto& row : rows.first(std::min<std::size_t>(rows.size(), 3)))
    out.put<
        R"(<li data-row data-question><h3><a class="plain" href="{}">{}</a></h3><p class="micro muted">{}, {}</p>)"
        R"(<div class="row wrap did"><a class="btn s primary" href="{}" data-log data-answer="y">Yes, log it</a>)"
        R"(<form method="post" action="{}">{}<input type="hidden" name="because" value="It did not happen">)"
        R"(<button class="btn s" data-answer="n">No</button></form></div></li>)">(
        conversation(row), whom(directory, row),
        capitalised(relative_words(row.happened_on, visit.scope.today)), kind_words(directory, row),
        log_after(row), conversation(row, "/withdrawal"), ui::csrf_field(visit));
  out.put<"</ul>">();
  if (rows.size() > 3) out.put<R"(<p class="small muted">{} more after these.</p>)">(rows.size() - 3);
  out.put<"</section>">();
}

void put_promises(html::Writer& out, const ui::Visit& visit, const Directory& directory, const Today& today) {
  out.put<
      R"(<section class="card" aria-labelledby="h-pr"><div class="sec-h"><h2 id="h-pr">You said you would</h2>)"
      R"(<a class="more" href="/promises">All {}</a></div>)">(today.promises_open);
  if (today.promises.empty())
    out.put<R"(<p class="soft">Nothing open. Everything you promised is kept.</p>)">();
  out.put<"{}</section>">(promise_list(visit, directory, today.promises));
}

void put_to_sort_out(html::Writer& out, const Today& today) {
  if (today.to_sort_out.empty()) return;
  out.put<
      R"(<section class="card" aria-labelledby="h-sort"><h2 id="h-sort" class="gap-b">To sort out</h2>)"
      R"(<p class="small muted gap-b">Kept as you typed them. Say who it was with.</p><ul class="list tight">)">();
  for (const auto& row : today.to_sort_out)
    out.put<R"(<li data-row><p><a class="plain" href="{}">{}</a></p></li>)">(
        html::Url("/conversations/" + std::to_string(row.id.value) + "/edit"),
        shorten(row.line.empty() ? row.note : row.line, 120));
  out.put<"</ul></section>">();
}

void put_lately(html::Writer& out, const ui::Visit& visit, const Directory& directory, const Today& today) {
  out.put<
      R"(<section class="card" aria-labelledby="h-late"><h2 id="h-late" class="gap-b">Spoken to lately</h2>)">();
  if (today.lately.empty())
    out.put<R"(<p class="soft">Nobody yet. Log your first conversation: one line is enough.</p>)">();
  out.put<R"(<ul class="list tight">)">();
  for (const auto& row : today.lately) {
    const auto* person = row.people.empty() ? nullptr : directory.people.find_counted(row.people.front());
    const auto name =
        person != nullptr ? person->display_name() : std::string(directory.org.name(row.org_unit));
    const auto* kind = directory.vocabulary.find(row.kind);
    if (name.empty()) continue;
    out.put<R"(<li class="row" data-row>{}<div class="grow"><h3><a class="plain" href="{}">{}</a></h3>)"
            R"(<p class="micro muted">{}, {}</p></div></li>)">(
        ui::avatar(person != nullptr ? person->full_name : name),
        person != nullptr ? html::Url("/people/" + person->slug) : conversation(row), name,
        capitalised(relative_words(row.happened_on, visit.scope.today)),
        kind != nullptr ? kind->name : std::string("Conversation"));
  }
  out.put<"</ul></section>">();
}

}  // namespace

html::Html today_view(const ui::Visit& visit, const Directory& directory, const Today& today,
                      const html::Html& plans) {
  html::Writer out;
  out.put<
      R"(<div class="today-head"><div><h1>{}, {}</h1><p class="soft">{}</p></div></div>)"
      R"(<a class="cap plain" href="/capture" data-capture-open>{}<span class="hint">What happened? Try: )"
      R"(<span class="soft">met @somebody corridor re #reading-lists 10m -&gt; send price Fri</span></span>)"
      R"(<kbd class="hide-m">C</kbd></a><div class="cols today-cols"><div class="stack">)">(
      greeting_at(visit.scope.zone.local_time(visit.scope.now)), visit.scope.viewer.given_name,
      sentence_of(today, visit.scope.today), ui::icon("pencil-plus"));
  put_coming_up(out, visit, directory, today);
  put_promises(out, visit, directory, today);
  out.put<R"(</div><aside class="stack" aria-label="To tidy and to notice">)">();
  put_did_these_happen(out, visit, directory, today.did_these_happen);
  put_to_sort_out(out, today);
  out.add(quiet::quiet_card(visit, directory, today.quiet));
  out.add(plans);
  out.add(bumps::thanks_card(visit, directory, today.thanks));
  out.add(questions_card(visit, directory, today.asked, today.answered));
  out.add(suggestions_card(visit, directory, today.suggested));
  put_lately(out, visit, directory, today);
  out.add(chain_news_card(today.news, directory, {visit.scope.viewer.staff, visit.scope.today}));
  out.put<"</aside></div>">();
  return std::move(out).finish();
}

}  // namespace rapport::profiles
