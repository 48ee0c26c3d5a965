// Keeps what the board adds up.
#include "bumps/bump_figures.hpp"

#include <algorithm>
#include <set>

#include "bumps/bump_store.hpp"
#include "bumps/grown.hpp"
#include "interactions/contact_changes.hpp"
#include "interactions/interaction_bumps.hpp"
#include "people/person_contact.hpp"

namespace rapport::bumps {
namespace {

constexpr std::string_view follower = "bumps";
constexpr int changes_at_once = 200;
constexpr int links_at_once = 20;  // the one writer is held for some 2 ms

void erase_figures(db::Writer& writer, Id<Institution> institution, Id<Bump> bump) {
  writer.execute("delete from helps where institution_id = $1 and bump_id = $2", institution, bump);
  writer.execute("delete from bump_teams where institution_id = $1 and bump_id = $2", institution, bump);
}

void insert_help(db::Writer& writer, Id<Institution> institution, Id<Bump> bump, Date on, const Help& help) {
  writer.execute(
      "insert into helps (institution_id, happened_on, helper_id, colleague_id, bump_id, sharers) "
      "values ($1, $2, $3, $4, $5, $6)",
      institution, on, help.helper, help.colleague, bump, help.sharers);
}

std::vector<Id<Team>> teams_of(const Interaction& interaction, const StaffDirectory& staff) {
  std::vector<Id<Team>> teams;
  for (const auto id : interaction.staff) {
    const auto* member = staff.find(id);
    if (member != nullptr && member->team && std::ranges::count(teams, *member->team) == 0)
      teams.push_back(*member->team);
  }
  return teams;
}

bool counts(const Bump& bump, const Interaction& earlier, const Interaction& later) {
  return bump.state == BumpState::accepted && !earlier.is_withdrawn && !later.is_withdrawn;
}

/// The pages of everybody who was in these conversations or in what led to them have changed, and the chains
/// of the departments around them.
void touch_people_above(db::Writer& writer, Id<Institution> institution,
                        const std::set<Id<Interaction>>& conversations) {
  std::set<Id<Person>> above;
  interactions::ContactChanges changes;  // for those who count whom they reached
  // A walk each: they need not hang together.
  for (const auto id : conversations) {
    const auto people = bump_store::people_above(writer, institution, id);
    above.insert(people.begin(), people.end());
    for (const auto& [happened_on, unit] : bump_store::places_around(writer, institution, id))
      changes.note(happened_on, {}, std::span(&unit, 1));
  }
  const std::vector<Id<Person>> people(above.begin(), above.end());
  for (const auto person : people) people::touch(writer, institution, person);
  note_grown(writer, institution, people);
  changes.note(people);
  changes.write(writer, institution);
}

void follow(const Scope& scope, db::Writer& writer, const Directory& directory, const Bump& bump) {
  const auto earlier = interactions::find_unseen(writer, scope.institution, bump.from);
  const auto later = interactions::find_unseen(writer, scope.institution, bump.to);
  if (!earlier || !later) return;
  bump_store::set_day(writer, scope.institution, bump.to, later->happened_on);
  keep_figures(writer, scope.institution, directory, bump, *earlier, *later);
}

bool follow_links(Scope& scope, const Directory& directory) {
  const auto unseen = [&](db::Reader& reader) {
    return bump_store::changes(reader, scope.institution, links_at_once);
  };
  if (scope.read(unseen).empty()) return false;
  scope.write([&](db::Writer& writer) {
    const auto changes = unseen(writer);
    std::set<Id<Interaction>> earlier;
    // A walk and some rows each: the links need not hang together.
    for (const auto& change : changes) {
      const auto bump = bump_store::find(writer, scope.institution, change.bump);
      if (!bump) continue;
      follow(scope, writer, directory, *bump);
      earlier.insert(bump->from);
    }
    touch_people_above(writer, scope.institution, earlier);
    bump_store::erase_changes(writer, scope.institution, changes);
  });
  return true;
}

bool follow_conversations(Scope& scope, const Directory& directory) {
  const auto unseen = [&](db::Reader& reader) {
    return interactions::changes_for(reader, scope.institution, follower, changes_at_once);
  };
  if (scope.read(unseen).empty()) return false;
  scope.write([&](db::Writer& writer) {
    const auto changes = unseen(writer);
    std::set<Id<Interaction>> linked;
    for (const auto& change : changes) {
      auto bumps = bump_store::leading_to(writer, scope.institution, change.interaction);
      std::ranges::move(bump_store::leading_from(writer, scope.institution, change.interaction),
                        std::back_inserter(bumps));
      for (const auto& bump : bumps) follow(scope, writer, directory, bump);
      if (!bumps.empty()) linked.insert(change.interaction);
    }
    touch_people_above(writer, scope.institution, linked);
    if (!changes.empty()) interactions::mark_seen(writer, scope.institution, follower, changes.back().number);
  });
  return true;
}

}  // namespace

std::vector<Help> helps_of(const Interaction& earlier, const Interaction& later,
                           const Vocabulary& vocabulary) {
  const auto* kind = vocabulary.find(later.kind);
  if (kind == nullptr || kind->outcome_value <= 0) return {};
  std::vector<Help> helps;
  for (const auto helper : earlier.staff) {
    if (std::ranges::count(later.staff, helper) > 0) continue;
    for (const auto colleague : later.staff)
      helps.push_back({helper, colleague, static_cast<int>(later.staff.size())});
  }
  return helps;
}

void keep_figures(db::Writer& writer, Id<Institution> institution, const Directory& directory,
                  const Bump& bump, const Interaction& earlier, const Interaction& later) {
  erase_figures(writer, institution, bump.id);
  const bool is_counted = counts(bump, earlier, later);
  writer.execute(
      "update bumps set is_counted = $3 where institution_id = $1 and id = $2 and is_counted <> $3",
      institution, bump.id, is_counted);
  if (!is_counted) return;
  for (const auto& help : helps_of(earlier, later, directory.vocabulary))
    insert_help(writer, institution, bump.id, later.happened_on, help);
  for (const auto team : teams_of(later, directory.staff))
    writer.execute(
        "insert into bump_teams (institution_id, team_id, happened_on, bump_id) values ($1, $2, $3, $4)",
        institution, team, later.happened_on, bump.id);
}

bool catch_up(Scope& scope, const Directory& directory) {
  const bool has_followed_links = follow_links(scope, directory);
  const bool has_followed_conversations = follow_conversations(scope, directory);
  return has_followed_links || has_followed_conversations || keep_grown(scope);
}

}  // namespace rapport::bumps
