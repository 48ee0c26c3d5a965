// Text as it comes in: validity, tidying, and the small helpers for lists and counts.
// Folding and words are in text_folding.cpp, order and length in text_order.cpp.
#include "base/text.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <stdexcept>

#include "base/utf8.hpp"

namespace rapport {
namespace {

/// How many leading bytes are ASCII and not NUL; looks at eight at once.
std::size_t plain_prefix(std::string_view text) {
  constexpr std::uint64_t high_bits = 0x8080808080808080U;
  constexpr std::uint64_t ones = 0x0101010101010101U;
  std::size_t at = 0;
  for (std::uint64_t eight = 0; at + sizeof eight <= text.size(); at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if (((eight | (eight - ones)) & high_bits) != 0) break;  // a high bit, or a zero byte that borrowed
  }
  while (at < text.size() && static_cast<unsigned char>(text[at] - 1) < 0x7F) ++at;
  return at;
}

bool is_printable_ascii(std::string_view text) {
  for (const char c : text) {
    if ((c < 0x20 && c != '\n') || c == 0x7F) return false;  // bytes from 0x80 up are negative
  }
  return true;
}

bool is_line_end(char32_t c) {
  return c == '\n' || c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/// Characters that nobody sees and that can make a line read differently from what it says.
bool is_unwanted(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

/// Line ends to \n, tabs to spaces, unwanted characters gone.
std::string without_controls(std::string_view text) {
  std::string kept;
  kept.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_character(text, at);
    if (c == '\r' && at < text.size() && text[at] == '\n') continue;
    if (is_line_end(c)) {
      kept += '\n';
    } else if (c == '\t') {
      kept += ' ';
    } else if (!is_unwanted(c)) {
      append_character(kept, c == ill_formed ? U'\uFFFD' : c);
    }
  }
  return kept;
}

std::string composed(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  static const icu::Normalizer2* const nfc = icu::Normalizer2::getNFCInstance(error);
  if (U_FAILURE(error) || nfc == nullptr) throw std::runtime_error("ICU has no normalisation data.");
  std::string result;
  icu::StringByteSink<std::string> sink(&result, static_cast<std::int32_t>(text.size()));
  nfc->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr,
                     error);
  if (U_FAILURE(error)) throw std::runtime_error(u_errorName(error));
  return result;
}

bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return c != ill_formed && u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

std::string figures(long count) {
  std::string text = std::to_string(count);
  const std::size_t first_digit = count < 0 ? 1 : 0;
  for (std::size_t at = text.size(); at > first_digit + 3;) {
    at -= 3;
    text.insert(at, 1, ',');
  }
  return text;
}

}  // namespace

bool is_clean_utf8(std::string_view text) {
  for (std::size_t at = plain_prefix(text); at < text.size(); at += plain_prefix(text.substr(at))) {
    const char32_t c = next_character(text, at);
    if (c == ill_formed || c == 0) return false;
  }
  return true;
}

std::string tidy(std::string_view text) {
  if (is_printable_ascii(text)) return std::string(trim(text));
  return std::string(trim(composed(without_controls(text))));
}

std::string tidy_line(std::string_view text) {
  const std::string tidied = tidy(text);
  std::string line;
  line.reserve(tidied.size());
  for (std::size_t at = 0; at < tidied.size();) {
    const std::size_t begin = at;
    if (!is_space(next_character(tidied, at))) {
      line.append(tidied, begin, at - begin);
    } else if (line.back() != ' ') {  // never empty here: outer white space is gone
      line += ' ';
    }
  }
  return line;
}

std::string_view trim(std::string_view text) {
  while (!text.empty()) {
    std::size_t length = 0;
    if (!is_space(next_character(text, length))) break;
    text.remove_prefix(length);
  }
  while (!text.empty()) {
    const std::size_t begin = previous_begin(text, text.size());
    std::size_t at = begin;
    if (!is_space(next_character(text, at)) || at != text.size()) break;
    text = text.substr(0, begin);
  }
  return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0;;) {
    const std::size_t end = text.find(separator, begin);
    if (end == std::string_view::npos) {
      parts.push_back(text.substr(begin));
      return parts;
    }
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string joined;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) joined += separator;
    joined += parts[i];
  }
  return joined;
}

std::string join_words(const std::vector<std::string>& parts) {
  std::string joined;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) joined += i + 1 == parts.size() ? " and " : ", ";
    joined += parts[i];
  }
  return joined;
}

std::string with_small_first(std::string_view text) {
  std::string words(text);
  const auto is_capital_letter = [&](std::size_t at) {
    return at < words.size() && words[at] >= 'A' && words[at] <= 'Z';
  };
  if (is_capital_letter(0) && !is_capital_letter(1)) words[0] = static_cast<char>(words[0] + ('a' - 'A'));
  return words;
}

std::string with_capital_first(std::string_view text) {
  std::string words(text);
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
    words[0] = static_cast<char>(words[0] - ('a' - 'A'));
  return words;
}

std::string count_words(long count, std::string_view one, std::string_view many) {
  constexpr std::array<std::string_view, 13> numbers = {"no",   "one",    "two",   "three", "four",
                                                        "five", "six",    "seven", "eight", "nine",
                                                        "ten",  "eleven", "twelve"};
  const bool is_small = count >= 0 && count < static_cast<long>(numbers.size());
  std::string words = is_small ? std::string(numbers.at(static_cast<std::size_t>(count))) : figures(count);
  words += ' ';
  words += count == 1 ? one : many;
  return words;
}

}  // namespace rapport
