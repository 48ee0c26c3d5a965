// The years of one figure as bars. Years that cannot be compared are parted by a line; what is not shown has
// no bar.
#pragma once

#include "html/html.hpp"
#include "measures/figures.hpp"

namespace rapport::reports {

/// "Sessions taught: 388 in 2024/25, 412 in 2025/26."; oldest first, words where there is no number.
[[nodiscard]] std::string trend_sentence(const figures::Table& table, const figures::Table::Row& row,
                                         const AcademicYears& years);
/// Bars from zero, oldest left, with their numbers. Nothing where no year has a number.
[[nodiscard]] html::Html trend_picture(const figures::Table& table, const figures::Table::Row& row,
                                       const AcademicYears& years);

}  // namespace rapport::reports
