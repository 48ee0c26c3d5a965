// Through the front door of relationships, some thousand moves a transaction.
#include "fill_levels.hpp"

#include <algorithm>

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
  if (const auto* person = std::get_if<Id<CastPerson>>(&made.with))
    past.with = world.id_of(*person);
  else
    past.with = world.id_of(std::get<Id<CastUnit>>(made.with));
  if (made.conversation) past.evidence.push_back(conversations[*made.conversation]);
  return past;
}

}  // namespace

void LevelWriter::add(const CastConversation& made, Id<Interaction> id) {
  ids_.push_back(id);
  levels_.see(made);
}

std::int64_t LevelWriter::write(const Directory& directory) {
  std::vector<relationships::PastMove> past;
  for (const auto& made : levels_.finish()) past.push_back(past_of(world_, made, ids_));
  Scope scope(world_.database, world_.institution, world_.viewer(world_.administrator()), world_.zone,
              world_.now);
  const std::span<const relationships::PastMove> all(past);
  for (std::size_t from = 0; from < all.size(); from += moves_at_once)
    must(relationships::record_past(scope, directory,
                                    all.subspan(from, std::min(moves_at_once, all.size() - from))));
  return static_cast<std::int64_t>(past.size());
}

}  // namespace rapport::demo
