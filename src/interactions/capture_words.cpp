// Cuts a line into words: spaces, signs, quotes and the punctuation around words.
#include "interactions/capture_words.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/letters.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "interactions/capture_dates.hpp"

namespace rapport::capture {
namespace {

struct Place {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Emoji, arrows and what glues emoji together; not currency signs or fractions, which change what a number
/// means.
bool is_symbol(char32_t c) {
  const auto lies = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
  return lies(0x2190, 0x2BFF) || lies(0x1F000, 0x1FAFF) || lies(0xFE00, 0xFE0F) || c == 0x200D || c == 0x20E3;
}
bool opens(char32_t c) {
  return std::u32string_view(U"([{<\"'~*“‘«").find(c) != std::u32string_view::npos;
}
bool closes(char32_t c) {
  return std::u32string_view(U".,;:!?)]}>\"'*”’»…").find(c) != std::u32string_view::npos;
}

/// Before such a character an @ or # does not begin a word: a@b, #reading-lists#2, jo.@b.
bool binds(char32_t c) {
  if (is_symbol(c)) return false;
  return is_letter(c) || is_digit(c) || std::u32string_view(U"._-%@#'’").find(c) != std::u32string_view::npos;
}

/// Quoted places in order. A plain " opens at the start of a word only and needs an end, so that 5" is no
/// quote.
class Quotes {
 public:
  explicit Quotes(std::string_view line) : line_(line) {
    char32_t before = U' ';
    for (std::size_t at = 0; at < line.size();) {
      const auto begin = at;
      const auto c = next_character(line, at);
      if (const auto end = end_of(c, before, at); end != std::string_view::npos) {
        places_.push_back({begin, end});
        at = end;
      }
      before = c;
    }
  }
  /// Asked with places that only grow.
  bool touch(Place place) {
    while (next_ < places_.size() && places_[next_].end <= place.begin) ++next_;
    return next_ < places_.size() && places_[next_].begin < place.end;
  }

 private:
  std::size_t end_of(char32_t c, char32_t before, std::size_t behind) {
    const bool may_open = !is_letter(before) && !is_digit(before);
    if (c == U'"' && may_open) return find("\"", behind, has_plain_);
    if (c == U'“') return find("”", behind, has_curly_);
    return std::string_view::npos;
  }
  /// Where the quote ends, behind `mark`; having looked once in vain is remembered, which keeps it linear.
  std::size_t find(std::string_view mark, std::size_t from, bool& may_be_there) const {
    if (!may_be_there) return std::string_view::npos;
    const auto found = line_.find(mark, from);
    may_be_there = found != std::string_view::npos;
    return may_be_there ? found + mark.size() : found;
  }

  std::string_view line_;
  std::vector<Place> places_;
  std::size_t next_ = 0;
  bool has_plain_ = true;
  bool has_curly_ = true;
};

/// The length of a promise sign (-> > → and what a phone makes of them) at the beginning of `text`, 0 for
/// none.
std::size_t promise_sign(std::string_view text) {
  std::size_t at = 0;
  bool has_dash = false;
  while (at < text.size()) {
    const auto begin = at;
    const auto c = next_character(text, at);
    if (c == U'→' && !has_dash) return at;
    if (c == U'>') {
      const auto next = at < text.size() ? text[at] : ' ';
      const bool is_comparison = next == '>' || next == '=' || (!has_dash && next >= '0' && next <= '9');
      return is_comparison ? 0 : at;
    }
    if (c != U'-' && c != U'–' && c != U'—') return 0;
    has_dash = true;
    if (begin > 12) return 0;
  }
  return 0;
}

Sign sign_of(char c) {
  return c == '@' ? Sign::person : c == '#' ? Sign::topic : c == '^' ? Sign::led_on : Sign::none;
}

/// Where the word that begins at `begin` ends.
std::size_t end_of_word(std::string_view line, std::size_t begin) {
  char32_t before = U'a';
  for (std::size_t at = begin; at < line.size();) {
    const auto here = at;
    const auto c = next_character(line, at);
    if (is_space(c)) return here;
    const bool is_sign = c == U'@' || (c == U'#' && before != U'/');  // not the end of an address
    if (is_sign && here > begin && !binds(before) && !opens(before)) return here;
    before = c;
  }
  return line.size();
}

void trim_core(std::string_view line, Word& word) {
  for (auto at = word.core_begin; at < word.end;) {
    const auto begin = at;
    const auto c = next_character(line, at);
    if (const auto sign = c < 0x80 ? sign_of(static_cast<char>(c)) : Sign::none; sign != Sign::none) {
      word.sign = sign;
      word.core_begin = at;
      break;
    }
    word.core_begin = begin;
    if (!opens(c) && !is_symbol(c)) break;
    word.core_begin = at;
  }
  word.core_end = word.end;
  while (word.core_end > word.core_begin) {
    auto at = previous_begin(line, word.core_end);
    const auto begin = at;
    const auto c = next_character(line, at);
    if (!closes(c) && !is_symbol(c)) break;
    word.core_end = std::max(begin, word.core_begin);
  }
}

Word read_word(std::string_view line, std::size_t begin) {
  Word word;
  word.begin = word.core_begin = begin;
  if (const auto length = promise_sign(line.substr(begin)); length > 0) {
    word.end = word.core_begin = word.core_end = begin + length;
    word.sign = Sign::promise;
    return word;
  }
  word.end = end_of_word(line, begin);
  trim_core(line, word);
  word.core = line.substr(word.core_begin, word.core_end - word.core_begin);
  word.folded = fold_word(word.core);
  return word;
}

char32_t first_character(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? U' ' : next_character(text, at);
}

/// "Tue, 10 Nov. 2025": punctuation that does not end a date.
bool goes_on(std::string_view punctuation, std::string_view folded) {
  return (punctuation == "," || punctuation == ".") && is_calendar_word(folded);
}

}  // namespace

bool Word::is_capital() const {
  return rapport::is_capital(first_character(core));
}
bool Word::is_caseless() const {
  const auto c = first_character(core);
  return is_letter(c) && !rapport::is_capital(c) && !is_small_letter(c);
}

std::string fold_word(std::string_view word) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != '`'; };
  if (!std::ranges::all_of(word, is_ascii)) return fold(word);
  std::string folded(word);
  for (auto& c : folded)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return folded;
}

std::vector<Word> words_of(std::string_view line) {
  std::vector<Word> words;
  Quotes quotes(line);
  bool begins_line = true;
  for (std::size_t at = 0; at < line.size();) {
    auto behind = at;
    const auto c = next_character(line, behind);
    if (is_space(c)) {
      begins_line = begins_line || c == U'\n';
      at = behind;
      continue;
    }
    auto word = read_word(line, at);
    word.begins_line = begins_line;
    word.is_quoted = quotes.touch({word.begin, word.end});
    begins_line = false;
    at = word.end;
    words.push_back(std::move(word));
  }
  return words;
}

std::span<const Word> phrase(std::span<const Word> words, std::size_t most) {
  std::size_t count = 0;
  for (; count < std::min(most, words.size()); ++count) {
    const auto& word = words[count];
    if (word.is_quoted || (count > 0 && (word.sign != Sign::none || word.begins_line))) break;
    if (count == 0) continue;
    const auto& before = words[count - 1];
    const std::string_view between(before.core.data() + before.core.size(), before.end - before.core_end);
    if (!between.empty() && !goes_on(between, before.folded)) break;
    if (word.begin != word.core_begin) break;
  }
  return words.first(count);
}

bool is_small_word(std::string_view folded) {
  constexpr std::array<std::string_view, 7> small{"re", "about", "with", "in", "on", "by", "for"};
  return std::ranges::find(small, folded) != small.end();
}

}  // namespace rapport::capture
