// Who looks after which department, over HTTP.
#pragma once

#include "http/response.hpp"
#include "staff/portfolio.hpp"
#include "staff/staff_directory.hpp"
#include "ui/visit.hpp"

namespace rapport::staff {

/// GET /portfolios: every open department; `?whose=ID` one colleague's, `?gaps=yes` those without a lead
[[nodiscard]] http::Response show_portfolios(ui::Visit& visit, const OrgDirectory& units,
                                             const StaffDirectory& staff);
/// POST /portfolios: one colleague takes on every department that is ticked, or none
[[nodiscard]] http::Response create_keepers(ui::Visit& visit, const OrgDirectory& units,
                                            const StaffDirectory& staff);
/// GET /portfolios/{unit}: past, present and future of one, with the forms for those who may change it
[[nodiscard]] http::Response show_keepers(ui::Visit& visit, const OrgDirectory& units,
                                          const StaffDirectory& staff);
/// POST /portfolios/{unit}: takes on
[[nodiscard]] http::Response create_keeper(ui::Visit& visit, const OrgDirectory& units,
                                           const StaffDirectory& staff);
/// POST /portfolios/{unit}/{portfolio}/ending: ends, or calls off what has not begun
[[nodiscard]] http::Response end_keeper(ui::Visit& visit, const OrgDirectory& units,
                                        const StaffDirectory& staff);

}  // namespace rapport::staff
