// Pages of an administrator: accounts, teams, links, who looks after which department.
#pragma once

#include "http/response.hpp"
#include "organisation/org_directory.hpp"
#include "staff/sign_in_desk.hpp"
#include "ui/visit.hpp"

namespace rapport::staff {

/// GET /settings/staff
[[nodiscard]] http::Response show_staff(ui::Visit& visit);
/// GET and POST /settings/staff/new
[[nodiscard]] http::Response new_member(ui::Visit& visit);
[[nodiscard]] http::Response create_member(ui::Visit& visit);
/// GET and POST /settings/staff/{staff}
[[nodiscard]] http::Response edit_member(ui::Visit& visit, const OrgDirectory& units);
[[nodiscard]] http::Response update_member(ui::Visit& visit, const OrgDirectory& units);
/// POST /settings/staff/{staff}/password-link: shows the link, once
[[nodiscard]] http::Response create_password_link(ui::Visit& visit, const SignInDesk& desk);

/// POST /settings/teams and /settings/teams/{team}
[[nodiscard]] http::Response create_team(ui::Visit& visit);
[[nodiscard]] http::Response update_team(ui::Visit& visit);

/// POST /settings/staff/{staff}/portfolio and /settings/staff/{staff}/portfolio/{portfolio}/end
[[nodiscard]] http::Response create_portfolio(ui::Visit& visit, const OrgDirectory& units);
[[nodiscard]] http::Response remove_portfolio(ui::Visit& visit);

}  // namespace rapport::staff
