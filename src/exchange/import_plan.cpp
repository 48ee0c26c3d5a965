// Choosing the plan of a kind, and its counts.
#include "exchange/import_plan.hpp"

#include <algorithm>

namespace rapport::exchange {
namespace {

/// Of pairs that nobody has answered: a page asks of a few at a time.
constexpr int open_pairs_kept = 100;

}  // namespace

ImportCounts ImportPlan::counts() const {
  const auto fresh =
      static_cast<int>(std::ranges::count_if(rows_, [](const PlannedRow& row) { return row.is_new; }));
  const auto rows = static_cast<int>(rows_.size());
  return {.total = rows + same_ + faulty_,
          .done = same_ + faulty_,
          .fresh = fresh,
          .changed = rows - fresh,
          .same = same_,
          .faulty = faulty_};
}

void ImportPlan::add_pair(LikelyPair pair) {
  if (!pair.is_same && ++open_pairs_ > open_pairs_kept) return;
  pairs_.push_back(std::move(pair));
}

std::unique_ptr<ImportPlan> plan_import(ImportKind kind, const PlanInput& input) {
  if (kind == ImportKind::people) return plan_people(input);
  if (kind == ImportKind::departments) return plan_departments(input);
  if (kind == ImportKind::measures) return plan_measures(input);
  return plan_interactions(input);
}

}  // namespace rapport::exchange
