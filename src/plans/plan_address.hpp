// What an address of a plan names: a department and an academic year.
#pragma once

#include <charconv>
#include <optional>
#include <string_view>

#include "interactions/directory.hpp"
#include "ui/visit.hpp"

namespace rapport::action_plans {

/// 2026 of "2026"; nothing for other texts and for years that nobody plans in.
[[nodiscard]] inline std::optional<int> year_of(std::string_view text) {
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  const bool is_number = error == std::errc() && end == text.data() + text.size();
  return is_number && year >= 1990 && year <= 2199 ? std::optional(year) : std::nullopt;
}

struct Place {
  const OrgUnitEntry* unit = nullptr;  ///< lives in the directory
  int academic_year = 0;
};
/// `{unit}` and `{year}` of the route; nothing where there is no such department or year.
[[nodiscard]] inline std::optional<Place> place_in(const ui::Visit& visit, const Directory& directory) {
  const auto* unit = directory.org.find_slug(visit.request.parameter("unit"));
  const auto year = year_of(visit.request.parameter("year"));
  if (unit == nullptr || !year) return std::nullopt;
  return Place{unit, *year};
}

}  // namespace rapport::action_plans
