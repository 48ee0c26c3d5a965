// What plans/ forgets when a person is erased.
#pragma once

#include "scope/erasing.hpp"

namespace rapport::action_plans {

/// That actions were theirs, and what was taken down in a meeting with this person alone. What a department
/// and the library agreed on stays. Names go out of its texts.
void forget(db::Writer& writer, const Erasing& erasing);

}  // namespace rapport::action_plans
