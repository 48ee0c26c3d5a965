// The number in an address: /conversations/12.
#pragma once

#include <charconv>
#include <string_view>

#include "base/id.hpp"
#include "http/request.hpp"

namespace rapport::ui {

/// The id that a text spells; 0, which is nobody's, for anything else.
template <class Tag>
[[nodiscard]] Id<Tag> id_of(std::string_view text) {
  Id<Tag> id;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id.value);
  return error == std::errc() && end == text.data() + text.size() ? id : Id<Tag>{};
}

/// The id in the place `{name}` of the route.
template <class Tag>
[[nodiscard]] Id<Tag> route_id(const http::Request& request, std::string_view name) {
  return id_of<Tag>(request.parameter(name));
}

}  // namespace rapport::ui
