// The table of contents.
#include "app/routes.hpp"

#include "app/application.hpp"
#include "app/service_pages.hpp"
#include "interactions/conversation_pages.hpp"
#include "interactions/promise_pages.hpp"
#include "profiles/person_pages.hpp"
#include "profiles/today_pages.hpp"
#include "staff/settings_pages.hpp"
#include "staff/sign_in_pages.hpp"
#include "staff/staff_pages.hpp"

namespace rapport::app {
namespace {

using enum http::Method;
constexpr auto all_staff = Permission::staff();
constexpr auto writers = Permission::writers();
constexpr auto leaders = Permission::leaders();
constexpr auto administrators = Permission::administrators();

/// A page that needs the visit and the names.
template <auto page>
http::Response with_names(Application&, ui::Visit& visit, const Directory& directory) {
  return page(visit, directory);
}
/// A page that needs the visit alone.
template <auto page>
http::Response alone(Application&, ui::Visit& visit, const Directory&) {
  return page(visit);
}
/// A page that needs the sign-in desk.
template <auto page>
http::Response at_desk(Application& application, ui::Visit& visit, const Directory&) {
  return page(visit, application.desk());
}
/// A page for somebody who is not signed in.
template <auto page>
http::Response as_guest(Application& application, http::Request& request) {
  const auto scope = application.nobodys_scope();
  staff::Guest guest{request, *scope, application.home()->institution.name};
  if constexpr (requires { page(guest, application.desk()); })
    return page(guest, application.desk());
  else
    return page(guest);
}

/// A page that needs the departments.
template <auto page>
http::Response with_units(Application&, ui::Visit& visit, const Directory& directory) {
  return page(visit, directory.org);
}

http::Response show_settings(Application& application, ui::Visit& visit, const Directory&) {
  return staff::show_settings(visit, application.desk(), {});
}

// clang-format off
constexpr Route table[] = {
    {get,  "/",                               show_front},
    {get,  "/livez",                          show_liveness},
    {get,  "/readyz",                         show_readiness},
    {get,  "/metrics",                        show_metrics},
    {get,  "/assets/{file}",                  show_asset},

    {get,  "/sign-in",                        as_guest<staff::show_sign_in>},
    {post, "/sign-in",                        as_guest<staff::create_session>},
    {get,  "/password/{token}",               as_guest<staff::show_password_link>},
    {post, "/password/{token}",               as_guest<staff::use_password_link>},
    {get,  "/welcome/{token}",                as_guest<staff::show_welcome>},
    {post, "/welcome/{token}",                as_guest<staff::create_library>},
    {post, "/sign-out", all_staff, at_desk<staff::remove_session>},
    {post, "/sign-out-everywhere", all_staff, at_desk<staff::remove_all_sessions>},

    {get,  "/today",                          all_staff, with_names<profiles::show_today>},
    {get,  "/conversations/new",              writers, with_names<interactions::new_conversation>},
    {post, "/conversations/new",              writers, with_names<interactions::new_conversation>},
    {post, "/conversations",                  writers, with_names<interactions::create_conversation>},
    {get,  "/conversations/{conversation}",   all_staff, with_names<interactions::show_conversation>},
    {get,  "/conversations/{conversation}/edit", writers, with_names<interactions::edit_conversation>},
    {post, "/conversations/{conversation}/edit", writers, with_names<interactions::update_conversation>},
    {post, "/conversations/{conversation}/withdrawal", writers, with_names<interactions::withdraw_conversation>},
    {post, "/conversations/{conversation}/reinstatement", writers, with_names<interactions::reinstate_conversation>},
    {get,  "/promises",                       all_staff, with_names<interactions::show_promises>},
    {get,  "/promises/{promise}",             all_staff, with_names<interactions::edit_promise>},
    {post, "/promises/{promise}",             writers, with_names<interactions::update_promise>},
    {post, "/promises/{promise}/kept",        writers, with_names<interactions::tick_promise>},
    {post, "/promises/{promise}/dropped",     writers, with_names<interactions::remove_promise>},

    {get,  "/people/{person}", all_staff, with_names<profiles::show_person>},
    {get,  "/people/{person}/brief", all_staff, with_names<profiles::show_brief>},

    {get,  "/settings", all_staff, show_settings},
    {post, "/settings/colours", all_staff, alone<staff::update_colours>},
    {post, "/settings/keys", all_staff, alone<staff::update_keys>},
    {get,  "/settings/password", all_staff, alone<staff::edit_password>},
    {post, "/settings/password", all_staff, at_desk<staff::update_password>},
    {post, "/settings/sessions/{session}/end", all_staff, alone<staff::remove_device>},
    {get,  "/settings/staff",                 administrators, alone<staff::show_staff>},
    {get,  "/settings/staff/new",             administrators, alone<staff::new_member>},
    {post, "/settings/staff/new",             administrators, alone<staff::create_member>},
    {get,  "/settings/staff/{staff}",         administrators, with_units<staff::edit_member>},
    {post, "/settings/staff/{staff}",         administrators, with_units<staff::update_member>},
    {post, "/settings/staff/{staff}/password-link", administrators, at_desk<staff::create_password_link>},
    {post, "/settings/teams",                 administrators, alone<staff::create_team>},
    {post, "/settings/teams/{team}",          administrators, alone<staff::update_team>},
    {post, "/settings/staff/{staff}/portfolio", administrators, with_units<staff::create_portfolio>},
    {post, "/settings/staff/{staff}/portfolio/{portfolio}/end", administrators, alone<staff::remove_portfolio>},
};
// clang-format on

}  // namespace

std::span<const Route> routes() {
  return table;
}

std::string route_table() {
  std::string text;
  for (const auto& route : routes()) {
    text.append(http::method_name(route.method)).append(" ").append(route.path);
    text.append(" ").append(route.permission.name()).append("\n");
  }
  return text;
}

}  // namespace rapport::app
