// Calendar dates: reading, printing, counting and saying them. Zones are in instant.cpp.
#include "base/date.hpp"

#include <algorithm>
#include <array>

namespace rapport {
namespace {

namespace chr = std::chrono;

constexpr int first_year = 1000;
constexpr int last_year = 9999;

constexpr std::array<std::string_view, 7> weekday_names = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                           "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 12> month_names = {"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};

chr::year_month_day calendar(std::int32_t days) {
  return chr::year_month_day(chr::sys_days(chr::days(days)));
}

/// The number that exactly these digits write, or -1.
int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

/// Writes `value` with as many digits as there is room, leading zeros included.
void write_number(char* place, int width, unsigned value) {
  for (int i = width - 1; i >= 0; --i, value /= 10) place[i] = static_cast<char>('0' + value % 10);
}

int months_between(Date earlier, Date later) {
  const int calendar_months = (later.year() - earlier.year()) * 12 + static_cast<int>(later.month()) -
                              static_cast<int>(earlier.month());
  return later < earlier.plus_months(calendar_months) ? calendar_months - 1 : calendar_months;
}

std::string counted(int count, std::string_view unit) {
  return std::to_string(count) + ' ' + std::string(unit) + (count == 1 ? "" : "s");
}

/// Days up to 13, weeks until two months are full, months until two years are, then years: all whole, none
/// rounded up.
std::string span_words(Date earlier, Date later) {
  constexpr int last_counted_day = 13;
  constexpr int first_counted_month = 2;
  constexpr int first_month_of_years = 24;
  const int days = later - earlier;
  if (days <= last_counted_day) return counted(days, "day");
  const int months = months_between(earlier, later);
  if (months < first_counted_month) return counted(days / 7, "week");
  if (months < first_month_of_years) return counted(months, "month");
  return counted(months / 12, "year");
}

}  // namespace

std::optional<Date> Date::of(int year, unsigned month, unsigned day) {
  if (year < first_year || year > last_year || month > 12 || day > 31) return std::nullopt;
  const chr::year_month_day date{chr::year(year), chr::month(month), chr::day(day)};
  if (!date.ok()) return std::nullopt;
  return Date(chr::sys_days(date));
}

std::optional<Date> Date::parse_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const int year = number(text.substr(0, 4));
  const int month = number(text.substr(5, 2));
  const int day = number(text.substr(8, 2));
  if (year < 0 || month < 0 || day < 0) return std::nullopt;
  return of(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

int Date::year() const {
  return static_cast<int>(calendar(days_).year());
}
unsigned Date::month() const {
  return static_cast<unsigned>(calendar(days_).month());
}
unsigned Date::day() const {
  return static_cast<unsigned>(calendar(days_).day());
}

Weekday Date::weekday() const {
  const chr::weekday weekday{chr::sys_days(chr::days(days_))};
  return static_cast<Weekday>(weekday.iso_encoding() - 1);
}

Date Date::plus_months(int count) const {
  const auto date = calendar(days_);
  const auto month = chr::year_month(date.year(), date.month()) + chr::months(count);
  const auto last = chr::year_month_day_last(month.year(), chr::month_day_last(month.month())).day();
  return Date(chr::sys_days(month / std::min(date.day(), last)));
}

void Date::write_iso(char* ten_characters) const {
  const auto date = calendar(days_);
  write_number(ten_characters, 4, static_cast<unsigned>(static_cast<int>(date.year())));
  ten_characters[4] = '-';
  write_number(ten_characters + 5, 2, static_cast<unsigned>(date.month()));
  ten_characters[7] = '-';
  write_number(ten_characters + 8, 2, static_cast<unsigned>(date.day()));
}

std::string Date::iso() const {
  std::string text(10, '0');
  write_iso(text.data());
  return text;
}

std::string_view weekday_name(Weekday weekday) {
  return weekday_names[static_cast<std::size_t>(weekday)];
}
std::string_view month_name(unsigned month) {
  return month_names.at(month - 1);
}

std::string long_words(Date date, Date today) {
  std::string words(weekday_name(date.weekday()));
  words += ' ' + std::to_string(date.day()) + ' ';
  words += month_name(date.month());
  if (date.year() != today.year()) words += ' ' + std::to_string(date.year());
  return words;
}

std::string short_words(Date date, Date today) {
  std::string words = std::to_string(date.day()) + ' ';
  words += month_name(date.month()).substr(0, 3);
  if (date.year() != today.year()) words += ' ' + std::to_string(date.year());
  return words;
}

std::string relative_words(Date date, Date today) {
  if (date == today) return "today";
  if (date == today.plus_days(-1)) return "yesterday";
  if (date == today.plus_days(1)) return "tomorrow";
  return date < today ? span_words(date, today) + " ago" : "in " + span_words(today, date);
}

}  // namespace rapport
