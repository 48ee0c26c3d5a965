// The SQL of action plans, their items and templates; row <-> value, nothing else.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "db/connection.hpp"
#include "plans/action_plan.hpp"

namespace rapport::action_plan_store {

[[nodiscard]] std::optional<ActionPlan> find(db::Reader& reader, Id<Institution> institution,
                                             Id<OrgUnit> unit, int academic_year);
[[nodiscard]] std::optional<ActionPlan> find(db::Reader& reader, Id<Institution> institution,
                                             Id<ActionPlan> id);
/// In the order of their units' ids, at most 2,000.
[[nodiscard]] std::vector<ActionPlan> of_year(db::Reader& reader, Id<Institution> institution,
                                              int academic_year);
/// The years of which the unit has a plan, newest first.
[[nodiscard]] std::vector<int> years_of(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit);
[[nodiscard]] Id<ActionPlan> insert(db::Writer& writer, Id<Institution> institution, const ActionPlan& plan,
                                    std::optional<Id<PlanTemplate>> from);

/// In their order, with owners as their promises have them and those of the department. Not settled yet.
[[nodiscard]] std::vector<PlanItem> items_of(db::Reader& reader, Id<Institution> institution,
                                             Id<ActionPlan> plan);
/// All of a year's plans, by plan and position, at most 5,000. Cost: four statements however many there are.
[[nodiscard]] std::vector<PlanItem> items_of_year(db::Reader& reader, Id<Institution> institution,
                                                  int academic_year);
[[nodiscard]] std::optional<PlanItem> find_item(db::Reader& reader, Id<Institution> institution,
                                                Id<PlanItem> id);
[[nodiscard]] std::optional<Id<PlanItem>> carried_to(db::Reader& reader, Id<Institution> institution,
                                                     Id<PlanItem> from);
[[nodiscard]] int next_position(db::Reader& reader, Id<Institution> institution, Id<ActionPlan> plan);
/// With its owners, people and first version. `owner_words` names the owners for the history.
[[nodiscard]] Id<PlanItem> insert(db::Writer& writer, Id<Institution> institution, const PlanItem& item,
                                  std::string_view owner_words);
/// Everything but where it comes from, as the next version; false where it was not `item.version` any more.
[[nodiscard]] bool update(db::Writer& writer, Id<Institution> institution, const PlanItem& item,
                          std::string_view owner_words);

/// One version of an item as it was.
struct ItemVersion {
  int version = 1;
  std::string theme = {}, words = {}, success = {}, owners = {}, their_owners = {};
  std::optional<Date> due_on = {};
  bool is_asked = false;
  ItemState state = ItemState::open;
  std::string outcome = {};
  Id<Staff> changed_by = {};
  Instant changed_at = {};
};
/// The newest first, at most 200.
[[nodiscard]] std::vector<ItemVersion> versions_of(db::Reader& reader, Id<Institution> institution,
                                                   Id<PlanItem> item);

struct ItemNote {
  Id<PlanItem> item = {};
  std::string words = {};
  Id<Staff> made_by = {};
  Instant made_at = {};
};
/// The newest first, at most 200.
[[nodiscard]] std::vector<ItemNote> notes_of(db::Reader& reader, Id<Institution> institution,
                                             Id<PlanItem> item);
/// How many notes the items of a plan have, and when the last one was made.
struct NoteCount {
  Id<PlanItem> item = {};
  int notes = 0;
  Instant last_at = {};
};
[[nodiscard]] std::vector<NoteCount> note_counts(db::Reader& reader, Id<Institution> institution,
                                                 Id<ActionPlan> plan);
void insert(db::Writer& writer, Id<Institution> institution, const ItemNote& note);

struct Minutes {
  std::string words = {};
  std::optional<Id<Interaction>> interaction = {};
  Id<Staff> made_by = {};
  Instant made_at = {};
};
/// The newest first, at most 50.
[[nodiscard]] std::vector<Minutes> minutes_of(db::Reader& reader, Id<Institution> institution,
                                              Id<ActionPlan> plan);
void insert(db::Writer& writer, Id<Institution> institution, Id<ActionPlan> plan, const Minutes& minutes);

/// A template as it is kept.
struct KeptTemplate {
  Id<PlanTemplate> id = {};
  std::string name = {};
  std::string content = {};
  bool is_retired = false;
  std::optional<Id<Staff>> changed_by = {};
  Instant changed_at = {};
  int version = 1;
};
/// In the order in which they were made, at most 100.
[[nodiscard]] std::vector<KeptTemplate> templates(db::Reader& reader, Id<Institution> institution);
[[nodiscard]] std::optional<KeptTemplate> find_template(db::Reader& reader, Id<Institution> institution,
                                                        Id<PlanTemplate> id);
[[nodiscard]] Id<PlanTemplate> insert(db::Writer& writer, Id<Institution> institution,
                                      const KeptTemplate& kept);
/// False where it was not `kept.version` any more.
[[nodiscard]] bool update(db::Writer& writer, Id<Institution> institution, const KeptTemplate& kept);

/// Open items of a colleague whose plan is of that year, by plan and position, at most 500.
[[nodiscard]] std::vector<std::pair<Id<OrgUnit>, Id<PlanItem>>> open_items_of(db::Reader& reader,
                                                                              Id<Institution> institution,
                                                                              Id<Staff> staff,
                                                                              int academic_year);

}  // namespace rapport::action_plan_store
