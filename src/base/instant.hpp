// A moment in UTC, and the zone that turns it into the institution's calendar. The clock is read in one
// place.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"

namespace rapport {

/// Milliseconds since 1970-01-01T00:00:00Z.
struct Instant {
  std::int64_t milliseconds = 0;

  [[nodiscard]] constexpr Instant plus(std::chrono::milliseconds span) const {
    return {milliseconds + span.count()};
  }
  /// `2026-11-12T09:30:00.000Z`
  [[nodiscard]] std::string iso() const;
  /// Reads what `iso()` writes, with or without the fraction.
  [[nodiscard]] static std::optional<Instant> parse_iso(std::string_view text);

  friend constexpr auto operator<=>(Instant, Instant) = default;
};

/// The system clock. Only `main`, the server and jobs call it; everything else is handed the time.
[[nodiscard]] Instant system_now();

/// Minutes since midnight in the institution's zone, 0 to 1439.
struct TimeOfDay {
  int minutes = 0;
  /// `09:30`
  [[nodiscard]] std::string words() const;
  /// Reads `9:30`, `09:30` or `0930`; nothing when there is no such time.
  [[nodiscard]] static std::optional<TimeOfDay> parse(std::string_view text);
  friend constexpr auto operator<=>(TimeOfDay, TimeOfDay) = default;
};

/// A zone of the system's time-zone database, for example `Europe/London`.
class Zone {
 public:
  /// Throws std::runtime_error, naming the zone, when the system does not know it.
  explicit Zone(std::string_view name);
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] Date local_date(Instant instant) const;
  [[nodiscard]] TimeOfDay local_time(Instant instant) const;
  /// The moment of a local date and time; in the hour that summer time skips, the first that exists.
  [[nodiscard]] Instant instant_of(Date date, TimeOfDay time) const;

 private:
  std::string name_;
  const void* zone_;  // date::time_zone, kept out of this header
};

}  // namespace rapport
