// Words set in lines in the program's own fonts: measured, wrapped, and ready to be drawn on paper. The same
// words give the same lines on every machine. HarfBuzz, FreeType and ICU stay behind this header.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace rapport::ui {

enum class Face { text, bold, heading, heading_bold };
enum class Align { left, right, centre };

/// A part of a paragraph in one face and colour (0xrrggbb).
struct Run {
  std::string text = {};
  Face face = Face::text;
  std::uint32_t colour = 0x1d2a25;
};

/// Lengths are CSS pixels: 96 to the inch.
struct Setting {
  double size = 14;
  double leading = 1.42;  ///< the height of a line in sizes
  double width = 1e6;
  Align align = Align::left;
};

/// Glyphs of one font, in a row. Places are from the paragraph's left and from the line's baseline.
struct SetPiece {
  struct Glyph {
    unsigned long id = 0;
    double x = 0;
    double y = 0;
  };
  struct Cluster {
    int bytes = 0;
    int glyphs = 0;
  };
  int font = 0;
  std::uint32_t colour = 0;
  std::string text = {};  ///< what a reader copies
  std::vector<Glyph> glyphs = {};
  std::vector<Cluster> clusters = {};
  double x = 0;
  double width = 0;
};
struct SetLine {
  std::vector<SetPiece> pieces = {};
  double baseline = 0;  ///< from the paragraph's top
  double width = 0;
  bool ends_at_blank = false;  ///< one that is not drawn parts it from the next line's first word
};
struct SetText {
  std::vector<SetLine> lines = {};
  double size = 14;
  double width = 0;  ///< of the widest line; with an alignment, what it was set to
  double height = 0;

  [[nodiscard]] bool empty() const { return lines.empty(); }
};

/// One paragraph; a word wider than the line is parted. "\n" begins a new line. No lines for no words.
/// Letters that the program's fonts lack come from one that the machine has. About 20 µs a line.
[[nodiscard]] SetText set_text(std::span<const Run> runs, const Setting& setting);
[[nodiscard]] SetText set_text(const Run& run, const Setting& setting);

}  // namespace rapport::ui
