// Strong ids: an Id<Person> cannot be handed over where an Id<Staff> is wanted.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace rapport {

/// A row's number within its institution. `Tag` is the type that the row describes.
template <class Tag>
struct Id {
  std::int64_t value = 0;

  friend constexpr auto operator<=>(Id, Id) = default;
};

struct Institution;  // the tag of the institution that everything belongs to

}  // namespace rapport

template <class Tag>
struct std::hash<rapport::Id<Tag>> {
  std::size_t operator()(rapport::Id<Tag> id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
