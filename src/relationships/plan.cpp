// The rules of scale-up plans.
#include "relationships/plan.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace rapport {
namespace {

struct OutcomeWords {
  PlanOutcome outcome;
  std::string_view code;
  std::string_view words;
};
constexpr std::array outcomes = {OutcomeWords{PlanOutcome::reached, "reached", "Reached"},
                                 OutcomeWords{PlanOutcome::not_yet, "not_yet", "Not yet"},
                                 OutcomeWords{PlanOutcome::changed, "changed", "Changed our minds"}};

std::string step_field(const StepDraft& step, std::string_view part) {
  return "step-" + std::to_string(step.row) + "-" + std::string(part);
}

void check_text(std::vector<Fault>& faults, std::string field, const std::string& text) {
  if (character_count(text) > plan_text_characters_max)
    faults.push_back({std::move(field), "Say it in at most 1,000 characters."});
}

void check_aim(std::vector<Fault>& faults, const PlanDraft& draft, const PlanGround& ground) {
  const int now = ground.standing.level();
  const bool may_stay = ground.standing.is_slipping() || now == ground.scale.top() || !ground.is_new;
  if (!ground.scale.has(draft.aim) || draft.aim == 0)
    faults.push_back({"aim", "Choose the level you would like to reach."});
  else if (ground.is_new && (draft.aim < now || (draft.aim == now && !may_stay)))
    faults.push_back({"aim", "Choose a level above " + ground.scale.name(now) + ", where it stands today."});
}

void check_review(std::vector<Fault>& faults, const PlanDraft& draft, const PlanGround& ground) {
  if (!draft.review_on)
    faults.push_back({"review_on", "Say when to look at this plan again."});
  else if (*draft.review_on <= ground.today && draft.review_on != ground.review_before)
    faults.push_back({"review_on", "Choose a day to come."});
  else if (*draft.review_on > ground.today.plus_months(12 * review_years_max))
    faults.push_back({"review_on", "Choose a day within three years."});
}

const PlanStep* find_step(std::span<const PlanStep> steps, const StepDraft& draft) {
  if (!draft.step) return nullptr;
  const auto found = std::ranges::find(steps, *draft.step, &PlanStep::id);
  return found == steps.end() ? nullptr : &*found;
}

void check_step(std::vector<Fault>& faults, const StepDraft& step, const PlanGround& ground) {
  const auto* before = find_step(ground.steps, step);
  if (step.words.empty()) return;
  if (character_count(step.words) > step_characters_max)
    faults.push_back({step_field(step, "words"), "A step is at most 300 characters long."});
  if (!step.due_on)
    faults.push_back({step_field(step, "due"), "Say by when: it becomes a promise on Today."});
  else if (*step.due_on < ground.today && (before == nullptr || before->due_on != step.due_on))
    faults.push_back({step_field(step, "due"), "That day has passed. Choose today or a day to come."});
}

}  // namespace

std::string_view code(PlanOutcome outcome) {
  return outcomes[static_cast<std::size_t>(outcome)].code;
}

std::string_view words(PlanOutcome outcome) {
  return outcomes[static_cast<std::size_t>(outcome)].words;
}

std::optional<PlanOutcome> plan_outcome_of(std::string_view code) {
  const auto found = std::ranges::find(outcomes, code, &OutcomeWords::code);
  return found == outcomes.end() ? std::nullopt : std::optional(found->outcome);
}

PlanDraft tidied(PlanDraft draft) {
  for (auto* text : {&draft.where_now, &draft.why_now, &draft.matters, &draft.hope, &draft.know_by})
    *text = tidy(*text);
  for (auto& step : draft.steps) step.words = tidy_line(step.words);
  std::erase_if(draft.steps, [](const StepDraft& step) { return step.words.empty() && !step.step; });
  return draft;
}

std::vector<Fault> faults_of(const PlanDraft& draft, const PlanGround& ground) {
  std::vector<Fault> faults;
  check_aim(faults, draft, ground);
  check_text(faults, "where_now", draft.where_now);
  check_text(faults, "why_now", draft.why_now);
  check_text(faults, "matters", draft.matters);
  if (draft.hope.empty()) faults.push_back({"hope", "Say what you hope for, in a sentence."});
  check_text(faults, "hope", draft.hope);
  check_text(faults, "know_by", draft.know_by);
  check_review(faults, draft, ground);
  for (const auto& step : draft.steps) check_step(faults, step, ground);
  const auto left = std::ranges::count_if(draft.steps, [](const auto& step) { return !step.words.empty(); });
  const auto done = std::ranges::count_if(ground.steps, [](const auto& step) { return !!step.kept_at; });
  if (left + done == 0) faults.push_back({"step-1-words", "Write down at least one step."});
  if (left + done > static_cast<std::ptrdiff_t>(steps_max))
    faults.push_back({"step-1-words", "A plan has at most eight steps. Leave some out."});
  return faults;
}

std::vector<Fault> faults_of(const CloseDraft& draft) {
  std::vector<Fault> faults;
  if (!draft.outcome) faults.push_back({"outcome", "Say how it went."});
  if (character_count(draft.learnt) > plan_text_characters_max)
    faults.push_back({"learnt", "Say it in at most 1,000 characters."});
  return faults;
}

}  // namespace rapport
