// Draws coverage and its gaps. Finished values in, markup out.
#pragma once

#include "html/html.hpp"
#include "reports/coverage.hpp"
#include "ui/visit.hpp"

namespace rapport::reports {

[[nodiscard]] html::Html coverage_view(const ui::Visit& visit, const Directory& directory,
                                       const CoverageReport& report);

/// The table alone.
[[nodiscard]] html::Html coverage_table(const Directory& directory, const CoverageReport& report);

struct CoverageGroupPage {
  const OrgUnitEntry* unit = nullptr;  ///< nothing for the whole library
  CoverageGroup group = CoverageGroup::never_met;
  int months = starter_months;
  std::vector<Reach::One> people = {};  ///< all of them
  Scale scale = {};
  int page = 1;
};
[[nodiscard]] html::Html coverage_group_view(const ui::Visit& visit, const Directory& directory,
                                             const CoverageGroupPage& page);
/// Today's card; nothing where nobody joined without a hello.
[[nodiscard]] html::Html starters_card(const Directory& directory, const std::vector<Reach::One>& people,
                                       Date today);

/// "/reports/coverage/nursing?show=never&months=12"
[[nodiscard]] std::string coverage_address(const OrgUnitEntry* unit, std::optional<CoverageGroup> group,
                                           int months, bool is_own = false);

}  // namespace rapport::reports
