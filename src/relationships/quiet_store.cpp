// The SQL of who has gone quiet.
#include "relationships/quiet_store.hpp"

#include <fmt/format.h>

namespace rapport::quiet_store {
namespace {

// $2 is today. The answer is the newest that holds.
constexpr db::Fragment columns =
    "r.person_id, r.last_on, r.gaps, r.gap_hundredths, r.gap_days, r.hello_on, r.quiet_on, "
    "(select max(q.id) from quiet_answers q where q.institution_id = r.institution_id and q.person_id = "
    "r.person_id and q.ended_at is null and q.last_on >= r.last_on and (q.until_on is null or q.until_on > "
    "$2)), "
    "(select v.level from relationships v where v.institution_id = r.institution_id and v.person_id = "
    "r.person_id and v.area = '') ";
constexpr db::Fragment promise_is_open =
    "exists (select 1 from promises p left join interactions i on i.institution_id = p.institution_id and "
    "i.id = p.interaction_id where p.institution_id = r.institution_id and p.person_id = r.person_id and "
    "p.kept_at is null and p.dropped_at is null and coalesce(i.visibility, 0) < 2) ";
constexpr db::Fragment is_ahead =
    "exists (select 1 from interaction_persons a where a.institution_id = r.institution_id and a.person_id = "
    "r.person_id and a.happened_on > $2 and a.visibility < 2) ";
// Whose contact to come is not to come any more is about to be made anew: they were in touch just now.
constexpr db::Fragment is_due = "r.hello_on <= $2 and (r.ahead_on is null or r.ahead_on > $2) ";
constexpr db::Fragment answer_columns =
    "select id, person_id, last_on, until_on, reason, answered_by, answered_at, ended_at, ended_by from "
    "quiet_answers ";

Flagged read_flagged(const db::Row& row) {
  return {.person = row.id<Person>(0),
          .rhythm = {.last_on = row.optional_date(1),
                     .gaps = row.number(2),
                     .gap_hundredths = row.integer(3),
                     .gap_days = row.number(4)},
          .dates = {row.date(5), row.date(6)},
          .level = row.number(8),
          .answer = row.optional_id<QuietAnswer>(7)};
}

QuietAnswer read_answer(const db::Row& row) {
  return {.id = row.id<QuietAnswer>(0),
          .person = row.id<Person>(1),
          .last_on = row.date(2),
          .until_on = row.optional_date(3),
          .reason = row.string(4),
          .answered_by = row.id<Staff>(5),
          .answered_at = row.instant(6),
          .ended_at = row.optional_instant(7),
          .ended_by = row.optional_id<Staff>(8)};
}

/// Numbers of twenty characters each, so that a statement can take them apart.
std::string span_of(std::span<const Id<Person>> people) {
  std::string text;
  text.reserve(people.size() * 20);
  for (const auto person : people) text += fmt::format("{:020}", person.value);
  return text;
}

}  // namespace

std::vector<Flagged> flagged(db::Reader& reader, Id<Institution> institution, Date today) {
  return reader.all(db::concat<"select ", columns, "from rhythms r where r.institution_id = $1 and ", is_due,
                               "and not ", promise_is_open, "and not ", is_ahead>,
                    read_flagged, institution, today);
}

std::optional<Flagged> find_flagged(db::Reader& reader, Id<Institution> institution, Date today,
                                    Id<Person> person) {
  return reader.one(
      db::concat<"select ", columns, "from rhythms r where r.institution_id = $1 and r.person_id = $3 and ",
                 is_due, "and not ", promise_is_open, "and not ", is_ahead>,
      read_flagged, institution, today, person);
}

std::vector<Flagged> flagged_among(db::Reader& reader, Id<Institution> institution, Date today,
                                   std::span<const Id<Person>> people) {
  if (people.empty()) return {};
  return reader.all(
      db::concat<
          "with recursive place (n) as (select 0 union all select n + 1 from place where n + 1 < $3) "
          "select ",
          columns,
          "from place join rhythms r on r.institution_id = $1 and r.person_id = cast(substr($4, place.n "
          "* 20 + 1, 20) as bigint) where ",
          is_due, "and not ", promise_is_open, "and not ", is_ahead>,
      read_flagged, institution, today, static_cast<int>(people.size()), span_of(people));
}

bool is_something_open(db::Reader& reader, Id<Institution> institution, Date today, Id<Person> record) {
  return reader.exists(
      db::concat<"with r (institution_id, person_id) as (select cast($1 as bigint), cast($3 as bigint)) "
                 "select 1 from r where ",
                 promise_is_open, "or ", is_ahead>,
      institution, today, record);
}

std::vector<Id<Person>> known_to(db::Reader& reader, Id<Institution> institution, Id<Staff> staff,
                                 int conversations_min) {
  return reader.all(
      "select person_id from acquaintances where institution_id = $1 and staff_id = $2 and conversations >= "
      "$3 order by person_id limit 100000",
      [](const db::Row& row) { return row.id<Person>(0); }, institution, staff, conversations_min);
}

std::optional<QuietAnswer> find_answer(db::Reader& reader, Id<Institution> institution, Id<QuietAnswer> id) {
  return reader.one(db::concat<answer_columns, "where institution_id = $1 and id = $2">, read_answer,
                    institution, id);
}

std::vector<QuietAnswer> answers_of(db::Reader& reader, Id<Institution> institution, Id<Person> record) {
  return reader.all(
      db::concat<answer_columns, "where institution_id = $1 and person_id = $2 order by id desc limit 100">,
      read_answer, institution, record);
}

std::vector<QuietAnswer> answers_by(db::Reader& reader, Id<Institution> institution, Id<Staff> staff,
                                    Instant since) {
  return reader.all(
      db::concat<answer_columns,
                 "where institution_id = $1 and id > (select coalesce(max(id), 0) - 200 from quiet_answers "
                 "where institution_id = $1) and answered_by = $2 and answered_at >= $3 and ended_at is null "
                 "order by id desc limit 20">,
      read_answer, institution, staff, since);
}

Id<QuietAnswer> insert_answer(db::Writer& writer, Id<Institution> institution, const QuietAnswer& answer) {
  return writer.insert<QuietAnswer>(
      "insert into quiet_answers (institution_id, person_id, last_on, until_on, reason, answered_by, "
      "answered_at) values ($1, $2, $3, $4, $5, $6, $7) returning id",
      institution, answer.person, answer.last_on, answer.until_on, answer.reason, answer.answered_by,
      answer.answered_at);
}

void end_answer(db::Writer& writer, Id<Institution> institution, Id<QuietAnswer> id, Id<Staff> by,
                Instant at) {
  writer.execute(
      "update quiet_answers set ended_by = $3, ended_at = $4 where institution_id = $1 and id = $2 and "
      "ended_at is null",
      institution, id, by, at);
}

void end_answers_of(db::Writer& writer, Id<Institution> institution, Id<Person> person, Id<Staff> by,
                    Instant at) {
  writer.execute(
      "update quiet_answers set ended_by = $3, ended_at = $4 where institution_id = $1 and person_id = $2 "
      "and ended_at is null",
      institution, person, by, at);
}

}  // namespace rapport::quiet_store
