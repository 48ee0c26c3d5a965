// Bump credit: who kept a chain going, worked out from its outcomes backwards (product.md, Bump credit).
// Pure: no SQL, no clock. It never compares people: what it gives stands in the order of their first step.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "interactions/interaction.hpp"

namespace rapport {

/// One conversation of a chain, as far as credit goes.
struct CreditStep {
  Id<Interaction> id = {};
  Id<InteractionKind> kind = {};
  int outcome_value = 0;  ///< 0: mints nothing. What is still to come has no value yet
  Date happened_on = {};
  std::vector<Id<Staff>> staff = {};    ///< nobody: taken back, or not the viewer's to read
  std::vector<Id<Person>> people = {};  ///< merged people as the one they became
  std::optional<Id<OrgUnit>> org_unit = {};
  std::vector<Id<Interaction>> parents =
      {};  ///< what it came out of; those outside the chain count for nothing
};

/// A chain, and the outcomes of the same years outside it that come before its own in the counting, which
/// begins anew with each of these years.
struct CreditChain {
  std::vector<CreditStep> steps = {};
  std::vector<CreditStep> elsewhere = {};
  AcademicYears years = {};
};

/// One outcome of a chain and what it is worth; several records where one thing was logged more than once.
struct CreditOutcome {
  std::vector<Id<Interaction>> records = {};
  int number = 1;  ///< the k-th of its kind with the same academic in its academic year
  double value = 0;

  friend bool operator==(const CreditOutcome&, const CreditOutcome&) = default;
};

/// What one colleague has for one step, from one outcome.
struct CreditPart {
  Id<Staff> staff = {};
  Id<Interaction> step = {};
  Id<Interaction> outcome = {};
  double amount = 0;
};

/// What one colleague has from the whole chain, and the parts that add up to it.
struct CreditShare {
  Id<Staff> staff = {};
  double amount = 0;
  std::vector<CreditPart> parts = {};
};

/// The k-th outcome of one kind with one academic in one academic year counts value/k.
[[nodiscard]] double minted(int outcome_value, int number);

/// The outcomes of the chain, oldest first. Records of the same kind and day with a colleague and an academic
/// in common are one outcome. With several academics the largest k counts; where nobody is named,
/// the department stands for the academic. Outcomes in which no staff are known mint nothing.
[[nodiscard]] std::vector<CreditOutcome> outcomes_of(const CreditChain& chain);

/// Every part, by person, step and outcome. Adds up to the value of all outcomes. Cost: for each outcome what
/// lies before it, once for each path on which the people differ, until a millionth is left.
[[nodiscard]] std::vector<CreditPart> credit_parts(const CreditChain& chain);

/// The same by person, in the order of their first step in the chain: not a ranking.
[[nodiscard]] std::vector<CreditShare> credit_of(const CreditChain& chain);

/// The rules in words, as the page shows them.
inline constexpr std::string_view credit_words =
    "Only outcomes bring credit: the second of a kind with the same academic in an academic year counts "
    "half, the "
    "third a third. Credit walks back from each outcome: a step keeps half and passes half on to what it "
    "came out "
    "of; where a chain began, all of it stays. Several earlier steps share equally, by who was in them and "
    "not by "
    "how many records there are; somebody’s own earlier steps are looked through; colleagues who did a step "
    "together share it equally, and what one of them alone then made of it counts with it.";

}  // namespace rapport
