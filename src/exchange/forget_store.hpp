// What exchange/ forgets when a person is erased.
#pragma once

#include "scope/erasing.hpp"

namespace rapport::exchange {

/// What an import kept to be undone by, the lines that it refused, and files that wait to be imported and
/// name the person: undoing an import, or running one that waits, brings nobody back.
void forget(db::Writer& writer, const Erasing& erasing);

}  // namespace rapport::exchange
