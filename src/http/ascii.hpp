// Comparing and checking the ASCII words of HTTP. No locale, no Unicode: that is base/text.
#pragma once

#include <algorithm>
#include <string_view>

namespace rapport::http {

[[nodiscard]] constexpr char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

[[nodiscard]] constexpr bool equals_ignoring_case(std::string_view left, std::string_view right) {
  return std::ranges::equal(left, right, {}, ascii_lower, ascii_lower);
}

[[nodiscard]] constexpr bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) == 0x7f;
}

/// RFC 9110 `token`: what method and header names are made of; never empty.
[[nodiscard]] constexpr bool is_token(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return static_cast<unsigned char>(c) < 0x80 && !is_control(c) &&
           std::string_view(" \"(),/:;<=>?@[\\]{}").find(c) == std::string_view::npos;
  });
}

/// Without the spaces and tabs around it.
[[nodiscard]] constexpr std::string_view trim_blanks(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Calls `use` with each trimmed, non-empty part of a list such as `a, b`.
template <class Use>
void for_each_part(std::string_view list, char separator, Use use) {
  while (!list.empty()) {
    const auto end = list.find(separator);
    if (const auto part = trim_blanks(list.substr(0, end)); !part.empty()) use(part);
    if (end == std::string_view::npos) return;
    list.remove_prefix(end + 1);
  }
}

}  // namespace rapport::http
