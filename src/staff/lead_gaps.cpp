// The days on which nobody leads for a department: a rule of portfolio.hpp that needs no database.
#include <algorithm>
#include <iterator>

#include "staff/portfolio.hpp"

namespace rapport::staff {

std::vector<LeadGap> lead_gaps(std::span<const PortfolioEntry> keepers, Date today) {
  std::vector<PortfolioEntry> leads;
  std::ranges::copy_if(keepers, std::back_inserter(leads),
                       [](const PortfolioEntry& entry) { return entry.part == PortfolioPart::lead; });
  std::ranges::sort(leads, {}, &PortfolioEntry::valid_from);
  std::vector<LeadGap> gaps;
  if (!leads.empty() && leads.front().valid_from > today)
    gaps.push_back({today, leads.front().valid_from.plus_days(-1)});
  for (std::size_t i = 0; i < leads.size(); ++i) {
    if (!leads[i].valid_to) continue;
    const auto from = leads[i].valid_to->plus_days(1);
    if (i + 1 == leads.size())
      gaps.push_back({from, std::nullopt});
    else if (leads[i + 1].valid_from > from)
      gaps.push_back({from, leads[i + 1].valid_from.plus_days(-1)});
  }
  std::ranges::reverse(gaps);
  return gaps;
}

}  // namespace rapport::staff
