// The front door of chains.
#include "bumps/chains.hpp"

#include <algorithm>
#include <unordered_set>

#include "bumps/bump_store.hpp"
#include "bumps/chain_store.hpp"
#include "interactions/interactions.hpp"

namespace rapport::chains {
namespace {

constexpr int lately_days = 120;
constexpr int looked_through_max = 60;
constexpr std::size_t listed_max = 10;
constexpr int news_days = 7;
constexpr int news_links = 8;
constexpr std::size_t news_steps = 3;

bool is_still_to_come(const ChainStep& step, const Scope& scope) {
  return !has_happened({.happened_on = step.happened_on, .happened_at_time = step.happened_at_time},
                       scope.today, scope.zone.local_time(scope.now));
}

std::vector<Interaction> elsewhere_of(Scope& scope, const Chain& chain, std::size_t step) {
  std::vector<Interaction> found;
  for (const auto& [place, id] : chain.elsewhere) {
    if (place != step) continue;
    if (auto interaction = interactions::get(scope, id); interaction && !interaction->is_withdrawn)
      found.push_back(std::move(*interaction));
  }
  return found;
}

Id<Interaction> open_step_of(const Chain& chain) {
  const auto found = std::ranges::find_if(chain.steps, &ChainStep::is_open);
  return found == chain.steps.end() ? Id<Interaction>{} : found->id;
}

Chain read(db::Reader& reader, const Scope& scope, Id<Interaction> id, std::size_t steps_max) {
  auto rows = chain_store::around(reader, scope, id, steps_max + 1);
  for (auto& step : rows.steps) step.is_ahead = is_still_to_come(step, scope);
  return chain_of(std::move(rows.steps), rows.edges, id, steps_max);
}

/// The chains of these conversations, each once, but for those whose first conversation is in `listed`.
std::vector<ChainLine> lines_of(db::Reader& reader, const Scope& scope,
                                const std::vector<Id<Interaction>>& ids,
                                std::unordered_set<Id<Interaction>>& listed, std::size_t limit = listed_max) {
  std::vector<ChainLine> lines;
  // Two look-ups each that grow with the chain: of 60 conversations at most, and ten chains.
  for (const auto id : ids) {
    if (lines.size() == limit) break;
    const auto first = chain_store::first_of(reader, scope.institution, id);
    if (!listed.insert(first).second) continue;
    auto chain = read(reader, scope, first, recent_steps_max);
    const auto address = open_step_of(chain);
    if (address != Id<Interaction>{}) lines.push_back({std::move(chain), address});
  }
  return lines;
}

}  // namespace

Result<Chain> get(Scope& scope, Id<Interaction> id, std::size_t steps_max) {
  return scope.read([&](db::Reader& reader) -> Result<Chain> {
    auto chain = read(reader, scope, id, steps_max);
    const bool is_there = chain.focus < chain.steps.size();
    if (!is_there || chain.steps[chain.focus].sight == Sight::not_yours)
      return not_found("That chain is not here.");
    return chain;
  });
}

std::vector<ChainNote> notes(Scope& scope, const Chain& chain, std::size_t from, std::size_t until) {
  return scope.read([&](db::Reader& reader) {
    std::vector<ChainNote> notes;
    // By key, a page's worth of steps: a list of ids as one parameter would be planned worse on both engines.
    for (auto i = from; i < std::min(until, chain.steps.size()); ++i) {
      const auto& step = chain.steps[i];
      ChainNote note;
      if (step.is_open()) {
        note = {.note = chain_store::note_of(reader, scope.institution, step.id),
                .origins = bump_store::origins_of(reader, scope.institution, step.id),
                .elsewhere = elsewhere_of(scope, chain, i)};
      }
      notes.push_back(std::move(note));
    }
    return notes;
  });
}

RecentChains recent(Scope& scope, Date since) {
  return scope.read([&](db::Reader& reader) {
    const chain_store::Days lately{scope.today.plus_days(-lately_days), scope.today};
    const chain_store::Days term{since, scope.today};
    std::unordered_set<Id<Interaction>> listed;
    RecentChains found;
    found.mine = lines_of(reader, scope,
                          chain_store::bumped_of_viewer(reader, scope, lately, looked_through_max), listed);
    found.librarys = lines_of(
        reader, scope, chain_store::bumped(reader, scope.institution, term, looked_through_max), listed);
    return found;
  });
}

std::vector<ChainLine> of_units(Scope& scope, std::span<const Id<OrgUnit>> units, Date since,
                                std::size_t limit) {
  return scope.read([&](db::Reader& reader) {
    std::unordered_set<Id<Interaction>> listed;
    std::vector<ChainLine> lines;
    // One index walk a unit: a department has a handful below it.
    for (const auto unit : units) {
      const auto ids = chain_store::bumped_of_unit(reader, scope.institution, unit, {since, scope.today},
                                                   looked_through_max);
      std::ranges::move(lines_of(reader, scope, ids, listed, limit - lines.size()),
                        std::back_inserter(lines));
      if (lines.size() >= limit) break;
    }
    return lines;
  });
}

std::optional<ChainLine> news(Scope& scope) {
  return scope.read([&](db::Reader& reader) -> std::optional<ChainLine> {
    std::unordered_set<Id<Interaction>> listed;
    auto lines = lines_of(reader, scope,
                          chain_store::bumped(reader, scope.institution,
                                              {scope.today.plus_days(-news_days), scope.today}, news_links),
                          listed);
    const auto longest =
        std::ranges::max_element(lines, {}, [](const ChainLine& line) { return line.chain.steps.size(); });
    if (longest == lines.end() || longest->chain.steps.size() < news_steps) return std::nullopt;
    return std::move(*longest);
  });
}

}  // namespace rapport::chains
