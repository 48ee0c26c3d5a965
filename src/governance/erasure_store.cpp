// The SQL of erasures.
#include "governance/erasure_store.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"

namespace rapport::erasure_store {
namespace {

constexpr db::Fragment select_erasures =
    "select e.id, e.person_id, e.asked_by, e.ground, e.reason, e.takes_shared_words, e.due_on, "
    "e.requested_by, "
    "e.requested_at, e.state, e.settled_by, e.settled_at, e.settled_because, e.purged_at, e.version from "
    "erasures "
    "e where e.institution_id = $1 and ";

Erasure read_erasure(const db::Row& row) {
  return {.id = row.id<Erasure>(0),
          .person = row.id<Person>(1),
          .asked_by = asked_by_of(row.text(2)).value_or(AskedBy::library),
          .ground = erasure_ground_of(row.text(3)).value_or(ErasureGround::not_needed),
          .reason = row.string(4),
          .shared_words = row.flag(5) ? SharedWords::go : SharedWords::stay,
          .due_on = row.date(6),
          .requested_by = row.id<Staff>(7),
          .requested_at = row.instant(8),
          .state = erasure_state_of(row.text(9)).value_or(ErasureState::withdrawn),
          .settled_by = row.optional_id<Staff>(10),
          .settled_at = row.optional_instant(11),
          .settled_because = row.string(12),
          .purged_at = row.optional_instant(13),
          .version = row.number(14)};
}

std::vector<std::string> texts(db::Reader& reader, db::Sql sql, Id<Institution> institution,
                               Id<Person> person) {
  return reader.all(
      sql, [](const db::Row& row) { return row.string(0); }, institution, person);
}

}  // namespace

Id<Erasure> insert(db::Writer& writer, Id<Institution> institution, const Erasure& erasure) {
  return writer.insert<Erasure>(
      "insert into erasures (institution_id, person_id, asked_by, ground, reason, takes_shared_words, "
      "due_on, "
      "requested_by, requested_at, state, settled_by, settled_at) values ($1, $2, $3, $4, $5, $6, $7, $8, "
      "$9, "
      "$10, $11, $12) returning id",
      institution, erasure.person, code(erasure.asked_by), code(erasure.ground), erasure.reason,
      erasure.shared_words == SharedWords::go, erasure.due_on, erasure.requested_by, erasure.requested_at,
      code(erasure.state), erasure.settled_by, erasure.settled_at);
}

std::optional<Erasure> find(db::Reader& reader, Id<Institution> institution, Id<Erasure> id) {
  return reader.one(db::concat<select_erasures, "e.id = $2">, read_erasure, institution, id);
}

std::optional<Erasure> find_open(db::Reader& reader, Id<Institution> institution, Id<Person> person) {
  return reader.one(db::concat<select_erasures, "e.person_id = $2 and e.state = 'asked'">, read_erasure,
                    institution, person);
}

std::optional<Erasure> find_confirmed(db::Reader& reader, Id<Institution> institution, Id<Person> record) {
  return reader.one(
      db::concat<select_erasures,
                 "e.id = (select r.erasure_id from erased_records r join persons p on "
                 "p.institution_id = $1 and p.id = r.person_id and p.recorded_at = r.recorded_at "
                 "where r.institution_id = $1 and r.person_id = $2)">,
      read_erasure, institution, record);
}

std::vector<Erasure> open(db::Reader& reader, Id<Institution> institution) {
  return reader.all(db::concat<select_erasures, "e.state = 'asked' order by e.due_on, e.id limit 500">,
                    read_erasure, institution);
}

std::vector<Erasure> settled(db::Reader& reader, Id<Institution> institution, int limit) {
  return reader.all(
      db::concat<select_erasures, "e.state <> 'asked' order by e.settled_at desc, e.id desc limit $2">,
      read_erasure, institution, limit);
}

bool settle(db::Writer& writer, Id<Institution> institution, const Erasure& erasure) {
  return writer.execute(
             "update erasures set state = $3, settled_by = $4, settled_at = $5, settled_because = $6, "
             "version = "
             "version + 1 where institution_id = $1 and id = $2 and state = 'asked'",
             institution, erasure.id, code(erasure.state), erasure.settled_by, erasure.settled_at,
             erasure.settled_because) == 1;
}

void forget_words(db::Writer& writer, Id<Institution> institution, Id<Person> record) {
  writer.execute(
      "update erasures set reason = '', settled_because = '' where institution_id = $1 and person_id = $2",
      institution, record);
}

bool has_unpurged(db::Reader& reader, Id<Institution> institution) {
  return reader.exists(
      "select 1 from erasures where institution_id = $1 and state = 'confirmed' and purged_at is null limit "
      "1",
      institution);
}

void set_purged(db::Writer& writer, Id<Institution> institution, Instant confirmed_until, Instant at) {
  writer.execute(
      "update erasures set purged_at = $3 where institution_id = $1 and state = 'confirmed' and purged_at is "
      "null "
      "and settled_at <= $2",
      institution, confirmed_until, at);
}

std::vector<Record> records_of(db::Reader& reader, Id<Institution> institution, Id<Person> person) {
  // Up to whoever remains, a merge at a time: there are hardly ever two, and a circle must end.
  for (int step = 0; step < 16; ++step) {
    const auto into = reader.one(
        "select merged_into from persons where institution_id = $1 and id = $2",
        [](const db::Row& row) { return row.optional_id<Person>(0); }, institution, person);
    if (!into || !*into) break;
    person = **into;
  }
  auto records = reader.all(
      "with recursive same (id) as (select p.id from persons p where p.institution_id = $1 and p.id = $2 "
      "union "
      "select p.id from persons p join same s on p.merged_into = s.id where p.institution_id = $1) select "
      "p.id, "
      "p.slug, p.title, p.full_name, p.known_as, coalesce(p.orcid, ''), p.recorded_at from same s join "
      "persons p "
      "on p.institution_id = $1 and p.id = s.id where p.erased_on is null order by case when p.id = $2 then "
      "0 "
      "else 1 end, p.id",
      [](const db::Row& row) {
        return Record{.id = row.id<Person>(0),
                      .slug = row.string(1),
                      .title = row.string(2),
                      .full_name = row.string(3),
                      .known_as = row.string(4),
                      .orcid = row.string(5),
                      .recorded_at = row.instant(6)};
      },
      institution, person);
  for (auto& record : records) {  // one, nearly always
    record.names = texts(
        reader, "select name from person_names where institution_id = $1 and person_id = $2 order by id",
        institution, record.id);
    record.addresses =
        texts(reader,
              "select address from person_addresses where institution_id = $1 and person_id = $2 order by id",
              institution, record.id);
  }
  return records;
}

void insert_record(db::Writer& writer, Id<Institution> institution, Id<Erasure> erasure,
                   const KeptErasure::Record& record) {
  writer.execute(
      "insert into erased_records (institution_id, erasure_id, person_id, recorded_at) values ($1, $2, $3, "
      "$4)",
      institution, erasure, record.person, record.recorded_at);
}

bool is_listed(db::Reader& reader, Id<Institution> institution, const KeptErasure::Record& record) {
  return reader.exists(
      "select 1 from erased_records where institution_id = $1 and person_id = $2 and recorded_at = $3",
      institution, record.person, record.recorded_at);
}

bool is_there(db::Reader& reader, Id<Institution> institution, const KeptErasure::Record& record) {
  return reader.exists(
      "select 1 from persons where institution_id = $1 and id = $2 and recorded_at = $3 and erased_on is "
      "null",
      institution, record.person, record.recorded_at);
}

std::vector<KeptErasure> list(db::Reader& reader, Id<Institution> institution) {
  struct Listed {
    Id<Erasure> id = {};
    KeptErasure kept = {};
  };
  std::vector<Listed> all;
  reader.each(
      "select e.id, e.asked_by, e.ground, e.takes_shared_words, e.due_on, e.requested_by, e.requested_at, "
      "e.settled_by, e.settled_at, r.person_id, r.recorded_at from erasures e join erased_records r on "
      "r.institution_id = e.institution_id and r.erasure_id = e.id where e.institution_id = $1 and e.state = "
      "'confirmed' order by e.settled_at, e.id, r.person_id",
      [&](const db::Row& row) {
        const auto id = row.id<Erasure>(0);
        if (all.empty() || all.back().id != id)
          all.push_back({id,
                         {.asked_by = asked_by_of(row.text(1)).value_or(AskedBy::library),
                          .ground = erasure_ground_of(row.text(2)).value_or(ErasureGround::not_needed),
                          .shared_words = row.flag(3) ? SharedWords::go : SharedWords::stay,
                          .due_on = row.date(4),
                          .requested_by = row.id<Staff>(5),
                          .requested_at = row.instant(6),
                          .confirmed_by = row.id<Staff>(7),
                          .confirmed_at = row.instant(8)}});
        all.back().kept.records.push_back({row.id<Person>(9), row.instant(10)});
      },
      institution);
  std::vector<KeptErasure> erasures;
  erasures.reserve(all.size());
  for (auto& one : all) erasures.push_back(std::move(one.kept));
  return erasures;
}

std::vector<std::string> quotations_of(db::Reader& reader, Id<Institution> institution, Id<Person> record) {
  return texts(
      reader,
      "select quotation from stories where institution_id = $1 and quoted_person_id = $2 and quotation <> "
      "'' order by id",
      institution, record);
}

std::vector<std::string> actions_of(db::Reader& reader, Id<Institution> institution, Id<Person> record) {
  return texts(
      reader,
      "select i.words from plan_item_people p join plan_items i on i.institution_id = p.institution_id and "
      "i.id = p.plan_item_id where p.institution_id = $1 and p.person_id = $2 order by i.id",
      institution, record);
}

bool is_import_running(db::Reader& reader, Id<Institution> institution) {
  return reader.exists("select 1 from imports where institution_id = $1 and state = 'running' limit 1",
                       institution);
}

void forget_views(db::Writer& writer, Id<Institution> institution, Id<Person> record) {
  writer.execute("delete from person_views where institution_id = $1 and person_id = $2", institution,
                 record);
}

Counts counts_of(db::Reader& reader, Id<Institution> institution, Id<Person> record) {
  const auto count = [&](db::Sql sql) { return reader.count(sql, institution, record); };
  return {
      .names = count("select count(*) from person_names where institution_id = $1 and person_id = $2"),
      .addresses =
          count("select count(*) from person_addresses where institution_id = $1 and person_id = $2"),
      .posts = count("select count(*) from posts where institution_id = $1 and person_id = $2"),
      .ways = count("select count(*) from ways_of_working where institution_id = $1 and person_id = $2"),
      .asides =
          count("select count(*) from interaction_persons where institution_id = $1 and person_id = $2 and "
                "aside <> ''"),
      .promises = count("select count(*) from promises where institution_id = $1 and person_id = $2"),
      .promises_open = count("select count(*) from promises where institution_id = $1 and person_id = $2 and "
                             "kept_at is null and dropped_at is null"),
      .level_reasons = count("select count(*) from level_events e join relationships r on r.institution_id = "
                             "e.institution_id and r.id = e.relationship_id where e.institution_id = $1 and "
                             "r.person_id = $2"),
      .plans =
          count("select count(*) from scale_up_plans p join relationships r on r.institution_id = "
                "p.institution_id and r.id = p.relationship_id where p.institution_id = $1 and r.person_id = "
                "$2"),
      .champion_steps = count("select count(*) from champion_steps s join champions c on c.institution_id = "
                              "s.institution_id and c.id = s.champion_id where s.institution_id = $1 and "
                              "c.person_id = $2"),
      .thanks = count("select count(*) from champion_thanks where institution_id = $1 and person_id = $2"),
      .quotations = count("select count(*) from stories where institution_id = $1 and quoted_person_id = $2"),
      .answers = count("select count(*) from quiet_answers where institution_id = $1 and person_id = $2"),
      .actions = count("select count(*) from plan_item_people where institution_id = $1 and person_id = $2"),
      .origins = count("select count(*) from bump_origins where institution_id = $1 and person_id = $2"),
      .import_changes = count("select count(*) from import_changes where institution_id = $1 and subject = "
                              "'person' and subject_id = $2"),
      .views = count("select count(*) from person_views where institution_id = $1 and person_id = $2")};
}

std::vector<Mention> mentions(db::Reader& reader, Id<Institution> institution, std::string_view word,
                              std::span<const Id<Person>> but, int limit) {
  std::vector<Mention> all;
  const auto pattern = "%" + std::string(word) + "%";
  const auto has_word = [&](std::string_view text) {
    return std::ranges::count(folded_words(text), word) > 0;
  };
  const auto id_of = [](const db::Row& row) { return std::to_string(row.integer(0)); };
  reader.each(
      "select id, title, words, quotation from stories where institution_id = $1 and withdrawn_at is null "
      "and "
      "(lower(title) like $2 or lower(words) like $2 or lower(quotation) like $2) order by id desc limit $3",
      [&](const db::Row& row) {
        if (has_word(row.text(1)) || has_word(row.text(2)) || has_word(row.text(3)))
          all.push_back({"A story: " + row.string(1), "/bumps/stories/" + id_of(row)});
      },
      institution, pattern, limit);
  reader.each(
      "select id, words, success, their_owners, outcome from plan_items where institution_id = $1 and "
      "(lower(words) like $2 or lower(success) like $2 or lower(their_owners) like $2 or lower(outcome) like "
      "$2) "
      "order by id desc limit $3",
      [&](const db::Row& row) {
        if (has_word(row.text(1)) || has_word(row.text(2)) || has_word(row.text(3)) || has_word(row.text(4)))
          all.push_back({"An action of a department’s plan: " + row.string(1), "/plan-items/" + id_of(row)});
      },
      institution, pattern, limit);
  reader.each(
      "select p.id, p.hope, p.where_now, p.why_now, p.matters, p.know_by, p.learnt, r.person_id from "
      "scale_up_plans p join relationships r on r.institution_id = p.institution_id and r.id = "
      "p.relationship_id "
      "where p.institution_id = $1 and (lower(p.hope) like $2 or lower(p.where_now) like $2 or "
      "lower(p.why_now) "
      "like $2 or lower(p.matters) like $2 or lower(p.know_by) like $2 or lower(p.learnt) like $2) order by "
      "p.id "
      "desc limit $3",
      [&](const db::Row& row) {
        const auto whose = row.optional_id<Person>(7);
        if (whose && std::ranges::count(but, *whose) > 0) return;
        for (int column = 1; column <= 6; ++column)
          if (has_word(row.text(column))) {
            all.push_back({"A plan with somebody else: " + shorten(row.text(1), 80), "/plans/" + id_of(row)});
            return;
          }
      },
      institution, pattern, limit);
  reader.each(
      "select m.id, u.slug, u.name, p.academic_year, m.words from plan_minutes m join action_plans p on "
      "p.institution_id = m.institution_id and p.id = m.plan_id join org_units u on u.institution_id = "
      "p.institution_id and u.id = p.org_unit_id where m.institution_id = $1 and lower(m.words) like $2 "
      "order by "
      "m.id desc limit $3",
      [&](const db::Row& row) {
        if (has_word(row.text(4)))
          all.push_back({"Minutes of a meeting with " + row.string(2),
                         "/departments/" + row.string(1) + "/plan/" + std::to_string(row.integer(3))});
      },
      institution, pattern, limit);
  return all;
}

}  // namespace rapport::erasure_store
