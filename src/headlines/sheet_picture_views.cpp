// Draws pictures as SVG.
#include "headlines/sheet_picture_views.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "headlines/sheet_shapes.hpp"
#include "html/text_width.hpp"
#include "measures/amount.hpp"

namespace rapport {
namespace {

using html::Html;
using html::Writer;

constexpr int width = 328;

std::string number(int count) {
  return number_words(whole(count));
}

std::string tone_class(int tone) {
  return tone < 0 ? "hl-other" : "lv" + std::to_string(std::min(tone, 5));
}

void put_people(Writer& out, const Block& block) {
  const auto pictogram = headlines::pictogram_of(block.levels);
  const auto rows =
      (static_cast<int>(pictogram.tones.size()) + headlines::figures_in_row - 1) / headlines::figures_in_row;
  constexpr int step = 25;
  constexpr int row = 36;
  out.put<R"(<svg viewBox="0 0 400 {}" class="hl-svg hl-ppl" role="img" aria-label="{}">)">(
      rows * row + 2, headlines::heard_words(block));
  for (std::size_t i = 0; i < pictogram.tones.size(); ++i) {
    const int at = static_cast<int>(i);
    out.put<
        R"x(<g class="{}" transform="translate({} {})"><circle cx="9" cy="6" r="5.2"/><path d="M0 29v-7a9 9 0 0 1 18 0v7z"/></g>)x">(
        tone_class(pictogram.tones[i]), at % headlines::figures_in_row * step + 2,
        at / headlines::figures_in_row * row + 2);
  }
  out.put<R"(</svg><ul class="hl-leg">)">();
  for (const auto& level : block.levels)
    out.put<
        R"(<li><svg width="13" height="13" aria-hidden="true" class="hl-ppl"><rect x=".5" y=".5" width="12" height="12" rx="3" class="{}"/></svg>{} {}</li>)">(
        tone_class(level.tone), number(level.count), level.name);
  out.put<"</ul>">();
}

void put_modules(Writer& out, const Block& block) {
  constexpr int label = 78;
  constexpr int words = 66;
  constexpr int row_height = 27;
  int most = 1;
  for (const auto& row : block.modules) most = std::max(most, row.of.value_or(row.reached));
  const int step = std::max(1, std::min(23, (width - label - words) / most));
  out.put<R"(<svg viewBox="0 0 {} {}" class="hl-svg" role="img" aria-label="{}">)">(
      width, static_cast<int>(block.modules.size()) * row_height, headlines::heard_words(block));
  int y = 2;
  for (const auto& row : block.modules) {
    const int all = row.of.value_or(row.reached);
    out.put<R"(<text x="0" y="{}" class="svg-t">{}</text>)">(y + 14, row.name);
    int x = label;
    if (step < 5) {
      const auto long_of = [&](int count) { return (width - label - words) * count / most; };
      out.put<
          R"(<rect x="{}" y="{}" width="{}" height="17" rx="3" class="lv0"/><rect x="{}" y="{}" width="{}" height="17" rx="3" class="f-green"/>)">(
          x, y, long_of(all), x, y, long_of(row.reached));
      x += long_of(all);
    } else {
      const int side = std::max(3, step * 4 / 5);
      for (int i = 0; i < all; ++i, x += step)
        out.put<R"(<rect x="{}" y="{}" width="{}" height="{}" rx="3" class="{}"/>)">(
            x, y + (18 - side) / 2, side, side, i < row.reached ? "f-green" : "lv0");
    }
    out.put<R"(<text x="{}" y="{}" class="svg-t"><tspan class="svg-t b">{}</tspan>{}</text>)">(
        x + 6, y + 14, number(row.reached), row.of ? " of " + number(*row.of) : std::string());
    y += row_height;
  }
  out.put<"</svg>">();
}

void put_topics(Writer& out, const Block& block) {
  constexpr int label = 148;
  constexpr int row_height = 27;
  int most = 1;
  for (const auto& row : block.topics) most = std::max(most, row.count);
  const int room = width - label - html::text_width(number(most), 13, html::Weight::bold) - 9;
  out.put<R"(<svg viewBox="0 0 {} {}" class="hl-svg" role="img" aria-label="{}">)">(
      width, static_cast<int>(block.topics.size()) * row_height, headlines::heard_words(block));
  int y = 2;
  for (const auto& row : block.topics) {
    const int length = std::max(2, static_cast<int>(static_cast<std::int64_t>(room) * row.count / most));
    out.put<
        R"(<text x="0" y="{}" class="svg-t">{}</text><rect x="{}" y="{}" width="{}" height="16" rx="3" class="f-green"/><text x="{}" y="{}" class="svg-t b">{}</text>)">(
        y + 13, html::fit(row.name, label - 6, 13, html::Weight::regular), label, y, length,
        label + length + 7, y + 13, number(row.count));
    y += row_height;
  }
  out.put<"</svg>">();
}

void put_months(Writer& out, const Block& block) {
  constexpr int tallest = 80;
  constexpr int bottom = 100;
  int most = 1;
  for (const auto& month : block.months) most = std::max(most, month.count.value_or(0));
  const bool is_alone =
      std::ranges::count_if(block.months, [&](const MonthBar& month) { return month.count == most; }) == 1;
  const int months = std::max(1, static_cast<int>(block.months.size()));
  const int bar = std::min(18, width * 2 / (3 * months));
  out.put<R"(<svg viewBox="0 0 {} 120" class="hl-svg" role="img" aria-label="{}">)">(
      width, headlines::heard_words(block));
  for (std::size_t i = 0; i < block.months.size(); ++i) {
    const auto& month = block.months[i];
    const int middle = width * (2 * static_cast<int>(i) + 1) / (2 * months);
    const bool is_most = is_alone && month.count == most;
    if (month.count.value_or(0) > 0) {
      const int length =
          std::max(2, static_cast<int>(static_cast<std::int64_t>(tallest) * *month.count / most));
      out.put<
          R"(<rect x="{}" y="{}" width="{}" height="{}" rx="3" class="{}"/><text x="{}" y="{}" class="svg-t mid {}">{}</text>)">(
          middle - bar / 2, bottom - length, bar, length, is_most ? "f-green" : "lv2", middle,
          bottom - length - 5, is_most ? "b" : "m", number(*month.count));
    } else if (!month.count && !month.is_to_come) {
      out.put<R"(<rect x="{}" y="{}" width="{}" height="9" rx="2" class="hl-hidden"/>)">(middle - bar / 2,
                                                                                         bottom - 9, bar);
    }
    out.put<R"(<text x="{}" y="116" class="svg-t mid">{}</text>)">(middle, month.name.substr(0, 1));
  }
  out.put<"</svg>">();
}

void put_row(Writer& out, std::string_view name, std::string_view value) {
  out.put<R"(<tr><th scope="row">{}</th><td class="num">{}</td></tr>)">(name, value);
}

std::string month_words(const MonthBar& month) {
  if (month.is_to_come) return "to come";
  return month.count ? number(*month.count) : "not shown";
}

}  // namespace

Html sheet_picture(const Block& block) {
  Writer out;
  if (block.kind == BlockKind::people) put_people(out, block);
  if (block.kind == BlockKind::modules) put_modules(out, block);
  if (block.kind == BlockKind::topics) put_topics(out, block);
  if (block.kind == BlockKind::months) put_months(out, block);
  return std::move(out).finish();
}

Html sheet_table(const Block& block) {
  Writer out;
  out.put<
      R"(<details class="table no-print"><summary>Show as a table</summary><table><caption class="vh">{}</caption><tbody>)">(
      block.heading);
  for (const auto& level : block.levels) put_row(out, with_capital_first(level.name), number(level.count));
  for (const auto& row : block.modules)
    put_row(out, row.name, number(row.reached) + (row.of ? " of " + number(*row.of) : ""));
  for (const auto& row : block.topics) put_row(out, row.name, number(row.count));
  for (const auto& month : block.months) put_row(out, month.name, month_words(month));
  out.put<"</tbody></table></details>">();
  return std::move(out).finish();
}

}  // namespace rapport
