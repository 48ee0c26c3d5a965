// Answers for thanks.
#include "bumps/thanks_pages.hpp"

#include <algorithm>

#include "bumps/thanks.hpp"
#include "bumps/thanks_views.hpp"
#include "http/form.hpp"
#include "ui/page.hpp"
#include "ui/route_id.hpp"

namespace rapport::bumps {
namespace {

Result<Thankable> thankable_for(const ui::Visit& visit, Id<Staff> to) {
  auto found = thankable(visit.scope, ui::route_id<Bump>(visit.request, "bump"));
  if (found && std::ranges::count(found->colleagues, to) == 0)
    return not_found("There is nobody of that name to thank for it.");
  return found;
}

http::Response form_page(const ui::Visit& visit, const Directory& directory, const ThankForm& form,
                         const std::vector<Fault>& faults) {
  return ui::show(visit, {.title = "Thank " + std::string(directory.staff.given_name(form.to)),
                          .section = ui::Section::bumps,
                          .content = thank_view(visit, directory, form, faults),
                          .status = faults.empty() ? 200 : 422});
}

}  // namespace

http::Response new_thanks(const ui::Visit& visit, const Directory& directory) {
  const auto to = ui::id_of<Staff>(visit.request.query.value("to"));
  const auto found = thankable_for(visit, to);
  if (!found) return ui::show_refusal(visit, found.refusal());
  return form_page(visit, directory, {.thankable = *found, .to = to}, {});
}

http::Response create_thanks(const ui::Visit& visit, const Directory& directory) {
  const auto& form = visit.request.form();
  const ThanksDraft draft{.bump = ui::route_id<Bump>(visit.request, "bump"),
                          .to = ui::id_of<Staff>(form.value("to")),
                          .words = std::string(form.value("words"))};
  const auto found = thankable_for(visit, draft.to);
  if (!found) return ui::show_refusal(visit, found.refusal());
  const auto done = thank(visit.scope, draft);
  if (done)
    return ui::go(visit, "/bumps/" + std::to_string(found->later.id.value),
                  std::string(directory.staff.given_name(draft.to)) + " will see it on Today.");
  if (done.refusal().kind != Refusal::Kind::invalid) return ui::show_refusal(visit, done.refusal());
  return form_page(visit, directory, {*found, draft.to, draft.words}, done.refusal().faults);
}

http::Response mark_thanks_seen(const ui::Visit& visit) {
  mark_seen(visit.scope, ui::id_of<ThanksRow>(visit.request.form().value("up_to")));
  return ui::go(visit, "/today");
}

}  // namespace rapport::bumps
