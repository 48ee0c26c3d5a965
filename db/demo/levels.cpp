// Levels follow what happened, as far as a colleague took the trouble: first met, spoken to again, delivered
// together, planned ahead; and slipping where nothing followed.
#include "levels.hpp"

#include <algorithm>
#include <array>

#include "dice.hpp"
#include "organisation/academic_calendar.hpp"

namespace rapport::demo {
namespace {

using Words = std::string_view;
constexpr int talks_to_be_in_touch = 3;
constexpr int deliveries_to_plan = 2;
constexpr int days_until_slipping = 170;

constexpr std::array in_touch = {Words("Replies, and asks in return"), Words("Comes back with questions"),
                                 Words("Third conversation this year"),
                                 Words("Knows whom to ask in the library")};
constexpr std::array partner = {Words("Plans next year’s modules with us"),
                                Words("Asked us onto the programme board"),
                                Words("Sent next year’s assessment plan to comment on")};
constexpr std::array quiet = {Words("Two emails unanswered"), Words("Nothing from them for months"),
                              Words("Handed the module on, no word since")};
constexpr std::array back = {Words("Wrote again"), Words("Back from leave and in touch"),
                             Words("Stopped by and asked for help")};
constexpr std::array down = {Words("Moved to another module, nothing together now"),
                             Words("The joint session is not running any more")};
constexpr std::array of_units = {Words("Met the head of department"),
                                 Words("The library is on the staff meeting’s agenda"),
                                 Words("First session delivered across a whole year group"),
                                 Words("Joint plan for the year agreed in November")};

struct FirstWords {
  std::string_view kind;
  std::string_view words;
};
constexpr std::array first_words = {FirstWords{"corridor", "Got talking in the corridor"},
                                    FirstWords{"email", "First email answered"},
                                    FirstWords{"call", "First call"},
                                    FirstWords{"committee", "Met at the committee"},
                                    FirstWords{"event", "Met at an event"},
                                    FirstWords{"online", "First meeting, online"}};
constexpr std::array delivered_words = {FirstWords{"teaching", "First session delivered together"},
                                        FirstWords{"induction", "Induction delivered together"},
                                        FirstWords{"embedded", "Module embedded with us"},
                                        FirstWords{"deposit", "First deposit with our help"}};

std::string_view words_for(std::span<const FirstWords> all, std::string_view kind, std::string_view other) {
  const auto found = std::ranges::find(all, kind, &FirstWords::kind);
  return found == all.end() ? other : found->words;
}

bool is_delivered(std::string_view kind) {
  return std::ranges::find(delivered_words, kind, &FirstWords::kind) != delivered_words.end();
}

/// How far somebody's relationship was taken: one in eight stays an acquaintance, one in five may become a
/// partner.
int highest_of(Dice& dice) {
  const int thrown = dice.between(0, 99);
  if (thrown < 12) return 1;
  if (thrown < 45) return 2;
  return thrown < 78 ? 3 : 4;
}

}  // namespace

LevelMaker::LevelMaker(const Cast& cast) : cast_(cast), stories_(cast.people.size()) {
  Dice dice(cast_seed, "levels");
  for (auto& story : stories_) story.highest = highest_of(dice);
  // The examples' Jane works together with the library.
  if (!stories_.empty()) stories_.front().highest = 3;
}

std::string_view LevelMaker::pick(Id<CastPerson> person, std::span<const std::string_view> words) const {
  const auto moves = stories_[static_cast<std::size_t>(person.value)].moves.size();
  return words[(static_cast<std::size_t>(person.value) + moves) % words.size()];
}

void LevelMaker::move(Id<CastPerson> person, CastMove made) {
  auto& story = stories_[static_cast<std::size_t>(person.value)];
  story.level = made.level;
  story.is_slipping = made.is_slipping;
  made.with = person;
  story.moves.push_back(made);
}

void LevelMaker::see(const CastConversation& made) {
  const bool counts = made.happened_on <= cast_.today && made.visibility == "library" && !made.withdrawal &&
                      made.kind != "newsletter" && !made.needs_sorting;
  if (counts)
    for (const auto& one : made.people) meet(one.person, made);
  ++seen_;
}

void LevelMaker::meet(Id<CastPerson> person, const CastConversation& made) {
  auto& story = stories_[static_cast<std::size_t>(person.value)];
  if (story.last_on && made.happened_on < *story.last_on) return;  // recorded late
  const auto by = made.staff.front();
  const auto at = [&](int level, std::string_view reason) {
    move(person, {.level = level, .reason = reason, .on = made.happened_on, .by = by, .conversation = seen_});
  };
  ++story.talks;
  if (is_delivered(made.kind)) ++story.deliveries;
  if (is_delivered(made.kind) && !story.first_year) story.first_year = AcademicYears().of(made.happened_on);
  if (story.last_on && story.level >= 2 && made.happened_on - *story.last_on > days_until_slipping) {
    move(person, {.level = story.level,
                  .is_slipping = true,
                  .reason = pick(person, quiet),
                  .on = story.last_on->plus_days(days_until_slipping),
                  .by = story.last_by});
    at(story.level, pick(person, back));
  }
  if (story.level == 0)
    at(1, words_for(first_words, made.kind, "First meeting"));
  else if (story.level == 1 && story.highest > 1 && story.talks >= talks_to_be_in_touch)
    at(2, pick(person, in_touch));
  else if (story.level == 2 && story.highest > 2 && is_delivered(made.kind))
    at(3, words_for(delivered_words, made.kind, "First session delivered together"));
  else if (story.level == 3 && story.highest > 3 && story.deliveries >= deliveries_to_plan &&
           AcademicYears().of(made.happened_on) > *story.first_year)
    at(4, pick(person, partner));
  if (story.level >= 3 && story.teaching.empty() && made.kind == "teaching" && person.value % 4 == 0)
    story.teaching.push_back({.with = person,
                              .area = "teaching",
                              .level = story.level,
                              .reason = "Teaches with us every year",
                              .on = made.happened_on,
                              .by = by,
                              .conversation = seen_});
  story.last_on = made.happened_on;
  story.last_by = by;
}

void LevelMaker::end(Id<CastPerson> person) {
  const auto& story = stories_[static_cast<std::size_t>(person.value)];
  if (story.level < 2 || cast_.today - *story.last_on <= days_until_slipping) return;
  const auto on = story.last_on->plus_days(days_until_slipping);
  if (person.value % 3 != 0)
    move(person, {.level = story.level,
                  .is_slipping = true,
                  .reason = pick(person, quiet),
                  .on = on,
                  .by = story.last_by});
  if (person.value % 5 == 0 && on.plus_days(30) <= cast_.today)
    move(person, {.level = story.level - 1,
                  .reason = pick(person, down),
                  .on = on.plus_days(30),
                  .by = story.last_by});
}

void LevelMaker::add_units(std::vector<CastMove>& all) const {
  Dice dice(cast_seed, "levels of departments");
  for (const auto& portfolio : cast_.portfolios) {
    if (portfolio.part != "lead" || portfolio.valid_to || cast_.at(portfolio.unit).closed_on) continue;
    const int top = dice.between(1, static_cast<int>(of_units.size()));
    auto on = std::max(cast_.first_day, portfolio.valid_from);
    for (int level = 1; level <= top; ++level) {
      on = on.plus_days(dice.between(40, 200));
      if (on > cast_.today) break;
      all.push_back({.with = portfolio.unit,
                     .level = level,
                     .reason = of_units[static_cast<std::size_t>(level - 1)],
                     .on = on,
                     .by = portfolio.staff});
    }
  }
}

std::vector<CastMove> LevelMaker::finish() {
  std::vector<CastMove> all;
  for (std::size_t place = 0; place < stories_.size(); ++place) {
    end({static_cast<std::int64_t>(place)});
    std::ranges::move(stories_[place].moves, std::back_inserter(all));
    std::ranges::move(stories_[place].teaching, std::back_inserter(all));
  }
  add_units(all);
  return all;
}

}  // namespace rapport::demo
