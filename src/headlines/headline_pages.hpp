// GET /headlines, /headlines/{year}, /departments/{unit}/headline and what stands below it; POST …/edit and
// …/freezing
#pragma once

#include "headlines/made_drafts.hpp"
#include "html/html.hpp"
#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::headlines {

[[nodiscard]] http::Response show_latest_year(const ui::Visit& visit);
[[nodiscard]] http::Response show_year(const ui::Visit& visit, const Directory& directory);
/// The newest sheet of a department, or last year's.
[[nodiscard]] http::Response show_latest_sheet(const ui::Visit& visit, const Directory& directory);
/// `{year}` may end with .pdf or .png; `?draft` and `?version=2` ask for others than the newest frozen one.
[[nodiscard]] http::Response show_sheet(const ui::Visit& visit, const Directory& directory, MadeDrafts& made);
[[nodiscard]] http::Response show_sources(const ui::Visit& visit, const Directory& directory,
                                          MadeDrafts& made);
[[nodiscard]] http::Response download_sources(const ui::Visit& visit, const Directory& directory,
                                              MadeDrafts& made);
/// The newest frozen page as others may see it, for a plan that is shared; nothing where none is frozen.
[[nodiscard]] html::Html frozen_sheet(Scope& scope, const Directory& directory, const OrgUnitEntry& unit,
                                      int academic_year);
[[nodiscard]] http::Response show_history(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response edit_sheet(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response update_sheet(const ui::Visit& visit, const Directory& directory);
[[nodiscard]] http::Response create_freezing(const ui::Visit& visit, const Directory& directory);

}  // namespace rapport::headlines
