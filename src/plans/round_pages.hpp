// The round of a year over HTTP.
#pragma once

#include <vector>

#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::rounds {

/// Which departments have a headline sheet of a year; the table of routes hands it in, for sheets are a later
/// chapter's.
using SheetsOfYear = std::vector<Id<OrgUnit>>(Scope& scope, const Directory& directory, int academic_year);

/// GET /plans: this academic year's
[[nodiscard]] http::Response show_latest(const ui::Visit& visit);
/// GET /plans/{year}: the board, and every other department with its plan
[[nodiscard]] http::Response show_round(const ui::Visit& visit, const Directory& directory,
                                        SheetsOfYear& sheets);
/// GET and POST /plans/{year}/season
[[nodiscard]] http::Response edit_season(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response update_season(const ui::Visit& visit, const Directory& directory);
/// GET /rounds/{entry}: one department's meeting, its history, its calendar file
[[nodiscard]] http::Response show_entry(const ui::Visit& visit, const Directory& directory);
/// POST /rounds/{entry}/state and /meeting
[[nodiscard]] http::Response update_state(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response update_meeting(const ui::Visit& visit, const Directory& directory);
/// GET /rounds/{entry}/invitation.ics
[[nodiscard]] http::Response download_invitation(const ui::Visit& visit, const Directory& directory);

}  // namespace rapport::rounds
