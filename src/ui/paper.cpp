// Draws pages with cairo; icons with librsvg. What cairo cannot say in a PDF is added by paper_words.hpp.
#include "ui/paper.hpp"

#include <cairo-pdf.h>
#include <hb.h>
#include <librsvg/rsvg.h>

#include <algorithm>
#include <memory>
#include <numbers>
#include <stdexcept>

#include "ui/assets.hpp"
#include "ui/paper_words.hpp"
#include "ui/type_fonts.hpp"

namespace rapport::ui {
namespace {

constexpr double points = 72.0 / 96;  // of a CSS pixel

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Canvas = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;
using Handle = std::unique_ptr<RsvgHandle, decltype(&g_object_unref)>;

cairo_status_t append(void* out, const unsigned char* bytes, unsigned int length) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), length);
  return CAIRO_STATUS_SUCCESS;
}

void set_colour(cairo_t* canvas, std::uint32_t colour) {
  const auto part = [&](unsigned shift) { return static_cast<double>((colour >> shift) & 0xFFU) / 255; };
  cairo_set_source_rgb(canvas, part(16), part(8), part(0));
}

std::string hex_of(std::uint32_t colour) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text = "#";
  for (int shift = 20; shift >= 0; shift -= 4)
    text += digits[(colour >> static_cast<unsigned>(shift)) & 0xFU];
  return text;
}

// Words ---------------------------------------------------------------------------------------------

void draw_piece(cairo_t* canvas, const SetPiece& piece, double x, double y, double size) {
  std::vector<cairo_glyph_t> glyphs;
  glyphs.reserve(piece.glyphs.size());
  for (const auto& glyph : piece.glyphs) glyphs.push_back({glyph.id, x + glyph.x, y + glyph.y});
  std::vector<cairo_text_cluster_t> clusters;
  clusters.reserve(piece.clusters.size());
  for (const auto& cluster : piece.clusters) clusters.push_back({cluster.bytes, cluster.glyphs});
  choose_type_font(canvas, piece.font, size);
  set_colour(canvas, piece.colour);
  cairo_show_text_glyphs(canvas, piece.text.data(), static_cast<int>(piece.text.size()), glyphs.data(),
                         static_cast<int>(glyphs.size()), clusters.data(), static_cast<int>(clusters.size()),
                         cairo_text_cluster_flags_t{});
}

const char* tag_of(PaperRole role) {
  if (role == PaperRole::title) return "H1";
  return role == PaperRole::heading ? "H2" : "P";
}

void append(SetPiece& span, const SetPiece& piece) {
  for (const auto& glyph : piece.glyphs) span.glyphs.push_back({glyph.id, piece.x + glyph.x, glyph.y});
  span.clusters.insert(span.clusters.end(), piece.clusters.begin(), piece.clusters.end());
  span.text += piece.text;
}

/// Nothing to be seen: who copies or listens has two words where the line ends.
void append_blank(SetPiece& span, double x) {
  hb_codepoint_t glyph = 0;
  auto* shaper = type_font(span.font).shaper;
  if (shaper == nullptr || hb_font_get_nominal_glyph(shaper, ' ', &glyph) == 0) return;
  append(span, {.text = " ", .glyphs = {{.id = glyph}}, .clusters = {{.bytes = 1, .glyphs = 1}}, .x = x});
}

/// A line's pieces of one font and colour together: cairo drops a blank that is drawn alone where it falls on
/// whole points.
std::vector<SetPiece> spans_of(const SetLine& line, bool is_last) {
  std::vector<SetPiece> spans;
  for (const auto& piece : line.pieces) {
    if (spans.empty() || spans.back().font != piece.font || spans.back().colour != piece.colour)
      spans.push_back({.font = piece.font, .colour = piece.colour});
    append(spans.back(), piece);
  }
  if (line.ends_at_blank && !is_last && !spans.empty())
    append_blank(spans.back(), line.pieces.back().x + line.pieces.back().width);
  return spans;
}

void draw_lines(cairo_t* canvas, const PaperText& text) {
  for (const auto& line : text.text.lines)
    for (const auto& span : spans_of(line, &line == &text.text.lines.back()))
      draw_piece(canvas, span, text.x, text.y + line.baseline, text.text.size);
}

/// Words of a picture belong to it.
void draw(cairo_t* canvas, const PaperText& text, bool is_in_figure) {
  if (text.text.empty()) return;
  if (is_in_figure) return draw_lines(canvas, text);
  cairo_tag_begin(canvas, tag_of(text.role), nullptr);
  draw_lines(canvas, text);
  cairo_tag_end(canvas, tag_of(text.role));
}

// Shapes --------------------------------------------------------------------------------------------

void trace(cairo_t* canvas, const PaperBox& box) {
  using std::numbers::pi;
  const double most = std::min(box.width, box.height) / 2;
  const double above = std::min(box.round_above, box.width / 2);
  const double below = std::min(box.round_below, most);
  const double right = box.x + box.width;
  const double bottom = box.y + box.height;
  cairo_new_sub_path(canvas);
  cairo_arc(canvas, right - above, box.y + above, above, -pi / 2, 0);
  cairo_arc(canvas, right - below, bottom - below, below, 0, pi / 2);
  cairo_arc(canvas, box.x + below, bottom - below, below, pi / 2, pi);
  cairo_arc(canvas, box.x + above, box.y + above, above, pi, 3 * pi / 2);
  cairo_close_path(canvas);
}

void draw(cairo_t* canvas, const PaperBox& box) {
  trace(canvas, box);
  if (box.fill) {
    set_colour(canvas, *box.fill);
    cairo_fill_preserve(canvas);
  }
  if (box.stroke) {
    const double dash[] = {3, 3};
    cairo_set_dash(canvas, dash, box.is_dashed ? 2 : 0, 0);
    set_colour(canvas, *box.stroke);
    cairo_set_line_width(canvas, box.stroke_width);
    cairo_stroke_preserve(canvas);
  }
  cairo_new_path(canvas);
}

/// What stands inside the sprite's symbol of that name; empty where there is none.
std::string_view shapes_of(std::string_view name) {
  const auto sprite = std::ranges::find(assets(), asset_addresses().icons, &Asset::path)->identity;
  const auto begin = sprite.find("<symbol id=\"" + std::string(name) + "\"");
  if (begin == std::string_view::npos) return {};
  const auto inside = sprite.find('>', begin) + 1;
  return sprite.substr(inside, sprite.find("</symbol>", inside) - inside);
}

std::string svg_of(const PaperIcon& icon) {
  const std::string begin = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ";
  // The brand's rings as they stand on green.
  if (icon.name == rings)
    return begin +
           "32 32\"><circle cx=\"12\" cy=\"16\" r=\"9.5\" fill=\"#cfe6db\"/><circle cx=\"20\" cy=\"16\" "
           "r=\"9.5\" fill=\"#f2c46e\"/><path d=\"M16 10.86a9.5 9.5 0 0 1 0 10.28a9.5 9.5 0 0 1 0-10.28z\" "
           "fill=\"#1b5e4b\"/></svg>";
  return begin + "24 24\" fill=\"none\" stroke=\"" + hex_of(icon.colour) +
         "\" stroke-width=\"1.75\" stroke-linecap=\"round\" stroke-linejoin=\"round\">" +
         std::string(shapes_of(icon.name)) + "</svg>";
}

void draw(cairo_t* canvas, const PaperIcon& icon) {
  const auto svg = svg_of(icon);
  const Handle handle(
      rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), nullptr),
      g_object_unref);
  if (handle == nullptr) throw std::runtime_error("no icon");
  const RsvgRectangle place{icon.x, icon.y, icon.size, icon.size};
  if (rsvg_handle_render_document(handle.get(), canvas, &place, nullptr) == 0)
    throw std::runtime_error("an icon could not be drawn");
}

// Pages ---------------------------------------------------------------------------------------------

void draw_page(cairo_t* canvas, const PaperPage& page) {
  set_colour(canvas, page.ground);
  cairo_rectangle(canvas, 0, 0, paper_width, paper_height);
  cairo_fill(canvas);
  bool is_in_figure = false;
  for (const auto& item : page.items) {
    if (const auto* text = std::get_if<PaperText>(&item)) draw(canvas, *text, is_in_figure);
    if (const auto* box = std::get_if<PaperBox>(&item)) draw(canvas, *box);
    if (const auto* icon = std::get_if<PaperIcon>(&item)) draw(canvas, *icon);
    if (std::holds_alternative<PaperFigure>(item)) {
      cairo_tag_begin(canvas, "Figure", nullptr);
      is_in_figure = true;
    }
    if (std::holds_alternative<PaperFigureEnd>(item)) {
      cairo_tag_end(canvas, "Figure");
      is_in_figure = false;
    }
  }
}

std::vector<std::string> figures_of(std::span<const PaperPage> pages) {
  std::vector<std::string> words;
  for (const auto& page : pages)
    for (const auto& item : page.items)
      if (const auto* figure = std::get_if<PaperFigure>(&item)) words.push_back(figure->words);
  return words;
}

void describe(cairo_surface_t* surface, const PaperDetails& details) {
  const auto set = [&](cairo_pdf_metadata_t what, const std::string& text) {
    cairo_pdf_surface_set_metadata(surface, what, text.c_str());
  };
  set(CAIRO_PDF_METADATA_TITLE, details.title);
  set(CAIRO_PDF_METADATA_AUTHOR, details.author);
  set(CAIRO_PDF_METADATA_CREATOR, "Rapport");
  // To the second: cairo reads no fraction.
  set(CAIRO_PDF_METADATA_CREATE_DATE, details.made_at.iso().substr(0, 19) + "Z");
}

void check(cairo_status_t status) {
  if (status != CAIRO_STATUS_SUCCESS)
    throw std::runtime_error(std::string("the page could not be drawn: ") + cairo_status_to_string(status));
}

std::string drawn_pdf(std::span<const PaperPage> pages, const PaperDetails& details) {
  const std::lock_guard lock(type_mutex());
  std::string pdf;
  const Surface surface(
      cairo_pdf_surface_create_for_stream(append, &pdf, paper_width * points, paper_height * points),
      cairo_surface_destroy);
  describe(surface.get(), details);
  {
    const Canvas canvas(cairo_create(surface.get()), cairo_destroy);
    cairo_scale(canvas.get(), points, points);
    for (std::size_t i = 0; i < pages.size(); ++i) {
      const auto& page = pages[i];
      if (!page.mark.empty())
        cairo_pdf_surface_add_outline(surface.get(), CAIRO_PDF_OUTLINE_ROOT, page.mark.c_str(),
                                      ("page=" + std::to_string(i + 1)).c_str(), cairo_pdf_outline_flags_t{});
      cairo_tag_begin(canvas.get(), "Document", nullptr);
      draw_page(canvas.get(), page);
      cairo_tag_end(canvas.get(), "Document");
      cairo_show_page(canvas.get());
    }
    check(cairo_status(canvas.get()));
  }
  cairo_surface_finish(surface.get());
  check(cairo_surface_status(surface.get()));
  return pdf;
}

}  // namespace

std::string pdf_of(std::span<const PaperPage> pages, const PaperDetails& details) {
  return with_words(drawn_pdf(pages, details), figures_of(pages));
}

std::string png_of(const PaperPage& page, double sharpness) {
  const std::lock_guard lock(type_mutex());
  const Surface surface(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(paper_width * sharpness),
                                 static_cast<int>(paper_height * sharpness)),
      cairo_surface_destroy);
  const Canvas canvas(cairo_create(surface.get()), cairo_destroy);
  cairo_scale(canvas.get(), sharpness, sharpness);
  draw_page(canvas.get(), page);
  check(cairo_status(canvas.get()));
  std::string png;
  check(cairo_surface_write_to_png_stream(surface.get(), append, &png));
  return png;
}

}  // namespace rapport::ui
