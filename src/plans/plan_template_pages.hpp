// Templates over HTTP.
#pragma once

#include "http/response.hpp"
#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::plan_templates {

/// GET /settings/plan-templates
[[nodiscard]] http::Response show_templates(const ui::Visit& visit, const Directory& directory);
/// GET and POST /settings/plan-templates/new
[[nodiscard]] http::Response new_template(const ui::Visit& visit);
[[nodiscard]] http::Response create_template(const ui::Visit& visit);
/// GET and POST /settings/plan-templates/{template}
[[nodiscard]] http::Response edit_template(const ui::Visit& visit);
[[nodiscard]] http::Response update_template(const ui::Visit& visit);
/// POST to /retirement and /reinstatement below it
[[nodiscard]] http::Response retire_template(const ui::Visit& visit);
[[nodiscard]] http::Response reinstate_template(const ui::Visit& visit);

}  // namespace rapport::plan_templates
