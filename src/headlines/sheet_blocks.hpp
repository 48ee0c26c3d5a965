// Each kind of block as a part of the page, to a width. For the layout alone.
#pragma once

#include "headlines/sheet.hpp"
#include "headlines/sheet_part.hpp"

namespace rapport::headlines {

[[nodiscard]] Part part_of(const Block& block, double width);

}  // namespace rapport::headlines
