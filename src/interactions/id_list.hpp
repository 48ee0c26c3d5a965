// The lists of ids that rows of `interactions` keep beside them: "12,15,99".
#pragma once

#include <charconv>
#include <string_view>
#include <vector>

#include "base/id.hpp"

namespace rapport {

/// In the list's order; ends at what is no number.
template <class Tag>
[[nodiscard]] std::vector<Id<Tag>> ids_of(std::string_view list) {
  std::vector<Id<Tag>> ids;
  const char* at = list.data();
  const char* const end = list.data() + list.size();
  while (at < end) {
    Id<Tag> id;
    const auto read = std::from_chars(at, end, id.value);
    if (read.ec != std::errc()) break;
    ids.push_back(id);
    at = read.ptr + 1;
  }
  return ids;
}

}  // namespace rapport
