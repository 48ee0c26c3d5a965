// Renders shapes with librsvg and words with cairo.
#include "ui/picture.hpp"

#include <cairo.h>
#include <librsvg/rsvg.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <stdexcept>

#include "base/utf8.hpp"
#include "ui/type_fonts.hpp"

namespace rapport::ui {
namespace {

constexpr double sharpness = 2;

using Handle = std::unique_ptr<RsvgHandle, decltype(&g_object_unref)>;
using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Canvas = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

// Words ---------------------------------------------------------------------------------------------

Face face_of(PictureFont font) {
  if (font == PictureFont::heading) return Face::heading;
  return font == PictureFont::bold ? Face::bold : Face::text;
}

/// A stretch of words in one font.
struct Run {
  int font = 0;
  std::string text = {};
  double width = 0;
};
std::vector<Run> runs_of(const PictureText& text) {
  std::vector<Run> runs;
  for (std::size_t at = 0; at < text.text.size();) {
    const auto begin = at;
    const int font = font_for(face_of(text.font), next_character(text.text, at));
    if (runs.empty() || runs.back().font != font) runs.push_back({font});
    runs.back().text += text.text.substr(begin, at - begin);
  }
  return runs;
}

void write(cairo_t* canvas, const PictureText& text) {
  const auto part = [&](unsigned shift) { return static_cast<double>((text.colour >> shift) & 0xFFU) / 255; };
  auto runs = runs_of(text);
  double width = 0;
  for (auto& run : runs) {
    choose_type_font(canvas, run.font, text.size);
    cairo_text_extents_t extents;
    cairo_text_extents(canvas, run.text.c_str(), &extents);
    run.width = extents.x_advance;
    width += run.width;
  }
  cairo_set_source_rgb(canvas, part(16), part(8), part(0));
  auto x = text.is_centred ? text.x - width / 2 : text.x;
  for (const auto& run : runs) {
    choose_type_font(canvas, run.font, text.size);
    cairo_move_to(canvas, x, text.y);
    cairo_show_text(canvas, run.text.c_str());
    x += run.width;
  }
}

void write_all(cairo_t* canvas, const std::vector<PictureText>& texts) {
  const std::lock_guard lock(type_mutex());
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
