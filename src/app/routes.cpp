// The table of contents.
#include "app/routes.hpp"

#include "app/application.hpp"
#include "app/service_pages.hpp"
#include "profiles/person_pages.hpp"
#include "staff/settings_pages.hpp"
#include "staff/sign_in_pages.hpp"

namespace rapport::app {
namespace {

using enum http::Method;
constexpr auto all_staff = Permission::staff();

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

    {get,  "/people/{person}", all_staff, with_names<profiles::show_person>},
    {get,  "/people/{person}/brief", all_staff, with_names<profiles::show_brief>},

    {get,  "/settings", all_staff, show_settings},
    {post, "/settings/colours", all_staff, alone<staff::update_colours>},
    {post, "/settings/keys", all_staff, alone<staff::update_keys>},
    {get,  "/settings/password", all_staff, alone<staff::edit_password>},
    {post, "/settings/password", all_staff, at_desk<staff::update_password>},
    {post, "/settings/sessions/{session}/end", all_staff, alone<staff::remove_device>},
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
