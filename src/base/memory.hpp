// Memory that was freed, and the system.
#pragma once

namespace rapport {

/// Hands freed memory back to the system, where the allocator keeps it for later (docs/adr/0022). For the end
/// of work that took much: costs milliseconds for each 100 MB, and what is wanted again must be asked for
/// again.
void give_memory_back();

}  // namespace rapport
