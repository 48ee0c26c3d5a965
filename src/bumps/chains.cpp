// The front door of chains.
#include "bumps/chains.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <unordered_set>

#include "bumps/bump_store.hpp"
#include "bumps/chain_store.hpp"
#include "bumps/story_store.hpp"
#include "interactions/interactions.hpp"

namespace rapport::chains {
namespace {

constexpr int lately_days = 120;
constexpr int looked_through_max = 60;
constexpr std::size_t listed_max = 10;
constexpr int beginnings_max = 50;
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

using Steps = std::unordered_set<Id<Interaction>>;

void add_steps(const Chain& chain, Steps& steps) {
  for (const auto& step : chain.steps) steps.insert(step.id);
}

/// A story lends its title to the chains that hold all of its steps.
std::string title_told(db::Reader& reader, const Scope& scope, const Chain& chain,
                       const std::vector<Id<Story>>& stories) {
  if (stories.empty()) return {};
  Steps steps;
  add_steps(chain, steps);
  // Few chains are told, and of those most once.
  for (const auto id : std::set<Id<Story>, std::greater<>>(stories.begin(), stories.end())) {
    auto story = story_store::find(reader, scope.institution, id);
    const bool is_all_here = story && std::ranges::all_of(story->told.path, [&](Id<Interaction> step) {
                               return steps.contains(step);
                             });
    if (is_all_here) return std::move(story->told.title);
  }
  return {};
}

Chain read(db::Reader& reader, const Scope& scope, Id<Interaction> id, std::size_t steps_max) {
  auto rows = chain_store::around(reader, scope, id, steps_max + 1);
  for (auto& step : rows.steps) step.is_ahead = is_still_to_come(step, scope);
  auto chain = chain_of(std::move(rows.steps), rows.edges, id, steps_max);
  chain.story_title = title_told(reader, scope, chain, rows.stories);
  return chain;
}

/// Marks all that hangs together with a chain: what its steps came out of elsewhere, what came of that, and
/// so on.
void add_whole(db::Reader& reader, const Scope& scope, const Chain& chain, Steps& listed) {
  add_steps(chain, listed);
  std::vector<Id<Interaction>> open;
  const auto look_at = [&](const Chain& part) {
    for (const auto& [step, from] : part.elsewhere) open.push_back(from);
  };
  look_at(chain);
  // One look-up for each further beginning; most chains have none.
  for (int looks = beginnings_max; looks > 0 && !open.empty();) {
    const auto id = open.back();
    open.pop_back();
    if (listed.contains(id)) continue;
    const auto part = read(reader, scope, id, recent_steps_max);
    add_steps(part, listed);
    look_at(part);
    --looks;
  }
}

/// The chains of these conversations but for those in `listed`. Chains that share a step, or hang together by
/// others, are one line: that of the conversation that stands first in `ids`.
std::vector<ChainLine> lines_of(db::Reader& reader, const Scope& scope,
                                const std::vector<Id<Interaction>>& ids, Steps& listed,
                                std::size_t limit = listed_max) {
  std::vector<ChainLine> lines;
  // A few look-ups each that grow with the chain: of 60 conversations at most, and ten chains.
  for (const auto id : ids) {
    if (lines.size() == limit) break;
    if (listed.contains(id)) continue;
    const auto first = chain_store::first_of(reader, scope.institution, id);
    auto chain = read(reader, scope, first, recent_steps_max);
    const bool is_listed =
        std::ranges::any_of(chain.steps, [&](const ChainStep& step) { return listed.contains(step.id); });
    listed.insert(id);  // it may lie beyond the steps that are read
    add_whole(reader, scope, chain, listed);
    if (is_listed) continue;
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
    Steps listed;
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
    Steps listed;
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
    Steps listed;
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
