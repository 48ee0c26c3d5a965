// What a single character is: letter, digit, capital, space. ICU stays behind this header; texts are
// text.hpp.
#pragma once

namespace rapport {

[[nodiscard]] bool is_letter(char32_t c);  ///< of any script; marks that belong to a letter count
[[nodiscard]] bool is_digit(char32_t c);
[[nodiscard]] bool is_capital(char32_t c);       ///< upper or title case
[[nodiscard]] bool is_small_letter(char32_t c);  ///< lower case; scripts without case are neither
[[nodiscard]] bool is_space(char32_t c);         ///< no-break and ideographic spaces and line ends included

}  // namespace rapport
