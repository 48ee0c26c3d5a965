// Migrating forward, and what is refused.
#include "db/migrate.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <thread>

#include "db/schema_dump.hpp"
#include "support/test_database.hpp"

namespace rapport::db {
namespace {

using testing::HasSubstr;
using Tables = test::TestDatabase::Tables;

constexpr Migration first{1, "first_tables",
                          "create table cats (id {int} primary key, name text not null) {strict};"};
constexpr Migration second{
    2, "more", "alter table cats add column lives {int};\ninsert into cats values (1, 'Tom', 9);"};
constexpr Migration broken{3, "broken",
                           "create table dogs (id {int}) {strict}; insert into mice values (1);"};

class Migrations : public testing::TestWithParam<Engine> {
 protected:
  int migrate_to(std::vector<Migration> known) { return migrate(*database_, known); }
  std::string refusal(const std::vector<Migration>& known) {
    try {
      migrate_to(known);
    } catch (const Error& error) {
      return error.what();
    }
    return "nothing was refused";
  }
  [[nodiscard]] Database& database() const { return *database_; }
  [[nodiscard]] const Options& options() const { return database_.options(); }

 private:
  test::TestDatabase database_{GetParam(), Tables::none};
};

INSTANTIATE_TEST_SUITE_P(Engines, Migrations, test::on_each_engine(), test::engine_test_name);

TEST_P(Migrations, ApplyWhatIsMissingAndNothingTwice) {
  EXPECT_EQ(migrate_to({first}), 1);
  EXPECT_EQ(migrate_to({first, second}), 1);
  EXPECT_EQ(migrate_to({first, second}), 0);
  EXPECT_EQ(database().read([](Reader& r) { return r.count("select lives from cats where name = 'Tom'"); }),
            9);
}

TEST_P(Migrations, RefuseADatabaseThatIsNewer) {
  migrate_to({first, second});
  EXPECT_THAT(refusal({first}),
              AllOf(HasSubstr("newer Rapport"), HasSubstr("2 (more)"), HasSubstr("1 (first_tables)")));
}

TEST_P(Migrations, RefuseAMigrationEditedAfterItsRelease) {
  migrate_to({first});
  auto edited = first;
  edited.sql = "create table cats (id {int} primary key) {strict};";
  EXPECT_THAT(refusal({edited, second}), HasSubstr("1 (first_tables) differs"));
  EXPECT_EQ(migrate_to({first, second}), 1);
}

TEST_P(Migrations, UndoAMigrationThatFailsHalfWay) {
  EXPECT_THAT(refusal({first, second, broken}), HasSubstr("mice"));
  EXPECT_THROW(database().read([](Reader& r) { return r.count("select count(*) from dogs"); }), Error);
  EXPECT_EQ(migrate_to({first, second}), 0);
}

TEST_P(Migrations, SurviveTwoProgramsStartingAtOnce) {
  std::vector<int> applied(4, -1);
  {
    std::vector<std::jthread> threads;
    for (auto& count : applied) {
      threads.emplace_back([&] {
        const auto own = open_database(options());
        count = migrate(*own, std::vector{first, second});
      });
    }
  }
  std::sort(applied.begin(), applied.end());
  EXPECT_EQ(applied[0], 0) << "a program that came late applies nothing";
  EXPECT_EQ(applied[0] + applied[1] + applied[2] + applied[3], 2);
}

TEST(EmbeddedMigrations, AreNumberedFromOneWithoutGaps) {
  int expected = 0;
  for (const auto& migration : migrations()) {
    EXPECT_EQ(migration.number, ++expected);
    EXPECT_FALSE(migration.name.empty());
    EXPECT_FALSE(statements_for(Engine::sqlite, migration.sql).empty());
  }
}

TEST_P(Migrations, OfThisProgramApply) {
  EXPECT_EQ(migrate(database()), static_cast<int>(migrations().size()));
  EXPECT_EQ(migrate(database()), 0);
}

TEST(PlannerOfSqlite, LooksUpByMoreThanTheInstitutionThoughAnotherIndexCovers) {
  const test::TestDatabase library(Engine::sqlite);
  const auto plan = library->read([](Reader& reader) {
    return reader.one(
        "explain query plan select count(*) from bumps where institution_id = 1 and from_id = 2 "
        "and state = 'accepted'",
        [](const Row& row) { return row.string(3); });
  });
  EXPECT_THAT(plan.value(), HasSubstr("from_id=?"));
}

TEST(SchemaDump, ListsTablesWithTheirIndexesAndNothingOfSqlitesOwn) {
  const test::TestDatabase database(Engine::sqlite, Tables::none);
  const Migration tables{1, "tables",
                         "create table dogs (id {serial}, name text unique) {strict};\n"
                         "create index dogs_by_name on dogs (name);\n"
                         "create table cats (id {int} primary key) {strict};\n"
                         "create virtual table words using fts5 (text);\n"
                         "create trigger bark after insert on dogs begin select 1; end;"};
  migrate(*database, std::vector{tables});
  const auto dump = dump_schema(*database);
  EXPECT_THAT(
      dump, HasSubstr("CREATE TABLE cats (id integer primary key) strict;\n\n"
                      "CREATE TABLE dogs (id integer primary key autoincrement, name text unique) strict;\n\n"
                      "CREATE INDEX dogs_by_name on dogs (name);\n\n"));
  EXPECT_THAT(dump, HasSubstr("CREATE VIRTUAL TABLE words using fts5 (text);\n\n"));
  EXPECT_THAT(dump, Not(HasSubstr("words_data")));
  EXPECT_THAT(dump, Not(HasSubstr("sqlite_sequence")));
}

}  // namespace
}  // namespace rapport::db
