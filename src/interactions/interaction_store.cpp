// The SQL of interactions and their link tables.
#include "interactions/interaction_store.hpp"

#include "base/text.hpp"
#include "interactions/id_list.hpp"
#include "interactions/may_read.hpp"

namespace rapport::interaction_store {
namespace {

constexpr db::Fragment columns =
    "i.id, i.kind_id, i.happened_on, i.happened_minute, i.precision, i.duration_minutes, i.attendees, "
    "i.place, "
    "i.begun_by, i.is_two_way, i.note, i.visibility, i.team_id, i.org_unit_id, i.people, i.staff, i.topics, "
    "i.bump_count, i.needs_sorting, i.line, i.recorded_by, i.recorded_at, i.version, i.withdrawn_at ";

// Of person $2 with staff $3. Asked for one end: the walk begins at the person's first or last day.
constexpr db::Fragment days_together =
    "select p.happened_on from interaction_persons p where p.institution_id = $1 and p.person_id = $2 "
    "and p.visibility < 2 and exists (select 1 from interaction_staff s where s.institution_id = $1 "
    "and s.staff_id = $3 and s.happened_on = p.happened_on and s.interaction_id = p.interaction_id) ";

// $5 and $6 are the cursor, $7 the family or nothing, $8 the limit.
constexpr db::Fragment of_family =
    "and ($7 = '' or i.kind_id in (select k.id from interaction_kinds k where k.institution_id = "
    "i.institution_id "
    "and k.family = $7)) ";
constexpr db::Fragment newest_first =
    "and (l.happened_on, l.interaction_id) < ($5, $6) order by l.happened_on desc, l.interaction_id desc "
    "limit $8";
constexpr db::Fragment joined =
    "join interactions i on i.institution_id = l.institution_id and i.id = l.interaction_id ";

template <class Tag>
std::string list_of_ids(const std::vector<Id<Tag>>& ids) {
  std::vector<std::int64_t> values;
  values.reserve(ids.size());
  for (const auto id : ids) values.push_back(id.value);
  return list_of(values);
}

std::optional<TimeOfDay> time_of(const db::Row& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return TimeOfDay{row.number(column)};
}

Interaction read_interaction(const db::Row& row) {
  return {.id = row.id<Interaction>(0),
          .kind = row.id<InteractionKind>(1),
          .happened_on = row.date(2),
          .happened_at_time = time_of(row, 3),
          .precision = precision_of(row.text(4)).value_or(Precision::day),
          .duration_minutes = row.optional_number(5),
          .attendees = row.optional_number(6),
          .place = row.string(7),
          .begun_by = begun_by_of(row.text(8)).value_or(BegunBy::unknown),
          .is_two_way = row.flag(9),
          .note = row.string(10),
          .visibility = static_cast<Visibility>(row.number(11)),
          .team = row.optional_id<Team>(12),
          .org_unit = row.optional_id<OrgUnit>(13),
          .people = ids_of<Person>(row.text(14)),
          .staff = ids_of<Staff>(row.text(15)),
          .topics = ids_of<Topic>(row.text(16)),
          .bump_count = row.number(17),
          .needs_sorting = row.flag(18),
          .line = row.string(19),
          .recorded_by = row.id<Staff>(20),
          .recorded_at = row.instant(21),
          .version = row.number(22),
          .is_withdrawn = !row.is_null(23)};
}

std::optional<int> minute_of(const InteractionDraft& draft) {
  if (!draft.happened_at_time) return std::nullopt;
  return draft.happened_at_time->minutes;
}

/// A module's code: two to five letters, then three to five digits.
bool looks_like_module(std::string_view name) {
  std::size_t letters = 0;
  while (letters < name.size() && ((name[letters] | 0x20) >= 'a' && (name[letters] | 0x20) <= 'z')) ++letters;
  const auto digits = name.size() - letters;
  if (letters < 2 || letters > 5 || digits < 3 || digits > 5) return false;
  return name.find_first_not_of("0123456789", letters) == std::string_view::npos;
}

}  // namespace

std::string list_of(const std::vector<std::int64_t>& ids) {
  std::string list;
  for (const auto id : ids) {
    if (!list.empty()) list += ',';
    list += std::to_string(id);
  }
  return list;
}

Id<Interaction> insert(db::Writer& writer, Id<Institution> institution, const Row& row) {
  const auto& draft = row.draft;
  return writer.insert<Interaction>(
      "insert into interactions (institution_id, kind_id, happened_on, happened_minute, precision, "
      "duration_minutes, "
      "attendees, place, begun_by, is_two_way, note, visibility, team_id, org_unit_id, people, staff, "
      "topics, "
      "needs_sorting, line, source, source_key, recorded_by, recorded_at) "
      "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, "
      "$21, $22, $23) "
      "returning id",
      institution, *draft.kind, draft.happened_on, minute_of(draft), code(draft.precision),
      draft.duration_minutes, draft.attendees, draft.place, code(draft.begun_by), *draft.is_two_way,
      draft.note, static_cast<int>(draft.visibility), row.team, draft.org_unit, list_of_ids(row.people),
      list_of_ids(draft.staff), list_of_ids(row.topics), draft.needs_sorting, draft.line, draft.source,
      draft.source_key, row.recorded_by, row.recorded_at);
}

bool update(db::Writer& writer, Id<Institution> institution, Id<Interaction> id, int version,
            const Row& row) {
  const auto& draft = row.draft;
  return writer.execute(
             "update interactions set kind_id = $4, happened_on = $5, happened_minute = $6, precision = $7, "
             "duration_minutes = $8, attendees = $9, place = $10, begun_by = $11, is_two_way = $12, note = "
             "$13, "
             "visibility = $14, org_unit_id = $15, people = $16, staff = $17, topics = $18, needs_sorting = "
             "$19, "
             "version = version + 1 where institution_id = $1 and id = $2 and version = $3",
             institution, id, version, *draft.kind, draft.happened_on, minute_of(draft),
             code(draft.precision), draft.duration_minutes, draft.attendees, draft.place,
             code(draft.begun_by), *draft.is_two_way, draft.note, static_cast<int>(draft.visibility),
             draft.org_unit, list_of_ids(row.people), list_of_ids(draft.staff), list_of_ids(row.topics),
             draft.needs_sorting) == 1;
}

void set_withdrawn(db::Writer& writer, Id<Institution> institution, Id<Interaction> id,
                   std::optional<Instant> at, Id<Staff> by, std::string_view because) {
  writer.execute(
      "update interactions set withdrawn_at = $3, withdrawn_by = $4, withdrawn_because = $5, version = "
      "version + 1 "
      "where institution_id = $1 and id = $2",
      institution, id, at, by, because);
}

void insert_links(db::Writer& writer, Id<Institution> institution, Id<Interaction> id, const Row& row,
                  const std::vector<Id<OrgUnit>>& units) {
  const auto& draft = row.draft;
  // One statement a link: a conversation has a handful, and both engines keep the statement prepared.
  for (const auto& participant : draft.people) {
    writer.send(
        "insert into interaction_persons (institution_id, person_id, happened_on, interaction_id, "
        "visibility, aside, bump_count) values ($1, $2, $3, $4, $5, $6, "
        "(select bump_count from interactions where institution_id = $1 and id = $4))",
        institution, participant.person, draft.happened_on, id, static_cast<int>(draft.visibility),
        participant.aside);
  }
  for (const auto staff : draft.staff) {
    writer.send(
        "insert into interaction_staff (institution_id, staff_id, happened_on, interaction_id) values ($1, "
        "$2, $3, $4)",
        institution, staff, draft.happened_on, id);
  }
  for (const auto topic : row.topics) {
    writer.send(
        "insert into interaction_topics (institution_id, topic_id, happened_on, interaction_id) "
        "values ($1, $2, $3, $4)",
        institution, topic, draft.happened_on, id);
  }
  for (const auto unit : units) {
    writer.send(
        "insert into interaction_units (institution_id, org_unit_id, happened_on, interaction_id, kind_id, "
        "visibility) values ($1, $2, $3, $4, $5, $6)",
        institution, unit, draft.happened_on, id, *draft.kind, static_cast<int>(draft.visibility));
  }
}

void erase_links(db::Writer& writer, Id<Institution> institution, Id<Interaction> id) {
  writer.execute("delete from interaction_persons where institution_id = $1 and interaction_id = $2",
                 institution, id);
  writer.execute("delete from interaction_staff where institution_id = $1 and interaction_id = $2",
                 institution, id);
  writer.execute("delete from interaction_topics where institution_id = $1 and interaction_id = $2",
                 institution, id);
  writer.execute("delete from interaction_units where institution_id = $1 and interaction_id = $2",
                 institution, id);
}

std::vector<Id<OrgUnit>> units_of(db::Reader& reader, Id<Institution> institution, Id<Interaction> id) {
  return reader.all(
      "select org_unit_id from interaction_units where institution_id = $1 and interaction_id = $2 "
      "order by org_unit_id limit 1000",
      [](const db::Row& row) { return row.id<OrgUnit>(0); }, institution, id);
}

std::optional<Id<Interaction>> find_source_key(db::Reader& reader, Id<Institution> institution,
                                               std::string_view source_key) {
  return reader.one(
      "select id from interactions where institution_id = $1 and source_key = $2",
      [](const db::Row& row) { return row.id<Interaction>(0); }, institution, source_key);
}

std::optional<Interaction> find(db::Reader& reader, const Scope& scope, Id<Interaction> id,
                                Withdrawn withdrawn) {
  auto found =
      reader.one(db::concat<"select ", columns,
                            "from interactions i where i.institution_id = $1 and i.id = $4 and ", may_read>,
                 read_interaction, scope.institution, scope.viewer.staff, team_number(scope), id);
  if (found && found->is_withdrawn && withdrawn == Withdrawn::hidden) return std::nullopt;
  return found;
}

std::optional<Interaction> find_unseen(db::Reader& reader, Id<Institution> institution, Id<Interaction> id) {
  return reader.one(
      db::concat<"select ", columns, "from interactions i where i.institution_id = $1 and i.id = $2">,
      read_interaction, institution, id);
}

Neighbours neighbours(db::Reader& reader, Id<Institution> institution, Id<Interaction> id) {
  Neighbours found;
  found.earlier = reader.all(
      db::concat<
          "select ", columns,
          "from bumps b join interactions i on i.institution_id = b.institution_id and i.id = b.from_id "
          "where b.institution_id = $1 and b.to_id = $2 and b.state in ('accepted', 'proposed') "
          "order by i.happened_on desc, i.id limit 1000">,
      read_interaction, institution, id);
  found.later = reader.all(
      db::concat<"select ", columns,
                 "from bumps b join interactions i on i.institution_id = b.institution_id and i.id = b.to_id "
                 "where b.institution_id = $1 and b.from_id = $2 and b.state in ('accepted', 'proposed') "
                 "order by i.happened_on, i.id limit 10000">,
      read_interaction, institution, id);
  return found;
}

void insert_change(db::Writer& writer, Id<Institution> institution, Id<Interaction> id) {
  writer.execute("insert into interaction_changes (institution_id, interaction_id) values ($1, $2)",
                 institution, id);
}

std::vector<Participant> participants(db::Reader& reader, Id<Institution> institution, Id<Interaction> id) {
  return reader.all(
      "select person_id, aside from interaction_persons where institution_id = $1 and interaction_id = $2 "
      "order by person_id limit 1000",
      [](const db::Row& row) {
        return Participant{row.id<Person>(0), row.string(1)};
      },
      institution, id);
}

std::vector<Interaction> of_person(db::Reader& reader, const Scope& scope, Id<Person> person,
                                   const Cursor& before, std::string_view family, int limit) {
  return reader.all(
      db::concat<"select ", columns, "from interaction_persons l ", joined,
                 "where l.institution_id = $1 and l.person_id = $4 and ", may_read, of_family, newest_first>,
      read_interaction, scope.institution, scope.viewer.staff, team_number(scope), person, before.happened_on,
      before.id, family, limit);
}

std::vector<Interaction> of_unit(db::Reader& reader, const Scope& scope, Id<OrgUnit> unit,
                                 const Cursor& before, std::string_view family, int limit) {
  return reader.all(db::concat<"select ", columns, "from interaction_units l ", joined,
                               "where l.institution_id = $1 and l.org_unit_id = $4 and ", may_read, of_family,
                               newest_first>,
                    read_interaction, scope.institution, scope.viewer.staff, team_number(scope), unit,
                    before.happened_on, before.id, family, limit);
}

std::vector<Interaction> of_staff(db::Reader& reader, const Scope& scope, Id<Staff> staff,
                                  const Cursor& before, std::string_view family, int limit) {
  return reader.all(
      db::concat<"select ", columns, "from interaction_staff l ", joined,
                 "where l.institution_id = $1 and l.staff_id = $4 and ", may_read, of_family, newest_first>,
      read_interaction, scope.institution, scope.viewer.staff, team_number(scope), staff, before.happened_on,
      before.id, family, limit);
}

std::vector<Interaction> of_topic(db::Reader& reader, const Scope& scope, Id<Topic> topic,
                                  const Cursor& before, std::string_view family, int limit) {
  return reader.all(
      db::concat<"select ", columns, "from interaction_topics l ", joined,
                 "where l.institution_id = $1 and l.topic_id = $4 and ", may_read, of_family, newest_first>,
      read_interaction, scope.institution, scope.viewer.staff, team_number(scope), topic, before.happened_on,
      before.id, family, limit);
}

std::vector<Interaction> from_today(db::Reader& reader, const Scope& scope, Date until, int limit) {
  return reader.all(
      db::concat<"select ", columns, "from interaction_staff l ", joined,
                 "where l.institution_id = $1 and l.staff_id = $2 and l.happened_on >= $3 "
                 "and l.happened_on <= $4 "
                 "order by l.happened_on, coalesce(i.happened_minute, 1440), l.interaction_id limit $5">,
      read_interaction, scope.institution, scope.viewer.staff, scope.today, until, limit);
}

std::vector<Interaction> to_sort_out(db::Reader& reader, const Scope& scope) {
  return reader.all(
      db::concat<"select ", columns,
                 "from interactions i where i.institution_id = $1 and i.recorded_by = $2 "
                 "and i.needs_sorting = 1 and i.withdrawn_at is null order by i.id desc limit 20">,
      read_interaction, scope.institution, scope.viewer.staff);
}

std::vector<DayOf> days_of_person(db::Reader& reader, const Scope& scope, Id<Person> person, Date from,
                                  Date to) {
  return reader.all(
      db::concat<
          "select l.happened_on, l.interaction_id from interaction_persons l where l.institution_id = $1 and "
          "l.person_id = $4 "
          "and l.happened_on >= $5 and l.happened_on <= $6 and (l.visibility = 0 or exists (select 1 from "
          "interactions i where i.institution_id = l.institution_id and i.id = l.interaction_id and ",
          may_read, ")) order by l.happened_on limit 20000">,
      [](const db::Row& row) {
        return DayOf{row.date(0), row.id<Interaction>(1)};
      },
      scope.institution, scope.viewer.staff, team_number(scope), person, from, to);
}

std::vector<Id<Person>> spoken_to_lately(db::Reader& reader, const Scope& scope, int limit) {
  // The newest 200 conversations are enough to name a few people, whatever the size of the table.
  return reader.all(
      "select p.person_id from (select happened_on, interaction_id from interaction_staff where "
      "institution_id = $1 "
      "and staff_id = $2 and happened_on <= $3 order by happened_on desc, interaction_id desc limit 200) s "
      "join interaction_persons p on p.institution_id = $1 and p.interaction_id = s.interaction_id "
      "group by p.person_id order by max(s.happened_on) desc, p.person_id limit $4",
      [](const db::Row& row) { return row.id<Person>(0); }, scope.institution, scope.viewer.staff,
      scope.today, limit);
}

std::optional<Date> last_day_of(db::Reader& reader, const Scope& scope, Id<Person> person) {
  return reader.one(
      "select happened_on from interaction_persons where institution_id = $1 and person_id = $2 "
      "and happened_on <= $3 and visibility < 2 order by happened_on desc limit 1",
      [](const db::Row& row) { return row.date(0); }, scope.institution, person, scope.today);
}

LastDays last_days(db::Reader& reader, const Scope& scope, Id<Person> person) {
  LastDays days;
  reader.each(
      "select staff_id, last_on from acquaintances where institution_id = $1 and person_id = $2 limit 1000",
      [&](const db::Row& row) {
        const auto last_on = row.date(1);
        if (row.id<Staff>(0) == scope.viewer.staff) days.mine = last_on;
        if (!days.anybodys || *days.anybodys < last_on) days.anybodys = last_on;
      },
      scope.institution, person);
  return days;
}

void keep_version(db::Writer& writer, Id<Institution> institution, const Interaction& before,
                  std::string_view content, Id<Staff> by, Instant at, std::string_view because) {
  writer.execute(
      "insert into interaction_versions (institution_id, interaction_id, version, content, changed_by, "
      "changed_at, "
      "because) values ($1, $2, $3, $4, $5, $6, $7)",
      institution, before.id, before.version, content, by, at, because);
}

std::vector<interactions::Version> versions(db::Reader& reader, Id<Institution> institution,
                                            Id<Interaction> id) {
  return reader.all(
      "select version, changed_by, changed_at, because, content from interaction_versions "
      "where institution_id = $1 and interaction_id = $2 order by version desc limit 200",
      [](const db::Row& row) {
        return interactions::Version{.version = row.number(0),
                                     .changed_by = row.id<Staff>(1),
                                     .changed_at = row.instant(2),
                                     .because = row.string(3),
                                     .content = row.string(4)};
      },
      institution, id);
}

void count_acquaintance(db::Writer& writer, Id<Institution> institution, Id<Person> person, Id<Staff> staff,
                        Date on) {
  writer.send(
      "insert into acquaintances (institution_id, person_id, staff_id, conversations, first_on, last_on) "
      "values ($1, $2, $3, 1, $4, $4) on conflict (institution_id, person_id, staff_id) do update set "
      "conversations = acquaintances.conversations + 1, "
      "first_on = case when excluded.first_on < acquaintances.first_on then excluded.first_on "
      "else acquaintances.first_on end, "
      "last_on = case when excluded.last_on > acquaintances.last_on then excluded.last_on "
      "else acquaintances.last_on end",
      institution, person, staff, on);
}

void uncount_acquaintance(db::Writer& writer, Id<Institution> institution, Id<Person> person,
                          Id<Staff> staff) {
  writer.send(db::concat<"update acquaintances set conversations = conversations - 1, first_on = coalesce((",
                         days_together, "order by p.happened_on limit 1), first_on), last_on = coalesce((",
                         days_together,
                         "order by p.happened_on desc limit 1), last_on) "
                         "where institution_id = $1 and person_id = $2 and staff_id = $3">,
              institution, person, staff);
  writer.send(
      "delete from acquaintances where institution_id = $1 and person_id = $2 and staff_id = $3 "
      "and conversations < 1",
      institution, person, staff);
}

std::vector<StaffOf> staff_with_both(db::Reader& reader, Id<Institution> institution, const TwoPeople& both) {
  return reader.all(
      "select p.interaction_id, s.staff_id from interaction_persons p join interaction_persons q on "
      "q.institution_id = p.institution_id and q.person_id = $3 and q.happened_on = p.happened_on and "
      "q.interaction_id = p.interaction_id join interaction_staff s on s.institution_id = p.institution_id "
      "and s.interaction_id = p.interaction_id where p.institution_id = $1 and p.person_id = $2 and "
      "p.visibility <> $4 order by p.interaction_id, s.staff_id limit 10000",
      [](const db::Row& row) {
        return StaffOf{row.id<Interaction>(0), row.id<Staff>(1)};
      },
      institution, both.one, both.other, static_cast<int>(Visibility::restricted));
}

std::vector<interactions::Acquaintance> who_knows(db::Reader& reader, Id<Institution> institution,
                                                  Id<Person> person) {
  return reader.all(
      "select staff_id, conversations, first_on, last_on from acquaintances where institution_id = $1 "
      "and person_id = $2 order by conversations desc, last_on desc, staff_id limit 50",
      [](const db::Row& row) {
        return interactions::Acquaintance{row.id<Staff>(0), row.number(1), row.date(2), row.date(3)};
      },
      institution, person);
}

Id<Topic> find_or_insert_topic(db::Writer& writer, Id<Institution> institution, std::string_view name) {
  const auto folded = fold(name);
  const auto found = writer.one(
      "select id from topics where institution_id = $1 and folded_name = $2",
      [](const db::Row& row) { return row.id<Topic>(0); }, institution, folded);
  if (found) return *found;
  const auto version = next_directory_version(writer, institution);
  return writer.insert<Topic>(
      "insert into topics (institution_id, name, folded_name, is_module, directory_version) "
      "values ($1, $2, $3, $4, $5) returning id",
      institution, name, folded, looks_like_module(name), version);
}

}  // namespace rapport::interaction_store
