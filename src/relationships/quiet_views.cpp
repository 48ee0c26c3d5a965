// Draws who has gone quiet.
#include "relationships/quiet_views.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "base/markdown.hpp"
#include "base/text.hpp"
#include "http/form.hpp"
#include "interactions/interaction_headline.hpp"
#include "organisation/unit_choices.hpp"
#include "ui/parts.hpp"

namespace rapport::quiet {
namespace {

using html::Html;
using html::Url;

constexpr std::size_t note_characters = 120;

bool may_answer(const ui::Visit& visit) {
  return !visit.scope.viewer.is(Role::director);
}

std::string address_of(const PersonEntry& person, std::string_view rest = "") {
  return "/people/" + person.slug + std::string(rest);
}

/// A year of months as little bars; said in words for those who do not see it.
Html spark(const std::array<int, months_shown>& months) {
  constexpr int step = 7;
  constexpr int height = 22;
  const int most = std::max(1, std::ranges::max(months));
  html::Writer out;
  out.put<
      R"(<svg class="spark" width="84" height="22" viewBox="0 0 84 22" role="img" aria-label="{} in twelve months">)">(
      count_words(std::accumulate(months.begin(), months.end(), 0L), "conversation", "conversations"));
  for (std::size_t i = 0; i < months.size(); ++i) {
    const int bar = months[i] == 0 ? 2 : 4 + (height - 6) * months[i] / most;
    out.put<R"(<rect x="{}" y="{}" width="5" height="{}" rx="1" class="{}"/>)">(
        static_cast<int>(i) * step + 1, height - bar, bar, months[i] == 0 ? "lv0" : "f-green");
  }
  out.put<"</svg>">();
  return std::move(out).finish();
}

Html undo_form(const ui::Visit& visit, const QuietAnswer& answer, std::string_view from) {
  return html::render<
      R"(<form method="post" action="{}">{}<input type="hidden" name="from" value="{}"><button class="btn s quiet">Undo</button></form>)">(
      Url("/quiet/" + std::to_string(answer.id.value) + "/undoing"), ui::csrf_field(visit), from);
}

/// What to do: say hello, snooze, leave it.
void put_actions(html::Writer& out, const ui::Visit& visit, const QuietLine& line, std::string_view from) {
  const auto& person = *line.person;
  out.put<
      R"(<div class="row wrap did"><a class="btn s" href="{}">Say hello<span class="vh"> to {}</span></a>)">(
      line.address.empty() ? Url(address_of(person)) : Url("mailto:" + line.address), person.full_name);
  if (may_answer(visit))
    out.put<
        R"(<a class="btn s quiet" href="{}">Snooze<span class="vh"> {}</span></a><form method="post" action="{}">{})"
        R"(<input type="hidden" name="from" value="{}"><button class="btn s quiet">Fine as it is<span class="vh">: {}</span></button></form>)">(
        Url(address_of(person, "/quiet?from=" + http::percent_encode(from) + "#snooze")), person.full_name,
        Url(address_of(person, "/quiet/fine")), ui::csrf_field(visit), from, person.full_name);
  out.put<"</div>">();
}

void put_card_line(html::Writer& out, const ui::Visit& visit, const QuietLine& line) {
  const auto& person = *line.person;
  out.put<
      R"(<li data-row><div class="row top-a">{}<div class="grow"><h3><a class="plain tall" href="{}">{}</a></h3>)"
      R"(<p class="micro muted"><a class="plain tall" href="{}">{}</a></p></div>{}</div>)">(
      ui::avatar(person.full_name), Url(address_of(person)), person.display_name(),
      Url(address_of(person, "/quiet")), line.quiet.words(visit.scope.today), spark(line.months));
  put_actions(out, visit, line, "/today");
  out.put<"</li>">();
}

void put_answered(html::Writer& out, const ui::Visit& visit, const Directory& directory,
                  const std::vector<QuietAnswer>& answers) {
  for (const auto& answer : answers) {
    const auto* person = directory.people.find(answer.person);
    if (person == nullptr) continue;
    out.put<R"(<li class="row wrap"><p class="micro muted grow">{}: {}</p>{}</li>)">(
        person->display_name(), with_small_first(answer_words(answer, directory, visit.scope.today)),
        undo_form(visit, answer, "/today"));
  }
}

/// "Corridor chat with Tom, 3 August: Students on placement cannot open e-books."
void put_last(html::Writer& out, const ui::Visit& visit, const Directory& directory, const QuietLine& line) {
  if (!line.last) return;
  const auto today = visit.scope.today;
  out.put<R"(<p class="small soft">Last: <a href="{}">{}, {}</a>{}</p>)">(
      Url("/conversations/" + std::to_string(line.last->id.value)),
      with_small_first(headline_of(*line.last, directory, {.person = line.person->id, .today = today})),
      when_words(*line.last, today),
      line.last->note.empty() ? std::string()
                              : ". " + shorten(markdown_to_plain(line.last->note), note_characters));
}

void put_list_line(html::Writer& out, const ui::Visit& visit, const Directory& directory,
                   const QuietListPage& page, const QuietLine& line) {
  const auto& person = *line.person;
  out.put<
      R"(<li class="row top-a" data-row>{}<div class="grow"><h2 class="h3"><a class="plain tall" href="{}">{}</a></h2>)"
      R"(<p class="small muted">{}</p><p><a class="plain tall" href="{}">{}</a></p>)">(
      ui::avatar(person.full_name), Url(address_of(person)), person.display_name(),
      directory.org.name(person.unit), Url(address_of(person, "/quiet")),
      line.quiet.words(visit.scope.today));
  put_last(out, visit, directory, line);
  const auto from = page.filter.address();
  if (line.quiet.answer) {
    out.put<R"(<div class="row wrap did"><span class="tag">{}</span>)">(
        answer_words(*line.quiet.answer, directory, visit.scope.today));
    if (may_answer(visit)) out.add(undo_form(visit, *line.quiet.answer, from));
    out.put<"</div>">();
  } else {
    put_actions(out, visit, line, from);
  }
  out.put<"</div>{}</li>">(spark(line.months));
}

void put_filter(html::Writer& out, const Directory& directory, const QuietListPage& page) {
  const auto& filter = page.filter;
  out.put<R"(<form class="filter" method="get" action="/quiet" role="search" aria-label="Gone quiet">)">();
  out.add(ui::field({.name = "whose",
                     .label = "Whose people",
                     .value = std::string(code(filter.whose)),
                     .type = "select",
                     .choices = {{"mine", "Mine"}, {"team", "My team’s"}, {"all", "The whole library’s"}}}));
  out.add(ui::field({.name = "unit",
                     .label = "Department",
                     .value = filter.unit,
                     .type = "select",
                     .choices = unit_choices(directory.org, "All departments")}));
  out.put<R"(<input type="hidden" name="show" value="{}"><button class="btn">Show</button></form>)">(
      code(filter.shown));
}

void put_choice(html::Writer& out, const QuietListPage& page, Shown shown, std::string_view words,
                std::size_t count) {
  auto other = page.filter;
  other.shown = shown;
  other.page = 1;
  out.put<R"(<a href="{}"{}>{} ({})</a>)">(
      Url(other.address()),
      html::Attribute::optional("aria-current", shown == page.filter.shown ? "true" : ""), words, count);
}

void put_choices(html::Writer& out, const QuietListPage& page) {
  out.put<R"(<p class="row wrap filters"><span class="seg" role="group" aria-label="Show">)">();
  put_choice(out, page, Shown::gone_quiet, "Gone quiet", page.gone_quiet);
  put_choice(out, page, Shown::worth_a_hello, "Worth a hello", page.worth_a_hello);
  put_choice(out, page, Shown::answered, "Snoozed or fine", page.answered);
  out.put<"</span></p>">();
}

std::string_view empty_words(const QuietFilter& filter) {
  if (filter.shown == Shown::answered) return "Nobody is snoozed or left as they are.";
  if (filter.whose == Whose::mine)
    return "Nobody of yours. Everyone is in touch, or something is planned with them.";
  return "Nobody here. Everyone is in touch, or something is planned with them.";
}

void put_rule(html::Writer& out) {
  out.put<
      R"(<details class="gap-t2"><summary>How this is worked out</summary><p class="small">{}</p>)"
      R"(<p class="small">Restricted conversations and one-way messages are not counted, for nobody. A conversation )"
      R"(with anybody in the library begins the count anew.</p></details>)">(quiet_rule_words());
}

// A person's page about it ----------------------------------------------------------------------------

std::string standing_words(const Explanation& all, Date today) {
  if (!all.rhythm.last_on) return "No two-way conversation is on record yet, so nobody can have gone quiet.";
  auto silence = silence_words(all.rhythm, today) + ".";
  if (all.quiet && all.quiet->answer) return silence;
  if (all.quiet) return std::string(words(all.quiet->quietness)) + ". " + silence;
  if (all.is_something_open && today >= all.dates->hello_on)
    return "In touch: a promise is open or an appointment lies ahead. " + silence;
  return "In touch. " + silence;
}

void put_figures(html::Writer& out, const Explanation& all, Date today) {
  if (!all.rhythm.last_on) return;
  const auto row = [&](std::string_view what, const std::string& words) {
    out.put<"<div><dt>{}</dt><dd>{}</dd></div>">(what, words);
  };
  out.put<R"(<dl class="facts">)">();
  row("Since we last spoke", term_days_words(all.since_hundredths) + " term days, " +
                                 count_words(all.since_days, "day", "days") + " of the calendar, since " +
                                 short_words(*all.rhythm.last_on, today));
  if (has_rhythm(all.rhythm)) {
    const auto mean = all.rhythm.gap_hundredths / all.rhythm.gaps;
    row("Usual gap",
        term_days_words(mean) + " term days, the mean of " + count_words(all.rhythm.gaps, "gap", "gaps"));
    row("Worth a hello", "after more than max(15, 2 × " + term_days_words(mean) +
                             ") = " + term_days_words(std::max<std::int64_t>(1500, 2 * mean)) +
                             " term days: from " + short_words(all.dates->hello_on, today));
    row("Gone quiet", "after more than max(15, 3 × " + term_days_words(mean) +
                          ") = " + term_days_words(std::max<std::int64_t>(1500, 3 * mean)) +
                          " term days or 180 days: from " + short_words(all.dates->quiet_on, today));
  } else {
    row("Usual gap", "not known yet: fewer than three episodes");
    const auto days = all.closeness == Closeness::met ? quiet_days_max_before_touch : quiet_days_max;
    row("Gone quiet", "after more than " + std::to_string(days) +
                          (all.closeness == Closeness::met ? " days, being acquainted at most" : " days") +
                          ": from " + short_words(all.dates->quiet_on, today));
  }
  out.put<"</dl>">();
}

std::string days_of(const Episode& episode, Date today) {
  const auto first = short_words(episode.first_on, today);
  return episode.first_on == episode.last_on ? first : first + " to " + short_words(episode.last_on, today);
}

void put_episodes(html::Writer& out, const Explanation& all, Date today) {
  if (all.episodes.empty()) return;
  out.put<
      R"(<section class="card gap-t2" aria-labelledby="h-ep"><h2 id="h-ep" class="gap-b">The last episodes</h2>)"
      R"(<div class="table-wrap" tabindex="0" role="region" aria-label="Episodes"><table class="rows"><thead><tr><th scope="col">Episode</th><th scope="col" class="num">)"
      R"(Term days before it</th><th scope="col" class="num">Calendar days before it</th></tr></thead><tbody>)">();
  for (const auto& one : all.episodes)
    out.put<R"(<tr><th scope="row">{}</th><td class="num">{}</td><td class="num">{}</td></tr>)">(
        days_of(one.episode, today), one.gap_hundredths ? term_days_words(*one.gap_hundredths) : "–",
        one.gap_days ? std::to_string(*one.gap_days) : "–");
  out.put<"</tbody></table></div></section>">();
}

void put_forms(html::Writer& out, const ui::Visit& visit, const PersonEntry& person, const SnoozeForm& form,
               const std::vector<Fault>& faults) {
  out.put<
      R"(<section class="card gap-t2" id="snooze" aria-labelledby="h-sn"><h2 id="h-sn" class="gap-b">Snooze</h2>)"
      R"(<p class="small muted gap-b">For everybody in the library. It ends on its day or with the next conversation.</p>)"
      R"(<form method="post" action="{}" class="form" data-once>{}<input type="hidden" name="from" value="{}">{}{})"
      R"(<p class="row"><button class="btn primary">Snooze</button></p></form></section>)">(
      Url(address_of(person, "/quiet/snoozes")), ui::csrf_field(visit), form.from,
      ui::field({.name = "until_on",
                 .label = "Until",
                 .value = form.until_on,
                 .type = "date",
                 .is_required = true,
                 .width = "middle"},
                faults),
      ui::field({.name = "reason",
                 .label = "Why",
                 .value = form.reason,
                 .hint = person.known_as + " may read this one day.",
                 .is_required = true},
                faults));
  out.put<
      R"(<section class="card gap-t2" aria-labelledby="h-fine"><h2 id="h-fine" class="gap-b">Fine as it is</h2>)"
      R"(<p class="small muted gap-b">Nobody is reminded until there has been a conversation again.</p>)"
      R"(<form method="post" action="{}" class="form" data-once>{}<input type="hidden" name="from" value="{}">{})"
      R"(<p class="row"><button class="btn">Fine as it is</button></p></form></section>)">(
      Url(address_of(person, "/quiet/fine")), ui::csrf_field(visit), form.from,
      ui::field({.name = "fine_reason", .label = "Why, if you like", .value = {}}));
}

void put_history(html::Writer& out, const ui::Visit& visit, const Directory& directory,
                 const Explanation& all) {
  if (all.answers.empty()) return;
  const auto today = visit.scope.today;
  out.put<
      R"(<section class="card gap-t2" aria-labelledby="h-ans"><h2 id="h-ans" class="gap-b">What was answered</h2><ul class="list tight">)">();
  for (const auto& answer : all.answers) {
    out.put<R"(<li class="row wrap"><div class="grow"><p>{}</p><p class="micro muted">{}{}</p></div>)">(
        answer_words(answer, directory, today),
        short_words(visit.scope.zone.local_date(answer.answered_at), today),
        answer.ended_by ? ", taken back by " + std::string(directory.staff.given_name(*answer.ended_by))
                        : std::string());
    if (may_answer(visit) && holds(answer, all.rhythm.last_on, today)) out.add(undo_form(visit, answer, ""));
    out.put<"</li>">();
  }
  out.put<"</ul></section>">();
}

}  // namespace

std::string_view code(Shown shown) {
  static constexpr std::array<std::string_view, 3> codes{"quiet", "hello", "answered"};
  return codes[static_cast<std::size_t>(shown)];
}

std::optional<Shown> shown_of(std::string_view text) {
  for (const auto shown : {Shown::gone_quiet, Shown::worth_a_hello, Shown::answered})
    if (code(shown) == text) return shown;
  return std::nullopt;
}

std::string QuietFilter::address() const {
  std::string query = "?whose=" + std::string(code(whose));
  if (!unit.empty()) query += "&unit=" + http::percent_encode(unit);
  if (shown != Shown::gone_quiet) query += "&show=" + std::string(code(shown));
  if (page > 1) query += "&page=" + std::to_string(page);
  return "/quiet" + query;
}

Html quiet_card(const ui::Visit& visit, const Directory& directory, const QuietCard& card) {
  const auto all = card.gone_quiet + card.worth_a_hello;
  if (all == 0 && card.answered.empty()) return {};
  html::Writer out;
  out.put<R"(<section class="card" aria-labelledby="h-q"><div class="sec-h"><h2 id="h-q">{}</h2>)"
          R"(<a class="more" href="{}">All {}</a></div><ul class="list tight">)">(
      card.gone_quiet > 0 ? "Gone quiet" : "Worth a hello",
      Url(card.gone_quiet > 0 ? "/quiet" : "/quiet?show=hello"),
      card.gone_quiet > 0 ? card.gone_quiet : card.worth_a_hello);
  for (const auto& line : card.lines) put_card_line(out, visit, line);
  put_answered(out, visit, directory, card.answered);
  out.put<"</ul></section>">();
  return std::move(out).finish();
}

Html quiet_note(const Directory& directory, const std::optional<QuietPerson>& quiet, Date today) {
  if (!quiet) return {};
  const auto* person = directory.people.find(quiet->person);
  return html::render<R"(<p class="note small gap-t quiet-note"><b>{}.</b> {}. <a href="{}">{}</a></p>)">(
      quiet->answer ? answer_words(*quiet->answer, directory, today) : std::string(words(quiet->quietness)),
      quiet->words(today), Url(address_of(*person, "/quiet")),
      quiet->answer ? "Undo or see why" : "Why, and what to do");
}

Html quiet_list_view(const ui::Visit& visit, const Directory& directory, const QuietListPage& page) {
  html::Writer out;
  out.put<
      R"(<h1>Gone quiet</h1><p class="soft">Whom we are losing touch with, each by their own rhythm: latest first.</p>)">();
  put_filter(out, directory, page);
  put_choices(out, page);
  if (page.lines.empty()) {
    out.add(ui::empty_state(empty_words(page.filter)));
  } else {
    out.put<R"(<section class="card" aria-label="People"><ul class="list">)">();
    for (const auto& line : page.lines) put_list_line(out, visit, directory, page, line);
    out.put<"</ul></section>">();
  }
  const std::array<std::size_t, 3> totals{page.gone_quiet, page.worth_a_hello, page.answered};
  out.add(
      ui::pages_of({.total = static_cast<std::int64_t>(totals[static_cast<std::size_t>(page.filter.shown)]),
                    .page = page.filter.page,
                    .page_size = quiet_page_size},
                   [&](int number) {
                     auto other = page.filter;
                     other.page = number;
                     return other.address();
                   }));
  put_rule(out);
  return std::move(out).finish();
}

Html explanation_view(const ui::Visit& visit, const Directory& directory, const PersonEntry& person,
                      const Explanation& all, const SnoozeForm& form, const std::vector<Fault>& faults) {
  html::Writer out;
  const auto today = visit.scope.today;
  out.put<
      R"(<p class="crumbs"><a href="{}">{}</a></p><div class="form-page"><h1>How often we speak</h1>{}<p class="soft">{}</p>)">(
      Url(address_of(person)), person.display_name(), ui::error_summary(faults), standing_words(all, today));
  out.put<
      R"(<section class="card gap-t2" aria-labelledby="h-rule"><h2 id="h-rule" class="gap-b">The rule and the figures</h2>)">();
  put_figures(out, all, today);
  out.put<
      R"(<p class="small gap-t">{}</p><p class="small muted">Restricted conversations and one-way messages are not counted.</p></section>)">(
      quiet_rule_words());
  put_history(out, visit, directory, all);
  if (may_answer(visit) && all.quiet && !all.quiet->answer) put_forms(out, visit, person, form, faults);
  put_episodes(out, all, today);
  out.put<"</div>">();
  return std::move(out).finish();
}

}  // namespace rapport::quiet
