// The SQL of hand-overs.
#include "relationships/hand_over_store.hpp"

namespace rapport::hand_over_store {
namespace {

constexpr db::Fragment columns =
    "select h.id, h.from_staff_id, h.to_staff_id, h.from_on, h.until_on, h.reason, h.recorded_by, "
    "h.recorded_at, h.moved_at, h.undone_by, h.undone_at, h.undone_because, h.version from hand_overs h "
    "where "
    "h.institution_id = $1 and ";

HandOver read_hand_over(const db::Row& row) {
  return {.id = row.id<HandOver>(0),
          .from = row.id<Staff>(1),
          .to = row.id<Staff>(2),
          .from_on = row.date(3),
          .until_on = row.optional_date(4),
          .reason = row.string(5),
          .recorded_by = row.id<Staff>(6),
          .recorded_at = row.instant(7),
          .moved_at = row.optional_instant(8),
          .undone_by = row.optional_id<Staff>(9),
          .undone_at = row.optional_instant(10),
          .undone_because = row.string(11),
          .version = row.number(12)};
}

void add_units(db::Reader& reader, Id<Institution> institution, HandOver& hand_over) {
  hand_over.units = reader.all(
      "select h.org_unit_id from hand_over_units h join org_units u on u.institution_id = h.institution_id "
      "and "
      "u.id = h.org_unit_id where h.institution_id = $1 and h.hand_over_id = $2 order by u.sort_key, u.id",
      [](const db::Row& row) { return row.id<OrgUnit>(0); }, institution, hand_over.id);
}

std::vector<HandOver> with_units(db::Reader& reader, Id<Institution> institution,
                                 std::vector<HandOver> hand_overs) {
  for (auto& one : hand_overs) add_units(reader, institution, one);  // a look-up each, a page of them
  return hand_overs;
}

}  // namespace

std::optional<HandOver> find(db::Reader& reader, Id<Institution> institution, Id<HandOver> id) {
  auto found = reader.one(db::concat<columns, "h.id = $2">, read_hand_over, institution, id);
  if (found) add_units(reader, institution, *found);
  return found;
}

std::vector<HandOver> all(db::Reader& reader, Id<Institution> institution) {
  return with_units(
      reader, institution,
      reader.all(db::concat<columns, "h.id > 0 order by h.id desc limit 200">, read_hand_over, institution));
}

std::vector<HandOver> to_carry_out(db::Reader& reader, Id<Institution> institution, Date today) {
  return reader.all(db::concat<columns,
                               "h.moved_at is null and h.undone_at is null and h.from_on <= $2 order by "
                               "h.from_on, h.id limit 20">,
                    read_hand_over, institution, today);
}

std::vector<PromiseChoice> promises_of(db::Reader& reader, Id<Institution> institution, Id<HandOver> id) {
  return reader.all(
      "select promise_id, is_to_move, moved_at from hand_over_promises where institution_id = $1 and "
      "hand_over_id = $2 order by promise_id limit 1000",
      [](const db::Row& row) {
        return PromiseChoice{row.id<Promise>(0), row.flag(1), row.optional_instant(2)};
      },
      institution, id);
}

std::vector<HandOverIntroduction> introductions_of(db::Reader& reader, Id<Institution> institution,
                                                   Id<HandOver> id) {
  return reader.all(
      "select person_id, position, reason, done_by, done_at from hand_over_introductions where "
      "institution_id = "
      "$1 and hand_over_id = $2 order by position, person_id limit 100",
      [](const db::Row& row) {
        return HandOverIntroduction{row.id<Person>(0), row.number(1), row.string(2),
                                    row.optional_id<Staff>(3), row.optional_instant(4)};
      },
      institution, id);
}

Id<HandOver> insert(db::Writer& writer, Id<Institution> institution, const HandOver& hand_over) {
  const auto id = writer.insert<HandOver>(
      "insert into hand_overs (institution_id, from_staff_id, to_staff_id, from_on, until_on, reason, "
      "recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8) returning id",
      institution, hand_over.from, hand_over.to, hand_over.from_on, hand_over.until_on, hand_over.reason,
      hand_over.recorded_by, hand_over.recorded_at);
  for (const auto unit : hand_over.units)
    writer.execute(
        "insert into hand_over_units (institution_id, hand_over_id, org_unit_id) values ($1, $2, $3)",
        institution, id, unit);
  return id;
}

void insert(db::Writer& writer, Id<Institution> institution, Id<HandOver> id, const PromiseChoice& choice) {
  writer.execute(
      "insert into hand_over_promises (institution_id, hand_over_id, promise_id, is_to_move, moved_at) "
      "values "
      "($1, $2, $3, $4, $5)",
      institution, id, choice.promise, choice.is_to_move, choice.moved_at);
}

void insert(db::Writer& writer, Id<Institution> institution, Id<HandOver> id,
            const HandOverIntroduction& introduction) {
  writer.execute(
      "insert into hand_over_introductions (institution_id, hand_over_id, person_id, position, reason) "
      "values "
      "($1, $2, $3, $4, $5)",
      institution, id, introduction.person, introduction.position, introduction.reason);
}

std::vector<Id<ScaleUpPlan>> reviews_of(db::Reader& reader, Id<Institution> institution, Id<HandOver> id) {
  return reader.all(
      "select plan_id from hand_over_reviews where institution_id = $1 and hand_over_id = $2 order by "
      "plan_id limit "
      "1000",
      [](const db::Row& row) { return row.id<ScaleUpPlan>(0); }, institution, id);
}

void insert_review(db::Writer& writer, Id<Institution> institution, Id<HandOver> id, Id<ScaleUpPlan> plan) {
  writer.execute("insert into hand_over_reviews (institution_id, hand_over_id, plan_id) values ($1, $2, $3)",
                 institution, id, plan);
}

void set_moved(db::Writer& writer, Id<Institution> institution, Id<HandOver> id, Instant at) {
  writer.execute("update hand_overs set moved_at = $3 where institution_id = $1 and id = $2", institution, id,
                 at);
}

void set_promise_moved(db::Writer& writer, Id<Institution> institution, Id<HandOver> id, Id<Promise> promise,
                       std::optional<Instant> at) {
  writer.execute(
      "insert into hand_over_promises (institution_id, hand_over_id, promise_id, is_to_move, moved_at) "
      "values "
      "($1, $2, $3, 1, $4) on conflict (institution_id, hand_over_id, promise_id) do update set is_to_move = "
      "1, "
      "moved_at = excluded.moved_at",
      institution, id, promise, at);
}

bool set_undone(db::Writer& writer, Id<Institution> institution, const HandOver& hand_over) {
  return writer.execute(
             "update hand_overs set undone_by = $4, undone_at = $5, undone_because = $6, version = version + "
             "1 "
             "where institution_id = $1 and id = $2 and version = $3 and undone_at is null",
             institution, hand_over.id, hand_over.version, hand_over.undone_by, hand_over.undone_at,
             hand_over.undone_because) == 1;
}

bool set_introduced(db::Writer& writer, Id<Institution> institution, Id<HandOver> id, Id<Person> person,
                    std::optional<Id<Staff>> by, std::optional<Instant> at) {
  return writer.execute(
             "update hand_over_introductions set done_by = $4, done_at = $5 where institution_id = $1 and "
             "hand_over_id = $2 and person_id = $3",
             institution, id, person, by, at) == 1;
}

std::vector<Known> known_in(db::Reader& reader, Id<Institution> institution, Id<Staff> from, Id<Staff> to,
                            Id<OrgUnit> unit) {
  return reader.all(
      "select p.id, a.conversations, a.last_on, b.last_on, exists (select 1 from relationships r join "
      "scale_up_plans s on s.institution_id = r.institution_id and s.relationship_id = r.id and s.state = "
      "'active' where r.institution_id = p.institution_id and r.person_id = p.id) from persons p join "
      "acquaintances a on a.institution_id = p.institution_id and a.person_id = p.id and a.staff_id = $3 "
      "left "
      "join acquaintances b on b.institution_id = p.institution_id and b.person_id = p.id and b.staff_id = "
      "$4 "
      "where p.institution_id = $1 and p.main_org_unit_id = $2 and p.left_on is null and p.merged_into is "
      "null "
      "order by p.id",
      [](const db::Row& row) {
        return Known{row.id<Person>(0), row.number(1), row.date(2), row.optional_date(3), row.flag(4)};
      },
      institution, unit, from, to);
}

std::vector<Id<Promise>> plan_steps_of(db::Reader& reader, Id<Institution> institution, Id<Staff> staff) {
  return reader.all(
      "select p.id from promises p where p.institution_id = $1 and p.staff_id = $2 and p.kept_at is null and "
      "p.dropped_at is null and exists (select 1 from plan_steps s join scale_up_plans x on x.institution_id "
      "= "
      "s.institution_id and x.id = s.plan_id and x.state = 'active' where s.institution_id = "
      "p.institution_id "
      "and s.promise_id = p.id) order by p.id limit 1000",
      [](const db::Row& row) { return row.id<Promise>(0); }, institution, staff);
}

}  // namespace rapport::hand_over_store
