// Settings of one's own: form or path -> front door -> page or redirect.
#include "staff/settings_pages.hpp"

#include "staff/password_change.hpp"
#include "staff/session.hpp"
#include "staff/settings_views.hpp"
#include "staff/sign_in_pages.hpp"
#include "staff/staff.hpp"
#include "ui/page.hpp"

namespace rapport::staff {
namespace {

constexpr std::string_view settings = "/settings";

http::Response password_page(const ui::Visit& visit, const std::vector<Fault>& faults, int status) {
  return ui::show(visit, {.title = "Change your password",
                          .section = ui::Section::settings,
                          .content = password_view(visit, faults),
                          .status = status});
}

}  // namespace

http::Response show_settings(ui::Visit& visit, const SignInDesk& desk, std::span<const MenuEntry> library) {
  const auto devices = sessions(visit.scope, desk.cookie.token_in(visit.request), desk.limits);
  return ui::show(visit, {.title = "Settings",
                          .section = ui::Section::settings,
                          .content = settings_view(visit, devices, library)});
}

http::Response update_colours(ui::Visit& visit) {
  const auto& form = visit.request.form();
  if (const auto done = choose_colours(visit.scope, form.value("colours")); !done)
    return ui::show_refusal(visit, done.refusal());
  return ui::go(visit, local_path(form.value("next"), settings));
}

http::Response update_keys(ui::Visit& visit) {
  const bool has_single_keys = visit.request.form().has("single_keys");
  if (const auto done = choose_single_keys(visit.scope, has_single_keys); !done)
    return ui::show_refusal(visit, done.refusal());
  return ui::go(visit, std::string(settings),
                has_single_keys ? "Single keys are on." : "Single keys are off.");
}

http::Response edit_password(ui::Visit& visit) {
  return password_page(visit, {}, 200);
}

http::Response update_password(ui::Visit& visit, SignInDesk& desk) {
  const auto& form = visit.request.form();
  if (form.value("password") != form.value("again"))
    return password_page(visit, {{"again", "The two passwords differ. Type the same one twice."}}, 422);
  // A line end cannot stand in a username, so nobody outside uses up these tries.
  const auto account = "\n" + std::to_string(visit.scope.viewer.staff.value);
  if (!desk.allows_try(account, visit.request.peer, visit.scope.now))
    return password_page(visit, {{"current", "Too many tries just now. Wait a few minutes, then try again."}},
                         429);
  const auto done = change_password(visit.scope, desk.hasher,
                                    {.current = form.value("current"),
                                     .password = form.value("password"),
                                     .own_token = desk.cookie.token_in(visit.request)});
  if (done) return ui::go(visit, std::string(settings), "Your password is changed.");
  if (done.refusal().kind != Refusal::Kind::invalid) return ui::show_refusal(visit, done.refusal());
  return password_page(visit, done.refusal().faults, 422);
}

http::Response remove_device(ui::Visit& visit) {
  if (const auto done = end_session(visit.scope, visit.request.parameter("session")); !done)
    return ui::show_refusal(visit, done.refusal());
  return ui::go(visit, std::string(settings), "That device is signed out.");
}

}  // namespace rapport::staff
