// The page of a plan with what an answer adds to it. For the pages of this folder alone.
#pragma once

#include <vector>

#include "html/html.hpp"
#include "http/response.hpp"
#include "plans/item_form.hpp"
#include "plans/plan_address.hpp"
#include "ui/visit.hpp"

namespace rapport::action_plans {

/// What a page says beside the plan.
struct PlanPageAnswer {
  ItemForm form = {};  ///< of a new action, as typed
  std::vector<Fault> faults = {};
  int status = 200;
  html::Html aside = {};  ///< above this year's actions
  bool is_meeting = false;
};
[[nodiscard]] http::Response plan_page(const ui::Visit& visit, const Directory& directory, const Place& place,
                                       PlanPageAnswer answer);

}  // namespace rapport::action_plans
