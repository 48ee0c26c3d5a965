// Moments in UTC and the system's time zones (date-tz on the system's tzdata).
#include "base/instant.hpp"

#include <date/tz.h>

#include <stdexcept>

namespace rapport {
namespace {

namespace chr = std::chrono;

constexpr std::int64_t milliseconds_a_day = 86'400'000;

struct Moment {
  Date date;
  std::int64_t milliseconds = 0;  // since midnight
};

/// Splits towards the past, so that moments before 1970 fall on the right day.
Moment moment_of(std::int64_t milliseconds) {
  auto days = milliseconds / milliseconds_a_day;
  auto rest = milliseconds % milliseconds_a_day;
  if (rest < 0) {
    --days;
    rest += milliseconds_a_day;
  }
  return {Date::from_days(static_cast<std::int32_t>(days)), rest};
}

void write_digits(std::string& text, std::size_t at, int width, std::int64_t value) {
  for (int i = width - 1; i >= 0; --i, value /= 10) {
    text[at + static_cast<std::size_t>(i)] = static_cast<char>('0' + value % 10);
  }
}

/// The number written by exactly `width` digits at `at`; nothing where one is not a digit.
std::optional<int> read_digits(std::string_view text, std::size_t at, std::size_t width) {
  if (text.size() < at + width) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(at, width)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

/// `12` of `:12`: the separator, then two digits not above `highest`.
std::optional<int> read_part(std::string_view text, std::size_t at, char separator, int highest) {
  if (text.size() <= at || text[at] != separator) return std::nullopt;
  const auto value = read_digits(text, at + 1, 2);
  return value && *value <= highest ? value : std::nullopt;
}

/// Nothing, or a point and three digits, before the closing `Z`.
std::optional<int> read_fraction(std::string_view rest) {
  if (rest == "Z") return 0;
  if (rest.size() != 5 || rest.front() != '.' || rest.back() != 'Z') return std::nullopt;
  return read_digits(rest, 1, 3);
}

const ::date::time_zone& zone_behind(const void* zone) {
  return *static_cast<const ::date::time_zone*>(zone);
}

const ::date::time_zone* find_zone(const std::string& name) {
  try {
    return ::date::locate_zone(name);
  } catch (const std::exception&) {
    throw std::runtime_error("The system does not know the time zone \"" + name + "\".");
  }
}

Moment local_moment(const void* zone, Instant instant) {
  const chr::sys_time<chr::milliseconds> moment{chr::milliseconds(instant.milliseconds)};
  const auto local = zone_behind(zone).to_local(moment);
  return moment_of(local.time_since_epoch().count());
}

}  // namespace

std::string Instant::iso() const {
  const auto moment = moment_of(milliseconds);
  std::string text = "0000-00-00T00:00:00.000Z";
  moment.date.write_iso(text.data());
  write_digits(text, 11, 2, moment.milliseconds / 3'600'000);
  write_digits(text, 14, 2, moment.milliseconds / 60'000 % 60);
  write_digits(text, 17, 2, moment.milliseconds / 1000 % 60);
  write_digits(text, 20, 3, moment.milliseconds % 1000);
  return text;
}

std::optional<Instant> Instant::parse_iso(std::string_view text) {
  const auto date = Date::parse_iso(text.substr(0, 10));
  const auto hour = read_part(text, 10, 'T', 23);
  const auto minute = read_part(text, 13, ':', 59);
  const auto second = read_part(text, 16, ':', 59);
  if (!date || !hour || !minute || !second) return std::nullopt;
  const auto fraction = read_fraction(text.substr(19));
  if (!fraction) return std::nullopt;
  const std::int64_t seconds = (*hour * 60 + *minute) * 60 + *second;
  return Instant{date->days() * milliseconds_a_day + seconds * 1000 + *fraction};
}

Instant system_now() {
  const auto now = chr::time_point_cast<chr::milliseconds>(chr::system_clock::now());
  return {now.time_since_epoch().count()};
}

std::string TimeOfDay::words() const {
  std::string text = "00:00";
  write_digits(text, 0, 2, minutes / 60);
  write_digits(text, 3, 2, minutes % 60);
  return text;
}

std::optional<TimeOfDay> TimeOfDay::parse(std::string_view text) {
  const auto colon = text.find(':');
  const std::size_t hour_digits = colon == std::string_view::npos ? 2 : colon;
  const std::size_t minutes_at = colon == std::string_view::npos ? 2 : colon + 1;
  if (hour_digits < 1 || hour_digits > 2 || text.size() != minutes_at + 2) return std::nullopt;
  const auto hour = read_digits(text, 0, hour_digits);
  const auto minute = read_digits(text, minutes_at, 2);
  if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  return TimeOfDay{*hour * 60 + *minute};
}

Zone::Zone(std::string_view name) : name_(name), zone_(find_zone(name_)) {}

Date Zone::local_date(Instant instant) const {
  return local_moment(zone_, instant).date;
}

TimeOfDay Zone::local_time(Instant instant) const {
  return {static_cast<int>(local_moment(zone_, instant).milliseconds / 60'000)};
}

Instant Zone::instant_of(Date date, TimeOfDay time) const {
  const ::date::local_time<chr::minutes> local{chr::days(date.days()) + chr::minutes(time.minutes)};
  // In a skipped hour `earliest` is the moment of the change, the first that exists; in a doubled hour the
  // first pass.
  const auto moment = zone_behind(zone_).to_sys(local, ::date::choose::earliest);
  return {chr::duration_cast<chr::milliseconds>(moment.time_since_epoch()).count()};
}

}  // namespace rapport
