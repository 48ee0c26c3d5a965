// Folds a chain into boxes.
#include "headlines/sheet_chain.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "measures/figure.hpp"

namespace rapport::headlines {
namespace {

constexpr std::size_t steps_min = 3;
constexpr int worth = 100;

/// Steps of one kind, in the order of the first.
struct KindGroup {
  const KindEntry* kind = nullptr;
  Date first = {};
  Date last = {};
  int count = 0;
  std::int64_t students = 0;
};

std::vector<KindGroup> groups_of(const Chain& chain, std::span<const std::size_t> steps,
                                 const Vocabulary& vocabulary) {
  std::vector<KindGroup> groups;
  for (const auto place : steps) {
    const auto& step = chain.steps[place];
    const auto* kind = vocabulary.find(step.kind);
    if (kind == nullptr) continue;
    // How it began stands by itself.
    const auto from = groups.empty() ? groups.begin() : groups.begin() + 1;
    auto found = std::find_if(from, groups.end(), [&](const KindGroup& group) { return group.kind == kind; });
    if (found == groups.end())
      found =
          groups.insert(groups.end(), {.kind = kind, .first = step.happened_on, .last = step.happened_on});
    found->last = step.happened_on;
    ++found->count;
    if (kind->family == Family::teaching) found->students += step.attendees.value_or(0);
  }
  return groups;
}

std::string months_words(const KindGroup& group) {
  const auto first = std::string(month_name(group.first.month()));
  const auto last = std::string(month_name(group.last.month()));
  if (first == last && group.first.year() == group.last.year()) return "in " + first;
  return first + " to " + last;
}

std::string title_of(const KindGroup& group) {
  if (group.count > 1) return with_capital_first(count_words(group.count, "", plural_of(*group.kind)));
  const auto one = singular_of(*group.kind);
  // "A one-to-one", "A university open day": spoken, these begin with no vowel.
  const bool is_spoken_otherwise = one.starts_with("one") || one.starts_with("uni") || one.starts_with("use");
  const bool is_vowel = std::string_view("aeiou").find(one.front()) != std::string_view::npos;
  return (is_vowel && !is_spoken_otherwise ? "An " : "A ") + one;
}

/// All but the first, those worth least go.
void keep_most_worth(std::vector<KindGroup>& groups, std::size_t most) {
  while (groups.size() > most) {
    const auto least =
        std::min_element(groups.begin() + 1, groups.end(), [](const KindGroup& a, const KindGroup& b) {
          return a.kind->outcome_value * a.count < b.kind->outcome_value * b.count;
        });
    groups.erase(least);
  }
}

int outcomes_of(const Chain& chain, std::span<const std::size_t> steps, const Vocabulary& vocabulary) {
  int value = 0;
  for (const auto place : steps)
    if (const auto* kind = vocabulary.find(chain.steps[place].kind)) value += kind->outcome_value;
  return value;
}

}  // namespace

std::vector<std::size_t> shown_steps(const Chain& chain, std::span<const Id<Interaction>> path, Date until) {
  std::vector<std::size_t> steps;
  for (std::size_t i = 0; i < chain.steps.size(); ++i) {
    const auto& step = chain.steps[i];
    const bool is_on_path = path.empty() || std::ranges::count(path, step.id) > 0;
    if (is_on_path && step.is_open() && step.is_for_all && !step.is_ahead && step.happened_on <= until)
      steps.push_back(i);
  }
  return steps;
}

int reach_of(const Chain& chain, std::span<const std::size_t> steps, const Vocabulary& vocabulary) {
  const int value = outcomes_of(chain, steps, vocabulary);
  // Talk that led to talk is no headline.
  if (steps.size() < steps_min || value == 0) return 0;
  return value * worth + static_cast<int>(std::min<std::size_t>(steps.size(), worth - 1));
}

bool is_worth_telling(const Chain& chain, std::span<const std::size_t> steps, const Vocabulary& vocabulary) {
  return steps.size() >= steps_min || outcomes_of(chain, steps, vocabulary) > 0;
}

std::vector<ChainBox> boxes_of(const Chain& chain, std::span<const std::size_t> steps,
                               const Vocabulary& vocabulary) {
  auto groups = groups_of(chain, steps, vocabulary);
  if (groups.size() < 2) return {};
  std::int64_t students = 0;
  for (const auto& group : groups) students += group.students;
  const bool has_students = students >= people_min;
  keep_most_worth(groups, has_students ? chain_boxes_max - 1 : chain_boxes_max);
  std::vector<ChainBox> boxes;
  boxes.reserve(groups.size());
  for (const auto& group : groups)
    boxes.push_back({.icon = group.kind->icon, .title = title_of(group), .line = months_words(group)});
  if (has_students)
    boxes.push_back(
        {.icon = "school", .title = number_words(whole(students)) + " students", .line = "taught so far"});
  return boxes;
}

}  // namespace rapport::headlines
