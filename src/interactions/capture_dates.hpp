// Days and times in the words of a capture line. Pure: today is handed in. Day before month, always.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "base/date.hpp"
#include "base/instant.hpp"
#include "interactions/capture_words.hpp"
#include "interactions/interaction.hpp"

namespace rapport::capture {

/// Conversations lie behind, promises ahead: on Thursday 12 November 2026 `Tue` is the 10th looking back and
/// the 17th looking forward. `Thu` is today looking back (now is when most lines are written) and the 19th
/// looking forward (whoever means today says so).
enum class Looking { back, forward };

/// What the first `words` of a phrase say. Without a day they look like one that the calendar does not have
/// or that nobody means (30 Feb, 9 Nov 1890): they stay plain text and are not read again.
struct DayRead {
  std::size_t words = 0;
  std::optional<Date> day = {};
  Precision precision =
      Precision::day;  ///< week: its Monday; month: its first day. Looking forward always day
};
/// Looking back may give a day to come where the words say so themselves ("tomorrow", "next Tue", an explicit
/// year). Looking forward gives the last day that keeps the promise: "next week" is its Friday, "in December"
/// the 31st.
[[nodiscard]] std::optional<DayRead> read_day(std::span<const Word> words, Looking looking, Date today);

struct TimeRead {
  std::size_t words = 0;
  TimeOfDay time;
};
/// 10:30, 3pm, at 3.15 pm, at noon. Hours 1 to 6 without am, pm or a leading zero are in the afternoon.
[[nodiscard]] std::optional<TimeRead> read_time(std::span<const Word> words);

/// A weekday, a month, a number or an ordinal: a comma behind it does not end a date.
[[nodiscard]] bool is_calendar_word(std::string_view folded);
/// "Tue", "November": never part of a name that nobody has.
[[nodiscard]] bool is_day_or_month(std::string_view folded);

}  // namespace rapport::capture
