// What every fuzz target demands of the code under any input: that what it says holds, and that memory stays
// within bounds.
#pragma once

#include <sanitizer/allocator_interface.h>

#include <cstddef>
#include <cstdlib>

namespace rapport::fuzz {

/// libFuzzer keeps the input that ended the program.
inline void require(bool is_kept) {
  if (!is_kept) std::abort();
}

/// While it lives, the memory in use may grow by 16 times the input and 1 MB. The first input of a program is
/// exempt: tables are made then that stay.
class MemoryBound {
 public:
  explicit MemoryBound(std::size_t input_bytes) {
    static const bool is_installed = [] {
      __sanitizer_install_malloc_and_free_hooks(count, discount);
      return true;
    }();
    used_ = 0;
    used_max_ = is_installed && is_warm_ ? static_cast<long>(16 * input_bytes + (1 << 20)) : 0;
    is_warm_ = true;
  }
  MemoryBound(const MemoryBound&) = delete;
  MemoryBound& operator=(const MemoryBound&) = delete;
  ~MemoryBound() { used_max_ = 0; }

 private:
  static void count(const volatile void* /*place*/, std::size_t bytes) {
    used_ += static_cast<long>(bytes);
    if (used_max_ != 0 && used_ > used_max_) std::abort();
  }
  static void discount(const volatile void* place) {
    used_ -= static_cast<long>(__sanitizer_get_allocated_size(const_cast<const void*>(place)));
  }

  static inline thread_local long used_ = 0;
  static inline thread_local long used_max_ = 0;  ///< 0 while nothing is bounded
  static inline bool is_warm_ = false;
};

}  // namespace rapport::fuzz
