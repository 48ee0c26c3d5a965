// Draws the list of champions.
#include "relationships/champion_list_views.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "http/form.hpp"
#include "organisation/unit_choices.hpp"
#include "relationships/champion_form_views.hpp"
#include "ui/parts.hpp"

namespace rapport {
namespace {

using champions::Alert;
using champions::AlertKind;
using html::Html;
using html::Url;
using html::Writer;

constexpr std::size_t gaps_named = 3;
constexpr std::size_t alerts_on_today = 3;

std::string_view words(AlertKind kind) {
  switch (kind) {
    case AlertKind::left:
      return "Has left";
    case AlertKind::other_post:
      return "Another post";
    case AlertKind::expiring:
      return "To renew";
    case AlertKind::gone_quiet:
      return "Gone quiet";
    case AlertKind::rests_on_one:
      break;
  }
  return "The only one";
}

std::string_view follow_words(AlertKind kind) {
  switch (kind) {
    case AlertKind::left:
      return "Say that it ended";
    case AlertKind::other_post:
      return "Still our champion?";
    case AlertKind::expiring:
      return "Renew or end it";
    case AlertKind::gone_quiet:
      return "What to do";
    case AlertKind::rests_on_one:
      break;
  }
  return "See what was said";
}

/// "Three"
std::string number_word(int number) {
  return with_capital_first(trim(count_words(number, "", "")));
}

std::string address_of(const Alert& alert) {
  return alert.kind == AlertKind::gone_quiet ? "/people/" + alert.person->slug + "/quiet"
                                             : champion_address(*alert.person);
}

void put_alert_words(Writer& out, const Alert& alert) {
  out.put<
      R"(<div class="grow"><p><a href="{}">{}</a> {}.</p><p class="small"><span class="tag amber">{}</span></p></div>)">(
      Url(champion_address(*alert.person)), alert.person->display_name(), alert.words, words(alert.kind));
}

void put_alert(Writer& out, const ui::Visit& visit, const Directory& directory, const Alert& alert,
               bool may_write) {
  out.put<R"(<li class="row wrap top-a" data-row>)">();
  put_alert_words(out, alert);
  const auto* unit = alert.unit ? directory.org.find(*alert.unit) : nullptr;
  if (alert.kind == AlertKind::rests_on_one && unit != nullptr && may_write)
    out.put<
        R"(<form method="post" action="{}">{}<button class="btn s quiet">Fine for a year<span class="vh">: {} in {}</span></button></form>)">(
        Url("/champions/departments/" + unit->slug + "/set-aside"), ui::csrf_field(visit),
        alert.person->display_name(), unit->name);
  else if (alert.kind != AlertKind::rests_on_one)
    out.put<R"(<a class="btn s" href="{}">{}<span class="vh">: {}</span></a>)">(
        Url(address_of(alert)), follow_words(alert.kind), alert.person->display_name());
  out.put<"</li>">();
}

void put_alerts(Writer& out, const ui::Visit& visit, const Directory& directory,
                const ChampionListPage& page) {
  if (page.alerts.empty()) return;
  out.put<
      R"(<section class="card" id="alerts" aria-labelledby="h-alerts"><h2 id="h-alerts" class="gap-b">To look at</h2><ul class="list tight">)">();
  for (const auto& alert : page.alerts) put_alert(out, visit, directory, alert, page.may_write);
  out.put<"</ul></section>">();
}

void put_tag(Writer& out, const champions::Listed& one, Date today) {
  const auto& champion = one.champion;
  const bool is_one = champion.is_champion(today);
  out.put<R"(<a class="tag {}" href="{}">{}{}{}</a> )">(
      is_one                       ? "green"
      : champion.is_expired(today) ? "amber"
                                   : "",
      Url(champion_address(*one.person)), ui::icon("award"), one.person->display_name(),
      is_one ? std::string() : ": " + with_small_first(state_words(champion, today)));
}

void put_unit(Writer& out, const ChampionUnit& unit, Date today) {
  out.put<
      R"(<li class="row wrap" data-row><div class="grow"><p><a href="{}">{}</a></p><p class="micro muted">{}</p></div><p class="row wrap champs">)">(
      Url("/departments/" + unit.unit->slug), unit.unit->name, count_words(unit.people, "person", "people"));
  for (const auto& one : unit.champions) put_tag(out, one, today);
  if (!unit.has_champion(today)) out.put<R"(<span class="small muted">No champion yet</span>)">();
  out.put<"</p></li>">();
}

void put_faculty(Writer& out, const ChampionFaculty& faculty, Date today) {
  const auto& slug = faculty.unit->slug;
  out.put<
      R"(<section class="card" aria-labelledby="h-{}"><h3 id="h-{}" class="gap-b">{}</h3><ul class="list tight">)">(
      slug, slug, faculty.unit->name);
  for (const auto& unit : faculty.units) put_unit(out, unit, today);
  out.put<"</ul></section>">();
}

void put_departments(Writer& out, const ChampionListPage& page, Date today) {
  out.put<
      R"(<section aria-labelledby="h-dep"><h2 id="h-dep" class="gap-b">By faculty and department</h2><div class="stack">)">();
  for (const auto& faculty : page.faculties) put_faculty(out, faculty, today);
  if (!page.elsewhere.empty()) {
    out.put<
        R"(<section class="card" aria-labelledby="h-else"><h3 id="h-else" class="gap-b">Without a department now</h3><p class="row wrap">)">();
    for (const auto& one : page.elsewhere) put_tag(out, one, today);
    out.put<"</p></section>">();
  }
  if (page.faculties.empty() && page.elsewhere.empty())
    out.add(ui::empty_state("No people yet. Import the staff list or add the first person."));
  out.put<"</div></section>">();
}

std::string address_of(const ChampionListPage& page, int number) {
  std::string query;
  if (!page.unit.empty()) query += "?unit=" + http::percent_encode(page.unit);
  if (number > 1) query += (query.empty() ? "?page=" : "&page=") + std::to_string(number);
  return "/champions" + query + "#suggestions";
}

void put_suggestion(Writer& out, const Directory& directory, const champions::Suggested& one) {
  std::vector<std::string> signs;
  signs.reserve(one.signs.size());
  for (const auto sign : one.signs) signs.push_back(with_small_first(words(sign)));
  out.put<
      R"(<li class="row top-a" data-row>{}<div class="grow"><p><a href="{}">{}</a></p><p class="micro muted">{}</p><p class="small">{}.</p></div></li>)">(
      ui::avatar(one.person->full_name), Url(champion_address(*one.person)), one.person->display_name(),
      directory.org.name(one.person->unit), with_capital_first(join_words(signs)));
}

void put_suggestions(Writer& out, const Directory& directory, const ChampionListPage& page) {
  out.put<
      R"(<section class="card" id="suggestions" aria-labelledby="h-sug"><h2 id="h-sug">Who may be one</h2><p class="small muted gap-b">{} of six signs or more in 24 months, by name. You decide.</p>)">(
      number_word(page.rule.signs_min));
  if (page.suggestions.empty()) out.put<R"(<p class="soft">Nobody new is suggested.</p>)">();
  out.put<R"(<ul class="list tight">)">();
  for (const auto& one : page.suggestions) put_suggestion(out, directory, one);
  out.put<"</ul>">();
  out.add(ui::pages_of({.total = static_cast<std::int64_t>(page.suggested),
                        .page = page.page,
                        .page_size = suggestions_page_size},
                       [&](int number) { return address_of(page, number); }));
  out.put<"</section>">();
}

void put_asides(Writer& out, const ui::Visit& visit, const Directory& directory,
                const ChampionListPage& page) {
  if (page.asides.empty()) return;
  out.put<R"(<details class="card sunken"><summary>Set aside: {}</summary><ul class="list tight gap-t">)">(
      page.asides.size());
  for (const auto& aside : page.asides) {
    const auto* person = directory.people.find(aside.person);
    const std::string about =
        aside.unit ? " as the only one in " + std::string(directory.org.name(aside.unit)) : std::string();
    out.put<
        R"(<li class="row wrap"><div class="grow"><p><a href="{}">{}</a>{}</p><p class="micro muted">Until {}, says {}{}</p></div>)">(
        Url(champion_address(*person)), person->display_name(), about,
        short_words(aside.until_on, visit.scope.today), directory.staff.full_name(aside.set_aside_by),
        aside.reason.empty() ? std::string() : ": " + aside.reason);
    if (page.may_write)
      out.put<
          R"(<form method="post" action="{}">{}<button class="btn s quiet">Put back<span class="vh">: {}</span></button></form>)">(
          Url("/champions/asides/" + std::to_string(aside.id.value) + "/removal"), ui::csrf_field(visit),
          person->display_name());
    out.put<"</li>">();
  }
  out.put<"</ul></details>">();
}

void put_rule_form(Writer& out, const ui::Visit& visit, const ChampionListPage& page) {
  if (!page.may_change_rule) return;
  out.put<
      R"(<form method="post" action="/champions/rule" class="form gap-t2">{}<input type="hidden" name="version" value="{}">)">(
      ui::csrf_field(visit), page.form.version);
  out.add(ui::field({.name = "signs_min",
                     .label = "Signs that make a suggestion",
                     .value = page.form.signs_min,
                     .hint = "1 to 6",
                     .type = "number",
                     .width = "short"},
                    page.faults));
  out.add(ui::field({.name = "because", .label = "Why it changes", .value = page.form.because}, page.faults));
  out.put<R"(<p class="form-foot"><button class="btn">Change</button></p></form>)">();
}

void put_rules(Writer& out, const ui::Visit& visit, const Directory& directory,
               const ChampionListPage& page) {
  out.put<
      R"(<details class="card sunken"{}><summary>How this is worked out</summary><dl class="stack-s gap-t small">)">(
      html::Attribute::flag("open", !page.faults.empty() || !page.clash.empty()));
  for (const auto sign : all_signs)
    out.put<R"(<div><dt><b>{}</b></dt><dd class="soft">{}</dd></div>)">(words(sign), meaning(sign));
  out.put<
      R"(</dl><p class="small gap-t">Each counts for 24 months. {} of the six make a suggestion{}; a colleague nominates, with a reason, )"
      R"(then the person is told, and agrees or not. It lasts two years. Lists are in order of names: nobody is ranked.</p>)">(
      number_word(page.rule.signs_min),
      page.rule.version == 0 ? std::string()
                             : " (" + std::string(directory.staff.full_name(page.rule.made_by)) + ": " +
                                   page.rule.because + ")");
  put_rule_form(out, visit, page);
  out.put<"</details>">();
}

void put_filter(Writer& out, const Directory& directory, const ChampionListPage& page) {
  out.put<
      R"(<form class="filter" method="get" action="/champions" role="search" aria-label="Champions">{}<button class="btn">Show</button></form>)">(
      ui::field({.name = "unit",
                 .label = "Faculty or department",
                 .value = page.unit,
                 .type = "select",
                 .choices = unit_choices(directory.org, "All of them")}));
}

}  // namespace

bool ChampionUnit::has_champion(Date today) const {
  return std::ranges::any_of(champions,
                             [&](const champions::Listed& one) { return one.champion.is_champion(today); });
}

std::string gap_sentence(std::span<const ChampionFaculty> faculties, Date today) {
  long people = 0;
  long units = 0;
  long with = 0;
  std::vector<std::string> gaps;
  for (const auto& faculty : faculties)
    for (const auto& unit : faculty.units) {
      ++units;
      people += std::ranges::count_if(
          unit.champions, [&](const champions::Listed& one) { return one.champion.is_champion(today); });
      if (unit.has_champion(today))
        ++with;
      else
        gaps.push_back(unit.unit->name);
    }
  if (people == 0) return "Nobody yet, in " + count_words(units, "department", "departments") + ".";
  auto sentence = with_capital_first(count_words(people, "champion", "champions")) + " in " +
                  std::string(trim(count_words(with, "", ""))) + " of " +
                  count_words(units, "department", "departments") + ".";
  if (gaps.empty()) return sentence;
  const auto more = static_cast<long>(gaps.size()) - static_cast<long>(gaps_named);
  if (more > 1) {
    gaps.resize(gaps_named);
    gaps.push_back(count_words(more, "more", "more"));
  }
  return sentence + " None yet in " + join_words(gaps) + ".";
}

Html champion_card(std::span<const Alert> alerts) {
  if (alerts.empty()) return {};
  Writer out;
  out.put<
      R"(<section class="card" aria-labelledby="h-champ"><div class="sec-h"><h2 id="h-champ">Our champions</h2><a class="more" href="/champions#alerts">All</a></div><ul class="list tight">)">();
  for (const auto& alert : alerts.first(std::min(alerts_on_today, alerts.size()))) {
    out.put<"<li data-row>">();
    put_alert_words(out, alert);
    out.put<"</li>">();
  }
  out.put<"</ul>">();
  if (alerts.size() > alerts_on_today)
    out.put<R"(<p class="small muted">{} more.</p>)">(alerts.size() - alerts_on_today);
  out.put<"</section>">();
  return std::move(out).finish();
}

Html champion_list_view(const ui::Visit& visit, const Directory& directory, const ChampionListPage& page) {
  const auto today = visit.scope.today;
  Writer out(32'768);
  out.put<
      R"(<p class="crumbs"><a href="/relationships">Relationships</a></p><h1>Champions</h1><p class="soft lead">Who speaks for the library. {}</p>{})">(
      gap_sentence(page.faculties, today), ui::error_summary(page.faults));
  if (!page.clash.empty()) out.put<R"(<p class="note gap-t" role="alert">{}</p>)">(page.clash);
  put_filter(out, directory, page);
  out.put<R"(<div class="cols"><div class="stack">)">();
  put_alerts(out, visit, directory, page);
  put_departments(out, page, today);
  out.put<R"(</div><aside class="stack" aria-label="Suggestions and rules">)">();
  put_suggestions(out, directory, page);
  put_asides(out, visit, directory, page);
  put_rules(out, visit, directory, page);
  out.put<"</aside></div>">();
  return std::move(out).finish();
}

}  // namespace rapport
