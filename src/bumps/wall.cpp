// The front door of the office screen.
#include "bumps/wall.hpp"

#include <algorithm>
#include <array>

#include "audit/audit.hpp"
#include "base/random.hpp"
#include "base/text.hpp"
#include "bumps/wall_store.hpp"

namespace rapport::bumps {
namespace {

struct Lifetime {
  std::string_view code;
  int days;
};
constexpr std::array<Lifetime, 3> lifetimes{{{"30", 30}, {"90", 90}, {"365", 365}}};

bool may_make(const Scope& scope) {
  return scope.viewer.is(Role::leader) || scope.viewer.is(Role::administrator);
}

Refusal not_yours_to_make() {
  return forbidden("Team leaders and administrators make addresses for an office screen.");
}

Result<WallEntry> check(const Scope& scope, const WallDraft& draft) {
  WallEntry wall{.label = tidy_line(draft.label), .made_by = scope.viewer.staff, .made_at = scope.now};
  if (wall.label.empty())
    return invalid("label", "Say where the screen hangs, so that it can be found again.");
  if (character_count(wall.label) > wall_label_characters_max)
    return invalid("label", "Where the screen hangs is at most 80 characters long.");
  const auto* lifetime = std::ranges::find(lifetimes, draft.days, &Lifetime::code);
  if (lifetime == lifetimes.end()) return invalid("days", "Choose how long the address works.");
  wall.expires_at = scope.now.plus(std::chrono::hours(24 * lifetime->days));
  if (draft.is_for_team) wall.team = scope.viewer.team;
  return wall;
}

/// The hash is compared again without telling by its duration how much of it was right.
bool opens(const std::optional<wall_store::KeptWall>& kept, std::string_view hash) {
  return kept && equal_in_constant_time(kept->token_hash, hash) && kept->is_working;
}

/// Told in words that somebody typed: the numbers speak instead where these may be an academic's name.
void keep_academics_out(Scope& scope, const Directory& directory, Board& board) {
  if (board.story && may_name_an_academic(board.story->title, directory.people))
    board.story = grown_story(scope, directory, board.period);
}

}  // namespace

std::vector<WallEntry> walls(Scope& scope) {
  if (!may_make(scope)) return {};
  return scope.read(
      [&](db::Reader& reader) { return wall_store::working(reader, scope.institution, scope.now); });
}

Result<std::string> make_wall(Scope& scope, const WallDraft& draft) {
  if (!may_make(scope)) return not_yours_to_make();
  const auto wall = check(scope, draft);
  if (!wall) return wall.refusal();
  const auto token = random_token();
  scope.write([&](db::Writer& writer) {
    const auto id = wall_store::insert(writer, scope.institution, *wall, sha256_hex(token));
    audit::record_change(scope, writer, {.action = "made", .subject = "wall_link", .subject_id = id.value});
  });
  return token;
}

Result<Done> revoke_wall(Scope& scope, Id<WallLink> id) {
  if (!may_make(scope)) return not_yours_to_make();
  return scope.write([&](db::Writer& writer) -> Result<Done> {
    if (!wall_store::revoke(writer, scope.institution, id, scope.now))
      return not_found("That address does not work any more already.");
    audit::record_change(scope, writer,
                         {.action = "revoked", .subject = "wall_link", .subject_id = id.value});
    return Done{};
  });
}

std::optional<Board> read_wall(Scope& scope, const Directory& directory, std::string_view token) {
  const auto hash = sha256_hex(token);
  const auto kept = scope.read(
      [&](db::Reader& reader) { return wall_store::find(reader, scope.institution, hash, scope.now); });
  if (!opens(kept, hash)) return std::nullopt;
  auto board = read_board(scope, directory, {.span = BoardSpan::month, .team = kept->team});
  if (!board) return std::nullopt;
  keep_academics_out(scope, directory, *board);
  return std::move(*board);
}

}  // namespace rapport::bumps
