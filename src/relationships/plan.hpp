// A scale-up plan: where one relationship stands, where it is to go, what it would take, and what came of it.
// Plain data and its rules; no SQL, no HTTP, no clock.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "relationships/relationship.hpp"

namespace rapport {

struct ScaleUpPlan;
struct PlanStep;

/// What a review answers, once.
enum class PlanOutcome { reached, not_yet, changed };
[[nodiscard]] std::string_view code(PlanOutcome outcome);   ///< "reached", "not_yet", "changed"
[[nodiscard]] std::string_view words(PlanOutcome outcome);  ///< "Reached", "Not yet", "Changed our minds"
[[nodiscard]] std::optional<PlanOutcome> plan_outcome_of(std::string_view code);
inline constexpr PlanOutcome plan_outcomes[] = {PlanOutcome::reached, PlanOutcome::not_yet,
                                                PlanOutcome::changed};

/// One of our own actions. Words, colleague and day are its promise's where there is one.
struct PlanStep {
  Id<PlanStep> id = {};
  Id<ScaleUpPlan> plan = {};
  int position = 0;
  std::string words = {};
  Id<Staff> owner = {};
  std::optional<Date> due_on = {};
  std::optional<Id<Promise>> promise = {};
  std::optional<Instant> kept_at = {};
  bool is_dropped = false;  ///< somebody took it off the list

  [[nodiscard]] bool is_open() const { return !kept_at && !is_dropped; }
};

struct ScaleUpPlan {
  Id<ScaleUpPlan> id = {};
  Id<Relationship> relationship = {};
  RelationshipWith with = {};  ///< of a merged person any record
  ServiceArea area = ServiceArea::overall;
  int aim_scale = 1;  ///< the version of the levels in which the aim was named
  int aim_level = 0;
  std::string where_now = {};
  std::string why_now = {};
  std::string matters = {};  ///< to them
  std::string hope = {};
  std::string know_by = {};
  Date review_on = {};
  std::optional<Id<Staff>> review_by = {};  ///< who is asked at the review, where not whoever wrote it
  std::optional<Date> asked_on = {};        ///< the review day whose question on Today was set aside
  std::optional<PlanOutcome> outcome = {};
  std::string learnt = {};
  Id<Staff> made_by = {};
  Instant made_at = {};
  Id<Staff> changed_by = {};
  Instant changed_at = {};
  std::optional<Id<Staff>> closed_by = {};
  std::optional<Instant> closed_at = {};
  int version = 1;

  [[nodiscard]] bool is_active() const { return !outcome; }
  [[nodiscard]] Id<Staff> reviewer() const { return review_by.value_or(made_by); }
  [[nodiscard]] bool is_to_review(Date today) const { return is_active() && review_on <= today; }
};

/// A step as somebody writes it. `row` is its place in the form and names its faults: "step-2-words".
struct StepDraft {
  int row = 1;
  std::optional<Id<PlanStep>> step = {};  ///< the one that is there already
  std::string words = {};                 ///< empty: taken off the plan
  Id<Staff> owner = {};
  std::optional<Date> due_on = {};
};

/// What somebody wants to plan. `seen_scale` is the version of the levels they looked at.
struct PlanDraft {
  RelationshipWith with = {};
  ServiceArea area = ServiceArea::overall;
  int aim = 0;
  std::string where_now = {};
  std::string why_now = {};
  std::string matters = {};
  std::string hope = {};
  std::string know_by = {};
  std::optional<Date> review_on = {};
  std::optional<Id<Staff>> review_by = {};  ///< a colleague for whom it is written
  std::vector<StepDraft> steps = {};
  int seen_scale = 1;
};

struct CloseDraft {
  std::optional<PlanOutcome> outcome = {};
  std::string learnt = {};
  bool drops_open_steps = true;  ///< off everybody's list
};

inline constexpr std::size_t plan_text_characters_max = 1'000;
inline constexpr std::size_t step_characters_max = 300;
inline constexpr std::size_t steps_max = 8;
inline constexpr int review_years_max = 3;

/// Texts tidied, steps without words that are not there yet left out. Idempotent.
[[nodiscard]] PlanDraft tidied(PlanDraft draft);

/// What a draft's rules ask of the world.
struct PlanGround {
  const Scale& scale;
  const Standing& standing;
  std::span<const PlanStep> steps = {};  ///< those there already
  bool is_new = true;
  std::optional<Date> review_before = {};  ///< the review day of the plan that is changed
  Date today = {};
};
/// On a tidied draft: an aim above the present level (or at the top, or slipping), a hope, a review day to
/// come within three years, at least one step and at most eight, each with words and a day that has not
/// passed. A step or review day that was there before and is not moved may lie in the past. Field names: aim,
/// where_now, why_now, matters, hope, know_by, review_on, step-1-words, step-1-due.
[[nodiscard]] std::vector<Fault> faults_of(const PlanDraft& draft, const PlanGround& ground);
/// An outcome, and at most so many words. Field names: outcome, learnt.
[[nodiscard]] std::vector<Fault> faults_of(const CloseDraft& draft);

}  // namespace rapport
