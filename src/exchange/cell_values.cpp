// Cells to values.
#include "exchange/cell_values.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.hpp"

namespace rapport::exchange {
namespace {

constexpr std::array<std::string_view, 16> titles{"dr",        "prof",
                                                  "professor", "mr",
                                                  "mrs",       "ms",
                                                  "miss",      "mx",
                                                  "sir",       "dame",
                                                  "rev",       "lord",
                                                  "lady",      "associate professor",
                                                  "doctor",    "emeritus professor"};

std::optional<int> number_of(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return number;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::optional<int> month_of(std::string_view word) {
  if (const auto number = number_of(word)) return number;
  if (word.size() < 3) return std::nullopt;
  for (unsigned month = 1; month <= 12; ++month)
    if (fold(month_name(month)).starts_with(word)) return static_cast<int>(month);
  return word == "sept" ? std::optional(9) : std::nullopt;
}

/// "3rd" -> 3
std::optional<int> day_of(std::string_view word) {
  for (const std::string_view ending : {"st", "nd", "rd", "th"})
    if (word.ends_with(ending)) word.remove_suffix(2);
  return number_of(word);
}

std::optional<Date> from_serial(std::string_view text) {
  const auto serial = number_of(text);
  if (text.size() != 5 || !serial || *serial < 20'000 || *serial > 80'000) return std::nullopt;
  constexpr int serial_of_1970 = 25'569;  // Excel counts from 30 December 1899
  return Date::from_days(*serial - serial_of_1970);
}

std::vector<std::string> parts_of_date(std::string_view text) {
  std::vector<std::string> parts(1);
  for (const char c : fold(text)) {
    const bool parts_here = c == '/' || c == '.' || c == '-' || c == ' ' || c == ',';
    if (!parts_here)
      parts.back() += c;
    else if (!parts.back().empty())
      parts.emplace_back();
  }
  if (parts.back().empty()) parts.pop_back();
  // "Mon 3 Nov 2026": the weekday says nothing new. "2026-11-03 10:00": nor does the time.
  if (parts.size() == 4 && !parts.front().empty() && !is_digit(parts.front()[0])) parts.erase(parts.begin());
  if (parts.size() == 4 && parts.back().find(':') != std::string::npos) parts.pop_back();
  return parts;
}

std::optional<Date> from_day_month_year(const std::vector<std::string>& parts) {
  if (parts.size() != 3) return std::nullopt;
  const auto day = day_of(parts[0]);
  const auto month = month_of(parts[1]);
  auto year = number_of(parts[2]);
  if (!day || !month || !year || *day < 1 || *month < 1) return std::nullopt;
  if (parts[2].size() == 2) *year += 2000;
  return Date::of(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

void add_part(std::vector<std::string>& parts, std::string_view part) {
  auto tidied = tidy_line(part);
  if (!tidied.empty()) parts.push_back(std::move(tidied));
}

}  // namespace

Result<Date> read_date(std::string_view text) {
  text = trim(text);
  if (text.size() >= 10)
    if (const auto date = Date::parse_iso(text.substr(0, 10));
        date && (text.size() == 10 || text[10] == 'T' || text[10] == ' '))
      return *date;
  if (const auto date = from_serial(text)) return *date;
  if (const auto date = from_day_month_year(parts_of_date(text))) return *date;
  return invalid("date",
                 "“" + shorten(text, 30) +
                     "” is not a day of the calendar. Write the day before the month, as 13/11/2026.");
}

std::optional<int> read_minutes(std::string_view text) {
  const auto folded = fold(text);
  double value = 0;
  int minutes = 0;
  bool has_number = false;
  std::size_t i = 0;
  while (i < folded.size()) {
    if (folded[i] == ' ') {
      ++i;
      continue;
    }
    const auto [end, error] = std::from_chars(folded.data() + i, folded.data() + folded.size(), value);
    if (error != std::errc() || value < 0 || value > 10'080) return std::nullopt;
    i = static_cast<std::size_t>(end - folded.data());
    while (i < folded.size() && folded[i] == ' ') ++i;
    const auto unit_begin = i;
    while (i < folded.size() && !is_digit(folded[i]) && folded[i] != ' ') ++i;
    const auto unit = std::string_view(folded).substr(unit_begin, i - unit_begin);
    const bool is_hours =
        unit == "h" || unit == "hr" || unit == "hrs" || unit == "hour" || unit == "hours" || unit == ":";
    const bool is_minutes = unit.empty() || unit == "m" || unit == "min" || unit == "mins" ||
                            unit == "minutes" || unit == "minute";
    if (!is_hours && !is_minutes) return std::nullopt;
    minutes += static_cast<int>(is_hours ? value * 60 : value);
    has_number = true;
  }
  return has_number ? std::optional(minutes) : std::nullopt;
}

NameParts read_name(std::string_view text) {
  auto name = tidy_line(text);
  if (const auto comma = name.find(','); comma != std::string::npos && comma == name.rfind(','))
    name = tidy_line(name.substr(comma + 1) + " " + name.substr(0, comma));
  NameParts parts;
  const auto blank = name.find(' ');
  auto first = fold(name.substr(0, blank));
  if (first.ends_with('.')) first.pop_back();
  if (blank != std::string::npos && std::ranges::find(titles, first) != titles.end()) {
    parts.title = name.substr(0, blank);
    name = name.substr(blank + 1);
  }
  parts.full_name = std::move(name);
  return parts;
}

std::vector<std::string> read_names(std::string_view text) {
  std::vector<std::string> names;
  std::size_t begin = 0;
  std::size_t i = 0;
  while (i < text.size()) {
    const auto rest = text.substr(i);
    const std::size_t width = rest[0] == ';' || rest[0] == '\n' || rest[0] == '&' ? 1
                              : rest.starts_with(" and ")                         ? 5
                                                                                  : 0;
    if (width == 0) {
      ++i;
      continue;
    }
    add_part(names, text.substr(begin, i - begin));
    begin = i = i + width;
  }
  add_part(names, text.substr(begin));
  return names;
}

std::vector<std::string> read_list(std::string_view text) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] != ';' && text[i] != ',' && text[i] != '\n') continue;
    auto part = trim(text.substr(begin, i - begin));
    while (part.starts_with('#')) part.remove_prefix(1);
    add_part(parts, part);
    begin = i + 1;
  }
  return parts;
}

}  // namespace rapport::exchange
