// Draws who looks after which department. Finished values in, markup out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "html/html.hpp"
#include "staff/portfolio.hpp"
#include "staff/staff_directory.hpp"
#include "ui/visit.hpp"

namespace rapport::staff {

struct PortfolioListPage {
  const OrgDirectory& units;
  const StaffDirectory& staff;
  std::vector<PortfolioEntry> entries = {};
  std::optional<Id<Staff>> whose = {};
  bool gaps_only = false;
};
[[nodiscard]] html::Html portfolio_list_view(const ui::Visit& visit, const PortfolioListPage& page);

/// As typed.
struct KeeperForm {
  std::string staff = {};
  std::string part = "lead";
  std::string from = {};
  std::string to = {};
  std::string reason = {};
};
struct EndingForm {
  std::optional<Id<Portfolio>> portfolio = {};  ///< the one that was filled in
  std::string on = {};
  std::string reason = {};
};
struct KeeperPage {
  const OrgUnitEntry& unit;
  const OrgDirectory& units;
  const StaffDirectory& staff;
  std::vector<PortfolioEntry> keepers = {};
  std::vector<PortfolioChangeRow> changes = {};
  std::int64_t seen = 0;
  KeeperForm form = {};
  EndingForm ending = {};
  std::vector<Fault> faults = {};
  std::string clash = {};
};
[[nodiscard]] html::Html keepers_view(const ui::Visit& visit, const KeeperPage& page);

/// "from 1 Dec", "since 1 Aug 2023", "1 Aug to 31 Dec".
[[nodiscard]] std::string span_words(const PortfolioEntry& entry, Date today);

}  // namespace rapport::staff
