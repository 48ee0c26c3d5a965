// The front door of champions: nominate, tell, agree, renew, end; ticks, thanks, and what speaks for whom.
// The system suggests, a person decides, and nobody is ranked: lists are in order of names. Librarians,
// leaders and administrators write, directors read. Permission, transaction and audit live here.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "interactions/directory.hpp"
#include "interactions/interaction.hpp"
#include "relationships/champion.hpp"
#include "relationships/champion_store.hpp"
#include "scope/scope.hpp"

namespace rapport::champions {

/// One time of being a champion, from its nomination on.
struct Term {
  Champion champion = {};
  std::vector<ChampionStep> steps = {};  ///< in the order they were said
};
/// Everything about one person.
struct Account {
  const PersonEntry* person = nullptr;  ///< lives in the directory
  std::vector<Term> terms = {};         ///< an open one first, then the newest
  std::vector<ChampionThanks> thanks = {};
  HeldMainPost post = {};  ///< now
  int signs_min = signs_min_usual;

  /// The one that is open.
  [[nodiscard]] const Champion* open() const;
};
/// `person` is one of `directory`.
[[nodiscard]] Account account_of(Scope& scope, const Directory& directory, const PersonEntry& person);

/// For a person's page and brief: what there is to say of them now, an open one first; nothing where they
/// never were nominated. Cost: one look-up by key.
[[nodiscard]] std::optional<Champion> mark_of(Scope& scope, const Directory& directory, Id<Person> person);
/// "Champion since 3 Nov 2025"; empty where they are none.
[[nodiscard]] std::string mark_words(const std::optional<Champion>& champion, Date today);

/// Six findings with their rows. Cost: the contacts of two years, and a walk over what their bumps led to.
[[nodiscard]] Findings findings_of(Scope& scope, const Directory& directory, const PersonEntry& person);

/// Begins it, on that day. Invalid: faults_of. Conflict where somebody nominated them already, named in the
/// words, and where they have left. Forbidden for directors.
[[nodiscard]] Result<Id<Champion>> nominate(Scope& scope, const Directory& directory, Id<Person> person,
                                            const ChampionDraft& draft);
/// Says what came next. Conflict where it cannot follow, where somebody was faster than `version`, and for
/// those who have left all but that it ended. NotFound.
[[nodiscard]] Result<Champion> say(Scope& scope, const Directory& directory, Id<Champion> id, int version,
                                   const ChampionDraft& draft);
[[nodiscard]] Result<Champion> get(Scope& scope, Id<Champion> id);

struct TickDraft {
  std::optional<Sign> sign = {};
  std::optional<Id<Interaction>> conversation = {};
  std::string words = {};
};
/// Invalid on "sign" (one that is ticked), "conversation" (one with them that everybody in the library may
/// read, of the last 24 months), "tick-words". Conflict where the same conversation shows it already.
[[nodiscard]] Result<Id<SignTick>> tick(Scope& scope, const Directory& directory, Id<Person> person,
                                        const TickDraft& draft);
/// Whoever ticked it, leaders and administrators. Answers with whose it was. Twice is once.
[[nodiscard]] Result<Id<Person>> take_back_tick(Scope& scope, Id<SignTick> id);
/// The latest that could be named as evidence, newest first.
[[nodiscard]] std::vector<Interaction> evidence_for(Scope& scope, const Directory& directory,
                                                    const PersonEntry& person);

/// Into the log of thanks. For anybody who is or was one. Conflict for all others.
[[nodiscard]] Result<Done> thank(Scope& scope, const Directory& directory, Id<Person> person,
                                 const ChampionThanksDraft& draft);

// The whole library ---------------------------------------------------------------------------------------

struct Suggested {
  const PersonEntry* person = nullptr;
  std::vector<Sign> signs = {};  ///< in the order of all_signs
};
/// People who are here, are no champions and show as many signs as the rule asks, in name order. Cost: one
/// walk of an index of those who show any.
[[nodiscard]] std::vector<Suggested> suggestions(Scope& scope, const Directory& directory);
/// Whether that person would be among them, from what was read about them already. Cost: one look-up.
[[nodiscard]] bool is_suggested(Scope& scope, const Directory& directory, const Account& account,
                                const Findings& findings);
/// Not again for a year. Conflict where nothing is suggested. Forbidden for directors.
[[nodiscard]] Result<Id<ChampionAside>> set_suggestion_aside(Scope& scope, const Directory& directory,
                                                             Id<Person> person, std::string_view reason);

/// Suggestions and departments that were set aside, by who is it about, in name order.
[[nodiscard]] std::vector<ChampionAside> asides(Scope& scope, const Directory& directory);
/// As if it had not been set aside. NotFound where it does not hold any more. Forbidden for directors.
[[nodiscard]] Result<Done> put_back(Scope& scope, Id<ChampionAside> id);

struct Listed {
  const PersonEntry* person = nullptr;
  Champion champion = {};
};
/// Everybody nominated, told or agreed, expired ones too, in name order; of two the one that is further on.
[[nodiscard]] std::vector<Listed> listed(Scope& scope, const Directory& directory);

/// Of those who are champions today and here, with their main post in one of these; in name order.
[[nodiscard]] std::vector<const PersonEntry*> of_units(Scope& scope, const Directory& directory,
                                                       std::span<const Id<OrgUnit>> units);

/// The number in force.
[[nodiscard]] ChampionRule current_rule(Scope& scope);
/// Invalid: not 1 to 6 ("signs_min"), no reason ("because"). Conflict where it was changed since `version`.
/// Leaders and administrators.
[[nodiscard]] Result<ChampionRule> change_rule(Scope& scope, int version, std::optional<int> signs_min,
                                               std::string_view because);

/// Refused for directors.
[[nodiscard]] Result<Done> may_write(const Scope& scope);

/// As somebody said it in the past, for the made-up university.
struct PastChampion {
  Id<Person> person = {};
  struct Said {
    ChampionDraft draft = {};
    Id<Staff> by = {};
  };
  std::vector<Said> said = {};  ///< a nomination first
  std::vector<std::pair<ChampionThanksDraft, Id<Staff>>> thanks = {};
};
/// All or, at the first refusal, none. Forbidden but for administrators. One transaction.
[[nodiscard]] Result<Done> record_past(Scope& scope, const Directory& directory,
                                       std::span<const PastChampion> past);

}  // namespace rapport::champions
