// A calendar date in the institution's zone, and the words for it. No clock: today is handed in.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rapport {

enum class Weekday { monday, tuesday, wednesday, thursday, friday, saturday, sunday };

/// A day of the proleptic Gregorian calendar, years 1000 to 9999. Ordered; subtracting gives days.
class Date {
 public:
  constexpr Date() = default;
  constexpr explicit Date(std::chrono::sys_days days)
      : days_(static_cast<std::int32_t>(days.time_since_epoch().count())) {}

  /// The date, or nothing where the calendar has no such day (31 February).
  [[nodiscard]] static std::optional<Date> of(int year, unsigned month, unsigned day);
  /// Reads exactly `YYYY-MM-DD`; nothing for any other text or a day that does not exist.
  [[nodiscard]] static std::optional<Date> parse_iso(std::string_view text);
  /// Days since 1 January 1970; may be negative.
  [[nodiscard]] static constexpr Date from_days(std::int32_t days) {
    return Date(std::chrono::sys_days(std::chrono::days(days)));
  }

  [[nodiscard]] constexpr std::int32_t days() const { return days_; }
  [[nodiscard]] int year() const;
  [[nodiscard]] unsigned month() const;
  [[nodiscard]] unsigned day() const;
  [[nodiscard]] Weekday weekday() const;

  [[nodiscard]] constexpr Date plus_days(int count) const { return from_days(days_ + count); }
  /// The same day of another month; the last day where that month is shorter.
  [[nodiscard]] Date plus_months(int count) const;

  /// `2026-11-13`
  [[nodiscard]] std::string iso() const;
  /// Writes the ten characters of `iso()`.
  void write_iso(char* ten_characters) const;

  friend constexpr auto operator<=>(Date, Date) = default;
  friend constexpr int operator-(Date later, Date earlier) { return later.days_ - earlier.days_; }

 private:
  std::int32_t days_ = 0;
};

/// `Friday 13 November`, with the year where it is not this year's: `Friday 13 November 2025`.
[[nodiscard]] std::string long_words(Date date, Date today);
/// `13 Nov`, with the year where it is not this year's: `13 Nov 2025`.
[[nodiscard]] std::string short_words(Date date, Date today);
/// How a colleague would say it: `today`, `yesterday`, `tomorrow`, `12 days ago`, `in 3 days`,
/// `7 weeks ago`, `5 months ago`, `2 years ago`. Days up to 13, weeks until two months are full, months up
/// to 23.
[[nodiscard]] std::string relative_words(Date date, Date today);
[[nodiscard]] std::string_view weekday_name(Weekday weekday);
[[nodiscard]] std::string_view month_name(unsigned month);

}  // namespace rapport
