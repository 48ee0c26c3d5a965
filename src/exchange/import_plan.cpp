// Choosing the plan of a kind, and its counts.
#include "exchange/import_plan.hpp"

#include <algorithm>

namespace rapport::exchange {

ImportCounts ImportPlan::counts() const {
  const auto fresh =
      static_cast<int>(std::ranges::count_if(rows_, [](const PlannedRow& row) { return row.is_new; }));
  const auto rows = static_cast<int>(rows_.size());
  const auto faulty = static_cast<int>(faults_.size());
  return {.total = rows + same_ + faulty,
          .done = same_ + faulty,
          .fresh = fresh,
          .changed = rows - fresh,
          .same = same_,
          .faulty = faulty};
}

std::unique_ptr<ImportPlan> plan_import(Scope& scope, const Directory& directory, ImportKind kind,
                                        const CsvTable& table, const ImportChoices& choices) {
  auto plan = kind == ImportKind::people        ? plan_people(scope, directory, table, choices)
              : kind == ImportKind::departments ? plan_departments(scope, directory, table, choices)
              : kind == ImportKind::measures    ? plan_measures(scope, directory, table, choices)
                                                : plan_interactions(scope, directory, table, choices);
  for (const auto& fault : table.faults) plan->add_fault(fault.row, fault.reason);
  std::ranges::stable_sort(plan->faults_, {}, &RowFault::line);
  return plan;
}

}  // namespace rapport::exchange
