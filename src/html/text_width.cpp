// The advance widths of Atkinson Hyperlegible Next.
#include "html/text_width.hpp"

#include <array>
#include <cstddef>

#include "base/text.hpp"

namespace rapport::html {
namespace {

/// From the space to the tilde, in thousandths of the type size, as Chromium measures the font without
/// kerning.
using Widths = std::array<int, 95>;
constexpr Widths regular{280, 286, 301, 651, 592, 919, 731, 160, 299, 299, 485, 606, 210, 362, 210, 387,
                         648, 407, 548, 576, 614, 588, 598, 510, 615, 595, 210, 210, 553, 628, 553, 480,
                         778, 626, 613, 645, 669, 569, 552, 694, 694, 392, 512, 631, 541, 824, 693, 714,
                         592, 724, 614, 592, 558, 690, 593, 856, 623, 575, 607, 317, 387, 344, 552, 372,
                         243, 525, 566, 485, 564, 538, 314, 558, 550, 252, 245, 492, 262, 845, 550, 548,
                         566, 574, 349, 471, 326, 540, 461, 684, 481, 449, 460, 344, 237, 344, 555};
constexpr Widths bold{308, 300, 376, 747, 607, 961, 726, 203, 329, 329, 485, 596, 262, 371, 262, 432,
                      658, 435, 574, 596, 622, 605, 621, 533, 623, 574, 262, 262, 567, 614, 567, 536,
                      781, 670, 638, 656, 686, 593, 564, 715, 700, 420, 553, 659, 550, 853, 714, 742,
                      623, 752, 644, 607, 599, 687, 636, 881, 675, 638, 617, 336, 432, 344, 577, 395,
                      281, 548, 591, 506, 591, 559, 357, 588, 568, 293, 257, 546, 309, 876, 568, 571,
                      591, 595, 372, 503, 368, 563, 519, 731, 531, 510, 499, 376, 251, 376, 540};
constexpr int widest = 1000;  // of other scripts
constexpr std::string_view dots = "\u2026";
constexpr int dots_width = 764;  // the bold ones

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

int thousandths(std::string_view text, Weight weight) {
  const auto& widths = weight == Weight::bold ? bold : regular;
  int width = 0;
  if (text.ends_with(dots)) {
    width = dots_width;
    text.remove_suffix(dots.size());
  }
  for (const char c : text) {
    if (is_continuation(c)) continue;
    const auto code = static_cast<unsigned char>(c);
    width += code >= 32 && code < 127 ? widths.at(code - 32U) : widest;
  }
  return width;
}

}  // namespace

int text_width(std::string_view text, int size, Weight weight) {
  return (thousandths(text, weight) * size + 999) / 1000;
}

std::string fit(std::string_view text, int width, int size, Weight weight) {
  if (text_width(text, size, weight) <= width) return std::string(text);
  for (auto characters = character_count(text); characters > 1; --characters) {
    const auto shorter = shorten(text, characters);
    if (!shorter.ends_with(dots)) continue;
    const auto kept = trim(std::string_view(shorter).substr(0, shorter.size() - dots.size()));
    auto fitted = std::string(kept) + std::string(dots);
    if (!kept.empty() && text_width(fitted, size, weight) <= width) return fitted;
  }
  return {};
}

}  // namespace rapport::html
