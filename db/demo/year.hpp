// The made-up university's academic years, and how busy a library is on a day. The terms are those that every
// new institution starts with.
#pragma once

#include <vector>

#include "base/date.hpp"
#include "organisation/academic_calendar.hpp"

namespace rapport::demo {

/// What a librarian's days are like; it decides what people talk about.
enum class Season { closed, summer, welcome, early_term, november_round, term, exams, marking, vacation };

/// Looks days up in the years it was made for.
class YearRhythm {
 public:
  YearRhythm(Date from, Date to);
  [[nodiscard]] const std::vector<CalendarPeriod>& periods() const { return periods_; }
  [[nodiscard]] Season season(Date date) const;
  /// Conversations on that day beside those of an ordinary term Tuesday, which is 1; 0 when the library
  /// rests.
  [[nodiscard]] double busyness(Date date) const;
  [[nodiscard]] bool is_working_day(Date date) const;
  /// That day, or the next on which people work.
  [[nodiscard]] Date working_day_from(Date date) const;

 private:
  std::vector<CalendarPeriod> periods_;
};

}  // namespace rapport::demo
