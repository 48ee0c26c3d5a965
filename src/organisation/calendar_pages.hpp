// The academic calendars, over HTTP. {calendar} is "university" or a number.
#pragma once

#include "http/response.hpp"
#include "organisation/org_directory.hpp"
#include "ui/visit.hpp"

namespace rapport::organisation {

/// GET /settings/calendar
[[nodiscard]] http::Response show_calendars(ui::Visit& visit, const OrgDirectory& org);
/// GET and POST /settings/calendar/new
[[nodiscard]] http::Response new_calendar(ui::Visit& visit, const OrgDirectory& org);
[[nodiscard]] http::Response create_calendar(ui::Visit& visit, const OrgDirectory& org);
/// GET and POST /settings/calendar/{calendar}: name and departments
[[nodiscard]] http::Response edit_calendar(ui::Visit& visit, const OrgDirectory& org);
[[nodiscard]] http::Response update_calendar(ui::Visit& visit, const OrgDirectory& org);
/// GET /settings/calendar/{calendar}/{year}: `?from=before` begins with last year's dates, `?from=usual` with
/// English ones. POST keeps them; `more=yes` adds rows and keeps nothing.
[[nodiscard]] http::Response edit_calendar_year(ui::Visit& visit, const OrgDirectory& org);
[[nodiscard]] http::Response update_calendar_year(ui::Visit& visit, const OrgDirectory& org);

}  // namespace rapport::organisation
