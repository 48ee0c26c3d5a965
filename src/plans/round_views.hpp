// The page of a round. Finished values in, markup out.
#pragma once

#include <span>

#include "html/html.hpp"
#include "interactions/directory.hpp"
#include "plans/action_plans.hpp"
#include "ui/visit.hpp"

namespace rapport::rounds {

struct RoundPage {
  int academic_year = 0;
  std::span<const action_plans::Plan> plans = {};
};
[[nodiscard]] html::Html round_view(const ui::Visit& visit, const Directory& directory,
                                    const RoundPage& page);

}  // namespace rapport::rounds
