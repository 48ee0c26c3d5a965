// The fonts of type.cpp, paper.cpp and picture.cpp: faces that cairo draws and HarfBuzz shapes. For the files
// of ui/ alone.
#pragma once

#include <cairo.h>

#include <mutex>

#include "ui/type.hpp"

struct hb_font_t;

namespace rapport::ui {

/// One file at one weight. A face of its own for each weight: cairo's PDF takes outlines from the face, and a
/// face stands at one weight at a time.
struct TypeFont {
  cairo_font_face_t* cairo = nullptr;
  hb_font_t* shaper = nullptr;
  unsigned units = 1000;  ///< to the em
  double ascent = 0.8;    ///< in ems
  double descent = 0.2;
};

inline constexpr int fonts_of_face = 2;  ///< latin, and the rest of latin
inline constexpr int fallback_font = 100;
inline constexpr int fallback_font_bold = 101;

[[nodiscard]] const TypeFont& type_font(int font);
/// The font of that face which has the letter; a fallback where none has.
[[nodiscard]] int font_for(Face face, char32_t letter);

/// Chooses the font on a canvas.
void choose_type_font(cairo_t* canvas, int font, double size);

/// A font is not for two threads at once: whoever shapes or draws holds this.
[[nodiscard]] std::recursive_mutex& type_mutex();

}  // namespace rapport::ui
