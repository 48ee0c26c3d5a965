// What only SQLite does: files, one writer's groups.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "db/database.hpp"
#include "db/migrate.hpp"
#include "support/test_database.hpp"

namespace rapport::db {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using Tables = test::TestDatabase::Tables;

void flip_bytes(const fs::path& file, std::streamoff where) {
  std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
  bytes.seekp(where);
  bytes.write(std::string(200, '\x55').data(), 200);
}

// --- opening ----------------------------------------------------------------------------------------------

class OpeningAFile : public testing::Test {
 protected:
  [[nodiscard]] fs::path file() const { return folder_.path() / "rapport.db"; }
  static std::unique_ptr<Database> open(const fs::path& path) {
    return open_database({.url = "sqlite:" + path.string(), .is_durable = false});
  }
  /// What the systems librarian reads.
  static std::string refusal(const fs::path& path) {
    try {
      const auto database = open(path);
      migrate(*database);
      database->check();
    } catch (const Error& error) {
      kind_ = error.kind();
      return error.what();
    }
    return "nothing was refused";
  }
  static void write_file(const fs::path& path, const std::string& bytes) { std::ofstream(path) << bytes; }

  test::TemporaryFolder folder_;
  static inline Error::Kind kind_ = Error::Kind::other;
};

/// Root may write everywhere; nobody may not.
class AsNobody {
 public:
  AsNobody() : is_root_(::geteuid() == 0) {
    if (is_root_ && ::seteuid(65534) != 0) throw std::runtime_error("cannot become nobody");
  }
  AsNobody(const AsNobody&) = delete;
  AsNobody& operator=(const AsNobody&) = delete;
  ~AsNobody() {
    if (is_root_ && ::seteuid(0) != 0) std::abort();
  }

 private:
  bool is_root_;
};

TEST_F(OpeningAFile, MakesADatabaseThatOnlyItsOwnerMayRead) {
  open(file());
  EXPECT_EQ(fs::status(file()).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(OpeningAFile, TakesAnEmptyFileForANewDatabase) {
  write_file(file(), "");
  EXPECT_NO_THROW(open(file())->check());
}

TEST_F(OpeningAFile, NamesAMissingFolder) {
  EXPECT_THAT(refusal(folder_.path() / "nowhere" / "rapport.db"), HasSubstr("there is no folder"));
  EXPECT_EQ(kind_, Error::Kind::gone);
}

TEST_F(OpeningAFile, RefusesAFolder) {
  EXPECT_THAT(refusal(folder_.path()), HasSubstr("it is a folder"));
}

TEST_F(OpeningAFile, NamesAFolderThatMayNotBeWritten) {
  fs::permissions(folder_.path(), fs::perms::owner_read | fs::perms::owner_exec);
  {
    const AsNobody nobody;
    EXPECT_THAT(refusal(file()), HasSubstr("may not write in the folder"));
  }
  fs::permissions(folder_.path(), fs::perms::owner_all);
}

TEST_F(OpeningAFile, SaysThatAFileIsReadOnly) {
  open(file());
  fs::permissions(folder_.path(), fs::perms::all);
  fs::permissions(file(), fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
  const AsNobody nobody;
  EXPECT_THAT(refusal(file()), HasSubstr("it is read-only"));
}

TEST_F(OpeningAFile, SaysThatAFileMayNotBeRead) {
  open(file());
  fs::permissions(folder_.path(), fs::perms::all);
  fs::permissions(file(), fs::perms::none);
  const AsNobody nobody;
  EXPECT_THAT(refusal(file()), HasSubstr("may not read it"));
}

TEST_F(OpeningAFile, SaysThatAFileIsNoDatabase) {
  const std::string letter(20'000, 'a');
  write_file(file(), letter);
  EXPECT_THAT(refusal(file()), HasSubstr("is not a database"));
  EXPECT_EQ(kind_, Error::Kind::damaged);
  std::ifstream kept(file());
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(kept), {}), letter);
}

TEST_F(OpeningAFile, LeavesAnotherProgramsDatabaseAlone) {
  {
    const auto database = open(file());
    database->write([](Writer& w) { w.execute("create table bookmarks (url text)"); });
  }
  std::fstream bytes(file(), std::ios::in | std::ios::out | std::ios::binary);
  bytes.seekp(68);  // application_id
  bytes.write("\0\0\0\7", 4);
  bytes.close();
  EXPECT_THAT(refusal(file()), HasSubstr("belongs to another program"));
}

TEST_F(OpeningAFile, SaysThatADatabaseIsDamaged) {
  {
    const auto database = open(file());
    database->write([](Writer& w) {
      w.execute("create table notes (id integer primary key, text text)");
      for (int i = 0; i < 200; ++i) w.execute("insert into notes (text) values ($1)", std::string(500, 'x'));
    });
  }
  fs::resize_file(file(), fs::file_size(file()) / 2);
  EXPECT_THAT(refusal(file()), HasSubstr("damaged"));
  EXPECT_EQ(kind_, Error::Kind::damaged);
}

TEST_F(OpeningAFile, FindsFlippedBytesWhenItChecks) {
  {
    const auto database = open(file());
    database->write([](Writer& w) {
      w.execute("create table notes (id integer primary key, text text)");
      for (int i = 0; i < 200; ++i) w.execute("insert into notes (text) values ($1)", std::string(500, 'x'));
    });
  }
  flip_bytes(file(), 3 * 8192);
  const auto database = open(file());
  try {
    database->check();
    FAIL() << "the damage was not seen";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), Error::Kind::damaged);
    EXPECT_THAT(error.what(), HasSubstr("Restore the latest backup"));
  }
}

TEST_F(OpeningAFile, UsesTheSettingsThatDurabilityNeeds) {
  const auto database = open_database({.url = "sqlite:" + file().string()});
  const auto setting = [](Reader& r, auto sql) { return r.count(sql); };
  database->write([&](Writer& w) {
    EXPECT_EQ(setting(w, Sql("pragma synchronous")), 2);
    EXPECT_EQ(setting(w, Sql("pragma foreign_keys")), 1);
    EXPECT_EQ(setting(w, Sql("pragma page_size")), 8192);
    EXPECT_EQ(w.one("pragma journal_mode", [](const Row& row) { return row.string(0); }), "wal");
  });
  database->read([&](Reader& r) { EXPECT_EQ(setting(r, Sql("pragma query_only")), 1); });
}

// --- groups -----------------------------------------------------------------------------------------------

class OneWriter : public testing::Test {
 protected:
  OneWriter() {
    database_->write([](Writer& w) {
      w.execute("create table parents (id integer primary key)");
      w.execute(
          "create table notes (text text, parent_id integer references parents (id) deferrable initially "
          "deferred)");
    });
  }
  [[nodiscard]] std::vector<std::string> notes() const {
    return database_->read([](Reader& r) {
      return r.all("select text from notes order by text", [](const Row& row) { return row.string(0); });
    });
  }
  /// Runs the changes so that the later ones wait while the first is running: one group.
  void together(const std::vector<std::function<void()>>& changes) const {
    std::atomic<bool> may_go = false;
    std::vector<std::jthread> threads;
    threads.emplace_back([&] {
      database_->write([&](Writer&) {
        while (!may_go) std::this_thread::yield();
      });
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    for (const auto& change : changes) threads.emplace_back(change);
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    may_go = true;
  }
  void add(std::string_view text) const {
    database_->write([&](Writer& w) { w.execute("insert into notes (text) values ($1)", text); });
  }

  test::TestDatabase database_{Engine::sqlite, Tables::none};
};

TEST_F(OneWriter, UndoesOneChangeOfAGroupAndKeepsTheOthers) {
  together({
      [&] { add("a"); },
      [&] {
        EXPECT_THROW(database_->write([](Writer& w) {
          w.set_savepoint();
          w.execute("insert into notes (text) values ('thrown')");
          throw std::runtime_error("with its savepoint open");
        }),
                     std::runtime_error);
      },
      [&] {
        const auto answer = database_->write([](Writer& w) -> Result<Done> {
          w.execute("insert into notes (text) values ('refused')");
          return not_found("no");
        });
        EXPECT_FALSE(answer.ok());
      },
      [&] { add("b"); },
  });
  EXPECT_EQ(notes(), (std::vector<std::string>{"a", "b"}));
}

TEST_F(OneWriter, BlamesAMissingParentOnItsOwnChange) {
  together({
      [&] { add("a"); },
      [&] {
        try {
          database_->write(
              [](Writer& w) { w.execute("insert into notes (text, parent_id) values ('x', 7)"); });
          ADD_FAILURE() << "the parent is missing";
        } catch (const Error& error) {
          EXPECT_EQ(error.kind(), Error::Kind::foreign_key);
        }
      },
      [&] {
        database_->write([](Writer& w) {
          w.execute("insert into notes (text, parent_id) values ('child first', 8)");
          w.execute("insert into parents (id) values (8)");
        });
      },
  });
  EXPECT_EQ(notes(), (std::vector<std::string>{"a", "child first"}));
}

TEST_F(OneWriter, KeepsWhatAForgottenSavepointHolds) {
  database_->write([](Writer& w) {
    w.set_savepoint();
    w.execute("insert into notes (text) values ('kept')");
  });
  EXPECT_EQ(notes(), std::vector<std::string>{"kept"});
}

TEST_F(OneWriter, DoesNotLetAWriteWaitForEver) {
  const auto impatient =
      open_database({.url = database_.options().url, .write_wait_seconds = 1, .is_durable = false});
  std::atomic<bool> has_begun = false;
  std::atomic<bool> may_go = false;
  const std::jthread slow([&] {
    impatient->write([&](Writer&) {
      has_begun = true;
      while (!may_go) std::this_thread::yield();
    });
  });
  while (!has_begun) std::this_thread::yield();
  try {
    impatient->write([](Writer& w) { w.execute("insert into notes (text) values ('late')"); });
    ADD_FAILURE() << "it had no turn";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), Error::Kind::busy);
  }
  may_go = true;
  impatient->write([](Writer&) {});
  EXPECT_TRUE(notes().empty());
}

TEST_F(OneWriter, WaitsForAnotherProgramThatWrites) {
  const auto other = open_database(database_.options());
  std::jthread slow([&] {
    other->write([](Writer& w) {
      w.execute("insert into notes (text) values ('first')");
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    });
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  add("second");
  slow.join();
  EXPECT_EQ(notes(), (std::vector<std::string>{"first", "second"}));
}

TEST_F(OneWriter, HasTheLogCopiedBackMeanwhile) {
  const std::string page(8000, 'x');
  const auto size = [&] { return fs::file_size(database_.file()); };
  // A short log, then a long one.
  for (const unsigned pages : {100U, 1000U}) {
    const auto before = size();
    for (unsigned i = 0; i < 2 * pages / 100; ++i) {
      database_->write([&](Writer& w) {
        for (int row = 0; row < 100; ++row) w.execute("insert into notes (text) values ($1)", page);
      });
    }
    for (int i = 0; i < 500 && size() < before + pages * 8192U; ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    EXPECT_GE(size(), before + pages * 8192U);
  }
}

TEST_F(OneWriter, KeepsTheLogShortAlthoughReadersOverlap) {
  const std::string page(8000, 'x');
  std::atomic<bool> is_done = false;
  {
    std::vector<std::jthread> readers;
    for (int i = 0; i < 2; ++i) {
      readers.emplace_back([&] {
        while (!is_done) {
          database_->read([](Reader& r) {
            r.count("select count(*) from parents");
            std::this_thread::sleep_for(std::chrono::milliseconds(3));
          });
        }
      });
    }
    for (int i = 0; i < 25; ++i) {
      database_->write([&](Writer& w) {
        for (int row = 0; row < 1000; ++row) w.execute("insert into notes (text) values ($1)", page);
      });
    }
    is_done = true;
  }
  EXPECT_LT(fs::file_size(database_.file().string() + "-wal"), 18'000U * 8192U);
}

TEST_F(OneWriter, TellsAReaderBeyondTheLimitThatAllConnectionsAreInUse) {
  const auto narrow = open_database(
      {.url = database_.options().url, .readers_max = 1, .write_wait_seconds = 0, .is_durable = false});
  narrow->read([&](Reader&) {
    try {
      narrow->read([](Reader& r) { r.count("select 1"); });
      ADD_FAILURE() << "there is one reader only";
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), Error::Kind::busy);
    }
  });
  narrow->read([](Reader& r) { EXPECT_EQ(r.count("select 1"), 1); });
}

}  // namespace
}  // namespace rapport::db
