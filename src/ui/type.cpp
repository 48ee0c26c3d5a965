// Shapes words with HarfBuzz and breaks lines where Unicode allows.
#include "ui/type.hpp"

#include <hb-ft.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

#include "ui/type_fonts.hpp"

namespace rapport::ui {
namespace {

using Buffer = std::unique_ptr<hb_buffer_t, decltype(&hb_buffer_destroy)>;
using Breaker = std::unique_ptr<icu::BreakIterator>;
using Canvas = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;
using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;

/// Unicode would; a typographer would not: "E-" of e-books, "88" of 88 %.
bool may_break(std::string_view text, std::size_t place) {
  if (place >= text.size()) return true;
  if (text[place] == '%') return false;
  constexpr std::size_t letters_min = 3;
  if (place == 0 || text[place - 1] != '-') return true;
  const auto word = text.substr(0, place - 1).find_last_of(" \n-");
  const auto begin = word == std::string_view::npos ? 0 : word + 1;
  return place - 1 - begin >= letters_min;
}

/// Where a text may be parted, in bytes, its end included.
std::vector<std::size_t> breaks_of(std::string_view text, bool at_letters) {
  UErrorCode status = U_ZERO_ERROR;
  const Breaker breaker(at_letters ? icu::BreakIterator::createCharacterInstance(icu::Locale::getUK(), status)
                                   : icu::BreakIterator::createLineInstance(icu::Locale::getUK(), status));
  UText* opened = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU does not break lines");
  breaker->setText(opened, status);
  std::vector<std::size_t> places;
  while (breaker->next() != icu::BreakIterator::DONE) {
    const auto place = static_cast<std::size_t>(breaker->current());
    if (at_letters || may_break(text, place)) places.push_back(place);
  }
  utext_close(opened);
  return places;
}

char32_t letter_at(std::string_view text, std::size_t& at) {
  UChar32 letter = 0;
  auto place = static_cast<std::int32_t>(at);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  U8_NEXT_OR_FFFD(bytes, place, static_cast<std::int32_t>(text.size()), letter);
  at = static_cast<std::size_t>(place);
  return static_cast<char32_t>(letter);
}

/// Glyphs of one cluster stand for the same bytes: a ligature is copied as its letters.
void add_clusters(SetPiece& piece, const hb_glyph_info_t* infos, unsigned count) {
  for (unsigned i = 0; i < count;) {
    unsigned end = i;
    while (end < count && infos[end].cluster == infos[i].cluster) ++end;
    const auto until = end < count ? infos[end].cluster : static_cast<unsigned>(piece.text.size());
    piece.clusters.push_back({static_cast<int>(until - infos[i].cluster), static_cast<int>(end - i)});
    i = end;
  }
}

void shape_own(SetPiece& piece, double size) {
  const auto& font = type_font(piece.font);
  const Buffer buffer(hb_buffer_create(), hb_buffer_destroy);
  hb_buffer_add_utf8(buffer.get(), piece.text.data(), static_cast<int>(piece.text.size()), 0,
                     static_cast<int>(piece.text.size()));
  hb_buffer_guess_segment_properties(buffer.get());
  hb_buffer_set_direction(buffer.get(), HB_DIRECTION_LTR);
  hb_shape(font.shaper, buffer.get(), nullptr, 0);
  unsigned count = 0;
  const auto* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
  const auto* places = hb_buffer_get_glyph_positions(buffer.get(), &count);
  const double scale = size / font.units;
  for (unsigned i = 0; i < count; ++i) {
    piece.glyphs.push_back(
        {infos[i].codepoint, piece.width + places[i].x_offset * scale, -places[i].y_offset * scale});
    piece.width += places[i].x_advance * scale;
  }
  add_clusters(piece, infos, count);
}

/// By a font of the machine, without shaping.
void shape_fallback(SetPiece& piece, double size) {
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1), cairo_surface_destroy);
  const Canvas canvas(cairo_create(surface.get()), cairo_destroy);
  choose_type_font(canvas.get(), piece.font, size);
  cairo_glyph_t* glyphs = nullptr;
  cairo_text_cluster_t* clusters = nullptr;
  int glyph_count = 0;
  int cluster_count = 0;
  cairo_text_cluster_flags_t flags{};
  auto* scaled = cairo_get_scaled_font(canvas.get());
  if (cairo_scaled_font_text_to_glyphs(scaled, 0, 0, piece.text.data(), static_cast<int>(piece.text.size()),
                                       &glyphs, &glyph_count, &clusters, &cluster_count,
                                       &flags) != CAIRO_STATUS_SUCCESS)
    return;
  cairo_text_extents_t extents;
  cairo_scaled_font_glyph_extents(scaled, glyphs, glyph_count, &extents);
  for (int i = 0; i < glyph_count; ++i) piece.glyphs.push_back({glyphs[i].index, glyphs[i].x, glyphs[i].y});
  for (int i = 0; i < cluster_count; ++i)
    piece.clusters.push_back({clusters[i].num_bytes, clusters[i].num_glyphs});
  piece.width = extents.x_advance;
  cairo_glyph_free(glyphs);
  cairo_text_cluster_free(clusters);
}

SetPiece shaped(std::string_view text, int font, std::uint32_t colour, double size) {
  SetPiece piece{.font = font, .colour = colour, .text = std::string(text)};
  if (font >= fallback_font)
    shape_fallback(piece, size);
  else
    shape_own(piece, size);
  return piece;
}

/// Part of one run, in as many fonts as its letters need.
void shape_run(std::string_view text, const Run& run, double size, std::vector<SetPiece>& out) {
  std::size_t begin = 0;
  int font = -1;
  for (std::size_t at = 0; at < text.size();) {
    const auto letter_begin = at;
    const int wanted = font_for(run.face, letter_at(text, at));
    if (font != -1 && wanted != font) {
      out.push_back(shaped(text.substr(begin, letter_begin - begin), font, run.colour, size));
      begin = letter_begin;
    }
    font = wanted;
  }
  if (begin < text.size()) out.push_back(shaped(text.substr(begin), font, run.colour, size));
}

double width_of(const std::vector<SetPiece>& pieces) {
  double width = 0;
  for (const auto& piece : pieces) width += piece.width;
  return width;
}

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t';
}

/// Fills lines from left to right.
class Composer {
 public:
  Composer(std::span<const Run> runs, const Setting& setting) : runs_(runs), setting_(setting) {
    for (const auto& run : runs) text_ += run.text;
  }

  SetText compose() {
    std::size_t begin = 0;
    for (const auto end : breaks_of(text_, false)) {
      add_segment(begin, end);
      begin = end;
    }
    end_line();
    return finished();
  }

 private:
  [[nodiscard]] std::vector<SetPiece> shape(std::size_t begin, std::size_t end) const {
    std::vector<SetPiece> pieces;
    std::size_t run_begin = 0;
    for (const auto& run : runs_) {
      const auto run_end = run_begin + run.text.size();
      const auto from = std::max(begin, run_begin);
      const auto to = std::min(end, run_end);
      if (from < to) shape_run(std::string_view(text_).substr(from, to - from), run, setting_.size, pieces);
      run_begin = run_end;
    }
    return pieces;
  }

  void append(std::vector<SetPiece> pieces) {
    for (auto& piece : pieces) {
      piece.x = line_.width;
      line_.width += piece.width;
      line_.pieces.push_back(std::move(piece));
    }
  }

  /// A word with the blanks after it. Blanks at a line's end are left out.
  void add_segment(std::size_t begin, std::size_t end) {
    auto word_end = end;
    while (word_end > begin && is_space(text_[word_end - 1])) --word_end;
    auto word = shape(begin, word_end);
    const auto blank = blank_;
    if (!line_.pieces.empty() && line_.width + blank + width_of(word) > setting_.width) end_line(blank > 0);
    if (width_of(word) > setting_.width) {
      add_long_word(begin, word_end);
    } else {
      add_blank();
      append(std::move(word));
    }
    keep_blank(word_end, end);
    if (text_.find('\n', word_end) < end) end_line(true);
  }

  void keep_blank(std::size_t begin, std::size_t end) {
    blank_begin_ = begin;
    blank_end_ = begin;
    while (blank_end_ < end && text_[blank_end_] != '\n') ++blank_end_;
    blank_ = blank_end_ > blank_begin_ ? width_of(shape(blank_begin_, blank_end_)) : 0;
  }
  void add_blank() {
    if (!line_.pieces.empty() && blank_end_ > blank_begin_) append(shape(blank_begin_, blank_end_));
    blank_begin_ = blank_end_ = 0;
    blank_ = 0;
  }

  void add_long_word(std::size_t begin, std::size_t end) {
    add_blank();
    for (const auto letter_end : breaks_of(std::string_view(text_).substr(begin, end - begin), true)) {
      const auto from = begin + done_;
      auto letter = shape(from, begin + letter_end);
      if (!line_.pieces.empty() && line_.width + width_of(letter) > setting_.width) end_line();
      append(std::move(letter));
      done_ = letter_end;
    }
    done_ = 0;
  }

  void end_line(bool at_blank = false) {
    line_.ends_at_blank = at_blank;
    if (!line_.pieces.empty()) lines_.push_back(std::move(line_));
    line_ = {};
    blank_begin_ = blank_end_ = 0;
    blank_ = 0;
  }

  SetText finished() {
    const auto& font =
        type_font(static_cast<int>(runs_.empty() ? Face::text : runs_.front().face) * fonts_of_face);
    const double line_height = setting_.size * setting_.leading;
    const double above = (line_height - setting_.size * (font.ascent + font.descent)) / 2;
    SetText text{.size = setting_.size};
    for (auto& line : lines_) {
      line.baseline = text.height + above + setting_.size * font.ascent;
      text.height += line_height;
      text.width = std::max(text.width, line.width);
      align(line);
      text.lines.push_back(std::move(line));
    }
    if (setting_.align != Align::left && !text.empty()) text.width = setting_.width;
    return text;
  }
  void align(SetLine& line) const {
    const double rest = setting_.width - line.width;
    const double shift = setting_.align == Align::left ? 0 : setting_.align == Align::right ? rest : rest / 2;
    for (auto& piece : line.pieces) piece.x += shift;
  }

  std::span<const Run> runs_;
  const Setting& setting_;
  std::string text_;
  SetLine line_;
  std::vector<SetLine> lines_;
  std::size_t blank_begin_ = 0;
  std::size_t blank_end_ = 0;
  std::size_t done_ = 0;
  double blank_ = 0;
};

}  // namespace

SetText set_text(std::span<const Run> runs, const Setting& setting) {
  const std::lock_guard lock(type_mutex());
  return Composer(runs, setting).compose();
}

SetText set_text(const Run& run, const Setting& setting) {
  return set_text(std::span(&run, 1), setting);
}

}  // namespace rapport::ui
