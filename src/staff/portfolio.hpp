// Who looks after which department, since when and until when. A department has one lead at a time.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "organisation/org_directory.hpp"
#include "scope/scope.hpp"

namespace rapport {
struct Portfolio;  // the tag of its id
}

namespace rapport::staff {

enum class PortfolioPart { lead, second, cover };
[[nodiscard]] std::string_view code(PortfolioPart part);
[[nodiscard]] std::string_view words(PortfolioPart part);  ///< "Leads", "Seconds", "Covers"
[[nodiscard]] std::optional<PortfolioPart> portfolio_part_of(std::string_view code);

struct PortfolioEntry {
  Id<Portfolio> id;
  Id<OrgUnit> unit;
  Id<Staff> staff;
  PortfolioPart part = PortfolioPart::lead;
  Date valid_from;
  std::optional<Date> valid_to;  ///< the last day; nothing while it goes on
};

struct PortfolioDraft {
  Id<OrgUnit> unit;
  Id<Staff> staff;
  PortfolioPart part = PortfolioPart::lead;
  Date from;
};
/// From that day on. Whoever led until then does so to the day before. Team leaders and administrators may:
/// Forbidden otherwise. Invalid on "unit" (unknown, closed), "staff" (unknown, closed account, looks after it
/// already).
[[nodiscard]] Result<Id<Portfolio>> look_after(Scope& scope, const OrgDirectory& units,
                                               const PortfolioDraft& draft);
/// `on` is the last day. Invalid on "valid_to" where that is before it began; NotFound where it has ended
/// already.
[[nodiscard]] Result<Done> end_portfolio(Scope& scope, Id<Portfolio> id, Date on);

/// Today's and those that begin later, by department. At most 500.
[[nodiscard]] std::vector<PortfolioEntry> portfolio_of(Scope& scope, Id<Staff> staff);
/// Everybody who ever looked after the unit, the latest first. At most 200.
[[nodiscard]] std::vector<PortfolioEntry> keepers_of(Scope& scope, Id<OrgUnit> unit);

}  // namespace rapport::staff
