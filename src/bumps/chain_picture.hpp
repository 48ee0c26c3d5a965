// The picture of a chain as SVG: circles with icons, lines, labels. Values in, markup out.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "bumps/chain_layout.hpp"
#include "bumps/chain_words.hpp"
#include "html/html.hpp"

namespace rapport {

/// One circle of the picture: a step, or several that are drawn as one.
struct DrawnStep {
  ChainGroup group = {};
  StepWords words = {};
  std::string_view tone = {};  ///< the class that colours it: plum, green, blue, amber, next, gap or more
  bool is_focus = false;
};
struct ChainPicture {
  std::vector<DrawnStep> steps = {};
  ChainLayout layout = {};
  std::string sentence = {};  ///< what it shows, for whoever does not see it
};

/// Folds as far as it must for the picture to be read; `width` is what there is room for.
[[nodiscard]] ChainPicture picture_of(const Chain& chain, const Directory& directory,
                                      const ChainReader& reader, int width);

/// Lines and circles alone, and with their labels; `icons` is the address of the sprite, empty where the
/// symbols are in the same drawing.
void draw_chain_shapes(html::Writer& out, const ChainPicture& picture, std::string_view icons);
void draw_chain(html::Writer& out, const ChainPicture& picture, std::string_view icons);
/// A link over each circle and its label; `address(step)` is where a step's entry is, by its place in the
/// chain.
void draw_chain_links(html::Writer& out, const ChainPicture& picture,
                      const std::function<std::string(std::size_t)>& address);

/// "plum", "green", "blue", "amber"
[[nodiscard]] std::string_view tone_class(ChainTone tone);

/// A colour of the picture and what it stands for.
struct LegendEntry {
  std::string_view tone = {};
  std::string_view icon = {};
  std::string_view words = {};
};
/// Those that the picture uses.
[[nodiscard]] std::vector<LegendEntry> legend_of(const ChainPicture& picture);

}  // namespace rapport
