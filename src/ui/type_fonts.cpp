// Loads the program's fonts once, from its own bytes.
#include "ui/type_fonts.hpp"

#include <cairo-ft.h>
#include <fontconfig/fcfreetype.h>
#include <fontconfig/fontconfig.h>
#include <hb-ft.h>
#include <hb-ot.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>

#include "ui/assets.hpp"

namespace rapport::ui {
namespace {

using Options = std::unique_ptr<cairo_font_options_t, decltype(&cairo_font_options_destroy)>;

struct Source {
  std::string_view beginning;
  std::string_view variations;
  float weight;
};
constexpr std::string_view newsreader = "/assets/newsreader-latin-wght-";
constexpr std::string_view newsreader_more = "/assets/newsreader-latin-ext-wght-";
constexpr std::string_view atkinson = "/assets/atkinson-hyperlegible-next-latin-wght-";
constexpr std::string_view atkinson_more = "/assets/atkinson-hyperlegible-next-latin-ext-wght-";
// By Face, latin first.
constexpr std::array<Source, 8> sources{{{atkinson, "wght=400", 400},
                                         {atkinson_more, "wght=400", 400},
                                         {atkinson, "wght=650", 650},
                                         {atkinson_more, "wght=650", 650},
                                         {newsreader, "wght=500", 500},
                                         {newsreader_more, "wght=500", 500},
                                         {newsreader, "wght=650", 650},
                                         {newsreader_more, "wght=650", 650}}};

std::string_view bytes_of(std::string_view beginning) {
  const auto found =
      std::ranges::find_if(assets(), [&](const Asset& asset) { return asset.path.starts_with(beginning); });
  if (found == assets().end()) throw std::logic_error("a font is not among the assets");
  return found->identity;
}

struct Loaded {
  FT_Face face = nullptr;
  TypeFont font = {};
};

hb_font_t* shaper_of(FT_Face face, float weight) {
  auto* tables = hb_ft_face_create_referenced(face);
  auto* font = hb_font_create(tables);
  hb_face_destroy(tables);
  const hb_variation_t variation{HB_TAG('w', 'g', 'h', 't'), weight};
  hb_font_set_variations(font, &variation, 1);
  return font;
}

/// With its weight in the face itself: cairo's PDF makes fonts of its own from the face and forgets the
/// options that it was drawn with.
cairo_font_face_t* drawn_by_cairo(FT_Face face, std::string_view variations) {
  auto* pattern = FcPatternCreate();
  FcPatternAddFTFace(pattern, FC_FT_FACE, face);
  FcPatternAddString(pattern, FC_FONT_VARIATIONS, reinterpret_cast<const FcChar8*>(variations.data()));
  FcPatternAddBool(pattern, FC_HINTING, FcFalse);
  auto* drawn = cairo_ft_font_face_create_for_pattern(pattern);
  FcPatternDestroy(pattern);
  return drawn;
}

/// Lives as long as the program: cairo keeps fonts that were used.
Loaded load(FT_Library library, const Source& source) {
  Loaded loaded;
  const auto bytes = bytes_of(source.beginning);
  if (FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(bytes.data()),
                         static_cast<FT_Long>(bytes.size()), 0, &loaded.face) != 0)
    throw std::runtime_error("a font cannot be read");
  auto& font = loaded.font;
  font.cairo = drawn_by_cairo(loaded.face, source.variations);
  font.shaper = shaper_of(loaded.face, source.weight);
  font.units = hb_face_get_upem(hb_font_get_face(font.shaper));
  hb_font_extents_t extents;
  if (hb_font_get_h_extents(font.shaper, &extents) != 0) {
    font.ascent = static_cast<double>(extents.ascender) / font.units;
    font.descent = -static_cast<double>(extents.descender) / font.units;
  }
  return loaded;
}

const std::array<Loaded, sources.size()>& all_fonts() {
  static const auto all = [] {
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) throw std::runtime_error("FreeType does not start");
    std::array<Loaded, sources.size()> fonts;
    for (std::size_t i = 0; i < sources.size(); ++i) fonts.at(i) = load(library, sources.at(i));
    return fonts;
  }();
  return all;
}

bool is_bold(Face face) {
  return face == Face::bold || face == Face::heading_bold;
}

}  // namespace

const TypeFont& type_font(int font) {
  return all_fonts().at(static_cast<std::size_t>(font)).font;
}

int font_for(Face face, char32_t letter) {
  const int first = static_cast<int>(face) * fonts_of_face;
  for (int font = first; font < first + fonts_of_face; ++font)
    if (FT_Get_Char_Index(all_fonts().at(static_cast<std::size_t>(font)).face, letter) != 0) return font;
  return is_bold(face) ? fallback_font_bold : fallback_font;
}

void choose_type_font(cairo_t* canvas, int font, double size) {
  const Options options(cairo_font_options_create(), cairo_font_options_destroy);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
  if (font >= fallback_font) {
    cairo_select_font_face(canvas, "sans-serif", CAIRO_FONT_SLANT_NORMAL,
                           font == fallback_font_bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
  } else {
    cairo_set_font_face(canvas, type_font(font).cairo);
  }
  cairo_set_font_options(canvas, options.get());
  cairo_set_font_size(canvas, size);
}

std::recursive_mutex& type_mutex() {
  static std::recursive_mutex mutex;
  return mutex;
}

}  // namespace rapport::ui
