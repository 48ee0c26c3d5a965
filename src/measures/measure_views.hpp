// Measures as HTML: the list, one measure across departments, a department's figures, what stands behind one.
// Finished values in, markup out.
#pragma once

#include <string>
#include <vector>

#include "html/html.hpp"
#include "measures/figures.hpp"
#include "measures/measures.hpp"
#include "organisation/organisation.hpp"
#include "ui/visit.hpp"

namespace rapport::measures {

[[nodiscard]] std::string address_of(const Measure& measure);
[[nodiscard]] std::string figures_address(const OrgUnitEntry& unit, int academic_year);

[[nodiscard]] html::Html measures_view(const ui::Visit& visit, const std::vector<Measure>& all);
[[nodiscard]] html::Html measure_view(const ui::Visit& visit, const Directory& directory,
                                      const figures::Table& table);
[[nodiscard]] html::Html sheet_view(const ui::Visit& visit, const Directory& directory,
                                    const figures::Sheet& sheet, const organisation::YearsThere& there);

struct FigurePage {
  const figures::Sheet& sheet;
  const figures::Figure& figure;
  const figures::Rows& rows;
  std::optional<MeasureValue> value = {};  ///< of a reported one
};
[[nodiscard]] html::Html figure_view(const ui::Visit& visit, const Directory& directory,
                                     const FigurePage& page);

}  // namespace rapport::measures
