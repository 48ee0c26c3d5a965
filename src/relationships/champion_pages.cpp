// Answers about one person as a champion.
#include "relationships/champion_pages.hpp"

#include <algorithm>

#include "interactions/interactions.hpp"
#include "organisation/typed_date.hpp"
#include "relationships/champion_views.hpp"
#include "scope/submission.hpp"
#include "ui/page.hpp"
#include "ui/route_id.hpp"

namespace rapport::champions {
namespace {

Refusal nobody_here() {
  return not_found("Nobody of that name is here.");
}

const PersonEntry* person_in(const ui::Visit& visit, const Directory& directory) {
  return directory.people.find_slug(visit.request.parameter("person"));
}

bool may_write_here(const ui::Visit& visit) {
  return may_write(visit.scope).ok();
}

ChampionForm form_in(const http::Form& form) {
  const auto value = [&](std::string_view name) { return std::string(form.value(name)); };
  return {.act = value("act"),
          .happened_on = value("happened_on"),
          .words = value("words"),
          .sign = value("sign"),
          .conversation = value("conversation"),
          .tick_words = value("tick-words"),
          .said_on = value("said_on"),
          .thanks = value("thanks")};
}

std::unordered_map<Id<Interaction>, Interaction> rows_behind(Scope& scope, const Findings& findings) {
  std::vector<Id<Interaction>> ids;
  for (const auto& finding : findings)
    for (const auto& row : finding.rows)
      if (row.conversation) ids.push_back(*row.conversation);
  std::ranges::sort(ids);
  ids.erase(std::ranges::unique(ids).begin(), ids.end());
  std::unordered_map<Id<Interaction>, Interaction> rows;
  for (auto& row : interactions::several(scope, ids)) rows.emplace(row.id, std::move(row));
  return rows;
}

/// What a page says beside the forms.
struct Answer {
  std::vector<Fault> faults = {};
  std::string clash = {};
  int status = 200;
};

http::Response page_of(const ui::Visit& visit, const Directory& directory, const PersonEntry& person,
                       ChampionForm form, Answer answer) {
  auto& scope = visit.scope;
  for (auto* day : {&form.happened_on, &form.said_on})
    if (day->empty()) *day = scope.today.iso();
  ChampionPage page{.account = account_of(scope, directory, person),
                    .findings = findings_of(scope, directory, person),
                    .form = std::move(form),
                    .may_write = may_write_here(visit),
                    .faults = std::move(answer.faults),
                    .clash = std::move(answer.clash)};
  page.rows = rows_behind(scope, page.findings);
  if (page.may_write) page.evidence = evidence_for(scope, directory, person);
  page.is_suggested = is_suggested(scope, directory, page.account, page.findings);
  return ui::show(visit, {.title = person.display_name() + " as a champion",
                          .section = ui::Section::relationships,
                          .content = champion_view(visit, directory, page),
                          .person = person.slug,
                          .status = answer.status});
}

/// The page again where the form can be mended, a page of its own for everything else.
http::Response refused(const ui::Visit& visit, const Directory& directory, const PersonEntry& person,
                       const Refusal& refusal) {
  if (refusal.kind == Refusal::Kind::conflict)
    return page_of(visit, directory, person, form_in(visit.request.form()),
                   {.clash = refusal.message, .status = 409});
  if (refusal.faults.empty()) return ui::show_refusal(visit, refusal);
  return page_of(visit, directory, person, form_in(visit.request.form()),
                 {.faults = refusal.faults, .status = 422});
}

/// A form sent twice is stored once. `change` gives back a Result.
template <class Change>
http::Response once(const ui::Visit& visit, const Directory& directory, const PersonEntry& person,
                    std::string_view message, Change change) {
  const auto location = champion_address(person);
  const auto key = visit.request.form().value("key");
  const auto done = visit.scope.write([&](db::Writer& writer) -> Result<Done> {
    if (find_submission(writer, visit.scope.institution, key)) return Done{};
    if (auto made = change(); !made) return std::move(made).refusal();
    record_submission(visit.scope, writer, key, location);
    return Done{};
  });
  if (!done) return refused(visit, directory, person, done.refusal());
  return ui::go(visit, location, message);
}

Result<ChampionDraft> draft_in(const http::Form& form, ChampionAct act) {
  const auto day = typed_date(form, "happened_on");
  if (!day) return day.refusal();
  return ChampionDraft{.act = act, .happened_on = *day, .words = std::string(form.value("words"))};
}

std::string said_words(ChampionAct act, const PersonEntry& person) {
  switch (act) {
    case ChampionAct::told:
      return "Kept. Say next whether they agreed.";
    case ChampionAct::agreed:
      return person.display_name() + " is a champion for two years.";
    case ChampionAct::renewed:
      return "Renewed for two years.";
    case ChampionAct::nominated:
    case ChampionAct::stays:
    case ChampionAct::declined:
    case ChampionAct::ended:
      break;
  }
  return "Kept.";
}

}  // namespace

http::Response show_person(const ui::Visit& visit, const Directory& directory) {
  const auto* person = person_in(visit, directory);
  if (person == nullptr) return ui::show_refusal(visit, nobody_here());
  if (person->slug != visit.request.parameter("person")) return http::see_other(champion_address(*person));
  return page_of(visit, directory, *person, {}, {});
}

http::Response create_nomination(const ui::Visit& visit, const Directory& directory) {
  const auto* person = person_in(visit, directory);
  if (person == nullptr) return ui::show_refusal(visit, nobody_here());
  const auto draft = draft_in(visit.request.form(), ChampionAct::nominated);
  if (!draft) return refused(visit, directory, *person, draft.refusal());
  return once(visit, directory, *person, "Nominated. Say next when they were told.",
              [&] { return nominate(visit.scope, directory, person->id, *draft); });
}

http::Response create_step(const ui::Visit& visit, const Directory& directory) {
  const auto& form = visit.request.form();
  const auto champion = get(visit.scope, ui::route_id<Champion>(visit.request, "champion"));
  if (!champion) return ui::show_refusal(visit, champion.refusal());
  const auto* person = directory.people.find(champion->person);
  if (person == nullptr) return ui::show_refusal(visit, nobody_here());
  const auto act = champion_act_of(form.value("act"));
  if (!act || *act == ChampionAct::nominated)
    return refused(visit, directory, *person, invalid("act", "Say what happened."));
  const auto draft = draft_in(form, *act);
  if (!draft) return refused(visit, directory, *person, draft.refusal());
  const auto version = static_cast<int>(std::clamp(form.number("version").value_or(0), 0L, 1'000'000L));
  return once(visit, directory, *person, said_words(*act, *person),
              [&] { return say(visit.scope, directory, champion->id, version, *draft); });
}

http::Response create_tick(const ui::Visit& visit, const Directory& directory) {
  const auto* person = person_in(visit, directory);
  if (person == nullptr) return ui::show_refusal(visit, nobody_here());
  const auto& form = visit.request.form();
  TickDraft draft{.sign = sign_of(form.value("sign")), .words = std::string(form.value("tick-words"))};
  if (const auto id = ui::id_of<Interaction>(form.value("conversation")); id.value > 0)
    draft.conversation = id;
  return once(visit, directory, *person, "Ticked.",
              [&] { return tick(visit.scope, directory, person->id, draft); });
}

http::Response remove_tick(const ui::Visit& visit, const Directory& directory) {
  const auto whose = take_back_tick(visit.scope, ui::route_id<SignTick>(visit.request, "tick"));
  if (!whose) return ui::show_refusal(visit, whose.refusal());
  const auto* person = directory.people.find(*whose);
  return ui::go(visit, person == nullptr ? "/champions" : champion_address(*person), "Taken back.");
}

http::Response create_thanks(const ui::Visit& visit, const Directory& directory) {
  const auto* person = person_in(visit, directory);
  if (person == nullptr) return ui::show_refusal(visit, nobody_here());
  const auto& form = visit.request.form();
  const auto day = typed_date(form, "said_on");
  if (!day) return refused(visit, directory, *person, day.refusal());
  return once(visit, directory, *person, "Added to the thanks.", [&] {
    return thank(visit.scope, directory, person->id, {*day, std::string(form.value("thanks"))});
  });
}

http::Response set_suggestion_aside(const ui::Visit& visit, const Directory& directory) {
  const auto* person = person_in(visit, directory);
  if (person == nullptr) return ui::show_refusal(visit, nobody_here());
  const auto done =
      set_suggestion_aside(visit.scope, directory, person->id, visit.request.form().value("reason"));
  if (!done) return refused(visit, directory, *person, done.refusal());
  return ui::go(visit, "/champions", person->display_name() + " is not suggested for a year.");
}

}  // namespace rapport::champions
