// The four pictures of a sheet on paper: people, modules, topics, months. For the layout alone.
#pragma once

#include "headlines/sheet.hpp"
#include "headlines/sheet_part.hpp"

namespace rapport::headlines {

/// Below what the part has already.
void put_picture(Part& part, const Block& block, double width);

}  // namespace rapport::headlines
