// The words of a capture line with their places, signs and quotes. What a word means is read elsewhere.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::capture {

/// What a word begins with, where that means something.
enum class Sign { none, person, topic, led_on, promise };

/// One word; places are bytes of the line. The core is the word without the punctuation around it and without
/// its sign: `(@Smith,` has the core `Smith`.
struct Word {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t core_begin = 0;
  std::size_t core_end = 0;
  std::string_view core;
  std::string folded;  ///< of the core
  Sign sign = Sign::none;
  bool is_quoted = false;    ///< stands in "…" or “…”, wholly or in part
  bool begins_line = false;  ///< the first word, or the first after a line end

  /// Punctuation follows: a phrase ends here.
  [[nodiscard]] bool is_cut_off() const { return end > core_end; }
  [[nodiscard]] bool is_capital() const;
  /// Has a letter that knows no capitals (Chinese, Arabic …) at its beginning.
  [[nodiscard]] bool is_caseless() const;
};

/// In order. A line in a script without spaces is one word. Cost: linear. The words point into `line`.
[[nodiscard]] std::vector<Word> words_of(std::string_view line);

/// `fold` of base/text, quicker for plain ASCII.
[[nodiscard]] std::string fold_word(std::string_view word);

/// The words from `words[0]` on that may belong to one phrase: same line, unquoted, no sign but on the first,
/// no punctuation between ("Tue, 10 Nov" is one phrase all the same). At most `most`.
[[nodiscard]] std::span<const Word> phrase(std::span<const Word> words, std::size_t most);

/// The folded word at `i`, empty beyond the end.
[[nodiscard]] inline std::string_view word_at(std::span<const Word> words, std::size_t i) {
  return i < words.size() ? std::string_view(words[i].folded) : std::string_view();
}

/// Dropped before a recognised word: re, about, with, in, on, by, for.
[[nodiscard]] bool is_small_word(std::string_view folded);

}  // namespace rapport::capture
