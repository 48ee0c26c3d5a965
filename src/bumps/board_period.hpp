// The month or the term that a board is about. Pure: no clock, no SQL.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "organisation/academic_calendar.hpp"

namespace rapport {

/// From its first day to the day before the next term, so that every day belongs to one: a vacation to the
/// term before it. Where the library's calendar has no term for a day, the quarter of the year stands for it.
struct Term {
  std::string name = {};  ///< "Autumn term", "October to December"
  Date starts_on = {};
  Date ends_on = {};
  bool is_quarter = false;

  friend bool operator==(const Term&, const Term&) = default;
};
[[nodiscard]] Term term_on(std::span<const CalendarPeriod> periods, Date date, const AcademicYears& years);

enum class BoardSpan { month, term };
[[nodiscard]] std::string_view code(BoardSpan span);
/// A month for anything else.
[[nodiscard]] BoardSpan board_span_of(std::string_view code);

/// What a board counts: `starts_on` to `until`, which is today.
struct BoardPeriod {
  BoardSpan span = BoardSpan::month;
  std::string name = {};  ///< "November", "Autumn term"
  Date starts_on = {};
  Date until = {};
  bool is_quarter = false;  ///< no term is defined, so a quarter stands for it
};
[[nodiscard]] BoardPeriod board_period(std::span<const CalendarPeriod> periods, BoardSpan span, Date today,
                                       const AcademicYears& years);

/// The same, as long as it has gone, a year before: "this day last November". Nothing where last year's
/// calendar has no term of that name.
[[nodiscard]] std::optional<BoardPeriod> year_before(std::span<const CalendarPeriod> periods,
                                                     const BoardPeriod& period, const AcademicYears& years);
/// "Six ahead of this day last November", "Level with …", "Two behind …".
[[nodiscard]] std::string comparison_words(int now, int then, const BoardPeriod& period);

}  // namespace rapport
