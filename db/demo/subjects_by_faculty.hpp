// The departments of each faculty, for subjects.cpp alone.
#pragma once

#include "subjects.hpp"

namespace rapport::demo {

[[nodiscard]] std::span<const DepartmentWords> health_departments();
[[nodiscard]] std::span<const DepartmentWords> humanities_departments();
[[nodiscard]] std::span<const DepartmentWords> science_departments();

}  // namespace rapport::demo
