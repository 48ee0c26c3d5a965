// tcmalloc is asked only where the program is linked with it: sanitizers bring an allocator of their own.
#include "base/memory.hpp"

extern "C" [[gnu::weak]] void MallocExtension_ReleaseFreeMemory();

namespace rapport {

void give_memory_back() {
  if (MallocExtension_ReleaseFreeMemory != nullptr) MallocExtension_ReleaseFreeMemory();
}

}  // namespace rapport
