// Lengths and head counts.
#include "interactions/capture_amounts.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace rapport::capture {
namespace {

constexpr int minutes_of_a_week = 7 * 24 * 60;

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

/// How many minutes the unit has, 0 for none. A capital M is a million, not a minute.
int minutes_of_unit(std::string_view unit) {
  constexpr std::array<std::string_view, 6> minutes{"m", "min", "mins", "minute", "minutes", "mn"};
  constexpr std::array<std::string_view, 7> hours{"h", "hr", "hrs", "hour", "hours", "H", "Hours"};
  constexpr std::array<std::string_view, 3> capitals{"Min", "Mins", "Minutes"};
  if (is_one_of(minutes, unit) || is_one_of(capitals, unit)) return 1;
  return is_one_of(hours, unit) ? 60 : 0;
}

bool is_head(std::string_view folded) {
  constexpr std::array<std::string_view, 10> heads{"students", "student",      "people",      "attendees",
                                                   "attendee", "participants", "participant", "delegates",
                                                   "delegate", "learners"};
  return is_one_of(heads, folded);
}

/// "10 minutes late" tells of something else than a length.
bool turns_away(std::string_view folded) {
  constexpr std::array<std::string_view, 9> words{"ago",  "later", "late",   "early",  "before",
                                                  "away", "walk",  "behind", "overdue"};
  return is_one_of(words, folded);
}

struct Number {
  double value = 0;
  std::string_view rest;
};

double fraction_at(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, double>, 3> fractions{{{"½", .5}, {"¼", .25}, {"¾", .75}}};
  for (const auto& [sign, value] : fractions)
    if (text.starts_with(sign)) return value;
  return 0;
}

/// 90, 1.5, 1,5, 1½, ½ at the beginning of `text`.
std::optional<Number> number_at(std::string_view text) {
  const auto digits_end = std::min(text.find_first_not_of("0123456789"), text.size());
  if (digits_end > 6) return std::nullopt;
  Number number;
  if (digits_end > 0) number.value = whole_number(text.substr(0, digits_end)).value_or(0);
  auto rest = text.substr(digits_end);
  if (const auto part = fraction_at(rest); part > 0)
    return Number{number.value + part, rest.substr(std::string_view("½").size())};
  const bool has_decimals =
      rest.size() > 1 && (rest[0] == '.' || rest[0] == ',') && rest[1] >= '0' && rest[1] <= '9';
  if (digits_end == 0 && !(has_decimals && rest[0] == '.')) return std::nullopt;
  if (has_decimals) {
    const auto end = std::min(rest.find_first_not_of("0123456789", 1), rest.size());
    double scale = 1;
    for (const char c : rest.substr(1, std::min<std::size_t>(end - 1, 4)))
      number.value += (c - '0') * (scale /= 10);
    rest = rest.substr(end);
  }
  number.rest = rest;
  return number;
}

std::optional<int> minutes_of(double number, int unit) {
  const double minutes = std::round(number * unit);
  if (minutes < 1 || minutes > minutes_of_a_week) return std::nullopt;
  return static_cast<int>(minutes);
}

/// 10m, 1h30, 1h30m, 30-minute: all in one word.
std::optional<AmountRead> glued_length(std::span<const Word> words) {
  const auto number = number_at(words[0].core);
  if (!number || number->rest.empty()) return std::nullopt;
  auto unit = number->rest;
  if (unit.starts_with('-') && unit.size() > 2) unit.remove_prefix(1);
  if (const int minutes = minutes_of_unit(unit); minutes > 0) {
    const auto length = minutes_of(number->value, minutes);
    const auto second = words.size() > 1 ? number_at(words[1].core) : std::nullopt;
    const bool has_minutes = minutes == 60 && second && minutes_of_unit(second->rest) == 1;
    if (length && has_minutes) return AmountRead{2, *length + static_cast<int>(second->value)};
    return AmountRead{1, length};
  }
  if (unit[0] != 'h' && unit[0] != 'H') return std::nullopt;
  const auto second = number_at(unit.substr(1));
  if (!second || second->value >= 60 || (!second->rest.empty() && minutes_of_unit(second->rest) != 1))
    return std::nullopt;
  return AmountRead{1, minutes_of(number->value + second->value / 60, 60)};
}

/// "1 hour 30", "1 hour and 30 minutes", "2 hours and a half": the words and minutes that follow the hours.
std::pair<std::size_t, int> after_hours(std::span<const Word> words) {
  const std::size_t skip = word_at(words, 0) == "and" ? 1 : 0;
  if (skip == 1 && word_at(words, 1) == "a" && word_at(words, 2) == "half") return {3, 30};
  if (words.size() <= skip) return {0, 0};
  const auto number = number_at(words[skip].core);
  if (!number || number->value >= 60) return {0, 0};
  if (minutes_of_unit(number->rest) == 1) return {skip + 1, static_cast<int>(number->value)};
  if (number->rest.empty() && minutes_of_unit(word_at(words, skip + 1)) == 1)
    return {skip + 2, static_cast<int>(number->value)};
  return {0, 0};
}

/// 45 min, two hours, 1 hour 30 min, an hour and a half.
std::optional<AmountRead> parted_length(std::span<const Word> words) {
  if (words.size() < 2) return std::nullopt;
  auto number = number_at(words[0].core);
  if (number && !number->rest.empty()) return std::nullopt;
  if (!number) {
    const auto count = small_count(words[0].folded);
    if (!count) return std::nullopt;
    number = Number{static_cast<double>(*count), {}};
  }
  std::size_t used = 1;
  if (word_at(words, 1) == "and" && word_at(words, 2) == "a" && word_at(words, 3) == "half") {
    number->value += .5;
    used = 4;
  }
  const int unit = used < words.size() ? minutes_of_unit(words[used].core) : 0;
  const bool is_idle = words[0].folded == "a" || words[used < words.size() ? used : 0].core == "m";
  if (unit == 0 || (unit == 1 && is_idle && !whole_number(words[0].core)))
    return std::nullopt;  // "in a minute"
  auto length = minutes_of(number->value, unit);
  ++used;
  if (unit == 60 && length) {
    const auto [more_words, more_minutes] = after_hours(words.subspan(used));
    used += more_words;
    *length += more_minutes;
  }
  return AmountRead{used, length};
}

bool begins_with(std::span<const Word> words, std::initializer_list<std::string_view> wanted) {
  std::size_t i = 0;
  return std::ranges::all_of(wanted, [&](std::string_view word) { return word_at(words, i++) == word; });
}

/// Half an hour and its kin.
std::optional<AmountRead> spoken_length(std::span<const Word> words) {
  if (begins_with(words, {"half", "an", "hour"})) return AmountRead{3, 30};
  if (begins_with(words, {"half", "hour"}) || begins_with(words, {"1/2", "hour"})) return AmountRead{2, 30};
  if (begins_with(words, {"half-hour"})) return AmountRead{1, 30};
  if (begins_with(words, {"quarter", "of", "an", "hour"})) return AmountRead{4, 15};
  if (begins_with(words, {"three", "quarters", "of", "an", "hour"})) return AmountRead{5, 45};
  return std::nullopt;
}

}  // namespace

std::optional<int> whole_number(std::string_view text) {
  if (text.empty() || text.size() > 9 || text.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::optional<int> small_count(std::string_view folded) {
  constexpr std::array<std::pair<std::string_view, int>, 20> counts{
      {{"a", 1},       {"an", 1},      {"one", 1},     {"two", 2},     {"three", 3},
       {"four", 4},    {"five", 5},    {"six", 6},     {"seven", 7},   {"eight", 8},
       {"nine", 9},    {"ten", 10},    {"eleven", 11}, {"twelve", 12}, {"fifteen", 15},
       {"twenty", 20}, {"thirty", 30}, {"forty", 40},  {"fifty", 50},  {"ninety", 90}}};
  if (const auto number = whole_number(folded)) return number;
  for (const auto& [word, value] : counts)
    if (word == folded) return value;
  return std::nullopt;
}

bool is_counted(std::string_view folded) {
  return is_head(folded) || minutes_of_unit(folded) > 0;
}

std::optional<AmountRead> read_length(std::span<const Word> all) {
  const auto words = phrase(all, 8);
  if (words.empty()) return std::nullopt;
  auto read = glued_length(words);
  if (!read) read = spoken_length(words);
  if (!read) read = parted_length(words);
  if (read && turns_away(word_at(words, read->words))) read->amount.reset();
  return read;
}

std::optional<AmountRead> read_attendees(std::span<const Word> all) {
  const auto words = phrase(all, 2);
  if (words.empty()) return std::nullopt;
  const auto core = words[0].core;
  const auto digits_end = std::min(core.find_first_not_of("0123456789,"), core.size());
  std::string digits;
  for (const char c : core.substr(0, digits_end))
    if (c != ',') digits += c;
  const auto count = whole_number(digits);
  if (!count || core[0] == ',' || core[digits_end - 1] == ',') return std::nullopt;
  const bool is_glued = digits_end < core.size();
  if (!is_head(is_glued ? std::string_view(words[0].folded).substr(digits_end) : word_at(words, 1)))
    return std::nullopt;
  const auto amount = *count >= 1 && *count <= 100'000 ? count : std::nullopt;
  return AmountRead{is_glued ? std::size_t{1} : std::size_t{2}, amount};
}

}  // namespace rapport::capture
