// Draws one person as a champion: heading, six signs, and the column beside them.
#include "relationships/champion_views.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "interactions/interaction_headline.hpp"
#include "relationships/champion_form_views.hpp"
#include "ui/parts.hpp"

namespace rapport {
namespace {

using html::Html;
using html::Url;
using html::Writer;

constexpr std::size_t rows_shown = 5;

const PersonEntry& person_of(const ChampionPage& page) {
  return *page.account.person;
}

/// "Three of the six signs speak for Jane; three are asked for."
std::string count_sentence(const ChampionPage& page, Date today) {
  const auto signs = static_cast<long>(held(page.findings, today).size());
  const auto count =
      signs == 0
          ? std::string("None of the six signs speaks")
          : with_capital_first(count_words(signs, "of the six signs speaks", "of the six signs speak"));
  return count + " for " + person_of(page).known_as + "; " +
         count_words(page.account.signs_min, "is", "are") +
         " asked for before Rapport suggests it. You decide.";
}

void put_heading(Writer& out, const ui::Visit& visit, const ChampionPage& page) {
  const auto& person = person_of(page);
  const auto today = visit.scope.today;
  const auto* open = page.account.open();
  out.put<
      R"(<p class="crumbs"><a href="/champions">Champions</a> / <a href="{}">{}</a></p><h1>{} as a champion</h1>)"
      R"(<p class="row wrap gap-t">)">(Url("/people/" + person.slug), person.display_name(),
                                       person.display_name());
  if (open == nullptr)
    out.put<R"(<span class="tag">{}No champion</span>)">(ui::icon("circle-dashed"));
  else
    out.add(champion_tag(*open, today));
  if (!person.is_here) out.put<R"(<span class="tag amber">Has left</span>)">();
  out.put<R"(</p><p class="soft lead gap-t">{}</p>)">(count_sentence(page, today));
}

/// What a row says besides its conversation.
std::string row_words(const SignRow& row, const Directory& directory) {
  if (row.person) {
    const auto* met = directory.people.find(*row.person);
    return met == nullptr ? std::string() : met->display_name();
  }
  if (row.module) {
    const auto* module = directory.vocabulary.find(*row.module);
    return module == nullptr ? std::string() : "#" + module->name;
  }
  return row.words.empty() ? std::string() : "“" + row.words + "”";
}

void put_tick_form(Writer& out, const ui::Visit& visit, const ChampionPage& page, const SignRow& row) {
  if (!row.tick || !page.may_write) return;
  out.put<
      R"( <form method="post" action="{}" class="inline">{}<button class="btn s quiet">Take back<span class="vh">: {}</span></button></form>)">(
      Url("/champions/ticks/" + std::to_string(row.tick->value) + "/removal"), ui::csrf_field(visit),
      row.words);
}

void put_row(Writer& out, const ui::Visit& visit, const Directory& directory, const ChampionPage& page,
             const SignRow& row) {
  const auto today = visit.scope.today;
  const auto words = row_words(row, directory);
  out.put<"<li>{}<span>">(ui::icon(row.story ? "quote" : "message-circle"));
  if (!words.empty()) out.put<"{}{}">(words, row.conversation ? ": " : " ");
  if (row.story)
    out.put<R"(<a href="{}">told in a story</a> <span class="muted">{}</span>)">(
        Url("/bumps/stories/" + std::to_string(row.story->value)), short_words(row.on, today));
  const auto found = row.conversation ? page.rows.find(*row.conversation) : page.rows.end();
  if (found != page.rows.end())
    out.put<R"(<a href="{}">{}</a> <span class="muted">{}</span>)">(
        Url("/conversations/" + std::to_string(row.conversation->value)),
        headline_of(found->second, directory, {person_of(page).id, today}), when_words(found->second, today));
  put_tick_form(out, visit, page, row);
  out.put<"</span></li>">();
}

void put_sign(Writer& out, const ui::Visit& visit, const Directory& directory, const ChampionPage& page,
              Sign sign) {
  const auto& finding = page.findings[static_cast<std::size_t>(sign)];
  const bool is_held = holds(finding.on, visit.scope.today);
  out.put<
      R"(<li class="sign" id="sign-{}"><span class="{}">{}</span><div><h3>{} <span class="tag {}">{}</span></h3><p class="small muted">{}</p>)">(
      code(sign), is_held ? "sign-on" : "sign-off", ui::icon(is_held ? "circle-check" : "circle-dashed"),
      words(sign), is_held ? "green" : "", is_held ? "Yes" : "Not yet", meaning(sign));
  if (!finding.rows.empty()) {
    out.put<R"(<ul class="evidence small gap-t">)">();
    for (std::size_t i = 0; i < std::min(rows_shown, finding.rows.size()); ++i)
      put_row(out, visit, directory, page, finding.rows[i]);
    out.put<"</ul>">();
    if (finding.rows.size() > rows_shown)
      out.put<R"(<p class="small muted">The latest {} of {}.</p>)">(rows_shown, finding.rows.size());
  }
  out.put<"</div></li>">();
}

void put_signs(Writer& out, const ui::Visit& visit, const Directory& directory, const ChampionPage& page) {
  out.put<
      R"(<section class="card" aria-labelledby="h-signs"><h2 id="h-signs" class="gap-b">What speaks for it</h2><ol class="list tight signs">)">();
  for (const auto sign : all_signs) put_sign(out, visit, directory, page, sign);
  out.put<
      R"(</ol><p class="small muted gap-t2">Of the last 24 months, from conversations that everybody in the library can read. )"
      R"(A sign is there or not; nobody is counted against anybody.</p></section>)">();
}

void put_step(Writer& out, const ui::Visit& visit, const Directory& directory, const ChampionStep& step) {
  const auto today = visit.scope.today;
  const bool is_over = step.act == ChampionAct::declined || step.act == ChampionAct::ended;
  out.put<
      R"(<li><time class="s-when muted" datetime="{}">{}</time><span class="s-dot {}">{}</span><div class="s-body"><h3>{}</h3>)">(
      step.happened_on.iso(), short_words(step.happened_on, today), is_over ? "down" : "up",
      ui::icon(is_over ? "x" : "award"), words(step.act));
  if (!step.words.empty()) out.put<R"(<p class="as-typed">{}</p>)">(step.words);
  out.put<R"(<p class="micro muted">{}</p>)">(directory.staff.full_name(step.recorded_by));
  if (!step.signs.empty()) {
    std::vector<std::string> signs;
    signs.reserve(step.signs.size());
    for (const auto sign : step.signs) signs.push_back(with_small_first(words(sign)));
    out.put<R"(<p class="micro muted">What spoke for it then: {}</p>)">(join_words(signs));
  }
  out.put<"</div></li>">();
}

void put_history(Writer& out, const ui::Visit& visit, const Directory& directory, const ChampionPage& page) {
  if (page.account.terms.empty()) return;
  out.put<
      R"(<section class="gap-t2" aria-labelledby="h-said"><h2 id="h-said" class="gap-b">What was said, and when</h2><ol class="story moves">)">();
  for (const auto& term : page.account.terms)
    for (auto step = term.steps.rbegin(); step != term.steps.rend(); ++step)
      put_step(out, visit, directory, *step);
  out.put<"</ol></section>">();
}

}  // namespace

std::string champion_address(const PersonEntry& person, std::string_view rest) {
  return "/people/" + person.slug + "/champion" + std::string(rest);
}

Html champion_view(const ui::Visit& visit, const Directory& directory, const ChampionPage& page) {
  Writer out;
  put_heading(out, visit, page);
  out.add(ui::error_summary(page.faults));
  if (!page.clash.empty()) out.add(clash_note(page));
  out.put<R"(<div class="cols gap-t2"><div>)">();
  put_signs(out, visit, directory, page);
  if (page.may_write && person_of(page).is_here) out.add(tick_form(visit, directory, page));
  put_history(out, visit, directory, page);
  out.put<R"(</div><aside class="stack" aria-label="Being a champion">)">();
  out.add(next_card(visit, page));
  out.add(thanks_card(visit, directory, page));
  out.put<R"(<p class="note small">{} may ask to read this page.</p></aside></div>)">(
      person_of(page).known_as);
  return std::move(out).finish();
}

}  // namespace rapport
