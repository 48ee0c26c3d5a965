// Charts of engagement as server-made SVG, each with its figures as words or a table beside it.
#pragma once

#include <string>

#include "html/html.hpp"
#include "relationships/engagements.hpp"

namespace rapport::engagement {

/// A bar of what there is of a part; decorative, the figures stand beside it.
[[nodiscard]] html::Html part_bar(double points, int weight);
/// One finding in words: "Most of the 31 people with a card stand at 40 to 59".
[[nodiscard]] std::string finding_of(const Distribution& all);
/// Five bands with the number of people in each, and the table; words alone where there are too few.
[[nodiscard]] html::Html distribution_chart(const Distribution& all);

}  // namespace rapport::engagement
