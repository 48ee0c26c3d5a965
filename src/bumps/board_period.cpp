// Months and terms of a board.
#include "bumps/board_period.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace rapport {
namespace {

constexpr int months_of_a_quarter = 3;

Date first_of_month(Date date) {
  return date.plus_days(1 - static_cast<int>(date.day()));
}

Term quarter_on(Date date) {
  const int months_in = (static_cast<int>(date.month()) - 1) % months_of_a_quarter;
  const auto starts_on = first_of_month(date).plus_months(-months_in);
  const auto ends_on = starts_on.plus_months(months_of_a_quarter).plus_days(-1);
  return {
      .name = std::string(month_name(starts_on.month())) + " to " + std::string(month_name(ends_on.month())),
      .starts_on = starts_on,
      .ends_on = ends_on,
      .is_quarter = true};
}

/// The day before the next term; the academic year's last day where none follows.
Date end_of(std::span<const CalendarPeriod> periods, const CalendarPeriod& term, const AcademicYears& years) {
  std::optional<Date> next;
  for (const auto& other : periods)
    if (other.kind == PeriodKind::term && other.starts_on > term.starts_on &&
        (!next || other.starts_on < *next))
      next = other.starts_on;
  return next ? next->plus_days(-1) : std::max(term.ends_on, years.last_day(term.academic_year));
}

const CalendarPeriod* latest_term(std::span<const CalendarPeriod> periods, Date date) {
  const CalendarPeriod* latest = nullptr;
  for (const auto& period : periods) {
    if (period.kind != PeriodKind::term || period.starts_on > date) continue;
    if (latest == nullptr || period.starts_on > latest->starts_on) latest = &period;
  }
  return latest;
}

const CalendarPeriod* term_called(std::span<const CalendarPeriod> periods, std::string_view name,
                                  int academic_year) {
  const auto found = std::ranges::find_if(periods, [&](const CalendarPeriod& period) {
    return period.kind == PeriodKind::term && period.name == name && period.academic_year == academic_year;
  });
  return found == periods.end() ? nullptr : &*found;
}

std::string capital(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

}  // namespace

Term term_on(std::span<const CalendarPeriod> periods, Date date, const AcademicYears& years) {
  const auto* term = latest_term(periods, date);
  if (term == nullptr) return quarter_on(date);
  const auto ends_on = end_of(periods, *term, years);
  if (date > ends_on) return quarter_on(date);
  return {.name = term->name, .starts_on = term->starts_on, .ends_on = ends_on};
}

std::string_view code(BoardSpan span) {
  return span == BoardSpan::term ? "term" : "month";
}
BoardSpan board_span_of(std::string_view code) {
  return code == "term" ? BoardSpan::term : BoardSpan::month;
}

BoardPeriod board_period(std::span<const CalendarPeriod> periods, BoardSpan span, Date today,
                         const AcademicYears& years) {
  if (span == BoardSpan::month)
    return {
        .name = std::string(month_name(today.month())), .starts_on = first_of_month(today), .until = today};
  const auto term = term_on(periods, today, years);
  return {.span = span,
          .name = term.name,
          .starts_on = term.starts_on,
          .until = today,
          .is_quarter = term.is_quarter};
}

std::optional<BoardPeriod> year_before(std::span<const CalendarPeriod> periods, const BoardPeriod& period,
                                       const AcademicYears& years) {
  auto before = period;
  before.starts_on = period.starts_on.plus_months(-12);
  before.until = period.until.plus_months(-12);
  if (period.span == BoardSpan::month || period.is_quarter) return before;
  const auto* term = term_called(periods, period.name, years.of(period.starts_on) - 1);
  if (term == nullptr) return std::nullopt;
  before.starts_on = term->starts_on;
  before.until = term->starts_on.plus_days(period.until - period.starts_on);
  return before;
}

std::string comparison_words(int now, int then, const BoardPeriod& period) {
  const auto day = period.span == BoardSpan::month ? " this day last " + period.name
                                                   : " this day of the " + period.name + " last year";
  if (now == then) return "Level with" + day;
  const std::string side = now > then ? "ahead" : "behind";
  return capital(count_words(now > then ? now - then : then - now, side, side)) + (now > then ? " of" : "") +
         day;
}

}  // namespace rapport
