// Picks each unit's period of a year.
#include "measures/year_units.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "organisation/academic_calendar.hpp"

namespace rapport {
namespace {

bool overlaps(const UnitPeriod& period, Date first, Date last) {
  return (!period.valid_from || *period.valid_from <= last) &&
         (!period.valid_to || *period.valid_to >= first);
}

}  // namespace

YearUnits::YearUnits(std::span<const UnitPeriod> periods, const OrgDirectory& units, int academic_year,
                     const AcademicYears& years) {
  const auto first = years.first_day(academic_year);
  const auto last = years.last_day(academic_year);
  for (const auto& unit : units.units()) {
    const auto [begin, end] = std::ranges::equal_range(periods, unit.id, {}, &UnitPeriod::unit);
    std::optional<YearUnit> found;
    for (auto period = begin; period != end; ++period) {
      if (!overlaps(*period, first, last)) continue;
      found = YearUnit{unit.id, period->name, period->parent};
      names_.emplace_back(fold(period->name), unit.id);
    }
    if (begin == end) found = YearUnit{unit.id, unit.name, unit.parent};
    if (begin == end) names_.emplace_back(unit.folded_name, unit.id);
    if (found) all_.push_back(std::move(*found));
  }
}

const YearUnit* YearUnits::find(Id<OrgUnit> id) const {
  const auto found = std::ranges::find(all_, id, &YearUnit::id);
  return found == all_.end() ? nullptr : &*found;
}

const YearUnit* YearUnits::find_name(std::string_view name, const OrgDirectory& units) const {
  const auto folded = fold(tidy_line(name));
  std::optional<Id<OrgUnit>> found;
  for (const auto& [called, id] : names_) {
    if (called != folded) continue;
    if (found && *found != id) return nullptr;
    found = id;
  }
  if (found) return find(*found);
  const auto* today = units.find_name(name);
  return today == nullptr ? nullptr : find(today->id);
}

std::vector<const YearUnit*> YearUnits::children(Id<OrgUnit> parent) const {
  std::vector<const YearUnit*> below;
  for (const auto& unit : all_)
    if (unit.parent == parent) below.push_back(&unit);
  return below;
}

std::vector<const YearUnit*> YearUnits::tops() const {
  std::vector<const YearUnit*> tops;
  for (const auto& unit : all_)
    if (!unit.parent || find(*unit.parent) == nullptr) tops.push_back(&unit);
  return tops;
}

}  // namespace rapport
