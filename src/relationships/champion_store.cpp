// The SQL of champions.
#include "relationships/champion_store.hpp"

namespace rapport::champion_store {
namespace {

constexpr db::Fragment select_champions =
    "select id, person_id, state, state_on, agreed_on, expires_on, org_unit_id, post_title, version from "
    "champions where institution_id = $1 and ";

Champion read_champion(const db::Row& row) {
  return {.id = row.id<Champion>(0),
          .person = row.id<Person>(1),
          .state = champion_state_of(row.text(2)).value_or(ChampionState::ended),
          .state_on = row.date(3),
          .agreed_on = row.optional_date(4),
          .expires_on = row.optional_date(5),
          .unit = row.optional_id<OrgUnit>(6),
          .post = row.string(7),
          .version = row.number(8)};
}

constexpr db::Fragment title_of_main_post =
    "(select o.title from posts o where o.institution_id = p.institution_id and o.person_id = p.id and "
    "o.org_unit_id = p.main_org_unit_id order by o.is_main desc, coalesce(o.valid_to, '9999') desc, o.id "
    "limit 1) ";

template <int column>
HeldMainPost read_post(const db::Row& row) {
  return {row.optional_id<OrgUnit>(column), row.string(column + 1)};
}

}  // namespace

std::vector<Champion> of_person(db::Reader& reader, Id<Institution> institution, Id<Person> record) {
  return reader.all(db::concat<select_champions, "person_id = $2 order by id desc limit 50">, read_champion,
                    institution, record);
}

std::optional<Champion> find(db::Reader& reader, Id<Institution> institution, Id<Champion> id) {
  return reader.one(db::concat<select_champions, "id = $2">, read_champion, institution, id);
}

std::vector<Champion> open(db::Reader& reader, Id<Institution> institution) {
  return reader.all(
      db::concat<select_champions, "state in ('nominated', 'told', 'agreed') order by id limit 10000">,
      read_champion, institution);
}

Id<Champion> insert(db::Writer& writer, Id<Institution> institution, const Champion& champion) {
  return writer.insert<Champion>(
      "insert into champions (institution_id, person_id, state, state_on, agreed_on, expires_on, "
      "org_unit_id, "
      "post_title) values ($1, $2, $3, $4, $5, $6, $7, $8) returning id",
      institution, champion.person, code(champion.state), champion.state_on, champion.agreed_on,
      champion.expires_on, champion.unit, champion.post);
}

bool update(db::Writer& writer, Id<Institution> institution, const Champion& champion) {
  return writer.execute(
             "update champions set state = $4, state_on = $5, agreed_on = $6, expires_on = $7, org_unit_id = "
             "$8, post_title = $9, version = version + 1 where institution_id = $1 and id = $2 and version = "
             "$3",
             institution, champion.id, champion.version, code(champion.state), champion.state_on,
             champion.agreed_on, champion.expires_on, champion.unit, champion.post) == 1;
}

HeldMainPost main_post(db::Reader& reader, Id<Institution> institution, Id<Person> record) {
  return reader
      .one(db::concat<"select p.main_org_unit_id, ", title_of_main_post,
                      "from persons p where p.institution_id = $1 and p.id = $2">,
           read_post<0>, institution, record)
      .value_or(HeldMainPost{});
}

std::vector<PostOf> posts_of_agreed(db::Reader& reader, Id<Institution> institution) {
  return reader.all(
      db::concat<"select c.id, p.main_org_unit_id, ", title_of_main_post,
                 "from champions c join persons p on p.institution_id = c.institution_id and p.id = "
                 "c.person_id where c.institution_id = $1 and c.state in ('nominated', 'told', 'agreed') and "
                 "c.state = 'agreed' order by c.id limit 10000">,
      [](const db::Row& row) {
        return PostOf{row.id<Champion>(0), read_post<1>(row)};
      },
      institution);
}

std::vector<ChampionStep> steps_of(db::Reader& reader, Id<Institution> institution, Id<Champion> champion) {
  return reader.all(
      "select id, champion_id, step, happened_on, words, signs, recorded_by, recorded_at from champion_steps "
      "where institution_id = $1 and champion_id = $2 order by id limit 200",
      [](const db::Row& row) {
        return ChampionStep{.id = row.id<ChampionStep>(0),
                            .champion = row.id<Champion>(1),
                            .act = champion_act_of(row.text(2)).value_or(ChampionAct::ended),
                            .happened_on = row.date(3),
                            .words = row.string(4),
                            .signs = signs_in(row.text(5)),
                            .recorded_by = row.id<Staff>(6),
                            .recorded_at = row.instant(7)};
      },
      institution, champion);
}

void insert(db::Writer& writer, Id<Institution> institution, const ChampionStep& step) {
  writer.execute(
      "insert into champion_steps (institution_id, champion_id, step, happened_on, words, signs, "
      "recorded_by, "
      "recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8)",
      institution, step.champion, code(step.act), step.happened_on, step.words, sign_list(step.signs),
      step.recorded_by, step.recorded_at);
}

std::optional<SignTick> find_tick(db::Reader& reader, Id<Institution> institution, Id<SignTick> id) {
  return reader.one(
      "select t.id, t.person_id, t.sign, t.interaction_id, i.happened_on, t.words, t.recorded_by, "
      "t.recorded_at from champion_ticks t join interactions i on i.institution_id = t.institution_id and "
      "i.id = t.interaction_id where t.institution_id = $1 and t.id = $2",
      [](const db::Row& row) {
        return SignTick{.id = row.id<SignTick>(0),
                        .person = row.id<Person>(1),
                        .sign = sign_of(row.text(2)).value_or(Sign::spoke),
                        .conversation = row.id<Interaction>(3),
                        .happened_on = row.date(4),
                        .words = row.string(5),
                        .recorded_by = row.id<Staff>(6),
                        .recorded_at = row.instant(7)};
      },
      institution, id);
}

Id<SignTick> insert(db::Writer& writer, Id<Institution> institution, const SignTick& tick) {
  return writer.insert<SignTick>(
      "insert into champion_ticks (institution_id, person_id, sign, interaction_id, words, recorded_by, "
      "recorded_at) values ($1, $2, $3, $4, $5, $6, $7) returning id",
      institution, tick.person, code(tick.sign), tick.conversation, tick.words, tick.recorded_by,
      tick.recorded_at);
}

bool withdraw_tick(db::Writer& writer, Id<Institution> institution, Id<SignTick> id, Id<Staff> by,
                   Instant at) {
  return writer.execute(
             "update champion_ticks set withdrawn_by = $3, withdrawn_at = $4 where institution_id = $1 and "
             "id "
             "= $2 and withdrawn_at is null",
             institution, id, by, at) == 1;
}

std::vector<ChampionThanks> thanks_of(db::Reader& reader, Id<Institution> institution, Id<Person> record) {
  return reader.all(
      "select id, person_id, said_on, words, said_by from champion_thanks where institution_id = $1 and "
      "person_id = $2 order by said_on desc, id desc limit 100",
      [](const db::Row& row) {
        return ChampionThanks{row.id<ChampionThanks>(0), row.id<Person>(1), row.date(2), row.string(3),
                              row.id<Staff>(4)};
      },
      institution, record);
}

void insert(db::Writer& writer, Id<Institution> institution, const ChampionThanks& thanks, Instant at) {
  writer.execute(
      "insert into champion_thanks (institution_id, person_id, said_on, words, said_by, recorded_at) values "
      "($1, $2, $3, $4, $5, $6)",
      institution, thanks.person, thanks.said_on, thanks.words, thanks.said_by, at);
}

std::vector<ChampionAside> asides(db::Reader& reader, Id<Institution> institution, Date today) {
  return reader.all(
      "select id, person_id, org_unit_id, reason, until_on, set_aside_by from champion_asides where "
      "institution_id = $1 and until_on > $2 order by until_on, id limit 20000",
      [](const db::Row& row) {
        return ChampionAside{row.id<ChampionAside>(0),
                             row.id<Person>(1),
                             row.optional_id<OrgUnit>(2),
                             row.string(3),
                             row.date(4),
                             row.id<Staff>(5)};
      },
      institution, today);
}

Id<ChampionAside> insert(db::Writer& writer, Id<Institution> institution, const ChampionAside& aside,
                         Instant at) {
  return writer.insert<ChampionAside>(
      "insert into champion_asides (institution_id, person_id, org_unit_id, reason, until_on, set_aside_by, "
      "set_aside_at) values ($1, $2, $3, $4, $5, $6, $7) returning id",
      institution, aside.person, aside.unit, aside.reason, aside.until_on, aside.set_aside_by, at);
}

bool end_aside(db::Writer& writer, Id<Institution> institution, Id<ChampionAside> id, Date today) {
  return writer.execute(
             "update champion_asides set until_on = $3 where institution_id = $1 and id = $2 and until_on > "
             "$3",
             institution, id, today) == 1;
}

std::optional<ChampionRule> current_rule(db::Reader& reader, Id<Institution> institution) {
  return reader.one(
      "select version, signs_min, because, made_by, made_at from champion_rules where institution_id = $1 "
      "order by version desc limit 1",
      [](const db::Row& row) {
        return ChampionRule{row.number(0), row.number(1), row.string(2), row.id<Staff>(3), row.instant(4)};
      },
      institution);
}

void insert(db::Writer& writer, Id<Institution> institution, const ChampionRule& rule) {
  writer.execute(
      "insert into champion_rules (institution_id, version, signs_min, because, made_by, made_at) values "
      "($1, "
      "$2, $3, $4, $5, $6)",
      institution, rule.version, rule.signs_min, rule.because, rule.made_by, rule.made_at);
}

}  // namespace rapport::champion_store
