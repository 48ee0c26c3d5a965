// Answers for conversations.
#include "interactions/conversation_pages.hpp"

#include <algorithm>

#include "interactions/capture.hpp"
#include "interactions/conversation_views.hpp"
#include "ui/page.hpp"
#include "ui/route_id.hpp"

namespace rapport::interactions {
namespace {

Id<Interaction> id_in(const http::Request& request) {
  return ui::route_id<Interaction>(request, "conversation");
}

std::string address_of(Id<Interaction> id) {
  return "/conversations/" + std::to_string(id.value);
}

/// Where to go after keeping it: to the first person, whose story has just grown.
std::string person_or_page(const Directory& directory, const InteractionDraft& draft, Id<Interaction> id) {
  if (draft.people.empty()) return address_of(id);
  const auto* person = directory.people.find(draft.people.front().person);
  return person != nullptr ? "/people/" + person->slug : address_of(id);
}

http::Response show_form(const ui::Visit& visit, const Directory& directory, const ConversationForm& form,
                         const FormFrame& frame, const std::vector<Fault>& faults, int status = 200) {
  return ui::show(visit, {.title = frame.heading,
                          .section = ui::Section::none,
                          .content = conversation_form_view(visit, directory, form, frame, faults),
                          .status = faults.empty() ? status : 422});
}

FormFrame frame_for_new() {
  return {.heading = "Log a conversation", .action = "/conversations", .button = "Save"};
}
FormFrame frame_for_edit(Id<Interaction> id) {
  return {.heading = "Correct a conversation",
          .action = address_of(id) + "/edit",
          .button = "Save the correction",
          .is_correction = true};
}

bool may_change(const Scope& scope, const Interaction& row) {
  const auto& viewer = scope.viewer;
  if (viewer.is(Role::director)) return false;
  return viewer.is(Role::leader) || viewer.is(Role::administrator) || row.recorded_by == viewer.staff ||
         std::ranges::count(row.staff, viewer.staff) > 0;
}

http::Response done_or(const ui::Visit& visit, const Result<Done>& done, const std::string& to,
                       std::string_view message) {
  if (!done) return ui::show_refusal(visit, done.refusal());
  return ui::go(visit, to, message);
}

}  // namespace

http::Response show_conversation(const ui::Visit& visit, const Directory& directory,
                                 ConversationSection& bumps) {
  auto& scope = visit.scope;
  const auto found = get(scope, id_in(visit.request));
  if (!found) return ui::show_refusal(visit, found.refusal());
  const ConversationPage page{
      .interaction = *found,
      .participants = found->is_withdrawn ? std::vector<Participant>{} : participants(scope, found->id),
      .promises = promises_of(scope, found->id),
      .history = history(scope, found->id),
      .may_change = may_change(scope, *found),
      .may_undo = found->recorded_by == scope.viewer.staff &&
                  scope.now < found->recorded_at.plus(std::chrono::minutes(10)),
      .bumps = bumps(visit, directory, *found)};
  return ui::show(visit, {.title = "Conversation", .content = conversation_view(visit, directory, page)});
}

http::Response new_conversation(const ui::Visit& visit, const Directory& directory) {
  auto& scope = visit.scope;
  const auto posted = visit.request.form();
  const auto line =
      visit.request.query.has("line") ? visit.request.query.value("line") : posted.value("line");
  auto form = new_conversation_form(scope, directory);
  if (!line.empty()) {
    const CaptureContext context{.directory = directory, .today = scope.today, .me = scope.viewer.staff};
    auto draft = draft_of(read_line(line, context), scope.viewer.staff);
    std::erase_if(draft.people, [](const Participant& participant) { return participant.person.value == 0; });
    if (draft.staff.empty()) draft.staff.push_back(scope.viewer.staff);
    form = form_of(draft, directory);
    form.line = std::string(line);
  }
  if (const auto* person = directory.people.find_slug(visit.request.query.value("person")))
    form.people += person->full_name + "\n";
  form.department = visit.request.query.has("department")
                        ? std::string(visit.request.query.value("department"))
                        : form.department;
  return show_form(visit, directory, form, frame_for_new(), {});
}

http::Response create_conversation(const ui::Visit& visit, const Directory& directory) {
  const auto form = read_conversation_form(visit.request.form());
  auto [draft, faults] = draft_of(form, visit.scope, directory);
  if (!faults.empty()) return show_form(visit, directory, form, frame_for_new(), faults);
  const auto recorded = record(visit.scope, directory, draft);
  if (!recorded) {
    if (recorded.refusal().faults.empty()) return ui::show_refusal(visit, recorded.refusal());
    return show_form(visit, directory, form, frame_for_new(), recorded.refusal().faults);
  }
  return ui::go(visit, person_or_page(directory, draft, recorded->interaction), "Logged.");
}

http::Response edit_conversation(const ui::Visit& visit, const Directory& directory) {
  const auto found = get(visit.scope, id_in(visit.request));
  if (!found) return ui::show_refusal(visit, found.refusal());
  if (!may_change(visit.scope, *found))
    return ui::show_refusal(
        visit,
        forbidden("Only the colleagues in a conversation, team leaders and administrators change it."));
  const auto form = form_of(*found, participants(visit.scope, found->id), directory);
  return show_form(visit, directory, form, frame_for_edit(found->id), {});
}

http::Response update_conversation(const ui::Visit& visit, const Directory& directory) {
  const auto id = id_in(visit.request);
  auto form = read_conversation_form(visit.request.form());
  auto [draft, faults] = draft_of(form, visit.scope, directory);
  if (!faults.empty()) return show_form(visit, directory, form, frame_for_edit(id), faults);
  const auto corrected = correct(visit.scope, directory, id, form.version, draft, form.because);
  if (corrected) return ui::go(visit, address_of(id), "Corrected. What it said before is kept below.");
  const auto& refusal = corrected.refusal();
  if (!refusal.faults.empty()) return show_form(visit, directory, form, frame_for_edit(id), refusal.faults);
  const auto now = get(visit.scope, id);
  if (refusal.kind != Refusal::Kind::conflict || !now) return ui::show_refusal(visit, refusal);
  auto frame = frame_for_edit(id);
  frame.notice = "Somebody changed this conversation while you were writing. It now says: " + now->note +
                 " — Your words are below; save them to put them in its place.";
  form.version = now->version;
  return show_form(visit, directory, form, frame, {}, 409);
}

http::Response withdraw_conversation(const ui::Visit& visit, const Directory& directory) {
  const auto id = id_in(visit.request);
  const auto because = std::string(visit.request.form().value("because"));
  return done_or(visit, withdraw(visit.scope, directory, id, because), address_of(id),
                 "Withdrawn. You can bring it back here.");
}

http::Response reinstate_conversation(const ui::Visit& visit, const Directory& directory) {
  const auto id = id_in(visit.request);
  return done_or(visit, reinstate(visit.scope, directory, id), address_of(id), "It is back.");
}

}  // namespace rapport::interactions
