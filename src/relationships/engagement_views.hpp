// Engagement as HTML: a person's card, a department's distribution. Finished values in, markup out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "html/html.hpp"
#include "relationships/engagements.hpp"
#include "ui/visit.hpp"

namespace rapport::engagement {

[[nodiscard]] html::Html card_view(const ui::Visit& visit, const Directory& directory, const PersonCard& card,
                                   const CardRows& rows);

/// For a department's page: the distribution with coverage and breadth, and the way to the people behind it.
[[nodiscard]] html::Html distribution_card(const OrgUnitEntry& unit, const Distribution& all);

/// Everybody of a department by band, in name order.
[[nodiscard]] html::Html unit_view(const OrgUnitEntry& unit, const UnitEngagement& engagement);

/// What somebody chose and why; the preview where it was asked for.
struct RuleForm {
  EngagementRule rule = {};
  std::string because = {};
};
[[nodiscard]] html::Html rule_view(const ui::Visit& visit, const Directory& directory, const RuleForm& form,
                                   const std::vector<RuleChange>& changes,
                                   const std::optional<Preview>& preview, const std::vector<Fault>& faults);

}  // namespace rapport::engagement
