// Folding for comparison and search, and the words in a text. ICU's compatibility forms, marks taken off.
// Common characters take a table or pass unchanged; only the rest goes through ICU.
#include <libstemmer.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <array>
#include <cstdint>
#include <memory>
#include <stdexcept>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace rapport {
namespace {

constexpr char32_t first_mark = 0x300;     // from here on a character can attach to the one before
constexpr unsigned char mark_lead = 0xCC;  // the first byte of U+0300
constexpr char32_t spacing_acute = 0xB4;   // typed as an apostrophe; NFKC would make it a space

/// ICU's normalisers are immutable singletons, safe from any thread.
struct Normalisers {
  const icu::Normalizer2* casefold = nullptr;
  const icu::Normalizer2* decompose = nullptr;
  const icu::Normalizer2* compose = nullptr;
};

const Normalisers& normalisers() {
  static const Normalisers all = [] {
    UErrorCode error = U_ZERO_ERROR;
    const Normalisers found{icu::Normalizer2::getNFKCCasefoldInstance(error),
                            icu::Normalizer2::getNFDInstance(error), icu::Normalizer2::getNFCInstance(error)};
    if (U_FAILURE(error)) throw std::runtime_error("ICU has no normalisation data.");
    return found;
  }();
  return all;
}

UChar32 icu_character(char32_t c) {
  return static_cast<UChar32>(c);
}

/// The character at `at`, which moves behind it; what is no UTF-8 is read as U+FFFD.
char32_t read_character(std::string_view text, std::size_t& at) {
  const char32_t c = next_character(text, at);
  return c == ill_formed ? U'\uFFFD' : c;
}

/// Letters that no decomposition makes plain.
std::string_view plain_letter(char32_t c) {
  constexpr std::u32string_view letters = U"ßæðøþđħıłœŧ";
  constexpr std::array<std::string_view, letters.size()> plain = {"ss", "ae", "d", "o",  "th", "d",
                                                                  "h",  "i",  "l", "oe", "t"};
  const auto at = letters.find(c);
  return at == std::u32string_view::npos ? std::string_view() : plain[at];
}

/// The plain form of a letter, an apostrophe or a dash; empty where `c` stays as it is.
std::string_view plain_form(char32_t c) {
  constexpr std::u32string_view apostrophes = U"`\u00B4\u02BB\u02BC\u2018\u2019\u201B\u2032";
  constexpr std::u32string_view dashes = U"\u2010\u2011\u2012\u2013\u2014\u2015\u2212";
  if (apostrophes.find(c) != std::u32string_view::npos) return "'";
  if (dashes.find(c) != std::u32string_view::npos) return "-";
  return plain_letter(c);
}

/// Accents of Latin, Greek, Cyrillic, Hebrew and Arabic. Marks that are letters' parts elsewhere (Indic
/// vowels, Thai, the kana voicing mark) stay.
bool is_accent(char32_t c) {
  if (c < first_mark) return false;
  const auto combining_class = u_getCombiningClass(icu_character(c));
  return combining_class == 1 || (combining_class >= 10 && combining_class <= 36) || combining_class >= 200;
}

icu::UnicodeString without_accents(const icu::UnicodeString& decomposed) {
  icu::UnicodeString plain;
  for (std::int32_t at = 0; at < decomposed.length(); at = decomposed.moveIndex32(at, 1)) {
    const auto c = static_cast<char32_t>(decomposed.char32At(at));
    if (is_accent(c)) continue;
    const std::string_view form = plain_form(c);
    for (const char letter : form) plain.append(static_cast<char16_t>(letter));
    if (form.empty()) plain.append(icu_character(c));
  }
  return plain;
}

std::string fold_by_icu(std::string_view text) {
  const auto& normaliser = normalisers();
  UErrorCode error = U_ZERO_ERROR;
  auto wide =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  wide.findAndReplace(icu::UnicodeString(icu_character(spacing_acute)), icu::UnicodeString(u'\''));
  const auto folded = normaliser.casefold->normalize(wide, error);
  const auto decomposed = normaliser.decompose->normalize(folded, error);
  const auto result = normaliser.compose->normalize(without_accents(decomposed), error);
  if (U_FAILURE(error)) throw std::runtime_error(u_errorName(error));
  std::string bytes;
  return result.toUTF8String(bytes);
}

using LatinTable = std::array<std::string, first_mark>;

/// What each character below U+0300 folds to on its own.
const LatinTable& latin_folds() {
  static const LatinTable table = [] {
    LatinTable folds;
    for (char32_t c = 0; c < first_mark; ++c) {
      std::string alone;
      append_character(alone, c);
      folds.at(c) = fold_by_icu(alone);
    }
    return folds;
  }();
  return table;
}

constexpr char lower_ascii(char c) {
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
  return c == '`' ? '\'' : c;
}

/// A stretch of text that folds by itself: whatever stands before or after it changes nothing.
struct Segment {
  std::size_t end = 0;
  std::string_view folded;  // points into the table, the text or the walker
};

/// Walks a text from segment to segment. `Segment::folded` lasts until the next step.
class SegmentWalk {
 public:
  explicit SegmentWalk(std::string_view text) : text_(text) {}

  Segment at(std::size_t begin) {
    std::size_t end = begin;
    const char32_t c = read_character(text_, end);
    if (c < first_mark && stands_before_no_mark(end)) return {end, latin_[c]};
    if (c >= first_mark && stands_alone(c)) return {end, text_.substr(begin, end - begin)};
    return through_icu(begin, end);
  }

 private:
  bool stands_before_no_mark(std::size_t end) const {
    return end == text_.size() || static_cast<unsigned char>(text_[end]) < mark_lead || begins_segment(end);
  }

  /// Never changed by folding and never joined to a neighbour: most ideographs, for example.
  bool stands_alone(char32_t c) const {
    const UChar32 code = icu_character(c);
    return normalisers_.casefold->isInert(code) && normalisers_.decompose->isInert(code) &&
           plain_form(c).empty() && c != U'\uFFFD';
  }

  bool begins_segment(std::size_t at) const {
    return normalisers_.casefold->hasBoundaryBefore(icu_character(read_character(text_, at)));
  }

  Segment through_icu(std::size_t begin, std::size_t end) {
    while (end < text_.size() && !begins_segment(end)) read_character(text_, end);
    folded_ = fold_by_icu(text_.substr(begin, end - begin));
    return {end, folded_};
  }

  std::string_view text_;
  std::string folded_;
  const LatinTable& latin_ = latin_folds();
  const Normalisers& normalisers_ = normalisers();
};

bool is_mark(char32_t c) {
  return c >= first_mark && (U_GET_GC_MASK(icu_character(c)) & U_GC_M_MASK) != 0;
}

/// Scripts written without spaces between words: each character is found by itself.
bool is_own_word(char32_t c) {
  if (c < 0x3000) return false;
  UErrorCode error = U_ZERO_ERROR;
  const auto script = uscript_getScript(icu_character(c), &error);
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA || c == 0x30FC;
}

bool is_word_character(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  return u_isalnum(icu_character(c)) != 0;
}

struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Takes folded characters one after the other and hands out words.
template <class Take>
class WordMachine {
 public:
  explicit WordMachine(Take take) : take_(std::move(take)) {}

  void feed(char32_t c, std::string_view bytes, Span place) {
    if (is_mark(c)) return extend_by_mark(bytes, place);
    if (c == '\'' && !word_.empty() && !follows_apostrophe_) {
      follows_apostrophe_ = true;
      return;
    }
    if (!is_word_character(c)) return finish();
    const bool is_single = is_own_word(c);
    if (is_single || word_is_single_) finish();
    follows_apostrophe_ = false;
    if (word_.empty()) begin_ = place.begin;
    word_is_single_ = is_single;
    word_ += bytes;
    end_ = place.end;
  }

  void finish() {
    if (!word_.empty()) take_(std::move(word_), Span{begin_, end_});
    word_.clear();
    follows_apostrophe_ = false;
    word_is_single_ = false;
  }

 private:
  /// A mark belongs to the letter before it; without one it is no word.
  void extend_by_mark(std::string_view bytes, Span place) {
    if (word_.empty() || follows_apostrophe_) return finish();
    word_ += bytes;
    end_ = place.end;
  }

  Take take_;
  std::string word_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  bool follows_apostrophe_ = false;
  bool word_is_single_ = false;
};

/// Feeds every character of `folded`; all of them stand at `place`.
template <class Machine>
void feed_all(Machine& machine, std::string_view folded, Span place) {
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = at;
    const char32_t c = read_character(folded, at);
    machine.feed(c, folded.substr(begin, at - begin), place);
  }
}

/// libstemmer's object keeps the word it works on, so each thread has its own.
sb_stemmer* english_stemmer() {
  struct Delete {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
  };
  thread_local const std::unique_ptr<sb_stemmer, Delete> stemmer(sb_stemmer_new("english", "UTF_8"));
  if (!stemmer) throw std::runtime_error("libstemmer has no English stemmer.");
  return stemmer.get();
}

}  // namespace

std::string fold(std::string_view text) {
  std::string folded;
  folded.resize(text.size());
  std::size_t plain = 0;
  while (plain < text.size() && static_cast<unsigned char>(text[plain]) < 0x80) {
    folded[plain] = lower_ascii(text[plain]);
    ++plain;
  }
  if (plain == text.size()) return folded;
  if (plain > 0) --plain;  // a mark may follow the last plain character
  folded.resize(plain);
  SegmentWalk walk(text);
  for (std::size_t at = plain; at < text.size();) {
    const Segment segment = walk.at(at);
    folded += segment.folded;
    at = segment.end;
  }
  return folded;
}

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> words;
  WordMachine machine([&](std::string word, Span) { words.push_back(std::move(word)); });
  feed_all(machine, fold(text), {});
  machine.finish();
  return words;
}

std::vector<WordPlace> word_places(std::string_view text) {
  std::vector<WordPlace> places;
  WordMachine machine([&](std::string word, Span place) {
    places.push_back({std::move(word), place.begin, place.end});
  });
  SegmentWalk walk(text);
  for (std::size_t at = 0; at < text.size();) {
    const Segment segment = walk.at(at);
    feed_all(machine, segment.folded, {at, segment.end});
    at = segment.end;
  }
  machine.finish();
  return places;
}

std::string stem(std::string_view folded_word) {
  sb_stemmer* stemmer = english_stemmer();
  const auto* word = reinterpret_cast<const sb_symbol*>(folded_word.data());
  const sb_symbol* stemmed = sb_stemmer_stem(stemmer, word, static_cast<int>(folded_word.size()));
  if (stemmed == nullptr) throw std::bad_alloc();
  return {reinterpret_cast<const char*>(stemmed), static_cast<std::size_t>(sb_stemmer_length(stemmer))};
}

}  // namespace rapport
