// Makes the words of a question.
#include "search/query.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace rapport::search {
namespace {

constexpr std::size_t word_bytes_max = 60;  // longer ones are not in the index: interaction_words.cpp
constexpr std::size_t text_bytes_max = 2000;
constexpr std::size_t beginning_characters_max = 4;  // the index's longest prefix: db/migrations

/// The beginning of a text that is too long to be a question, cut at a blank.
std::string_view first_part(std::string_view text) {
  if (text.size() <= text_bytes_max) return text;
  const auto blank = text.rfind(' ', text_bytes_max);
  return text.substr(0, blank == std::string_view::npos ? 0 : blank);
}

bool is_letter_alone(std::string_view word) {
  return character_count(word) < 2 && word.size() < 3;  // one of Han or kana is a word of its own
}

db::Term term_of(const std::string& word, bool is_last) {
  db::Term term{.forms = {word}, .beginning = {}};
  if (auto root = stem(word); root != word) term.forms.push_back(std::move(root));
  if (is_last && character_count(word) > 1) term.beginning = word;
  return term;
}

void add_once(std::vector<std::string>& words, const std::string& word) {
  if (std::ranges::find(words, word) == words.end()) words.push_back(word);
}

}  // namespace

Words words_of_query(std::string_view text) {
  Words words;
  const auto typed = folded_words(first_part(text));
  for (std::size_t i = 0; i < typed.size(); ++i) {
    const auto& word = typed[i];
    const bool is_last = i + 1 == typed.size();
    if (word.size() > word_bytes_max) {
      add_once(words.left_out, shorten(word, 20));
      continue;
    }
    const bool is_known = std::ranges::find(words.folded, word) != words.folded.end();
    if (is_known && !is_last) continue;
    if (words.folded.size() == terms_max) {
      add_once(words.left_out, word);
      continue;
    }
    words.folded.push_back(word);
    if (is_letter_alone(word))
      add_once(words.left_out, word);
    else
      words.terms.push_back(term_of(word, is_last));
  }
  return words;
}

bool is_hit(const db::Term& term, std::string_view folded_word) {
  if (!term.beginning.empty() && folded_word.starts_with(term.beginning)) return true;
  const auto is_form = [&](std::string_view word) {
    return std::ranges::find(term.forms, word) != term.forms.end();
  };
  return is_form(folded_word) || is_form(stem(folded_word));
}

std::vector<db::Term> broadened(const std::vector<db::Term>& terms) {
  auto broad = terms;
  for (auto& term : broad) {
    std::size_t characters = 0;
    std::size_t end = 0;
    for (; end < term.beginning.size(); ++end) {
      const bool is_first_byte = (static_cast<unsigned char>(term.beginning[end]) & 0xC0) != 0x80;
      if (is_first_byte && ++characters > beginning_characters_max) break;
    }
    term.beginning.resize(end);
  }
  return broad;
}

bool matches_name(const std::vector<std::string>& folded, std::string_view name) {
  if (folded.empty()) return false;
  const auto words = folded_words(name);
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const bool is_last = i + 1 == folded.size();
    const bool is_there = std::ranges::any_of(words, [&](const std::string& word) {
      return is_last ? word.starts_with(folded[i]) : word == folded[i];
    });
    if (!is_there) return false;
  }
  return true;
}

}  // namespace rapport::search
