// The front door of thanks.
#include "bumps/thanks.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "bumps/bump_store.hpp"
#include "bumps/thanks_store.hpp"
#include "interactions/interactions.hpp"

namespace rapport::bumps {
namespace {

constexpr int unseen_max = 20;

Refusal nothing_to_thank_for() {
  return not_found("That link is not here any more.");
}

std::vector<Id<Staff>> colleagues_of(const Interaction& earlier, const Interaction& later, Id<Staff> viewer) {
  auto colleagues = earlier.staff;
  for (const auto who : later.staff)
    if (std::ranges::count(colleagues, who) == 0) colleagues.push_back(who);
  std::erase(colleagues, viewer);
  return colleagues;
}

}  // namespace

Result<Thankable> thankable(Scope& scope, Id<Bump> id) {
  const auto bump =
      scope.read([&](db::Reader& reader) { return bump_store::find(reader, scope.institution, id); });
  if (!bump || bump->state != BumpState::accepted) return nothing_to_thank_for();
  auto earlier = interactions::get(scope, bump->from);
  auto later = interactions::get(scope, bump->to);
  if (!earlier || !later || earlier->is_withdrawn || later->is_withdrawn) return nothing_to_thank_for();
  auto colleagues = colleagues_of(*earlier, *later, scope.viewer.staff);
  return Thankable{*bump, std::move(*earlier), std::move(*later), std::move(colleagues)};
}

Result<Done> thank(Scope& scope, const ThanksDraft& draft) {
  if (scope.viewer.is(Role::director)) return forbidden("Directors read and do not write here.");
  auto whole = draft;
  whole.words = tidy(draft.words);
  if (character_count(whole.words) > thanks_characters_max)
    return invalid("words", "Thanks are at most 500 characters long.");
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    const auto found = thankable(scope, draft.bump);
    if (!found) return found.refusal();
    if (std::ranges::count(found->colleagues, draft.to) == 0) return nothing_to_thank_for();
    thanks_store::insert(writer, scope, whole);
    return Done{};
  });
}

std::vector<Thanks> unseen(Scope& scope) {
  return scope.read([&](db::Reader& reader) { return thanks_store::unseen(reader, scope, unseen_max); });
}

void mark_seen(Scope& scope, Id<ThanksRow> up_to) {
  scope.write([&](db::Writer& writer) { thanks_store::mark_seen(writer, scope, up_to); });
}

}  // namespace rapport::bumps
