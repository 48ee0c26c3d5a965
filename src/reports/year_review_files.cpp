// The review of a year as files.
#include <fmt/format.h>

#include "organisation/academic_calendar.hpp"
#include "reports/year_review.hpp"
#include "spreadsheet/csv.hpp"

namespace rapport::reports {
namespace {

using figures::Table;
using spreadsheet::Worksheet;

constexpr std::string_view not_shown = "not shown";

spreadsheet::Cell cell_of(const figures::Cell& cell) {
  if (cell.amount) return *cell.amount;
  return std::string(cell.kind == figures::Cell::Kind::suppressed ? not_shown : "");
}

const std::vector<std::string>& line_header() {
  static const std::vector<std::string> header{"Department", "Measure", "Unit",   "Academic year", "Figure",
                                               "State",      "Parts",   "Change", "Definition",    "Source"};
  return header;
}

std::string unit_words(const MeasureVersion& version) {
  if (version.shape == MeasureShape::money) return "pounds";
  return version.shape == MeasureShape::percent ? "per cent" : version.unit;
}

using Line = std::vector<spreadsheet::Cell>;

Line line_of(const AcademicYears& years, const Table& table, const Table::Row& row, std::size_t year) {
  const auto& cell = row.cells[year];
  const auto& version = table.measure.version(cell.version);
  return {row.name,
          version.name,
          unit_words(version),
          years.words(table.years[year]),
          cell_of(cell),
          std::string(cell.is_provisional ? "provisional" : "final"),
          cell.parts,
          year < row.changes.size() ? row.changes[year].words : std::string(),
          std::to_string(version.version),
          cell.source};
}

/// Every figure of every year, one a line.
std::vector<Line> lines_of(const YearReview& review) {
  std::vector<Line> lines;
  for (const auto& table : review.tables)
    for (const auto& row : table.rows)
      for (std::size_t year = 0; year < table.years.size(); ++year)
        if (row.cells[year].kind != figures::Cell::Kind::none)
          lines.push_back(line_of(review.years, table, row, year));
  return lines;
}

Worksheet this_year(const YearReview& review) {
  Worksheet sheet{.name = review.years.words(review.academic_year), .header = {"Department"}};
  std::vector<const Table*> tables;
  for (const auto& table : review.tables) {
    tables.push_back(&table);
    sheet.header.push_back(table.measure.in_year(review.academic_year).name);
  }
  for (const auto& row : rows_of(tables)) {
    auto& line = sheet.rows.emplace_back();
    line.emplace_back(row.name->name);
    for (const auto* cells : row.cells)
      line.push_back(cells == nullptr ? spreadsheet::Cell() : cell_of(cells->cells.front()));
  }
  return sheet;
}

Worksheet plan_items(const YearReview& review) {
  Worksheet sheet{.name = "Action plans",
                  .header = {"Department", "Theme", "Item", "State", "Due", "Asked by the department",
                             "What came of it"}};
  for (const auto& plan : review.plans)
    for (const auto& item : plan.items)
      sheet.rows.push_back({plan.name, item.theme, item.words, std::string(words(item.state)),
                            item.due_on ? item.due_on->iso() : std::string(),
                            std::string(item.is_asked ? "yes" : ""), item.outcome});
  return sheet;
}

Worksheet definitions(const YearReview& review) {
  Worksheet sheet{.name = "Definitions",
                  .header = {"Measure", "Definition", "From", "What it says", "Source",
                             "Comparable with the one before"}};
  for (const auto& table : review.tables)
    for (const auto& version : table.measure.versions)
      sheet.rows.push_back({version.name, std::to_string(version.version),
                            version.starts_in <= first_measured_year ? std::string("the beginning")
                                                                     : review.years.words(version.starts_in),
                            version.definition, version.source,
                            std::string(version.version == 1    ? ""
                                        : version.is_comparable ? "yes"
                                                                : "no")});
  return sheet;
}

}  // namespace

std::vector<Worksheet> worksheets_of(const YearReview& review) {
  return {this_year(review),
          {.name = "Years", .header = line_header(), .rows = lines_of(review)},
          plan_items(review),
          definitions(review)};
}

std::string csv_of(const YearReview& review) {
  std::string text(spreadsheet::csv_byte_order_mark);
  spreadsheet::append_csv_row(text, line_header());
  for (const auto& line : lines_of(review)) {
    std::vector<std::string> cells;
    cells.reserve(line.size());
    for (const auto& cell : line)
      cells.push_back(std::holds_alternative<double>(cell) ? fmt::format("{}", std::get<double>(cell))
                                                           : std::get<std::string>(cell));
    spreadsheet::append_csv_row(text, cells);
  }
  return text;
}

}  // namespace rapport::reports
