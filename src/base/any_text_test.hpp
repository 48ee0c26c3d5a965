// For tests only: any clean UTF-8, with much of what breaks programs (accents, marks, kana, emoji, controls).
#pragma once

#include <rapidcheck.h>

#include <cstddef>
#include <string>
#include <vector>

#include "base/utf8.hpp"

namespace rapport::test {

/// Any character but NUL and surrogates; often one that matters.
inline rc::Gen<char32_t> any_character() {
  const auto any = rc::gen::map(rc::gen::inRange<std::uint32_t>(1, 0x110000), [](std::uint32_t c) {
    return c >= 0xD800 && c <= 0xDFFF ? U'\uFFFD' : static_cast<char32_t>(c);
  });
  const auto ascii = rc::gen::map(rc::gen::inRange<std::uint32_t>(1, 0x80),
                                  [](std::uint32_t c) { return static_cast<char32_t>(c); });
  const auto latin = rc::gen::map(rc::gen::inRange<std::uint32_t>(0x80, 0x370),
                                  [](std::uint32_t c) { return static_cast<char32_t>(c); });
  const std::u32string awkward =
      U" \n\t\r'-"
      U"\u2019\u00B4\u00AD\u0301\u0327\u0345\u200B\u200D\u202E\u2066\uFEFF\u2028\u3099\u1100\u1161\u11A8가"
      U"がカﷺ¼①ßẞİıſΣςŉﬁ王々ー\u0E31\u093F\U0001F469\U0001F3FD\U0001F1EC\U0001F1E7\uFE0F";
  return rc::gen::weightedOneOf<char32_t>(
      {{4, ascii}, {3, latin}, {3, rc::gen::elementOf(awkward)}, {2, any}});
}

inline rc::Gen<std::string> any_text() {
  return rc::gen::map(rc::gen::container<std::vector<char32_t>>(any_character()),
                      [](const std::vector<char32_t>& characters) {
                        std::string text;
                        for (const char32_t c : characters) append_character(text, c);
                        return text;
                      });
}

}  // namespace rapport::test
