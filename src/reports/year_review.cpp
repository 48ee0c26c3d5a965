// Reads the figures of five years and sets departments beside one another.
#include "reports/year_review.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "organisation/academic_calendar.hpp"

namespace rapport::reports {
namespace {

using figures::Cell;
using figures::Table;

bool has_figures(const Table& table) {
  const auto is_there = [](const Cell& cell) { return cell.kind != Cell::Kind::none; };
  return !table.rows.empty() && std::ranges::any_of(table.rows.front().cells, is_there);
}

const Table* find(const std::vector<Table>& tables, Formula formula) {
  const auto found = std::ranges::find(tables, std::optional(formula),
                                       [](const Table& table) { return table.measure.formula; });
  return found == tables.end() ? nullptr : &*found;
}

/// "318 people" of the whole university; nothing where it is not shown, or nothing was counted.
std::string whole_words(const std::vector<Table>& tables, Formula formula) {
  const auto* table = find(tables, formula);
  if (table == nullptr || !table->rows.front().cells.front().is_shown()) return {};
  const auto& cell = table->rows.front().cells.front();
  return cell.amount == 0 ? std::string() : cell.words;
}

bool is_counted(const Table& table) {
  return table.measure.formula.has_value();
}

/// How many of the years, from the newest, reach back to the first of which there is a conversation.
std::size_t years_of_use(const std::vector<Table>& tables) {
  std::size_t used = 1;
  for (const auto& table : tables) {
    if (!is_counted(table) || table.rows.empty()) continue;
    const auto& cells = table.rows.front().cells;
    for (std::size_t year = used; year < cells.size(); ++year)
      if (cells[year].kind == Cell::Kind::suppressed || cells[year].amount.value_or(0) > 0) used = year + 1;
  }
  return used;
}

/// Before anybody logged, nothing was counted: that is no 0.
void leave_out_before(Table& table, std::size_t used) {
  for (auto& row : table.rows) {
    for (std::size_t year = used; year < row.cells.size(); ++year) row.cells[year] = Cell{};
    for (std::size_t year = used - 1; year < row.changes.size(); ++year)
      row.changes[year] = {.words = "no figure for the year before"};
  }
}

std::vector<YearPlan> plans_of(Scope& scope, const Directory& directory, int academic_year) {
  std::vector<YearPlan> plans;
  for (auto& plan : action_plans::of_year(scope, directory, academic_year)) {
    const auto* unit = directory.org.find(plan.plan.unit);
    if (unit == nullptr || plan.items.empty()) continue;
    plans.push_back({.slug = unit->slug,
                     .name = action_plans::unit_name(scope, directory, unit->id, academic_year),
                     .items = std::move(plan.items)});
  }
  std::ranges::sort(plans, {}, [](const YearPlan& plan) { return sort_key(plan.name); });
  return plans;
}

}  // namespace

int YearPlan::count(ItemState state) const {
  return static_cast<int>(std::ranges::count(items, state, &PlanItem::state));
}

std::string YearReview::finding() const {
  static constexpr std::pair<Formula, std::string_view> said[] = {{Formula::people, "worked with "},
                                                                  {Formula::sessions, "taught "},
                                                                  {Formula::students, "reached "},
                                                                  {Formula::one_to_ones, "gave "}};
  std::vector<std::string> parts;
  for (const auto& [formula, verb] : said)
    if (const auto words = whole_words(tables, formula); !words.empty())
      parts.push_back(std::string(verb) + words);
  const auto year = years.words(academic_year);
  if (parts.empty()) return "There are no figures of " + year + " yet.";
  return "In " + year + " we " + join_words(parts) + (is_over ? "." : " so far.");
}

Result<YearReview> read_year_review(Scope& scope, const Directory& directory, int academic_year) {
  if (academic_year < first_measured_year + review_years || academic_year > scope.years().of(scope.today))
    return not_found("There are no figures of that academic year.");
  YearReview review{.academic_year = academic_year,
                    .years = scope.years(),
                    .is_over = scope.years().last_day(academic_year) < scope.today};
  auto tables = figures::tables(scope, directory, academic_year, review_years);
  const auto used = years_of_use(tables);
  for (auto& table : tables) {
    if (is_counted(table)) leave_out_before(table, used);
    if (has_figures(table)) review.tables.push_back(std::move(table));
  }
  review.plans = plans_of(scope, directory, academic_year);
  return review;
}

/// In the year itself: a department that ended before has them in earlier ones alone.
bool has_figures(const YearReviewRow& row) {
  return std::ranges::any_of(row.cells, [](const Table::Row* cells) {
    return cells != nullptr && (cells->cells.empty() || cells->cells.front().kind != Cell::Kind::none);
  });
}

std::vector<YearReviewRow> rows_of(const std::vector<const Table*>& tables) {
  std::vector<YearReviewRow> rows;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    auto after = rows.begin();  // where a department goes that no table before had
    for (const auto& row : tables[i]->rows) {
      auto found =
          std::ranges::find(rows, row.unit, [](const YearReviewRow& known) { return known.name->unit; });
      if (found == rows.end()) {
        while (after != rows.end() && after->name->depth > row.depth) ++after;  // what is below another
        found = rows.insert(after, {.name = &row, .cells = std::vector<const Table::Row*>(tables.size())});
      }
      found->cells[i] = &row;
      after = found + 1;
    }
  }
  std::erase_if(rows, [](const YearReviewRow& row) { return !has_figures(row); });
  return rows;
}

}  // namespace rapport::reports
