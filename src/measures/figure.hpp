// A figure: one measure's number of one department and academic year, how it is written, and how two of them
// compare. Plain data and pure rules.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "measures/amount.hpp"
#include "measures/measure.hpp"
#include "scope/academic_years.hpp"

namespace rapport {

struct MeasureValue;
struct OrgUnit;

enum class ValueState { provisional, final };
[[nodiscard]] std::string_view code(ValueState state);
[[nodiscard]] std::string_view words(ValueState state);  ///< "provisional"
[[nodiscard]] std::optional<ValueState> value_state_of(std::string_view code);

/// The numbers of a figure. A percentage or a rate has a denominator.
struct Numbers {
  Amount numerator = {};
  std::optional<Amount> denominator = {};
  std::optional<std::int64_t> people = {};  ///< whom they come from, where that is known

  friend bool operator==(const Numbers&, const Numbers&) = default;
};
[[nodiscard]] Numbers operator+(const Numbers& a, const Numbers& b);

/// One figure as it was reported.
struct MeasureValue {
  Id<MeasureValue> id = {};
  Id<Measure> measure = {};
  Id<OrgUnit> unit = {};
  int academic_year = 0;
  int version = 1;
  std::string unit_name = {};  ///< what the department was called in that year
  Numbers numbers = {};
  ValueState state = ValueState::provisional;
  std::string source = {};
  Id<Staff> reported_by = {};
  Instant reported_at = {};
};

/// A figure as somebody wants to report it.
struct ValueDraft {
  Id<Measure> measure = {};
  Id<OrgUnit> unit = {};
  int academic_year = 0;
  Numbers numbers = {};
  ValueState state = ValueState::provisional;
  std::string source = {};  ///< empty: as the definition says

  friend bool operator==(const ValueDraft&, const ValueDraft&) = default;
};
/// Numbers that fit the shape (a percentage of a whole, people in whole ones), a year that has begun, final
/// figures of a year that is over in the institution's zone. Fields:
/// value, numerator, denominator, people, year, state, source.
[[nodiscard]] std::vector<Fault> faults_of(const ValueDraft& draft, const Measure& measure, Date today,
                                           const AcademicYears& years);

/// Figures of fewer people are suppressed (product.md, Headline sheet).
inline constexpr std::int64_t people_min = 5;
/// Whether a figure tells of fewer than five people: those it counts, those it comes from, a percentage's
/// whole or its rest. None is fewer than five.
[[nodiscard]] bool is_small(const MeasureVersion& version, const Numbers& numbers);

/// "1,204 visits", "£1,200", "78 %", "31.5 item requests per student".
[[nodiscard]] std::string figure_words(const MeasureVersion& version, const Numbers& numbers);
/// Without the unit: "1,204", "£1,200", "78 %", "31.5".
[[nodiscard]] std::string figure_number(const MeasureVersion& version, const Numbers& numbers);
/// The number that `figure_number` writes, not rounded further: 78.35 of a percentage.
[[nodiscard]] double figure_amount(const MeasureVersion& version, const Numbers& numbers);
/// "1,204 of 1,544"; empty where there is no denominator.
[[nodiscard]] std::string parts_words(const Numbers& numbers);

enum class Direction { up, down, same };
/// From last year to this. Nothing where either is missing or suppressed, where the versions cannot be
/// compared, or the years are not of one length and it is no percentage: `words` says so.
struct Change {
  std::optional<Direction> direction = {};  ///< an arrow may be drawn
  std::string words = {};          ///< "up 12 %: better", "no arrow: counted differently since 2025/26"
  bool is_of_other_units = false;  ///< between the two others have joined the department, or a part left it
  bool has_lost_part = false;      ///< the latter, and no other joined
};
/// One side of a comparison.
struct Compared {
  const Numbers* numbers = nullptr;  ///< nothing where there is none
  int version = 1;
  bool is_suppressed = false;
  int months = 12;  ///< of its year
};
[[nodiscard]] Change change_between(const Measure& measure, const Compared& before, const Compared& now,
                                    const AcademicYears& years);

/// SCONUL counts from 1 August to 31 July (product.md). Of a figure in its terms, where the year is another
/// one: " Here of 1 September 2027 to 31 August 2028; SCONUL’s year is 1 August to 31 July."; else nothing.
[[nodiscard]] std::string sconul_words(const MeasureVersion& version, std::string_view source,
                                       const AcademicYears& years, int academic_year);

/// `2025/26` for "2025/26", "2025-26", "2025/2026", "25/26", "2025"; of a year that begins in January "2027"
/// alone. Invalid without a field, in words:
/// "2025/27 is no academic year".
[[nodiscard]] Result<int> read_academic_year(std::string_view text, const AcademicYears& years);

}  // namespace rapport
