// Answers with hand-overs.
#include "relationships/hand_over_pages.hpp"

#include <algorithm>

#include "organisation/typed_date.hpp"
#include "relationships/champions.hpp"
#include "relationships/hand_over_people.hpp"
#include "relationships/hand_over_views.hpp"
#include "scope/submission.hpp"
#include "ui/page.hpp"
#include "ui/route_id.hpp"

namespace rapport::hand_overs {
namespace {

constexpr auto section = ui::Section::departments;

Id<HandOver> id_in(const http::Request& request) {
  return ui::route_id<HandOver>(request, "hand_over");
}

std::string address_of(Id<HandOver> id) {
  return "/hand-overs/" + std::to_string(id.value);
}

std::string field_of(const Promise& promise) {
  return "promise-" + std::to_string(promise.id.value);
}

struct Answer {
  std::vector<Fault> faults = {};
  std::string clash = {};
  int status = 200;
};
Answer answer_to(const Refusal& refusal) {
  if (refusal.kind == Refusal::Kind::conflict) return {.clash = refusal.message, .status = 409};
  return {.faults = refusal.faults, .status = 422};
}

bool is_about_form(const Refusal& refusal) {
  return refusal.kind == Refusal::Kind::conflict || !refusal.faults.empty();
}

http::Response form_page(const ui::Visit& visit, const Directory& directory, HandOverForm form,
                         std::optional<HandOverOffer> offered, Answer answer) {
  HandOverFormPage page{.form = std::move(form),
                        .offer = std::move(offered),
                        .faults = std::move(answer.faults),
                        .clash = std::move(answer.clash)};
  if (page.offer) page.plan_steps = plan_steps_of(visit.scope, page.form.from);
  page.notes = notes_of(page.form, directory);
  return ui::show(visit, {.title = "Hand over",
                          .section = section,
                          .content = hand_over_form_view(visit, directory, page),
                          .status = answer.status});
}

/// Both colleagues are there and differ.
bool is_pair(const Directory& directory, const HandOverForm& form) {
  const auto* to = directory.staff.find(form.to);
  return directory.staff.find(form.from) != nullptr && to != nullptr && to->is_active &&
         to->role != Role::director && form.from != form.to;
}

/// Everything of the departments that are preselected moves, what belongs elsewhere stays, unless said
/// otherwise on the page.
void preselect(const Directory& directory, const HandOverOffer& offered, std::string_view unit,
               HandOverForm& form) {
  std::vector<Id<OrgUnit>> chosen;
  for (const auto& part : offered.parts) {
    const auto* place = directory.org.find(part.unit);
    if (!unit.empty() && place->slug != unit) continue;
    form.units.insert(place->slug);
    for (const auto below : directory.org.with_descendants(part.unit)) chosen.push_back(below);
  }
  for (const auto& promise : offered.promises) {
    const auto* person = promise.person ? directory.people.find(*promise.person) : nullptr;
    const bool is_there = person != nullptr && person->unit && std::ranges::count(chosen, *person->unit) > 0;
    (is_there ? form.moving : form.staying).insert(promise.id.value);
  }
}

HandOverForm form_in(const http::Form& sent, const HandOverOffer& offered) {
  HandOverForm form{.from = ui::id_of<Staff>(sent.value("from")),
                    .to = ui::id_of<Staff>(sent.value("to")),
                    .from_on = std::string(sent.value("from_on")),
                    .until_on = std::string(sent.value("until_on")),
                    .reason = std::string(sent.value("reason"))};
  for (const auto slug : sent.values("units")) form.units.emplace(slug);
  for (const auto& promise : offered.promises) {
    const auto said = sent.value(field_of(promise));
    if (said == "moves") form.moving.insert(promise.id.value);
    if (said == "stays") form.staying.insert(promise.id.value);
  }
  return form;
}

Result<HandOverDraft> draft_of(const http::Form& sent, const Directory& directory, const HandOverForm& form) {
  HandOverDraft draft{
      .from = form.from, .to = form.to, .reason = form.reason, .seen = std::string(sent.value("seen"))};
  std::vector<Fault> faults;
  const auto from_on = typed_date(sent, "from_on");
  const auto until_on = typed_date(sent, "until_on");
  for (const auto* date : {&from_on, &until_on})
    if (!*date) faults.push_back(date->refusal().faults.front());
  if (!faults.empty()) return invalid(std::move(faults));
  draft.from_on = *from_on;
  draft.until_on = *until_on;
  for (const auto& slug : form.units) {
    const auto* unit = directory.org.find_slug(slug);
    draft.units.push_back(unit == nullptr ? Id<OrgUnit>{} : unit->id);
  }
  for (const auto id : form.moving) draft.promises.push_back({.promise = {id}, .is_to_move = true});
  for (const auto id : form.staying) draft.promises.push_back({.promise = {id}});
  return draft;
}

Result<std::string> store_once(const ui::Visit& visit, const Directory& directory, const http::Form& sent,
                               const HandOverForm& form, ChampionWords* champions) {
  const auto draft = draft_of(sent, directory, form);
  if (!draft) return draft.refusal();
  return visit.scope.write([&](db::Writer& writer) -> Result<std::string> {
    const auto key = sent.value("key");
    if (auto earlier = find_submission(writer, visit.scope.institution, key)) return std::move(*earlier);
    const auto made = hand_over(visit.scope, directory, *draft, champions);
    if (!made) return made.refusal();
    auto location = address_of(*made);
    record_submission(visit.scope, writer, key, location);
    return location;
  });
}

http::Response hand_over_page(const ui::Visit& visit, const Directory& directory, Id<HandOver> id,
                              const UndoForm& undo, int status) {
  const auto told = tell(visit.scope, directory, id);
  if (!told) return ui::show_refusal(visit, told.refusal());
  return ui::show(visit, {.title = "Hand-over",
                          .section = section,
                          .content = hand_over_view(visit, directory, *told, undo),
                          .status = status});
}

}  // namespace

std::unordered_map<Id<Person>, std::string> champion_words(Scope& scope, const Directory& directory,
                                                           std::span<const Id<Person>> people) {
  std::unordered_map<Id<Person>, std::string> words;
  for (const auto& one : champions::listed(scope, directory)) {
    auto said = champions::mark_words(one.champion, scope.today);
    if (!said.empty() && std::ranges::count(people, one.person->id) > 0)
      words.emplace(one.person->id, std::move(said));
  }
  return words;
}

http::Response show_hand_overs(const ui::Visit& visit, const Directory& directory) {
  return ui::show(visit, {.title = "Hand-overs",
                          .section = section,
                          .content = hand_over_list_view(visit, directory, all(visit.scope))});
}

http::Response new_hand_over(const ui::Visit& visit, const Directory& directory) {
  const auto& query = visit.request.query;
  HandOverForm form{.from = ui::id_of<Staff>(query.value("from")),
                    .to = ui::id_of<Staff>(query.value("to")),
                    .from_on = visit.scope.today.iso(),
                    .people = ticked_people(query, directory)};
  if (!query.has("from")) form.from = keeper_of(form.people, directory);
  if (!is_pair(directory, form)) {
    std::vector<Fault> faults;
    if (query.has("from") && query.has("to"))
      faults.push_back(
          {"to", "Choose two colleagues: who takes over logs conversations and is somebody else."});
    const int status = faults.empty() ? 200 : 422;
    return form_page(visit, directory, std::move(form), std::nullopt,
                     {.faults = std::move(faults), .status = status});
  }
  auto offered = offer(visit.scope, directory, form.from, form.to);
  if (form.people.empty())
    preselect(directory, offered, query.value("unit"), form);
  else
    fill_in(offered, directory, form);
  return form_page(visit, directory, std::move(form), std::move(offered), {});
}

http::Response create_hand_over(const ui::Visit& visit, const Directory& directory,
                                ChampionWords* champions) {
  const auto& sent = visit.request.form();
  const auto from = ui::id_of<Staff>(sent.value("from")), to = ui::id_of<Staff>(sent.value("to"));
  auto offered = offer(visit.scope, directory, from, to);
  auto form = form_in(sent, offered);
  const auto location = store_once(visit, directory, sent, form, champions);
  if (location) return ui::go(visit, *location, "Handed over. The list below says whom to introduce first.");
  const auto& refusal = location.refusal();
  if (!is_about_form(refusal)) return ui::show_refusal(visit, refusal);
  const bool pair = is_pair(directory, form);
  return form_page(visit, directory, std::move(form), pair ? std::optional(std::move(offered)) : std::nullopt,
                   answer_to(refusal));
}

http::Response show_hand_over(const ui::Visit& visit, const Directory& directory) {
  return hand_over_page(visit, directory, id_in(visit.request), {}, 200);
}

http::Response undo_hand_over(const ui::Visit& visit, const Directory& directory) {
  const auto id = id_in(visit.request);
  const auto& sent = visit.request.form();
  const auto done = undo(visit.scope, directory, id, static_cast<int>(sent.number("version").value_or(0)),
                         sent.value("reason"));
  if (done) return ui::go(visit, address_of(id), "Undone. Everything is as it was before.");
  const auto& refusal = done.refusal();
  if (!is_about_form(refusal)) return ui::show_refusal(visit, refusal);
  const auto answer = answer_to(refusal);
  return hand_over_page(
      visit, directory, id,
      {.reason = std::string(sent.value("reason")), .faults = answer.faults, .clash = answer.clash},
      answer.status);
}

http::Response tick_introduction(const ui::Visit& visit, const Directory& directory) {
  const auto id = id_in(visit.request);
  const auto* person = directory.people.find_slug(visit.request.parameter("person"));
  if (person == nullptr) return ui::show_refusal(visit, not_found("Nobody of that name is here."));
  const auto& sent = visit.request.form();
  // Whoever was merged since stands on the list under the record of then.
  Result<Done> done = not_found("That person is not on this list.");
  for (const auto record : directory.people.same_person(person->id)) {
    done = introduce(visit.scope, directory, id, record, !sent.has("again"));
    if (done || done.refusal().kind != Refusal::Kind::not_found) break;
  }
  if (!done) return ui::show_refusal(visit, done.refusal());
  return ui::go(visit, address_of(id),
                sent.has("again") ? "Back on the list." : person->display_name() + " is introduced.");
}

http::Response move_promises(const ui::Visit& visit, const Directory& directory) {
  const auto id = id_in(visit.request);
  std::vector<Id<Promise>> chosen;
  for (const auto number : visit.request.form().values("promises"))
    chosen.push_back(ui::id_of<Promise>(number));
  const auto done = move_more(visit.scope, directory, id, chosen);
  if (done) return ui::go(visit, address_of(id), chosen.empty() ? "Nothing was ticked." : "Moved.");
  if (done.refusal().kind != Refusal::Kind::conflict) return ui::show_refusal(visit, done.refusal());
  return hand_over_page(visit, directory, id, {.clash = done.refusal().message}, 409);
}

}  // namespace rapport::hand_overs
