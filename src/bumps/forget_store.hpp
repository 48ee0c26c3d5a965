// What bumps/ forgets when a person is erased.
#pragma once

#include "scope/erasing.hpp"

namespace rapport::bumps {

/// What the person introduced, in words; their quotations; the words of stories and thanks that tell of
/// conversations with this person alone. Links, chains and what is credited stay. Names go out of other
/// texts.
void forget(db::Writer& writer, const Erasing& erasing);

}  // namespace rapport::bumps
