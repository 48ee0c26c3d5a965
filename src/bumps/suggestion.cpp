// The rules of suggestions. Their weights were set by judgement before anything was measured with them:
// docs/bumps.md.
#include "bumps/suggestion.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.hpp"

namespace rapport {
namespace {

constexpr std::array<std::string_view, suggestion_rules> codes{
    "kept_promise", "introduction", "reply", "shared_module", "same_people", "shared_topic"};

constexpr double weight_of_words_kept = 5;
constexpr double weight_of_day_kept = 4;
constexpr double weight_of_name = 3.5;
constexpr double weight_of_reply = 3;
constexpr double weight_of_module = 3;
constexpr double weight_of_person = 2.5;
constexpr double weight_of_topic = 2;
constexpr double weight_of_newcomer = 1.5;

constexpr double weight_least = 0.2;  ///< weaker ones are not worth a line
constexpr double half_life = 15;      ///< weighted days: three weeks of term
constexpr int days_to_reply = 14;
constexpr int days_to_tick = 3;  ///< how soon after the act a promise is ticked
constexpr std::size_t content_letters = 4;
constexpr int words_alike = 2;

template <class T>
std::vector<T> common(const std::vector<T>& a, const std::vector<T>& b) {
  std::vector<T> both;
  std::ranges::copy_if(a, std::back_inserter(both),
                       [&](const T& one) { return std::ranges::count(b, one) > 0; });
  return both;
}

template <class Tag>
int uses_of(const std::vector<std::pair<Id<Tag>, int>>& uses, Id<Tag> id) {
  const auto found = std::ranges::find(uses, id, &std::pair<Id<Tag>, int>::first);
  return found == uses.end() ? 1 : std::max(1, found->second);
}

/// 1 for what came up once in the window, a half at four times, a third at sixteen.
double rarity(int uses) {
  return 1 / (1 + std::log2(uses) / 2);
}

std::string person_words(const Directory& directory, std::span<const Id<Person>> people) {
  std::vector<std::string> names;
  for (const auto id : people)
    if (const auto* person = directory.people.find(id)) names.push_back(person->display_name());
  return join_words(names);
}

std::vector<std::string> content_words(std::string_view text) {
  std::vector<std::string> stems;
  for (const auto& word : folded_words(text))
    if (word.size() >= content_letters) stems.push_back(stem(word));
  std::ranges::sort(stems);
  const auto twice = std::ranges::unique(stems);
  stems.erase(twice.begin(), twice.end());
  return stems;
}

bool says_alike(std::string_view promise, std::string_view note) {
  return common(content_words(promise), content_words(note)).size() >= words_alike;
}

/// The words of the name one after the other.
bool names(const std::vector<std::string>& text, std::string_view full_name) {
  const auto name = folded_words(full_name);
  return name.size() > 1 && !std::ranges::search(text, name).empty();
}

bool is_there(const Interaction& interaction, Id<Person> person) {
  return std::ranges::count(interaction.people, person) > 0;
}

Family family_of(const Interaction& interaction, const Directory& directory) {
  const auto* kind = directory.vocabulary.find(interaction.kind);
  return kind == nullptr ? Family::conversation : kind->family;
}

/// Topics of both, modules or not.
std::optional<Reason> shared(const Candidate& candidate, const Interaction& later,
                             const SuggestionContext& context, SuggestionRule rule, double weight) {
  std::vector<std::string> names;
  double sum = 0;
  for (const auto id : common(candidate.earlier.topics, later.topics)) {
    const auto* topic = context.directory.vocabulary.find(id);
    if (topic == nullptr || topic->is_module != (rule == SuggestionRule::shared_module)) continue;
    names.push_back(topic->name);
    sum += weight * rarity(uses_of(context.topic_uses, id));
  }
  if (names.empty()) return std::nullopt;
  return Reason{rule, "Both about " + join_words(names), sum};
}

}  // namespace

std::string_view code(SuggestionRule rule) {
  return codes[static_cast<std::size_t>(rule)];
}

std::optional<Reason> kept_promise(const Candidate& candidate, const Interaction& later,
                                   const SuggestionContext& context) {
  const auto about = later.note + " " + person_words(context.directory, later.people);
  std::optional<Reason> best;
  for (const auto& promise : candidate.kept) {
    const bool is_in_time =
        promise.kept_on >= later.happened_on && promise.kept_on - last_possible_day(later) <= days_to_tick;
    const bool is_for_them = promise.person && is_there(later, *promise.person);
    if (!is_in_time || !is_for_them) continue;
    const bool is_in_words = says_alike(promise.words, about);
    const double weight = is_in_words ? weight_of_words_kept : weight_of_day_kept;
    if (!best || best->weight < weight)
      best = Reason{SuggestionRule::kept_promise, "A promise from there was kept: " + promise.words, weight};
  }
  return best;
}

std::optional<Reason> introduction(const Candidate& candidate, const Interaction& later,
                                   const SuggestionContext& context) {
  const auto& earlier = candidate.earlier;
  const auto text = folded_words(earlier.note);
  for (const auto id : later.people) {
    const auto* person = context.directory.people.find(id);
    if (person == nullptr || is_there(earlier, id)) continue;
    if (names(text, person->full_name))
      return Reason{SuggestionRule::introduction, person->display_name() + " was spoken of there",
                    weight_of_name};
    const bool is_new = std::ranges::count(context.newcomers, id) > 0;
    if (!is_new || !person->unit || common(earlier.staff, later.staff).empty()) continue;
    for (const auto other : earlier.people) {
      const auto* colleague = context.directory.people.find(other);
      if (colleague != nullptr && colleague->unit == person->unit)
        return Reason{SuggestionRule::introduction,
                      "The first conversation with " + person->display_name() + ", a colleague of " +
                          colleague->display_name(),
                      weight_of_newcomer};
    }
  }
  return std::nullopt;
}

std::optional<Reason> reply(const Candidate& candidate, const Interaction& later,
                            const SuggestionContext& context) {
  const auto& earlier = candidate.earlier;
  const bool are_messages = family_of(earlier, context.directory) == Family::message &&
                            family_of(later, context.directory) == Family::message;
  const bool is_by_the_other_side = earlier.begun_by != BegunBy::unknown &&
                                    later.begun_by != BegunBy::unknown && earlier.begun_by != later.begun_by;
  const bool is_soon = later.happened_on - earlier.happened_on <= days_to_reply;
  if (!are_messages || !is_by_the_other_side || !is_soon || common(earlier.people, later.people).empty())
    return std::nullopt;
  return Reason{SuggestionRule::reply,
                later.begun_by == BegunBy::them ? "An answer to our message" : "Our answer to their message",
                weight_of_reply};
}

std::optional<Reason> shared_module(const Candidate& candidate, const Interaction& later,
                                    const SuggestionContext& context) {
  return shared(candidate, later, context, SuggestionRule::shared_module, weight_of_module);
}

std::optional<Reason> same_people(const Candidate& candidate, const Interaction& later,
                                  const SuggestionContext& context) {
  const auto both = common(candidate.earlier.people, later.people);
  if (both.empty()) return std::nullopt;
  double weight = 0;
  for (const auto id : both)
    weight = std::max(weight, weight_of_person * rarity(uses_of(context.person_uses, id)));
  return Reason{SuggestionRule::same_people, "Both with " + person_words(context.directory, both), weight};
}

std::optional<Reason> shared_topic(const Candidate& candidate, const Interaction& later,
                                   const SuggestionContext& context) {
  return shared(candidate, later, context, SuggestionRule::shared_topic, weight_of_topic);
}

std::optional<Suggestion> suggestion_of(const Candidate& candidate, const Interaction& later,
                                        const SuggestionContext& context) {
  const auto& earlier = candidate.earlier;
  if (earlier.id == later.id || earlier.happened_on > later.happened_on || !can_precede(earlier, later))
    return std::nullopt;
  const auto gap = weighted_days(context.calendar, earlier.happened_on, later.happened_on, context.years);
  if (gap > suggestion_window) return std::nullopt;
  Suggestion suggestion{.earlier = earlier};
  for (const auto rule : {kept_promise, introduction, reply, shared_module, same_people, shared_topic}) {
    auto reason = rule(candidate, later, context);
    if (!reason) continue;
    suggestion.weight += reason->weight;
    suggestion.reasons.push_back(std::move(*reason));
  }
  suggestion.weight *= std::exp2(-gap / half_life);
  if (suggestion.weight < weight_least) return std::nullopt;
  std::ranges::stable_sort(suggestion.reasons, std::greater<>(), &Reason::weight);
  return suggestion;
}

}  // namespace rapport
