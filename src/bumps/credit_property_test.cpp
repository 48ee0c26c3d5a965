// What bump credit promises whatever the chain: nothing is lost, and nobody gains by logging more. Random
// chains of up to twelve steps, four colleagues and three academics.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "bumps/credit.hpp"

namespace rapport {
namespace {

constexpr double tolerance = 1e-4;  // what stays below a millionth, on every path
constexpr int trials = 2500;

template <class Property>
bool holds(const char* description, Property property) {
  auto params = rc::detail::configuration().testParams;
  params.maxSuccess = trials;
  const rc::detail::TestMetadata metadata{.id = description, .description = description};
  const auto result = rc::detail::checkTestable(std::move(property), metadata, params);
  rc::detail::printResultMessage(result, std::cerr);
  std::cerr << "\n";
  return result.template is<rc::detail::SuccessResult>();
}

/// Any of them with equal chance, also in the first trials, which RapidCheck keeps small.
int number(int first, int last) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(first, last + 1));
}
bool chance(int percent) {
  return number(1, 100) <= percent;
}
template <class T>
T one_of(const std::vector<T>& values) {
  return values[static_cast<std::size_t>(number(0, static_cast<int>(values.size()) - 1))];
}

/// Some of the numbers 1 to `last`, each with that chance.
template <class Tag>
std::vector<Id<Tag>> some(int last, int percent) {
  std::vector<Id<Tag>> ids;
  for (int i = 1; i <= last; ++i)
    if (chance(percent)) ids.push_back({i});
  return ids;
}

CreditStep any_step(int id, Date on) {
  static const std::vector<int> values{0, 0, 1, 3};
  const int value = one_of(values);
  CreditStep step{.id = {id},
                  .kind = {value},
                  .outcome_value = value,
                  .happened_on = on,
                  .staff = some<Staff>(4, 35),
                  .people = some<Person>(3, 40),
                  .parents = some<Interaction>(id - 1, 35)};
  if (step.staff.empty() && chance(80)) step.staff = {{number(1, 4)}};
  if (step.people.empty()) step.org_unit = Id<OrgUnit>{1};
  return step;
}

CreditChain any_chain() {
  CreditChain chain;
  const int steps = number(1, 12);
  auto on = *Date::of(2026, 9, 1);
  for (int id = 1; id <= steps; ++id) {
    chain.steps.push_back(any_step(id, on));
    on = on.plus_days(number(0, 2));
  }
  return chain;
}

double credit(const CreditChain& chain, Id<Staff> who) {
  double sum = 0;
  for (const auto& part : credit_parts(chain))
    if (part.staff == who) sum += part.amount;
  return sum;
}

bool has(const CreditStep& step, Id<Staff> who) {
  return std::ranges::count(step.staff, who) > 0;
}
CreditStep& get(CreditChain& chain, Id<Interaction> id) {
  return *std::ranges::find(chain.steps, id, &CreditStep::id);
}
Id<Interaction> next_id(const CreditChain& chain) {
  return {static_cast<std::int64_t>(chain.steps.size()) + 1};
}

/// A record of one's own without an outcome; it may itself have come out of anything up to that day.
CreditStep own_record(const CreditChain& chain, Id<Staff> who, Date on) {
  CreditStep record{.id = next_id(chain), .kind = {0}, .happened_on = on, .staff = {who}, .people = {{1}}};
  for (const auto& step : chain.steps)
    if (step.happened_on < on && chance(20)) record.parents.push_back(step.id);
  return record;
}

/// The same, come out of things that several others did: what holds where one's own record also comes out of
/// further steps shared with others is in docs/bumps.md, Credit.
CreditStep own_step(const CreditChain& chain, Id<Staff> who, Date on) {
  CreditStep record{.id = next_id(chain), .kind = {0}, .happened_on = on, .staff = {who}, .people = {{1}}};
  for (const auto& step : chain.steps)
    if (step.happened_on < on && step.staff.size() > 1 && !has(step, who) && chance(20))
      record.parents.push_back(step.id);
  return record;
}

/// The chain with something done to it by somebody.
struct Deed {
  CreditChain chain;
  Id<Staff> by;
};

void expect_no_gain(const CreditChain& before, const Deed& deed) {
  RC_ASSERT(credit(deed.chain, deed.by) <= credit(before, deed.by) + tolerance);
}

/// A step in which somebody known was.
CreditStep any_staffed_step(const CreditChain& chain) {
  std::vector<CreditStep> staffed;
  for (const auto& step : chain.steps)
    if (!step.staff.empty()) staffed.push_back(step);
  RC_PRE(!staffed.empty());
  return one_of(staffed);
}

TEST(CreditProperties, TheTotalIsConserved) {
  EXPECT_TRUE(holds("the total is conserved", [] {
    const auto chain = any_chain();
    double minted_in_all = 0;
    for (const auto& outcome : outcomes_of(chain)) minted_in_all += outcome.value;
    double shared = 0;
    for (const auto& part : credit_parts(chain)) shared += part.amount;
    RC_ASSERT(std::abs(minted_in_all - shared) < 1e-9);
    RC_ASSERT(std::ranges::all_of(credit_parts(chain), [](const auto& part) { return part.amount >= 0; }));
  }));
}

TEST(CreditProperties, EmptyLogsRaiseNothing) {
  EXPECT_TRUE(holds("empty logs", [] {
    const auto before = any_chain();
    const Id<Staff> who{number(1, 4)};
    Deed deed{before, who};
    for (int i = number(1, 5); i > 0; --i) {
      // After anything, led on from anything, leading to nothing that counts.
      auto empty = own_record(deed.chain, who, Date::of(2026, 10, 15)->plus_days(i));
      deed.chain.steps.push_back(std::move(empty));
    }
    expect_no_gain(before, deed);
  }));
}

TEST(CreditProperties, AnOutcomeLoggedAgainRaisesNothing) {
  EXPECT_TRUE(holds("an outcome logged again", [] {
    const auto before = any_chain();
    const auto outcome = any_staffed_step(before);
    Deed deed{before, one_of(outcome.staff)};
    auto again = outcome;  // by all who were there, or by some of them
    again.id = next_id(before);
    std::erase_if(again.staff, [&](Id<Staff> other) { return other != deed.by && chance(50); });
    if (!again.people.empty())
      for (const auto more : some<Person>(3, 30))
        if (std::ranges::count(again.people, more) == 0) again.people.push_back(more);
    if (chance(50)) again.parents = own_record(before, deed.by, outcome.happened_on).parents;
    deed.chain.steps.push_back(std::move(again));
    expect_no_gain(before, deed);
  }));
}

TEST(CreditProperties, AStepSplitInSeriesRaisesNothing) {
  EXPECT_TRUE(holds("split in series", [] {
    const auto before = any_chain();
    const auto step = any_staffed_step(before);
    Deed deed{before, one_of(step.staff)};
    auto second = step;
    second.id = next_id(before);
    second.parents = {step.id};
    for (auto& child : deed.chain.steps) std::ranges::replace(child.parents, step.id, second.id);
    deed.chain.steps.push_back(std::move(second));
    expect_no_gain(before, deed);
  }));
}

TEST(CreditProperties, AStepSplitInParallelRaisesNothing) {
  EXPECT_TRUE(holds("split in parallel", [] {
    const auto before = any_chain();
    const auto step = any_staffed_step(before);
    Deed deed{before, one_of(step.staff)};
    auto twin = step;
    twin.id = next_id(before);
    for (auto& child : deed.chain.steps) {
      if (std::ranges::count(child.parents, step.id) == 0) continue;
      const int where = number(1, 3);  // out of the first, the twin or both
      if (where == 2) std::ranges::replace(child.parents, step.id, twin.id);
      if (where == 3) child.parents.push_back(twin.id);
    }
    deed.chain.steps.push_back(std::move(twin));
    expect_no_gain(before, deed);
  }));
}

/// A link, and somebody who was on one of its sides.
struct OwnLink {
  CreditStep earlier;
  CreditStep later;
  Id<Staff> who;
};

OwnLink any_own_link(CreditChain chain) {
  std::vector<OwnLink> links;
  for (const auto& later : chain.steps)
    for (const auto id : later.parents)
      for (const Id<Staff> who : {Id<Staff>{1}, {2}, {3}, {4}})
        if (has(later, who) || has(get(chain, id), who)) links.push_back({get(chain, id), later, who});
  RC_PRE(!links.empty());
  return one_of(links);
}

TEST(CreditProperties, OnesOwnRecordBetweenTwoStepsRaisesNothing) {
  EXPECT_TRUE(holds("padding between", [] {
    const auto before = any_chain();
    const auto [earlier, later, who] = any_own_link(before);
    Deed deed{before, who};
    auto pad = own_step(before, who, later.happened_on);
    pad.parents.push_back(earlier.id);
    auto& child = get(deed.chain, later.id);
    if (chance(80))
      std::ranges::replace(child.parents, earlier.id, pad.id);  // in place of the link
    else
      child.parents.push_back(pad.id);  // or beside it
    deed.chain.steps.push_back(std::move(pad));
    expect_no_gain(before, deed);
  }));
}

TEST(CreditProperties, RecordsOfOnesOwnAfterASharedStepRaiseNothing) {
  EXPECT_TRUE(holds("padding after a shared step", [] {
    const auto before = any_chain();
    const auto [earlier, later, who] = any_own_link(before);
    RC_PRE(has(earlier, who) && earlier.staff.size() > 1 && !has(later, who));
    Deed deed{before, who};
    auto above = earlier.id;
    for (int i = number(1, 3); i > 0; --i) {
      auto pad = own_step(deed.chain, who, later.happened_on);
      pad.parents.push_back(above);
      above = pad.id;
      deed.chain.steps.push_back(std::move(pad));
    }
    std::ranges::replace(get(deed.chain, later.id).parents, earlier.id, above);
    expect_no_gain(before, deed);
  }));
}

TEST(CreditProperties, OnesOwnRecordAboveAStepRaisesNothing) {
  EXPECT_TRUE(holds("padding above", [] {
    const auto before = any_chain();
    const auto step = any_staffed_step(before);
    Deed deed{before, one_of(step.staff)};
    auto pad = own_step(before, deed.by, step.happened_on);
    get(deed.chain, step.id).parents.push_back(pad.id);
    deed.chain.steps.push_back(std::move(pad));
    expect_no_gain(before, deed);
  }));
}

TEST(CreditProperties, OnesOwnRecordBesideAStepRaisesNothing) {
  EXPECT_TRUE(holds("padding beside", [] {
    const auto before = any_chain();
    const auto step = any_staffed_step(before);
    Deed deed{before, one_of(step.staff)};
    auto pad = own_step(before, deed.by, step.happened_on);
    for (auto& child : deed.chain.steps)
      if (std::ranges::count(child.parents, step.id) > 0) child.parents.push_back(pad.id);
    deed.chain.steps.push_back(std::move(pad));
    expect_no_gain(before, deed);
  }));
}

TEST(CreditProperties, ANameMoreOnAnOutcomeRaisesNothing) {
  EXPECT_TRUE(holds("one name more", [] {
    const auto before = any_chain();
    const auto outcome = any_staffed_step(before);
    RC_PRE(!outcome.people.empty());
    Deed deed{before, one_of(outcome.staff)};
    get(deed.chain, outcome.id).people.push_back({number(1, 6)});
    expect_no_gain(before, deed);
  }));
}

}  // namespace
}  // namespace rapport
