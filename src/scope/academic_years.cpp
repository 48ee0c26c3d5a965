// The arithmetic of academic years.
#include "scope/academic_years.hpp"

#include <algorithm>

namespace rapport {
namespace {

constexpr int months_of_a_calendar_year = 12;

std::string day_words(Date date) {
  return std::to_string(date.day()) + " " + std::string(month_name(date.month())) + " " +
         std::to_string(date.year());
}

}  // namespace

AcademicYears AcademicYears::with(YearStart start) const {
  auto years = *this;
  std::erase_if(years.starts_, [&](const YearStart& other) { return other.from_year >= start.from_year; });
  if (years.month(start.from_year) != start.month) years.starts_.push_back(start);
  return years;
}

unsigned AcademicYears::month(int year) const {
  for (auto start = starts_.rbegin(); start != starts_.rend(); ++start)
    if (start->from_year <= year) return start->month;
  return usual_month;
}

int AcademicYears::of(Date date) const {
  const int year = date.year();
  return date.month() >= month(year) ? year : year - 1;
}

Date AcademicYears::first_day(int year) const {
  return Date::of(year, month(year), 1).value();
}

Date AcademicYears::last_day(int year) const {
  return first_day(year + 1).plus_days(-1);
}

int AcademicYears::months(int year) const {
  return months_of_a_calendar_year + static_cast<int>(month(year + 1)) - static_cast<int>(month(year));
}

std::string AcademicYears::words(int year) const {
  if (month(year) == 1) return std::to_string(year);
  const auto next = std::to_string((year + 1) % 100);
  return std::to_string(year) + "/" + (next.size() == 1 ? "0" : "") + next;
}

std::string AcademicYears::days_words(int year) const {
  return day_words(first_day(year)) + " to " + day_words(last_day(year));
}

}  // namespace rapport
