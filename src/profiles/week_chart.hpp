// A year of weeks as a row of cells, darker with more conversations, and the same as a table.
#pragma once

#include <span>

#include "html/html.hpp"
#include "profiles/person_profile.hpp"

namespace rapport::profiles {

[[nodiscard]] html::Html week_chart(std::span<const Week> weeks);
/// "24 conversations in the past year, most in May and October, none in July and August"
[[nodiscard]] std::string finding_of(std::span<const Week> weeks);

}  // namespace rapport::profiles
