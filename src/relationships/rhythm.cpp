// Episodes and the gaps between them.
#include "relationships/rhythm.hpp"

#include <algorithm>
#include <cmath>

namespace rapport {
namespace {

constexpr int years_before = 6;
constexpr int years_after = 2;

}  // namespace

std::vector<Episode> episodes_of(std::span<const Date> days) {
  std::vector<Date> sorted(days.begin(), days.end());
  std::ranges::sort(sorted);
  std::vector<Episode> episodes;
  for (const auto day : sorted) {
    if (!episodes.empty() && day - episodes.back().last_on <= episode_days)
      episodes.back().last_on = day;
    else
      episodes.push_back({day, day});
  }
  return episodes;
}

DayWeights::DayWeights(std::span<const CalendarPeriod> periods, Date from, Date to, AcademicYears years)
    : periods_(periods.begin(), periods.end()), years_(std::move(years)), from_(from) {
  std::int64_t sum = 0;
  for (auto day = from; day <= to; day = day.plus_days(1)) sums_.push_back(sum += weight(day));
}

DayWeights DayWeights::around(std::span<const CalendarPeriod> periods, Date today,
                              const AcademicYears& years) {
  return {periods, today.plus_months(-12 * years_before), today.plus_months(12 * years_after), years};
}

std::int64_t DayWeights::weight(Date date) const {
  return std::llround(weight_of(periods_, date, years_) * 100);
}

/// From the day before `from_` on; negative before that, so that differences are right everywhere.
std::int64_t DayWeights::sum_until(Date date) const {
  const auto count = static_cast<int>(sums_.size());
  const int place = date - from_;
  if (place >= 0 && place < count) return sums_[static_cast<std::size_t>(place)];
  std::int64_t sum = place >= count && count > 0 ? sums_.back() : 0;
  for (auto day = from_.plus_days(count); day <= date; day = day.plus_days(1)) sum += weight(day);
  for (auto day = from_.plus_days(-1); day > date; day = day.plus_days(-1)) sum -= weight(day);
  return sum;
}

std::int64_t DayWeights::hundredths(Date from, Date to) const {
  return to <= from ? 0 : sum_until(to) - sum_until(from);
}

Date DayWeights::first_beyond(Date from, int times, std::int64_t hundredths, Date latest) const {
  int low = 0;  // not yet beyond
  int high = latest - from;
  while (high - low > 1) {
    const int middle = (low + high) / 2;
    (times * this->hundredths(from, from.plus_days(middle)) > hundredths ? high : low) = middle;
  }
  return from.plus_days(std::max(high, 1));
}

Rhythm rhythm_of(std::span<const Episode> episodes, const DayWeights& weights) {
  Rhythm rhythm;
  if (episodes.empty()) return rhythm;
  rhythm.last_on = episodes.back().last_on;
  rhythm.gaps = static_cast<int>(std::min<std::size_t>(episodes.size() - 1, gaps_max));
  for (auto i = episodes.size() - static_cast<std::size_t>(rhythm.gaps); i < episodes.size(); ++i) {
    rhythm.gap_hundredths += weights.hundredths(episodes[i - 1].last_on, episodes[i].first_on);
    rhythm.gap_days += episodes[i].first_on - episodes[i - 1].last_on;
  }
  return rhythm;
}

}  // namespace rapport
