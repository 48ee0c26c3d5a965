// The front door of action plans: begin one, add and change items, say what became of them, carry them
// forward. Librarians, leaders and administrators write, directors read. Permission, transaction and audit
// live here. Scale-up plans of one relationship are another thing: relationships/plans.hpp.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "interactions/directory.hpp"
#include "plans/action_plan.hpp"
#include "plans/action_plan_store.hpp"
#include "scope/scope.hpp"

namespace rapport::action_plans {

using action_plan_store::ItemNote;
using action_plan_store::ItemVersion;
using action_plan_store::Minutes;
using action_plan_store::NoteCount;

/// A plan with its items in their order, settled. Nothing in it is a note: it may be shown to the department.
struct Plan {
  ActionPlan plan = {};
  std::vector<PlanItem> items = {};
};

/// Nothing where none was begun. Cost: four look-ups by key.
[[nodiscard]] std::optional<Plan> of(Scope& scope, const Directory& directory, Id<OrgUnit> unit,
                                     int academic_year);
/// All plans of a year, in one read. Cost: four statements for a year, however many departments.
[[nodiscard]] std::vector<Plan> of_year(Scope& scope, const Directory& directory, int academic_year);
/// The years of which there is a plan, newest first.
[[nodiscard]] std::vector<int> years(Scope& scope, Id<OrgUnit> unit);
/// What others agreed on that go on in this department: their plans of the year before.
struct Forerunner {
  const OrgUnitEntry* unit = nullptr;  ///< lives in the directory
  std::string name = {};               ///< what it was called then
  Plan plan = {};
  std::optional<Date> part_since = {};  ///< since when a part of it, and no more, is here
};
/// Of the departments that go on in this one, or a part of which does, directly or by others, since the year
/// before `academic_year` or in it: their plans of that year before. Cost: one statement where nothing was
/// ever merged or split.
[[nodiscard]] std::vector<Forerunner> forerunners(Scope& scope, const Directory& directory, Id<OrgUnit> unit,
                                                  int academic_year);
/// In whom a closed department goes on; nobody for an open one.
[[nodiscard]] std::vector<Id<OrgUnit>> successors(Scope& scope, Id<OrgUnit> unit);
/// What the department was called when the year ended, or is called today while it lasts.
[[nodiscard]] std::string unit_name(Scope& scope, const Directory& directory, Id<OrgUnit> unit,
                                    int academic_year);
[[nodiscard]] bool may_write(const Viewer& viewer);

/// An item with the plan that it stands in. NotFound.
struct ItemInPlan {
  PlanItem item = {};
  ActionPlan plan = {};
};
[[nodiscard]] Result<ItemInPlan> get_item(Scope& scope, Id<PlanItem> id);

struct Beginning {
  Id<OrgUnit> unit = {};
  int academic_year = 0;
  std::optional<Id<PlanTemplate>> from = {};
};
/// Begins a plan, with the template's items. One that is there is left as it is. Invalid on "year" (neither
/// last year, this nor the next) and "template"; Conflict where the department was closed before that year.
[[nodiscard]] Result<Id<ActionPlan>> begin(Scope& scope, const Directory& directory,
                                           const Beginning& beginning);

/// Adds an item at the end, and begins the plan where there is none. Its owners are promised it where it has
/// a day. Invalid: faults_of, an owner who does not log ("owner-2"), more than sixty items ("words"); else as
/// `begin`.
[[nodiscard]] Result<Id<PlanItem>> add(Scope& scope, const Directory& directory, const Beginning& where,
                                       const ItemDraft& draft);
/// Replaces what it says; promises follow. Conflict where somebody was faster than `version`: nothing is
/// changed then.
[[nodiscard]] Result<Done> change(Scope& scope, const Directory& directory, Id<PlanItem> id, int version,
                                  const ItemDraft& draft);
/// What became of it. Done keeps the promises of its owners, dropped takes them off their lists, open again
/// takes them up. Invalid: faults_of. Conflict as `change`, and where it was carried forward.
[[nodiscard]] Result<Done> set_state(Scope& scope, const Directory& directory, Id<PlanItem> id, int version,
                                     const StateDraft& draft);
struct Carrying {
  std::optional<Id<OrgUnit>> to = {};
  std::string outcome = {};  ///< what came of it so far; empty leaves what is there
};
/// Goes on in the next year's plan, which is begun where there is none: of `to`, or of the same department.
/// Invalid on "outcome" where that is too long. Said twice is once: the id is that of the item there.
/// Conflict where it is done or dropped, or was changed since `version`; else as `begin`.
[[nodiscard]] Result<Id<PlanItem>> carry_forward(Scope& scope, const Directory& directory, Id<PlanItem> id,
                                                 int version, const Carrying& carrying = {});
/// A word on its progress, for the library alone. Invalid on "note".
[[nodiscard]] Result<Done> note(Scope& scope, Id<PlanItem> id, std::string_view words);

/// Newest first.
[[nodiscard]] std::vector<ItemVersion> versions(Scope& scope, Id<PlanItem> id);
[[nodiscard]] std::vector<ItemNote> notes(Scope& scope, Id<PlanItem> id);
[[nodiscard]] std::vector<NoteCount> note_counts(Scope& scope, Id<ActionPlan> plan);
[[nodiscard]] std::vector<Minutes> minutes(Scope& scope, Id<ActionPlan> plan);
/// Keeps what was typed in the meeting, beside the conversation that it became. Invalid on "minutes".
[[nodiscard]] Result<Done> keep_minutes(Scope& scope, Id<ActionPlan> plan, std::string_view words,
                                        std::optional<Id<Interaction>> interaction);

/// Plans in their second half that nobody has written to since it began, of the departments that the viewer
/// leads for.
[[nodiscard]] std::vector<Plan> to_look_at(Scope& scope, const Directory& directory);

/// An item of the past, as it came to stand.
struct PastItem {
  ItemDraft draft = {};
  StateDraft state = {};
  Date changed_on = {};
  std::vector<std::string> notes = {};
  bool is_carried = false;  ///< to the same department's next plan of this call
};
struct PastPlan {
  Id<OrgUnit> unit = {};
  int academic_year = 0;
  Id<Staff> made_by = {};
  Date made_on = {};
  std::vector<std::string> themes = {};
  std::vector<PastItem> items = {};
};
/// Many at once, for the made-up university, the earlier year first. All or none. Days may lie in the past;
/// items that are not over and have a day to come are promised. Forbidden but for administrators.
[[nodiscard]] Result<Done> record_past(Scope& scope, const Directory& directory,
                                       std::span<const PastPlan> plans);

}  // namespace rapport::action_plans
