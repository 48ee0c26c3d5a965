// The SQL of department years.
#include "measures/unit_year_store.hpp"

namespace rapport::unit_year_store {
namespace {

UnitYear read_year(const db::Row& row, int from) {
  return {.people = row.number(from),
          .sessions = row.number(from + 1),
          .sized = row.number(from + 2),
          .timed = row.number(from + 3),
          .students = row.integer(from + 4),
          .person_minutes = row.integer(from + 5),
          .modules = row.number(from + 6),
          .one_to_ones = row.number(from + 7),
          .chains = row.number(from + 8),
          .ahead_on = row.optional_date(from + 9)};
}

Id<Interaction> read_conversation(const db::Row& row) {
  return row.id<Interaction>(0);
}

std::optional<Span> read_span(const db::Row& row) {
  if (row.is_null(0)) return std::nullopt;
  return Span{row.date(0), row.date(1)};
}

// The end of a chain of three or more: it came out of one that came out of one, and nothing has followed.
// None of the three is restricted or withdrawn (is_counted).
constexpr db::Fragment chain_ends =
    "from interaction_units u where u.institution_id = $1 and u.org_unit_id = $2 and u.happened_on >= $3 and "
    "u.happened_on "
    "<= $4 and u.visibility < 2 and exists (select 1 from bumps b join interactions i on i.institution_id = "
    "$1 and i.id = "
    "b.from_id and i.visibility < 2 join bumps e on e.institution_id = $1 and e.to_id = b.from_id and "
    "e.state = 'accepted' "
    "and e.is_counted = 1 join interactions f on f.institution_id = $1 and f.id = e.from_id and f.visibility "
    "< 2 where "
    "b.institution_id = $1 and b.to_id = u.interaction_id and b.state = 'accepted' and b.is_counted = 1) and "
    "not exists "
    "(select 1 from bumps n join interactions i on i.institution_id = $1 and i.id = n.to_id and i.visibility "
    "< 2 where "
    "n.institution_id = $1 and n.from_id = u.interaction_id and n.state = 'accepted' and n.is_counted = 1) ";

constexpr db::Fragment done_items =
    "from action_plans a join plan_items i on i.institution_id = $1 and i.plan_id = a.id where "
    "a.institution_id = $1 and a.org_unit_id = $2 and a.academic_year = $3 and (i.state = 'done' or (i.state "
    "in ('open', 'under_way') and exists (select 1 from plan_item_owners o join promises p on "
    "p.institution_id = $1 and p.id = o.promise_id and p.dropped_at is null and p.kept_at is not null where "
    "o.institution_id = $1 and o.plan_item_id = i.id) and not exists (select 1 from plan_item_owners o join "
    "promises p on p.institution_id = $1 and p.id = o.promise_id and p.dropped_at is null and p.kept_at is "
    "null where o.institution_id = $1 and o.plan_item_id = i.id))) ";

void count_families(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit, Span span,
                    UnitYear& year) {
  reader.each(
      "select k.family, count(*), count(i.attendees), count(i.attendees * i.duration_minutes), "
      "coalesce(sum(i.attendees), "
      "0), coalesce(sum(i.attendees * i.duration_minutes), 0) from interaction_units u join "
      "interaction_kinds k on "
      "k.institution_id = $1 and k.id = u.kind_id and k.family in ('teaching', 'consultation') join "
      "interactions i on "
      "i.institution_id = $1 and i.id = u.interaction_id where u.institution_id = $1 and u.org_unit_id = $2 "
      "and "
      "u.happened_on >= $3 and u.happened_on <= $4 and u.visibility < 2 group by k.family order by k.family",
      [&](const db::Row& row) {
        if (row.text(0) == "consultation") {
          year.one_to_ones = row.number(1);
          return;
        }
        year.sessions = row.number(1);
        year.sized = row.number(2);
        year.timed = row.number(3);
        year.students = row.integer(4);
        year.person_minutes = row.integer(5);
      },
      institution, unit, span.first, span.last);
}

}  // namespace

std::optional<UnitYear> find(db::Reader& reader, Id<Institution> institution, UnitYearKey key) {
  return reader.one(
      "select people, sessions, sized, timed, students, person_minutes, modules, one_to_ones, chains, "
      "ahead_on from "
      "unit_years where institution_id = $1 and org_unit_id = $2 and academic_year = $3",
      [](const db::Row& row) { return read_year(row, 0); }, institution, key.unit, key.academic_year);
}

std::vector<int> years_of(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit) {
  return reader.all(
      "select academic_year from unit_years where institution_id = $1 and org_unit_id = $2 order by "
      "academic_year limit 500",
      [](const db::Row& row) { return row.number(0); }, institution, unit);
}

std::vector<std::pair<UnitYearKey, UnitYear>> of_years(db::Reader& reader, Id<Institution> institution,
                                                       int first_year, int last_year) {
  return reader.all(
      "select org_unit_id, academic_year, people, sessions, sized, timed, students, person_minutes, modules, "
      "one_to_ones, "
      "chains, ahead_on from unit_years where institution_id = $1 and academic_year >= $2 and academic_year "
      "<= $3 order by "
      "org_unit_id, academic_year limit 100000",
      [](const db::Row& row) {
        return std::pair(UnitYearKey{row.id<OrgUnit>(0), row.number(1)}, read_year(row, 2));
      },
      institution, first_year, last_year);
}

void put(db::Writer& writer, Id<Institution> institution, UnitYearKey key, const UnitYear& year) {
  writer.send(
      "insert into unit_years (institution_id, org_unit_id, academic_year, people, sessions, sized, timed, "
      "students, "
      "person_minutes, modules, one_to_ones, chains, ahead_on) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, "
      "$10, $11, $12, "
      "$13) on conflict (institution_id, org_unit_id, academic_year) do update set people = excluded.people, "
      "sessions = "
      "excluded.sessions, sized = excluded.sized, timed = excluded.timed, students = excluded.students, "
      "person_minutes = "
      "excluded.person_minutes, modules = excluded.modules, one_to_ones = excluded.one_to_ones, chains = "
      "excluded.chains, "
      "ahead_on = excluded.ahead_on",
      institution, key.unit, key.academic_year, year.people, year.sessions, year.sized, year.timed,
      year.students, year.person_minutes, year.modules, year.one_to_ones, year.chains, year.ahead_on);
}

UnitYear count(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit, Span span) {
  UnitYear year;
  count_families(reader, institution, unit, span, year);
  year.modules =
      static_cast<int>(reader.count("select count(distinct t.topic_id) from interaction_units u join "
                                    "interaction_topics t on t.institution_id = $1 and "
                                    "t.interaction_id = u.interaction_id join topics o on o.institution_id = "
                                    "$1 and o.id = t.topic_id and o.is_module = 1 "
                                    "where u.institution_id = $1 and u.org_unit_id = $2 and u.happened_on >= "
                                    "$3 and u.happened_on <= $4 and u.visibility "
                                    "< 2",
                                    institution, unit, span.first, span.last));
  year.chains = static_cast<int>(
      reader.count(db::concat<"select count(*) ", chain_ends>, institution, unit, span.first, span.last));
  return year;
}

std::vector<Id<Person>> people_spoken_with(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit,
                                           Span span) {
  return reader.all(
      "select distinct o.person_id from posts o where o.institution_id = $1 and o.org_unit_id = $2 and "
      "exists (select 1 from "
      "interaction_persons l join interactions i on i.institution_id = $1 and i.id = l.interaction_id and "
      "i.is_two_way = 1 "
      "where l.institution_id = $1 and l.person_id = o.person_id and l.happened_on >= $3 and l.happened_on "
      "<= $4 and "
      "l.visibility < 2 and (o.valid_from is null or o.valid_from <= l.happened_on) and (o.valid_to is null "
      "or o.valid_to >= "
      "l.happened_on)) order by o.person_id limit 100000",
      [](const db::Row& row) { return row.id<Person>(0); }, institution, unit, span.first, span.last);
}

std::optional<Date> next_conversation(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit,
                                      Span span) {
  // Whom it is with decides in which department it counts, so posts are looked at too.
  const auto of_unit = reader.one(
      "select happened_on from interaction_units where institution_id = $1 and org_unit_id = $2 and "
      "happened_on >= $3 and "
      "happened_on <= $4 order by happened_on limit 1",
      [](const db::Row& row) { return row.date(0); }, institution, unit, span.first, span.last);
  const auto of_people = reader.one(
      "select min(n.happened_on) from (select (select l.happened_on from interaction_persons l where "
      "l.institution_id = $1 "
      "and l.person_id = o.person_id and l.happened_on >= $3 and l.happened_on <= $4 order by l.happened_on "
      "limit 1) as "
      "happened_on from posts o where o.institution_id = $1 and o.org_unit_id = $2) n",
      [](const db::Row& row) { return row.optional_date(0); }, institution, unit, span.first, span.last);
  const auto person_day = of_people ? *of_people : std::nullopt;
  if (!of_unit || !person_day) return of_unit ? of_unit : person_day;
  return std::min(*of_unit, *person_day);
}

int plan_items(db::Reader& reader, Id<Institution> institution, UnitYearKey key) {
  return static_cast<int>(
      reader.count(db::concat<"select count(*) ", done_items>, institution, key.unit, key.academic_year));
}

std::vector<Id<Interaction>> sessions_of(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit,
                                         Span span, Family family) {
  return reader.all(
      "select u.interaction_id from interaction_units u join interaction_kinds k on k.institution_id = $1 "
      "and k.id = "
      "u.kind_id and k.family = $5 where u.institution_id = $1 and u.org_unit_id = $2 and u.happened_on >= "
      "$3 and "
      "u.happened_on <= $4 and u.visibility < 2 order by u.happened_on desc, u.interaction_id desc limit 500",
      read_conversation, institution, unit, span.first, span.last, code(family));
}

std::vector<Id<Interaction>> chain_ends_of(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit,
                                           Span span) {
  return reader.all(db::concat<"select u.interaction_id ", chain_ends,
                               "order by u.happened_on desc, u.interaction_id desc limit 500">,
                    read_conversation, institution, unit, span.first, span.last);
}

std::vector<ModuleCount> modules_of(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit,
                                    Span span) {
  return reader.all(
      "select t.topic_id, count(*) from interaction_units u join interaction_topics t on t.institution_id = "
      "$1 and "
      "t.interaction_id = u.interaction_id join topics o on o.institution_id = $1 and o.id = t.topic_id and "
      "o.is_module = 1 "
      "where u.institution_id = $1 and u.org_unit_id = $2 and u.happened_on >= $3 and u.happened_on <= $4 "
      "and u.visibility "
      "< 2 group by t.topic_id order by count(*) desc, t.topic_id limit 500",
      [](const db::Row& row) {
        return ModuleCount{row.id<Topic>(0), row.number(1)};
      },
      institution, unit, span.first, span.last);
}

std::vector<KeptItem> plan_items_of(db::Reader& reader, Id<Institution> institution, UnitYearKey key) {
  return reader.all(
      db::concat<"select i.id, i.words, i.closed_on, (select max(p.kept_at) from plan_item_owners o join "
                 "promises p on p.institution_id = $1 and p.id = o.promise_id and p.dropped_at is null where "
                 "o.institution_id = $1 and o.plan_item_id = i.id) ",
                 done_items, "order by i.position, i.id limit 500">,
      [](const db::Row& row) {
        return KeptItem{row.id<PlanItem>(0), row.string(1), row.optional_date(2), row.optional_instant(3)};
      },
      institution, key.unit, key.academic_year);
}

bool has_conversations(db::Reader& reader, Id<Institution> institution) {
  return reader.exists("select 1 from interactions where institution_id = $1 limit 1", institution);
}

bool has_conversations(db::Reader& reader, Id<Institution> institution, Span span) {
  return reader.exists(
      "select 1 from interactions where institution_id = $1 and happened_on >= $2 and happened_on <= $3 "
      "limit "
      "1",
      institution, span.first, span.last);
}

std::optional<State> find_state(db::Reader& reader, Id<Institution> institution) {
  return reader.one(
      "select round, directory_version, kinds_mark, anew_after from unit_years_state where institution_id = "
      "$1",
      [](const db::Row& row) {
        return State{row.integer(0), row.integer(1), row.string(2), row.optional_id<OrgUnit>(3)};
      },
      institution);
}

bool put_state(db::Writer& writer, Id<Institution> institution, const State& state) {
  writer.execute(
      "insert into unit_years_state (institution_id, round, directory_version, kinds_mark, anew_after) "
      "values ($1, 0, 0, "
      "'', null) on conflict (institution_id) do nothing",
      institution);
  return writer.execute(
             "update unit_years_state set round = round + 1, directory_version = $3, kinds_mark = $4, "
             "anew_after = $5 where "
             "institution_id = $1 and round = $2",
             institution, state.round, state.directory_version, state.kinds_mark, state.anew_after) == 1;
}

std::vector<UnitYearKey> due(db::Reader& reader, Id<Institution> institution, Date today, int limit) {
  return reader.all(
      "select org_unit_id, academic_year from unit_years where institution_id = $1 and ahead_on is not null "
      "and ahead_on <= "
      "$2 order by ahead_on, org_unit_id, academic_year limit $3",
      [](const db::Row& row) {
        return UnitYearKey{row.id<OrgUnit>(0), row.number(1)};
      },
      institution, today, limit);
}

std::optional<Id<OrgUnit>> unit_after(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> after) {
  return reader.one(
      "select id from org_units where institution_id = $1 and id > $2 order by id limit 1",
      [](const db::Row& row) { return row.id<OrgUnit>(0); }, institution, after);
}

std::optional<Span> days_of(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit) {
  return reader
      .one(
          "select min(happened_on), max(happened_on) from interaction_units where institution_id = $1 and "
          "org_unit_id = $2",
          read_span, institution, unit)
      .value_or(std::nullopt);
}

std::optional<Span> days_of(db::Reader& reader, Id<Institution> institution, Id<Person> record) {
  return reader
      .one(
          "select min(happened_on), max(happened_on) from interaction_persons where institution_id = $1 and "
          "person_id = $2",
          read_span, institution, record)
      .value_or(std::nullopt);
}

std::vector<Id<Person>> people_changed_since(db::Reader& reader, Id<Institution> institution,
                                             std::int64_t directory_version, int limit) {
  return reader.all(
      "select p.id from persons p where p.institution_id = $1 and p.directory_version > $2 and exists "
      "(select "
      "1 from interaction_persons l where l.institution_id = $1 and l.person_id = p.id) order by "
      "p.directory_version, p.id limit $3",
      [](const db::Row& row) { return row.id<Person>(0); }, institution, directory_version, limit);
}

std::vector<Id<OrgUnit>> units_of(db::Reader& reader, Id<Institution> institution, Id<Person> record) {
  return reader.all(
      "select distinct org_unit_id from posts where institution_id = $1 and person_id = $2 order by "
      "org_unit_id limit 200",
      [](const db::Row& row) { return row.id<OrgUnit>(0); }, institution, record);
}

bool has_changed_people(db::Reader& reader, Id<Institution> institution, Id<OrgUnit> unit,
                        std::int64_t directory_version) {
  return reader.exists(
      "select 1 from persons p join posts o on o.institution_id = $1 and o.person_id = p.id and "
      "o.org_unit_id = $2 where "
      "p.institution_id = $1 and p.directory_version > $3 limit 1",
      institution, unit, directory_version);
}

}  // namespace rapport::unit_year_store
