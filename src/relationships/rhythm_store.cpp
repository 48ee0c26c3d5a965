// The SQL of rhythms.
#include "relationships/rhythm_store.hpp"

#include <set>

namespace rapport::rhythm_store {
namespace {

Kept read_kept(const db::Row& row) {
  Kept kept{.rhythm = {.last_on = row.optional_date(0),
                       .gaps = row.number(1),
                       .gap_hundredths = row.integer(2),
                       .gap_days = row.number(3)},
            .ahead_on = row.optional_date(6),
            .recent = row.string(7),
            .people_reached = row.number(8),
            .modules_reached = row.number(9),
            .embedded_on = row.optional_date(10),
            .came_back_on = row.optional_date(11),
            .reach_on = row.optional_date(12)};
  if (!row.is_null(4)) kept.dates = QuietDates{row.date(4), row.date(5)};
  return kept;
}

Id<Person> read_person(const db::Row& row) {
  return row.id<Person>(0);
}

using Conversations = std::vector<Id<Interaction>>;

/// Where a walk ends: nobody needs to know of more.
constexpr std::size_t reached_max = 150;

Id<Interaction> read_conversation(const db::Row& row) {
  return row.id<Interaction>(0);
}

Conversations conversations_that_led_on(db::Reader& reader, Id<Institution> institution, Id<Person> record,
                                        Date today) {
  return reader.all(
      "select interaction_id from interaction_persons where institution_id = $1 and person_id = $2 and "
      "happened_on <= $3 and visibility < 2 and bump_count > 0 order by happened_on, interaction_id limit "
      "10000",
      read_conversation, institution, record, today);
}

/// What a conversation led to.
struct LedTo {
  Id<Interaction> id = {};
  Date happened_on = {};
  bool is_for_everybody = true;

  friend auto operator<=>(const LedTo&, const LedTo&) = default;
};

std::vector<LedTo> led_to(db::Reader& reader, Id<Institution> institution, Id<Interaction> from, Date today) {
  return reader.all(
      "select b.to_id, i.happened_on, i.visibility from bumps b join interactions i on i.institution_id = "
      "b.institution_id and i.id = "
      "b.to_id where b.institution_id = $1 and b.from_id = $2 and b.state = 'accepted' and b.is_counted = 1 "
      "and i.visibility < 2 and i.happened_on <= $3 order by b.to_id limit 1000",
      [](const db::Row& row) {
        return LedTo{row.id<Interaction>(0), row.date(1), row.number(2) == 0};
      },
      institution, from, today);
}

void add_people_and_modules(db::Reader& reader, Id<Institution> institution, const LedTo& through,
                            std::vector<Reached>& all) {
  const Reached as{.through = through.id,
                   .happened_on = through.happened_on,
                   .is_for_everybody = through.is_for_everybody};
  reader.each(
      "select person_id from interaction_persons where institution_id = $1 and interaction_id = $2 order by "
      "person_id limit 1000",
      [&](const db::Row& row) { all.emplace_back(as).person = row.id<Person>(0); }, institution, through.id);
  reader.each(
      "select t.topic_id from interaction_topics t join topics o on o.institution_id = t.institution_id and "
      "o.id = t.topic_id where t.institution_id = $1 and t.interaction_id = $2 and o.is_module = 1 order by "
      "t.topic_id limit 1000",
      [&](const db::Row& row) { all.emplace_back(as).module = row.id<Topic>(0); }, institution, through.id);
}

}  // namespace

std::optional<Kept> find(db::Reader& reader, Id<Institution> institution, Id<Person> person) {
  return reader.one(
      "select last_on, gaps, gap_hundredths, gap_days, hello_on, quiet_on, ahead_on, "
      "recent, people_reached, modules_reached, embedded_on, came_back_on, reach_on from rhythms where "
      "institution_id = $1 and person_id = "
      "$2",
      read_kept, institution, person);
}

void put(db::Writer& writer, Id<Institution> institution, Id<Person> person, const Kept& kept) {
  const auto hello_on = kept.dates ? std::optional(kept.dates->hello_on) : std::nullopt;
  const auto quiet_on = kept.dates ? std::optional(kept.dates->quiet_on) : std::nullopt;
  writer.send(
      "insert into rhythms (institution_id, person_id, last_on, gaps, gap_hundredths, gap_days, hello_on, "
      "quiet_on, ahead_on, recent, people_reached, modules_reached, embedded_on, came_back_on, reach_on) "
      "values "
      "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) "
      "on conflict (institution_id, person_id) do update set last_on = excluded.last_on, gaps = "
      "excluded.gaps, gap_hundredths = excluded.gap_hundredths, gap_days = excluded.gap_days, hello_on = "
      "excluded.hello_on, quiet_on = excluded.quiet_on, ahead_on = excluded.ahead_on, recent = "
      "excluded.recent, people_reached = excluded.people_reached, modules_reached = "
      "excluded.modules_reached, embedded_on = excluded.embedded_on, came_back_on = excluded.came_back_on, "
      "reach_on = excluded.reach_on",
      institution, person, kept.rhythm.last_on, kept.rhythm.gaps, kept.rhythm.gap_hundredths,
      kept.rhythm.gap_days, hello_on, quiet_on, kept.ahead_on, kept.recent, kept.people_reached,
      kept.modules_reached, kept.embedded_on, kept.came_back_on, kept.reach_on);
}

void erase(db::Writer& writer, Id<Institution> institution, Id<Person> person) {
  writer.send("delete from rhythms where institution_id = $1 and person_id = $2", institution, person);
}

std::vector<Contact> contacts(db::Reader& reader, Id<Institution> institution, Id<Person> record, Date before,
                              int limit) {
  return reader.all(
      "select l.happened_on, i.kind_id, i.begun_by, i.id, l.visibility from interaction_persons l join "
      "interactions i "
      "on i.institution_id = l.institution_id and i.id = l.interaction_id "
      "where l.institution_id = $1 and l.person_id = $2 and l.happened_on < $3 and l.visibility < 2 "
      "and i.is_two_way = 1 order by l.happened_on desc limit $4",
      [](const db::Row& row) {
        return Contact{row.date(0), row.id<InteractionKind>(1),
                       begun_by_of(row.text(2)).value_or(BegunBy::unknown), row.id<Interaction>(3),
                       row.number(4) == 0};
      },
      institution, record, before, limit);
}

std::vector<Reached> reached(db::Reader& reader, Id<Institution> institution, Id<Person> record, Date today) {
  // A look-up by key for each step, because PostgreSQL plans a recursive walk by reading whole tables: a
  // second for one person. Few people have conversations that led to something, and those lead to some
  // dozens.
  std::set<LedTo> found;
  std::set<Id<Interaction>> followed;
  auto open = conversations_that_led_on(reader, institution, record, today);
  while (!open.empty() && found.size() < reached_max) {
    const auto from = open.back();
    open.pop_back();
    if (!followed.insert(from).second) continue;
    for (const auto to : led_to(reader, institution, from, today))
      if (found.insert(to).second) open.push_back(to.id);
  }
  std::vector<Reached> all;
  for (const auto& through : found) add_people_and_modules(reader, institution, through, all);
  return all;
}

std::optional<Date> next_contact(db::Reader& reader, Id<Institution> institution, Id<Person> record,
                                 Date today) {
  return reader.one(
      "select l.happened_on from interaction_persons l join interactions i "
      "on i.institution_id = l.institution_id and i.id = l.interaction_id "
      "where l.institution_id = $1 and l.person_id = $2 and l.happened_on > $3 and l.visibility < 2 "
      "and i.is_two_way = 1 order by l.happened_on limit 1",
      [](const db::Row& row) { return row.date(0); }, institution, record, today);
}

std::int64_t version_of(db::Reader& reader, Id<Institution> institution, Id<Person> record) {
  return reader.count("select version + directory_version from persons where institution_id = $1 and id = $2",
                      institution, record);
}

std::vector<Id<Person>> records_changed_since(db::Reader& reader, Id<Institution> institution,
                                              std::int64_t version, int limit) {
  return reader.all(
      "select id from persons where institution_id = $1 and directory_version > $2 "
      "order by directory_version, id limit $3",
      read_person, institution, version, limit);
}

std::vector<Id<Person>> records_after(db::Reader& reader, Id<Institution> institution, Id<Person> after,
                                      int limit) {
  return reader.all("select id from persons where institution_id = $1 and id > $2 order by id limit $3",
                    read_person, institution, after, limit);
}

std::vector<Id<Person>> due(db::Reader& reader, Id<Institution> institution, Date today, int limit) {
  return reader.all(
      "select person_id from rhythms where institution_id = $1 and ahead_on is not null and ahead_on <= $2 "
      "order by ahead_on, person_id limit $3",
      read_person, institution, today, limit);
}

void put_off(db::Writer& writer, Id<Institution> institution, Id<Person> record) {
  writer.send(
      "insert into rhythms_to_make (institution_id, person_id) values ($1, $2) on conflict (institution_id, "
      "person_id) do nothing",
      institution, record);
}

std::vector<Id<Person>> put_off(db::Reader& reader, Id<Institution> institution, int limit) {
  return reader.all(
      "select person_id from rhythms_to_make where institution_id = $1 order by person_id limit $2",
      read_person, institution, limit);
}

void put_off_changed_since(db::Writer& writer, Id<Institution> institution, std::int64_t version) {
  writer.send(
      "insert into rhythms_to_make (institution_id, person_id) select institution_id, id from persons where "
      "institution_id = $1 and directory_version > $2 on conflict (institution_id, person_id) do nothing",
      institution, version);
}

void take_up(db::Writer& writer, Id<Institution> institution, Id<Person> record) {
  writer.send("delete from rhythms_to_make where institution_id = $1 and person_id = $2", institution,
              record);
}

std::optional<State> find_state(db::Reader& reader, Id<Institution> institution) {
  return reader.one(
      "select calendar_mark, directory_version, anew_after from rhythm_state where institution_id = $1",
      [](const db::Row& row) {
        return State{row.string(0), row.integer(1), row.optional_id<Person>(2)};
      },
      institution);
}

bool has_conversations(db::Reader& reader, Id<Institution> institution) {
  return reader.exists("select 1 from interaction_persons where institution_id = $1 limit 1", institution);
}

void put_state(db::Writer& writer, Id<Institution> institution, const State& state) {
  writer.send(
      "insert into rhythm_state (institution_id, calendar_mark, directory_version, anew_after) "
      "values ($1, $2, $3, $4) on conflict (institution_id) do update set calendar_mark = "
      "excluded.calendar_mark, directory_version = excluded.directory_version, anew_after = "
      "excluded.anew_after",
      institution, state.calendar_mark, state.directory_version, state.anew_after);
}

std::string calendar_mark(db::Reader& reader, Id<Institution> institution) {
  return reader
      .one(
          "select count(*), coalesce(max(id), 0), (select cast(coalesce(sum(k.id * (k.depth + 1)), 0) as "
          "bigint) from interaction_kinds k where k.institution_id = $1), (select "
          "cast(coalesce(sum(u.from_year * "
          "(u.org_unit_id + 1) * (coalesce(u.calendar_id, 0) + 1)), 0) as bigint) from org_unit_calendars u "
          "where "
          "u.institution_id = $1), (select count(*) from academic_year_changes y where y.institution_id = "
          "$1) from "
          "calendar_periods where institution_id = $1",
          [](const db::Row& row) {
            auto mark = std::to_string(row.integer(0)) + "/" + std::to_string(row.integer(1)) + "/" +
                        std::to_string(row.integer(2));
            if (row.integer(3) != 0) mark += "/" + std::to_string(row.integer(3));
            if (row.integer(4) != 0) mark += "/years " + std::to_string(row.integer(4));
            return mark;
          },
          institution)
      .value_or("");
}

void count_month(db::Writer& writer, Id<Institution> institution, Id<OrgUnit> unit, Date month) {
  writer.send(
      "insert into unit_months (institution_id, org_unit_id, month, conversations) "
      "select $1, $2, $3, count(*) from interaction_units where institution_id = $1 and org_unit_id = $2 "
      "and happened_on >= $3 and happened_on < $4 and visibility < 2 "
      "on conflict (institution_id, org_unit_id, month) do update set conversations = "
      "excluded.conversations",
      institution, unit, month, month.plus_months(1));
}

}  // namespace rapport::rhythm_store
