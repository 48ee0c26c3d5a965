// The SQL of chains.
#include "bumps/chain_store.hpp"

#include <unordered_set>

#include "interactions/id_list.hpp"
#include "interactions/may_read.hpp"

namespace rapport::chain_store {
namespace {

// $1 the institution, $4 the conversation, $5 the limit. Both walks go breadth first, so that the nearest are
// kept; both engines stop walking at the limit.
constexpr db::Fragment walk =
    "with recursive up (id) as (select $4 union select b.from_id from up join bumps b on "
    "b.institution_id = $1 and b.to_id = up.id and b.state = 'accepted'), "
    "down (id) as (select $4 union select b.to_id from down join bumps b on "
    "b.institution_id = $1 and b.from_id = down.id and b.state = 'accepted'), "
    "steps (id) as (select u.id from (select id from up limit $5) u union "
    "select d.id from (select id from down limit $5) d) ";

std::optional<TimeOfDay> time_of(const db::Row& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return TimeOfDay{row.number(column)};
}

Sight sight_of(const db::Row& row) {
  if (!row.flag(10)) return Sight::not_yours;
  return row.is_null(11) ? Sight::open : Sight::taken_back;
}

ChainStep read_step(const db::Row& row) {
  ChainStep step{.id = row.id<Interaction>(0),
                 .sight = sight_of(row),
                 .happened_on = row.date(1),
                 .happened_at_time = time_of(row, 2),
                 .precision = precision_of(row.text(3)).value_or(Precision::day)};
  if (!step.is_open()) return step;
  step.kind = row.id<InteractionKind>(4);
  step.attendees = row.optional_number(5);
  step.begun_by = begun_by_of(row.text(6)).value_or(BegunBy::unknown);
  step.org_unit = row.optional_id<OrgUnit>(7);
  step.people = ids_of<Person>(row.text(8));
  step.staff = ids_of<Staff>(row.text(9));
  step.is_for_all = row.number(14) == static_cast<int>(Visibility::library);
  return step;
}

}  // namespace

ChainRows around(db::Reader& reader, const Scope& scope, Id<Interaction> focus, std::size_t limit) {
  ChainRows rows;
  std::unordered_set<Id<Interaction>> seen;
  // A step stands in as many rows as bumps lead into it.
  const auto read = [&](const db::Row& row) {
    if (seen.insert(row.id<Interaction>(0)).second) {
      rows.steps.push_back(read_step(row));
      if (!row.is_null(13)) rows.stories.push_back(row.id<Story>(13));
    }
    if (!row.is_null(12)) rows.edges.push_back({row.id<Interaction>(12), row.id<Interaction>(0)});
  };
  reader.each(db::concat<walk,
                         "select i.id, i.happened_on, i.happened_minute, i.precision, i.kind_id, "
                         "i.attendees, i.begun_by, i.org_unit_id, i.people, i.staff, case when ",
                         may_read,
                         "then 1 else 0 end, i.withdrawn_at, b.from_id, (select max(p.story_id) from "
                         "story_steps p join stories t on t.institution_id = p.institution_id and "
                         "t.id = p.story_id and t.withdrawn_at is null where p.institution_id = $1 and "
                         "p.interaction_id = i.id), i.visibility from steps n join interactions i on "
                         "i.institution_id = $1 and i.id = n.id left join bumps b on b.institution_id = $1 "
                         "and b.to_id = n.id and b.state = 'accepted'">,
              read, scope.institution, scope.viewer.staff, team_number(scope), focus, limit);
  return rows;
}

Id<Interaction> first_of(db::Reader& reader, Id<Institution> institution, Id<Interaction> of) {
  // Up by the lowest number each time; the walk ends at the only one that has nothing before it.
  return {reader.count(
      "with recursive up (id) as (select $2 union select (select min(b.from_id) from bumps b where "
      "b.institution_id = $1 and b.to_id = up.id and b.state = 'accepted') from up where up.id is not null) "
      "select id from up where id is not null and not exists (select 1 from bumps b where "
      "b.institution_id = $1 and b.to_id = up.id and b.state = 'accepted') limit 1",
      institution, of)};
}

std::string note_of(db::Reader& reader, Id<Institution> institution, Id<Interaction> id) {
  return reader
      .one(
          "select note from interactions where institution_id = $1 and id = $2",
          [](const db::Row& row) { return row.string(0); }, institution, id)
      .value_or("");
}

std::vector<Id<Interaction>> bumped_of_viewer(db::Reader& reader, const Scope& scope, Days days, int limit) {
  return reader.all(
      "select s.interaction_id from interaction_staff s where s.institution_id = $1 and s.staff_id = $2 "
      "and s.happened_on >= $3 and s.happened_on <= $4 and (exists (select 1 from bumps b where "
      "b.institution_id = $1 and b.to_id = s.interaction_id and b.state = 'accepted') or exists (select 1 "
      "from bumps b where b.institution_id = $1 and b.from_id = s.interaction_id and b.state = 'accepted')) "
      "order by s.happened_on desc, s.interaction_id desc limit $5",
      [](const db::Row& row) { return row.id<Interaction>(0); }, scope.institution, scope.viewer.staff,
      days.from, days.until, limit);
}

std::vector<Id<Interaction>> bumped_of_unit(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit,
                                            Days days, int limit) {
  return reader.all(
      "select u.interaction_id from interaction_units u where u.institution_id = $1 and u.org_unit_id = $2 "
      "and u.happened_on >= $3 and u.happened_on <= $4 and exists (select 1 from bumps b where "
      "b.institution_id = $1 and b.to_id = u.interaction_id and b.state = 'accepted') "
      "order by u.happened_on desc, u.interaction_id desc limit $5",
      [](const db::Row& row) { return row.id<Interaction>(0); }, institution, unit, days.from, days.until,
      limit);
}

std::vector<Id<Interaction>> bumped(db::Reader& reader, Id<Institution> institution, Days days, int limit) {
  return reader.all(
      "select b.to_id from bumps b where b.institution_id = $1 and b.is_counted = 1 and b.to_on >= $2 "
      "and b.to_on <= $3 order by b.to_on desc, b.id desc limit $4",
      [](const db::Row& row) { return row.id<Interaction>(0); }, institution, days.from, days.until, limit);
}

}  // namespace rapport::chain_store
