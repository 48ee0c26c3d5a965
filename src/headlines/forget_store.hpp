// What headlines/ forgets when a person is erased.
#pragma once

#include "scope/erasing.hpp"

namespace rapport::headlines {

/// Their quotation, and their names, also from pages that were frozen: figures and pictures of those stay as
/// they were.
void forget(db::Writer& writer, const Erasing& erasing);

}  // namespace rapport::headlines
