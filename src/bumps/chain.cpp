// The rules of a chain: its order, its totals, its colleagues.
#include "bumps/chain.hpp"

#include <algorithm>
#include <array>
#include <queue>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "base/text.hpp"

namespace rapport {
namespace {

using Places = std::unordered_map<Id<Interaction>, std::size_t>;
using Lists = std::vector<std::vector<std::size_t>>;

Places places_of(const std::vector<ChainStep>& steps) {
  Places places;
  places.reserve(steps.size());
  for (std::size_t i = 0; i < steps.size(); ++i) places.emplace(steps[i].id, i);
  return places;
}

auto moment_of(const ChainStep& step) {
  return std::tuple(step.happened_on, step.happened_at_time.value_or(TimeOfDay{-1}), step.id);
}

/// The places of `steps` in order of time, but never a step before one that it came out of: what is known by
/// its week or month alone may be dated later than what followed.
std::vector<std::size_t> in_order(const std::vector<ChainStep>& steps, const Lists& children,
                                  std::vector<std::size_t> parents_left) {
  const auto is_later = [&](std::size_t a, std::size_t b) {
    return moment_of(steps[a]) > moment_of(steps[b]);
  };
  std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(is_later)> open(is_later);
  for (std::size_t i = 0; i < steps.size(); ++i)
    if (parents_left[i] == 0) open.push(i);
  std::vector<std::size_t> order;
  order.reserve(steps.size());
  while (!open.empty()) {
    const auto step = open.top();
    open.pop();
    order.push_back(step);
    for (const auto child : children[step])
      if (--parents_left[child] == 0) open.push(child);
  }
  return order;
}

std::vector<ChainStep> sorted(std::vector<ChainStep> rows, const std::vector<ChainEdge>& edges) {
  const auto places = places_of(rows);
  Lists children(rows.size());
  std::vector<std::size_t> parents_left(rows.size(), 0);
  for (const auto& edge : edges) {
    const auto from = places.find(edge.from);
    const auto to = places.find(edge.to);
    if (from == places.end() || to == places.end()) continue;
    children[from->second].push_back(to->second);
    ++parents_left[to->second];
  }
  std::vector<ChainStep> steps;
  steps.reserve(rows.size());
  for (const auto place : in_order(rows, children, std::move(parents_left)))
    steps.push_back(std::move(rows[place]));
  return steps;
}

/// The focus stays, whatever its place.
void cut(std::vector<ChainStep>& steps, Id<Interaction> focus, std::size_t steps_max) {
  const auto end = steps.begin() + static_cast<std::ptrdiff_t>(steps_max);
  const auto found = std::ranges::find(end, steps.end(), focus, &ChainStep::id);
  if (found != steps.end()) std::iter_swap(end - 1, found);
  steps.erase(end, steps.end());
}

void tie(Chain& chain, const std::vector<ChainEdge>& edges) {
  const auto places = places_of(chain.steps);
  chain.parents.resize(chain.steps.size());
  chain.children.resize(chain.steps.size());
  for (const auto& edge : edges) {
    const auto to = places.find(edge.to);
    if (to == places.end()) continue;
    const auto from = places.find(edge.from);
    if (from == places.end()) {
      if (!chain.is_cut) chain.elsewhere.emplace_back(to->second, edge.from);
      continue;
    }
    chain.parents[to->second].push_back(from->second);
    chain.children[from->second].push_back(to->second);
  }
  for (auto& list : chain.parents) std::ranges::sort(list);
  for (auto& list : chain.children) std::ranges::sort(list);
  std::ranges::sort(chain.elsewhere);
}

bool counts(const ChainStep& step) {
  return step.is_open() && !step.is_ahead;
}

int academics_met(const Chain& chain, const PeopleDirectory& people) {
  std::unordered_set<Id<Person>> met;
  for (const auto& step : chain.steps) {
    if (!counts(step)) continue;
    for (const auto id : step.people)
      if (const auto* person = people.find_counted(id)) met.insert(person->id);  // merged people are one
  }
  return static_cast<int>(met.size());
}

bool is_teaching_session(const KindEntry& kind) {
  return kind.family == Family::teaching && kind.code != "embedded";
}
bool is_one_to_one(const KindEntry& kind) {
  return kind.family == Family::consultation && kind.code != "deposit";
}

void add(std::vector<ChainTotal>& totals, int number, std::string_view one, std::string_view many) {
  if (number > 0) totals.push_back({number, std::string(number == 1 ? one : many)});
}

/// What the starting kinds are called whose name is no thing that can be counted; others take an s.
struct Noun {
  std::string_view code;
  std::string_view one;
  std::string_view many;
};
constexpr std::array<Noun, 3> nouns{{{"teaching", "teaching session", "teaching sessions"},
                                     {"consultation", "one-to-one", "one-to-ones"},
                                     {"embedded", "embedded module", "embedded modules"}}};

}  // namespace

Chain chain_of(std::vector<ChainStep> rows, const std::vector<ChainEdge>& edges, Id<Interaction> focus,
               std::size_t steps_max) {
  Chain chain{.steps = sorted(std::move(rows), edges)};
  chain.is_cut = chain.steps.size() > steps_max;
  if (chain.is_cut) cut(chain.steps, focus, steps_max);
  tie(chain, edges);
  chain.focus =
      static_cast<std::size_t>(std::ranges::find(chain.steps, focus, &ChainStep::id) - chain.steps.begin());
  return chain;
}

Chain for_others(Chain chain) {
  for (auto& step : chain.steps)
    if (step.is_open() && !step.is_for_all)
      step = {.id = step.id,
              .sight = Sight::not_yours,
              .happened_on = step.happened_on,
              .happened_at_time = step.happened_at_time,
              .precision = step.precision};
  return chain;
}

std::vector<ChainTotal> totals_of(const Chain& chain, const Directory& directory) {
  int sessions = 0;
  int students = 0;
  int one_to_ones = 0;
  std::vector<std::pair<const KindEntry*, int>> others;
  for (const auto& step : chain.steps) {
    const auto* kind = counts(step) ? directory.vocabulary.find(step.kind) : nullptr;
    if (kind == nullptr) continue;
    if (is_teaching_session(*kind)) {
      ++sessions;
      students += step.attendees.value_or(0);
    } else if (is_one_to_one(*kind)) {
      one_to_ones += step.attendees.value_or(1);
    } else if (kind->outcome_value > 0) {
      auto found = std::ranges::find(others, kind, &std::pair<const KindEntry*, int>::first);
      if (found == others.end()) found = others.insert(others.end(), {kind, 0});
      ++found->second;
    }
  }
  std::vector<ChainTotal> totals;
  add(totals, academics_met(chain, directory.people), "academic met", "academics met");
  add(totals, sessions, "teaching session", "teaching sessions");
  add(totals, students, "student reached", "students reached");
  add(totals, one_to_ones, "one-to-one", "one-to-ones");
  for (const auto& [kind, number] : others) add(totals, number, singular_of(*kind), plural_of(*kind));
  return totals;
}

std::vector<ChainColleague> colleagues_of(const Chain& chain) {
  std::vector<ChainColleague> colleagues;
  for (std::size_t i = 0; i < chain.steps.size(); ++i) {
    for (const auto id : chain.steps[i].staff) {
      auto found = std::ranges::find(colleagues, id, &ChainColleague::staff);
      if (found == colleagues.end())
        found = colleagues.insert(colleagues.end(), {.staff = id, .began_it = i == 0});
      ++found->steps;
    }
  }
  const bool went_on = std::ranges::any_of(colleagues, [](const auto& who) { return !who.began_it; });
  for (auto& who : colleagues) who.passed_it_on = who.began_it && went_on;
  return colleagues;
}

ChainTone tone_of(const KindEntry& kind) {
  if (kind.code == "deposit") return ChainTone::collections;
  switch (kind.family) {
    case Family::teaching:
      return ChainTone::teaching;
    case Family::consultation:
      return ChainTone::student_help;
    case Family::informal:
    case Family::conversation:
    case Family::message:
    case Family::meeting:
    case Family::committee:
    case Family::event:
      break;
  }
  return ChainTone::conversation;
}

std::string singular_of(const KindEntry& kind) {
  const auto found = std::ranges::find(nouns, kind.code, &Noun::code);
  return found != nouns.end() ? std::string(found->one) : with_small_first(kind.name);
}

std::string plural_of(const KindEntry& kind) {
  const auto found = std::ranges::find(nouns, kind.code, &Noun::code);
  if (found != nouns.end()) return std::string(found->many);
  auto one = singular_of(kind);
  if (one.ends_with('s')) return one;
  if (one.ends_with('x') || one.ends_with("ch") || one.ends_with("sh")) return one + "es";
  constexpr std::string_view vowels = "aeiou";
  const bool is_in_ies =
      one.size() > 1 && one.back() == 'y' && vowels.find(one[one.size() - 2]) == std::string_view::npos;
  return is_in_ies ? one.substr(0, one.size() - 1) + "ies" : one + "s";
}

}  // namespace rapport
