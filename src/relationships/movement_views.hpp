// Movement of a portfolio or department as a page: the picture, and who moved. Finished values in, markup
// out.
#pragma once

#include "html/html.hpp"
#include "relationships/ladder_views.hpp"

namespace rapport::ladder {

/// From when movement counts.
enum class Since { term, year, two_years };
[[nodiscard]] std::string_view code(Since since);
[[nodiscard]] std::string_view words(
    Since since);  ///< "This term", "This academic year", "With the year before"
[[nodiscard]] std::optional<Since> since_of(std::string_view code);

struct MovementPage {
  const Ladder& ladder;
  View view = {};
  Since since = Since::term;
};
[[nodiscard]] html::Html movement_view(const ui::Visit& visit, const Directory& directory,
                                       const MovementPage& page);

}  // namespace rapport::ladder
