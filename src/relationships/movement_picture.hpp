// How the people of a portfolio moved between levels since a day, as one picture: two columns of levels and
// bands between them. Values in, SVG and its table out.
#pragma once

#include <string>

#include "html/html.hpp"
#include "relationships/ladder.hpp"

namespace rapport::ladder {

/// "Since 1 August nine people went up a level, two down. 19 of 93 are Working together or above, 12 before."
[[nodiscard]] std::string movement_sentence(const Movement& movement, const Scale& scale, Date today);

/// The picture with its table; nobody makes no picture.
[[nodiscard]] html::Html movement_picture(const Movement& movement, const Scale& scale, Date today);

}  // namespace rapport::ladder
