// Draws the team home. Finished values in, markup out.
#pragma once

#include <string>
#include <vector>

#include "html/html.hpp"
#include "reports/team.hpp"
#include "ui/visit.hpp"

namespace rapport::reports {

/// Which team a page is about, and which there are.
struct TeamChoice {
  std::optional<Id<Team>> team = {};  ///< nothing for the whole library
  std::string name = {};              ///< "Health & Social Care", "The whole library"
  std::vector<std::pair<Id<Team>, std::string>> teams = {};

  [[nodiscard]] std::string query() const;  ///< "team=3", "team=all"
};
[[nodiscard]] html::Html team_view(const ui::Visit& visit, const Directory& directory,
                                   const TeamChoice& choice, const TeamHome& home);
[[nodiscard]] html::Html team_due_view(const ui::Visit& visit, const Directory& directory,
                                       const TeamChoice& choice, const OrgUnitEntry* unit,
                                       const DueRows& due);

}  // namespace rapport::reports
