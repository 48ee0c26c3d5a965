// What a file would do to what is there: each row new, changed, the same or at fault; and doing it.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "exchange/import.hpp"
#include "exchange/import_file.hpp"
#include "exchange/likely_pairs.hpp"
#include "interactions/directory.hpp"

namespace rapport::exchange {

/// What an import made (`before` empty) or changed, so that it can be undone.
struct MadeChange {
  std::string subject;  ///< "person", "org_unit", "interaction" or "measure_value"
  std::int64_t id = 0;
  std::string before = {};
};

/// One row that has something to do; what it says is read again when it is done.
struct PlannedRow {
  RowPlace place = {};
  int line = 0;
  bool is_new = true;
};

/// What a plan is made of. All of it must outlive the plan, but for `take_fault`, which is called while the
/// plan is made.
struct PlanInput {
  Scope& scope;
  const Directory& directory;
  ImportFile& file;
  const ImportChoices& choices;
  const FaultSink& take_fault;
};

/// The plan of one file, made before anything is written. One kind of import is one subclass. A file has many
/// rows: of each, little is kept.
class ImportPlan {
 public:
  explicit ImportPlan(const PlanInput& input)
      : file_(input.file), choices_(input.choices), take_fault_(&input.take_fault) {}
  ImportPlan(const ImportPlan&) = delete;
  ImportPlan& operator=(const ImportPlan&) = delete;
  virtual ~ImportPlan() = default;

  [[nodiscard]] const std::vector<PlannedRow>& rows() const { return rows_; }
  /// The fault of a planned row that was refused when it was to be done.
  [[nodiscard]] RowFault fault_of(std::size_t place, std::string reason) const {
    return fault_of(file_.row(rows_[place].place), std::move(reason));
  }
  /// Of a file of people, in the order of its lines: those that were answered, and the first of the others.
  [[nodiscard]] const std::vector<LikelyPair>& pairs() const { return pairs_; }
  [[nodiscard]] int open_pairs() const { return open_pairs_; }  ///< not answered, all of them
  [[nodiscard]] ImportCounts counts() const;

  /// Does rows `begin` to before `end`, inside the open transaction, in order; `made` gets what was done. A
  /// refusal means that none of them is done. May be called again for rows that were undone.
  [[nodiscard]] virtual Result<Done> apply(Scope& scope, std::size_t begin, std::size_t end,
                                           std::vector<MadeChange>& made) = 0;

 protected:
  /// Every row of the file; what is no row is a fault.
  void each_row(const std::function<void(const FileRow&)>& plan) {
    file_.each(plan, [this](const spreadsheet::CsvFault& fault) {
      add_fault({fault.row.line, fault.row.cells}, fault.reason);
    });
  }
  /// A row that was planned, or waits to be. Holds until the next one is asked for.
  [[nodiscard]] FileRow file_row(RowPlace place) const { return file_.row(place); }
  [[nodiscard]] RowCells cells_of(const FileRow& row) const { return {choices_, row.cells}; }
  [[nodiscard]] const ImportChoices& choices() const { return choices_; }

  void add_fault(const FileRow& row, std::string reason) {
    ++faulty_;
    (*take_fault_)(fault_of(row, std::move(reason)));
  }
  void add_row(const FileRow& row, bool is_new) { rows_.push_back({row.place, row.line, is_new}); }
  void add_pair(LikelyPair pair);
  void add_same() { ++same_; }

 private:
  static RowFault fault_of(const FileRow& row, std::string reason) {
    return {row.line, std::move(reason), {row.cells.begin(), row.cells.end()}};
  }

  ImportFile& file_;
  const ImportChoices& choices_;
  const FaultSink* take_fault_;
  std::vector<PlannedRow> rows_;
  std::vector<LikelyPair> pairs_;
  int open_pairs_ = 0;
  int faulty_ = 0;
  int same_ = 0;
};

/// Reads what is there and compares. Writes nothing. 20,000 people take well under a second.
[[nodiscard]] std::unique_ptr<ImportPlan> plan_import(ImportKind kind, const PlanInput& input);

[[nodiscard]] std::unique_ptr<ImportPlan> plan_people(const PlanInput& input);
[[nodiscard]] std::unique_ptr<ImportPlan> plan_departments(const PlanInput& input);
[[nodiscard]] std::unique_ptr<ImportPlan> plan_measures(const PlanInput& input);
[[nodiscard]] std::unique_ptr<ImportPlan> plan_interactions(const PlanInput& input);

}  // namespace rapport::exchange
