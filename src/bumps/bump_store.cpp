// The SQL of bumps and origins.
#include "bumps/bump_store.hpp"

namespace rapport::bump_store {
namespace {

constexpr db::Fragment columns =
    "b.id, b.from_id, b.to_id, b.state, b.source, b.proposed_by, b.proposed_at, b.settled_by, b.settled_at ";
constexpr db::Fragment origin_columns = "o.id, o.to_id, o.kind, o.person_id, o.words, o.recorded_by ";

Bump read_bump(const db::Row& row) {
  return {.id = row.id<Bump>(0),
          .from = row.id<Interaction>(1),
          .to = row.id<Interaction>(2),
          .state = bump_state_of(row.text(3)).value_or(BumpState::removed),
          .source = bump_source_of(row.text(4)).value_or(BumpSource::page),
          .proposed_by = row.id<Staff>(5),
          .proposed_at = row.instant(6),
          .settled_by = row.optional_id<Staff>(7),
          .settled_at = row.optional_instant(8)};
}

Origin read_origin(const db::Row& row) {
  return {.id = row.id<Origin>(0),
          .to = row.id<Interaction>(1),
          .kind = origin_kind_of(row.text(2)).value_or(OriginKind::introduction),
          .person = row.optional_id<Person>(3),
          .words = row.string(4),
          .recorded_by = row.id<Staff>(5)};
}

}  // namespace

std::optional<Bump> find(db::Reader& reader, Id<Institution> institution, Id<Bump> id) {
  return reader.one(db::concat<"select ", columns, "from bumps b where b.institution_id = $1 and b.id = $2">,
                    read_bump, institution, id);
}

std::optional<Bump> find_between(db::Reader& reader, Id<Institution> institution, Id<Interaction> from,
                                 Id<Interaction> to) {
  return reader.one(
      db::concat<"select ", columns,
                 "from bumps b where b.institution_id = $1 and b.from_id = $2 and b.to_id = $3">,
      read_bump, institution, from, to);
}

std::vector<Bump> leading_to(db::Reader& reader, Id<Institution> institution, Id<Interaction> to) {
  // Two walks of one index: with both states in one condition SQLite reads all links in the order of their
  // ids.
  return reader.all(
      db::concat<"select ", columns,
                 "from bumps b where b.institution_id = $1 and b.to_id = $2 and b.state = 'accepted' "
                 "union all select ",
                 columns,
                 "from bumps b where b.institution_id = $1 and b.to_id = $2 and b.state = 'proposed' "
                 "order by 1 limit 1000">,
      read_bump, institution, to);
}

std::vector<Bump> leading_from(db::Reader& reader, Id<Institution> institution, Id<Interaction> from) {
  return reader.all(db::concat<"select ", columns,
                               "from bumps b where b.institution_id = $1 and b.from_id = $2 "
                               "and b.state in ('accepted', 'proposed') order by b.to_id limit 1000">,
                    read_bump, institution, from);
}

std::vector<Bump> waiting_for(db::Reader& reader, const Scope& scope, int limit) {
  return reader.all(db::concat<"select ", columns,
                               "from bumps b join interaction_staff s on s.institution_id = b.institution_id "
                               "and s.interaction_id = b.to_id and s.staff_id = $2 "
                               "where b.institution_id = $1 and b.state = 'proposed' and b.proposed_by <> $2 "
                               "order by b.id limit $3">,
                    read_bump, scope.institution, scope.viewer.staff, limit);
}

std::vector<Bump> left_to_proposer(db::Reader& reader, const Scope& scope, int limit) {
  return reader.all(
      db::concat<"select ", columns,
                 "from bumps b where b.institution_id = $1 and b.state = 'proposed' and b.proposed_by = $2 "
                 "and not exists (select 1 from interaction_staff s join staff m on "
                 "m.institution_id = s.institution_id and m.id = s.staff_id where s.institution_id = $1 and "
                 "s.interaction_id = b.to_id and s.staff_id <> $2 and m.is_active = 1 and m.role <> "
                 "'director') order by b.id limit $3">,
      read_bump, scope.institution, scope.viewer.staff, limit);
}

std::vector<Bump> settled_since(db::Reader& reader, const Scope& scope, Instant since, int limit) {
  return reader.all(db::concat<"select ", columns,
                               "from bumps b where b.institution_id = $1 and b.settled_by = $2 and "
                               "b.settled_at >= $3 and b.settled_by <> b.proposed_by and b.state in "
                               "('accepted', 'declined') order by b.settled_at desc, b.id limit $4">,
                    read_bump, scope.institution, scope.viewer.staff, since, limit);
}

std::int64_t count_from(db::Reader& reader, Id<Institution> institution, Id<Interaction> from) {
  return reader.count(
      "select count(*) from bumps where institution_id = $1 and from_id = $2 and state = 'accepted'",
      institution, from);
}

bool leads_to(db::Reader& reader, Id<Institution> institution, Id<Interaction> earlier,
              Id<Interaction> later) {
  return reader.exists(
      "with recursive up (id) as (select $3 union select b.from_id from up join bumps b on "
      "b.institution_id = $1 and b.to_id = up.id and b.state in ('accepted', 'proposed')) "
      "select 1 from up where id = $2 limit 1",
      institution, earlier, later);
}

std::vector<Id<Person>> people_above(db::Reader& reader, Id<Institution> institution, Id<Interaction> id) {
  return reader.all(
      "with recursive up (id) as (select $2 union select b.from_id from up join bumps b on "
      "b.institution_id = $1 and b.to_id = up.id and b.state = 'accepted') "
      "select distinct p.person_id from up join interaction_persons p on p.institution_id = $1 "
      "and p.interaction_id = up.id order by p.person_id limit 10000",
      [](const db::Row& row) { return row.id<Person>(0); }, institution, id);
}

std::vector<ConversationPlace> places_around(db::Reader& reader, Id<Institution> institution,
                                             Id<Interaction> id) {
  // Links of any state: one that was taken away has just ended a chain.
  return reader.all(
      "select distinct u.happened_on, u.org_unit_id from interaction_units u join (select cast($2 as bigint) "
      "as id union "
      "select from_id from bumps where institution_id = $1 and to_id = $2 union select to_id from bumps "
      "where "
      "institution_id = $1 and from_id = $2 union select n.to_id from bumps b join bumps n on "
      "n.institution_id = $1 and "
      "n.from_id = b.to_id where b.institution_id = $1 and b.from_id = $2) a on a.id = u.interaction_id "
      "where "
      "u.institution_id = $1 order by u.happened_on, u.org_unit_id limit 10000",
      [](const db::Row& row) {
        return ConversationPlace{row.date(0), row.id<OrgUnit>(1)};
      },
      institution, id);
}

void insert_change(db::Writer& writer, Id<Institution> institution, Id<Bump> bump) {
  writer.send(
      "insert into bump_changes (institution_id, bump_id) values ($1, $2) on conflict (institution_id, "
      "bump_id) "
      "do update set changes = bump_changes.changes + 1",
      institution, bump);
}

std::vector<BumpChange> changes(db::Reader& reader, Id<Institution> institution, int limit) {
  return reader.all(
      "select bump_id, changes from bump_changes where institution_id = $1 order by bump_id limit $2",
      [](const db::Row& row) {
        return BumpChange{row.id<Bump>(0), row.integer(1)};
      },
      institution, limit);
}

void erase_changes(db::Writer& writer, Id<Institution> institution, std::span<const BumpChange> changes) {
  // One look-up by key each: they need not be neighbours.
  for (const auto& change : changes)
    writer.send("delete from bump_changes where institution_id = $1 and bump_id = $2 and changes = $3",
                institution, change.bump, change.changes);
}

Id<Bump> put(db::Writer& writer, Id<Institution> institution, const Bump& bump, Date to_on) {
  return writer.insert<Bump>(
      "insert into bumps (institution_id, from_id, to_id, state, source, to_on, proposed_by, proposed_at, "
      "settled_by, settled_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) "
      "on conflict (institution_id, from_id, to_id) do update set state = excluded.state, source = "
      "excluded.source, to_on = excluded.to_on, proposed_by = excluded.proposed_by, proposed_at = "
      "excluded.proposed_at, settled_by = excluded.settled_by, settled_at = excluded.settled_at returning id",
      institution, bump.from, bump.to, code(bump.state), code(bump.source), to_on, bump.proposed_by,
      bump.proposed_at, bump.settled_by, bump.settled_at);
}

void settle(db::Writer& writer, Id<Institution> institution, Id<Bump> id, BumpState state, Id<Staff> by,
            Instant at) {
  writer.execute(
      "update bumps set state = $3, settled_by = $4, settled_at = $5 where institution_id = $1 and id = $2",
      institution, id, code(state), by, at);
}

void unsettle(db::Writer& writer, Id<Institution> institution, Id<Bump> id) {
  writer.execute(
      "update bumps set state = 'proposed', settled_by = null, settled_at = null where institution_id = $1 "
      "and id = $2",
      institution, id);
}

void set_day(db::Writer& writer, Id<Institution> institution, Id<Interaction> to, Date to_on) {
  writer.execute("update bumps set to_on = $3 where institution_id = $1 and to_id = $2 and to_on <> $3",
                 institution, to, to_on);
}

Id<Origin> insert(db::Writer& writer, Id<Institution> institution, const OriginDraft& draft, Id<Staff> by,
                  Instant at) {
  return writer.insert<Origin>(
      "insert into bump_origins (institution_id, to_id, kind, person_id, words, recorded_by, recorded_at) "
      "values ($1, $2, $3, $4, $5, $6, $7) returning id",
      institution, draft.to, code(draft.kind), draft.person, draft.words, by, at);
}

void erase(db::Writer& writer, Id<Institution> institution, Id<Origin> id) {
  writer.execute("delete from bump_origins where institution_id = $1 and id = $2", institution, id);
}

std::optional<Origin> find(db::Reader& reader, Id<Institution> institution, Id<Origin> id) {
  return reader.one(
      db::concat<"select ", origin_columns, "from bump_origins o where o.institution_id = $1 and o.id = $2">,
      read_origin, institution, id);
}

std::vector<Origin> origins_of(db::Reader& reader, Id<Institution> institution, Id<Interaction> to) {
  return reader.all(db::concat<"select ", origin_columns,
                               "from bump_origins o where o.institution_id = $1 and o.to_id = $2 "
                               "order by o.id limit 100">,
                    read_origin, institution, to);
}

}  // namespace rapport::bump_store
