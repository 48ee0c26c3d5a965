// Online copies of a SQLite database.
#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "db/database.hpp"
#include "db/migrate.hpp"
#include "support/test_database.hpp"

namespace rapport::db {
namespace {

namespace fs = std::filesystem;
using Tables = test::TestDatabase::Tables;

class Backups : public testing::Test {
 protected:
  Backups() {
    migrate(*database_, std::vector{Migration{
                            1, "notes", "create table notes (id {serial}, text text not null) {strict}"}});
    add(200);
  }
  void add(int count) const {
    database_->write([&](Writer& w) {
      for (int i = 0; i < count; ++i)
        w.execute("insert into notes (text) values ($1)", std::string(1000, 'x'));
    });
  }
  [[nodiscard]] fs::path target() const { return folder_.path() / "copy.db"; }
  static std::int64_t notes_in(Database& database) {
    return database.read([](Reader& r) { return r.count("select count(*) from notes"); });
  }

  test::TemporaryFolder folder_;
  test::TestDatabase database_{Engine::sqlite, Tables::none};
};

TEST_F(Backups, HoldEverythingInOneFileThatOnlyItsOwnerMayRead) {
  database_->back_up(target());
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_.path()), fs::directory_iterator()), 1);
  EXPECT_EQ(fs::status(target()).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  const auto copy = open_database({.url = "sqlite:" + target().string()});
  EXPECT_EQ(notes_in(*copy), 200);
  EXPECT_NO_THROW(copy->check());
}

TEST_F(Backups, AreMadeWhileOthersWrite) {
  std::atomic<bool> is_done = false;
  std::jthread writer([&] {
    while (!is_done) add(3);
  });
  for (int i = 0; i < 5; ++i) {
    const auto path = folder_.path() / (std::to_string(i) + ".db");
    database_->back_up(path);
    const auto copy = open_database({.url = "sqlite:" + path.string()});
    EXPECT_EQ(notes_in(*copy) % 3, 200 % 3) << "half a transaction was copied";
  }
  is_done = true;
}

TEST_F(Backups, NeverOverwriteAFile) {
  std::ofstream(target()) << "precious";
  EXPECT_THROW(database_->back_up(target()), Error);
  std::ifstream kept(target());
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(kept), {}), "precious");
}

TEST_F(Backups, SayWhyTheyCannotBeMadeAndLeaveNothingBehind) {
  EXPECT_THROW(database_->back_up(folder_.path() / "nowhere" / "copy.db"), Error);
  EXPECT_TRUE(fs::is_empty(folder_.path()));
}

TEST_F(Backups, RefuseToPassOnDamage) {
  const auto healthy = folder_.path() / "healthy.db";
  database_->back_up(healthy);
  std::fstream bytes(healthy, std::ios::in | std::ios::out | std::ios::binary);
  bytes.seekp(6 * 8192);
  bytes.write(std::string(200, '\x55').data(), 200);
  bytes.close();
  const auto damaged = open_database({.url = "sqlite:" + healthy.string()});
  EXPECT_THROW(damaged->back_up(target()), Error);
  EXPECT_FALSE(fs::exists(target()));
  EXPECT_FALSE(fs::exists(target().string() + ".partial"));
}

}  // namespace
}  // namespace rapport::db
