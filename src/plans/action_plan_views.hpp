// The pages of action plans. Finished values in, markup out.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "html/html.hpp"
#include "interactions/directory.hpp"
#include "plans/action_plans.hpp"
#include "plans/item_form.hpp"
#include "plans/plan_templates.hpp"
#include "ui/visit.hpp"

namespace rapport::action_plans {

/// "/departments/nursing/plan/2026"
[[nodiscard]] std::string plan_address(const OrgUnitEntry& unit, int academic_year);
/// "/plan-items/12"
[[nodiscard]] std::string item_address(Id<PlanItem> item);

struct PlanPage {
  const OrgUnitEntry& unit;
  std::string name = {};       ///< what the department was called in that year
  std::string last_name = {};  ///< and in the year before
  int academic_year = 0;
  std::optional<Plan> last = {};
  std::optional<Plan> now = {};
  std::vector<Forerunner> forerunners = {};  ///< beside `last`
  std::vector<Id<OrgUnit>> successors = {};  ///< of a closed one
  std::vector<NoteCount> notes = {};         ///< of `now`
  std::span<const plan_templates::Template> templates = {};
  std::span<const int> years = {};  ///< of which there are plans
  ItemForm form = {};               ///< of a new action
  std::vector<Fault> faults = {};
  bool may_write = false;
  bool may_begin = false;
  bool is_closed = false;  ///< the department, today
  bool is_large = false;
  bool is_meeting = false;
  std::vector<Minutes> minutes = {};  ///< of `now`
  html::Html aside = {};              ///< what stands above this year's actions in a meeting
  html::Html below = {};              ///< and below both columns
};
[[nodiscard]] html::Html plan_view(const ui::Visit& visit, const Directory& directory, const PlanPage& page);

struct ItemPage {
  const ItemInPlan& there;  ///< as it is now
  const OrgUnitEntry& unit;
  std::string name = {};
  std::span<const ItemVersion> versions = {};
  std::span<const ItemNote> notes = {};
  const ItemForm& form;      ///< as typed
  std::string outcome = {};  ///< as typed
  std::string note = {};     ///< as typed
  std::vector<Fault> faults = {};
  std::string clash = {};  ///< why it could not be kept; empty where it could
  bool may_write = false;
};
/// With a clash, what is there now stands above what was typed.
[[nodiscard]] html::Html item_view(const ui::Visit& visit, const Directory& directory, const ItemPage& page);

// Parts -----------------------------------------------------------------------------------------------

/// "once", "twice", "3 times"
[[nodiscard]] std::string times_words(int count);
/// "Priya Nair and Tom Ashworth, with Dr Jane Smith"
[[nodiscard]] std::string owner_words(const Directory& directory, const PlanItem& item);
/// What a form on a plan's page sends of an action besides what it does to it.
[[nodiscard]] html::Html act_fields(const ui::Visit& visit, const PlanItem& item, const PlanPage& page);
/// The left side of a plan: what became of last year's actions.
[[nodiscard]] html::Html last_year(const ui::Visit& visit, const Directory& directory, const PlanPage& page);
/// The state as a tag: a colour and the word.
[[nodiscard]] html::Html state_tag(const PlanItem& item);
/// The fields of an action; `rows` selects for colleagues.
[[nodiscard]] html::Html item_fields(const Directory& directory, const ItemForm& form,
                                     std::span<const std::string> themes, std::size_t rows,
                                     const std::vector<Fault>& faults);
/// What changed from one version to the next, newest first, in words.
[[nodiscard]] html::Html history_section(const ui::Visit& visit, const Directory& directory,
                                         std::span<const ItemVersion> versions);
[[nodiscard]] html::Html half_year_card(const ui::Visit& visit, const Directory& directory,
                                        std::span<const Plan> plans);
[[nodiscard]] html::Html actions_card(const ui::Visit& visit, const OrgUnitEntry& unit, int year,
                                      const std::optional<Plan>& plan);

}  // namespace rapport::action_plans
