// What people write into cells: dates, lengths, names with titles. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"

namespace rapport::exchange {

/// Day before month always (13/11/2026, 13.11.26, 13 Nov 2026), ISO with or without a time, or an Excel
/// serial number of five digits. A day that the calendar has not is Invalid.
[[nodiscard]] Result<Date> read_date(std::string_view text);
/// "45", "45 min", "1h30", "1:30", "1.5 hours". Nothing where it is none of them.
[[nodiscard]] std::optional<int> read_minutes(std::string_view text);

struct NameParts {
  std::string title;
  std::string full_name;
};
/// "Dr Jane Smith" -> Dr, Jane Smith; "Smith, Jane" -> Jane Smith.
[[nodiscard]] NameParts read_name(std::string_view text);
/// Parted by ; by a new line, by & or by the word and.
[[nodiscard]] std::vector<std::string> read_names(std::string_view text);
/// Parted by ; , or a new line; # taken off.
[[nodiscard]] std::vector<std::string> read_list(std::string_view text);

}  // namespace rapport::exchange
