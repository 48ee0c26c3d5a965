// Draws bars.
#include "reports/year_trend_picture.hpp"

#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "organisation/academic_calendar.hpp"

namespace rapport::reports {
namespace {

using figures::Cell;
using figures::Table;

constexpr int step = 58;
constexpr int bar_width = 40;
constexpr int bars_height = 64;
constexpr int bars_foot = 86;
constexpr int picture_height = 106;

double most_of(const Table::Row& row) {
  double most = 0;
  for (const auto& cell : row.cells) most = std::max(most, cell.amount.value_or(0));
  return most;
}

std::string cell_words(const Cell& cell) {
  if (cell.is_shown()) return cell.number + (cell.is_provisional ? " so far" : "");
  return cell.kind == Cell::Kind::suppressed ? "not shown" : "no figure";
}

/// 2025/26 is so narrow only as 25/26.
std::string short_year(int academic_year, const AcademicYears& years) {
  constexpr std::size_t of_one_calendar_year = 4;
  const auto words = years.words(academic_year);
  return words.size() == of_one_calendar_year ? words : words.substr(2);
}

void put_bar(html::Writer& out, const Cell& cell, int x, double most, bool is_newest) {
  const int middle = x + bar_width / 2;
  if (!cell.is_shown()) {
    out.put<R"(<text x="{}" y="{}" class="svg-t m mid">{}</text>)">(
        middle, bars_foot - 6, cell.kind == Cell::Kind::suppressed ? "hidden" : "–");
    return;
  }
  const int height =
      most > 0 ? std::max(1, static_cast<int>(std::lround(bars_height * *cell.amount / most))) : 1;
  out.put<
      R"(<rect x="{}" y="{}" width="{}" height="{}" rx="3" class="{}"/><text x="{}" y="{}" class="svg-t mid{}">{}</text>)">(
      x, bars_foot - height, bar_width, height, is_newest ? "f-green" : "lv2", middle, bars_foot - height - 5,
      is_newest ? " b" : "", cell.number);
}

/// Before the first year that is counted differently, or is of another length.
void put_break(html::Writer& out, int x) {
  out.put<R"(<line x1="{}" y1="6" x2="{}" y2="{}" class="trend-break"/>)">(x, x, bars_foot);
}

bool is_broken(const Table& table, std::size_t newer, const AcademicYears& years) {
  const auto& now = table.measure.in_year(table.years[newer]);
  const auto& before = table.measure.in_year(table.years[newer + 1]);
  const bool is_of_a_length = now.shape == MeasureShape::percent ||
                              years.months(table.years[newer]) == years.months(table.years[newer + 1]);
  return !is_of_a_length || !are_comparable(table.measure, before.version, now.version);
}

}  // namespace

std::string trend_sentence(const Table& table, const Table::Row& row, const AcademicYears& years) {
  std::vector<std::string> parts;
  for (std::size_t i = table.years.size(); i-- > 0;)
    parts.push_back(cell_words(row.cells[i]) + " in " + years.words(table.years[i]));
  return table.measure.in_year(table.years.front()).name + ": " + join_words(parts) + ".";
}

html::Html trend_picture(const Table& table, const Table::Row& row, const AcademicYears& years) {
  if (std::ranges::none_of(row.cells, &Cell::is_shown)) return {};
  const double most = most_of(row);
  const auto bars = table.years.size();
  html::Writer out;
  out.put<R"(<svg viewBox="0 0 {} {}" class="trend" role="img" aria-label="{}">)">(
      static_cast<int>(bars) * step, picture_height, trend_sentence(table, row, years));
  for (std::size_t i = 0; i < bars; ++i) {
    const int x = static_cast<int>(bars - 1 - i) * step + (step - bar_width) / 2;
    put_bar(out, row.cells[i], x, most, i == 0);
    out.put<R"(<text x="{}" y="{}" class="svg-t m mid">{}</text>)">(x + bar_width / 2, picture_height - 3,
                                                                    short_year(table.years[i], years));
    if (i + 1 < bars && is_broken(table, i, years)) put_break(out, x - (step - bar_width) / 2);
  }
  out.put<"</svg>">();
  return std::move(out).finish();
}

}  // namespace rapport::reports
