// The SQL of promises.
#include "interactions/promise_store.hpp"

#include "interactions/may_read.hpp"

namespace rapport::promise_store {
namespace {

constexpr db::Fragment columns =
    "p.id, p.interaction_id, p.side, p.staff_id, p.person_id, p.words, p.made_on, p.due_on, p.kept_at, "
    "p.version ";
constexpr db::Fragment due_first = "order by coalesce(p.due_on, '9999-12-31'), p.id ";
constexpr db::Fragment is_open = "and p.kept_at is null and p.dropped_at is null ";

Promise read_promise(const db::Row& row) {
  return {.id = row.id<Promise>(0),
          .interaction = row.optional_id<Interaction>(1),
          .side = promise_side_of(row.text(2)).value_or(PromiseSide::ours),
          .staff = row.id<Staff>(3),
          .person = row.optional_id<Person>(4),
          .words = row.string(5),
          .made_on = row.date(6),
          .due_on = row.optional_date(7),
          .kept_at = row.optional_instant(8),
          .version = row.number(9)};
}

}  // namespace

Id<Promise> insert(db::Writer& writer, Id<Institution> institution, const New& promise) {
  return writer.insert<Promise>(
      "insert into promises (institution_id, interaction_id, side, staff_id, person_id, words, made_on, "
      "due_on) "
      "values ($1, $2, $3, $4, $5, $6, $7, $8) returning id",
      institution, promise.interaction, code(promise.side), promise.staff, promise.person, promise.words,
      promise.made_on, promise.due_on);
}

std::optional<Promise> find(db::Reader& reader, Id<Institution> institution, Id<Promise> id) {
  return reader.one(
      db::concat<"select ", columns,
                 "from promises p where p.institution_id = $1 and p.id = $2 and p.dropped_at is null">,
      read_promise, institution, id);
}

std::vector<Promise> open_of_staff(db::Reader& reader, Id<Institution> institution, Id<Staff> staff,
                                   int limit) {
  return reader.all(
      db::concat<"select ", columns, "from promises p where p.institution_id = $1 and p.staff_id = $2 ",
                 "and p.side = 'ours' ", is_open, due_first, "limit $3">,
      read_promise, institution, staff, limit);
}

std::int64_t count_open_of_staff(db::Reader& reader, Id<Institution> institution, Id<Staff> staff) {
  return reader.count(
      db::concat<"select count(*) from promises p where p.institution_id = $1 and p.staff_id = $2 ",
                 "and p.side = 'ours' ", is_open>,
      institution, staff);
}

std::vector<Promise> open_with_person(db::Reader& reader, const Scope& scope, Id<Person> person) {
  return reader.all(
      db::concat<
          "select ", columns, "from promises p where p.institution_id = $1 and p.person_id = $4 ", is_open,
          "and (p.staff_id = $2 or p.interaction_id is null or exists (select 1 from interactions i "
          "where i.institution_id = p.institution_id and i.id = p.interaction_id and (i.visibility = 0 "
          "or (i.visibility = 1 and i.team_id = $3) or i.recorded_by = $2 or exists (select 1 "
          "from interaction_staff s where s.institution_id = i.institution_id and s.staff_id = $2 "
          "and s.happened_on = i.happened_on and s.interaction_id = i.id)))) ",
          due_first, "limit 50">,
      read_promise, scope.institution, scope.viewer.staff, scope.viewer.team ? scope.viewer.team->value : 0,
      person);
}

std::vector<Promise> open_readable_to(db::Reader& reader, Id<Institution> institution, Id<Staff> staff,
                                      const ReaderOf& reader_of) {
  return reader.all(
      db::concat<"select ", columns,
                 "from promises p left join interactions i on i.institution_id = p.institution_id and i.id = "
                 "p.interaction_id where p.institution_id = $1 and p.staff_id = $4 ",
                 is_open, "and (i.id is null or ", may_read, ") ", due_first, "limit 500">,
      read_promise, institution, reader_of.staff, reader_of.team, staff);
}

std::vector<Promise> of_interaction(db::Reader& reader, Id<Institution> institution,
                                    Id<Interaction> interaction) {
  return reader.all(db::concat<"select ", columns, "from promises p where p.institution_id = $1 ",
                               "and p.interaction_id = $2 and p.dropped_at is null and p.words <> '' ",
                               due_first, "limit 100">,
                    read_promise, institution, interaction);
}

void set_kept(db::Writer& writer, Id<Institution> institution, Id<Promise> id, std::optional<Instant> at,
              std::optional<Id<Staff>> by) {
  writer.execute(
      "update promises set kept_at = $3, kept_by = $4, version = version + 1 where institution_id = $1 and "
      "id = $2",
      institution, id, at, by);
}

void update(db::Writer& writer, Id<Institution> institution, Id<Promise> id, std::string_view words,
            std::optional<Date> due_on) {
  writer.execute(
      "update promises set words = $3, due_on = $4, version = version + 1 where institution_id = $1 and id = "
      "$2",
      institution, id, words, due_on);
}

void set_staff(db::Writer& writer, Id<Institution> institution, Id<Promise> id, Id<Staff> staff) {
  writer.execute(
      "update promises set staff_id = $3, version = version + 1 where institution_id = $1 and id = $2",
      institution, id, staff);
}

void set_dropped(db::Writer& writer, Id<Institution> institution, Id<Promise> id, Instant at) {
  writer.execute(
      "update promises set dropped_at = $3, version = version + 1 where institution_id = $1 and id = $2",
      institution, id, at);
}

void set_dropped_with(db::Writer& writer, Id<Institution> institution, Id<Interaction> interaction,
                      std::optional<Instant> at) {
  writer.execute(
      "update promises set dropped_at = $3, version = version + 1 where institution_id = $1 and "
      "interaction_id = $2",
      institution, interaction, at);
}

}  // namespace rapport::promise_store
