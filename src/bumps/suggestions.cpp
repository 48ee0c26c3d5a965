// Gathers what a conversation may have come out of, and ranks it.
#include "bumps/suggestions.hpp"

#include <algorithm>

#include "bumps/bump_store.hpp"
#include "bumps/suggestion_store.hpp"
#include "interactions/interactions.hpp"

namespace rapport::bumps {
namespace {

using suggestion_store::Span;

constexpr std::size_t people_looked_at = 6;
constexpr std::size_t topics_looked_at = 4;
constexpr std::size_t candidates_max = 60;
constexpr int newcomer_days = 730;
constexpr int days_for_today = 14;
constexpr int conversations_for_today = 8;
constexpr std::size_t suggestions_for_today = 3;

template <class T>
std::span<const T> first_of(const std::vector<T>& all, std::size_t most) {
  return {all.data(), std::min(all.size(), most)};
}

/// Merged people as the one they became, each once; nobody erased: they are no reason for anything.
Interaction resolved(Interaction interaction, const Directory& directory) {
  std::vector<Id<Person>> people;
  for (const auto id : interaction.people) {
    if (directory.people.is_erased(id)) continue;
    const auto* person = directory.people.find(id);
    const auto who = person == nullptr ? id : person->id;
    if (std::ranges::count(people, who) == 0) people.push_back(who);
  }
  interaction.people = std::move(people);
  return interaction;
}

/// Looks for candidates of one conversation on one snapshot.
class Search {
 public:
  Search(Scope& scope, db::Reader& reader, const Directory& directory, const Interaction& later)
      : scope_(scope),
        reader_(reader),
        later_(resolved(later, directory)),
        calendar_(organisation::calendar(scope)),
        span_{plus_weighted_days(calendar_, later.happened_on, -suggestion_window, scope.years()),
              later.happened_on},
        context_{.directory = directory, .calendar = calendar_, .years = scope.years()} {}

  std::vector<Suggestion> best(int limit) {
    look_by_people();
    look_by_topics();
    look_for_newcomers();
    auto ranked = rank();
    return allowed(std::move(ranked), limit);
  }

 private:
  [[nodiscard]] Id<Institution> in() const { return scope_.institution; }

  void add(const std::vector<Id<Interaction>>& ids) {
    for (const auto id : ids)
      if (id != later_.id && found_.size() < candidates_max && std::ranges::count(found_, id) == 0)
        found_.push_back(id);
  }

  void look_by_people() {
    for (const auto person : first_of(later_.people, people_looked_at)) {
      int uses = 0;
      for (const auto record : context_.directory.people.same_person(person)) {
        const auto ids = suggestion_store::with_person(reader_, in(), record, span_);
        uses += static_cast<int>(ids.size());
        add(ids);
      }
      context_.person_uses.emplace_back(person, uses);
    }
  }

  /// A module says enough wherever it comes up; a topic only in the same department.
  void look_by_topics() {
    for (const auto id : first_of(later_.topics, topics_looked_at)) {
      const auto* topic = context_.directory.vocabulary.find(id);
      if (topic == nullptr) continue;
      context_.topic_uses.emplace_back(id, suggestion_store::count_on_topic(reader_, in(), id, span_));
      add(topic->is_module ? suggestion_store::on_topic(reader_, in(), id, span_)
                           : suggestion_store::on_topic_nearby(reader_, in(), id, later_.id, span_));
    }
  }

  void look_for_newcomers() {
    const Span years{later_.happened_on.plus_days(-newcomer_days), later_.happened_on};
    for (const auto person : first_of(later_.people, people_looked_at))
      if (!was_spoken_to(person, years)) context_.newcomers.push_back(person);
    if (!context_.newcomers.empty()) add(suggestion_store::nearby(reader_, in(), later_.id, span_));
  }

  [[nodiscard]] std::optional<Id<Person>> survivor(std::optional<Id<Person>> id) const {
    const auto* person = id ? context_.directory.people.find(*id) : nullptr;
    return person == nullptr ? id : std::optional(person->id);
  }

  [[nodiscard]] bool was_spoken_to(Id<Person> person, const Span& years) {
    return std::ranges::any_of(context_.directory.people.same_person(person), [&](Id<Person> record) {
      return suggestion_store::was_spoken_to(reader_, in(), record, years, later_.id);
    });
  }

  [[nodiscard]] std::vector<KeptPromise> kept_promises(const Interaction& earlier) {
    std::vector<KeptPromise> kept;
    for (auto& promise : interactions::promises_of(scope_, earlier.id))
      if (promise.kept_at)
        kept.push_back(
            {std::move(promise.words), survivor(promise.person), scope_.zone.local_date(*promise.kept_at)});
    return kept;
  }

  [[nodiscard]] std::vector<Suggestion> rank() {
    std::vector<Suggestion> ranked;
    for (auto& earlier : interactions::several(scope_, found_)) {
      // One look-up by key each, for sixty at the most.
      auto kept = kept_promises(earlier);
      const Candidate candidate{resolved(std::move(earlier), context_.directory), std::move(kept)};
      if (auto suggestion = suggestion_of(candidate, later_, context_))
        ranked.push_back(std::move(*suggestion));
    }
    std::ranges::stable_sort(ranked, [](const Suggestion& a, const Suggestion& b) {
      if (a.weight != b.weight) return a.weight > b.weight;
      return std::pair(a.earlier.happened_on, a.earlier.id) > std::pair(b.earlier.happened_on, b.earlier.id);
    });
    return ranked;
  }

  [[nodiscard]] std::vector<Suggestion> allowed(std::vector<Suggestion> ranked, int limit) {
    const auto before = suggestion_store::before(reader_, in(), later_.id);
    std::vector<Suggestion> kept;
    for (auto& suggestion : ranked) {
      if (static_cast<int>(kept.size()) == limit) break;
      const auto from = suggestion.earlier.id;
      const bool is_before_already = std::ranges::count(before, from) > 0;
      if (is_before_already || bump_store::find_between(reader_, in(), from, later_.id)) continue;
      if (bump_store::leads_to(reader_, in(), later_.id, from)) continue;
      kept.push_back(std::move(suggestion));
    }
    return kept;
  }

  Scope& scope_;
  db::Reader& reader_;
  Interaction later_;  ///< its people resolved
  std::vector<CalendarPeriod> calendar_;
  Span span_;
  SuggestionContext context_;
  std::vector<Id<Interaction>> found_;
};

}  // namespace

std::vector<Suggestion> suggest_earlier(Scope& scope, const Directory& directory, Id<Interaction> id,
                                        int limit) {
  if (scope.viewer.is(Role::director)) return {};
  return scope.read([&](db::Reader& reader) -> std::vector<Suggestion> {
    const auto later = interactions::get(scope, id);
    if (!later || later->is_withdrawn) return {};
    return Search(scope, reader, directory, *later).best(limit);
  });
}

std::vector<SuggestionFor> suggestions_for(Scope& scope, const Directory& directory) {
  if (scope.viewer.is(Role::director)) return {};
  const auto open = scope.read([&](db::Reader& reader) {
    const Span lately{scope.today.plus_days(-days_for_today), scope.today};
    return suggestion_store::without_parent(reader, scope, lately, conversations_for_today);
  });
  std::vector<SuggestionFor> found;
  for (auto& later : interactions::several(scope, open)) {
    auto best = suggest_earlier(scope, directory, later.id, 1);
    const bool is_worth_asking = !best.empty() && best.front().weight >= suggestion_weight_for_today;
    if (is_worth_asking) found.push_back({std::move(later), std::move(best.front())});
  }
  std::ranges::stable_sort(found, std::greater<>(),
                           [](const SuggestionFor& one) { return one.suggestion.weight; });
  if (found.size() > suggestions_for_today) found.resize(suggestions_for_today);
  return found;
}

}  // namespace rapport::bumps
