// The SQL of the team home. Reads what relationships/ and interactions/ keep.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/connection.hpp"
#include "interactions/interaction.hpp"
#include "relationships/plan.hpp"
#include "relationships/relationship.hpp"

namespace rapport::team_store {

/// One move of a whole relationship.
struct Move {
  RelationshipWith with = {};
  std::optional<Id<OrgUnit>> unit = {};  ///< of the person's main post, or the department itself
  LevelEvent event = {};
};
/// Since that day, the latest first, at most 5,000.
[[nodiscard]] std::vector<Move> moves(db::Reader& reader, Id<Institution> institution, Date since);

struct PlanRow {
  Id<ScaleUpPlan> id = {};
  RelationshipWith with = {};
  std::optional<Id<OrgUnit>> unit = {};
  std::string hope = {};
  std::string learnt = {};
  Date review_on = {};
};
/// Closed with the aim reached since that moment, the latest first, at most 500.
[[nodiscard]] std::vector<PlanRow> reached(db::Reader& reader, Id<Institution> institution, Instant since);
/// Active ones whose review day is over, the longest due first, at most 2,000.
[[nodiscard]] std::vector<PlanRow> to_review(db::Reader& reader, Id<Institution> institution, Date today);

struct OverduePromise {
  Id<Promise> id = {};
  std::string words = {};
  Date due_on = {};
  std::optional<Id<Person>> person = {};
  std::optional<Id<OrgUnit>> unit = {};  ///< of the person's main post, or that the conversation was with
};
/// Ours, of one colleague, due before today; of conversations that everybody may read, or that team alone;
/// restricted ones are told to nobody here. At most 500.
[[nodiscard]] std::vector<OverduePromise> overdue(db::Reader& reader, Id<Institution> institution,
                                                  Id<Staff> staff, Date today, std::int64_t viewers_team);

}  // namespace rapport::team_store
