// Looks back over the last weeks for what a conversation may have come out of, and throws dice.
#include "chains.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <unordered_map>

#include "base/text.hpp"
#include "chain_threads.hpp"
#include "dice.hpp"

namespace rapport::demo {
namespace {

constexpr int days_back = 56;          ///< how long something may take to come out of something
constexpr std::size_t looked_at = 24;  ///< of the latest with a person, or on a topic in a department
constexpr int declined_in_all = 30;    ///< however many conversations
constexpr int proposed_in_all = 24;
constexpr int proposed_days = 21;  ///< how long a proposal has been waiting at most
constexpr int origins_in_all = 120;
constexpr int promise_percent = 80;  ///< how often a promise kept with somebody is what brought it about
constexpr int answer_percent = 55;   ///< and how often a message is the answer to the other side's
constexpr int days_to_answer = 7;

/// What is remembered of a conversation.
struct Kept {
  Step step;
  std::vector<Id<CastPerson>> people;
  std::vector<Id<CastStaff>> staff;
  std::vector<std::string> topics;
  std::int64_t unit = -1;  ///< the first person's department
  bool is_for_all = true;  ///< readable by everybody
  bool is_message = false;
  bool is_outcome = false;
  std::string_view begun_by = {};
  std::vector<CastPromise> kept = {};  ///< its promises that were kept
  bool has_parent = false;
  bool has_origin = false;
};

/// How one thing leads to another.
enum class Way { same_people, same_topic, same_department };

Way any_way(const Kept& later, Dice& dice) {
  const int thrown = dice.between(0, 99);
  if (later.is_outcome)
    return thrown < 35 ? Way::same_people : thrown < 85 ? Way::same_topic : Way::same_department;
  return thrown < 56 ? Way::same_people : thrown < 88 ? Way::same_topic : Way::same_department;
}

bool is_outcome(std::string_view kind) {
  return kind == "teaching" || kind == "consultation" || kind == "embedded" || kind == "deposit";
}

/// In a hundred conversations of a kind, how many came out of something.
int chance_of(std::string_view kind) {
  if (is_outcome(kind)) return 42;
  if (kind == "meeting" || kind == "online" || kind == "committee") return 30;
  if (kind == "induction" || kind == "event") return 14;
  return 20;
}

template <class T>
int shared(const std::vector<T>& a, const std::vector<T>& b) {
  return static_cast<int>(
      std::ranges::count_if(a, [&](const T& one) { return std::ranges::count(b, one) > 0; }));
}

/// Soon rather than late, on the same things rather than others, on from what already came of something, and
/// where there is an outcome, from what a colleague heard and passed on.
double likelihood(const Kept& earlier, const Kept& later) {
  const double gap = later.step.happened_on - earlier.step.happened_on;
  const double topics = 1 + 2 * shared(earlier.topics, later.topics);
  const bool is_passed_on = later.is_outcome && shared(earlier.staff, later.staff) == 0;
  return topics * (earlier.has_parent ? 2.0 : 1.0) * (is_passed_on ? 12.0 : 1.0) / (1 + gap / 7);
}

bool keeps_promise(const Kept& earlier, const Kept& later) {
  return std::ranges::any_of(earlier.kept, [&](const CastPromise& promise) {
    const bool is_that_day = *promise.kept_on == later.step.happened_on;
    return is_that_day && promise.person && std::ranges::count(later.people, *promise.person) > 0;
  });
}

bool is_answer(const Kept& earlier, const Kept& later) {
  const bool are_sides_known = !earlier.begun_by.empty() && !later.begun_by.empty();
  return earlier.is_message && later.is_message && are_sides_known && earlier.begun_by != later.begun_by &&
         later.step.happened_on - earlier.step.happened_on <= days_to_answer;
}

constexpr std::array<std::string_view, 4> events{"Open afternoon for new lecturers", "The research festival",
                                                 "The publishers’ fair in the foyer",
                                                 "Staff development day"};
constexpr std::array<std::string_view, 3> referrals{
    "Sent on by the enquiry desk", "Sent on by the research office", "Passed on by the students’ union"};

}  // namespace

class ChainMaker::Maker {
 public:
  explicit Maker(const Cast& cast) : cast_(cast), dice_(cast_seed, "chains") {
    for (const auto& plan : thread_plans(cast.size)) threads_.emplace_back(plan);
  }

  Found see(const CastConversation& made) {
    found_ = {};
    const std::size_t place = first_ + recent_.size();
    recent_.push_back(keep(place, made));
    const bool can_be_linked = !made.withdrawal && !made.needs_sorting;
    if (can_be_linked && !follow_script(made) && !follow_threads(made)) {
      follow_chance(made);
      if (recent_.back().step.happened_on < cast_.today) remember(recent_.back());
    }
    forget();
    return std::move(found_);
  }

 private:
  Kept keep(std::size_t place, const CastConversation& made) const {
    Kept kept{.step = step_of(place, made),
              .people = {},
              .staff = made.staff,
              .topics = made.topics,
              .unit = made.unit ? made.unit->value : -1,
              .is_for_all = made.visibility == "library",
              .is_message = made.kind == "email",
              .is_outcome = is_outcome(made.kind),
              .begun_by = made.begun_by};
    std::ranges::copy_if(made.promises, std::back_inserter(kept.kept),
                         [](const CastPromise& promise) { return promise.kept_on.has_value(); });
    for (const auto& one : made.people) kept.people.push_back(one.person);
    if (made.people.empty()) return kept;
    if (const auto* post = cast_.at(kept.people.front()).main_post_on(made.happened_on))
      kept.unit = post->unit.value;
    return kept;
  }

  /// A written one has the links that were written, and no others.
  bool follow_script(const CastConversation& made) {
    for (const auto key : split(made.came_from, ' ')) {
      const auto from = written_.find(key);
      if (from != written_.end()) accept(from->second);
    }
    if (!made.key.empty()) written_[made.key] = recent_.back().step.place;
    return !made.key.empty() || !made.came_from.empty();
  }

  bool follow_threads(const CastConversation& made) {
    if (made.happened_on >= cast_.today || made.precision == "week" || made.precision == "month")
      return false;
    for (auto& thread : threads_) {
      bool is_taken = false;
      const auto parent = thread.join(recent_.back().step, made, dice_, is_taken);
      if (parent) accept(parent->place);
      if (is_taken) return true;
    }
    return false;
  }

  void follow_chance(const CastConversation& made) {
    if (const auto cause = plain_cause()) return link(at(*cause));
    if (!dice_.percent(chance_of(made.kind))) return;
    const Kept* first = parent_by(any_way(recent_.back(), dice_));
    if (first == nullptr) first = parent_by(Way::same_people);
    if (first == nullptr) first = parent_by(Way::same_department);
    if (first == nullptr) return;
    link(at(first->step.place));
    const int more = dice_.percent(8) ? dice_.between(1, 2) : 0;
    for (int i = 0; i < more; ++i)
      if (const Kept* next = parent_by(any_way(recent_.back(), dice_));
          next != nullptr && !is_linked(next->step.place))
        link(at(next->step.place));
  }

  /// What hardly needs saying: a promise that was kept with them that day, or a message that they answered.
  std::optional<std::size_t> plain_cause() {
    const auto& later = recent_.back();
    for (const auto place : places_of(Way::same_people, later)) {
      if (place < first_ || !is_before(at(place).step, later.step)) continue;
      if (keeps_promise(at(place), later) && dice_.percent(promise_percent)) return place;
      if (is_answer(at(place), later) && dice_.percent(answer_percent)) return place;
    }
    return std::nullopt;
  }

  Kept& at(std::size_t place) { return recent_[place - first_]; }

  [[nodiscard]] bool is_linked(std::size_t from) const {
    return std::ranges::count(found_.bumps, from, &CastBump::from) > 0;
  }

  void accept(std::size_t from) {
    auto& later = recent_.back();
    found_.bumps.push_back({.from = from,
                            .to = later.step.place,
                            .fate = Fate::accepted,
                            .proposed_by = later.staff.front(),
                            .settled_by = later.staff.front()});
    later.has_parent = true;
  }

  void link(Kept& earlier) {
    auto& later = recent_.back();
    const auto asked = asked_about(earlier, later);
    if (asked && ask(earlier, later, *asked)) return;
    accept(earlier.step.place);
    if (!earlier.has_parent && !earlier.has_origin && origins_ < origins_in_all && dice_.percent(12))
      name_origin(earlier);
  }

  /// Who of the earlier side asked whom of the later, where that is possible.
  static std::optional<std::pair<Id<CastStaff>, Id<CastStaff>>> asked_about(const Kept& earlier,
                                                                            const Kept& later) {
    const auto asker = earlier.staff.front();
    const auto asked = later.staff.front();
    const bool are_open = earlier.is_for_all && later.is_for_all;
    if (!are_open || std::ranges::count(later.staff, asker) > 0) return std::nullopt;
    return std::pair(asker, asked);
  }

  /// Proposed by the earlier side: waits still, or was declined. False where it was simply agreed to.
  bool ask(const Kept& earlier, const Kept& later, const std::pair<Id<CastStaff>, Id<CastStaff>>& who) {
    const bool is_past = later.step.happened_on < cast_.today;
    const bool is_new = cast_.today - later.step.happened_on <= proposed_days;
    Fate fate = Fate::accepted;
    if (is_past && is_new && proposed_ < proposed_in_all && dice_.percent(30))
      ++proposed_, fate = Fate::proposed;
    else if (is_past && declined_ < declined_in_all && dice_.per_mille(declined_per_mille()))
      ++declined_, fate = Fate::declined;
    if (fate == Fate::accepted) return false;
    found_.bumps.push_back({earlier.step.place, later.step.place, fate, who.first, who.second});
    return true;
  }
  [[nodiscard]] int declined_per_mille() const {
    return std::clamp(240'000 / std::max(1, cast_.size.interactions), 1, 100);
  }

  void name_origin(Kept& to) {
    CastOrigin origin{
        .to = to.step.place, .recorded_by = to.staff.front(), .recorded_on = to.step.happened_on};
    const int thrown = dice_.between(0, 99);
    if (thrown < 40) {
      origin.kind = "introduction";
      origin.person = colleague_of(to);
      if (!origin.person) origin.words = "A colleague made us acquainted";
    } else if (thrown < 65) {
      origin.kind = "newsletter";
      origin.words = "The " + std::string(month_name(to.step.happened_on.month())) + " newsletter";
    } else if (thrown < 85) {
      origin.kind = "event";
      origin.words = dice_.pick(events);
    } else {
      origin.kind = "referral";
      origin.words = dice_.pick(referrals);
    }
    to.has_origin = true;
    ++origins_;
    found_.origins.push_back(std::move(origin));
  }

  /// Somebody else of the department with whom there were conversations lately.
  std::optional<Id<CastPerson>> colleague_of(const Kept& to) const {
    const auto listed = by_unit_.find(to.unit);
    if (listed == by_unit_.end()) return std::nullopt;
    for (const auto place : listed->second) {
      if (place < first_) continue;
      for (const auto person : recent_[place - first_].people)
        if (std::ranges::count(to.people, person) == 0) return person;
    }
    return std::nullopt;
  }

  /// One of the last weeks that the conversation may have come out of in that way; null where there is none.
  const Kept* parent_by(Way way) {
    std::vector<const Kept*> candidates;
    std::vector<double> weights;
    const auto& later = recent_.back();
    for (const auto place : places_of(way, later)) {
      if (place < first_) continue;
      const auto& earlier = recent_[place - first_];
      const bool is_in_time = later.step.happened_on - earlier.step.happened_on <= days_back;
      if (!is_in_time || !is_before(earlier.step, later.step) || is_linked(place)) continue;
      candidates.push_back(&earlier);
      weights.push_back(likelihood(earlier, later));
    }
    if (candidates.empty()) return nullptr;
    return candidates[dice_.weighted(running_sum(std::move(weights)))];
  }

  [[nodiscard]] std::vector<std::size_t> places_of(Way way, const Kept& later) const {
    std::vector<std::size_t> places;
    const auto take = [&](const auto& lists, const auto& key) {
      const auto listed = lists.find(key);
      if (listed != lists.end()) places.insert(places.end(), listed->second.begin(), listed->second.end());
    };
    if (way == Way::same_people)
      for (const auto person : later.people) take(by_person_, person.value);
    if (way == Way::same_topic)
      for (const auto& topic : later.topics) take(by_topic_, std::pair(later.unit, topic));
    if (way == Way::same_department) take(by_unit_, later.unit);
    std::ranges::sort(places);
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
  }

  void remember(const Kept& kept) {
    const auto add = [&](std::deque<std::size_t>& list) {
      list.push_back(kept.step.place);
      if (list.size() > looked_at) list.pop_front();
    };
    for (const auto person : kept.people) add(by_person_[person.value]);
    for (const auto& topic : kept.topics) add(by_topic_[{kept.unit, topic}]);
    add(by_unit_[kept.unit]);
  }

  /// Lets go of what is too old to lead to anything.
  void forget() {
    const auto today = std::min(recent_.back().step.happened_on, cast_.today);
    while (recent_.size() > 1 && today - recent_.front().step.happened_on > 2 * days_back) {
      recent_.pop_front();
      ++first_;
    }
  }

  const Cast& cast_;
  Dice dice_;
  std::vector<Thread> threads_;
  std::deque<Kept> recent_;
  std::size_t first_ = 0;  ///< the place of recent_.front()
  std::unordered_map<std::int64_t, std::deque<std::size_t>> by_person_;
  std::map<std::pair<std::int64_t, std::string>, std::deque<std::size_t>> by_topic_;
  std::unordered_map<std::int64_t, std::deque<std::size_t>> by_unit_;
  std::map<std::string_view, std::size_t> written_;
  Found found_;
  int declined_ = 0;
  int proposed_ = 0;
  int origins_ = 0;
};

ChainMaker::ChainMaker(const Cast& cast) : maker_(std::make_unique<Maker>(cast)) {}
ChainMaker::~ChainMaker() = default;

Found ChainMaker::see(const CastConversation& made) {
  return maker_->see(made);
}

}  // namespace rapport::demo
