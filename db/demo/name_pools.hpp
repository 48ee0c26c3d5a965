// Pools of names, for names.cpp alone.
#pragma once

#include <span>
#include <string_view>

namespace rapport::demo {

/// Names parted by spaces, `_` for a space inside one. A given name is `name|s`, `name|h` or `name|t` (she,
/// he, they); a further `|` adds its own script. A family name may have `|script` too.
struct NamePool {
  std::string_view origin;
  int share;
  bool is_family_first;  ///< in its own script
  std::string_view given;
  std::string_view family;
};

[[nodiscard]] std::span<const NamePool> name_pools();
[[nodiscard]] std::string_view one_word_names();

}  // namespace rapport::demo
