// Numbers in the words of a capture line: how long, how many came. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "interactions/capture_words.hpp"

namespace rapport::capture {

/// A number read from the first `words` of a phrase; nothing in `amount` where they look like one but must
/// stay text.
struct AmountRead {
  std::size_t words = 0;
  std::optional<int> amount = {};
};

/// 10m, 2h, 45 min, 1h30, 1.5h, 90mins, half an hour, an hour and a half; minutes, from 1 to a week. "10
/// minutes late" and "2 hours ago" are no lengths.
[[nodiscard]] std::optional<AmountRead> read_length(std::span<const Word> words);
/// 64 students, 1,200 people, 12 attendees; from 1 to 100,000.
[[nodiscard]] std::optional<AmountRead> read_attendees(std::span<const Word> words);

/// Digits only, at most nine of them.
[[nodiscard]] std::optional<int> whole_number(std::string_view text);
/// Digits, or a word from "a" to "twelve".
[[nodiscard]] std::optional<int> small_count(std::string_view folded);
/// What a number may count in this line: min, hours, students …
[[nodiscard]] bool is_counted(std::string_view folded);

}  // namespace rapport::capture
