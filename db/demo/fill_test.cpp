// Filling writes the whole cast through the front doors, on both engines.
#include "demo/fill.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audit/audit.hpp"
#include "demo/diary.hpp"
#include "interactions/interactions.hpp"
#include "relationships/relationships.hpp"
#include "relationships/suggested_moves.hpp"
#include "staff/session.hpp"
#include "support/test_database.hpp"

namespace rapport::demo {
namespace {

const Instant nine_o_clock = *Instant::parse_iso("2026-11-12T09:00:00Z");
const Date today = *Date::parse_iso("2026-11-12");
const FillOptions quick{.now = nine_o_clock, .hash_cost = {.passes = 1, .memory_bytes = 8192}};

class Fill : public test::OnEachEngine {};
INSTANTIATE_TEST_SUITE_P(Engines, Fill, test::on_each_engine(), test::engine_test_name);

std::int64_t count(db::Database& database, db::Sql sql) {
  return database.read([&](db::Reader& reader) { return reader.count(sql); });
}

TEST_P(Fill, WritesTheWholeCast) {
  const auto cast = make_cast(today, {.interactions = 1'200});
  const auto filled = fill(database(), cast, quick);
  EXPECT_EQ(filled.people, 420);
  EXPECT_EQ(count(database(), "select count(*) from persons"), 420);
  EXPECT_EQ(count(database(), "select count(*) from staff where password_hash is not null"), 12);
  EXPECT_EQ(count(database(), "select count(*) from interactions"), filled.interactions);
  EXPECT_EQ(count(database(), "select count(*) from promises"), filled.promises);
  EXPECT_EQ(
      count(database(), "select count(*) from org_units where kind = 'department' and closed_on is null"),
      14);
  EXPECT_EQ(count(database(), "select count(*) from topics where is_module = 1") > 50, true);
}

TEST_P(Fill, KeepsAndLeavesOpenWhatTheDiarySays) {
  const auto cast = make_cast(today, {.interactions = 1'200});
  fill(database(), cast, quick);
  std::int64_t kept = 0, open = 0;
  for (const auto& made : all_conversations(cast))
    for (const auto& promise : made.promises) {
      kept += promise.kept_on.has_value();
      open += !promise.kept_on && !promise.dropped_on;
    }
  EXPECT_EQ(count(database(),
                  "select count(*) from promises where interaction_id is not null and kept_at is not null"),
            kept);
  EXPECT_EQ(count(database(),
                  "select count(*) from promises where interaction_id is not null and kept_at is null and "
                  "dropped_at is null"),
            open);
}

TEST_P(Fill, LinksConversationsAndKeepsWhatIsCountedBeside) {
  const auto filled = fill(database(), make_cast(today, {.interactions = 1'200}), quick);
  EXPECT_GT(filled.bumps, 250);
  EXPECT_EQ(count(database(), "select count(*) from bumps where state = 'accepted'"), filled.bumps);
  EXPECT_EQ(
      count(database(),
            "select count(*) from interactions i where bump_count <> (select count(*) from bumps b where "
            "b.institution_id = i.institution_id and b.from_id = i.id and b.state = 'accepted')"),
      0);
  EXPECT_EQ(
      count(database(),
            "select count(*) from bumps b join interactions i on i.institution_id = b.institution_id and "
            "i.id = b.to_id where b.to_on <> i.happened_on"),
      0);
  EXPECT_EQ(count(database(),
                  "select count(*) from interaction_persons p join interactions i on i.institution_id = "
                  "p.institution_id and i.id = p.interaction_id where p.bump_count <> i.bump_count"),
            0);
  EXPECT_GT(count(database(), "select count(*) from helps"), 20);
  EXPECT_GT(count(database(), "select count(*) from bumps where state = 'proposed'"), 0);
  EXPECT_GT(count(database(), "select count(*) from bump_origins"), 10);
  EXPECT_EQ(count(database(), "select count(*) from stories"), 3);
  EXPECT_EQ(count(database(), "select count(*) from thanks"), 3);
}

TEST_P(Fill, PlansTheNextStepWithSome) {
  const auto filled = fill(database(), make_cast(today, {.interactions = 3'000}), quick);
  EXPECT_EQ(filled.plans, 20);
  EXPECT_EQ(count(database(), "select count(*) from scale_up_plans where state = 'closed'"), 8);
  EXPECT_GE(count(database(), "select count(*) from scale_up_plans where outcome = 'reached'"), 2);
  EXPECT_EQ(count(database(), "select count(*) from plan_steps where promise_id is null"), 0);
  // Words fit where somebody stands: nobody we work with is told to be a stranger, no partner to be far off.
  EXPECT_EQ(
      count(database(),
            "select count(*) from scale_up_plans p join relationships r on r.institution_id = "
            "p.institution_id and r.id = p.relationship_id where p.state = 'active' and r.level > 0 and "
            "(p.where_now like 'Never met%' or p.where_now like 'Not yet met%')"),
      0);
  EXPECT_EQ(
      count(database(),
            "select count(*) from scale_up_plans p join relationships r on r.institution_id = "
            "p.institution_id and r.id = p.relationship_id where p.state = 'active' and r.level = 4 and "
            "p.where_now not like 'Plans each year%' and p.where_now not like 'We teach, choose%'"),
      0);
}

TEST_P(Fill, AgreesOnActionPlansWithDepartments) {
  const auto filled = fill(database(), make_cast(today, {.interactions = 1'200}), quick);
  EXPECT_EQ(count(database(), "select count(*) from plan_items"), filled.actions);
  EXPECT_EQ(count(database(), "select count(distinct state) from plan_items"), 5);
  EXPECT_GT(count(database(), "select count(*) from plan_items where carried_count = 2"), 1);
  EXPECT_EQ(
      count(database(),
            "select count(*) from plan_items i where i.state = 'carried_forward' and not exists (select 1 "
            "from plan_items n where n.institution_id = i.institution_id and n.carried_from = i.id)"),
      0)
      << "what was carried forward goes on";
  EXPECT_GT(count(database(), "select count(*) from plan_item_owners where promise_id is not null"), 20);
}

TEST_P(Fill, MakesOneDepartmentOfTwo) {
  (void)fill(database(), make_cast(today, {.interactions = 1'200}), quick);
  const auto in_one = [&](db::Sql sql) {
    return database().read([&](db::Reader& reader) {
      const auto one = reader.one(
          "select id from org_units where slug = $1", [](const db::Row& row) { return row.id<OrgUnit>(0); },
          "physiotherapy-occupational-therapy");
      return reader.count(sql, one.value(), *Date::parse_iso("2025-08-01"));
    });
  };
  EXPECT_EQ(
      in_one("select count(*) from org_unit_successors s join org_units u on u.institution_id = "
             "s.institution_id and u.id = s.org_unit_id where s.successor_id = $1 and u.closed_on < $2"),
      2);
  EXPECT_EQ(in_one("select count(*) from interaction_units where org_unit_id = $1 and happened_on < $2"), 0);
  EXPECT_GT(
      in_one("select count(*) from interaction_units l join org_unit_successors s on s.institution_id = "
             "l.institution_id and s.org_unit_id = l.org_unit_id where s.successor_id = $1 and "
             "l.happened_on < $2"),
      20);
  EXPECT_EQ(in_one("select count(*) from posts where org_unit_id = $1 and valid_from < $2"), 0);
  EXPECT_EQ(
      in_one("select count(*) from (select distinct p.org_unit_id from posts p join org_unit_successors s "
             "on s.institution_id = p.institution_id and s.org_unit_id = p.org_unit_id where "
             "s.successor_id = $1 and p.valid_to < $2) held"),
      2);
  EXPECT_EQ(
      in_one("select count(*) from plan_items n join action_plans t on t.institution_id = n.institution_id "
             "and t.id = n.plan_id join plan_items b on b.institution_id = n.institution_id and b.id = "
             "n.carried_from join action_plans f on f.institution_id = b.institution_id and f.id = "
             "b.plan_id where t.org_unit_id = $1 and f.org_unit_id <> $1 and b.closed_on > $2"),
      2)
      << "each of the two left something to do";
}

TEST_P(Fill, MeetsDepartmentsInTwoRounds) {
  (void)fill(database(), make_cast(today, {.interactions = 1'200}), quick);
  EXPECT_EQ(count(database(), "select count(distinct academic_year) from round_entries"), 2);
  EXPECT_EQ(count(database(), "select count(distinct state) from round_entries"), 5);
  EXPECT_EQ(
      count(database(), "select count(*) from round_entries where state = 'booked' and meets_on is null"), 0);
}

TEST_P(Fill, NamesChampionsInEveryState) {
  const auto filled = fill(database(), make_cast(today, {.interactions = 3'000}), quick);
  EXPECT_EQ(filled.champions, 9);
  EXPECT_EQ(count(database(), "select count(distinct state) from champions"), 5);
  EXPECT_GE(count(database(), "select count(*) from champion_thanks"), 5);
  EXPECT_EQ(count(database(), "select count(*) from champion_ticks"), 2);
}

TEST_P(Fill, MovesRelationshipsAsTheDiaryTells) {
  const auto filled = fill(database(), make_cast(today, {.interactions = 3'000}), quick);
  EXPECT_EQ(count(database(), "select count(*) from level_events"), filled.moves);
  EXPECT_GT(count(database(), "select count(*) from relationships where org_unit_id is not null"), 8);
  for (int level = 1; level <= 4; ++level)
    EXPECT_GT(database().read([&](db::Reader& reader) {
      return reader.count("select count(*) from relationships where person_id is not null and level = $1",
                          level);
    }),
              4)
        << level;
  EXPECT_GT(count(database(), "select count(*) from relationships where is_slipping = 1"), 20);
  EXPECT_EQ(
      count(database(),
            "select count(*) from relationships r where r.level <> (select e.to_level from level_events e "
            "where e.institution_id = r.institution_id and e.relationship_id = r.id order by e.happened_on "
            "desc, e.id desc limit 1)"),
      0);
}

TEST_P(Fill, HasPeopleOfWhomPartnerIsSuggested) {
  const auto filled = fill(database(), make_cast(today, {.interactions = 3'000}), quick);
  const Zone zone("Europe/London");
  Scope scope(database(), filled.institution, Viewer{}, zone, zone.instant_of(today, TimeOfDay{9 * 60}));
  DirectoryKeeper keeper;
  const auto directory = keeper.current(scope);
  std::vector<Id<Person>> people;
  for (const auto& [person, standing] : relationships::all_standings(scope, *directory))
    if (standing.level() == 3) people.push_back(person);
  int partners = 0;
  for (const auto& [person, suggestion] : relationships::suggestions_for(scope, *directory, people))
    partners += suggestion.level == 4 && !suggestion.is_slipping ? 1 : 0;
  EXPECT_GE(partners, 3);
  EXPECT_LE(partners, 12);
}

TEST_P(Fill, LeavesAWholeAuditChain) {
  const auto filled = fill(database(), make_cast(today, {.interactions = 300}), quick);
  const auto broken = database().read(
      [&](db::Reader& reader) { return audit::first_broken_event(reader, filled.institution); });
  EXPECT_EQ(broken, std::nullopt);
}

TEST_P(Fill, RefusesADatabaseInUseAndLeavesItAsItWas) {
  const auto cast = make_cast(today, {.interactions = 50});
  fill(database(), cast, quick);
  const auto before = count(database(), "select count(*) from audit_events");
  EXPECT_THROW(fill(database(), cast, quick), std::runtime_error);
  EXPECT_EQ(count(database(), "select count(*) from audit_events"), before);
}

TEST_P(Fill, TellsHowFarItIs) {
  std::vector<std::int64_t> conversations;
  fill(database(), make_cast(today, {.interactions = 2'500}), quick, [&](const Progress& progress) {
    if (progress.part == "conversations") conversations.push_back(progress.done);
  });
  ASSERT_GE(conversations.size(), 3U);
  EXPECT_TRUE(std::ranges::is_sorted(conversations));
}

}  // namespace
}  // namespace rapport::demo
