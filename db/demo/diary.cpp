// Spreads the conversations over the days, and adds the written ones, what is due this week and what is
// ahead.
#include "diary.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "conversation_maker.hpp"
#include "crowd.hpp"
#include "scripted.hpp"

namespace rapport::demo {
namespace {

constexpr int due_days = 10;  ///< how far back this week's promises were made

/// How many conversations each day has: by busyness, a little uneven, exactly `whole` in all.
std::vector<int> plan_days(const Cast& cast, int whole, Dice& dice) {
  std::vector<double> running;
  double sum = 0;
  for (Date date = cast.first_day; date < cast.today; date = date.plus_days(1)) {
    sum += cast.year.busyness(date) * (0.7 + 0.6 * dice.fraction());
    running.push_back(sum);
  }
  std::vector<int> plan;
  int given = 0;
  for (const double until : running) {
    const int reached = static_cast<int>(std::lround(until / sum * whole));
    plan.push_back(reached - given);
    given = reached;
  }
  return plan;
}

}  // namespace

class Diary::Maker {
 public:
  explicit Maker(const Cast& cast)
      : cast_(cast), dice_(cast_seed, "diary"), crowd_(cast), maker_(cast, crowd_), date_(cast.first_day) {
    written_ = scripted_conversations(cast);
    plan_ = plan_days(cast, std::max(0, cast.size.interactions - static_cast<int>(written_.size())), dice_);
    // On top of the number that was asked for, so that all others stay as they were.
    const auto chain = scripted_chain(cast);
    written_.insert(written_.end(), chain.begin(), chain.end());
    std::ranges::stable_sort(written_, {}, &CastConversation::happened_on);
  }

  std::optional<DiaryDay> next() {
    while (date_ <= cast_.today) {
      auto day = make_day();
      date_ = date_.plus_days(1);
      if (!day.conversations.empty()) return day;
    }
    return std::nullopt;
  }

 private:
  DiaryDay make_day() {
    if (date_ == cast_.first_day || date_.weekday() == Weekday::monday) crowd_.turn_to(date_);
    DiaryDay day{date_, {}};
    const auto place = static_cast<std::size_t>(date_ - cast_.first_day);
    for (int i = 0; place < plan_.size() && i < plan_[place]; ++i) {
      day.conversations.push_back(maker_.past(date_, dice_));
      add_due_promise(day.conversations.back());
    }
    if (date_ == cast_.today) add_what_is_ahead(day);
    move_written(day);
    return day;
  }

  /// Everybody in the library has something due today, tomorrow and within the week.
  void add_due_promise(CastConversation& made) {
    constexpr std::array<int, 4> days_ahead{0, 1, 4, 7};
    if (cast_.today - date_ > due_days || made.people.empty() || made.withdrawal) return;
    auto& given = due_given_[made.staff.front().value];
    if (given == days_ahead.size()) return;
    const Date due = cast_.today.plus_days(days_ahead[given]);
    const Date due_on = given == 0 ? due : cast_.year.working_day_from(due);
    if (auto promise = maker_.promise_due(made, due_on, dice_)) {
      made.promises = {std::move(*promise)};
      ++given;
    }
  }

  /// Each member of staff has some meetings in the next five weeks, with the departments they look after.
  void add_what_is_ahead(DiaryDay& day) {
    for (const auto& portfolio : cast_.portfolios) {
      if (portfolio.valid_to || portfolio.part != "lead") continue;
      for (int meetings = dice_.between(2, 4); meetings > 0; --meetings) {
        const Date date = cast_.year.working_day_from(cast_.today.plus_days(dice_.between(1, 35)));
        day.conversations.push_back(maker_.ahead(date, portfolio.staff, portfolio.unit, dice_));
      }
    }
  }

  /// The written ones of the day; today takes all that is still to come.
  void move_written(DiaryDay& day) {
    while (next_written_ < written_.size() &&
           (written_[next_written_].happened_on <= date_ || date_ == cast_.today))
      day.conversations.push_back(written_[next_written_++]);
  }

  const Cast& cast_;
  Dice dice_;
  Crowd crowd_;
  ConversationMaker maker_;
  Date date_;
  std::vector<int> plan_;
  std::vector<CastConversation> written_;
  std::size_t next_written_ = 0;
  std::map<std::int64_t, std::size_t> due_given_;
};

Diary::Diary(const Cast& cast) : maker_(std::make_unique<Maker>(cast)) {}
Diary::~Diary() = default;

std::optional<DiaryDay> Diary::next() {
  return maker_->next();
}

std::vector<CastConversation> all_conversations(const Cast& cast) {
  std::vector<CastConversation> all;
  Diary diary(cast);
  while (auto day = diary.next())
    for (auto& made : day->conversations) all.push_back(std::move(made));
  return all;
}

}  // namespace rapport::demo
