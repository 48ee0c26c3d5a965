// What worked for others: out of plans that were reached, without names.
#include <algorithm>
#include <array>
#include <cctype>

#include "base/text.hpp"
#include "relationships/plan_store.hpp"
#include "relationships/plans.hpp"
#include "relationships/relationships.hpp"

namespace rapport::plans {
namespace {

constexpr std::size_t plans_min = 2;
constexpr std::size_t sentences_max = 3;

/// Small words of English that are names elsewhere (He, To, An): names only when written with a capital in
/// the middle of a sentence.
constexpr std::array<std::string_view, 56> small_words{
    "a",   "about", "all",  "an",   "and",  "are",  "as",   "at",   "be",   "but",  "by",   "can",
    "day", "do",    "each", "for",  "from", "go",   "had",  "has",  "have", "he",   "her",  "him",
    "his", "how",   "in",   "is",   "it",   "long", "may",  "me",   "more", "new",  "no",   "not",
    "of",  "on",    "one",  "or",   "our",  "she",  "so",   "that", "the",  "then", "they", "to",
    "two", "was",   "we",   "what", "when", "who",  "will", "with"};

bool is_capital(std::string_view text, std::size_t at) {
  return at < text.size() && std::isupper(static_cast<unsigned char>(text[at])) != 0;
}

bool begins_sentence(std::string_view text, std::size_t at) {
  const auto before = trim(text.substr(0, at));
  return before.empty() || std::string_view(".!?:").find(before.back()) != std::string_view::npos;
}

bool is_a_name(const Directory& directory, const std::string& word) {
  if (!directory.people.matching(std::span(&word, 1), LastWord::whole, 1, Whom::everybody).empty())
    return true;
  return std::ranges::any_of(directory.staff.staff(), [&](const StaffEntry& member) {
    const auto words = folded_words(member.full_name);
    return std::ranges::find(words, word) != words.end();
  });
}

bool is_small(const WordPlace& word, std::string_view text) {
  if (std::ranges::find(small_words, word.folded) == small_words.end()) return false;
  return !is_capital(text, word.begin) || begins_sentence(text, word.begin);
}

bool is_of(const Directory& directory, const ScaleUpPlan& plan, RelationshipWith with) {
  const auto* person = std::get_if<Id<Person>>(&with);
  const auto* planned = std::get_if<Id<Person>>(&plan.with);
  if (person == nullptr || planned == nullptr) return plan.with == with;
  const auto* one = directory.people.find(*person);
  const auto* other = directory.people.find(*planned);
  return one != nullptr && other != nullptr && one->id == other->id;
}

void add(std::vector<std::string>& sentences, const Directory& directory, const std::string& words) {
  if (words.empty() || sentences.size() == sentences_max || names_somebody(directory, words)) return;
  if (std::ranges::find(sentences, words) == sentences.end()) sentences.push_back(words);
}

}  // namespace

bool names_somebody(const Directory& directory, std::string_view text) {
  return std::ranges::any_of(word_places(text), [&](const WordPlace& word) {
    if (word.folded.size() < 2 || is_small(word, text)) return false;
    if (is_a_name(directory, word.folded)) return true;
    return word.folded.size() > 2 && word.folded.ends_with('s') &&
           is_a_name(directory, word.folded.substr(0, word.folded.size() - 1));
  });
}

Ideas ideas(Scope& scope, const Directory& directory, RelationshipWith with, std::optional<int> aim) {
  const auto scales = relationships::scales(scope);
  auto [plans, steps] = scope.read([&](db::Reader& reader) {
    return std::pair(plan_store::reached(reader, scope.institution),
                     plan_store::kept_steps_of_reached(reader, scope.institution));
  });
  std::erase_if(plans, [&](const ScaleUpPlan& plan) { return is_of(directory, plan, with); });
  if (plans.size() < plans_min) return {};
  std::ranges::stable_partition(plans, [&](const ScaleUpPlan& plan) {
    return aim && scales.now(plan.aim_scale, plan.aim_level) == *aim;
  });
  Ideas ideas{.plans = static_cast<int>(plans.size())};
  for (const auto& plan : plans) {
    add(ideas.learnt, directory, plan.learnt);
    for (const auto& step : steps)
      if (step.plan == plan.id) add(ideas.steps, directory, step.words);
  }
  return ideas;
}

}  // namespace rapport::plans
