// What people/ forgets when a person is erased.
#pragma once

#include "scope/erasing.hpp"

namespace rapport::people {

/// Names, addresses, posts' titles, ways of working and everything else that says who it was. The record
/// stays as a number, and of its posts the department and the span of the conversations held in it: what
/// figures of that department count. Names go out of texts about others. The names in memory notice.
void forget(db::Writer& writer, const Erasing& erasing);

}  // namespace rapport::people
