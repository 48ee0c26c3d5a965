// The SQL of scale-up plans and their steps; row <-> value, nothing else.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "db/connection.hpp"
#include "relationships/plan.hpp"

namespace rapport::plan_store {

/// The next thing to do of an active plan with somebody.
struct NextStep {
  Id<Person> person = {};  ///< the record that the plan was made for
  std::string words = {};
};
/// Of each plan the first step that is open. Cost: a look-up for each ten people.
[[nodiscard]] std::vector<NextStep> next_steps(db::Reader& reader, Id<Institution> institution,
                                               std::span<const Id<Person>> people);

[[nodiscard]] std::optional<ScaleUpPlan> find(db::Reader& reader, Id<Institution> institution,
                                              Id<ScaleUpPlan> id);
/// Every plan of a relationship, the newest first, at most 50.
[[nodiscard]] std::vector<ScaleUpPlan> of(db::Reader& reader, Id<Institution> institution,
                                          Id<Relationship> relationship);
[[nodiscard]] std::optional<ScaleUpPlan> active_of(db::Reader& reader, Id<Institution> institution,
                                                   Id<Relationship> relationship);
/// Every active one of an area, at most 5,000.
[[nodiscard]] std::vector<ScaleUpPlan> active(db::Reader& reader, Id<Institution> institution,
                                              ServiceArea area);
/// Active ones whose review day has come and whose question was not set aside, the longest due first, at most
/// 200.
[[nodiscard]] std::vector<ScaleUpPlan> to_review(db::Reader& reader, Id<Institution> institution, Date today);
/// Active ones at whose review this colleague is asked, at most 1,000.
[[nodiscard]] std::vector<ScaleUpPlan> asked_of(db::Reader& reader, Id<Institution> institution,
                                                Id<Staff> staff);
/// Closed with the aim reached, the newest first, at most 200.
[[nodiscard]] std::vector<ScaleUpPlan> reached(db::Reader& reader, Id<Institution> institution);

[[nodiscard]] Id<ScaleUpPlan> insert(db::Writer& writer, Id<Institution> institution,
                                     const ScaleUpPlan& plan);
/// Texts, aim, days, outcome and who changed it. Raises the version; false when it was not `plan.version` any
/// more.
[[nodiscard]] bool update(db::Writer& writer, Id<Institution> institution, const ScaleUpPlan& plan);
/// Who is asked at the review.
void set_reviewer(db::Writer& writer, Id<Institution> institution, Id<ScaleUpPlan> id, Id<Staff> staff);
void set_asked(db::Writer& writer, Id<Institution> institution, Id<ScaleUpPlan> id, Date review_on);

/// In their order, with what their promises say.
[[nodiscard]] std::vector<PlanStep> steps_of(db::Reader& reader, Id<Institution> institution,
                                             Id<ScaleUpPlan> plan);
[[nodiscard]] Id<PlanStep> insert(db::Writer& writer, Id<Institution> institution, const PlanStep& step);
void update(db::Writer& writer, Id<Institution> institution, const PlanStep& step);
/// Of those plans the steps that were kept, in the plans' order, at most 500.
[[nodiscard]] std::vector<PlanStep> kept_steps_of_reached(db::Reader& reader, Id<Institution> institution);

}  // namespace rapport::plan_store
