// Pages for somebody who is not signed in, and signing out.
#include "staff/sign_in_pages.hpp"

#include <algorithm>
#include <array>

#include "http/form.hpp"
#include "staff/password_change.hpp"
#include "staff/session.hpp"
#include "staff/set_up.hpp"
#include "staff/sign_in_views.hpp"
#include "ui/csrf.hpp"
#include "ui/page.hpp"

namespace rapport::staff {
namespace {

constexpr std::string_view home = "/today";
constexpr std::size_t path_length_max = 2000;

struct Note {
  std::string_view code;
  std::string_view words;
};
constexpr std::array<Note, 4> notes{{{"signed-out", "You are signed out."},
                                     {"everywhere", "You are signed out on every device."},
                                     {"password", "Your password is kept. Sign in with it."},
                                     {"welcome", "Rapport is ready. Sign in with the password you chose."}}};

/// Fixed words only: nothing of the address reaches the page.
std::string_view note_for(const http::Request& request) {
  const auto done = request.query.value("done");
  for (const auto& note : notes)
    if (note.code == done) return note.words;
  return request.query.has("next") ? "Sign in to go on." : "";
}

http::Response sign_in_page(const Guest& guest, const SignInForm& form, const std::vector<Fault>& faults,
                            int status) {
  return ui::show_bare(guest.institution_name,
                       {.title = "Sign in", .content = sign_in_view(form, faults), .status = status});
}

http::Response dead_link_page(const Guest& guest, const Refusal& refusal) {
  return ui::show_bare(
      guest.institution_name,
      {.title = "This link no longer works", .content = dead_link_view(refusal.message), .status = 404});
}

std::vector<Fault> differ(const http::Form& form) {
  if (form.value("password") == form.value("again")) return {};
  return {{"again", "The two passwords differ. Type the same one twice."}};
}

std::string path_of(std::string_view beginning, std::string_view token) {
  return std::string(beginning) + http::percent_encode(token);
}

http::Response password_page(const Guest& guest, std::string_view token, const LinkOwner& owner,
                             const std::vector<Fault>& faults) {
  return ui::show_bare(guest.institution_name,
                       {.title = "Choose a password",
                        .content = password_link_view(path_of("/password/", token), owner.username, faults),
                        .status = faults.empty() ? 200 : 422});
}

http::Response welcome_page(std::string_view token, const SetUpDraft& draft,
                            const std::vector<Fault>& faults) {
  return ui::show_bare({}, {.title = "Welcome",
                            .content = welcome_view(path_of("/welcome/", token), draft, faults),
                            .status = faults.empty() ? 200 : 422});
}

SetUpDraft read_set_up(const http::Form& form) {
  const auto text = [&](std::string_view name) { return std::string(form.value(name)); };
  return {
      .institution_name = text("institution_name"),
      .zone = text("zone"),
      .administrator = {.username = text("username"), .full_name = text("full_name"), .email = text("email")},
      .password = text("password")};
}

http::Response signed_out(const SignInDesk& desk, std::string_view done) {
  return http::see_other("/sign-in?done=" + std::string(done)).with("Set-Cookie", desk.cookie.gone());
}

/// Where a form was sent from, if that was here.
std::string path_before(const http::Request& request) {
  const auto referer = request.header("Referer").value_or("");
  const auto origin = ui::origin_of(request) + "/";
  return referer.starts_with(origin) ? std::string(referer.substr(origin.size() - 1)) : std::string();
}

}  // namespace

std::string local_path(std::string_view next, std::string_view instead) {
  const auto is_plain = [](char c) { return c > 0x20 && c < 0x7f && c != '\\'; };
  const bool is_local = next.starts_with('/') && !next.starts_with("//") && next.size() <= path_length_max &&
                        std::ranges::all_of(next, is_plain);
  return std::string(is_local && !next.starts_with("/sign-") ? next : instead);
}

http::Response show_sign_in(Guest& guest) {
  return sign_in_page(
      guest, {.username = {}, .next = guest.request.query.value("next"), .message = note_for(guest.request)},
      {}, 200);
}

http::Response create_session(Guest& guest, SignInDesk& desk) {
  const auto& form = guest.request.form();
  const auto username = form.value("username");
  const SignInForm shown{.username = username, .next = form.value("next"), .message = {}};
  const auto account = username_as_kept(username);
  if (!desk.allows_try(account, guest.request.peer, guest.scope.now))
    return sign_in_page(guest, shown,
                        {{"username", "Too many tries just now. Wait a few minutes, then try again."}}, 429)
        .with("Retry-After", "120");
  const auto made = sign_in(guest.scope, desk.hasher, desk.limits,
                            {.username = username,
                             .password = form.value("password"),
                             .device = device_words(guest.request.header("User-Agent").value_or("")),
                             .replaces = desk.cookie.token_in(guest.request)});
  if (!made) return sign_in_page(guest, shown, made.refusal().faults, 422);
  desk.tries_per_account.forget(account);
  return http::see_other(local_path(shown.next, home))
      .with("Set-Cookie", desk.cookie.carrying(made->token, desk.limits));
}

http::Response remove_session(ui::Visit& visit, const SignInDesk& desk) {
  if (const auto done = sign_out(visit.scope, desk.cookie.token_in(visit.request)); !done)
    return ui::show_refusal(visit, done.refusal());
  return signed_out(desk, "signed-out");
}

http::Response remove_all_sessions(ui::Visit& visit, const SignInDesk& desk) {
  if (const auto done = sign_out_everywhere(visit.scope); !done)
    return ui::show_refusal(visit, done.refusal());
  return signed_out(desk, "everywhere");
}

http::Response show_password_link(Guest& guest) {
  const auto token = guest.request.parameter("token");
  const auto owner = find_password_link(guest.scope, token);
  if (!owner) return dead_link_page(guest, owner.refusal());
  return password_page(guest, token, *owner, {});
}

http::Response use_password_link(Guest& guest, SignInDesk& desk) {
  const auto token = guest.request.parameter("token");
  const auto owner = find_password_link(guest.scope, token);
  if (!owner) return dead_link_page(guest, owner.refusal());
  const auto& form = guest.request.form();
  if (const auto faults = differ(form); !faults.empty()) return password_page(guest, token, *owner, faults);
  const auto done = set_password(guest.scope, desk.hasher, token, form.value("password"));
  if (done) return http::see_other("/sign-in?done=password");
  if (done.refusal().kind == Refusal::Kind::not_found) return dead_link_page(guest, done.refusal());
  return password_page(guest, token, *owner, done.refusal().faults);
}

http::Response show_welcome(Guest& guest) {
  const auto token = guest.request.parameter("token");
  if (const auto found = find_set_up_link(guest.scope, token); !found)
    return dead_link_page(guest, found.refusal());
  return welcome_page(
      token, {.institution_name = {}, .zone = "Europe/London", .administrator = {}, .password = {}}, {});
}

http::Response create_library(Guest& guest, SignInDesk& desk) {
  const auto token = guest.request.parameter("token");
  if (const auto found = find_set_up_link(guest.scope, token); !found)
    return dead_link_page(guest, found.refusal());
  const auto& form = guest.request.form();
  const auto draft = read_set_up(form);
  if (const auto faults = differ(form); !faults.empty()) return welcome_page(token, draft, faults);
  const auto made = set_up(guest.scope, desk.hasher, token, draft);
  if (made) return http::see_other("/sign-in?done=welcome");
  if (made.refusal().kind == Refusal::Kind::not_found) return dead_link_page(guest, made.refusal());
  return welcome_page(token, draft, made.refusal().faults);
}

http::Response ask_to_sign_in(const http::Request& request) {
  if (request.header("X-Rapport-Partial") || request.query.has("partial")) return ui::show_failure(401, {});
  const bool is_get = request.method == http::Method::get || request.method == http::Method::head;
  const auto next = local_path(is_get ? request.target : path_before(request), home);
  return http::see_other(next == home ? "/sign-in" : "/sign-in?next=" + http::percent_encode(next));
}

}  // namespace rapport::staff
