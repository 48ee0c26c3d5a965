// What a conversation may have come out of: rules that look at two conversations, each with its reason in
// words. They only suggest; a person decides (product.md, Principles). Pure; no SQL, no HTTP, no clock.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "interactions/directory.hpp"
#include "interactions/interaction.hpp"
#include "organisation/academic_calendar.hpp"

namespace rapport {

enum class SuggestionRule { kept_promise, introduction, reply, shared_module, same_people, shared_topic };
inline constexpr std::size_t suggestion_rules = 6;
[[nodiscard]] std::string_view code(SuggestionRule rule);

struct Reason {
  SuggestionRule rule = SuggestionRule::same_people;
  std::string words = {};  ///< "Both about PSYC2010"
  double weight = 0;
};

struct Suggestion {
  Interaction earlier = {};
  std::vector<Reason> reasons = {};  ///< the strongest first
  double weight = 0;                 ///< of all reasons, less the longer ago; only for ranking
};

/// A promise of the earlier conversation that was kept.
struct KeptPromise {
  std::string words = {};
  std::optional<Id<Person>> person = {};
  Date kept_on = {};
};
/// An earlier conversation, and what the rules need of it.
struct Candidate {
  Interaction earlier = {};
  std::vector<KeptPromise> kept = {};
};

/// What is known around the later conversation.
struct SuggestionContext {
  const Directory& directory;
  std::span<const CalendarPeriod> calendar;
  const AcademicYears& years;
  /// How many conversations of the window have that topic, or that person. Much talked of says little.
  std::vector<std::pair<Id<Topic>, int>> topic_uses = {};
  std::vector<std::pair<Id<Person>, int>> person_uses = {};
  std::vector<Id<Person>> newcomers = {};  ///< nobody had spoken to them for two years
};

/// Six weeks of term: how many weighted days something may take to come out of something.
inline constexpr double suggestion_window = 30;
/// Today asks only where something speaks for it: a module, a promise, somebody whom one sees seldom.
inline constexpr double suggestion_weight_for_today = 1.5;

// The rules, each by itself.
[[nodiscard]] std::optional<Reason> kept_promise(const Candidate& candidate, const Interaction& later,
                                                 const SuggestionContext& context);
[[nodiscard]] std::optional<Reason> introduction(const Candidate& candidate, const Interaction& later,
                                                 const SuggestionContext& context);
[[nodiscard]] std::optional<Reason> reply(const Candidate& candidate, const Interaction& later,
                                          const SuggestionContext& context);
[[nodiscard]] std::optional<Reason> shared_module(const Candidate& candidate, const Interaction& later,
                                                  const SuggestionContext& context);
[[nodiscard]] std::optional<Reason> same_people(const Candidate& candidate, const Interaction& later,
                                                const SuggestionContext& context);
[[nodiscard]] std::optional<Reason> shared_topic(const Candidate& candidate, const Interaction& later,
                                                 const SuggestionContext& context);

/// All reasons together; nothing where they are too weak to be worth a look, or where the calendar forbids
/// it.
[[nodiscard]] std::optional<Suggestion> suggestion_of(const Candidate& candidate, const Interaction& later,
                                                      const SuggestionContext& context);

}  // namespace rapport
