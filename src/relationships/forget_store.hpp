// What relationships/ forgets when a person is erased.
#pragma once

#include "scope/erasing.hpp"

namespace rapport::relationships {

/// Why levels moved, plans and their steps, what was answered and set aside, everything of a champion, how
/// often we spoke, and that they were to be introduced. Levels and their days stay as counts. An active plan
/// is closed. Names go out of other texts.
void forget(db::Writer& writer, const Erasing& erasing);

}  // namespace rapport::relationships
