// ORCID iDs: sixteen characters, the last a check character by ISO 7064 MOD 11-2.
#include "base/orcid.hpp"

#include <array>

#include "base/text.hpp"

namespace rapport {
namespace {

constexpr std::size_t characters = 16;
constexpr std::size_t characters_a_group = 4;

std::string_view without_address(std::string_view text) {
  for (const std::string_view start : {"https://", "http://", "www.", "orcid.org/"}) {
    if (text.starts_with(start)) text.remove_prefix(start.size());
  }
  if (text.ends_with('/')) text.remove_suffix(1);
  return text;
}

/// The sixteen characters; empty where there are others, or hyphens that do not part groups of four.
std::string without_hyphens(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    const bool is_digit = c >= '0' && c <= '9';
    const bool is_x = (c == 'X' || c == 'x') && plain.size() == characters - 1;
    if (is_digit || is_x) {
      plain += is_x ? 'X' : c;
    } else if (c != '-' || plain.empty() || plain.size() % characters_a_group != 0) {
      return {};
    }
  }
  return plain.size() == characters && text.back() != '-' ? plain : std::string();
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
  for (const std::size_t at : {12U, 8U, 4U}) plain.insert(at, 1, '-');
  return plain;
}

}  // namespace rapport
