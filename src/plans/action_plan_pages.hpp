// Action plans over HTTP.
#pragma once

#include "html/html.hpp"
#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::action_plans {

/// GET /departments/{unit}/plan/{year}: last year's actions beside this year's; without a plan the form that
/// begins one. `text=large` for the meeting.
[[nodiscard]] http::Response show_plan(const ui::Visit& visit, const Directory& directory);
/// POST to the same: begins it from `template`
[[nodiscard]] http::Response begin_plan(const ui::Visit& visit, const Directory& directory);
/// POST /departments/{unit}/plan/{year}/items
[[nodiscard]] http::Response create_item(const ui::Visit& visit, const Directory& directory);
/// GET and POST /plan-items/{item}: what it says, its progress and its history; changes what it says
[[nodiscard]] http::Response show_item(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response update_item(const ui::Visit& visit, const Directory& directory);
/// POST /plan-items/{item}/state, /carrying and /notes
[[nodiscard]] http::Response update_state(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response create_carrying(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response create_note(const ui::Visit& visit, const Directory& directory);

/// For Today: plans at half-year that nobody has written to; nothing where there are none.
[[nodiscard]] html::Html today_section(const ui::Visit& visit, const Directory& directory);
/// For a department's page: this year's actions, at most six, and the way to the plan.
[[nodiscard]] html::Html department_card(const ui::Visit& visit, const Directory& directory,
                                         const OrgUnitEntry& unit);

}  // namespace rapport::action_plans
