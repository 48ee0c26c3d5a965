// Draws the forms.
#include "relationships/champion_form_views.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "interactions/interaction_headline.hpp"
#include "ui/parts.hpp"

namespace rapport {
namespace {

using html::Html;
using html::Url;
using html::Writer;

const PersonEntry& person_of(const ChampionPage& page) {
  return *page.account.person;
}

std::string_view question(ChampionAct act) {
  switch (act) {
    case ChampionAct::told:
      return "They were told";
    case ChampionAct::agreed:
      return "They agreed, for two years from that day";
    case ChampionAct::declined:
      return "They declined";
    case ChampionAct::renewed:
      return "Renewed, for two years from that day";
    case ChampionAct::stays:
      return "Still our champion, in another post";
    case ChampionAct::nominated:
      return "Nominated";
    case ChampionAct::ended:
      break;
  }
  return "It ended";
}

/// Those who have left can only end; "another post" is asked where there is one.
std::vector<ui::Choice> choices_of(const ChampionPage& page, const Champion& open) {
  std::vector<ui::Choice> choices;
  const HeldMainPost then{open.unit, open.post};
  for (const auto act : champion_acts) {
    const bool is_fit = can_follow(open, act) && (person_of(page).is_here || act == ChampionAct::ended) &&
                        (act != ChampionAct::stays || page.account.post != then);
    if (is_fit) choices.push_back({std::string(code(act)), std::string(question(act))});
  }
  return choices;
}

void put_day_and_words(Writer& out, const ChampionPage& page, std::string label, std::string hint) {
  out.add(ui::field({.name = "happened_on",
                     .label = "When",
                     .value = page.form.happened_on,
                     .type = "date",
                     .is_required = true,
                     .width = "middle"},
                    page.faults));
  out.add(ui::field({.name = "words",
                     .label = std::move(label),
                     .value = page.form.words,
                     .hint = std::move(hint),
                     .type = "textarea",
                     .rows = 3},
                    page.faults));
}

void put_nomination(Writer& out, const ui::Visit& visit, const ChampionPage& page) {
  const auto& person = person_of(page);
  out.put<R"(<p class="small muted gap-b">Begins with a nomination: then {} is told, and agrees or not.</p>)"
          R"(<form method="post" action="{}" class="form" data-once data-keep>{}{})">(
      person.known_as, Url(champion_address(person)), ui::csrf_field(visit), ui::once_field());
  put_day_and_words(out, page, "Why?", person.known_as + " may ask to read it");
  out.put<R"(<p class="form-foot"><button class="btn primary">Nominate</button></p></form>)">();
}

void put_next(Writer& out, const ui::Visit& visit, const ChampionPage& page, const Champion& open) {
  const auto choices = choices_of(page, open);
  if (choices.empty()) return;
  out.put<
      R"(<form method="post" action="{}" class="form" data-once data-keep>{}{}<input type="hidden" name="version" value="{}">)">(
      Url("/champions/" + std::to_string(open.id.value) + "/steps"), ui::csrf_field(visit), ui::once_field(),
      open.version);
  out.add(ui::radios({.name = "act",
                      .label = "What happened?",
                      .value = page.form.act.empty() ? choices.front().value : page.form.act,
                      .choices = choices},
                     page.faults));
  put_day_and_words(out, page, "Words", "Why, or what was said. Only “told” and “agreed” go without");
  out.put<R"(<p class="form-foot"><button class="btn primary">Save</button></p></form>)">();
}

void put_set_aside(Writer& out, const ui::Visit& visit, const ChampionPage& page) {
  if (!page.is_suggested) return;
  const auto& person = person_of(page);
  out.put<
      R"(<form method="post" action="{}" class="gap-t2">{}<button class="btn s quiet">Not now: do not suggest {} for a year</button></form>)">(
      Url(champion_address(person, "/set-aside")), ui::csrf_field(visit), person.known_as);
}

void put_standing(Writer& out, const ui::Visit& visit, const Champion& open) {
  const auto today = visit.scope.today;
  out.put<R"(<p class="gap-b">{}{}</p>)">(
      champion_tag(open, today),
      open.is_champion(today) ? ", until " + long_words(*open.expires_on, today) : std::string());
}

}  // namespace

Html champion_tag(const Champion& champion, Date today) {
  return html::render<R"(<span class="tag {}">{}{}</span>)">(champion.is_champion(today)  ? "green"
                                                             : champion.is_expired(today) ? "amber"
                                                                                          : "",
                                                             ui::icon("award"), state_words(champion, today));
}

Html clash_note(const ChampionPage& page) {
  Writer out;
  out.put<R"(<div class="note gap-t2" role="alert"><p><b>That was not kept.</b> {}</p>)">(page.clash);
  for (const auto* typed : {&page.form.words, &page.form.tick_words, &page.form.thanks})
    if (!typed->empty()) out.put<R"(<p class="as-typed gap-t">You wrote: “{}”</p>)">(*typed);
  out.put<"</div>">();
  return std::move(out).finish();
}

Html next_card(const ui::Visit& visit, const ChampionPage& page) {
  Writer out;
  const auto* open = page.account.open();
  out.put<R"(<section class="card" aria-labelledby="h-next"><h2 id="h-next" class="gap-b">{}</h2>)">(
      open == nullptr ? "Nominate" : "Where it stands");
  if (open != nullptr) put_standing(out, visit, *open);
  if (!page.may_write) {
    if (open == nullptr)
      out.put<R"(<p class="muted">Nobody has nominated {}.</p>)">(person_of(page).known_as);
  } else if (open != nullptr) {
    put_next(out, visit, page, *open);
  } else if (person_of(page).is_here) {
    put_nomination(out, visit, page);
    put_set_aside(out, visit, page);
  } else {
    out.put<R"(<p class="muted">{} has left and cannot be nominated.</p>)">(person_of(page).known_as);
  }
  out.put<"</section>">();
  return std::move(out).finish();
}

Html tick_form(const ui::Visit& visit, const Directory& directory, const ChampionPage& page) {
  const auto& person = person_of(page);
  const bool is_open = std::ranges::any_of(page.faults, [](const Fault& fault) {
    return fault.field == "sign" || fault.field == "conversation" || fault.field == "tick-words";
  });
  Writer out;
  out.put<R"(<details class="card sunken gap-t2"{}><summary>Tick what no record can tell</summary>)">(
      html::Attribute::flag("open", is_open));
  if (page.evidence.empty()) {
    out.put<
        R"(<p class="soft gap-t">There is no conversation with {} yet that everybody can read. Log it first.</p></details>)">(
        person.known_as);
    return std::move(out).finish();
  }
  out.put<R"(<form method="post" action="{}" class="form gap-t" data-once data-keep>{}{})">(
      Url(champion_address(person, "/ticks")), ui::csrf_field(visit), ui::once_field());
  ui::Input signs{.name = "sign", .label = "What does it show?", .value = page.form.sign};
  for (const auto sign : all_signs)
    if (is_ticked(sign)) signs.choices.push_back({std::string(code(sign)), std::string(words(sign))});
  ui::Input which{.name = "conversation",
                  .label = "Which conversation shows it?",
                  .value = page.form.conversation,
                  .type = "select",
                  .choices = {{"", "Choose one"}}};
  for (const auto& row : page.evidence)
    which.choices.push_back(
        {std::to_string(row.id.value), short_words(row.happened_on, visit.scope.today) + ", " +
                                           headline_of(row, directory, {person.id, visit.scope.today})});
  out.add(ui::radios(signs, page.faults));
  out.add(ui::field(which, page.faults));
  out.add(ui::field({.name = "tick-words",
                     .label = "What did they say or do?",
                     .value = page.form.tick_words,
                     .hint = "Of an endorsement their own words, as they may be quoted",
                     .type = "textarea",
                     .rows = 3},
                    page.faults));
  out.put<R"(<p class="form-foot"><button class="btn">Tick it</button></p></form></details>)">();
  return std::move(out).finish();
}

Html thanks_card(const ui::Visit& visit, const Directory& directory, const ChampionPage& page) {
  const auto& person = person_of(page);
  const bool was_one = std::ranges::any_of(
      page.account.terms, [](const champions::Term& term) { return term.champion.agreed_on.has_value(); });
  if (!was_one) return {};
  Writer out;
  out.put<
      R"(<section class="card" aria-labelledby="h-thanks"><h2 id="h-thanks" class="gap-b">How we said thank you</h2><ul class="list tight">)">();
  for (const auto& one : page.account.thanks)
    out.put<R"(<li><p class="as-typed">{}</p><p class="micro muted">{}, {}</p></li>)">(
        one.words, short_words(one.said_on, visit.scope.today), directory.staff.full_name(one.said_by));
  out.put<"</ul>">();
  if (page.account.thanks.empty()) out.put<R"(<p class="small muted">Not yet.</p>)">();
  if (page.may_write) {
    out.put<R"(<form method="post" action="{}" class="form gap-t" data-once data-keep>{}{})">(
        Url(champion_address(person, "/thanks")), ui::csrf_field(visit), ui::once_field());
    out.add(ui::field(
        {.name = "thanks", .label = "We thanked " + person.known_as + " for", .value = page.form.thanks},
        page.faults));
    out.add(ui::field({.name = "said_on",
                       .label = "On",
                       .value = page.form.said_on,
                       .type = "date",
                       .is_required = true,
                       .width = "middle"},
                      page.faults));
    out.put<R"(<p class="form-foot"><button class="btn">Add</button></p></form>)">();
  }
  out.put<"</section>">();
  return std::move(out).finish();
}

}  // namespace rapport
