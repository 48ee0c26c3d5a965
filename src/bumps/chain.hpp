// A chain: what led to one conversation and what came of it, over accepted bumps. Plain data and its rules;
// no SQL, no HTTP, no clock.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/id.hpp"
#include "interactions/directory.hpp"
#include "interactions/interaction.hpp"

namespace rapport {

/// What the viewer sees of a step: all of it, or that there is one.
enum class Sight { open, not_yours, taken_back };

/// One conversation of a chain. Where it is not open, nothing but its id and its place in time is here.
struct ChainStep {
  Id<Interaction> id = {};
  Sight sight = Sight::open;
  Date happened_on = {};
  std::optional<TimeOfDay> happened_at_time = {};
  Precision precision = Precision::day;
  Id<InteractionKind> kind = {};
  std::optional<int> attendees = {};
  BegunBy begun_by = BegunBy::unknown;
  std::optional<Id<OrgUnit>> org_unit = {};
  std::vector<Id<Person>> people = {};
  std::vector<Id<Staff>> staff = {};
  bool is_ahead = false;   ///< still to come
  bool is_for_all = true;  ///< whoever is in the library may read it

  [[nodiscard]] bool is_open() const { return sight == Sight::open; }
};

/// "`to` came out of `from`".
struct ChainEdge {
  Id<Interaction> from = {};
  Id<Interaction> to = {};
};

/// At most so many steps; a chain with more says so.
inline constexpr std::size_t chain_steps_max = 5000;

struct Chain {
  /// Earlier ones first, and none before what it came out of.
  std::vector<ChainStep> steps = {};
  std::vector<std::vector<std::size_t>> parents = {};   ///< places in `steps`, ascending
  std::vector<std::vector<std::size_t>> children = {};  ///< places in `steps`, ascending
  /// What a step came out of that is not in this chain.
  std::vector<std::pair<std::size_t, Id<Interaction>>> elsewhere = {};
  std::size_t focus = 0;         ///< the step whose chain it is
  bool is_cut = false;           ///< there are more steps than are here
  std::string story_title = {};  ///< of the latest story told of steps of this chain alone; empty without one

  [[nodiscard]] bool is_root(std::size_t step) const { return parents[step].empty(); }
};

/// Puts steps in order and ties them together. `rows` holds the focus; of more than `steps_max` the earliest
/// are kept. Edges that lead out of the rows' steps are left out, those that lead in are `elsewhere`.
[[nodiscard]] Chain chain_of(std::vector<ChainStep> rows, const std::vector<ChainEdge>& edges,
                             Id<Interaction> focus, std::size_t steps_max = chain_steps_max);

/// As it may leave the house in a file: what is not for everybody in the library is emptied, whoever asks.
[[nodiscard]] Chain for_others(Chain chain);

/// A number above a chain, with what it counts: 214 "students reached".
struct ChainTotal {
  int number = 0;
  std::string words = {};
};
/// What the open steps that lie behind us brought, never a zero: academics met, teaching sessions, students
/// who came to them, one-to-ones, then other outcomes by their kind's name.
[[nodiscard]] std::vector<ChainTotal> totals_of(const Chain& chain, const Directory& directory);

/// Somebody whose steps are in the chain.
struct ChainColleague {
  Id<Staff> staff = {};
  int steps = 0;
  bool began_it = false;      ///< was there at the first step
  bool passed_it_on = false;  ///< and others went on with it
};
/// In the order of their first step: no ranking.
[[nodiscard]] std::vector<ChainColleague> colleagues_of(const Chain& chain);

/// The colour and the word of a step in the picture: what the kind's family is about.
enum class ChainTone { conversation, teaching, student_help, collections };
[[nodiscard]] ChainTone tone_of(const KindEntry& kind);

/// "one-to-one", "teaching session", "phone call": what one of a kind is called in a sentence, and several.
[[nodiscard]] std::string singular_of(const KindEntry& kind);
[[nodiscard]] std::string plural_of(const KindEntry& kind);

}  // namespace rapport
