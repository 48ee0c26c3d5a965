// The review of a year as HTML.
#pragma once

#include "html/html.hpp"
#include "reports/year_review.hpp"
#include "ui/visit.hpp"

namespace rapport::reports {

[[nodiscard]] html::Html year_review_view(const ui::Visit& visit, const YearReview& review);

}  // namespace rapport::reports
