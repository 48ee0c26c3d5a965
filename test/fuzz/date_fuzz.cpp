// Any bytes as dates and times: what is read is printed the same way.
#include <cstdint>
#include <string_view>

#include "base/date.hpp"
#include "base/instant.hpp"
#include "fuzz/promises.hpp"

using rapport::fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const rapport::fuzz::MemoryBound bound(size);
  static const rapport::Zone london("Europe/London");
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto date = rapport::Date::parse_iso(text)) {
    require(date->iso() == text);
    require(rapport::Date::of(date->year(), date->month(), date->day()) == date);
    require(london.local_date(london.instant_of(*date, {720})) == *date);
  }
  if (const auto instant = rapport::Instant::parse_iso(text)) {
    require(rapport::Instant::parse_iso(instant->iso()) == instant);
  }
  if (const auto time = rapport::TimeOfDay::parse(text)) {
    require(time->minutes >= 0 && time->minutes < 1440 && rapport::TimeOfDay::parse(time->words()) == time);
  }
  return 0;
}
