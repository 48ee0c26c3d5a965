// The SQL of what stands under academic years.
#pragma once

#include <optional>
#include <vector>

#include "db/connection.hpp"
#include "scope/scope.hpp"

namespace rapport::year_uses_store {

[[nodiscard]] bool are_any(db::Reader& reader, Id<Institution> institution);
/// Not withdrawn, from the one day to the day before the other.
[[nodiscard]] int conversations(db::Reader& reader, Id<Institution> institution, Date first, Date end);

struct YearCount {
  int academic_year = 0;
  int count = 0;
};
[[nodiscard]] std::vector<YearCount> plans(db::Reader& reader, Id<Institution> institution, int first_year);

struct RoundDays {
  int academic_year = 0;
  std::optional<Date> week_from = {};
  std::optional<Date> week_to = {};
  std::optional<Date> meets_on = {};
};
[[nodiscard]] std::vector<RoundDays> rounds(db::Reader& reader, Id<Institution> institution, int first_year);
[[nodiscard]] int figures(db::Reader& reader, Id<Institution> institution, int academic_year);

}  // namespace rapport::year_uses_store
