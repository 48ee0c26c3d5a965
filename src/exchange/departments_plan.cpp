// Importing departments: new ones below those that stand above them, names and places that changed.
#include <algorithm>
#include <unordered_map>

#include "base/text.hpp"
#include "exchange/import_plan.hpp"
#include "json/json.hpp"
#include "organisation/organisation.hpp"

namespace rapport::exchange {
namespace {

struct UnitStep {
  std::optional<Id<OrgUnit>> unit;  ///< absent: new
  OrgUnitDraft draft;
  std::string parent;  ///< folded; looked for when the row is done, because it may be new too
};

std::optional<OrgUnitKind> kind_of(std::string_view text) {
  if (text.empty()) return OrgUnitKind::department;
  const auto folded = fold(text);
  if (folded == "college") return OrgUnitKind::faculty;
  return org_unit_kind_of(folded);
}

class DepartmentsPlan : public ImportPlan {
 public:
  explicit DepartmentsPlan(const PlanInput& input) : ImportPlan(input), directory_(input.directory) {
    std::vector<RowPlace> waiting;
    each_row([&](const FileRow& row) {
      if (!plan_row(input.scope, row)) waiting.push_back(row.place);
    });
    // Rows whose parent comes further down wait for it.
    while (!waiting.empty()) {
      std::vector<RowPlace> later;
      for (const auto place : waiting)
        if (!plan_row(input.scope, file_row(place))) later.push_back(place);
      if (later.size() == waiting.size()) break;
      waiting = std::move(later);
    }
    for (const auto place : waiting) add_lost(file_row(place));
  }

  Result<Done> apply(Scope& scope, std::size_t begin, std::size_t end,
                     std::vector<MadeChange>& made) override {
    for (std::size_t i = begin; i < end; ++i)
      if (auto done = steps_[i].unit ? change(scope, steps_[i], made) : add(scope, steps_[i], made); !done)
        return done;
    return Done{};
  }

 private:
  /// False where the parent is not known yet.
  bool plan_row(Scope& scope, const FileRow& row) {
    const auto cells = cells_of(row);
    UnitStep step{.unit = {},
                  .draft = {.name = tidy_line(cells.text("name")),
                            .external_id = std::string(cells.text("external_id"))},
                  .parent = fold(tidy_line(cells.text("parent")))};
    const bool is_parent_known = step.parent.empty() || new_names_.contains(step.parent) ||
                                 directory_.org.find_name(step.parent) != nullptr;
    if (!is_parent_known) return false;
    const auto kind = kind_of(cells.text("kind"));
    if (!kind) {
      add_fault(row, "The kind is to be faculty, school, department or service.");
      return true;
    }
    step.draft.kind = *kind;
    const auto faults = faults_of(step.draft, scope.today);
    if (!faults.empty())
      add_fault(row, faults.front().message);
    else
      plan_step(scope, row, std::move(step));
    return true;
  }

  void add_lost(const FileRow& row) {
    add_fault(row, "What it stands under is called “" + shorten(cells_of(row).text("parent"), 80) +
                       "”, and nothing here is.");
  }

  void plan_step(Scope& scope, const FileRow& row, UnitStep step) {
    const auto folded = fold(step.draft.name);
    if (!new_names_.insert({folded, row.line}).second)
      return add_fault(
          row, step.draft.name + " stands on line " + std::to_string(new_names_[folded]) + " already.");
    std::optional<Id<OrgUnit>> found;
    if (!step.draft.external_id.empty()) found = organisation::find_external(scope, step.draft.external_id);
    if (!found)
      if (const auto* entry = directory_.org.find_name(step.draft.name)) found = entry->id;
    const auto* there = found ? directory_.org.find(*found) : nullptr;
    if (there != nullptr && there->name == step.draft.name && is_below(*there, step.parent))
      return add_same();
    step.unit = found;
    steps_.push_back(std::move(step));
    add_row(row, !found.has_value());
  }

  /// A file that says nothing about the parent leaves it.
  bool is_below(const OrgUnitEntry& unit, const std::string& parent) const {
    return parent.empty() || fold(directory_.org.name(unit.parent)) == parent;
  }

  Result<std::optional<Id<OrgUnit>>> parent_of(const UnitStep& step) const {
    if (step.parent.empty()) return std::optional<Id<OrgUnit>>();
    if (const auto made = made_.find(step.parent); made != made_.end()) return std::optional(made->second);
    if (const auto* entry = directory_.org.find_name(step.parent)) return std::optional(entry->id);
    return invalid("parent", "What it stands under was not taken.");
  }

  Result<Done> add(Scope& scope, const UnitStep& step, std::vector<MadeChange>& made) {
    auto draft = step.draft;
    const auto parent = parent_of(step);
    if (!parent) return parent.refusal();
    draft.parent = *parent;
    const auto id = organisation::add(scope, draft);
    if (!id) return id.refusal();
    made_.insert_or_assign(fold(draft.name), *id);
    made.push_back({"org_unit", id->value, {}});
    return Done{};
  }

  Result<Done> change(Scope& scope, const UnitStep& step, std::vector<MadeChange>& made) {
    const auto before = organisation::get(scope, *step.unit);
    if (!before) return before.refusal();
    const auto parent = parent_of(step);
    if (!parent) return parent.refusal();
    if (before->name != step.draft.name)
      if (auto done = organisation::rename(scope, *step.unit, step.draft.name, scope.today); !done)
        return done;
    const auto now_below = *parent ? *parent : before->parent;
    if (now_below != before->parent)
      if (auto done = organisation::move(scope, *step.unit, now_below, scope.today); !done) return done;
    made.push_back({"org_unit", step.unit->value,
                    json::write(json::Object{{"name", before->name},
                                             {"parent", before->parent ? before->parent->value : 0},
                                             {"name_after", step.draft.name},
                                             {"parent_after", now_below ? now_below->value : 0}})});
    return Done{};
  }

  const Directory& directory_;
  std::vector<UnitStep> steps_;
  std::unordered_map<std::string, int> new_names_;
  std::unordered_map<std::string, Id<OrgUnit>> made_;
};

}  // namespace

std::unique_ptr<ImportPlan> plan_departments(const PlanInput& input) {
  return std::make_unique<DepartmentsPlan>(input);
}

}  // namespace rapport::exchange
