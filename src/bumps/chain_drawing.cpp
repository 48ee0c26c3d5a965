// Puts the picture of a chain on a ground of its own, with what the page has in its style sheet and sprite.
#include "bumps/chain_drawing.hpp"

#include <algorithm>
#include <vector>

#include "base/text.hpp"
#include "html/text_width.hpp"
#include "ui/assets.hpp"

namespace rapport {
namespace {

using html::Html;

constexpr int margin = 32;
constexpr int head = 84;  // title and the first line of the sentence
constexpr int line_height = 22;
constexpr int width_min = 560;
constexpr int sentence_size = 16;

/// The sentence in lines that fit.
std::vector<std::string> lines_of(std::string_view sentence, int width) {
  std::vector<std::string> lines;
  std::string line;
  for (const auto word : split(sentence, ' ')) {
    auto longer = line.empty() ? std::string(word) : line + " " + std::string(word);
    if (!line.empty() && html::text_width(longer, sentence_size, html::Weight::regular) > width) {
      lines.push_back(std::move(line));
      longer = std::string(word);
    }
    line = std::move(longer);
  }
  if (!line.empty()) lines.push_back(std::move(line));
  return lines;
}

Html sprite() {
  const auto address = ui::asset_addresses().icons;
  const auto found = std::ranges::find(ui::assets(), address, &ui::Asset::path);
  // Our own build made it.
  return html::trusted(found == ui::assets().end() ? std::string() : std::string(found->identity));
}

/// The light half of web/css/tokens.css; a test compares.
constexpr std::string_view style = R"(<style>
.ground{fill:#fffdf9}
.edge{stroke:#847b69;stroke-width:2;fill:none;stroke-opacity:.65}
.dash{stroke-dasharray:4 5}
.node circle{stroke-width:2;fill:#fffdf9;stroke:#847b69}
.node use{stroke:#46514b;color:#46514b;stroke-width:1.75;fill:none;stroke-linecap:round;stroke-linejoin:round}
.plum circle{fill:#f4e8f1;stroke:#6d3a64}.plum use{stroke:#6d3a64}
.green circle{fill:#e3efe8;stroke:#1b5e4b}.green use{stroke:#1b5e4b}
.blue circle{fill:#e4eef6;stroke:#23567d}.blue use{stroke:#23567d}
.amber circle{fill:#fbedd3;stroke:#825000}.amber use{stroke:#825000}
.next circle,.gap circle{stroke-dasharray:4 4}
.more circle{fill:#f2ede2}
.node .halo{fill:none;stroke:none}
</style>)";

constexpr std::uint32_t ink = 0x1d2a25;
constexpr std::uint32_t soft_ink = 0x46514b;
constexpr std::uint32_t quiet_ink = 0x5d665f;

void add_head(std::vector<ui::PictureText>& texts, std::string_view title,
              const std::vector<std::string>& sentence) {
  texts.push_back({.x = margin,
                   .y = margin + 24,
                   .size = 30,
                   .font = ui::PictureFont::heading,
                   .colour = ink,
                   .text = std::string(title)});
  int y = margin + 56;
  for (const auto& line : sentence) {
    texts.push_back({.x = margin, .y = y, .size = sentence_size, .colour = soft_ink, .text = line});
    y += line_height;
  }
}

void add_labels(std::vector<ui::PictureText>& texts, const PlacedStep& step, int left, int top) {
  const auto add = [&](int baseline, ui::PictureFont font, std::uint32_t colour, const std::string& words) {
    if (words.empty()) return;
    texts.push_back({.x = left + step.centre.x,
                     .y = top + step.centre.y + baseline,
                     .size = chain_text_size,
                     .font = font,
                     .colour = colour,
                     .is_centred = true,
                     .text = words});
  };
  add(chain_date_baseline, ui::PictureFont::text, quiet_ink, step.date);
  add(chain_title_baseline, ui::PictureFont::bold, ink, step.title);
  add(chain_line_baseline, ui::PictureFont::text, soft_ink, step.line);
}

}  // namespace

ui::Drawing chain_file(const Chain& chain, const Directory& directory, Date today, int width) {
  const ChainReader reader{.today = today, .is_file = true};
  const auto shown = for_others(chain);
  return chain_drawing(picture_of(shown, directory, reader, width), title_of(shown, directory),
                       sentence_of(shown, directory, reader));
}

ui::Drawing chain_drawing(const ChainPicture& picture, std::string_view title, std::string_view sentence) {
  const auto inner = std::max(picture.layout.width, width_min);
  const auto lines = lines_of(sentence, inner);
  const auto left = margin + (inner - picture.layout.width) / 2;
  const auto top = margin + head + line_height * (static_cast<int>(lines.size()) - 1);
  const auto width = inner + 2 * margin;
  const auto height = top + picture.layout.height + margin;
  html::Writer out;
  out.put<R"(<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}" viewBox="0 0 {} {}">)">(
      width, height, width, height);
  out.add(html::trusted(std::string(style)));  // a constant of this file
  out.put<R"(<defs>{}</defs><rect class="ground" width="{}" height="{}"/>)">(sprite(), width, height);
  out.put<R"svg(<g transform="translate({} {})">)svg">(left, top);
  draw_chain_shapes(out, picture, "");
  out.put<"</g></svg>">();
  ui::Drawing drawing{.shapes = std::move(out).finish().take()};
  add_head(drawing.texts, title, lines);
  for (const auto& step : picture.layout.steps) add_labels(drawing.texts, step, left, top);
  return drawing;
}

}  // namespace rapport
