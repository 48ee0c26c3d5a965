// Draws who looks after which department. Finished values in, markup out.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "html/html.hpp"
#include "staff/portfolio.hpp"
#include "staff/staff_directory.hpp"
#include "ui/parts.hpp"
#include "ui/visit.hpp"

namespace rapport::staff {

/// As typed.
struct KeeperForm {
  std::string staff = {};
  std::string part = "lead";
  std::string from = {};
  std::string to = {};
  std::string reason = {};
};
/// The form beside the list: who looks after the departments that are ticked.
struct SeveralForm {
  KeeperForm words = {};
  std::vector<Id<OrgUnit>> ticked = {};
  std::unordered_map<Id<OrgUnit>, std::int64_t> seen = {};  ///< the last change of each
  std::vector<Fault> faults = {};
};
struct PortfolioListPage {
  const OrgDirectory& units;
  const StaffDirectory& staff;
  std::vector<PortfolioEntry> entries = {};
  std::optional<Id<Staff>> whose = {};
  bool gaps_only = false;
  std::optional<SeveralForm> several = {};  ///< nothing for those who only read

  [[nodiscard]] std::string address() const;  ///< "/portfolios?gaps=yes"
};
/// What is ticked is in the list, whatever it narrows to.
[[nodiscard]] html::Html portfolio_list_view(const ui::Visit& visit, const PortfolioListPage& page);

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

// Parts of these pages -------------------------------------------------------------------------------

/// Colleagues who may look after a department; `first` is the choice for none.
[[nodiscard]] std::vector<ui::Choice> colleague_choices(const StaffDirectory& staff,
                                                        const std::string& first);
/// Who, part, days and why.
[[nodiscard]] html::Html keeper_fields(const StaffDirectory& staff, const KeeperForm& form,
                                       const std::vector<Fault>& faults);
/// "from 1 Dec", "since 1 Aug 2023", "1 Aug to 31 Dec".
[[nodiscard]] std::string span_words(const PortfolioEntry& entry, Date today);

}  // namespace rapport::staff
