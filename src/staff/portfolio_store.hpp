// The SQL of portfolios and of their changes; row <-> value, nothing else. Every writing function keeps the
// change with its reason.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "staff/portfolio.hpp"

namespace rapport::portfolio_store {

using staff::PortfolioChangeRow;
using staff::PortfolioEntry;

[[nodiscard]] std::optional<PortfolioEntry> find(db::Reader& reader, Id<Institution> institution,
                                                 Id<Portfolio> id);
[[nodiscard]] std::vector<PortfolioEntry> of_unit(db::Reader& reader, Id<Institution> institution,
                                                  Id<OrgUnit> unit);
/// Not over on that day, by department.
[[nodiscard]] std::vector<PortfolioEntry> of_staff(db::Reader& reader, Id<Institution> institution,
                                                   Id<Staff> staff, Date on);
[[nodiscard]] std::vector<PortfolioEntry> not_over(db::Reader& reader, Id<Institution> institution, Date on);

[[nodiscard]] std::vector<PortfolioChangeRow> changes_of_unit(db::Reader& reader, Id<Institution> institution,
                                                              Id<OrgUnit> unit);
[[nodiscard]] std::vector<PortfolioChangeRow> changes_of_hand_over(db::Reader& reader,
                                                                   Id<Institution> institution,
                                                                   Id<HandOver> hand_over);
[[nodiscard]] std::int64_t last_change(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit);

/// At most 20,000.
[[nodiscard]] std::vector<std::pair<Id<OrgUnit>, std::int64_t>> last_changes(db::Reader& reader,
                                                                             Id<Institution> institution);

/// Why something is changed.
struct Why {
  std::string_view reason = {};
  std::optional<Id<HandOver>> hand_over = {};
};
/// `entry.id` is not used.
[[nodiscard]] Id<Portfolio> insert(Scope& scope, db::Writer& writer, const PortfolioEntry& entry,
                                   staff::PortfolioAction action, const Why& why);
void set_end(Scope& scope, db::Writer& writer, const PortfolioEntry& entry, std::optional<Date> last_day,
             staff::PortfolioAction action, const Why& why);
/// Before it begins.
void erase(Scope& scope, db::Writer& writer, const PortfolioEntry& entry, const Why& why);

}  // namespace rapport::portfolio_store
