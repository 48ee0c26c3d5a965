// The front door of measures: what they mean, and the figures that are reported for departments. Team leaders
// and administrators change them, everybody on the staff reads. Permission, transaction and audit live here.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "interactions/directory.hpp"
#include "measures/figure.hpp"
#include "measures/year_units.hpp"
#include "scope/scope.hpp"

namespace rapport::measures {

[[nodiscard]] bool may_change(const Viewer& viewer);

/// With all versions, by position; retired ones too.
[[nodiscard]] std::vector<Measure> all(Scope& scope);
/// NotFound.
[[nodiscard]] Result<Measure> get(Scope& scope, Id<Measure> id);
[[nodiscard]] Result<Measure> get(Scope& scope, std::string_view code);

/// Invalid: checked.
[[nodiscard]] Result<Id<Measure>> define(Scope& scope, const MeasureDraft& draft);
/// A further version; earlier figures keep the one that they were counted by. `seen_version` is the one that
/// whoever changes it looked at. Invalid: checked, and for what Rapport counts itself another shape, unit or
/// year. Conflict where somebody was faster.
[[nodiscard]] Result<Done> redefine(Scope& scope, Id<Measure> id, int seen_version,
                                    const MeasureDraft& draft);
/// It stands on no page any more and takes no new figures; those it has stay.
[[nodiscard]] Result<Done> retire(Scope& scope, Id<Measure> id);
[[nodiscard]] Result<Done> reinstate(Scope& scope, Id<Measure> id);

/// What was reported, and what stood there before it, where something did.
struct Reported {
  Id<MeasureValue> id = {};
  std::optional<MeasureValue> before = {};
  bool is_same = false;  ///< nothing was written
};
/// Reports a figure, or corrects it. Invalid: faults_of, a unit that did not exist in that year, a retired
/// measure, a figure that has another source already, a final figure made provisional again.
[[nodiscard]] Result<Reported> report(Scope& scope, const Directory& directory, const ValueDraft& draft);
/// Takes a figure away. NotFound.
[[nodiscard]] Result<Done> take_back(Scope& scope, Id<MeasureValue> id);
/// Puts one back as it stood before it was corrected. NotFound.
[[nodiscard]] Result<Done> put_back(Scope& scope, const MeasureValue& before);
[[nodiscard]] std::optional<MeasureValue> find_value(Scope& scope, Id<MeasureValue> id);

/// What a figure is checked against, read once for many.
struct ReportGround {
  std::vector<Measure> measures = {};
  std::vector<UnitPeriod> periods = {};
  std::vector<MeasureValue> values = {};  ///< all that are there
};
[[nodiscard]] ReportGround report_ground(Scope& scope);
/// The rules of `report` that need what is there: the first that is broken, in words. `there` is the figure
/// of the same place.
[[nodiscard]] std::optional<Fault> clash_of(const ValueDraft& draft, const Measure& measure,
                                            const MeasureValue* there);

/// Whether reporting it would change nothing.
[[nodiscard]] bool says_the_same(const ValueDraft& draft, const Measure& measure, const MeasureValue& there);

/// The departments as they were in an academic year. One statement over what they were called.
[[nodiscard]] YearUnits units_of_year(Scope& scope, const OrgDirectory& units, int academic_year);

/// How many departments have a figure in each year, newest first.
struct YearReported {
  Id<Measure> measure = {};
  int academic_year = 0;
  int departments = 0;
};
[[nodiscard]] std::vector<YearReported> years_reported(Scope& scope);

}  // namespace rapport::measures
