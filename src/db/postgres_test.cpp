// What only PostgreSQL does: conflicts between transactions, lost connections. Runs where a cluster is given.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <latch>
#include <thread>

#include "db/database.hpp"
#include "support/test_database.hpp"

namespace rapport::db {
namespace {

std::vector<Engine> postgres_under_test() {
  auto engines = test::engines_under_test();
  std::erase(engines, Engine::sqlite);
  return engines;
}

class OnPostgres : public testing::TestWithParam<Engine> {
 protected:
  OnPostgres() {
    database_->write([](Writer& w) {
      w.execute("create table accounts (name text primary key, pounds bigint not null)");
      w.execute("insert into accounts (name, pounds) values ('a', 100), ('b', 100)");
    });
  }
  [[nodiscard]] std::int64_t sum() const {
    return database_->read([](Reader& r) { return r.count("select sum(pounds) from accounts"); });
  }
  /// Ends every other connection to this database, as a restart of the server would.
  static void end_connections(Database& by) {
    by.read([](Reader& r) {
      r.count(
          "select count(pg_terminate_backend(pid)) from pg_stat_activity"
          " where datname = current_database() and pid <> pg_backend_pid()");
    });
  }

  test::TestDatabase database_{Engine::postgres, test::TestDatabase::Tables::none};
};

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(OnPostgres);
INSTANTIATE_TEST_SUITE_P(Engines, OnPostgres, testing::ValuesIn(postgres_under_test()),
                         test::engine_test_name);

// Each takes from its own account only while the two together allow it: only a serial order keeps the rule.
TEST_P(OnPostgres, AWriteThatConflictsIsRunAgain) {
  std::latch both_have_looked(2);
  std::atomic<int> runs = 0;
  const auto take_from = [&](std::string_view name) {
    bool is_first_run = true;
    database_->write([&](Writer& w) {
      ++runs;
      const auto together = w.count("select sum(pounds) from accounts");
      if (std::exchange(is_first_run, false)) both_have_looked.arrive_and_wait();
      if (together >= 200) w.execute("update accounts set pounds = pounds - 150 where name = $1", name);
    });
  };
  std::jthread one([&] { take_from("a"); });
  std::jthread other([&] { take_from("b"); });
  one.join();
  other.join();
  EXPECT_GE(runs, 3);
  EXPECT_EQ(sum(), 50);
}

TEST_P(OnPostgres, AConflictThatTheChangeSwallowedIsStillRunAgain) {
  std::latch both_have_looked(2);
  const auto add_to = [&](std::string_view name) {
    bool is_first_run = true;
    database_->write([&](Writer& w) {
      w.count("select sum(pounds) from accounts");
      if (std::exchange(is_first_run, false)) both_have_looked.arrive_and_wait();
      try {
        w.execute("update accounts set pounds = pounds + 1 where name = $1", name);
        w.execute("update accounts set pounds = pounds + 1 where name = $1", name);
      } catch (const Error&) {  // a bug
      }
    });
  };
  std::jthread one([&] { add_to("a"); });
  std::jthread other([&] { add_to("a"); });
  one.join();
  other.join();
  EXPECT_EQ(sum(), 204);
}

TEST_P(OnPostgres, AFailedStatementThatWasSwallowedIsNotTakenForACommit) {
  EXPECT_THROW(database_->write([](Writer& w) {
    w.execute("update accounts set pounds = 0");
    try {
      w.execute("insert into accounts (name, pounds) values ('a', 1)");
    } catch (const Error&) {  // a bug
    }
  }),
               Error);
  EXPECT_EQ(sum(), 200);
}

TEST_P(OnPostgres, ReadsAndWritesGoOnAfterTheConnectionsWereLost) {
  const auto other = open_database(database_.options());
  EXPECT_EQ(sum(), 200);
  end_connections(*other);
  EXPECT_EQ(sum(), 200);
  end_connections(*other);
  database_->write([](Writer& w) { w.execute("update accounts set pounds = pounds + 1"); });
  EXPECT_EQ(sum(), 202);
}

TEST_P(OnPostgres, AWriteThatLosesItsConnectionHalfWayIsRunAgainOnce) {
  const auto other = open_database(database_.options());
  int runs = 0;
  database_->write([&](Writer& w) {
    w.execute("update accounts set pounds = pounds + 1 where name = 'a'");
    if (++runs == 1) end_connections(*other);
    w.execute("update accounts set pounds = pounds + 1 where name = 'b'");
  });
  EXPECT_EQ(runs, 2);
  EXPECT_EQ(sum(), 202);
}

TEST_P(OnPostgres, ACommitWithoutAnAnswerIsAnUnknownOutcome) {
  const auto other = open_database(database_.options());
  int runs = 0;
  try {
    database_->write([&](Writer& w) {
      ++runs;
      w.execute("update accounts set pounds = 0");
      end_connections(*other);
    });
    ADD_FAILURE() << "nobody knows whether it was committed";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), Error::Kind::unknown_outcome) << error.what();
  }
  EXPECT_EQ(runs, 1) << "it may have happened: only the caller's key can tell";
}

TEST_P(OnPostgres, AServerThatCannotBeReachedIsNamed) {
  try {
    (void)open_database({.url = "host=/nowhere dbname=rapport"});
    ADD_FAILURE() << "there is no such server";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), Error::Kind::gone);
  }
}

TEST_P(OnPostgres, RefersBackupsToThePeopleWhoMakeThemBetter) {
  EXPECT_THROW(database_->back_up("copy.db"), Error);
}

}  // namespace
}  // namespace rapport::db
