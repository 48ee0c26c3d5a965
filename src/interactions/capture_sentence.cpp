// Which recognised words stand in the midst of a sentence. They are words of the note too: "spoke to @Neil
// and twelve others" would not read without the name.
#include <algorithm>
#include <array>

#include "base/letters.hpp"
#include "base/utf8.hpp"
#include "interactions/capture_reader.hpp"

namespace rapport::capture {
namespace {

/// What stands on one side of the words that are passed: free words of the same line, or not. Names side by
/// side ("@Jane and @Tom") stand in one place.
class Beside {
 public:
  void pass_line_end() {
    last_.reset();
    is_note_ = false;
  }
  void pass_free_word() {
    last_.reset();
    is_note_ = true;
  }
  void pass_recognised(CaptureKind kind) {
    if (last_ && *last_ != kind) is_note_ = false;
    last_ = kind;
  }
  [[nodiscard]] bool is_note() const { return is_note_; }

 private:
  std::optional<CaptureKind> last_;
  bool is_note_ = false;
};

/// Belongs to whatever stands beside it: small words, articles, "and", and signs alone.
bool is_joint(const Word& word) {
  constexpr std::array<std::string_view, 4> joints{"and", "the", "a", "an"};
  const auto is_letter_or_digit = [](std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
      if (const auto c = next_character(text, at); is_letter(c) || is_digit(c)) return true;
    return false;
  };
  if (word.is_quoted) return false;
  return std::ranges::count(joints, word.folded) > 0 || is_small_word(word.folded) ||
         !is_letter_or_digit(word.core);
}

bool may_stay(CaptureKind kind) {
  return kind == CaptureKind::person || kind == CaptureKind::topic || kind == CaptureKind::how;
}

void pass(Beside& side, const Word& word, std::optional<CaptureKind> kind) {
  if (kind)
    side.pass_recognised(*kind);
  else if (!is_joint(word))
    side.pass_free_word();
}

}  // namespace

/// The kind of token that each word belongs to. The tokens are in order.
std::vector<std::optional<CaptureKind>> LineReader::kinds_of_words() const {
  std::vector<std::optional<CaptureKind>> kinds(words_.size());
  auto token = reading_.tokens.begin();
  for (std::size_t i = 0; i < words_.size(); ++i) {
    while (token != reading_.tokens.end() && token->end <= words_[i].core_begin) ++token;
    if (token != reading_.tokens.end() && token->begin < words_[i].end) kinds[i] = token->kind;
  }
  return kinds;
}

/// Those with free words on both sides, in the same line.
void LineReader::find_sentences() {
  std::ranges::sort(reading_.tokens, {}, &CaptureToken::begin);
  const auto kinds = kinds_of_words();
  std::vector<char> follows_note(words_.size(), 0);
  Beside before;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (words_[i].begins_line) before.pass_line_end();
    pass(before, words_[i], kinds[i]);
    follows_note[i] = before.is_note() ? 1 : 0;
  }
  auto token = reading_.tokens.rbegin();
  Beside behind;
  for (auto i = words_.size(); i-- > 0;) {
    pass(behind, words_[i], kinds[i]);
    if (kinds[i] && may_stay(*kinds[i]) && follows_note[i] != 0 && behind.is_note()) {
      while (token->begin >= words_[i].end) ++token;
      token->is_in_note = true;
    }
    if (words_[i].begins_line) behind.pass_line_end();
  }
  for (const auto& one : reading_.tokens) {
    const bool has_sign = one.kind == CaptureKind::person || one.kind == CaptureKind::topic;
    if (one.is_in_note && has_sign) signs_in_note_.push_back(one.begin);
  }
}

/// A piece of the line, without the signs of the names and topics that stay in it.
std::string LineReader::as_words(std::string_view text) const {
  const auto begin = static_cast<std::size_t>(text.data() - line_.data());
  std::string words;
  std::size_t copied = begin;
  for (auto sign = std::ranges::lower_bound(signs_in_note_, begin);
       sign != signs_in_note_.end() && *sign < begin + text.size(); ++sign) {
    words += line_.substr(copied, *sign - copied);
    copied = *sign + 1;
  }
  words += line_.substr(copied, begin + text.size() - copied);
  return words;
}

}  // namespace rapport::capture
