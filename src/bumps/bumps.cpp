// The front door of bumps.
#include "bumps/bumps.hpp"

#include <algorithm>

#include "audit/audit.hpp"
#include "base/text.hpp"
#include "bumps/bump_order.hpp"
#include "bumps/bump_store.hpp"
#include "interactions/interaction_bumps.hpp"
#include "interactions/interactions.hpp"
#include "people/person_contact.hpp"

namespace rapport::bumps {
namespace {

constexpr int asked_max = 20;
constexpr int answered_max = 3;
constexpr std::chrono::minutes undo_span{10};

Refusal no_bump_there() {
  return not_found("That link is not here any more.");
}

Result<Done> may_write(const Scope& scope) {
  if (scope.viewer.is(Role::director))
    return forbidden("Directors read and do not log. Ask an administrator to change your role.");
  return Done{};
}

Result<Sides> readable_sides(Scope& scope, const BumpDraft& draft) {
  auto earlier = interactions::get(scope, draft.from);
  if (!earlier) return std::move(earlier).refusal();
  auto later = interactions::get(scope, draft.to);
  if (!later) return std::move(later).refusal();
  if (earlier->is_withdrawn || later->is_withdrawn)
    return invalid("from", "A conversation that was withdrawn cannot be linked. Bring it back first.");
  return Sides{std::move(*earlier), std::move(*later)};
}

/// What pages show at once after a link has changed; everything else that is kept beside links follows it.
void note_change(Scope& scope, db::Writer& writer, const Bump& bump, const Sides& sides,
                 std::string_view action) {
  interactions::set_bump_count(writer, scope.institution, bump.from,
                               bump_store::count_from(writer, scope.institution, bump.from));
  for (const auto person : sides.earlier.people) people::touch(writer, scope.institution, person);
  bump_store::insert_change(writer, scope.institution, bump.id);
  audit::record_change(scope, writer, {.action = action, .subject = "bump", .subject_id = bump.id.value});
}

Sides sides_of(Scope& scope, db::Reader& reader, const Bump& bump) {
  // Both are there: nothing that is linked is ever deleted.
  return {interactions::find_unseen(reader, scope.institution, bump.from).value(),
          interactions::find_unseen(reader, scope.institution, bump.to).value()};
}

bool is_leading(const Scope& scope) {
  return scope.viewer.is(Role::leader) || scope.viewer.is(Role::administrator);
}

bool viewer_may_remove(const Scope& scope, const Bump& bump, const Sides& sides) {
  const auto me = scope.viewer.staff;
  return is_leading(scope) || bump.proposed_by == me || std::ranges::count(sides.earlier.staff, me) > 0 ||
         std::ranges::count(sides.later.staff, me) > 0;
}

std::string settled_words(const Directory& directory, const Bump& bump) {
  const auto who = bump.settled_by ? std::string(directory.staff.full_name(*bump.settled_by)) : "A colleague";
  switch (bump.state) {
    case BumpState::accepted:
      return who + " has agreed to this link already.";
    case BumpState::declined:
      return who + " has said already that these two do not belong together.";
    case BumpState::removed:
    case BumpState::proposed:
      break;
  }
  return who + " has taken this link away.";
}

void change_state(Scope& scope, db::Writer& writer, Bump& bump, const Sides& sides, BumpState state) {
  bump.state = state;
  bump.settled_by = scope.viewer.staff;
  bump.settled_at = scope.now;
  bump_store::settle(writer, scope.institution, bump.id, state, scope.viewer.staff, scope.now);
  note_change(scope, writer, bump, sides, code(state));
}

Result<Bump> settle(Scope& scope, const Directory& directory, Id<Bump> id, BumpState state) {
  if (auto allowed = may_write(scope); !allowed) return std::move(allowed).refusal();
  return scope.write([&](db::Writer& writer) -> Result<Bump> {
    auto bump = bump_store::find(writer, scope.institution, id);
    if (!bump || !interactions::get(scope, bump->to)) return no_bump_there();
    if (bump->state == state) return *bump;
    const auto sides = sides_of(scope, writer, *bump);
    if (!may_answer(scope, directory, *bump, sides.later))
      return forbidden(
          "Only somebody who was in the later conversation, and did not propose the link, agrees.");
    if (bump->state != BumpState::proposed) return conflict(settled_words(directory, *bump));
    change_state(scope, writer, *bump, sides, state);
    return *bump;
  });
}

/// With both of their conversations, where the viewer may read the later one and neither was withdrawn.
std::vector<Asked> with_sides(Scope& scope, db::Reader& reader, const std::vector<Bump>& bumps) {
  std::vector<Asked> questions;
  // Twenty at the most.
  for (const auto& bump : bumps) {
    auto later = interactions::get(scope, bump.to);
    const auto sides = sides_of(scope, reader, bump);
    if (!later || sides.earlier.is_withdrawn || sides.later.is_withdrawn) continue;
    auto earlier = interactions::get(scope, bump.from);
    questions.push_back(
        {bump, earlier ? std::optional(std::move(*earlier)) : std::nullopt, std::move(*later)});
  }
  return questions;
}

std::vector<Linked> with_ends(Scope& scope, const std::vector<Bump>& bumps, Id<Interaction> Bump::*end) {
  std::vector<Linked> linked;
  // One look-up by key each: a conversation has a handful of links, and a page shows a thousand at most.
  for (const auto& bump : bumps) {
    auto found = interactions::get(scope, bump.*end);
    linked.push_back({bump, found ? std::optional(std::move(*found)) : std::nullopt});
  }
  return linked;
}

}  // namespace

bool may_answer(const Scope& scope, const Directory& directory, const Bump& bump, const Interaction& later) {
  const auto me = scope.viewer.staff;
  const auto may = who_may_agree(later, bump.proposed_by, directory.staff);
  if (may.empty()) return me == bump.proposed_by || is_leading(scope);
  return std::ranges::count(may, me) > 0;
}

Result<Bump> propose(Scope& scope, const Directory& directory, const BumpDraft& draft) {
  if (auto allowed = may_write(scope); !allowed) return std::move(allowed).refusal();
  return scope.write([&](db::Writer& writer) -> Result<Bump> {
    const auto sides = readable_sides(scope, draft);
    if (!sides) return sides.refusal();
    const auto there = bump_store::find_between(writer, scope.institution, draft.from, draft.to);
    if (there && (there->state == BumpState::accepted || there->state == BumpState::proposed)) return *there;
    if (auto in_order = is_in_order(scope, writer, directory, *sides); !in_order)
      return std::move(in_order).refusal();
    Bump bump{.from = draft.from,
              .to = draft.to,
              .source = draft.source,
              .proposed_by = scope.viewer.staff,
              .proposed_at = scope.now};
    if (!needs_acceptance(sides->earlier, sides->later, scope.viewer.staff, directory.staff)) {
      bump.state = BumpState::accepted;
      bump.settled_by = scope.viewer.staff;
      bump.settled_at = scope.now;
    }
    bump.id = bump_store::put(writer, scope.institution, bump, sides->later.happened_on);
    note_change(scope, writer, bump, *sides, bump.state == BumpState::accepted ? "linked" : "proposed");
    return bump;
  });
}

Result<Bump> accept(Scope& scope, const Directory& directory, Id<Bump> id) {
  return settle(scope, directory, id, BumpState::accepted);
}

Result<Bump> decline(Scope& scope, const Directory& directory, Id<Bump> id) {
  return settle(scope, directory, id, BumpState::declined);
}

Result<Bump> reopen(Scope& scope, Id<Bump> id) {
  if (auto allowed = may_write(scope); !allowed) return std::move(allowed).refusal();
  return scope.write([&](db::Writer& writer) -> Result<Bump> {
    auto bump = bump_store::find(writer, scope.institution, id);
    const bool is_mine =
        bump && bump->settled_by == scope.viewer.staff && bump->proposed_by != scope.viewer.staff;
    if (!is_mine) return no_bump_there();
    if (bump->state != BumpState::accepted && bump->state != BumpState::declined) return no_bump_there();
    if (scope.now > bump->settled_at->plus(undo_span))
      return conflict("Undo is there for ten minutes. You can still take the link away, or make it again.");
    bump->state = BumpState::proposed;
    bump->settled_by.reset();
    bump->settled_at.reset();
    bump_store::unsettle(writer, scope.institution, id);
    note_change(scope, writer, *bump, sides_of(scope, writer, *bump), "reopened");
    return *bump;
  });
}

Result<Bump> remove(Scope& scope, Id<Bump> id) {
  if (auto allowed = may_write(scope); !allowed) return std::move(allowed).refusal();
  return scope.write([&](db::Writer& writer) -> Result<Bump> {
    auto bump = bump_store::find(writer, scope.institution, id);
    if (!bump || (!interactions::get(scope, bump->to) && !interactions::get(scope, bump->from)))
      return no_bump_there();
    const auto sides = sides_of(scope, writer, *bump);
    if (!viewer_may_remove(scope, *bump, sides))
      return forbidden("Only the colleagues on either side and team leaders take a link away.");
    if (bump->state == BumpState::removed || bump->state == BumpState::declined) return *bump;
    change_state(scope, writer, *bump, sides, BumpState::removed);
    return *bump;
  });
}

Result<Id<Origin>> add_origin(Scope& scope, const Directory& directory, const OriginDraft& draft) {
  if (auto allowed = may_write(scope); !allowed) return std::move(allowed).refusal();
  auto whole = draft;
  whole.words = tidy_line(draft.words);
  if (whole.words.empty() && !whole.person) return invalid("words", "Say in a few words where it began.");
  if (character_count(whole.words) > origin_characters_max)
    return invalid("words", "Where it began is at most 300 characters long.");
  if (whole.person && directory.people.find(*whole.person) == nullptr)
    return invalid("person", "That person is not here any more. Choose again.");
  return scope.write([&](db::Writer& writer) -> Result<Id<Origin>> {
    if (const auto found = interactions::get(scope, draft.to); !found) return found.refusal();
    const auto id = bump_store::insert(writer, scope.institution, whole, scope.viewer.staff, scope.now);
    audit::record_change(scope, writer,
                         {.action = "named", .subject = "bump_origin", .subject_id = id.value});
    return id;
  });
}

Result<Id<Interaction>> remove_origin(Scope& scope, Id<Origin> id) {
  if (auto allowed = may_write(scope); !allowed) return std::move(allowed).refusal();
  return scope.write([&](db::Writer& writer) -> Result<Id<Interaction>> {
    const auto origin = bump_store::find(writer, scope.institution, id);
    const auto later = origin ? interactions::get(scope, origin->to) : Result<Interaction>(no_bump_there());
    if (!later) return no_bump_there();
    const auto me = scope.viewer.staff;
    if (!is_leading(scope) && origin->recorded_by != me && std::ranges::count(later->staff, me) == 0)
      return forbidden("Only the colleagues in the conversation and team leaders change where it began.");
    bump_store::erase(writer, scope.institution, id);
    audit::record_change(scope, writer,
                         {.action = "removed", .subject = "bump_origin", .subject_id = id.value});
    return origin->to;
  });
}

Links links_of(Scope& scope, Id<Interaction> id) {
  return scope.read([&](db::Reader& reader) {
    const auto in = scope.institution;
    return Links{.earlier = with_ends(scope, bump_store::leading_to(reader, in, id), &Bump::from),
                 .later = with_ends(scope, bump_store::leading_from(reader, in, id), &Bump::to),
                 .origins = bump_store::origins_of(reader, in, id)};
  });
}

std::vector<Asked> asked(Scope& scope) {
  if (!may_write(scope)) return {};
  return scope.read([&](db::Reader& reader) {
    auto bumps = bump_store::waiting_for(reader, scope, asked_max);
    std::ranges::copy(bump_store::left_to_proposer(reader, scope, asked_max), std::back_inserter(bumps));
    std::ranges::sort(bumps, {}, &Bump::id);
    if (bumps.size() > asked_max) bumps.resize(asked_max);
    return with_sides(scope, reader, bumps);
  });
}

std::vector<Asked> answered_lately(Scope& scope) {
  return scope.read([&](db::Reader& reader) {
    return with_sides(scope, reader,
                      bump_store::settled_since(reader, scope, scope.now.plus(-undo_span), answered_max));
  });
}

}  // namespace rapport::bumps
