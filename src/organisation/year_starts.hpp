// Saying when academic years begin: a setting of the institution, from a year on that has not begun, so that
// whatever is over stays as it was. What later chapters count by academic year follows by itself (docs/adr).
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "organisation/calendars.hpp"
#include "organisation/year_start.hpp"
#include "scope/scope.hpp"

namespace rapport {

struct YearStartDraft {
  YearStart start = {};
  int seen = 0;  ///< the number of the change that was newest when it was looked at
};

/// What there is already that another start touches, for telling: "Three action plans of 2027/28 stay plans
/// of 2027/28.", and where to look at it.
struct YearNote {
  std::string words = {};
  std::string address = {};

  friend bool operator==(const YearNote&, const YearNote&) = default;
};

namespace organisation {

/// What later chapters know of years; the table of routes hands it in.
struct YearsInUse {
  std::function<YearsHold(db::Reader&, Id<Institution>)> held = {};
  /// From `before` to `after`, another from that year on. What is on paper or over is not touched and not
  /// told.
  std::function<std::vector<YearNote>(Scope&, const AcademicYears& before, const AcademicYears& after,
                                      int from_year)>
      notes = {};
};

/// Everything that was ever said, newest first.
[[nodiscard]] std::vector<YearStartChange> year_start_changes(Scope& scope);
/// What the calendars hold that would lie outside of its year.
[[nodiscard]] std::vector<YearNote> calendar_notes(const Calendars& calendars, const AcademicYears& after,
                                                   int from_year, Date today);
/// From that year on, years begin on the first day of the month. Leaders and administrators. Invalid:
/// faults_of. Conflict where somebody has said something since `seen`. The scope goes on with the years that
/// it has read.
[[nodiscard]] Result<Done> change_year_start(Scope& scope, const YearsInUse& in_use,
                                             const YearStartDraft& draft);

}  // namespace organisation
}  // namespace rapport
