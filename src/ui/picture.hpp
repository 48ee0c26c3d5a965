// A drawing as a picture file. librsvg, cairo and FreeType stay behind this header.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace rapport::ui {

enum class PictureFont { text, bold, heading };

/// Words on a drawing, in the program's own fonts; where those lack a letter, in one that the machine has.
struct PictureText {
  int x = 0;
  int y = 0;  ///< of the baseline
  int size = 13;
  PictureFont font = PictureFont::text;
  std::uint32_t colour = 0;  ///< 0xrrggbb
  bool is_centred = false;   ///< `x` is the middle
  std::string text = {};
};
/// Shapes as a whole SVG document without text, and the words over them. The fonts are compressed as browsers
/// take them, which what draws text in SVG cannot read: so words are drawn apart.
struct Drawing {
  std::string shapes = {};
  std::vector<PictureText> texts = {};
};

/// Wider or higher than this, in pixels, no picture becomes: it is made smaller.
inline constexpr int picture_pixels_max = 4096;

/// As PNG, twice the drawing's size for sharp screens. Nothing outside the drawing is read: it has no address
/// that another could be relative to. Throws std::runtime_error where it is no drawing. Takes tens of
/// milliseconds: for a worker.
[[nodiscard]] std::string png_of(const Drawing& drawing);

}  // namespace rapport::ui
