// The team home: what moved this term, what is due, how far the team reaches. By department; nothing of it
// says who of the team did how much.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bumps/chains.hpp"
#include "bumps/story.hpp"
#include "reports/coverage.hpp"
#include "reports/team_store.hpp"

namespace rapport::reports {

struct TeamQuery {
  std::optional<Id<Team>> team = {};  ///< nothing for the whole library
};

/// What is due in one department; no department: everything that belongs to none.
struct DueRow {
  const OrgUnitEntry* unit = nullptr;
  int promises = 0;
  int plans = 0;

  [[nodiscard]] int total() const { return promises + plans; }
};

struct TeamHome {
  Date since = {};                             ///< the beginning of the term
  std::vector<const OrgUnitEntry*> tops = {};  ///< what the team looks after today, in name order
  int up = 0;
  int down = 0;
  int slipping = 0;
  std::vector<team_store::Move> moves = {};  ///< the latest ten
  std::vector<team_store::PlanRow> reached = {};
  std::vector<chains::ChainLine> chains = {};
  std::vector<Story> stories = {};
  std::vector<DueRow> due = {};  ///< in order of departments' names
  int promises_due = 0;
  int plans_due = 0;
  CoverageReport coverage = {};
  Scales scales = {};
};
/// Cost: one walk over an index for each colleague's overdue promises, the moves of the term, and coverage.
[[nodiscard]] TeamHome read_team(Scope& scope, const Directory& directory, const TeamQuery& query);

/// The rows behind a number of what is due.
struct DueRows {
  std::vector<team_store::OverduePromise> promises = {};
  std::vector<team_store::PlanRow> plans = {};
};
/// Of one department, or those of none.
[[nodiscard]] DueRows read_due(Scope& scope, const Directory& directory, const TeamQuery& query,
                               const OrgUnitEntry* unit);

}  // namespace rapport::reports
