// UTF-8, one character at a time, without ICU. What the characters mean is in text.hpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rapport {

/// What `next_character` gives for bytes that are no UTF-8.
inline constexpr char32_t ill_formed = 0xFFFFFFFF;

/// The character that begins at byte `at`, which must lie inside `text`; `at` moves behind it. Overlong
/// forms, surrogates and cut-off sequences are `ill_formed`, and `at` moves by one byte.
[[nodiscard]] inline char32_t next_character(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(at++);
  if (lead < 0x80) return lead;
  const std::size_t more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
  if (lead < 0xC2 || lead > 0xF4 || text.size() - at < more) return ill_formed;
  char32_t c = lead & (0x3FU >> more);
  for (std::size_t i = 0; i < more; ++i) {
    if ((byte(at + i) & 0xC0U) != 0x80) return ill_formed;
    c = (c << 6U) | (byte(at + i) & 0x3FU);
  }
  const bool is_overlong = (more == 2 && c < 0x800) || (more == 3 && c < 0x10000);
  if (is_overlong || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return ill_formed;
  at += more;
  return c;
}

/// Where the character before byte `end` begins; `end` is above 0.
[[nodiscard]] inline std::size_t previous_begin(std::string_view text, std::size_t end) {
  std::size_t at = end - 1;
  while (at > 0 && end - at < 4 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) --at;
  return at;
}

/// `c` is a character, not a surrogate and not `ill_formed`.
inline void append_character(std::string& text, char32_t c) {
  const auto put = [&](char32_t byte) { text += static_cast<char>(byte); };
  const auto put_more = [&](unsigned shift) { put(0x80U | ((c >> shift) & 0x3FU)); };
  if (c < 0x80) return put(c);
  if (c < 0x800) {
    put(0xC0U | (c >> 6U));
  } else if (c < 0x10000) {
    put(0xE0U | (c >> 12U));
    put_more(6);
  } else {
    put(0xF0U | (c >> 18U));
    put_more(12);
    put_more(6);
  }
  put_more(0);
}

}  // namespace rapport
