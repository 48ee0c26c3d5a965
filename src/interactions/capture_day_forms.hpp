// The ways in which a day can be written, one function each, and what they share. Used by capture_dates.cpp
// and its neighbours alone; everybody else asks read_day.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "interactions/capture_dates.hpp"

namespace rapport::capture::days {

using Words = std::span<const Word>;
using Read = std::optional<DayRead>;

template <std::size_t N>
[[nodiscard]] bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

[[nodiscard]] std::optional<Weekday> weekday_of(std::string_view folded);
[[nodiscard]] std::optional<unsigned> month_of(std::string_view folded);
/// 9, 9th; one or two digits, whether a month has such a day or not.
[[nodiscard]] std::optional<unsigned> day_number(std::string_view folded);
/// A year of four digits at `i`, unless it counts something.
[[nodiscard]] std::optional<int> year_at(Words words, std::size_t i);
/// A line end, sign or figure follows: words that are days and also English ("sat", "may") are read in small
/// letters only there.
[[nodiscard]] bool stands_free(Words words, std::size_t used);

[[nodiscard]] Date monday_of(Date day);
[[nodiscard]] Date month_begin(Date day);
[[nodiscard]] Date month_end(Date day);
/// The first day of a month by name: the latest that has begun, or the next that has not ended.
[[nodiscard]] Date named_month(unsigned month, std::optional<int> year, Looking looking, Date today);

/// Words that look like a day and are none.
[[nodiscard]] DayRead plain(std::size_t words);
/// That day, or plain where nobody could mean it.
[[nodiscard]] DayRead taken(std::size_t words, Date day, Looking looking, Date today,
                            Precision precision = Precision::day);
/// A form that makes sense in one direction only; in the other it stays text.
[[nodiscard]] DayRead taken_if(bool is_right, std::size_t words, Date day, Looking looking, Date today,
                               Precision precision = Precision::day);

// The forms. Each gets a phrase that is not empty.
[[nodiscard]] Read figures(Words words, Looking looking, Date today);
[[nodiscard]] Read day_and_month(Words words, Looking looking, Date today);
[[nodiscard]] Read month_and_day(Words words, Looking looking, Date today);
[[nodiscard]] Read month_alone(Words words, Looking looking, Date today);
[[nodiscard]] Read weekday(Words words, Looking looking, Date today);
[[nodiscard]] Read named_day(Words words, Looking looking, Date today);
[[nodiscard]] Read span_ago(Words words, Looking looking, Date today);
[[nodiscard]] Read span_ahead(Words words, Looking looking, Date today);
[[nodiscard]] Read whole_period(Words words, Looking looking, Date today);
[[nodiscard]] Read period_end(Words words, Looking looking, Date today);
[[nodiscard]] Read day_of_month(Words words, Looking looking, Date today);

}  // namespace rapport::capture::days
