// One function for each rule of bump credit.
#include "bumps/credit.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "organisation/academic_calendar.hpp"

namespace rapport {
namespace {

constexpr double part_kept = 0.5;
/// Less than this stays where it is: what it would move is not seen in any figure.
constexpr double least_passed = 1e-6;

using StaffSet = std::vector<Id<Staff>>;  // sorted, distinct
using Places = std::vector<std::size_t>;  // places in CreditChain::steps, sorted, distinct

template <class T>
std::vector<T> as_set(std::vector<T> values) {
  std::ranges::sort(values);
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

template <class T>
std::vector<T> without(const std::vector<T>& values, const std::vector<T>& gone) {
  std::vector<T> rest;
  std::ranges::set_difference(values, gone, std::back_inserter(rest));
  return rest;
}

template <class T>
std::vector<T> together(const std::vector<T>& some, const std::vector<T>& more) {
  std::vector<T> all;
  std::ranges::set_union(some, more, std::back_inserter(all));
  return all;
}

template <class T>
bool is_any_shared(const std::vector<T>& some, const std::vector<T>& more) {
  return std::ranges::any_of(some, [&](const T& one) { return std::ranges::binary_search(more, one); });
}

// --- what an outcome is worth --------------------------------------------------------------------------

/// With whom an outcome was: an academic, or the department where nobody is named.
struct Counterpart {
  bool is_department = false;
  std::int64_t id = 0;

  friend auto operator<=>(const Counterpart&, const Counterpart&) = default;
};

std::vector<Counterpart> counterparts_of(const CreditStep& step) {
  if (step.people.empty()) return {{true, step.org_unit ? step.org_unit->value : 0}};
  std::vector<Counterpart> academics;
  academics.reserve(step.people.size());
  for (const auto person : step.people) academics.push_back({false, person.value});
  return as_set(std::move(academics));
}

/// What happened once, however many records tell of it.
struct Deed {
  const CreditStep* first = nullptr;
  StaffSet staff = {};
  std::vector<Counterpart> counterparts = {};
  std::vector<Id<Interaction>> records = {};  ///< those of the chain
  int times = 1;  ///< more where a record joined several: it counts as the last of them
};

/// Somebody of the library and somebody of the other side are in both.
bool is_same(const Deed& some, const Deed& other) {
  return some.first->kind == other.first->kind && some.first->happened_on == other.first->happened_on &&
         is_any_shared(some.staff, other.staff) && is_any_shared(some.counterparts, other.counterparts);
}

void take_in(Deed& deed, const Deed& more) {
  deed.staff = together(deed.staff, more.staff);
  deed.counterparts = together(deed.counterparts, more.counterparts);
  deed.records.insert(deed.records.end(), more.records.begin(), more.records.end());
}

/// A record that tells of several deeds of its day makes them one: whoever joins records of one thing under
/// more names has one thing.
void add_record(std::vector<Deed>& deeds, std::size_t first_of_day, const CreditStep& step,
                bool is_in_chain) {
  const Deed told{.first = &step,
                  .staff = as_set(step.staff),
                  .counterparts = counterparts_of(step),
                  .records = is_in_chain ? std::vector{step.id} : std::vector<Id<Interaction>>()};
  const auto is_told = [&](const Deed& deed) { return is_same(deed, told); };
  const auto first =
      std::find_if(deeds.begin() + static_cast<std::ptrdiff_t>(first_of_day), deeds.end(), is_told);
  if (first == deeds.end()) {
    deeds.push_back(told);
    return;
  }
  for (auto other = first + 1; other != deeds.end(); ++other)
    if (is_told(*other)) {
      take_in(*first, *other);
      first->times += other->times;
    }
  deeds.erase(std::remove_if(first + 1, deeds.end(), is_told), deeds.end());
  take_in(*first, told);
}

struct Record {
  const CreditStep* step = nullptr;
  bool is_in_chain = true;
};

std::vector<Record> outcome_records(const CreditChain& chain) {
  std::vector<Record> records;
  const auto add = [&](const std::vector<CreditStep>& steps, bool is_in_chain) {
    for (const auto& step : steps)
      if (step.outcome_value > 0 && !step.staff.empty()) records.push_back({&step, is_in_chain});
  };
  add(chain.steps, true);
  add(chain.elsewhere, false);
  std::ranges::sort(
      records, {}, [](const Record& record) { return std::pair(record.step->happened_on, record.step->id); });
  return records;
}

std::vector<Deed> deeds_of(const CreditChain& chain) {
  std::vector<Deed> deeds;
  std::size_t first_of_day = 0;
  for (const auto& record : outcome_records(chain)) {
    if (!deeds.empty() && deeds.back().first->happened_on != record.step->happened_on)
      first_of_day = deeds.size();
    add_record(deeds, first_of_day, *record.step, record.is_in_chain);
  }
  return deeds;
}

/// How many there were so far of one kind, with one academic, in one academic year.
using Counts = std::map<std::tuple<Id<InteractionKind>, int, Counterpart>, int>;

int number_of(const Deed& deed, const AcademicYears& years, Counts& counts) {
  int most_before = 0;
  const auto year = years.of(deed.first->happened_on);
  for (const auto& counterpart : deed.counterparts) {
    auto& count = counts[{deed.first->kind, year, counterpart}];
    most_before = std::max(most_before, count);
    count += deed.times;
  }
  return most_before + deed.times;
}

// --- walking back --------------------------------------------------------------------------------------

/// A chain by places instead of ids.
struct Graph {
  const std::vector<CreditStep>& steps;
  std::unordered_map<Id<Interaction>, std::size_t> place_of = {};
  std::vector<StaffSet> staff = {};  ///< with whom a step counts as done
  std::vector<Places> parents = {};
};

Graph graph_of(const std::vector<CreditStep>& steps) {
  Graph graph{.steps = steps};
  for (std::size_t i = 0; i < steps.size(); ++i) graph.place_of.emplace(steps[i].id, i);
  for (const auto& step : steps) {
    Places parents;
    for (const auto id : step.parents)
      if (const auto found = graph.place_of.find(id); found != graph.place_of.end())
        parents.push_back(found->second);
    graph.staff.push_back(as_set(step.staff));
    graph.parents.push_back(as_set(std::move(parents)));
  }
  return graph;
}

/// With whom a step counts as done. What somebody did alone, right after something done together, is that
/// step going on: it counts with the same people, the most where it came out of several. Else a record of
/// one's own after a shared step would bring all of its half to one of them.
class Company {
 public:
  explicit Company(const Graph& graph) : graph_(graph), known_(graph.steps.size()) {}

  const StaffSet& of(std::size_t place) {
    auto& known = known_[place];
    if (known) return *known;
    const auto& own = graph_.staff[place];
    known = own.size() == 1 && graph_.steps[place].outcome_value == 0 ? inherited(place, own.front()) : own;
    return *known;
  }

 private:
  [[nodiscard]] StaffSet inherited(std::size_t place, Id<Staff> who) {
    StaffSet most{who};
    for (const auto earlier : graph_.parents[place]) {
      const auto& theirs = of(earlier);
      if (!std::ranges::binary_search(theirs, who)) continue;
      const bool is_more = theirs.size() > most.size() || (theirs.size() == most.size() && theirs < most);
      if (is_more) most = theirs;
    }
    return most;
  }

  const Graph& graph_;
  std::vector<std::optional<StaffSet>> known_;
};

std::vector<StaffSet> companies_of(const Graph& graph) {
  Company company(graph);
  std::vector<StaffSet> companies;
  for (std::size_t place = 0; place < graph.steps.size(); ++place) companies.push_back(company.of(place));
  return companies;
}

/// In place of steps whose staff have all been met already (or that have none) stands what they came out of.
Places look_through(const Graph& graph, Places from, const StaffSet& seen) {
  Places reached;
  std::vector<bool> is_met(graph.steps.size(), false);
  while (!from.empty()) {
    const auto place = from.back();
    from.pop_back();
    if (is_met[place]) continue;
    is_met[place] = true;
    if (std::ranges::includes(seen, graph.staff[place]))
      std::ranges::copy(graph.parents[place], std::back_inserter(from));
    else
      reached.push_back(place);
  }
  return as_set(std::move(reached));
}

/// The records that one set of people made: they take one share and count as one step.
struct Group {
  StaffSet staff = {};  ///< those whom the walk has not met before
  Places records = {};
};

/// One group for each distinct set of staff. A set within another counts with that one.
std::vector<Group> groups_of(const Graph& graph, const Places& records, const StaffSet& seen) {
  std::map<StaffSet, Places> by_staff;
  for (const auto place : records) by_staff[without(graph.staff[place], seen)].push_back(place);
  std::vector<Group> groups;
  for (const auto& set : by_staff) {
    const auto holds = [&](const auto& other) {
      return other.first.size() > set.first.size() && std::ranges::includes(other.first, set.first);
    };
    if (std::ranges::none_of(by_staff, holds)) groups.push_back({set.first, {}});
  }
  for (const auto& [staff, own] : by_staff)
    for (auto& group : groups)
      if (std::ranges::includes(group.staff, staff)) group.records = together(group.records, own);
  return groups;
}

Places parents_of(const Graph& graph, const Places& records) {
  Places parents;
  for (const auto place : records) parents = together(parents, graph.parents[place]);
  return parents;
}

/// The record by which a group's step is named for one of its people: one in which they were.
Id<Interaction> step_of(const Graph& graph, const Group& group, Id<Staff> who) {
  const auto counts_with = [&](std::size_t place) {
    return std::ranges::binary_search(graph.staff[place], who);
  };
  auto place = *std::ranges::find_if(group.records, counts_with);
  while (std::ranges::count(graph.steps[place].staff, who) == 0)
    place = *std::ranges::find_if(graph.parents[place], counts_with);
  return graph.steps[place].id;
}

using Ledger = std::map<std::tuple<Id<Staff>, Id<Interaction>, Id<Interaction>>, double>;

/// One outcome on its way back.
struct Walk {
  const Graph& graph;
  Id<Interaction> outcome;
  Ledger& ledger;
};

/// Colleagues who did a step together share what it keeps equally.
void keep(const Walk& walk, const Group& group, double amount) {
  const auto each = amount / static_cast<double>(group.staff.size());
  for (const auto who : group.staff)
    walk.ledger[{who, step_of(walk.graph, group, who), walk.outcome}] += each;
}

/// The groups share equally, however many records each has; each keeps half, or all where nothing lies before
/// it. Returns false where there is nobody to take it.
bool pass_up(const Walk& walk, double amount, const Places& from, const StaffSet& seen) {
  const auto groups = groups_of(walk.graph, look_through(walk.graph, from, seen), seen);
  if (groups.empty()) return false;
  const auto share = amount / static_cast<double>(groups.size());
  for (const auto& group : groups) {
    const bool is_passed =
        share >= least_passed && pass_up(walk, share * (1 - part_kept), parents_of(walk.graph, group.records),
                                         together(seen, group.staff));
    keep(walk, group, is_passed ? share * part_kept : share);
  }
  return true;
}

CreditShare& share_of(std::vector<CreditShare>& shares, Id<Staff> staff) {
  const auto found = std::ranges::find(shares, staff, &CreditShare::staff);
  if (found != shares.end()) return *found;
  return shares.emplace_back(CreditShare{.staff = staff});
}

std::vector<CreditShare> shares_in_order(const std::vector<CreditStep>& steps) {
  auto sorted = steps;
  std::ranges::sort(sorted, {}, [](const CreditStep& step) { return std::pair(step.happened_on, step.id); });
  std::vector<CreditShare> shares;
  for (const auto& step : sorted)
    for (const auto who : step.staff) share_of(shares, who);
  return shares;
}

}  // namespace

double minted(int outcome_value, int number) {
  return static_cast<double>(outcome_value) / number;
}

std::vector<CreditOutcome> outcomes_of(const CreditChain& chain) {
  std::vector<CreditOutcome> outcomes;
  Counts counts;
  for (const auto& deed : deeds_of(chain)) {
    const auto number = number_of(deed, chain.years, counts);
    if (deed.records.empty()) continue;
    outcomes.push_back({deed.records, number, minted(deed.first->outcome_value, number)});
  }
  return outcomes;
}

std::vector<CreditPart> credit_parts(const CreditChain& chain) {
  auto graph = graph_of(chain.steps);
  graph.staff = companies_of(graph);
  Ledger ledger;
  for (const auto& outcome : outcomes_of(chain)) {
    Places records;
    for (const auto id : outcome.records) records.push_back(graph.place_of.at(id));
    pass_up({graph, outcome.records.front(), ledger}, outcome.value, as_set(std::move(records)), {});
  }
  std::vector<CreditPart> parts;
  for (const auto& [key, amount] : ledger)
    parts.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), amount});
  return parts;
}

std::vector<CreditShare> credit_of(const CreditChain& chain) {
  auto shares = shares_in_order(chain.steps);
  for (const auto& part : credit_parts(chain)) {
    auto& share = share_of(shares, part.staff);
    share.amount += part.amount;
    share.parts.push_back(part);
  }
  return shares;
}

}  // namespace rapport
