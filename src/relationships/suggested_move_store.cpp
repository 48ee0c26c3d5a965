// The SQL of suggested moves.
#include "relationships/suggested_move_store.hpp"

#include <algorithm>

namespace rapport::suggested_move_store {
namespace {

constexpr std::size_t records_at_once = 10;

}  // namespace

void read_contacts(db::Reader& reader, Id<Institution> institution, std::span<const Id<Person>> records,
                   Date since, Date until, Contacts& into) {
  for (std::size_t from = 0; from < records.size(); from += records_at_once) {
    const auto id = [&](std::size_t i) {
      return from + i < records.size() ? records[from + i] : Id<Person>{};
    };
    reader.each(
        "select l.person_id, i.id, i.happened_on, i.kind_id, i.is_two_way, i.recorded_at from "
        "interaction_persons l join interactions i on i.institution_id = l.institution_id and i.id = "
        "l.interaction_id where "
        "l.institution_id = $1 and l.person_id in ($4, $5, $6, $7, $8, $9, $10, $11, $12, $13) and "
        "l.happened_on > $2 and l.happened_on <= $3 and l.visibility = 0 and i.withdrawn_at is null",
        [&](const db::Row& row) {
          into[row.id<Person>(0)].push_back(
              {row.id<Interaction>(1), row.date(2), row.id<InteractionKind>(3), row.flag(4), row.instant(5)});
        },
        institution, since, until, id(0), id(1), id(2), id(3), id(4), id(5), id(6), id(7), id(8), id(9));
  }
}

std::vector<Reached> reached_plans(db::Reader& reader, Id<Institution> institution,
                                   std::span<const Id<Person>> records, Instant since) {
  std::vector<Reached> reached;
  for (std::size_t from = 0; from < records.size(); from += records_at_once) {
    const auto id = [&](std::size_t i) {
      return from + i < records.size() ? records[from + i] : Id<Person>{};
    };
    reader.each(
        "select r.person_id, p.id, p.closed_at from relationships r join scale_up_plans p on "
        "p.institution_id = $1 and p.relationship_id = r.id and p.outcome = 'reached' and p.closed_at > $2 "
        "where r.institution_id = $1 and r.person_id in ($3, $4, $5, $6, $7, $8, $9, $10, $11, $12) order by "
        "p.closed_at desc, p.id desc",
        [&](const db::Row& row) {
          reached.push_back({row.id<Person>(0), row.id<ScaleUpPlan>(1), row.instant(2)});
        },
        institution, since, id(0), id(1), id(2), id(3), id(4), id(5), id(6), id(7), id(8), id(9));
  }
  return reached;
}

std::optional<Contact> last_two_way(db::Reader& reader, Id<Institution> institution, Id<Person> record,
                                    Date until) {
  return reader.one(
      "select i.id, i.happened_on, i.kind_id, i.is_two_way from interaction_persons l join interactions i on "
      "i.institution_id = l.institution_id and i.id = l.interaction_id where l.institution_id = $1 and "
      "l.person_id = $2 and l.happened_on <= $3 and l.visibility = 0 and i.withdrawn_at is null and "
      "i.is_two_way = 1 order by l.happened_on desc, l.interaction_id desc limit 1",
      [](const db::Row& row) {
        return Contact{row.id<Interaction>(0), row.date(1), row.id<InteractionKind>(2), row.flag(3), {}};
      },
      institution, record, until);
}

std::vector<Aside> asides(db::Reader& reader, Id<Institution> institution, Date since) {
  return reader.all(
      "select person_id, level, is_slipping, set_aside_on from level_suggestions_aside where institution_id "
      "= "
      "$1 and area = '' and set_aside_on >= $2 order by person_id limit 100000",
      [](const db::Row& row) {
        return Aside{row.id<Person>(0), row.number(1), row.flag(2), row.date(3)};
      },
      institution, since);
}

std::vector<Aside> asides(db::Reader& reader, Id<Institution> institution, Id<Person> person, Date since) {
  return reader.all(
      "select person_id, level, is_slipping, set_aside_on from level_suggestions_aside where institution_id "
      "= "
      "$1 and person_id = $2 and area = '' and set_aside_on >= $3",
      [](const db::Row& row) {
        return Aside{row.id<Person>(0), row.number(1), row.flag(2), row.date(3)};
      },
      institution, person, since);
}

void put(db::Writer& writer, Id<Institution> institution, const Aside& aside, Id<Staff> by) {
  writer.execute(
      "insert into level_suggestions_aside (institution_id, person_id, area, level, is_slipping, "
      "set_aside_on, "
      "set_aside_by) values ($1, $2, '', $3, $4, $5, $6) on conflict (institution_id, person_id, area) do "
      "update set level = excluded.level, is_slipping = excluded.is_slipping, set_aside_on = "
      "excluded.set_aside_on, set_aside_by = excluded.set_aside_by",
      institution, aside.person, aside.level, aside.is_slipping, aside.set_aside_on, by);
}

}  // namespace rapport::suggested_move_store
