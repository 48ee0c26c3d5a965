// The academic year in review: every department's figures and plan on one page, the years before beside them
// where they can be compared, as CSV and as a workbook. Nothing here tells of fewer than five people, and
// nothing is about a member of staff.
#pragma once

#include <string>
#include <vector>

#include "interactions/directory.hpp"
#include "measures/figures.hpp"
#include "plans/action_plans.hpp"
#include "scope/scope.hpp"
#include "spreadsheet/workbook.hpp"

namespace rapport::reports {

inline constexpr int review_years = 5;

/// A department's action plan of the year. Who of the library has an item is not told: nothing here counts
/// what one colleague does.
struct YearPlan {
  std::string slug = {};
  std::string name = {};  ///< what the department was called in that year
  std::vector<PlanItem> items = {};

  [[nodiscard]] int count(ItemState state) const;
};

struct YearReview {
  int academic_year = 0;
  AcademicYears years = {};  ///< by which it was read
  bool is_over = false;
  std::vector<figures::Table> tables = {};  ///< of five years; measures without any figure left out
  std::vector<YearPlan> plans = {};         ///< in name order

  /// "In 2025/26 we worked with 318 people, taught 412 sessions and reached 9,204 students."; what is not
  /// shown is left out.
  [[nodiscard]] std::string finding() const;
};
/// NotFound for a year of which there can be no figures. Cost: one look-up by key for each department and
/// year, and suppression for each measure and year.
[[nodiscard]] Result<YearReview> read_year_review(Scope& scope, const Directory& directory,
                                                  int academic_year);

/// A department of the review with its cell of each table, in the order of the tables; nothing where a
/// measure has no figure of it.
struct YearReviewRow {
  const figures::Table::Row* name = nullptr;
  std::vector<const figures::Table::Row*> cells = {};
};
/// Departments below their faculties, as in the tables; the whole university first.
[[nodiscard]] std::vector<YearReviewRow> rows_of(const std::vector<const figures::Table*>& tables);

/// Four sheets: this year by department, all years line by line, the items of the plans, and what each
/// measure means.
[[nodiscard]] std::vector<spreadsheet::Worksheet> worksheets_of(const YearReview& review);
/// The same lines as the second of them, for any program: UTF-8, RFC 4180.
[[nodiscard]] std::string csv_of(const YearReview& review);

}  // namespace rapport::reports
