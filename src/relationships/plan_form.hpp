// The form of a scale-up plan: what was typed, and what it means. No markup.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "http/form.hpp"
#include "relationships/plan.hpp"

namespace rapport {

/// One row as typed.
struct StepRow {
  std::string step = {};  ///< the id of one that is there already
  std::string words = {};
  std::string owner = {};
  std::string due = {};
};

/// The fields as typed: nothing is lost when the form comes back.
struct PlanForm {
  ServiceArea area = ServiceArea::overall;
  std::string aim = {};
  std::string where_now = {};
  std::string why_now = {};
  std::string matters = {};
  std::string hope = {};
  std::string know_by = {};
  std::string review_on = {};
  std::vector<StepRow> rows = {};
  int version = 0;        ///< of the plan that was looked at
  int scale_version = 1;  ///< of the levels that were looked at
  std::string key = {};
};

inline constexpr std::size_t step_rows_min = 3;

/// As sent; three rows where it does not say how many, at most eight. `prefix` stands before the names of all
/// fields but `key`.
[[nodiscard]] PlanForm plan_form_in(const http::Form& form, const std::string& prefix = {});
/// An empty one: the next level, a review in three months, three rows of the viewer's.
[[nodiscard]] PlanForm empty_plan_form(const Scale& scale, const Standing& standing, Id<Staff> viewer,
                                       Date today);
/// What a plan says, its open steps as rows.
[[nodiscard]] PlanForm plan_form_of(const ScaleUpPlan& plan, std::span<const PlanStep> steps,
                                    const Scales& scales);
/// Nothing was written: no sentence and no step. What a form begins with does not count.
[[nodiscard]] bool is_empty(const PlanForm& form);
/// One row more, while there is room.
void add_row(PlanForm& form, Id<Staff> viewer);
/// Invalid: days that there are not.
[[nodiscard]] Result<PlanDraft> draft_of(const PlanForm& form, RelationshipWith with);

}  // namespace rapport
