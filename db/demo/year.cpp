// Which days are quiet and which are not: weekdays, seasons, Christmas, Easter and bank holidays.
#include "year.hpp"

namespace rapport::demo {
namespace {

Date day(int year, unsigned month, unsigned number) {
  return *Date::of(year, month, number);
}

/// Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8).
Date easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4, g = (8 * b + 13) / 25;
  const int h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 19 * l) / 433;
  const int month = (h + l - 7 * m + 90) / 25;
  const int number = (h + l - 7 * m + 33 * month + 19) % 32;
  return day(year, static_cast<unsigned>(month), static_cast<unsigned>(number));
}

bool is_weekend(Date date) {
  return date.weekday() >= Weekday::saturday;
}

bool is_christmas_closure(Date date) {
  return (date.month() == 12 && date.day() >= 24) || (date.month() == 1 && date.day() == 1);
}

bool is_first_monday_of_may(Date date) {
  return date.month() == 5 && date.weekday() == Weekday::monday && date.day() <= 7;
}

bool is_last_monday_of_may_or_august(Date date) {
  return (date.month() == 5 || date.month() == 8) && date.weekday() == Weekday::monday && date.day() >= 25;
}

bool is_at_easter(Date date) {
  const Date sunday = easter(date.year());
  return date == sunday.plus_days(-2) || date == sunday.plus_days(1);
}

bool is_closed(Date date) {
  return is_christmas_closure(date) || is_first_monday_of_may(date) ||
         is_last_monday_of_may_or_august(date) || is_at_easter(date);
}

double weekday_weight(Weekday weekday) {
  constexpr double weights[] = {0.95, 1.0, 1.05, 1.0, 0.7, 0.015, 0.01};
  return weights[static_cast<std::size_t>(weekday)];
}

double season_weight(Season season) {
  switch (season) {
    case Season::closed:
      return 0;
    case Season::summer:
      return 0.22;
    case Season::welcome:
      return 1.25;
    case Season::early_term:
      return 1.2;
    case Season::november_round:
      return 1.4;
    case Season::term:
      return 1;
    case Season::exams:
      return 0.5;
    case Season::marking:
      return 0.35;
    case Season::vacation:
      return 0.4;
  }
  return 0;
}

}  // namespace

YearRhythm::YearRhythm(Date from, Date to) {
  for (int year = AcademicYears().of(from); year <= AcademicYears().of(to); ++year) {
    const auto periods = starting_calendar(year, AcademicYears());
    periods_.insert(periods_.end(), periods.begin(), periods.end());
  }
}

Season YearRhythm::season(Date date) const {
  if (is_closed(date)) return Season::closed;
  const auto* now = period_on(periods_, date);
  if (now == nullptr || now->kind == PeriodKind::vacation)
    return date.month() == 7 || date.month() == 8 ? Season::summer : Season::vacation;
  if (now->kind == PeriodKind::exams) return Season::exams;
  if (now->kind == PeriodKind::welcome) return Season::welcome;
  const int days_in = date - now->starts_on;
  if (now->name == "Spring term" && days_in < 14) return Season::marking;
  if (now->name == "Summer term" && now->ends_on - date < 7) return Season::marking;
  if (now->name == "Autumn term" && days_in < 21) return Season::early_term;
  return now->name == "Autumn term" && date.month() == 11 ? Season::november_round : Season::term;
}

double YearRhythm::busyness(Date date) const {
  return season_weight(season(date)) * weekday_weight(date.weekday());
}

bool YearRhythm::is_working_day(Date date) const {
  return !is_weekend(date) && !is_closed(date);
}

Date YearRhythm::working_day_from(Date date) const {
  while (!is_working_day(date)) date = date.plus_days(1);
  return date;
}

}  // namespace rapport::demo
