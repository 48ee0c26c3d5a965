// Long runs and hubs.
#include "chain_threads.hpp"

#include <algorithm>

namespace rapport::demo {
namespace {

/// From here on a diary is for measuring rather than for reading.
constexpr int large = 10'000;
constexpr std::size_t latest = 200;  ///< steps of a hub that may have steps of their own

bool has_topic(const CastConversation& made, std::string_view topic) {
  return std::ranges::find(made.topics, topic) != made.topics.end();
}

}  // namespace

Step step_of(std::size_t place, const CastConversation& made) {
  return {place, made.happened_on, made.minute.value_or(-1)};
}

bool is_before(const Step& earlier, const Step& later) {
  if (earlier.happened_on != later.happened_on) return earlier.happened_on < later.happened_on;
  return earlier.minute < 0 || later.minute < 0 || earlier.minute <= later.minute;
}

std::vector<ThreadPlan> thread_plans(const Size& size) {
  using enum ThreadPlan::Shape;
  std::vector<ThreadPlan> plans{{.shape = run, .topic = "e-books", .size = 29, .days_apart = 14},
                                {.shape = hub, .root_kind = "event", .size = 40, .per_mille = 300}};
  if (size.interactions < large) return plans;
  constexpr std::size_t hub_size = 3'000;
  const double share = static_cast<double>(hub_size) / (0.55 * size.interactions);
  plans.push_back({.shape = run, .topic = "reading-lists", .size = 199, .days_apart = 3});
  plans.push_back({.shape = hub,
                   .root_kind = "committee",
                   .is_on_topic = false,
                   .size = hub_size,
                   .per_mille = std::clamp(static_cast<int>(share * 1000), 1, 1000)});
  return plans;
}

bool Thread::begins_with(const CastConversation& made) const {
  if (!plan_.topic.empty() && !has_topic(made, plan_.topic)) return false;
  if (plan_.root_kind.empty()) return true;
  return made.kind == plan_.root_kind && !made.people.empty() && !made.topics.empty();
}

bool Thread::is_about_it(const CastConversation& made) const {
  if (!plan_.is_on_topic) return true;
  if (!plan_.topic.empty()) return has_topic(made, plan_.topic);
  return std::ranges::any_of(topics_, [&](const std::string& topic) { return has_topic(made, topic); });
}

Step Thread::parent_of(const Step& step, Dice& dice) const {
  if (plan_.shape == ThreadPlan::Shape::run) return steps_.back();
  if (dice.percent(60)) return steps_.front();
  const auto& one = steps_[steps_.size() - 1 - dice.below(std::min(latest, steps_.size()))];
  return is_before(one, step) ? one : steps_.front();
}

std::optional<Step> Thread::join(const Step& step, const CastConversation& made, Dice& dice, bool& is_taken) {
  is_taken = false;
  if (is_done()) return std::nullopt;
  if (steps_.empty()) {
    is_taken = begins_with(made);
    if (is_taken) steps_ = {step}, topics_ = made.topics;
    return std::nullopt;
  }
  if (step.happened_on - steps_.back().happened_on < plan_.days_apart || !is_before(steps_.front(), step))
    return std::nullopt;
  if (!is_about_it(made) || !dice.per_mille(plan_.per_mille)) return std::nullopt;
  is_taken = true;
  const auto parent = parent_of(step, dice);
  steps_.push_back(step);
  return parent;
}

}  // namespace rapport::demo
