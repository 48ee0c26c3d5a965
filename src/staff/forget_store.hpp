// What staff/ forgets when a person is erased.
#pragma once

#include "scope/erasing.hpp"

namespace rapport::staff {

/// The names in the reasons of portfolios that changed hands.
void forget(db::Writer& writer, const Erasing& erasing);

}  // namespace rapport::staff
