// ORCID iDs: sixteen characters, the last a check character by ISO 7064 MOD 11-2.
#include "base/orcid.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace rapport {
namespace {

constexpr std::size_t characters = 16;
// From the back: taking one out leaves the places of the others as they are.
constexpr std::array<std::size_t, 3> hyphen_places = {14, 9, 4};

std::string_view without_address(std::string_view text) {
  for (const std::string_view start : {"https://", "http://", "www.", "orcid.org/"}) {
    if (text.starts_with(start)) text.remove_prefix(start.size());
  }
  if (text.ends_with('/')) text.remove_suffix(1);
  return text;
}

bool is_sixteen(std::string_view plain) {
  if (plain.size() != characters) return false;
  const std::size_t digits_end = std::min(plain.find_first_not_of("0123456789"), characters);
  return digits_end == characters ||
         (digits_end == characters - 1 && (plain.back() == 'X' || plain.back() == 'x'));
}

/// The sixteen characters of `0000-0000-0000-000X` or of the same without hyphens; empty for anything else.
std::string without_hyphens(std::string_view text) {
  std::string plain(text);
  if (text.size() == characters + hyphen_places.size()) {
    for (const std::size_t at : hyphen_places) {
      if (plain[at] != '-') return {};
      plain.erase(at, 1);
    }
  }
  if (!is_sixteen(plain)) return {};
  if (plain.back() == 'x') plain.back() = 'X';
  return plain;
}

/// ISO 7064 MOD 11-2: double the sum so far with each digit, then what is missing to 12, modulo 11; ten is X.
char check_character(std::string_view fifteen_digits) {
  int sum = 0;
  for (const char c : fifteen_digits) sum = (sum + (c - '0')) * 2 % 11;
  const int check = (12 - sum) % 11;
  return check == 10 ? 'X' : static_cast<char>('0' + check);
}

}  // namespace

std::optional<std::string> parse_orcid(std::string_view text) {
  std::string plain = without_hyphens(without_address(trim(text)));
  if (plain.empty() || check_character(std::string_view(plain).substr(0, characters - 1)) != plain.back()) {
    return std::nullopt;
  }
  for (auto at = hyphen_places.rbegin(); at != hyphen_places.rend(); ++at) plain.insert(*at, 1, '-');
  return plain;
}

}  // namespace rapport
