// Tries the forms of a day in turn, and holds what they share.
#include "interactions/capture_dates.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "interactions/capture_amounts.hpp"
#include "interactions/capture_day_forms.hpp"

namespace rapport::capture {
namespace days {
namespace {

constexpr int first_plausible_year = 1950;
constexpr int plausible_months_ahead = 60;

constexpr std::array<std::pair<std::string_view, Weekday>, 18> weekday_words{
    {{"mon", Weekday::monday},
     {"monday", Weekday::monday},
     {"tue", Weekday::tuesday},
     {"tues", Weekday::tuesday},
     {"tuesday", Weekday::tuesday},
     {"wed", Weekday::wednesday},
     {"weds", Weekday::wednesday},
     {"wednesday", Weekday::wednesday},
     {"thu", Weekday::thursday},
     {"thur", Weekday::thursday},
     {"thurs", Weekday::thursday},
     {"thursday", Weekday::thursday},
     {"fri", Weekday::friday},
     {"friday", Weekday::friday},
     {"sat", Weekday::saturday},
     {"saturday", Weekday::saturday},
     {"sun", Weekday::sunday},
     {"sunday", Weekday::sunday}}};

constexpr std::array<std::pair<std::string_view, unsigned>, 24> month_words{
    {{"jan", 1},  {"january", 1},  {"feb", 2},    {"february", 2},  {"mar", 3},  {"march", 3},
     {"apr", 4},  {"april", 4},    {"may", 5},    {"jun", 6},       {"june", 6}, {"jul", 7},
     {"july", 7}, {"aug", 8},      {"august", 8}, {"sep", 9},       {"sept", 9}, {"september", 9},
     {"oct", 10}, {"october", 10}, {"nov", 11},   {"november", 11}, {"dec", 12}, {"december", 12}}};

/// Whether somebody could mean that day.
bool is_plausible(Date day, Looking looking, Date today) {
  if (day > today.plus_months(plausible_months_ahead)) return false;
  return looking == Looking::forward ? day >= today : day.year() >= first_plausible_year;
}

}  // namespace

std::optional<Weekday> weekday_of(std::string_view folded) {
  for (const auto& [word, day] : weekday_words)
    if (word == folded) return day;
  return std::nullopt;
}
std::optional<unsigned> month_of(std::string_view folded) {
  for (const auto& [word, month] : month_words)
    if (word == folded) return month;
  return std::nullopt;
}

std::optional<unsigned> day_number(std::string_view folded) {
  const auto digits_end = std::min(folded.find_first_not_of("0123456789"), folded.size());
  const auto ending = folded.substr(digits_end);
  if (!ending.empty() && !is_one_of(std::array<std::string_view, 4>{"st", "nd", "rd", "th"}, ending))
    return std::nullopt;
  const auto number = whole_number(folded.substr(0, digits_end));
  if (!number || digits_end > 2) return std::nullopt;
  return static_cast<unsigned>(*number);
}

std::optional<int> year_at(Words words, std::size_t i) {
  const auto folded = word_at(words, i);
  if (folded.size() != 4 || is_counted(word_at(words, i + 1))) return std::nullopt;
  return whole_number(folded);
}

bool stands_free(Words words, std::size_t used) {
  if (used >= words.size()) return true;
  const char c = words[used].core.empty() ? ' ' : words[used].core.front();
  return words[used - 1].is_cut_off() || (c >= '0' && c <= '9');
}

Date monday_of(Date day) {
  return day.plus_days(-static_cast<int>(day.weekday()));
}
Date month_begin(Date day) {
  return day.plus_days(1 - static_cast<int>(day.day()));
}
Date month_end(Date day) {
  return month_begin(day).plus_months(1).plus_days(-1);
}

Date named_month(unsigned month, std::optional<int> year, Looking looking, Date today) {
  int of_year = today.year();
  if (year)
    of_year = *year;
  else if (looking == Looking::back && month > today.month())
    --of_year;
  else if (looking == Looking::forward && month < today.month())
    ++of_year;
  return Date::of(of_year, month, 1).value_or(Date::of(1000, 1, 1).value());
}

DayRead plain(std::size_t words) {
  return {.words = words, .day = std::nullopt};
}
DayRead taken(std::size_t words, Date day, Looking looking, Date today, Precision precision) {
  if (!is_plausible(day, looking, today)) return plain(words);
  return {.words = words, .day = day, .precision = looking == Looking::forward ? Precision::day : precision};
}
DayRead taken_if(bool is_right, std::size_t words, Date day, Looking looking, Date today,
                 Precision precision) {
  return is_right ? taken(words, day, looking, today, precision) : plain(words);
}

}  // namespace days

std::optional<DayRead> read_day(std::span<const Word> all, Looking looking, Date today) {
  const auto words = phrase(all, 7);
  if (words.empty() || words[0].folded.empty()) return std::nullopt;
  using namespace days;
  for (const auto form : {figures, day_and_month, month_and_day, month_alone, weekday, named_day, span_ago,
                          span_ahead, whole_period, period_end, day_of_month})
    if (auto read = form(words, looking, today)) return read;
  return std::nullopt;
}

bool is_calendar_word(std::string_view folded) {
  return is_day_or_month(folded) || days::day_number(folded).has_value();
}
bool is_day_or_month(std::string_view folded) {
  return days::weekday_of(folded).has_value() || days::month_of(folded).has_value();
}

}  // namespace rapport::capture
