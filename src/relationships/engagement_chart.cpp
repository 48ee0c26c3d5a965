// Draws bars.
#include "relationships/engagement_chart.hpp"

#include <algorithm>
#include <cmath>

#include "base/text.hpp"

namespace rapport::engagement {
namespace {

using html::Html;

constexpr int bar_width = 100;
constexpr int bar_step = 120;
constexpr int chart_height = 120;

std::size_t fullest_band(const Distribution& all) {
  return static_cast<std::size_t>(std::ranges::max_element(all.by_band) - all.by_band.begin());
}

void draw(html::Writer& out, const Distribution& all) {
  const int most = std::max(1, std::ranges::max(all.by_band));
  out.put<
      R"(<svg viewBox="0 0 600 170" class="bands" role="img" aria-label="{}. The table below has the same figures.">)">(
      finding_of(all));
  for (std::size_t band = 0; band < bands; ++band) {
    const int x = static_cast<int>(band) * bar_step + 10;
    const int height = std::max(2, chart_height * all.by_band[band] / most);
    out.put<
        R"(<rect x="{}" y="{}" width="{}" height="{}" rx="4" class="{}"/><text x="{}" y="{}" class="svg-t b mid">{}</text>)"
        R"(<text x="{}" y="164" class="svg-t mid">{}</text>)">(
        x, 142 - height, bar_width, height, all.by_band[band] == 0 ? "lv0" : "f-green", x + bar_width / 2,
        136 - height, all.by_band[band], x + bar_width / 2, band_words(band));
  }
  out.put<"</svg>">();
}

void put_table(html::Writer& out, const Distribution& all) {
  out.put<
      R"(<details class="table gap-t"><summary>Show as a table</summary><table><thead><tr><th scope="col">Points</th>)"
      R"(<th scope="col" class="num">People</th></tr></thead><tbody>)">();
  for (std::size_t band = 0; band < bands; ++band)
    out.put<R"(<tr><th scope="row">{}</th><td class="num">{}</td></tr>)">(band_words(band),
                                                                          all.by_band[band]);
  out.put<R"(<tr><th scope="row">Not enough yet</th><td class="num">{}</td></tr></tbody></table></details>)">(
      all.people - all.cards);
}

}  // namespace

Html part_bar(double points, int weight) {
  const auto width = weight == 0 ? 0 : std::lround(200 * points / weight);
  return html::render<
      R"(<svg class="part-bar" viewBox="0 0 200 8" preserveAspectRatio="none" aria-hidden="true"><rect width="200" height="8" rx="4" class="lv0"/><rect width="{}" height="8" rx="4" class="f-green"/></svg>)">(
      width);
}

std::string finding_of(const Distribution& all) {
  if (!all.is_shown())
    return all.cards == 0 ? "Nobody here has enough conversations for a card yet"
                          : "Fewer than five people here have enough conversations for a card";
  const auto band = fullest_band(all);
  const bool is_most = 2 * all.by_band[band] > all.cards;
  return std::string(is_most ? "Most" : "The largest part") + " of the " + std::to_string(all.cards) +
         " people with a card stand at " + std::string(band_words(band));
}

Html distribution_chart(const Distribution& all) {
  html::Writer out;
  if (all.is_shown()) {
    draw(out, all);
    put_table(out, all);
  }
  out.put<
      R"(<p class="small soft gap-t">{} of {} have fewer than three two-way conversations in 24 months: not enough yet.</p>)">(
      all.people - all.cards, count_words(all.people, "person", "people"));
  return std::move(out).finish();
}

}  // namespace rapport::engagement
