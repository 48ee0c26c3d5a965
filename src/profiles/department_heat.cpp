// Draws the map of a department: a row a unit or month, a column a family, the number in every cell.
#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "profiles/department_views.hpp"

namespace rapport::profiles {
namespace {

constexpr int columns_from = 168;
constexpr int column_step = 84;
constexpr int cell_width = 78;
constexpr int row_step = 40;
constexpr int rows_from = 40;
constexpr std::size_t name_characters = 19;

/// 0 for none, then five steps of equal width up to the busiest cell.
std::size_t shade_of(int conversations, int most) {
  if (conversations <= 0) return 0;
  return static_cast<std::size_t>(std::clamp((5 * conversations + most - 1) / most, 1, 5));
}

int most_in_a_cell(const Heat& heat) {
  int most = 1;
  for (const auto& row : heat.rows) most = std::max(most, std::ranges::max(row.conversations));
  return most;
}

void draw_cell(html::Writer& out, int x, int y, int conversations, int most) {
  static constexpr std::array<const char*, 6> grounds{"lv0", "lv1", "lv2", "lv3", "lv4", "lv5"};
  static constexpr std::array<const char*, 6> inks{"", "", "", " mid3", " inv", " inv"};
  const auto shade = shade_of(conversations, most);
  out.put<R"svg(<g transform="translate({} {})"><rect width="{}" height="34" rx="6" class="{}"/>)svg"
          R"svg(<text x="{}" y="22" class="svg-t mid cell{}">{}</text></g>)svg">(
      x, y, cell_width, grounds[shade], cell_width / 2, inks[shade],
      conversations == 0 ? std::string("–") : std::to_string(conversations));
}

void draw(html::Writer& out, const Heat& heat, const Finding& finding) {
  const auto height = rows_from + row_step * static_cast<int>(heat.rows.size());
  out.put<
      R"(<svg viewBox="0 0 760 {}" class="heat" role="img" aria-label="{}{} The table below has the same figures.">)">(
      height, finding.about, finding.words);
  int x = columns_from;
  for (const auto name : heat_column_names) {
    out.put<R"(<text x="{}" y="20" class="svg-t mid">{}</text>)">(x + cell_width / 2, name);
    x += column_step;
  }
  const auto most = most_in_a_cell(heat);
  int y = rows_from;
  for (const auto& row : heat.rows) {
    out.put<R"(<text x="0" y="{}" class="svg-t b">{}</text>)">(y + 22, shorten(row.name, name_characters));
    if (row.people) out.put<R"(<text x="156" y="{}" class="svg-t m e">{}</text>)">(y + 22, *row.people);
    x = columns_from;
    for (const auto conversations : row.conversations) {
      draw_cell(out, x, y, conversations, most);
      x += column_step;
    }
    y += row_step;
  }
  out.put<"</svg>">();
}

void put_table(html::Writer& out, const Heat& heat) {
  out.put<
      R"(<details class="table gap-t"><summary>Show as a table</summary><table><thead><tr><th scope="col">{}</th>)">(
      heat.is_by_unit ? "Department" : "Month");
  if (heat.is_by_unit) out.put<R"(<th scope="col" class="num">People</th>)">();
  for (const auto name : heat_column_names) out.put<R"(<th scope="col" class="num">{}</th>)">(name);
  out.put<R"(<th scope="col" class="num">All</th></tr></thead><tbody>)">();
  for (const auto& row : heat.rows) {
    if (row.slug.empty())
      out.put<R"(<tr><th scope="row">{}</th>)">(row.name);
    else
      out.put<R"(<tr><th scope="row"><a href="{}">{}</a></th>)">(html::Url("/departments/" + row.slug),
                                                                 row.name);
    if (heat.is_by_unit) out.put<R"(<td class="num">{}</td>)">(row.people.value_or(0));
    for (const auto conversations : row.conversations) out.put<R"(<td class="num">{}</td>)">(conversations);
    out.put<R"(<td class="num">{}</td></tr>)">(row.total());
  }
  out.put<"</tbody></table></details>">();
}

}  // namespace

html::Html heat_chart(const Heat& heat) {
  html::Writer out;
  const auto finding = finding_of(heat);
  if (heat.total() > 0) draw(out, heat, finding);
  out.put<R"(<p class="small soft gap-t"><b>{}</b>{}</p>)">(finding.about, finding.words);
  if (heat.total() > 0) put_table(out, heat);
  return std::move(out).finish();
}

}  // namespace rapport::profiles
