// What a file would do to what is there: each row new, changed, the same or at fault; and doing it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "exchange/import.hpp"
#include "exchange/likely_pairs.hpp"
#include "interactions/directory.hpp"

namespace rapport::exchange {

/// What an import made (`before` empty) or changed, so that it can be undone.
struct MadeChange {
  std::string subject;  ///< "person", "org_unit", "interaction" or "measure_value"
  std::int64_t id = 0;
  std::string before = {};
};

/// One row that has something to do; it stays in the table.
struct PlannedRow {
  bool is_new = true;
  const CsvRow* row = nullptr;
};

/// The plan of one file, made before anything is written. One kind of import is one subclass.
class ImportPlan {
 public:
  ImportPlan() = default;
  ImportPlan(const ImportPlan&) = delete;
  ImportPlan& operator=(const ImportPlan&) = delete;
  virtual ~ImportPlan() = default;

  [[nodiscard]] const std::vector<PlannedRow>& rows() const { return rows_; }
  [[nodiscard]] const std::vector<RowFault>& faults() const { return faults_; }
  /// Of a file of people; in the order of its lines.
  [[nodiscard]] const std::vector<LikelyPair>& pairs() const { return pairs_; }
  [[nodiscard]] ImportCounts counts() const;

  /// Does rows `begin` to before `end`, inside the open transaction, in order; `made` gets what was done. A
  /// refusal means that none of them is done. May be called again for rows that were undone.
  [[nodiscard]] virtual Result<Done> apply(Scope& scope, std::size_t begin, std::size_t end,
                                           std::vector<MadeChange>& made) = 0;

 protected:
  void add_fault(const CsvRow& row, std::string reason) {
    faults_.push_back({row.line, std::move(reason), row.cells});
  }
  void add_row(const CsvRow& row, bool is_new) { rows_.push_back({is_new, &row}); }
  void add_pair(LikelyPair pair) { pairs_.push_back(std::move(pair)); }
  void add_same() { ++same_; }

 private:
  friend std::unique_ptr<ImportPlan> plan_import(Scope&, const Directory&, ImportKind, const CsvTable&,
                                                 const ImportChoices&);
  std::vector<PlannedRow> rows_;
  std::vector<RowFault> faults_;
  std::vector<LikelyPair> pairs_;
  int same_ = 0;
};

/// Reads what is there and compares. Writes nothing. `directory` and `table` must outlive the plan. 20,000
/// people take well under a second.
[[nodiscard]] std::unique_ptr<ImportPlan> plan_import(Scope& scope, const Directory& directory,
                                                      ImportKind kind, const CsvTable& table,
                                                      const ImportChoices& choices);

[[nodiscard]] std::unique_ptr<ImportPlan> plan_people(Scope& scope, const Directory& directory,
                                                      const CsvTable& table, const ImportChoices& choices);
[[nodiscard]] std::unique_ptr<ImportPlan> plan_departments(Scope& scope, const Directory& directory,
                                                           const CsvTable& table,
                                                           const ImportChoices& choices);
[[nodiscard]] std::unique_ptr<ImportPlan> plan_measures(Scope& scope, const Directory& directory,
                                                        const CsvTable& table, const ImportChoices& choices);
[[nodiscard]] std::unique_ptr<ImportPlan> plan_interactions(Scope& scope, const Directory& directory,
                                                            const CsvTable& table,
                                                            const ImportChoices& choices);

}  // namespace rapport::exchange
