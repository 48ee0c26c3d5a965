// The SQL of the board.
#include "bumps/board_store.hpp"

namespace rapport::board_store {

std::vector<Id<Staff>> members(db::Reader& reader, Id<Institution> institution) {
  return reader.all(
      "select staff_id from board_members where institution_id = $1 order by staff_id limit 10000",
      [](const db::Row& row) { return row.id<Staff>(0); }, institution);
}

void put_member(db::Writer& writer, Id<Institution> institution, Id<Staff> staff, Instant at) {
  writer.execute(
      "insert into board_members (institution_id, staff_id, joined_at) values ($1, $2, $3) "
      "on conflict (institution_id, staff_id) do nothing",
      institution, staff, at);
}

void erase_member(db::Writer& writer, Id<Institution> institution, Id<Staff> staff) {
  writer.execute("delete from board_members where institution_id = $1 and staff_id = $2", institution, staff);
}

std::optional<PlacesSwitch> find_places(db::Reader& reader, Id<Institution> institution) {
  return reader.one(
      "select are_shown, changed_by, changed_at from board_places where institution_id = $1",
      [](const db::Row& row) {
        return PlacesSwitch{row.flag(0), row.id<Staff>(1), row.instant(2)};
      },
      institution);
}

void put_places(db::Writer& writer, Id<Institution> institution, const PlacesSwitch& places) {
  writer.execute(
      "insert into board_places (institution_id, are_shown, changed_by, changed_at) values ($1, $2, $3, $4) "
      "on conflict (institution_id) do update set are_shown = excluded.are_shown, changed_by = "
      "excluded.changed_by, changed_at = excluded.changed_at",
      institution, places.are_shown, places.changed_by, places.changed_at);
}

std::optional<TeamSwitch> find_team(db::Reader& reader, Id<Institution> institution, Id<Team> team) {
  return reader.one(
      "select team_id, switched_off_at, goal_month, changed_by, changed_at from board_teams "
      "where institution_id = $1 and team_id = $2",
      [](const db::Row& row) {
        return TeamSwitch{.team = row.id<Team>(0),
                          .is_on = row.is_null(1),
                          .goal_month = row.optional_number(2),
                          .changed_by = row.optional_id<Staff>(3),
                          .changed_at = row.optional_instant(4)};
      },
      institution, team);
}

void put_team(db::Writer& writer, Id<Institution> institution, const TeamSwitch& team) {
  const auto off_at = team.is_on ? std::optional<Instant>() : team.changed_at;
  writer.execute(
      "insert into board_teams (institution_id, team_id, goal_month, switched_on_at, switched_off_at, "
      "changed_by, changed_at) values ($1, $2, $3, $6, $4, $5, $6) "
      "on conflict (institution_id, team_id) do update set goal_month = excluded.goal_month, "
      "switched_off_at = excluded.switched_off_at, changed_by = excluded.changed_by, "
      "changed_at = excluded.changed_at",
      institution, team.team, team.goal_month, off_at, team.changed_by, team.changed_at);
}

int count_bumps(db::Reader& reader, Id<Institution> institution, Date first, Date last) {
  return static_cast<int>(
      reader.count("select count(*) from bumps where institution_id = $1 and is_counted = 1 and to_on >= $2 "
                   "and to_on <= $3",
                   institution, first, last));
}

int count_bumps(db::Reader& reader, Id<Institution> institution, Id<Team> team, Date first, Date last) {
  return static_cast<int>(
      reader.count("select count(*) from bump_teams where institution_id = $1 and team_id = $2 "
                   "and happened_on >= $3 and happened_on <= $4",
                   institution, team, first, last));
}

std::vector<HelpedTo> outcomes_of_helper(db::Reader& reader, Id<Institution> institution, Id<Staff> helper,
                                         Date first, Date last) {
  return reader.all(
      "select distinct b.id, b.to_id from helps h join bumps b on b.institution_id = h.institution_id "
      "and b.id = h.bump_id where h.institution_id = $1 and h.helper_id = $2 and h.happened_on >= $3 "
      "and h.happened_on <= $4 order by b.id limit 1000",
      [](const db::Row& row) {
        return HelpedTo{row.id<Bump>(0), row.id<Interaction>(1)};
      },
      institution, helper, first, last);
}

}  // namespace rapport::board_store
