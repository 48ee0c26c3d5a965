// How often a person and the library speak: contacts within a week are one episode, and what lies between two
// episodes is measured in term-weighted days (product.md, Gone quiet). Plain data and pure functions; no SQL,
// no clock.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/date.hpp"
#include "organisation/academic_calendar.hpp"

namespace rapport {

/// How many days count as one episode and how many gaps make a rhythm.
inline constexpr int episode_days = 7;
inline constexpr int gaps_max = 8;

/// Days on which people spoke, none more than seven after the one before.
struct Episode {
  Date first_on = {};
  Date last_on = {};

  friend bool operator==(const Episode&, const Episode&) = default;
};
/// Oldest first. `days` in any order, a day perhaps several times.
[[nodiscard]] std::vector<Episode> episodes_of(std::span<const Date> days);

/// The weights of some years, added up beforehand in whole hundredths of a day, so that equal sums are equal:
/// what lies between two days costs nothing. Days outside of these years are weighed one by one.
class DayWeights {
 public:
  /// `periods` are copied. Cost: days times periods.
  DayWeights(std::span<const CalendarPeriod> periods, Date from, Date to, AcademicYears years);
  /// From six years before `today` to two after.
  [[nodiscard]] static DayWeights around(std::span<const CalendarPeriod> periods, Date today,
                                         const AcademicYears& years);

  /// Of the days after `from` up to `to`; 0 where `to` is not later. Agrees with `weighted_days`.
  [[nodiscard]] std::int64_t hundredths(Date from, Date to) const;
  /// The first day by which `times` times the days since `from` weigh more than `hundredths`; at the latest
  /// `latest`.
  [[nodiscard]] Date first_beyond(Date from, int times, std::int64_t hundredths, Date latest) const;

 private:
  [[nodiscard]] std::int64_t weight(Date date) const;
  [[nodiscard]] std::int64_t sum_until(Date date) const;

  std::vector<CalendarPeriod> periods_;
  AcademicYears years_;
  Date from_;
  std::vector<std::int64_t> sums_;  ///< up to and with each day from `from_` on
};

/// What is kept of somebody's episodes. Gaps run from the last day of an episode to the first of the next.
struct Rhythm {
  std::optional<Date> last_on = {};  ///< the last two-way contact; nothing where there was none
  int gaps = 0;                      ///< how many there are, the last eight at the most
  std::int64_t gap_hundredths = 0;   ///< their sum in term-weighted hundredths of a day
  int gap_days = 0;                  ///< their sum in calendar days

  friend bool operator==(const Rhythm&, const Rhythm&) = default;
};
[[nodiscard]] Rhythm rhythm_of(std::span<const Episode> episodes, const DayWeights& weights);

/// Fewer than three episodes are no rhythm yet.
[[nodiscard]] inline bool has_rhythm(const Rhythm& rhythm) {
  return rhythm.gaps >= 2;
}

}  // namespace rapport
