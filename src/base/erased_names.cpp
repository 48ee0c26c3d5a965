// Finds names by their folded words.
#include "base/erased_names.hpp"

#include <algorithm>
#include <functional>
#include <initializer_list>

#include "base/text.hpp"

namespace rapport {
namespace {

constexpr std::size_t word_letters_min = 2;

/// "%jane%smith%": what is no plain letter or digit may be written in several ways.
std::string pattern_of(std::string_view name) {
  std::string pattern = "%";
  for (const auto byte : fold(name)) {
    const bool is_plain = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
    if (is_plain)
      pattern += byte;
    else if (pattern.back() != '%')
      pattern += '%';
  }
  if (pattern.back() != '%') pattern += '%';
  return pattern;
}

/// Letters with accents are anything in a pattern.
std::string accents_open(std::string_view name) {
  std::string plain;
  for (const auto byte : name) plain += static_cast<unsigned char>(byte) < 0x80 ? byte : ' ';
  return plain;
}

/// Where the ’s of "Smith’s" begins, whose word is "smiths"; the word's end where there is none.
std::size_t end_without_possessive(std::string_view text, const WordPlace& place) {
  const auto written = text.substr(place.begin, place.end - place.begin);
  for (const std::string_view ending : {"'s", "’s", "'S", "’S"})
    if (written.ends_with(ending)) return place.end - ending.size();
  return place.end;
}

bool is_word(std::string_view text, const WordPlace& place, const std::string& word) {
  if (place.folded == word) return true;
  return end_without_possessive(text, place) < place.end && place.folded == word + "s";
}

bool is_address(std::string_view name) {
  return name.find('@') != std::string_view::npos;
}
bool has_digit(std::string_view name) {
  return name.find_first_of("0123456789") != std::string_view::npos;
}

}  // namespace

ErasedNames::ErasedNames(const std::vector<std::string>& names) {
  for (const auto& name : names) {
    auto words = folded_words(name);
    if (!is_address(name) && !has_digit(name))
      for (const auto& word : words)
        if (word.size() >= word_letters_min && std::ranges::count(words_, word) == 0) words_.push_back(word);
    if (words.size() < 2 || std::ranges::count(names_, words) > 0) continue;
    names_.push_back(std::move(words));
    for (auto pattern : {pattern_of(name), pattern_of(accents_open(name))})
      if (std::ranges::count(patterns_, pattern) == 0) patterns_.push_back(std::move(pattern));
  }
  std::ranges::stable_sort(names_, std::greater(), &Words::size);
}

/// `length_at(places, i)`: how many words from there on are a name, 0 for none.
template <class LengthAt>
std::optional<std::string> ErasedNames::replaced(std::string_view text, LengthAt&& length_at) {
  const auto places = word_places(text);
  std::string made;
  std::size_t kept_to = 0;
  bool is_found = false;
  for (std::size_t i = 0; i < places.size();) {
    const auto length = length_at(places, i);
    if (length == 0) {
      ++i;
      continue;
    }
    is_found = true;
    made.append(text.substr(kept_to, places[i].begin - kept_to)).append(name_erased);
    kept_to = end_without_possessive(text, places[i + length - 1]);
    i += length;
  }
  if (!is_found) return std::nullopt;
  made.append(text.substr(kept_to));
  return made;
}

std::optional<std::string> ErasedNames::taken_out_of(std::string_view text) const {
  return replaced(text, [&](const std::vector<WordPlace>& places, std::size_t i) -> std::size_t {
    for (const auto& name : names_) {
      std::size_t same = 0;
      while (same < name.size() && i + same < places.size() && is_word(text, places[i + same], name[same]))
        ++same;
      if (same == name.size()) return same;
    }
    return 0;
  });
}

std::optional<std::string> ErasedNames::words_taken_out_of(std::string_view text) const {
  return replaced(text, [&](const std::vector<WordPlace>& places, std::size_t i) -> std::size_t {
    std::size_t length = 0;
    const auto is_of_name = [&](const WordPlace& place) {
      return std::ranges::any_of(words_, [&](const std::string& word) { return is_word(text, place, word); });
    };
    while (i + length < places.size() && is_of_name(places[i + length])) ++length;
    return length;
  });
}

}  // namespace rapport
