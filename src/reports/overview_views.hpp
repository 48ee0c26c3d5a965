// The library's overview as HTML. Finished values in, markup out.
#pragma once

#include "html/html.hpp"
#include "reports/overview.hpp"
#include "ui/visit.hpp"

namespace rapport::reports {

[[nodiscard]] html::Html overview_view(const Overview& overview);
[[nodiscard]] html::Html cell_view(const ui::Visit& visit, const Directory& directory,
                                   const OrgUnitEntry& unit, Date month, const CellRows& rows);

}  // namespace rapport::reports
