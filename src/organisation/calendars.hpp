// The calendars of an institution: the university's own, and those of departments that keep other terms
// (nursing on placement, a medical school). Which of them holds for a department is said from an academic
// year on, so that earlier years stay as they were. The rules of one calendar are academic_calendar.hpp.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "organisation/academic_calendar.hpp"
#include "organisation/org_directory.hpp"

namespace rapport {

struct Calendar;
struct Staff;

struct Calendar {
  Id<Calendar> id = {};
  std::string name = {};
  int version = 1;
};

/// From `from_year` on; nothing: the university's own again.
struct UnitCalendar {
  Id<OrgUnit> unit = {};
  int from_year = 0;
  std::optional<Id<Calendar>> calendar = {};

  friend bool operator==(const UnitCalendar&, const UnitCalendar&) = default;
};

/// All that is kept, read once.
class Calendars {
 public:
  using PeriodsByCalendar = std::map<std::optional<Id<Calendar>>, std::vector<CalendarPeriod>>;
  /// `uses` in order of the year.
  Calendars(std::vector<Calendar> all, PeriodsByCalendar periods, std::vector<UnitCalendar> uses);

  /// In name order, without the university's own.
  [[nodiscard]] const std::vector<Calendar>& others() const { return all_; }
  [[nodiscard]] const Calendar* find(Id<Calendar> id) const;
  [[nodiscard]] const std::vector<UnitCalendar>& uses() const { return uses_; }
  /// All years, in order of their start; of the university's own where no calendar is named.
  [[nodiscard]] const std::vector<CalendarPeriod>& periods(std::optional<Id<Calendar>> calendar) const;
  [[nodiscard]] std::vector<CalendarPeriod> periods(std::optional<Id<Calendar>> calendar,
                                                    int academic_year) const;

  /// The unit, or the nearest above it, that was ever given a calendar; nothing where the university's holds.
  /// Units with the same answer have the same days.
  [[nodiscard]] std::optional<Id<OrgUnit>> decided_by(const OrgDirectory& org,
                                                      std::optional<Id<OrgUnit>> unit) const;
  [[nodiscard]] std::optional<Id<Calendar>> in_year(std::optional<Id<OrgUnit>> decided_by,
                                                    int academic_year) const;
  /// The days that hold for such a unit: each academic year by the calendar of that year. A calendar that has
  /// no periods of a year leaves that year to the university's.
  [[nodiscard]] std::vector<CalendarPeriod> days_of(std::optional<Id<OrgUnit>> decided_by) const;

 private:
  std::vector<Calendar> all_;
  PeriodsByCalendar periods_;
  std::vector<UnitCalendar> uses_;
};

inline constexpr std::size_t calendar_name_characters_max = 60;
inline constexpr std::size_t calendars_max = 20;

/// A calendar as somebody names it, and the departments that keep it from a year on.
struct CalendarDraft {
  std::string name = {};
  std::vector<Id<OrgUnit>> units = {};
  int from_year = 0;
};

/// The periods of one year as somebody wants them.
struct CalendarYearDraft {
  std::optional<Id<Calendar>> calendar = {};  ///< nothing: the university's own
  int academic_year = 0;
  std::vector<CalendarPeriod> periods = {};
  std::string because = {};  ///< of a year that is over
  std::string seen = {};     ///< `mark_of` the periods that were looked at
};
/// Changes where the periods do: what two people looked at is the same where it is.
[[nodiscard]] std::string mark_of(std::span<const CalendarPeriod> periods);

/// Days of the year in no period and on a working day, as spans; they count as in a vacation. For telling,
/// not a fault.
[[nodiscard]] std::vector<CalendarPeriod> gaps_of(std::span<const CalendarPeriod> periods, int academic_year,
                                                  const AcademicYears& years);

namespace organisation {

[[nodiscard]] Calendars calendars(Scope& scope);
[[nodiscard]] Calendars calendars_of(db::Reader& reader, Id<Institution> institution);

/// Begins one with the university's periods of `from_year` and the year after. Leaders and administrators.
/// Fields: name (empty, too long, taken), from_year, calendars (too many).
[[nodiscard]] Result<Id<Calendar>> add_calendar(Scope& scope, const CalendarDraft& draft);
/// Names it, and says which departments keep it from `from_year` on; those that kept it and are not named
/// keep the university's from then on. Years before stay as they are. Conflict where somebody was faster than
/// `version`.
[[nodiscard]] Result<Done> change_calendar(Scope& scope, Id<Calendar> id, int version,
                                           const CalendarDraft& draft);
/// Puts the periods in place of that year's. Invalid: faults_of, and a year that is over without a reason
/// (field because). Conflict where they are not those that were seen.
[[nodiscard]] Result<Done> change_year(Scope& scope, const CalendarYearDraft& draft);

}  // namespace organisation
}  // namespace rapport
