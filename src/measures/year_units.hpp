// The departments as they were in one academic year: a figure keeps the name and the faculty of its time,
// however departments were renamed, moved, merged or split since. Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "organisation/org_directory.hpp"
#include "scope/academic_years.hpp"

namespace rapport {

/// What a unit was called and where it stood, one row a period.
struct UnitPeriod {
  Id<OrgUnit> unit = {};
  std::string name = {};
  std::optional<Id<OrgUnit>> parent = {};
  std::optional<Date> valid_from = {};  ///< absent: as far back as anybody knows
  std::optional<Date> valid_to = {};    ///< the last day
};

struct YearUnit {
  Id<OrgUnit> id = {};
  std::string name = {};  ///< when the year ended
  std::optional<Id<OrgUnit>> parent = {};
};

/// Immutable.
class YearUnits {
 public:
  /// `periods` by unit, oldest first; a unit without any is taken as the directory has it.
  YearUnits(std::span<const UnitPeriod> periods, const OrgDirectory& units, int academic_year,
            const AcademicYears& years);

  /// In the directory's order; those that existed on a day of the year.
  [[nodiscard]] const std::vector<YearUnit>& all() const { return all_; }
  [[nodiscard]] const YearUnit* find(Id<OrgUnit> id) const;
  /// By what it is called today or was called in that year, folded; nothing where two are called so.
  [[nodiscard]] const YearUnit* find_name(std::string_view name, const OrgDirectory& units) const;
  [[nodiscard]] std::vector<const YearUnit*> children(Id<OrgUnit> parent) const;
  /// Without a parent that existed in the year.
  [[nodiscard]] std::vector<const YearUnit*> tops() const;

 private:
  std::vector<YearUnit> all_;
  std::vector<std::pair<std::string, Id<OrgUnit>>> names_;  ///< folded, all of the year
};

}  // namespace rapport
