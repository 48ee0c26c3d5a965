// Renders shapes with librsvg and words with cairo and FreeType.
#include "ui/picture.hpp"

#include <cairo-ft.h>
#include <cairo.h>
#include <librsvg/rsvg.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <stdexcept>

#include "ui/assets.hpp"

namespace rapport::ui {
namespace {

constexpr double sharpness = 2;

using Handle = std::unique_ptr<RsvgHandle, decltype(&g_object_unref)>;
using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Canvas = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;
using Options = std::unique_ptr<cairo_font_options_t, decltype(&cairo_font_options_destroy)>;

// Words ---------------------------------------------------------------------------------------------

std::string_view bytes_of(std::string_view address) {
  const auto found = std::ranges::find(assets(), address, &Asset::path);
  if (found == assets().end()) throw std::logic_error("a font is not among the assets");
  return found->identity;
}

/// A font of the program, as FreeType and as cairo have it. Lives as long as the program: cairo keeps fonts
/// that were used.
struct Font {
  FT_Face face = nullptr;
  cairo_font_face_t* cairo = nullptr;
};
Font load(FT_Library library, std::string_view address) {
  const auto bytes = bytes_of(address);
  Font font;
  if (FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(bytes.data()),
                         static_cast<FT_Long>(bytes.size()), 0, &font.face) != 0)
    throw std::runtime_error("a font cannot be read");
  font.cairo = cairo_ft_font_face_create_for_ft_face(font.face, FT_LOAD_NO_HINTING);
  return font;
}

struct Fonts {
  Font text;
  Font heading;
};
const Fonts& fonts() {
  static const Fonts all = [] {
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) throw std::runtime_error("FreeType does not start");
    return Fonts{load(library, asset_addresses().font_text), load(library, asset_addresses().font_heading)};
  }();
  return all;
}

char32_t next_letter(std::string_view& text) {
  const auto first = static_cast<unsigned char>(text.front());
  const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  static constexpr std::array<unsigned char, 5> masks{0, 0x7F, 0x1F, 0x0F, 0x07};
  char32_t letter = first & masks.at(length);
  for (std::size_t i = 1; i < length && i < text.size(); ++i)
    letter = (letter << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
  text.remove_prefix(std::min(length, text.size()));
  return letter;
}

bool has_all(const Font& font, std::string_view text) {
  while (!text.empty())
    if (FT_Get_Char_Index(font.face, next_letter(text)) == 0) return false;
  return true;
}

void choose_font(cairo_t* canvas, const PictureText& text) {
  const auto& font = text.font == PictureFont::heading ? fonts().heading : fonts().text;
  const bool is_bold = text.font == PictureFont::bold;
  if (!has_all(font, text.text)) {
    cairo_select_font_face(canvas, "sans-serif", CAIRO_FONT_SLANT_NORMAL,
                           is_bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
    return;
  }
  const Options options(cairo_font_options_create(), cairo_font_options_destroy);
  cairo_font_options_set_variations(options.get(), is_bold                             ? "wght=650"
                                                   : text.font == PictureFont::heading ? "wght=500"
                                                                                       : "wght=400");
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  cairo_set_font_options(canvas, options.get());
  cairo_set_font_face(canvas, font.cairo);
}

void write(cairo_t* canvas, const PictureText& text) {
  const auto part = [&](unsigned shift) { return static_cast<double>((text.colour >> shift) & 0xFFU) / 255; };
  choose_font(canvas, text);
  cairo_set_font_size(canvas, text.size);
  cairo_set_source_rgb(canvas, part(16), part(8), part(0));
  cairo_text_extents_t extents;
  cairo_text_extents(canvas, text.text.c_str(), &extents);
  cairo_move_to(canvas, text.is_centred ? text.x - extents.x_advance / 2 : text.x, text.y);
  cairo_show_text(canvas, text.text.c_str());
}

void write_all(cairo_t* canvas, const std::vector<PictureText>& texts) {
  // A font is not for two threads at once.
  static std::mutex mutex;
  const std::lock_guard lock(mutex);
  for (const auto& text : texts) write(canvas, text);
}

// Shapes --------------------------------------------------------------------------------------------

Handle read_shapes(std::string_view svg) {
  GError* error = nullptr;
  Handle handle(rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), &error),
                g_object_unref);
  if (error != nullptr) {
    const std::string words = error->message;
    g_error_free(error);
    throw std::runtime_error("no drawing: " + words);
  }
  return handle;
}

struct Size {
  double width = 0;
  double height = 0;
};
Size size_of(RsvgHandle* handle) {
  Size size;
  if (!rsvg_handle_get_intrinsic_size_in_pixels(handle, &size.width, &size.height) || size.width < 1 ||
      size.height < 1)
    throw std::runtime_error("the drawing has no size");
  return size;
}

cairo_status_t append(void* out, const unsigned char* bytes, unsigned int length) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), length);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

std::string png_of(const Drawing& drawing) {
  const auto handle = read_shapes(drawing.shapes);
  const auto size = size_of(handle.get());
  const auto scale = std::min(sharpness, picture_pixels_max / std::max(size.width, size.height));
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(size.width * scale),
                                                   static_cast<int>(size.height * scale)),
                        cairo_surface_destroy);
  const Canvas canvas(cairo_create(surface.get()), cairo_destroy);
  cairo_scale(canvas.get(), scale, scale);
  const RsvgRectangle whole{0, 0, size.width, size.height};
  if (!rsvg_handle_render_document(handle.get(), canvas.get(), &whole, nullptr))
    throw std::runtime_error("the drawing could not be rendered");
  write_all(canvas.get(), drawing.texts);
  std::string png;
  if (cairo_surface_write_to_png_stream(surface.get(), append, &png) != CAIRO_STATUS_SUCCESS)
    throw std::runtime_error("the picture could not be written");
  return png;
}

}  // namespace rapport::ui
