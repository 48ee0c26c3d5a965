// Cuts the words around a hit.
#include "search/snippet.hpp"

#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "search/query.hpp"

namespace rapport::search {
namespace {

constexpr std::size_t searched_bytes_max = 40'000;
constexpr std::size_t chunk_bytes = 4'000;  // a long note is folded only as far as its first hit
constexpr std::size_t bytes_before_hit = 60;

bool is_hit_of_any(const std::vector<db::Term>& terms, const WordPlace& word) {
  return std::ranges::any_of(terms, [&](const db::Term& term) { return is_hit(term, word.folded); });
}

/// Where a chunk from `begin` ends: at a blank, or between characters where there is none.
std::size_t end_of_chunk(std::string_view text, std::size_t begin) {
  if (text.size() - begin <= chunk_bytes) return text.size();
  auto end = text.find_last_of(" \n", begin + chunk_bytes);
  if (end == std::string_view::npos || end <= begin) end = begin + chunk_bytes;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  return end;
}

/// Where the snippet begins: some words before the first hit; nothing where there is no hit.
std::optional<std::size_t> begin_of_snippet(std::string_view text, const std::vector<db::Term>& terms) {
  for (std::size_t begin = 0; begin < std::min(text.size(), searched_bytes_max);) {
    const auto end = end_of_chunk(text, begin);
    const auto words = word_places(text.substr(begin, end - begin));
    const auto hit =
        std::ranges::find_if(words, [&](const WordPlace& word) { return is_hit_of_any(terms, word); });
    if (hit != words.end()) {
      auto first = hit;
      while (first != words.begin() && hit->begin - (first - 1)->begin <= bytes_before_hit) --first;
      return first == words.begin() ? begin : begin + first->begin;
    }
    begin = end;
  }
  return std::nullopt;
}

std::string with_blanks(std::string_view text) {
  std::string line(text);
  std::ranges::replace(line, '\n', ' ');
  return line;
}

}  // namespace

std::vector<Piece> snippet_of(std::string_view plain, const std::vector<db::Term>& terms) {
  const auto begin = begin_of_snippet(plain, terms).value_or(0);
  // A character is rarely longer than sixteen bytes; the cut is by characters all the same.
  const auto shown = shorten(with_blanks(plain.substr(begin, 16 * snippet_characters)), snippet_characters);
  std::vector<Piece> pieces;
  std::size_t written = 0;
  const auto add = [&](std::size_t end, bool is_marked) {
    if (end > written) pieces.push_back({shown.substr(written, end - written), is_marked});
    written = end;
  };
  if (begin > 0) pieces.push_back({"… "});
  for (const auto& word : word_places(shown)) {
    if (!is_hit_of_any(terms, word)) continue;
    add(word.begin, false);
    add(word.end, true);
  }
  add(shown.size(), false);
  return pieces;
}

}  // namespace rapport::search
