// Through the front door of relationships, some thousand moves a transaction.
#include "fill_levels.hpp"

#include <algorithm>

#include "fill_forerunners.hpp"
#include "relationships/relationships.hpp"

namespace rapport::demo {
namespace {

constexpr std::size_t moves_at_once = 5'000;

relationships::PastMove past_of(const World& world, const CastMove& made,
                                const std::vector<Id<Interaction>>& conversations) {
  relationships::PastMove past{.area = service_area_of(made.area).value(),
                               .level = made.level,
                               .is_slipping = made.is_slipping,
                               .reason = std::string(made.reason),
                               .happened_on = made.on,
                               .recorded_by = world.id_of(made.by)};
  if (made.conversation) past.evidence.push_back(conversations[*made.conversation]);
  return past;
}

/// Those of a relationship one after another.
std::vector<relationships::PastMove> all_past(const World& world, const std::vector<CastMove>& moves,
                                              const std::vector<Id<Interaction>>& conversations) {
  std::vector<relationships::PastMove> with_people, with_units;
  for (const auto& made : moves) {
    auto past = past_of(world, made, conversations);
    if (const auto* person = std::get_if<Id<CastPerson>>(&made.with)) {
      past.with = world.id_of(*person);
      with_people.push_back(std::move(past));
      continue;
    }
    // A department that was several then was moved with each of them.
    for (const auto& part : all_parts(world, std::get<Id<CastUnit>>(made.with), {made.on, made.on})) {
      past.with = part.unit;
      with_units.push_back(past);
    }
  }
  std::ranges::stable_sort(with_units, {}, [](const auto& past) { return std::get<Id<OrgUnit>>(past.with); });
  std::ranges::move(with_units, std::back_inserter(with_people));
  return with_people;
}

}  // namespace

void LevelWriter::add(const CastConversation& made, Id<Interaction> id) {
  ids_.push_back(id);
  levels_.see(made);
}

std::int64_t LevelWriter::write(const Directory& directory) {
  const auto past = all_past(world_, levels_.finish(), ids_);
  Scope scope(world_.database, world_.institution, world_.viewer(world_.administrator()), world_.zone,
              world_.now);
  const std::span<const relationships::PastMove> all(past);
  for (std::size_t from = 0; from < all.size(); from += moves_at_once)
    must(relationships::record_past(scope, directory,
                                    all.subspan(from, std::min(moves_at_once, all.size() - from))));
  return static_cast<std::int64_t>(past.size());
}

}  // namespace rapport::demo
