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
constexpr std::size_t offered_max = 5;

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

std::vector<Thankable> thankable_for(Scope& scope, Id<Interaction> later) {
  const auto links = scope.read(
      [&](db::Reader& reader) { return bump_store::leading_to(reader, scope.institution, later); });
  std::vector<Thankable> offers;
  // Both ends by key, until there are five.
  for (const auto& link : links) {
    if (offers.size() == offered_max) break;
    auto found = thankable(scope, link.id);
    if (!found || std::ranges::count(found->later.staff, scope.viewer.staff) == 0) continue;
    found->colleagues = colleagues_of(found->earlier, found->earlier, scope.viewer.staff);
    if (!found->colleagues.empty()) offers.push_back(std::move(*found));
  }
  return offers;
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
