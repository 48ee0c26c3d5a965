// A fresh, migrated, empty database for each test, on either engine.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "db/database.hpp"

namespace rapport::test {

/// An empty folder that goes away with its owner.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Not durable: for tests only. The first one of a process migrates a template; the others copy it.
class TestDatabase {
 public:
  enum class Tables { migrated, none };

  explicit TestDatabase(db::Engine engine = db::Engine::sqlite, Tables tables = Tables::migrated);
  TestDatabase(const TestDatabase&) = delete;
  TestDatabase& operator=(const TestDatabase&) = delete;
  ~TestDatabase();

  db::Database& operator*() const { return *database_; }
  db::Database* operator->() const { return database_.get(); }
  /// For a second connection to the same database.
  [[nodiscard]] const db::Options& options() const { return options_; }
  /// SQLite only.
  [[nodiscard]] std::filesystem::path file() const { return folder_.path() / "rapport.db"; }

 private:
  TemporaryFolder folder_;
  std::string postgres_name_;
  db::Options options_;
  std::unique_ptr<db::Database> database_;
};

/// SQLite, and PostgreSQL where RAPPORT_TEST_POSTGRES names a throw-away cluster (a libpq string). With
/// RAPPORT_REQUIRE_POSTGRES=1 and no cluster the program ends: a run must not look complete when it was not.
[[nodiscard]] std::vector<db::Engine> engines_under_test();
/// `Sqlite` or `Postgres`, for test names.
[[nodiscard]] std::string engine_name(db::Engine engine);

/// Base of suites that run on both engines:
///   class PersonStore : public OnEachEngine {};
///   INSTANTIATE_TEST_SUITE_P(Engines, PersonStore, on_each_engine(), engine_test_name);
///   TEST_P(PersonStore, FindsByAddress) { database().write(…); }
class OnEachEngine : public testing::TestWithParam<db::Engine> {
 protected:
  [[nodiscard]] db::Database& database() const { return *database_; }
  [[nodiscard]] const TestDatabase& test_database() const { return database_; }

 private:
  TestDatabase database_{GetParam()};
};

[[nodiscard]] inline auto on_each_engine() {
  return testing::ValuesIn(engines_under_test());
}
[[nodiscard]] inline std::string engine_test_name(const testing::TestParamInfo<db::Engine>& info) {
  return engine_name(info.param);
}

}  // namespace rapport::test
