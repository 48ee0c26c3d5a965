// The pages of departments: the list, and the forms by which they are added and changed. The page of one
// department is profiles/.
#pragma once

#include "http/response.hpp"
#include "organisation/org_directory.hpp"
#include "organisation/organisation_views.hpp"
#include "ui/visit.hpp"

namespace rapport::organisation {

/// GET /departments ?q= &closed=. `people_here` counts people by the unit of their main post.
[[nodiscard]] http::Response show_departments(ui::Visit& visit, const OrgDirectory& units,
                                              const PeopleCounts& people_here);
/// GET and POST /departments/new. Leaders and administrators, as all that follow.
[[nodiscard]] http::Response new_department(ui::Visit& visit, const OrgDirectory& units);
[[nodiscard]] http::Response create_department(ui::Visit& visit, const OrgDirectory& units);
/// GET and POST /departments/{unit}/edit: its name and place.
[[nodiscard]] http::Response edit_department(ui::Visit& visit, const OrgDirectory& units);
[[nodiscard]] http::Response update_department(ui::Visit& visit, const OrgDirectory& units);
/// POST /departments/{unit}/closing, /successors, /parts and /opening.
[[nodiscard]] http::Response close_department(ui::Visit& visit, const OrgDirectory& units);
[[nodiscard]] http::Response update_successors(ui::Visit& visit, const OrgDirectory& units);
[[nodiscard]] http::Response update_parts(ui::Visit& visit, const OrgDirectory& units);
[[nodiscard]] http::Response reopen_department(ui::Visit& visit, const OrgDirectory& units);

}  // namespace rapport::organisation
