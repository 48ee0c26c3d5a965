// Dictionary order and the counting of characters as a person sees them: ICU's collator and break iterator.
#include <unicode/brkiter.h>
#include <unicode/coll.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>

#include "base/text.hpp"

namespace rapport {
namespace {

void require(UErrorCode error, const char* what) {
  if (U_FAILURE(error)) throw std::runtime_error(std::string(what) + ": " + u_errorName(error));
}

/// Accents count, capitals do not.
std::unique_ptr<icu::Collator> make_collator() {
  UErrorCode error = U_ZERO_ERROR;
  std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale("en", "GB"), error));
  require(error, "ICU collation for British English");
  made->setStrength(icu::Collator::SECONDARY);
  return made;
}

std::unique_ptr<icu::BreakIterator> make_breaks() {
  UErrorCode error = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> made(
      icu::BreakIterator::createCharacterInstance(icu::Locale("en", "GB"), error));
  require(error, "ICU character breaks");
  return made;
}

/// One for each thread, as ICU asks.
const icu::Collator& collator() {
  thread_local const auto own = make_collator();
  // The analyser takes a thread_local for a local: it lives as long as its thread.
  return *own;  // NOLINT(clang-analyzer-cplusplus.NewDelete)
}

icu::BreakIterator& character_breaks() {
  thread_local const auto own = make_breaks();
  return *own;  // NOLINT(clang-analyzer-cplusplus.NewDelete)
}

/// Library filing (BS 1749) passes over the apostrophe: O'Neill stands among the Os as "Oneill".
icu::UnicodeString without_apostrophes(std::string_view text) {
  const auto wide =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < wide.length(); ++i) {
    const char16_t unit = wide.charAt(i);
    if (unit != u'\'' && unit != u'\u2018' && unit != u'\u2019' && unit != u'\u02BC') kept.append(unit);
  }
  return kept;
}

/// Steps through the graphemes of one text.
class Graphemes {
 public:
  explicit Graphemes(std::string_view text) : breaks_(character_breaks()) {
    UErrorCode error = U_ZERO_ERROR;
    utext_openUTF8(&text_, text.data(), static_cast<std::int64_t>(text.size()), &error);
    breaks_.setText(&text_, error);
    require(error, "ICU text");
  }
  ~Graphemes() { utext_close(&text_); }
  Graphemes(const Graphemes&) = delete;
  Graphemes& operator=(const Graphemes&) = delete;

  /// Steps over one grapheme; false at the end.
  bool next() { return breaks_.next() != icu::BreakIterator::DONE; }
  [[nodiscard]] std::size_t position() const { return static_cast<std::size_t>(breaks_.current()); }

 private:
  icu::BreakIterator& breaks_;
  UText text_ = UTEXT_INITIALIZER;
};

/// True where every byte is a character: ASCII without \r, since \r\n is one.
bool is_byte_a_character(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80 || c == '\r') return false;
  }
  return true;
}

/// The length in bytes of the first `characters`; the whole text where it has no more.
std::size_t bytes_of(std::string_view text, std::size_t characters) {
  if (is_byte_a_character(text.substr(0, characters + 1))) return std::min(characters, text.size());
  Graphemes graphemes(text);
  for (std::size_t i = 0; i < characters; ++i) {
    if (!graphemes.next()) return text.size();
  }
  return graphemes.position();
}

}  // namespace

std::string sort_key(std::string_view text) {
  constexpr char digits[] = "0123456789abcdef";
  const auto wide = without_apostrophes(text);
  std::string bytes(static_cast<std::size_t>(wide.length()) * 3 + 16, '\0');
  const auto get = [&] {
    return static_cast<std::size_t>(collator().getSortKey(wide, reinterpret_cast<std::uint8_t*>(bytes.data()),
                                                          static_cast<std::int32_t>(bytes.size())));
  };
  const std::size_t length = get();
  if (length > bytes.size()) {
    bytes.resize(length);
    get();
  }
  std::string key;
  key.reserve(length * 2);
  for (std::size_t i = 0; i + 1 < length; ++i) {  // the last byte is the closing NUL
    const auto byte = static_cast<unsigned char>(bytes[i]);
    key += digits[byte >> 4U];
    key += digits[byte & 15U];
  }
  return key;
}

std::size_t character_count(std::string_view text) {
  if (is_byte_a_character(text)) return text.size();
  Graphemes graphemes(text);
  std::size_t count = 0;
  while (graphemes.next()) ++count;
  return count;
}

std::string shorten(std::string_view text, std::size_t characters) {
  if (characters == 0) return {};
  if (bytes_of(text, characters) == text.size()) return std::string(text);
  std::string_view kept = text.substr(0, bytes_of(text, characters - 1));
  while (!kept.empty() && kept.back() == ' ') kept.remove_suffix(1);
  return std::string(kept) + "…";
}

}  // namespace rapport
