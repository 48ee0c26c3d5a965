// Another start of academic years: what may be said, and in which words it is told. Plain data and pure
// rules; the arithmetic is scope/academic_years.hpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "scope/academic_years.hpp"

namespace rapport {

struct Staff;

/// As somebody said it; they are appended, and the newest of a year holds.
struct YearStartChange {
  int number = 0;
  YearStart start = {};
  Id<Staff> made_by = {};
  Instant made_at = {};
};

/// Whether anything stands under an academic year yet: a conversation, a figure, a plan, a round, a sheet.
enum class YearsHold { nothing, something };

inline constexpr int year_starts_ahead_max = 5;
inline constexpr int months_of_year_min = 3;

/// A year from the next to the fifth ahead that has begun neither as it is nor as it would be, so that every
/// day up to today stays in its year; from the beginning where nothing stands under a year yet. The year
/// before may not be shorter than three months. Fields: from_year, month.
[[nodiscard]] std::vector<Fault> faults_of(const YearStart& start, const AcademicYears& years, Date today,
                                           YearsHold held);

/// Years that may begin otherwise, the next one first.
[[nodiscard]] std::vector<int> years_to_change(const AcademicYears& years, Date today);

/// "Years until 2026/27 begin on 1 August; from 2027/28 on 1 September."
[[nodiscard]] std::string rule_words(const AcademicYears& years);
/// "2026/27 has 13 months then: 1 August 2026 to 31 August 2027." of the year before `from_year`; that it has
/// twelve, where it has.
[[nodiscard]] std::string year_between_words(const AcademicYears& years, int from_year);
/// "13 months", "twelve months"
[[nodiscard]] std::string months_words(int months);

}  // namespace rapport
