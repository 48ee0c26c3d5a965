// Many links at once: the same steps as for one, in one transaction with one audit row.
#include <algorithm>

#include "audit/audit.hpp"
#include "bumps/bump_figures.hpp"
#include "bumps/bump_order.hpp"
#include "bumps/bump_store.hpp"
#include "bumps/bumps.hpp"
#include "bumps/grown.hpp"
#include "interactions/interaction_bumps.hpp"
#include "people/person_contact.hpp"

namespace rapport::bumps {
namespace {

constexpr TimeOfDay end_of_work{17 * 60};

Result<Sides> sides_of(const Scope& scope, db::Reader& reader, const BumpDraft& draft) {
  auto earlier = interactions::find_unseen(reader, scope.institution, draft.from);
  auto later = interactions::find_unseen(reader, scope.institution, draft.to);
  if (!earlier || !later) return not_found("One of the two conversations is not here.");
  if (earlier->is_withdrawn || later->is_withdrawn)
    return invalid("from", "A conversation that was withdrawn cannot be linked. Bring it back first.");
  return Sides{std::move(*earlier), std::move(*later)};
}

Id<Staff> who_agreed(const Directory& directory, const Sides& sides, Id<Staff> proposer) {
  if (!needs_acceptance(sides.earlier, sides.later, proposer, directory.staff)) return proposer;
  return who_may_agree(sides.later, proposer, directory.staff).front();
}

Bump bump_of(const Scope& scope, const Directory& directory, const PastBump& past, const Sides& sides) {
  const auto day = std::min(sides.later.happened_on, scope.today);
  const auto at = day < scope.today ? scope.zone.instant_of(day, end_of_work) : scope.now;
  return {.from = past.draft.from,
          .to = past.draft.to,
          .state = BumpState::accepted,
          .source = past.draft.source,
          .proposed_by = past.proposed_by,
          .proposed_at = at,
          .settled_by = who_agreed(directory, sides, past.proposed_by),
          .settled_at = at};
}

/// The link; `sides` are those of it.
Result<Bump> link_one(Scope& scope, db::Writer& writer, const Directory& directory, const PastBump& past,
                      const Sides& sides) {
  const auto there = bump_store::find_between(writer, scope.institution, past.draft.from, past.draft.to);
  if (there && (there->state == BumpState::accepted || there->state == BumpState::proposed)) return *there;
  if (auto in_order = is_in_order(scope, writer, directory, sides); !in_order)
    return std::move(in_order).refusal();
  auto bump = bump_of(scope, directory, past, sides);
  bump.id = bump_store::put(writer, scope.institution, bump, sides.later.happened_on);
  keep_figures(writer, scope.institution, directory, bump, sides.earlier, sides.later);
  return bump;
}

void recount(const Scope& scope, db::Writer& writer, std::vector<Interaction> earlier) {
  std::ranges::sort(earlier, {}, &Interaction::id);
  const auto twice = std::ranges::unique(earlier, {}, &Interaction::id);
  earlier.erase(twice.begin(), twice.end());
  for (const auto& one : earlier) {
    interactions::set_bump_count(writer, scope.institution, one.id,
                                 bump_store::count_from(writer, scope.institution, one.id));
    for (const auto person : one.people) people::touch(writer, scope.institution, person);
    note_grown(writer, scope.institution, one.people);
  }
  note_all_grown(writer, scope.institution);  // who is further above is not asked for each
}

}  // namespace

Result<std::vector<Bump>> link_many(Scope& scope, const Directory& directory,
                                    std::span<const PastBump> past) {
  if (!scope.viewer.is(Role::administrator))
    return forbidden("Administrators link many conversations at once. Ask one of them.");
  return scope.write([&](db::Writer& writer) -> Result<std::vector<Bump>> {
    std::vector<Bump> bumps;
    std::vector<Interaction> earlier;
    for (const auto& one : past) {
      auto sides = sides_of(scope, writer, one.draft);
      if (!sides) return std::move(sides).refusal();
      auto bump = link_one(scope, writer, directory, one, *sides);
      if (!bump) return std::move(bump).refusal();
      bumps.push_back(*bump);
      earlier.push_back(std::move(sides->earlier));
    }
    recount(scope, writer, std::move(earlier));
    audit::record_change(scope, writer,
                         {.action = "linked many",
                          .subject = "bump",
                          .subject_id = std::nullopt,
                          .details = "{\"count\":" + std::to_string(bumps.size()) + "}"});
    return bumps;
  });
}

}  // namespace rapport::bumps
