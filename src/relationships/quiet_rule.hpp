// When somebody counts as gone quiet, and in which words that is said (product.md, Gone quiet). Pure: days
// in, days and words out. Promises, appointments and what colleagues answered are looked at by quiet.hpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "relationships/rhythm.hpp"

namespace rapport {

enum class Quietness { in_touch, worth_a_hello, gone_quiet };
[[nodiscard]] std::string_view words(Quietness quietness);  ///< "In touch", "Worth a hello", "Gone quiet"

/// Levels 0 and 1 of the ladder are given longer where there is no rhythm yet.
enum class Closeness { met, in_touch };

inline constexpr int hello_factor = 2;
inline constexpr int quiet_factor = 3;
inline constexpr int quiet_days_min = 15;   ///< term-weighted
inline constexpr int quiet_days_max = 180;  ///< of the calendar
inline constexpr int quiet_days_max_before_touch =
    360;  ///< of the calendar, at levels 0 and 1 without a rhythm

/// The days from which somebody is worth a hello and has gone quiet, unless there is contact before. Both are
/// the same day where there is no rhythm: twice the usual gap is only said of a usual gap.
struct QuietDates {
  Date hello_on = {};
  Date quiet_on = {};

  friend bool operator==(const QuietDates&, const QuietDates&) = default;
};
/// Nothing where there was no two-way contact. Since the last one, more than max(15, 3 × the mean gap)
/// term-weighted days (2 × for a hello), or more than 180 calendar days; without a rhythm only 180, or 360 at
/// levels 0 and 1.
[[nodiscard]] std::optional<QuietDates> quiet_dates(const Rhythm& rhythm, const DayWeights& weights,
                                                    Closeness closeness);
/// Gone quiet from `quiet_on` on, worth a hello from `hello_on` on.
[[nodiscard]] Quietness quietness_on(const QuietDates& dates, Date day);

/// "weekly", "fortnightly", "monthly", "every six weeks", "yearly": a mean gap in calendar days.
[[nodiscard]] std::string rhythm_words(double days);
/// "Monthly until August, 11 weeks now"; "Spoke once, in March, seven months now" where there is no rhythm;
/// empty where nobody spoke.
[[nodiscard]] std::string silence_words(const Rhythm& rhythm, Date today);
/// "Gone quiet, 11 weeks", for a card that has one line.
[[nodiscard]] std::string short_silence_words(Quietness quietness, Date last_on, Date today);

/// The rule as a paragraph, as it stands in product.md.
[[nodiscard]] std::string_view quiet_rule_words();
/// "4.5" of 450 hundredths of a day, "12" of 1,200.
[[nodiscard]] std::string term_days_words(std::int64_t hundredths);

}  // namespace rapport
