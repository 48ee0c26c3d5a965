// What is left of a line when everything recognised is taken: small words and stray punctuation go, the rest
// is the note.
#include <algorithm>
#include <array>

#include "base/letters.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "interactions/capture_reader.hpp"

namespace rapport::capture {
namespace {

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

bool is_stop(char32_t c) {
  return std::u32string_view(U".,;:!?…").find(c) != std::u32string_view::npos;
}
bool is_separator(char32_t c) {
  return is_stop(c) || std::u32string_view(U"-–—&+|/·•").find(c) != std::u32string_view::npos;
}

bool opens_bracket(char c) {
  return c == '(' || c == '[' || c == '{' || c == '*';
}

template <class Is>
bool consists_of(std::string_view text, Is is) {
  for (std::size_t at = 0; at < text.size();)
    if (const auto c = next_character(text, at); !is_space(c) && !is(c)) return false;
  return true;
}

/// The end of the separators and blanks at the beginning of `text`, up to the first line end.
std::size_t leading_separators(std::string_view text) {
  std::size_t end = 0;
  std::size_t word_begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = next_character(text, at);
    if (c == U'\n') return std::max(end, word_begin);
    if (is_space(c))
      word_begin = at;
    else if (!is_separator(c))
      return word_begin;
  }
  return text.size();
}

/// Punctuation glued to the recognised word before: ", who wants help", ": placement students".
std::size_t glued_stops(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size(); end = at)
    if (!is_stop(next_character(text, at))) break;
  return end;
}

bool has_content(std::string_view text) {
  return !consists_of(text, [](char32_t c) {
    const bool is_ascii_mark = c < 0x80 && !is_letter(c) && !is_digit(c);
    return is_ascii_mark || std::u32string_view(U"→–—“”‘’…•·").find(c) != std::u32string_view::npos;
  });
}

}  // namespace

/// re, about, with, in, on, by, for; before a word that says how, "at the" and "over a" too, before a day
/// "the".
bool LineReader::is_dropped_before(std::size_t word, CaptureKind kind) const {
  constexpr std::array<std::string_view, 6> places{"the", "a", "an", "at", "over", "via"};
  const auto& each = words_[word];
  if (is_taken_[word] || each.is_quoted || each.sign != Sign::none) return false;
  return is_small_word(each.folded) || (kind == CaptureKind::how && is_one_of(places, each.folded)) ||
         (kind == CaptureKind::when && each.folded == "the");
}

void LineReader::drop_small_words() {
  const auto count = reading_.tokens.size();
  std::size_t behind = 0;
  for (std::size_t t = 0; t < count; ++t) {
    const auto [kind, begin] = std::pair(reading_.tokens[t].kind, reading_.tokens[t].begin);
    while (behind < words_.size() && words_[behind].end <= begin) ++behind;
    if (kind == CaptureKind::promise || kind == CaptureKind::due || reading_.tokens[t].is_in_note) continue;
    for (auto i = behind; i > 0 && !words_[i].begins_line && is_dropped_before(i - 1, kind); --i) {
      is_taken_[i - 1] = 1;
      drop(words_[i - 1].begin, words_[i - 1].end);
    }
  }
}

void LineReader::drop(std::size_t begin, std::size_t end) {
  reading_.tokens.push_back({CaptureKind::small, begin, end});
}

/// Joins what is left with one space, or with a line end where one stood there.
void LineReader::keep(std::string_view text) {
  auto& note = reading_.note;
  const auto words = trim(text);
  const auto begin = static_cast<std::size_t>(words.data() - text.data());
  const bool begins_line = text.substr(0, begin).find('\n') != std::string_view::npos;
  const bool ends_line = text.substr(begin + words.size()).find('\n') != std::string_view::npos;
  const bool is_tail = std::string_view(".,;:!?)]").find(words.front()) != std::string_view::npos;
  if (!note.empty() && note.back() != '\n') {
    if (begins_line)
      note += '\n';
    else if (!is_tail)
      note += ' ';
  }
  note += as_words(words);
  note_end_ = static_cast<std::size_t>(words.data() + words.size() - line_.data());
  if (ends_line) note += '\n';
}

void LineReader::read_gap(std::size_t begin, std::size_t end, const CaptureToken* before,
                          const CaptureToken* behind) {
  auto text = line_.substr(begin, end - begin);
  if (trim(text).empty()) return;
  const bool is_between = (before != nullptr || begin == 0) && (behind != nullptr || end == line_.size());
  const bool are_names =
      before && behind && before->kind == CaptureKind::person && behind->kind == CaptureKind::person;
  const auto word = trim(text);
  begin = drop_brackets(begin, end);
  if (begin == end) return;
  text = line_.substr(begin, end - begin);
  const bool is_alone = (before != nullptr || behind != nullptr) && consists_of(text, is_separator);
  if (is_between && (is_alone || (are_names && (word == "and" || word == "And" || word == ", and")))) {
    drop(begin, end);
    return;
  }
  if (before != nullptr) {
    auto cut = glued_stops(text);
    cut += leading_separators(text.substr(cut));
    if (cut > 0) drop(begin, begin + cut);
    begin += cut;
  }
  text = line_.substr(begin, end - begin);
  if (behind != nullptr && text.ends_with('~')) {  // ~20m
    drop(end - 1, end);
    text.remove_suffix(1);
  }
  if (trim(text).empty()) return;
  keep(text);
  bracket_ = behind != nullptr && opens_bracket(text.back()) ? end - 1 : std::string_view::npos;
}

/// "(@Jane Smith)" leaves no brackets behind: an opening one right before what was recognised goes when the
/// closing one stands right behind it. Where the gap goes on.
std::size_t LineReader::drop_brackets(std::size_t begin, std::size_t end) {
  const auto text = line_.substr(begin, end - begin);
  const bool closes =
      text.front() == ')' || text.front() == ']' || text.front() == '}' || text.front() == '*';
  if (bracket_ == std::string_view::npos || !closes || reading_.note.empty() ||
      !opens_bracket(reading_.note.back()))
    return begin;
  drop(bracket_, bracket_ + 1);
  drop(begin, begin + 1);
  bracket_ = std::string_view::npos;
  reading_.note.pop_back();
  while (reading_.note.ends_with(' ')) reading_.note.pop_back();
  return begin + 1;
}

void LineReader::collect_note() {
  std::ranges::sort(reading_.tokens, {}, &CaptureToken::begin);
  const auto tokens = reading_.tokens;
  std::size_t at = 0;
  const CaptureToken* before = nullptr;
  for (const auto& token : tokens) {
    if (token.is_in_note) continue;
    if (token.begin > at) read_gap(at, token.begin, before, &token);
    at = token.end;
    before = &token;
  }
  if (at < line_.size()) read_gap(at, line_.size(), before, nullptr);
  reading_.note = std::string(trim(reading_.note));
  drop_last_commas();
}

/// What parted the note from something recognised behind it. A comma right behind words that stay is theirs.
void LineReader::drop_last_commas() {
  const bool has_more = note_end_ < line_.size();
  while (has_more && reading_.note.ends_with(',')) {
    reading_.note.pop_back();
    drop(note_end_ - 1, note_end_);
    --note_end_;
  }
}

void LineReader::judge() {
  const auto is_said = [](const CaptureToken& token) {
    const auto kind = token.kind;
    return kind != CaptureKind::small && kind != CaptureKind::promise && kind != CaptureKind::due;
  };
  const auto in_conversation = [](const CaptureName& name) { return !name.promise; };
  const auto talks = [&](const CaptureName& name) {
    return in_conversation(name) && (name.person || name.is_new);
  };
  const auto names_in_promises =
      std::ranges::count_if(reading_.names, [](const auto& name) { return name.promise.has_value(); });
  const bool is_conversation =
      has_content(reading_.note) || std::ranges::count_if(reading_.tokens, is_said) > names_in_promises;
  reading_.is_promise_only = !is_conversation && !reading_.promises.empty();
  reading_.needs_sorting =
      is_conversation &&
      (std::ranges::none_of(reading_.names, talks) ||
       std::ranges::any_of(reading_.names, [](const CaptureName& name) { return !name.is_certain(); }));
  if (is_conversation || reading_.is_promise_only) return;
  const auto signs = trim(line_);
  if (signs.empty() || signs == "^")
    reading_.nothing_to_save = "Nothing to save yet. Say who it was with, or what happened.";
  else if (signs == "@")
    reading_.nothing_to_save = "Nothing to save yet. Write a name after the @.";
  else if (signs == "#")
    reading_.nothing_to_save = "Nothing to save yet. Write a topic after the #.";
  else if (signs.ends_with('>') || signs.ends_with("→"))
    reading_.nothing_to_save = "Nothing to save yet. Write what you promise after the sign.";
  else
    reading_.nothing_to_save = "Nothing to save yet. There are no words in this line.";
}

}  // namespace rapport::capture
