// What somebody typed into find, as words to look for. Pure. Whatever is typed is only words: no operators,
// no errors.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/full_text.hpp"

namespace rapport::search {

inline constexpr std::size_t terms_max = 8;

struct Words {
  std::vector<std::string> folded = {};  ///< for names: the last one may be only begun
  std::vector<db::Term> terms = {};  ///< for notes: as written, without its ending, the last one also begun
  std::vector<std::string> left_out = {};  ///< what notes are not searched for, as folded, each once

  [[nodiscard]] bool empty() const { return folded.empty(); }
};

/// Notes know no single letters and no words over 60 bytes, and at most eight different words are looked for;
/// the others are `left_out`. A character of Han or kana is a word.
[[nodiscard]] Words words_of_query(std::string_view text);

/// True where a folded word of a note is what the term looks for.
[[nodiscard]] bool is_hit(const db::Term& term, std::string_view folded_word);

/// As `terms`, but with beginnings of at most four characters: the index keeps lists for those alone, and has
/// to join the lists of all words for a longer one (150 ms for a common word in a million notes). Finds more.
[[nodiscard]] std::vector<db::Term> broadened(const std::vector<db::Term>& terms);

/// True where each folded word is one of the text's words, the last one perhaps only begun.
[[nodiscard]] bool matches_name(const std::vector<std::string>& folded, std::string_view name);

}  // namespace rapport::search
