// ICU's character properties; ASCII is answered without it.
#include "base/letters.hpp"

#include <unicode/uchar.h>

namespace rapport {
namespace {

UChar32 icu(char32_t c) {
  return c > 0x10FFFF ? 0xFFFD : static_cast<UChar32>(c);
}

constexpr bool is_between(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

}  // namespace

bool is_letter(char32_t c) {
  if (c < 0x80) return is_between(c, 'a', 'z') || is_between(c, 'A', 'Z');
  return u_isalpha(icu(c)) != 0 || (U_GET_GC_MASK(icu(c)) & U_GC_M_MASK) != 0;
}
bool is_digit(char32_t c) {
  return c < 0x80 ? is_between(c, '0', '9') : u_isdigit(icu(c)) != 0;
}
bool is_capital(char32_t c) {
  return c < 0x80 ? is_between(c, 'A', 'Z') : u_isupper(icu(c)) != 0 || u_istitle(icu(c)) != 0;
}
bool is_small_letter(char32_t c) {
  return c < 0x80 ? is_between(c, 'a', 'z') : u_islower(icu(c)) != 0;
}
bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || is_between(c, '\t', '\r');
  return u_isUWhiteSpace(icu(c)) != 0 || c == 0xFEFF;
}

}  // namespace rapport
