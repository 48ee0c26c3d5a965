// Accepted links in batches; what is asked or declined, and origins, one by one as colleagues would.
#include "fill_bumps.hpp"

#include <algorithm>

#include "bumps/bumps.hpp"

namespace rapport::demo {
namespace {

constexpr TimeOfDay end_of_day{16 * 60 + 45};

/// A colleague at the end of a day, or now.
Scope scope_of(World& world, Id<CastStaff> member, Date date) {
  const auto then = date < world.cast.today ? world.zone.instant_of(date, end_of_day) : world.now;
  return Scope(world.database, world.institution, world.viewer(member), world.zone, then);
}

}  // namespace

void BumpWriter::add(const CastConversation& made, Id<Interaction> id) {
  ids_.push_back(id);
  if (!made.key.empty()) named_[made.key] = id;
  days_.push_back(std::min(made.happened_on, world_.cast.today));
  auto found = chains_.see(made);
  std::ranges::move(found.bumps, std::back_inserter(waiting_.bumps));
  std::ranges::move(found.origins, std::back_inserter(waiting_.origins));
}

void BumpWriter::write(const Directory& directory) {
  link(directory);
  for (const auto& bump : waiting_.bumps)
    if (bump.fate != Fate::accepted) ask(directory, bump);
  for (const auto& origin : waiting_.origins) name(directory, origin);
  waiting_ = {};
}

void BumpWriter::link(const Directory& directory) {
  std::vector<bumps::PastBump> past;
  for (const auto& bump : waiting_.bumps)
    if (bump.fate == Fate::accepted)
      past.push_back({.draft = {.from = ids_[bump.from], .to = ids_[bump.to], .source = BumpSource::demo},
                      .proposed_by = world_.id_of(bump.proposed_by)});
  if (past.empty()) return;
  auto scope = scope_of(world_, world_.administrator(), world_.cast.today);
  must(bumps::link_many(scope, directory, past));
  written_.accepted += static_cast<std::int64_t>(past.size());
}

void BumpWriter::ask(const Directory& directory, const CastBump& bump) {
  const auto day = days_[bump.to];
  auto asking = scope_of(world_, bump.proposed_by, day);
  const auto made = must(bumps::propose(
      asking, directory, {.from = ids_[bump.from], .to = ids_[bump.to], .source = BumpSource::demo}));
  ++written_.asked;
  if (bump.fate != Fate::declined) return;
  auto answering = scope_of(world_, bump.settled_by, day.plus_days(1));
  must(bumps::decline(answering, directory, made.id));
}

void BumpWriter::name(const Directory& directory, const CastOrigin& origin) {
  auto scope = scope_of(world_, origin.recorded_by, origin.recorded_on);
  OriginDraft draft{.to = ids_[origin.to],
                    .kind = origin_kind_of(origin.kind).value(),
                    .person = std::nullopt,
                    .words = origin.words};
  if (origin.person) draft.person = world_.id_of(*origin.person);
  must(bumps::add_origin(scope, directory, draft));
  ++written_.origins;
}

}  // namespace rapport::demo
