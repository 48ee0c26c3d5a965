// What days count for a department's people: departments may keep calendars of their own. Each calendar in
// use is weighed once.
#pragma once

#include <map>
#include <optional>

#include "organisation/calendars.hpp"
#include "organisation/org_directory.hpp"
#include "relationships/rhythm.hpp"

namespace rapport {

class UnitWeights {
 public:
  /// `org` must outlive it.
  UnitWeights(Calendars calendars, const OrgDirectory& org, Date today, AcademicYears years)
      : calendars_(std::move(calendars)), org_(org), today_(today), years_(std::move(years)) {}

  /// Of those whose main post is in that unit. Cost: the first time for each calendar, days times periods.
  [[nodiscard]] const DayWeights& of(std::optional<Id<OrgUnit>> unit) {
    const auto decided_by = calendars_.decided_by(org_, unit);
    const auto known = known_.find(decided_by);
    if (known != known_.end()) return known->second;
    return known_.emplace(decided_by, DayWeights::around(calendars_.days_of(decided_by), today_, years_))
        .first->second;
  }

 private:
  Calendars calendars_;
  const OrgDirectory& org_;
  Date today_;
  AcademicYears years_;
  std::map<std::optional<Id<OrgUnit>>, DayWeights> known_;
};

}  // namespace rapport
