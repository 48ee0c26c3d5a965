// A department's page. Finished values in, markup out.
#pragma once

#include "html/html.hpp"
#include "profiles/department.hpp"
#include "ui/visit.hpp"

namespace rapport::profiles {

/// `actions` is the card of this year’s action plan.
[[nodiscard]] html::Html department_view(const ui::Visit& visit, const Directory& directory,
                                         const DepartmentProfile& profile, const html::Html& actions);

/// The map as SVG with its numbers, the finding, and the same as a table.
[[nodiscard]] html::Html heat_chart(const Heat& heat);

}  // namespace rapport::profiles
