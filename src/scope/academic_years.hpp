// When an institution's academic years begin: on 1 August (product.md, SCONUL's year) unless it says
// otherwise. Pure; a scope reads it (Scope::years). Terms and vacations are organisation's.
#pragma once

#include <string>
#include <vector>

#include "base/date.hpp"

namespace rapport {

/// From the academic year `from_year` on, years begin on the first day of `month`.
struct YearStart {
  int from_year = 0;
  unsigned month = 8;

  friend bool operator==(const YearStart&, const YearStart&) = default;
};

/// Every day belongs to one academic year. A year is named by the calendar year in which it begins, and each
/// calendar year holds the beginning of one: however the start moves, no name is skipped and none comes
/// twice. Where it moves, the year before is shorter or longer than twelve months, from 1 to 23. Years begin
/// with a month, because figures are kept by month (docs/adr).
class AcademicYears {
 public:
  /// A `from_year` for all years that there are.
  static constexpr int beginning = 0;
  static constexpr unsigned usual_month = 8;

  /// 1 August.
  AcademicYears() = default;
  /// With another start from a year on; what was said of later years holds no more.
  [[nodiscard]] AcademicYears with(YearStart start) const;

  /// 2026 for 1 August 2026 to 31 July 2027.
  [[nodiscard]] int of(Date date) const;
  [[nodiscard]] Date first_day(int year) const;
  [[nodiscard]] Date last_day(int year) const;
  /// In which the year begins, 1 to 12.
  [[nodiscard]] unsigned month(int year) const;
  /// How many it has.
  [[nodiscard]] int months(int year) const;

  /// `2026/27`; `2027` of a year that begins in January.
  [[nodiscard]] std::string words(int year) const;
  /// `1 August 2026 to 31 July 2027`
  [[nodiscard]] std::string days_words(int year) const;

  /// The rule: in order of their years, each other than the one before; none where all begin on 1 August.
  [[nodiscard]] const std::vector<YearStart>& starts() const { return starts_; }

  friend bool operator==(const AcademicYears&, const AcademicYears&) = default;

 private:
  std::vector<YearStart> starts_;
};

}  // namespace rapport
