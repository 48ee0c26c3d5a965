// Names to addresses.
#include "organisation/slug.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace rapport {
namespace {

constexpr std::size_t slug_characters_max = 60;

bool is_plain(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

}  // namespace

std::string slug_words(std::string_view text) {
  std::string slug;
  for (const auto& word : folded_words(text)) {
    if (!is_plain(word) || word.size() > slug_characters_max) continue;
    if (slug.size() + 1 + word.size() > slug_characters_max) break;
    if (!slug.empty()) slug += '-';
    slug += word;
  }
  return slug;
}

}  // namespace rapport
