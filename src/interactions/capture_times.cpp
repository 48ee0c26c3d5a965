// Times of day in the words of a capture line.
#include "base/text.hpp"
#include "interactions/capture_amounts.hpp"
#include "interactions/capture_dates.hpp"

namespace rapport::capture {
namespace {

/// 9:30, 0930 is none; `separator` is : or .
std::optional<TimeOfDay> clock_time(std::string_view text, char separator) {
  const auto parts = split(text, separator);
  if (parts.size() != 2 || parts[0].empty() || parts[0].size() > 2 || parts[1].size() != 2)
    return std::nullopt;
  const auto hours = whole_number(parts[0]);
  const auto minutes = whole_number(parts[1]);
  if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  return TimeOfDay{*hours * 60 + *minutes};
}

std::optional<TimeOfDay> in_half(std::optional<TimeOfDay> time, bool is_afternoon) {
  if (!time || time->minutes < 60 || time->minutes >= 13 * 60) return std::nullopt;
  return TimeOfDay{time->minutes % (12 * 60) + (is_afternoon ? 12 * 60 : 0)};
}

std::optional<TimeOfDay> twelve_hour_time(std::string_view digits, std::string_view half) {
  if (half != "am" && half != "pm") return std::nullopt;
  auto time = clock_time(digits, ':');
  if (!time) time = clock_time(digits, '.');
  if (!time && digits.size() <= 2)
    if (const auto hours = whole_number(digits)) time = TimeOfDay{*hours * 60};
  return in_half(time, half == "pm");
}

/// In an office 3:15 is in the afternoon.
TimeOfDay in_working_hours(TimeOfDay time, std::string_view text) {
  const bool is_short = text[0] >= '1' && text[0] <= '6' && (text[1] == ':' || text[1] == '.');
  return is_short ? TimeOfDay{time.minutes + 12 * 60} : time;
}

}  // namespace

std::optional<TimeRead> read_time(std::span<const Word> all) {
  const auto words = phrase(all, 3);
  const std::size_t at = word_at(words, 0) == "at" ? 1 : 0;
  const auto text = word_at(words, at);
  if (text.empty()) return std::nullopt;
  if (at == 1 && (text == "noon" || text == "midday")) return TimeRead{2, {12 * 60}};
  if (text.size() > 2)
    if (const auto time = twelve_hour_time(text.substr(0, text.size() - 2), text.substr(text.size() - 2)))
      return TimeRead{at + 1, *time};
  if (!words[at].is_cut_off())
    if (const auto time = twelve_hour_time(text, word_at(words, at + 1))) return TimeRead{at + 2, *time};
  auto time = clock_time(text, ':');
  if (!time && at == 1) time = clock_time(text, '.');
  if (!time) return std::nullopt;
  return TimeRead{at + 1, in_working_hours(*time, text)};
}

}  // namespace rapport::capture
