// Chains of a planned shape, which other chains leave alone: long runs, and one conversation that much came
// of. For chains.cpp alone.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diary.hpp"
#include "dice.hpp"

namespace rapport::demo {

/// One conversation of a chain, by its place in the diary.
struct Step {
  std::size_t place = 0;
  Date happened_on;
  int minute = -1;  ///< -1 where it is not known
};
/// Whether the calendar lets the second come out of the first.
[[nodiscard]] bool is_before(const Step& earlier, const Step& later);
[[nodiscard]] Step step_of(std::size_t place, const CastConversation& made);

struct ThreadPlan {
  enum class Shape { run, hub };
  Shape shape = Shape::run;
  std::string_view root_kind = {};  ///< a kind that it begins with, or any
  std::string_view topic = {};      ///< of all its steps; empty: those that the first one has
  bool is_on_topic = true;
  std::size_t size = 0;  ///< steps after the first
  int days_apart = 0;    ///< between two steps of a run
  int per_mille = 1000;  ///< how many of those that could belong to it do
};
[[nodiscard]] std::vector<ThreadPlan> thread_plans(const Size& size);

class Thread {
 public:
  explicit Thread(ThreadPlan plan) : plan_(plan) {}
  /// What this conversation came out of in this chain; nothing where it is the first one or does not belong.
  /// `is_taken` says whether it belongs.
  std::optional<Step> join(const Step& step, const CastConversation& made, Dice& dice, bool& is_taken);

 private:
  [[nodiscard]] bool is_done() const { return steps_.size() > plan_.size; }
  [[nodiscard]] bool begins_with(const CastConversation& made) const;
  [[nodiscard]] bool is_about_it(const CastConversation& made) const;
  [[nodiscard]] Step parent_of(const Step& step, Dice& dice) const;

  ThreadPlan plan_;
  std::vector<Step> steps_;
  std::vector<std::string> topics_;
};

}  // namespace rapport::demo
