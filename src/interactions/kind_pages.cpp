// Answers for the kinds.
#include "interactions/kind_pages.hpp"

#include "http/form.hpp"
#include "interactions/kind_views.hpp"
#include "ui/page.hpp"
#include "ui/route_id.hpp"

namespace rapport::interactions {
namespace {

constexpr std::string_view address = "/settings/kinds";

KindDraft draft_from(const http::Form& form) {
  return {.name = std::string(form.value("name")),
          .family = std::string(form.value("family")),
          .words = std::string(form.value("words")),
          .is_two_way = form.has("is_two_way"),
          .outcome_value = std::string(form.value("outcome_value")),
          .depth = std::string(form.value("depth")),
          .is_active = form.has("is_active")};
}

http::Response form_page(const ui::Visit& visit, const KindForm& form) {
  return ui::show(visit, {.title = form.id ? "Change a kind" : "Add a kind",
                          .section = ui::Section::settings,
                          .content = kind_form_view(visit, form),
                          .status = form.overtaken        ? 409
                                    : form.faults.empty() ? 200
                                                          : 422});
}

/// The form again with what was typed, and with what stands there now where somebody was faster; or the
/// refusal's own page.
http::Response not_taken(const ui::Visit& visit, KindForm form, const Refusal& refusal) {
  if (refusal.kind == Refusal::Kind::conflict && form.id) {
    const auto now = get_kind(visit.scope, *form.id);
    if (!now) return ui::show_refusal(visit, now.refusal());
    form.edition = now->edition;
    form.overtaken = now->kind;
    return form_page(visit, form);
  }
  if (refusal.kind != Refusal::Kind::invalid) return ui::show_refusal(visit, refusal);
  form.faults = refusal.faults;
  return form_page(visit, form);
}

}  // namespace

http::Response show_kinds(const ui::Visit& visit) {
  return ui::show(visit, {.title = "Kinds of conversation",
                          .section = ui::Section::settings,
                          .content = kinds_view(kinds(visit.scope))});
}

http::Response new_kind(const ui::Visit& visit) {
  return form_page(visit, {.draft = {.is_two_way = true, .is_active = true}});
}

http::Response create_kind(const ui::Visit& visit) {
  KindForm form{.draft = draft_from(visit.request.form())};
  const auto made = add_kind(visit.scope, form.draft);
  if (!made) return not_taken(visit, std::move(form), made.refusal());
  return ui::go(visit, std::string(address), "The kind is there from now on.");
}

http::Response edit_kind(const ui::Visit& visit) {
  const auto row = get_kind(visit.scope, ui::route_id<InteractionKind>(visit.request, "kind"));
  if (!row) return ui::show_refusal(visit, row.refusal());
  return form_page(visit, {.id = row->kind.id, .edition = row->edition, .draft = draft_of(row->kind)});
}

http::Response update_kind(const ui::Visit& visit) {
  const auto& sent = visit.request.form();
  const auto id = ui::route_id<InteractionKind>(visit.request, "kind");
  // The edition is a number like an id: anything else is nobody's.
  const auto edition = ui::id_of<InteractionKind>(sent.value("edition")).value;
  KindForm form{.id = id, .edition = edition, .draft = draft_from(sent)};
  const auto done = change_kind(visit.scope, id, edition, form.draft);
  if (!done) return not_taken(visit, std::move(form), done.refusal());
  return ui::go(visit, std::string(address), "The kind is changed.");
}

}  // namespace rapport::interactions
