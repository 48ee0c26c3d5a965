// The words of a note around what was looked for. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "db/full_text.hpp"

namespace rapport::search {

/// A piece of a snippet; `is_hit` pieces are marked when shown.
struct Piece {
  std::string text;
  bool is_hit = false;

  friend bool operator==(const Piece&, const Piece&) = default;
};

inline constexpr std::size_t snippet_characters = 160;

/// About 160 characters of plain text around the first hit, or its beginning where there is none; "…" where
/// something was cut. Looks through the first 40,000 bytes.
[[nodiscard]] std::vector<Piece> snippet_of(std::string_view plain, const std::vector<db::Term>& terms);

}  // namespace rapport::search
