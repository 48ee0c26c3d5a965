// Answers with the pages of an erasure.
#include "governance/erasure_pages.hpp"

#include "governance/erasure_views.hpp"
#include "interactions/conversation_form.hpp"
#include "ui/page.hpp"
#include "ui/route_id.hpp"

namespace rapport::erasures {
namespace {

constexpr auto section = ui::Section::settings;
constexpr int settled_shown = 100;

Id<Erasure> id_in(const http::Request& request) {
  return ui::id_of<Erasure>(request.parameter("erasure"));
}

Refusal nobody_there() {
  return not_found("Nobody of that name is here.");
}

http::Response asking_page(const ui::Visit& visit, const Directory& directory, const PersonEntry& person,
                           const AskingForm& form, const std::vector<Fault>& faults, int status) {
  const auto found = preview(visit.scope, directory, person.id);
  if (!found) return ui::show_refusal(visit, found.refusal());
  return ui::show(visit, {.title = "Erase " + person.display_name() + "?",
                          .section = section,
                          .content = asking_view(visit, directory, person, *found, form, faults),
                          .status = status});
}

AskingForm form_in(const http::Form& sent) {
  return {.asked_by = std::string(sent.value("asked_by")),
          .ground = std::string(sent.value("ground")),
          .reason = std::string(sent.value("reason")),
          .shared_words = sent.value("shared_words") == "go" ? "go" : "stay",
          .due_on = std::string(sent.value("due_on"))};
}

ErasureDraft draft_of(const AskingForm& form) {
  return {.asked_by = asked_by_of(form.asked_by),
          .ground = erasure_ground_of(form.ground),
          .reason = form.reason,
          .shared_words = form.shared_words == "go" ? SharedWords::go : SharedWords::stay,
          .due_on = typed_day(form.due_on)};
}

/// The request with what would happen, as long as nothing has.
Result<ErasurePage> page_of(const ui::Visit& visit, const Directory& directory) {
  auto erasure = get(visit.scope, id_in(visit.request));
  if (!erasure) return erasure.refusal();
  ErasurePage page{.erasure = std::move(*erasure)};
  if (page.erasure.state != ErasureState::confirmed) page.person = directory.people.find(page.erasure.person);
  if (!page.erasure.is_open() || page.person == nullptr) return page;
  auto found = preview(visit.scope, directory, page.person->id);
  if (!found) return found.refusal();
  page.preview = std::move(*found);
  return page;
}

http::Response show_page(const ui::Visit& visit, const Directory& directory, const ErasurePage& page,
                         int status) {
  return ui::show(visit, {.title = "A request to erase somebody",
                          .section = section,
                          .content = erasure_view(visit, directory, page),
                          .status = status});
}

http::Response confirmation_page(const ui::Visit& visit, const Directory& directory,
                                 std::vector<Fault> faults, int status) {
  auto page = page_of(visit, directory);
  if (!page) return ui::show_refusal(visit, page.refusal());
  if (!page->erasure.is_open()) return http::see_other(address_of(page->erasure));
  if (page->erasure.requested_by == visit.scope.viewer.staff)
    return ui::show_refusal(visit, forbidden("You asked for it, so somebody else confirms it."));
  page->faults = std::move(faults);
  return ui::show(visit, {.title = "Erase for good?",
                          .section = section,
                          .content = confirmation_view(visit, directory, *page),
                          .status = status});
}

/// What somebody else did meanwhile is shown with the request as it is now.
http::Response answer_to(const ui::Visit& visit, const Directory& directory, const Refusal& refusal) {
  if (refusal.kind != Refusal::Kind::conflict) return ui::show_refusal(visit, refusal);
  auto page = page_of(visit, directory);
  if (!page) return ui::show_refusal(visit, refusal);
  page->faults = {{"", refusal.message}};
  return show_page(visit, directory, *page, 409);
}

}  // namespace

http::Response show_privacy(const ui::Visit& visit, const Directory& directory) {
  return ui::show(visit, {.title = "Privacy",
                          .section = section,
                          .content = privacy_view(visit, directory, open(visit.scope),
                                                  settled(visit.scope, settled_shown))});
}

http::Response new_erasure(const ui::Visit& visit, const Directory& directory) {
  const auto* person = directory.people.find_slug(visit.request.parameter("person"));
  if (person == nullptr) return ui::show_refusal(visit, nobody_there());
  if (const auto there = open_of(visit.scope, person->id)) return http::see_other(address_of(*there));
  return asking_page(visit, directory, *person, {.due_on = erasure_due(visit.scope.today).iso()}, {}, 200);
}

http::Response create_erasure(const ui::Visit& visit, const Directory& directory) {
  const auto& sent = visit.request.form();
  const auto* person = directory.people.find_slug(visit.request.parameter("person"));
  if (person == nullptr) return ui::show_refusal(visit, nobody_there());
  const auto form = form_in(sent);
  const auto id = ask(visit.scope, directory, person->id, draft_of(form));
  if (id)
    return ui::go(visit, address_of(Erasure{.id = *id}), "Asked. A second person finds it on their Today.");
  const auto& refusal = id.refusal();
  if (refusal.kind == Refusal::Kind::invalid)
    return asking_page(visit, directory, *person, form, refusal.faults, 422);
  if (refusal.kind == Refusal::Kind::conflict)
    return asking_page(visit, directory, *person, form, {{"", refusal.message}}, 409);
  return ui::show_refusal(visit, refusal);
}

http::Response show_erasure(const ui::Visit& visit, const Directory& directory) {
  const auto page = page_of(visit, directory);
  if (!page) return ui::show_refusal(visit, page.refusal());
  return show_page(visit, directory, *page, 200);
}

http::Response new_confirmation(const ui::Visit& visit, const Directory& directory) {
  return confirmation_page(visit, directory, {}, 200);
}

http::Response create_confirmation(const ui::Visit& visit, const Directory& directory, Owners owners) {
  const auto id = id_in(visit.request);
  if (!visit.request.form().has("sure"))
    return confirmation_page(visit, directory, {{"sure", "Tick this if it is to be done."}}, 422);
  const auto done = confirm(visit.scope, owners, id);
  if (!done) return answer_to(visit, directory, done.refusal());
  return ui::go(visit, address_of(Erasure{.id = id}), "Erased. Conversations remain as counts.");
}

http::Response create_refusal(const ui::Visit& visit, const Directory& directory) {
  const auto id = id_in(visit.request);
  const auto because = visit.request.form().value("because");
  const auto done = refuse(visit.scope, id, because);
  if (done) return ui::go(visit, address_of(Erasure{.id = id}), "Refused. Nothing was erased.");
  if (done.refusal().kind != Refusal::Kind::invalid) return answer_to(visit, directory, done.refusal());
  auto page = page_of(visit, directory);
  if (!page) return ui::show_refusal(visit, page.refusal());
  page->because = because;
  page->faults = done.refusal().faults;
  return show_page(visit, directory, *page, 422);
}

http::Response create_withdrawal(const ui::Visit& visit, const Directory& directory) {
  const auto id = id_in(visit.request);
  const auto done = withdraw(visit.scope, id);
  if (!done) return answer_to(visit, directory, done.refusal());
  return ui::go(visit, "/privacy", "Withdrawn. Nothing was erased.");
}

std::optional<http::Response> show_erased(const ui::Visit& visit, const Directory& directory,
                                          std::string_view slug) {
  const auto* person = directory.people.find_erased(slug);
  if (person == nullptr) return std::nullopt;
  return ui::show(visit, {.title = "Somebody who was erased",
                          .section = ui::Section::people,
                          .content = erased_view(visit, erased_by(visit.scope, person->id)),
                          .status = 410});
}

html::Html today_section(const ui::Visit& visit, const Directory& directory) {
  const auto waiting = waiting_for(visit.scope);
  if (waiting.empty()) return {};
  return waiting_card(visit, directory, waiting);
}

}  // namespace rapport::erasures
