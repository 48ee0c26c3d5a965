// What there is of some years' figures, read once, and which of them may be shown. Internal to measures:
// others ask figures.hpp.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "interactions/directory.hpp"
#include "measures/figures.hpp"
#include "measures/measure.hpp"
#include "measures/suppression.hpp"
#include "measures/unit_year_store.hpp"
#include "measures/year_units.hpp"
#include "organisation/succession.hpp"
#include "scope/scope.hpp"

namespace rapport::figures {

/// A figure before anybody decided whether it may be shown.
struct Raw {
  Numbers numbers = {};
  int version = 1;
  bool is_provisional = false;
  bool is_summed = false;
  const MeasureValue* value = nullptr;
};
using RawByUnit = std::map<Id<OrgUnit>, Raw>;

/// What there is of two or more years, read once.
class Ground {
 public:
  Ground(Scope& scope, const Directory& directory, int first_year, int last_year);

  [[nodiscard]] const std::vector<Measure>& measures() const { return measures_; }
  [[nodiscard]] const AcademicYears& academic_years() const { return scope_.years(); }
  [[nodiscard]] const YearUnits& units(int academic_year) const { return units_.at(academic_year); }

  /// What `change_between` says; where others joined the unit or what is below it after the year before had
  /// begun, or a part of it left, that nothing can be compared: it is another one in the two years.
  [[nodiscard]] Change change(const Measure& measure, Id<OrgUnit> unit, int academic_year,
                              const Compared& before, const Compared& now) const;

  /// The unit's own count as it is at this moment.
  void count_now(Id<OrgUnit> unit, int academic_year);

  /// Every unit's figure, totals where nothing was reported.
  [[nodiscard]] RawByUnit raw(const Measure& measure, int academic_year) const;

 private:
  /// What it was before, of a unit that began in that year by what others became: empty for any other.
  [[nodiscard]] std::string origin_words(Id<OrgUnit> unit, int academic_year) const;
  [[nodiscard]] RawByUnit reported(const Measure& measure, int academic_year) const;
  [[nodiscard]] RawByUnit counted(const Measure& measure, int academic_year) const;
  void add_totals(RawByUnit& all, const YearUnit& unit, int academic_year) const;

  Scope& scope_;
  const Directory& directory_;
  std::vector<Measure> measures_;
  std::vector<UnitPeriod> periods_;
  std::vector<MeasureValue> values_;
  std::map<UnitYearKey, UnitYear> counted_;
  std::map<UnitYearKey, int> items_;
  std::map<int, YearUnits> units_;
  std::vector<Succession> successions_;
};

/// Every unit's figure of one measure and year, as it may be shown; the whole library's stands under no unit.
class Shown {
 public:
  /// Both must outlive it.
  Shown(const Ground& ground, const Measure& measure, int academic_year);

  [[nodiscard]] Cell cell(Id<OrgUnit> unit) const;
  [[nodiscard]] Cell whole_library() const;
  /// Nothing where there are none; those of a suppressed figure are for comparing alone.
  [[nodiscard]] const Numbers* numbers(Id<OrgUnit> unit) const;
  [[nodiscard]] const Numbers* whole_numbers() const { return whole_ ? &whole_->numbers : nullptr; }

 private:
  [[nodiscard]] std::optional<Raw> sum_of_tops() const;
  [[nodiscard]] bool is_small_here(const Raw& raw) const;
  void add_cells(std::vector<SuppressionCell>& cells, std::vector<Id<OrgUnit>>& places, const YearUnit& unit,
                 std::size_t above);
  void decide();
  [[nodiscard]] Cell cell_of(const Raw& raw, bool is_suppressed, const YearUnit* unit) const;

  const Measure& measure_;
  RawByUnit raw_;
  const YearUnits& units_;
  std::optional<Raw> whole_;
  bool is_whole_suppressed_ = false;
  std::map<Id<OrgUnit>, bool> suppressed_;
};

}  // namespace rapport::figures
